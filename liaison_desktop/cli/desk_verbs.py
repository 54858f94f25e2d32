"""Verbs of a station: visits, papers, and its packages."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path

from liaison_desktop.cli.answers import DONE, REFUSED, Answer, refusal
from liaison_desktop.cli.drawn_papers import drawn_answer
from liaison_desktop.cli.schedule_print_verbs import FORMS as SCHEDULE_FORMS
from liaison_desktop.cli.schedule_print_verbs import declare_schedule, print_schedule
from liaison_desktop.cli.talk_print_verbs import FORMS as TALK_FORMS
from liaison_desktop.cli.talk_print_verbs import declare_talk, print_talk
from liaison_desktop.cli.usage import a_number
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of, text_of
from liaison_desktop.desk.demo import register_demo
from liaison_desktop.desk.demo_bulk import register_many
from liaison_desktop.desk.demo_matters import lead_matters
from liaison_desktop.desk.demo_talk import register_meetings
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drawn import Drawn
from liaison_desktop.desk.exchange import Exchange
from liaison_desktop.desk.matter_papers import SIGNING_LIST, TITLES
from liaison_desktop.desk.visit_json import visit_as_json, visit_from_json
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.visit import Visit

FORMS_BY_VERB = {
    "visit-record": "visit_record",
    "receipt": "receipt",
    "signing-list": SIGNING_LIST,
} | {form.replace("_", "-"): form for form in TITLES}
_JSON_SHAPE = """\
一次来访写成一个 JSON 对象；只有来访人姓名（或 "anonymous": true）、channel、title 必填：
  {"visitors": [{"name": "…", "sex": "female", "phone": "…", "address": "…"}], "headcount": 1,
   "people_involved": 1, "channel": "visit", "received_at": "2026-11-20T09:30:00+08:00",
   "place": "…", "title": "…", "statement": "…原话…", "request": "…", "category": "…",
   "receivers": ["…代表…"], "handling": "to_handle", "urgency": "normal",
   "may_pass_name": false, "other_channels": [], "remark": ""}
