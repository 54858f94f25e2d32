"""Verbs of the matters: listed, shown, moved, chased; and limits counted out."""

from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.matter_json import facts_as_json, row_as_json, step_as_json
from liaison_desktop.desk.matters import MatterFacts
from liaison_desktop.desk.reports import read_month
from liaison_desktop.model.deadlines import MOST_COUNTED, Counted, count
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.month_report import definitions
from liaison_desktop.model.step import Step
from liaison_desktop.model.times import parse_rfc3339
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import (
    CountUnit,
    GuidedTo,
    Move,
    ResultClass,
    Route,
    Satisfaction,
    Way,
    Word,
    label,
)
from liaison_desktop.model.work_lists import WORK_LISTS, Work

MOST_LISTED = 1_000_000


@dataclass(frozen=True)
class Option:
    """One field of a step as an option: what it is for, and what reads its value."""

    about: str
    read: Callable[[str], Any] = str
    choices: tuple[str, ...] | None = None


def _word(words: type[Word], about: str) -> Option:
    return Option(about, words, tuple(str(word) for word in words))


OPTIONS: Mapping[str, Option] = {
    "done_on": Option("日期（纸面上的日期），如 2026-11-20；默认今天", date.fromisoformat),
    "signed_by": Option("签字人（按纸质件补记）"),
    "route": _word(Route, "办理去向"),
    "guided_to": _word(GuidedTo, "引导去向"),
    "unit_name": Option("承办单位，须已登记"),
    "co_units": Option("会办单位"),
    "deputy": Option("代表"),
    "text": Option("意见、理由、答复或内容"),
    "reason": Option("站长的书面理由"),
    "result_class": _word(ResultClass, "结果类别"),
    "promise": Option("承诺事项"),
    "due_on": Option("延期至、承诺日期或限期", date.fromisoformat),
    "satisfaction": _word(Satisfaction, "测评"),
    "way": _word(Way, "方式"),
    "person": Option("反馈的对象：姓名"),
    "phoned_at": Option("电话报告时间，如 2026-11-20T09:30:00+08:00", parse_rfc3339),
    "phoned_to": Option("电话接报人"),
    "other": Option("另一事项的编号（并入、关联）"),
    "archive_no": Option("归档号"),
}


def _declare_list(parser: ArgumentParser) -> None:
    words = "；".join(f"{work} {one.label}" for work, one in WORK_LISTS.items())
    parser.add_argument("list", choices=[*Work], help=words)
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="最多几条（默认 50）")


