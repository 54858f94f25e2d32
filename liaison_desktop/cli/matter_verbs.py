"""Verbs of the matters: listed, shown, moved, corrected, chased; and the month's report."""

from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.usage import DAY, a_number, read_as
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.matter_json import facts_as_json, row_as_json, step_as_json
from liaison_desktop.desk.matters import MatterFacts
from liaison_desktop.desk.owed import Owed
from liaison_desktop.desk.reports import read_month
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.faults import NotFound, NotSaved, Problem, ProblemCode
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_guards import OF_VOTER
from liaison_desktop.model.month_report import definitions
from liaison_desktop.model.step import Step
from liaison_desktop.model.times import parse_rfc3339
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import (
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
MOMENT = "2026-11-20T09:30:00+08:00"


@dataclass(frozen=True)
class Option:
    """One field of a step as an option: what it is for, and what reads its value."""

    about: str
    read: Callable[[str], Any] = str
    choices: tuple[str, ...] = ()
    example: str = ""

    @property
    def reader(self) -> Callable[[str], Any]:
        """What reads its value, and refuses as `read_as` does."""
        return partial(read_as, self.read, self.example or "、".join(self.choices))


def _word(words: type[Word], about: str) -> Option:
    return Option(about, words, tuple(str(word) for word in words))


OPTIONS: Mapping[str, Option] = {
    "done_on": Option("日期（纸面上的日期），如 2026-11-20；默认今天", date.fromisoformat, (), DAY),
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
    "due_on": Option("延期至、承诺日期或限期", date.fromisoformat, (), DAY),
    "satisfaction": _word(Satisfaction, "测评"),
    "way": _word(Way, "方式"),
    "person": Option("反馈、测评的反映人或沟通的对象：姓名"),
    "phoned_at": Option(f"电话报告时间，如 {MOMENT}", parse_rfc3339, (), MOMENT),
    "phoned_to": Option("电话接报人"),
    "other": Option("另一事项的编号（并入、关联）"),
    "archive_no": Option("归档号"),
}


def _declare_list(parser: ArgumentParser) -> None:
    words = "；".join(f"{work} {one.label}" for work, one in WORK_LISTS.items())
    parser.add_argument("list", choices=[*Work], help=words)
    parser.add_argument(
        "--limit", type=a_number, default=50, metavar="N", help="最多几条（默认 50）"
    )


def _list(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        today = desk.today()
        if authorize(desk.user.roles_on(today), Action.HANDLE_MATTER):
            while desk.matters.begin_days():
                pass
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
    lines += [
        f"  {place}. {step.done_on}  {_name_of(step, facts)}  {step.text}"
        f"{'（更正过）' if step.uid in facts.corrections else ''}"
        for place, step in enumerate(facts.trail, start=1)
    ]
    lines.append("现在可以：" + "、".join(dict.fromkeys(label(row.move) for row in facts.rows)))
    return Answer(facts_as_json(facts, desk.today()), lines)


def _name_of(step: Step, facts: MatterFacts) -> str:
    return "另一事项并入" if step.uid in facts.took_in else label(step.move)


def _declare_move(parser: ArgumentParser) -> None:
    _declare_number(parser)
    moves = "；".join(f"{move} {label(move)}" for move in Move)
    parser.add_argument("move", choices=[*Move], metavar="MOVE", help=moves)
    _declare_options(parser, OPTIONS)


def _declare_options(parser: ArgumentParser, options: Mapping[str, Option]) -> None:
    for name, option in options.items():
        flag = "--" + name.replace("_", "-")
        parser.add_argument(
            flag,
            dest=name,
            type=option.reader,
            choices=option.choices or None,
            help=option.about,
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
    if move in OF_VOTER and (name := values.pop("person", None)) is not None:
        waiting = facts.owed if move is Move.FEED_BACK else facts.to_hear
        values["person_uid"] = _named(waiting, name)
    return _made(desk, facts.matter, move, values)


def _made(desk: Desk, matter: Matter, move: Move, values: Mapping[str, Any]) -> Step:
    fields = {"done_on": desk.today()} | dict(values)
    uid, station = new_uid(desk.now()), matter.station_uid
    return Step(uid=uid, station_uid=station, matter_uid=matter.uid, move=move, **fields)


def _named(people: Sequence[Owed], name: str) -> UUID:
    """Return who of these bears a name; a name that none bears is wrong."""
    for one in people:
        if one.name == name:
            return one.person_uid
    raise NotSaved([Problem("person", ProblemCode.BAD_VALUE)])


CORRECTED = {name: option for name, option in OPTIONS.items() if name not in {"route", "other"}}
"""What of a step a correction may change."""


def _declare_correct(parser: ArgumentParser) -> None:
    _declare_number(parser)
    parser.add_argument("step", metavar="STEP", help="第几步（matter show 里的序号）或这一步的 id")
    parser.add_argument("--why", required=True, help="更正原因")
    _declare_options(parser, CORRECTED)


def _correct(arguments: Arguments) -> Answer:
    given = {name: getattr(arguments, name) for name in CORRECTED}
    changes = {name: value for name, value in given.items() if value is not None}
    with desk_of(arguments) as desk:
        facts = desk.matters.load_facts(arguments.number)
        step = _step_named(facts, arguments.step)
        if step.move in OF_VOTER and "person" in changes:
            changes["person_uid"] = _named(facts.people, changes.pop("person"))
        desk.matters.correct_step(facts.matter, step.uid, changes, arguments.why)
        return _answer(desk, desk.matters.load_facts(arguments.number))


def _step_named(facts: MatterFacts, key: str) -> Step:
    """Return the step of this place, from 1, or of this id; NotFound."""
    for place, step in enumerate(facts.trail, start=1):
        if key in {str(place), str(step.uid)}:
            return step
    raise NotFound("step", key)


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
    Verb(
        "matter correct-step",
        "更正已记下的一步（不必是最后一步），写明原因；由它推出的期限重新算",
        _correct,
        _declare_correct,
        "liaison-desktop matter correct-step QHJD-L-2026-0001-K-1 2 --done-on 2026-11-23"
        " --why 纸面日期看错 --home D",
    ),
    Verb("matter chase", "催办一件或几件，要么全记下，要么全不记", _chase, _declare_chase),
    Verb(
        "report month",
        "月报（F41）：接待、事项、办理、评价，附口径",
        _month,
        _declare_month,
        "liaison-desktop report month 2026-11 --pdf 月报.pdf --xlsx 月报.xlsx --home D",
    ),
)
