"""Verbs of the schedule: the reception days that rules give a year."""

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.usage import a_number, in_calendar
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of, text_of
from liaison_desktop.desk.rules import bundled_years
from liaison_desktop.model.faults import NotSaved
from liaison_desktop.model.reception_dates import ReceptionDate, reception_dates
from liaison_desktop.model.reception_rule import ReceptionRule, read_reception_rule
from liaison_desktop.model.working_calendar import WorkingCalendar

WEEKDAYS = "一二三四五六日"


def _declare_dates(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--rule",
        dest="rules",
        action="append",
        required=True,
        metavar="FILE.toml",
        help="接待日规则，写法见 docs/reception-rules.md；可以写几次",
    )
    parser.add_argument("--year", type=a_number, required=True, metavar="Y", help="哪一年")


def _dates(arguments: Arguments) -> Answer:
    year, rules = in_calendar(arguments.year), _rules(arguments.rules)
    dates = reception_dates(rules, year, _calendar(arguments))
    content = [_date_as_json(one, of_several=len(rules) > 1) for one in dates]
    return Answer(content, [_date_in_words(one, of_several=len(rules) > 1) for one in dates])


def _rules(paths: Sequence[str]) -> list[ReceptionRule]:
    """Return the rules of the files; a problem of one of several tells which: rule.2.days."""
    rules, found = [], []
    for place, path in enumerate(paths, start=1):
        before = f"rule.{place}." if len(paths) > 1 else ""
        try:
            rules.append(read_reception_rule(text_of(path)))
        except NotSaved as refused:
            found += [replace(one, field=before + one.field) for one in refused.problems]
    if found:
        raise NotSaved(found)
    return rules


def _calendar(arguments: Arguments) -> WorkingCalendar:
    """Return the calendar of the home that is named, else the one that comes with the program."""
    if arguments.home is None:
        return WorkingCalendar(bundled_years())
    with desk_of(arguments) as desk:
        return desk.rules.load().calendar


def _date_as_json(one: ReceptionDate, *, of_several: bool) -> dict[str, object]:
    told: dict[str, object] = {
        "planned": one.planned.isoformat(),
        "held": one.held and one.held.isoformat(),
        "notice_by": one.notice_by and one.notice_by.isoformat(),
        "shifted_because": one.shifted_because,
        "tentative": one.is_tentative,
    }
    return told | ({"rules": [rule.name for rule in one.rules]} if of_several else {})


def _date_in_words(one: ReceptionDate, *, of_several: bool) -> str:
    names = "　" + "、".join(rule.name for rule in one.rules) if of_several else ""
    tentative = "（待公布）" if one.is_tentative else ""
    if one.held is None:
        return f"{_day(one.planned)}　因{one.shifted_because}取消{tentative}{names}"
    moved = f"（原定 {_day(one.planned)}，{one.shifted_because}）" if one.shifted_because else ""
    merged = "，并入当天的一次" if one.is_merged else ""
    notice = f"　公告不晚于 {one.notice_by}"
    return f"{_day(one.held)}{moved}{merged}{tentative}{notice}{names}"


def _day(day: date) -> str:
    return f"{day} 周{WEEKDAYS[day.weekday()]}"


VERBS = (
    Verb(
        "schedule dates",
        "按接待日规则列出一年的接待日：遇节假日怎么办，公告最晚哪天张贴",
        _dates,
        _declare_dates,
        "liaison-desktop schedule dates --rule 接待日.toml --year 2026",
    ),
)
