"""The ledgers without a screen: as .xlsx, as PDF, and the public edition of both."""

from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.columns import declare_columns, with_columns
from liaison_desktop.cli.usage import a_day, a_number, in_calendar
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.ledger import ORDINAL, WITHDRAWN_TOO, Chosen, Ledger
from liaison_desktop.model.ledgers import DEPUTIES, MATTERS, PEOPLE, VISITS
from liaison_desktop.model.talk_ledgers import BODY_MEMBERS, COMMITMENTS, CONSULTATIONS

INCOMPLETE = "incomplete"
NAMES: Mapping[str, Ledger[Any]] = {
    "visits": VISITS,
    "matters": MATTERS,
    "people": PEOPLE,
    "deputies": DEPUTIES,
    "consultations": CONSULTATIONS,
    "commitments": COMMITMENTS,
    "members": BODY_MEMBERS,
}


def _declare(ledger: Ledger[Any], parser: ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--xlsx", metavar="FILE", help="写成 .xlsx 表格")
    where.add_argument("--pdf", metavar="FILE", help="写成 PDF，A4 横排，每页 25 行")
    edition = parser.add_mutually_exclusive_group()
    edition.add_argument(
        "--template", metavar="FILE", help="填进这份 .xlsx 的样子里（县里的表），与 --xlsx 同用"
    )
    names = [ORDINAL, *(column.name for column in ledger.columns)]
    declare_columns(parser, names, "样表第 N 列填哪一栏，下次还记得")
    parser.add_argument("--find", default="", metavar="TEXT", help="只列含这些词的，同查找")
    parser.add_argument("--withdrawn", action="store_true", help="连已撤回的也列出")
    if ledger.has_wide:
        parser.add_argument("--paper", choices=["A4", "A3"], default="A4", help="PDF 的纸，A3 全栏")
    if ledger.has_public:
        edition.add_argument("--public", action="store_true", help="脱敏公开版：只列可以公开的")
    if ledger.has_days:
        parser.add_argument("--since", type=a_day, metavar="DAY", help="从哪一天，2026-11-01")
        parser.add_argument("--until", type=a_day, metavar="DAY", help="到哪一天（含）")
        parser.add_argument(
            "--year", type=a_number, metavar="YEAR", help="整年，PDF 带封面，可装订"
        )
    if INCOMPLETE in {tick.name for tick in ledger.ticks}:
        parser.add_argument("--incomplete", action="store_true", help="只列待补的")


def _write(ledger: Ledger[Any], arguments: Arguments) -> Answer:
    chosen, target = _chosen(ledger, arguments), Path(arguments.xlsx or arguments.pdf)
    is_public = ledger.has_public and arguments.public
    if arguments.template and arguments.pdf:
        raise Refused("template_xlsx")
    with desk_of(arguments) as desk:
        if ledger is BODY_MEMBERS and not desk.station.kind.has_deliberation_body:
            raise Refused("no_deliberation_body")
        verbs = desk.ledger(ledger)
        count = verbs.total(chosen)
        if arguments.template:
            template = verbs.read_template(Path(arguments.template))
            columns = with_columns(template.columns, arguments.column)
            count = verbs.fill_template(replace(template, columns=columns), target, chosen)
        elif arguments.xlsx:
            count = verbs.write_xlsx(target, chosen, is_public=is_public)
        else:
            is_a3 = ledger.has_wide and arguments.paper == "A3"
            verbs.draw_pdf(target, chosen, is_public=is_public, paper="A3" if is_a3 else "A4")
    content = {"file": str(target), "rows": count}
    return Answer(content, [f"已写出{ledger.title}：{target}"])


def _chosen(ledger: Ledger[Any], arguments: Arguments) -> Chosen:
    ticks = {WITHDRAWN_TOO} if arguments.withdrawn else set()
    if not ledger.has_days:
        return Chosen(arguments.find, ticks=frozenset(ticks))
    ticks |= {INCOMPLETE} if getattr(arguments, INCOMPLETE, False) else set()
    since, until = arguments.since, arguments.until
    if arguments.year is not None:
        year = in_calendar(arguments.year)
        since, until = date(year, 1, 1), date(year, 12, 31)
    return Chosen(arguments.find, since, until, ticks=frozenset(ticks))


def _verb(name: str, ledger: Ledger[Any]) -> Verb:
    declare: Callable[[ArgumentParser], None] = partial(_declare, ledger)
    return Verb(
        f"ledger {name}",
        f"{ledger.title}：写成 .xlsx 或 PDF",
        partial(_write, ledger),
        declare,
        f"liaison-desktop ledger {name} --xlsx {ledger.title}.xlsx --home D",
    )


VERBS = tuple(_verb(name, ledger) for name, ledger in NAMES.items())
