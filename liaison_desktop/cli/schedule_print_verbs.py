"""The papers of the schedule as `print FORM`, and the schedule as a calendar file."""

from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar
from uuid import UUID

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.usage import a_day, a_month, a_number, in_calendar
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drawn import Drawn
from liaison_desktop.desk.roll import Roll
from liaison_desktop.model.base import Record
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.faults import NotFound, Refused
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_session import ReceptionSession

R = TypeVar("R", bound=Record)


class PrintForm(NamedTuple):
    """One form of `print`: what it is called, what of the arguments names it, what draws it."""

    about: str
    draw: Callable[[Desk, Arguments, Path], Drawn]
    is_of_a_record: bool = True
    blank: str = ""


KINDS = {
    "notice": "activity_notice",
    "record": "activity_record",
    "attendance": "activity_attendance",
}


def print_schedule(desk: Desk, arguments: Arguments, target: Path) -> Drawn:
    """Draw a form of FORMS; Refused print_what where it is not said of what."""
    form = FORMS[arguments.form]
    if arguments.blank is not None:
        blank = KINDS[arguments.kind] if arguments.form == "activity" else form.blank
        if not blank or arguments.numbers:
            raise Refused("print_what")
        return desk.schedule_papers.print_blank(blank, arguments.blank, target)
    if arguments.every or len(arguments.numbers) != form.is_of_a_record:
        raise Refused("print_what")
    return form.draw(desk, arguments, target)


def declare_schedule(parser: ArgumentParser) -> None:
    """Declare what the papers of the schedule can be told besides."""
    parser.add_argument("--a3", action="store_true", dest="is_wide", help="A3（公告为招贴）")
    parser.add_argument("--year", type=a_number, metavar="Y", help="哪一年（默认今年）")
    parser.add_argument("--month", type=a_month, metavar="YYYY-MM", help="哪一月（默认本月）")
    parser.add_argument(
        "--kind", choices=[*KINDS], default="notice", help="小组活动：通知、记录、考勤表"
    )


def _notice(desk: Desk, arguments: Arguments, target: Path) -> Drawn:
    about = _notice_or_session(desk, arguments.numbers[0])
    return desk.schedule_papers.print_notice(about, target, is_poster=arguments.is_wide)


def _notice_or_session(desk: Desk, key: str) -> Notice | ReceptionSession:
    try:
        return _loaded(desk.schedule.notices, "notice", key)
    except NotFound:
        return _session_of(desk, key)


def _session_of(desk: Desk, key: str) -> ReceptionSession:
    """Return the session of a day or with a uid; Refused several_sessions for a day of several."""
    try:
        day = date.fromisoformat(key)
    except ValueError:
        return _loaded(desk.schedule.sessions, "reception_session", key)
    found = desk.schedule.sessions.find_between(day, day)
    if not found:
        raise NotFound("reception_session", key)
    if len(found) > 1:
        raise Refused("several_sessions")
    return found[0]


def _loaded(roll: Roll[R], kind: str, key: str) -> R:
    try:
        return roll.load(UUID(key))
    except ValueError:
        raise NotFound(kind, key) from None


def _year(desk: Desk, arguments: Arguments) -> int:
    return desk.today().year if arguments.year is None else in_calendar(arguments.year)


def _rota(desk: Desk, arguments: Arguments, target: Path) -> Drawn:
    year = _year(desk, arguments)
    return desk.schedule_papers.print_rota(year, target, is_wide=arguments.is_wide)


def _month_sheet(desk: Desk, arguments: Arguments, target: Path) -> Drawn:
    return desk.schedule_papers.print_month(arguments.month or desk.today(), target)


def _session(desk: Desk, arguments: Arguments, target: Path) -> Drawn:
    session = _session_of(desk, arguments.numbers[0])
    writing = arguments.for_writing
    return desk.schedule_papers.print_session(session, target, for_writing=writing)


def _field_visit(desk: Desk, arguments: Arguments, target: Path) -> Drawn:
    visit = _loaded(desk.schedule.field_visits, "field_visit", arguments.numbers[0])
    writing = arguments.for_writing
    return desk.schedule_papers.print_field_visit(visit, target, for_writing=writing)


def _activity(desk: Desk, arguments: Arguments, target: Path) -> Drawn:
    activity = _loaded(desk.schedule.activities, "group_activity", arguments.numbers[0])
    form, writing = KINDS[arguments.kind], arguments.for_writing
    return desk.schedule_papers.print_activity(activity, form, target, for_writing=writing)


def _leave(desk: Desk, arguments: Arguments, target: Path) -> Drawn:
    leave = _loaded(desk.schedule.leaves, "leave", arguments.numbers[0])
    writing = arguments.for_writing
    return desk.schedule_papers.print_leave(leave, target, for_writing=writing)


def _board(desk: Desk, arguments: Arguments, target: Path) -> Drawn:
    return desk.schedule_papers.print_board(target, is_wide=arguments.is_wide)


def _wall_sheet(desk: Desk, arguments: Arguments, target: Path) -> Drawn:
    year = _year(desk, arguments)
    return desk.schedule_papers.print_wall_sheet(year, target)


FORMS: Mapping[str, PrintForm] = {
    "notice": PrintForm("接待日公告（日期或 id，--a3 招贴）", _notice),
    "rota": PrintForm("接待日安排表（--year，--a3）", _rota, False),
    "month": PrintForm("一月的接待日（--month）", _month_sheet, False),
    "session": PrintForm("接待日情况登记表（日期或 id）", _session, blank="session_sheet"),
    "field-visit": PrintForm("走访记录表（id）", _field_visit, blank="field_visit"),
    "activity": PrintForm("小组活动（id，--kind）", _activity, blank="activity_notice"),
    "leave": PrintForm("请假单（id）", _leave, blank="leave"),
    "board": PrintForm("代表公示牌（--a3）", _board, False),
    "wall-sheet": PrintForm("年度工作计划表（--year）", _wall_sheet, False),
}
"""The papers of the schedule by their names on the command line."""


def _declare_export(parser: ArgumentParser) -> None:
    parser.add_argument("--ics", required=True, metavar="FILE", help="日历文件写到哪里")
    parser.add_argument("--from", dest="first", type=a_day, metavar="DAY", help="默认今天")
    parser.add_argument("--to", dest="last", type=a_day, metavar="DAY", help="默认一年后")
    parser.add_argument("--deputy", metavar="NAME", help="只写这位代表的日程")


def _export(arguments: Arguments) -> Answer:
    target = Path(arguments.ics)
    with desk_of(arguments) as desk:
        first = arguments.first or desk.today()
        last = arguments.last or first + timedelta(days=365)
        deputy = _deputy(desk, arguments.deputy) if arguments.deputy else None
        count = desk.schedule_papers.write_calendar(first, last, target, deputy)
    content = {"file": str(target), "from": str(first), "to": str(last), "entries": count}
    return Answer(content, [f"已写出 {count} 项日程：{target}"])


def _deputy(desk: Desk, name: str) -> Deputy:
    """Return the one deputy of a name; NotFound; Refused deputy_namesakes where there are two."""
    found = [deputy for deputy in desk.deputies.find(name) if deputy.name == name]
    if not found:
        raise NotFound("deputy", name)
    if len(found) > 1:
        raise Refused("deputy_namesakes")
    return found[0]


VERBS = (
    Verb(
        "schedule export",
        "把日程写成日历文件（.ics），手机和电脑日历可以导入",
        _export,
        _declare_export,
        "liaison-desktop schedule export --ics 日程.ics --from 2026-01-01 --deputy 王建国 --home D",
    ),
)