def _list(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        today = desk.today()
        rows = desk.work.find(Work(arguments.list), max(0, min(arguments.limit, MOST_LISTED)))
    lines = [
        f"{row.number}  {label(row.state)}  {row.due_on or ''}"
        f"{'（待公布）' if row.is_tentative else ''}  {row.unit_name}  {row.title}"
        for row in rows
    ]
    return Answer([row_as_json(row, today) for row in rows], lines)


def _declare_number(parser: ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="事项编号或 id")


def _show(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        return _answer(desk, desk.matters.load_facts(arguments.number))


def _answer(desk: Desk, facts: MatterFacts) -> Answer:
    matter = facts.matter
    due = f"时限：{matter.due_on}{'（待公布）' if matter.is_due_tentative else ''}"
    lines = [f"{matter.number}  {label(matter.state)}  {matter.title}"]
    lines += [due] if matter.due_on else []
    lines += [f"  {step.done_on}  {label(step.move)}  {step.text}" for step in facts.trail]
    lines.append("现在可以：" + "、".join(dict.fromkeys(label(row.move) for row in facts.rows)))
    return Answer(facts_as_json(facts, desk.today()), lines)


def _declare_move(parser: ArgumentParser) -> None:
    _declare_number(parser)
    moves = "；".join(f"{move} {label(move)}" for move in Move)
    parser.add_argument("move", choices=[*Move], metavar="MOVE", help=moves)
    _declare_options(parser, OPTIONS)


def _declare_options(parser: ArgumentParser, options: Mapping[str, Option]) -> None:
    for name, option in options.items():
        flag = "--" + name.replace("_", "-")
        parser.add_argument(
            flag, dest=name, type=option.read, choices=option.choices, help=option.about
        )


def _move(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        facts = desk.matters.load_facts(arguments.number)
        step = _step(desk, facts, Move(arguments.move), arguments)
        desk.matters.move(facts.matter, step)
        return _answer(desk, desk.matters.load_facts(arguments.number))


def _step(desk: Desk, facts: MatterFacts, move: Move, arguments: Arguments) -> Step:
    given = {name: getattr(arguments, name, None) for name in OPTIONS}
    values = {name: value for name, value in given.items() if value is not None}
    other = values.pop("other", None)
    if other is not None:
        values["other_uid"] = desk.matters.load(other).uid
    if move is Move.FEED_BACK and (name := values.pop("person", None)) is not None:
        values["person_uid"] = _owed(facts, name)
    return _made(desk, facts.matter, move, values)


def _made(desk: Desk, matter: Matter, move: Move, values: Mapping[str, Any]) -> Step:
    fields = {"done_on": desk.today()} | dict(values)
    uid, station = new_uid(desk.now()), matter.station_uid
    return Step(uid=uid, station_uid=station, matter_uid=matter.uid, move=move, **fields)


def _owed(facts: MatterFacts, name: str) -> Any:
    """Return who of those who are owed feedback bears a name; a name that none bears is wrong."""
    for one in facts.owed:
        if one.name == name:
            return one.person_uid
    raise NotSaved([Problem("person", ProblemCode.BAD_VALUE)])


def _declare_chase(parser: ArgumentParser) -> None:
    parser.add_argument("numbers", nargs="+", metavar="NUMBER", help="事项编号，可以几个")
    _declare_options(parser, {name: OPTIONS[name] for name in ("done_on", "text", "person", "way")})


def _chase(arguments: Arguments) -> Answer:
    names = ("done_on", "text", "person", "way")
    given = {name: getattr(arguments, name) for name in names}
    values = {name: value for name, value in given.items() if value is not None}
    with desk_of(arguments) as desk:
        matters = [desk.matters.load(number) for number in dict.fromkeys(arguments.numbers)]
        steps = [(one, _made(desk, one, Move.CHASE, values)) for one in matters]
        desk.matters.move_all(steps)
    content = [step_as_json(step) | {"number": one.number} for one, step in steps]
    return Answer(content, [f"已催办：{one.number}" for one in matters])


def _declare_deadline(parser: ArgumentParser) -> None:
    day = date.fromisoformat
    parser.add_argument("--from", dest="start", type=day, required=True, metavar="DATE")
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--rule", metavar="CODE", help="规则包里的规则，如 reply")
    how.add_argument("--count", type=int, metavar="N", help="数目，与 --unit 同用")
    parser.add_argument("--unit", choices=[*CountUnit], help="日、工作日或月")


def _deadline(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        rules = desk.rules.load()
    if arguments.rule is not None:
        rule = rules.packs[rules.code].rule(arguments.rule, arguments.start)
        number, unit = rule.number, rule.unit
    else:
        number, unit = arguments.count, _unit(arguments)
    counted = count(arguments.start, number, unit, rules.calendar)
    return Answer(_counted_as_json(counted), [_counted_in_words(counted)])


def _unit(arguments: Arguments) -> CountUnit:
    """Return the unit asked for; NotSaved where it or the number is missing or out of bounds."""
    found = []
    if arguments.unit is None:
        found.append(Problem("unit", ProblemCode.MISSING))
    if not 1 <= arguments.count <= MOST_COUNTED:
        found.append(Problem("count", ProblemCode.BAD_VALUE, detail=f"1–{MOST_COUNTED}"))
    if found:
        raise NotSaved(found)
    return CountUnit(arguments.unit)


def _counted_as_json(counted: Counted) -> dict[str, object]:
    skipped = [{"date": day.isoformat(), "why": why} for day, why in counted.skipped]
    return {
        "end": counted.end.isoformat(),
        "due": counted.due.isoformat(),
        "skipped": skipped,
        "tentative": counted.is_tentative,
    }


def _counted_in_words(counted: Counted) -> str:
    return f"{counted.due}{'（节假日待公布）' if counted.is_tentative else ''}"


def _declare_calendar(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="一年的节假日日历 .toml，格式同程序自带的")


def _calendar(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        year, moved = desk.rules.import_calendar_file(Path(arguments.file))
    lines = [f"已导入 {year.year} 年日历；{moved} 件事项的期限重新算过"]
    return Answer({"year": year.year, "matters": moved}, lines)


def _declare_month(parser: ArgumentParser) -> None:
    parser.add_argument("month", metavar="YYYY-MM", help="哪一月")
    parser.add_argument("--pdf", metavar="FILE", help="写成 PDF，口径印在表下")
    parser.add_argument("--xlsx", metavar="FILE", help="写成 .xlsx")


def _month(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        month = read_month(arguments.month)
        report = desk.reports.month(month)
        if arguments.pdf:
            desk.reports.draw_pdf(month, Path(arguments.pdf))
        if arguments.xlsx:
            desk.reports.write_xlsx(month, Path(arguments.xlsx))
    rows = [
        {"group": row.group, "label": row.label, "month": row.month, "year": row.year}
        for row in report.rows
    ]
    content = {"month": report.month.isoformat()[:7], "rows": rows, "definitions": definitions()}
    lines = [f"{row.group}　{row.label}：{row.month}（本年 {row.year}）" for row in report.rows]
    return Answer(content, [*lines, *definitions()])


VERBS = (
    Verb("matter list", "列出一份办理清单，最近到期的在前", _list, _declare_list),
    Verb("matter show", "显示一件事项：状态、期限、办理过程", _show, _declare_number),
    Verb(
        "matter move",
        "办理一步；站长、单位、代表所做的按纸质件补记",
        _move,
        _declare_move,
        "liaison-desktop matter move QHJD-L-2026-0001-K-1 assign --unit-name 城建办"
        " --signed-by 刘敏 --home D",
    ),
    Verb("matter chase", "催办一件或几件，要么全记下，要么全不记", _chase, _declare_chase),
    Verb(
        "deadline",
        "按规则或按数目算期限：首日不计，遇休息日顺延",
        _deadline,
        _declare_deadline,
        "liaison-desktop deadline --from 2026-02-13 --count 2 --unit workday --home D",
    ),
    Verb(
        "calendar import",
        "导入下一年的节假日日历，待公布的期限重新算",
        _calendar,
        _declare_calendar,
    ),
    Verb(
        "report month",
        "月报（F41）：接待、事项、办理、评价，附口径",
        _month,
        _declare_month,
        "liaison-desktop report month 2026-11 --pdf 月报.pdf --xlsx 月报.xlsx --home D",
    ),
)