不认识的栏目按名字拒绝。"""
"""Shown under the help of `visit register`."""


def json_of(text: str) -> object:
    """Return what a JSON text says; Refused bad_json with the line."""
    try:
        return json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise Refused("bad_json", line=line, problems=[]) from None


def declare_from(parser: ArgumentParser) -> None:
    """Declare where JSON is read from."""
    parser.add_argument("--from", dest="source", metavar="FILE", help="每行一个 JSON 对象的文件")


def _visit_register(arguments: Arguments) -> Answer:
    text = text_of(arguments.source)
    with desk_of(arguments) as desk:
        if arguments.source is None:
            answer = _register_visit(desk, json_of(text))
            return Answer(answer, _registered_lines(answer))
        answers = list(_register_lines(desk, text))
    refused = any("refused" in answer for answer in answers)
    lines = [line for answer in answers for line in _registered_lines(answer)]
    return Answer(answers, lines, REFUSED if refused else DONE)


def _register_visit(desk: Desk, data: object) -> dict[str, object]:
    visit = visit_from_json(data, desk.station.uid, desk.now())
    warnings = desk.visits.register(visit)
    return {
        "id": str(visit.uid),
        "number": visit.number,
        "matters": [{"id": str(m.uid), "number": m.number} for m in visit.matters],
        "warnings": [warning.as_json() for warning in warnings],
    }


def _register_lines(desk: Desk, text: str) -> Iterator[dict[str, object]]:
    """Yield one answer a line; a refused line is said by its number and stops nothing."""
    for place, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield {"line": place} | _register_visit(desk, json_of(line))
        except Refused as fault:
            yield {"line": place} | refusal(fault)[0]


def _registered_lines(answer: dict[str, object]) -> list[str]:
    if "refused" in answer:
        return [f"第 {answer['line']} 行没有登记：{answer['refused']} {answer['problems']}"]
    return [f"已登记：{answer['number']}"]


def _declare_number(parser: ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="来访编号、事项编号或 id")


def _visit_show(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        shown = visit_as_json(desk.visits.load(arguments.number))
    return Answer(shown, [f"{key}：{value}" for key, value in shown.items() if value])


def _declare_list(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--find", default="", metavar="TEXT", help="姓名、拼音、电话、编号或内容的一部分"
    )
    parser.add_argument(
        "--limit", type=a_number, default=50, metavar="N", help="最多几条（默认 50）"
    )


def _visit_list(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        visits = desk.visits.find(arguments.find, arguments.limit)
    return Answer([visit_as_json(visit) for visit in visits], visit_lines(visits))


def visit_lines(visits: Sequence[Visit]) -> list[str]:
    """Return one plain line for each visit: number, day, visitor, title."""
    return [
        f"{visit.number}  {visit.received_on}  "
        f"{'、'.join(v.name or '匿名' for v in visit.visitors)}  {visit.matters[0].title}"
        for visit in visits
    ]


def _declare_print(parser: ArgumentParser) -> None:
    matter_forms = "、".join(f"{form.replace('_', '-')} {title}" for form, title in TITLES.items())
    about = "visit-record 登记表、receipt 来访回执、signing-list 送签单（--all）；"
    about += f"事项的：{matter_forms}；日程的："
    about += "、".join(f"{name} {form.about}" for name, form in SCHEDULE_FORMS.items())
    about += "；民情恳谈的：" + "、".join(
        f"{name} {form.about}" for name, form in TALK_FORMS.items()
    )
    forms = [*FORMS_BY_VERB, *SCHEDULE_FORMS, *TALK_FORMS]
    parser.add_argument("form", choices=forms, metavar="FORM", help=about)
    numbers = "来访编号、事项编号；日程的：日期或 id；恳谈会编号或 id"
    parser.add_argument("numbers", nargs="*", metavar="NUMBER", help=numbers)
    parser.add_argument("--all", action="store_true", dest="every", help="所有来访，一个 PDF")
    parser.add_argument("-o", dest="target", metavar="FILE", help="PDF 写到哪里")
    parser.add_argument("--for-writing", action="store_true", help="内容、答复、意见留横线手写")
    parser.add_argument("--blank", type=a_number, metavar="N", help="N 份空白表，不带编号")
    parser.add_argument("--paper", choices=["A4", "A5"], default="A4", help="回执用纸")
    declare_schedule(parser)
    declare_talk(parser)


def _print(arguments: Arguments) -> Answer:
    if arguments.blank is not None and arguments.blank < 1:
        raise Refused("print_what")
    if arguments.form in SCHEDULE_FORMS or arguments.form in TALK_FORMS:
        draw = print_talk if arguments.form in TALK_FORMS else print_schedule
        with desk_of(arguments) as desk:
            target = Path(arguments.target or f"{arguments.form}.pdf")
            return drawn_answer(draw(desk, arguments, target))
    return drawn_answer(_print_of_visits(arguments))


def _print_of_visits(arguments: Arguments) -> Drawn:
    form = FORMS_BY_VERB[arguments.form]
    chosen = [bool(arguments.numbers), arguments.every, arguments.blank is not None]
    if chosen.count(True) != 1:
        raise Refused("print_what")
    if form in TITLES and not arguments.numbers:
        raise Refused("print_what")
    target = Path(arguments.target or f"{arguments.form}.pdf")
    with desk_of(arguments) as desk:
        papers = desk.papers
        if form == SIGNING_LIST:
            return desk.matter_papers.print_signing_list(target)
        if form in TITLES:
            return desk.matter_papers.print(form, arguments.numbers, target)
        if arguments.blank is not None:
            return papers.print_blank(form, arguments.blank, target)
        if arguments.every:
            return papers.print_every(form, target)
        if form == "receipt":
            return papers.print_receipts(arguments.numbers, target, paper=arguments.paper)
        writing = arguments.for_writing
        return papers.print_visit_records(arguments.numbers, target, for_writing=writing)


def _declare_output(parser: ArgumentParser) -> None:
    parser.add_argument("-o", dest="target", required=True, metavar="FILE", help="写到哪里")


def _card(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        desk.exchange.write_card(Path(arguments.target))
        seen = desk.exchange.fingerprint
    return Answer(
        {"file": arguments.target, "fingerprint": seen},
        [f"站点卡已写出：{arguments.target}", f"请在电话里与县（区）核对指纹：{seen}"],
    )


def _declare_invitation(parser: ArgumentParser) -> None:
    parser.add_argument("invitation", metavar="INVITATION", help="县（区）给的邀请文件")


def _join(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        county = desk.exchange.join(Path(arguments.invitation))
    content = {"county": county.name, "id": str(county.uid)}
    return Answer(content, [f"已加入：{county.name}；本站数据可由该县（区）协助恢复"])


def _declare_to(parser: ArgumentParser) -> None:
    parser.add_argument("--to", required=True, metavar="DIR", help="U 盘或文件夹")


def _export(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        made = desk.exchange.export(Path(arguments.to))
    content = {
        "file": str(made.file),
        "sequence": made.sequence,
        "from": made.from_,
        "to": made.to,
        "records": made.records,
    }
    return Answer(
        content, [f"第 {made.sequence} 批，{made.records} 条：{made.file}", "现在可以拔盘"]
    )


def _declare_package(parser: ArgumentParser) -> None:
    parser.add_argument("package", metavar="PACKAGE", help="上报包 .liaison")


def _inspect(arguments: Arguments) -> Answer:
    claims = Exchange.inspect(Path(arguments.package))
    return Answer(claims, [f"{key}：{value}" for key, value in claims.items()])


MOST_ONE_BY_ONE = 2_000
"""Visits that the demo registers as a clerk would; more are written in bulk."""


def _declare_demo(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--people", type=a_number, default=20, metavar="N", help="几个人（默认 20）"
    )
    parser.add_argument(
        "--visits", type=a_number, default=50, metavar="M", help="几次来访（默认 50）"
    )
    parser.add_argument(
        "--seed", type=a_number, default=1, metavar="S", help="同一个数得出同样的内容"
    )


def _demo(arguments: Arguments) -> Answer:
    if arguments.people < 1 or arguments.visits < 0:
        raise Refused("demo_how_many")
    people, visits, seed = arguments.people, arguments.visits, arguments.seed
    with desk_of(arguments) as desk:
        if visits > MOST_ONE_BY_ONE:
            register_many(desk, people, visits, seed, _show_progress)
        else:
            register_demo(desk, people, visits, seed)
            lead_matters(desk)
        meetings = len(register_meetings(desk, seed))
    content = {"people": people, "visits": visits, "consultations": meetings}
    said = f"已登记 {visits} 次虚构来访、{meetings} 次虚构恳谈会，人物都是编的"
    return Answer(content, [said])


def _show_progress(done: int, every: int) -> None:
    sys.stderr.write(f"\r{done}/{every}" + "\n" * (done == every))


VERBS = (
    Verb(
        "demo",
        "登记一批虚构的来访，供试用；不要用在真站点上",
        _demo,
        _declare_demo,
        "liaison-desktop demo --home D --people 20 --visits 50 --seed 1",
    ),
    Verb(
        "visit register", "登记来访：JSON 从标准输入读", _visit_register, declare_from, _JSON_SHAPE
    ),
    Verb("visit show", "显示一次来访", _visit_show, _declare_number),
    Verb("visit list", "列出来访，新的在前", _visit_list, _declare_list),
    Verb(
        "print",
        "打印成 PDF，记下第几次打印",
        _print,
        _declare_print,
        "liaison-desktop print visit-record QHJD-L-2026-0001-K -o 登记表.pdf --home D",
    ),
    Verb("card", "写出站点卡，交县（区）登记", _card, _declare_output),
    Verb("join", "用县（区）的邀请文件加入", _join, _declare_invitation),
    Verb("export", "上报装盘：把未上报的内容密封写到 U 盘", _export, _declare_to),
    Verb(
        "inspect",
        "显示一个上报包自称的来历；不解密，不核对",
        _inspect,
        _declare_package,
    ),
)
