"""Verbs of the consultations: listed, shown whole, and drawn for."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.usage import a_number
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of
from liaison_desktop.desk.consultation_json import consultation_as_json, meeting_as_json
from liaison_desktop.desk.drawings import read_roster
from liaison_desktop.desk.meeting import Meeting
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.draw_roster import DrawOrder, DrawRoster
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.random_draw import ALGORITHM
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.words import label


def _declare_list(parser: ArgumentParser) -> None:
    parser.add_argument("--limit", type=a_number, default=200, metavar="N", help="最多列几次")


def _list(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        found = desk.talk.meetings.newest(max(arguments.limit, 0))
    content = [consultation_as_json(one) for one in found]
    return Answer(content, [_line(one) for one in found] or ["没有恳谈会"])


def _line(one: Consultation) -> str:
    return f"{one.held_on}  {one.number}  {label(one.state)}  {one.title}"


def _declare_show(parser: ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="编号或 id")


def _show(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        meetings = desk.talk.meetings
        meeting = meetings.meeting(meetings.by_number(arguments.number).uid)
    return Answer(meeting_as_json(meeting), _in_words(meeting))


def _in_words(meeting: Meeting) -> list[str]:
    counted = meeting.attendance
    return [
        _line(meeting.consultation),
        f"应到 {counted.expected} 人，实到 {counted.present} 人，"
        f"请假 {counted.on_leave} 人，缺席 {counted.absent} 人",
        *(_said(place, one) for place, one in enumerate(meeting.statements, start=1)),
        *(f"承诺 {one.place}　{one.unit_name}　{one.content}" for one in meeting.commitments),
    ]


def _said(place: int, one: Statement) -> str:
    went = f"（{label(one.route)}）" if one.route else ""
    return f"{place}　{one.speaker}　{label(one.kind)}{went}　{one.content}"


def _declare_draw(parser: ArgumentParser) -> None:
    parser.add_argument("--roster", required=True, metavar="FILE", help="名单，.csv 或 .xlsx")
    parser.add_argument("--size", type=a_number, default=0, metavar="N", help="抽几名；分组时不写")
    parser.add_argument("--seed", required=True, metavar="S", help="种子：抽取前大家都知道的一串字")
    parser.add_argument("--stratum", default="", metavar="COLUMN", help="按名单的哪一栏分组")
    parser.add_argument(
        "--of",
        dest="sizes",
        action="append",
        default=[],
        type=_size,
        metavar="NAME=N",
        help="这一组抽几名；可以写几次",
    )
    parser.add_argument("--meeting", metavar="NUMBER", help="记入这次恳谈会；不写就只算不记")


def _size(text: str) -> tuple[str, int]:
    name, is_there, many = text.rpartition("=")
    if not is_there or not many.isdecimal():
        raise ArgumentTypeError(f"写成 和平社区=3：{text}")
    return name, int(many)


def _draw(arguments: Arguments) -> Answer:
    order = _order(arguments)
    roster = read_roster(Path(arguments.roster))
    if arguments.meeting is None:
        return _answer(roster, order, {})
    with desk_of(arguments) as desk:
        meeting = desk.talk.meetings.by_number(arguments.meeting)
        drawing = desk.talk.drawings.draw(meeting, roster, order)
    return _answer(roster, order, {"meeting": meeting.number, "id": str(drawing.uid)})


def _order(arguments: Arguments) -> DrawOrder:
    """Return what is asked for; NotSaved where sizes of strata and one size contradict."""
    sizes = dict(arguments.sizes)
    if len(sizes) < len(arguments.sizes):
        raise NotSaved([Problem("of", ProblemCode.BAD_VALUE, detail="每组一次")])
    order = DrawOrder(arguments.seed, arguments.size, arguments.stratum, sizes)
    if arguments.size and arguments.stratum and arguments.size != order.total:
        raise NotSaved([Problem("size", ProblemCode.BAD_VALUE, detail=str(order.total))])
    if sizes and not arguments.stratum:
        raise NotSaved([Problem("stratum", ProblemCode.MISSING)])
    return order


def _answer(roster: DrawRoster, order: DrawOrder, kept: dict[str, Any]) -> Answer:
    drawn = roster.draw(order)
    rows = [roster.rows[place] for place in drawn.chosen]
    names = [roster.name_of(row) for row in rows]
    content = {
        "names": names,
        "rows": [row.text for row in rows],
        "roster_hash": drawn.roster_hash,
        "roster_rows": len(roster.rows),
        "seed": order.seed,
        "algorithm": ALGORITHM,
        "size": order.total,
    }
    if order.stratum_column:
        content |= {"stratum": order.stratum_column, "sizes": dict(order.sizes)}
    lines = [
        f"从 {len(roster.rows)} 人中抽取 {order.total} 人，种子：{order.seed}",
        f"名单校验值 SHA-256：{drawn.roster_hash}",
        f"方法：{ALGORITHM}",
        *(f"{place}　{name}" for place, name in enumerate(names, start=1)),
    ]
    return Answer(content | kept, lines)


VERBS = (
    Verb("consultation list", "列出恳谈会，最近的在前", _list, _declare_list),
    Verb("consultation show", "显示一次恳谈会：参加人、发言、承诺、抽取", _show, _declare_show),
    Verb(
        "consultation draw",
        "从名单里随机抽取参加人；同一份名单和种子，谁来抽都一样",
        _draw,
        _declare_draw,
        "liaison-desktop consultation draw --roster 名单.csv --size 30 --seed '2026-11-20 双色球'",
    ),
)
