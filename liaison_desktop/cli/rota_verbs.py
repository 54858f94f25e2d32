"""Verbs of the rota: the rules that are kept, a year's sessions and who sits at them."""

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.usage import a_day, a_number, in_calendar
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of, text_of
from liaison_desktop.desk.year_plan import Planned
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode, Refused
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.level_numbers import EXAMPLE, read_level_numbers
from liaison_desktop.model.reception_rule import read_reception_rule
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.rota import Options, Unmet
from liaison_desktop.model.schedule_words import SlotRole
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel, label


def _declare_keep(parser: ArgumentParser) -> None:
    parser.add_argument("rule", metavar="FILE.toml", help="写法见 docs/reception-rules.md")


def _keep(arguments: Arguments) -> Answer:
    text = text_of(arguments.rule)
    rule = read_reception_rule(text)
    with desk_of(arguments) as desk:
        uid, station = new_uid(desk.now()), desk.station.uid
        kept = KeptRule(uid=uid, station_uid=station, name=rule.name, toml=text)
        desk.schedule.rules.register(kept)
    return Answer({"id": str(uid), "name": rule.name}, [f"已记下规则：{rule.name}"])


def _declare_plan(parser: ArgumentParser) -> None:
    parser.add_argument("--year", type=a_number, required=True, metavar="Y", help="哪一年")
    parser.add_argument("--seed", default="", help="同分时由它定先后；同一个数排出同一张表")
    parser.add_argument(
        "--minimum",
        metavar="N",
        help=f"每名代表一年至少几次：一个数，或分级写 {EXAMPLE}，无；不写用上次记下的",
    )
    parser.add_argument(
        "--rest", type=a_number, default=1, metavar="N", help="两次之间隔几个接待日"
    )
    parser.add_argument("--dry-run", action="store_true", help="只算不记")


def _plan(arguments: Arguments) -> Answer:
    year = in_calendar(arguments.year)
    options = Options(seed=arguments.seed, rest=max(arguments.rest, 0))
    minimums = _minimums(arguments.minimum)
    with desk_of(arguments) as desk:
        plans = desk.schedule.year_plans
        gives = plans.missing if arguments.dry_run else plans.register_sessions
        made = gives(year)
        planned = plans.plan_rota(year, options, minimums, is_kept=not arguments.dry_run)
    registered = 0 if arguments.dry_run else len(made)
    content = _planned_as_json(planned) | {"registered": registered}
    fair = "；".join(
        f"{label(level)} 最多 {one.most} 次、最少 {one.least} 次"
        for level, one in planned.plan.by_level.items()
    )
    begun = "将新安排" if arguments.dry_run else "新安排"
    lines = [f"{begun} {len(made)} 次接待日；{fair or _why_nobody(planned)}"]
    lines += [f"{one.held_on}　{_picked(planned, one)}" for one in planned.sessions]
    lines += [
        f"未达最低次数：{_level(one)}{planned.names[one.uid]}，差 {one.short} 次"
        for one in planned.plan.unmet
    ]
    liked, disliked = planned.plan.wishes
    if liked or disliked:
        lines.append(f"愿意的日子 {liked} 人次，不便而未能避开的 {disliked} 人次")
    if planned.announced:
        lines.append(f"公告已张贴的 {planned.announced} 次没有动")
    return Answer(content, lines)


def _why_nobody(planned: Planned) -> str:
    if not planned.sessions:
        return "这一年没有接待日可排，请先用 schedule keep-rule 记下接待日规则"
    return "没有在任的代表可排，座位都空着；请先登记代表，或核对任职起止和状态"


def _picked(planned: Planned, one: ReceptionSession) -> str:
    """Return who is to sit at a session, as planned, whether that is kept or not."""
    picks = planned.plan.picks.get(str(one.uid), ())
    others = [
        slot.name
        for slot in one.slots
        if slot.deputy_uid is None or slot.slot_role is SlotRole.VISITING
    ]
    return "、".join([*(planned.names.get(pick.uid, "") for pick in picks), *others])


def _minimums(typed: str | None) -> dict[MandateLevel, int] | None:
    try:
        return None if typed is None else read_level_numbers(typed)
    except ValueError as error:
        problem = Problem("minimum", ProblemCode.BAD_VALUE, detail=str(error))
        raise NotSaved([problem]) from error


def _level(one: Unmet) -> str:
    return "" if one.level is None else label(one.level)


def _planned_as_json(planned: Planned) -> dict[str, Any]:
    plan = planned.plan
    return {
        "sessions": [_session_as_json(one) for one in planned.sessions],
        "picks": {
            key: [
                {"id": str(pick.uid), "fixed": pick.is_fixed, "why": list(pick.why.reasons)}
                for pick in picks
            ]
            for key, picks in plan.picks.items()
        },
        "fairness": {
            level.value: {"least": one.least, "most": one.most, "mean": round(one.mean, 2)}
            for level, one in plan.by_level.items()
        },
        "unfilled": [
            {"id": one.key, "level": one.level, "seats": one.seats, "why": one.why}
            for one in plan.unfilled
        ],
        "unmet": [
            {
                "id": str(one.uid),
                "name": planned.names[one.uid],
                "level": one.level,
                "short": one.short,
                "why": one.why,
            }
            for one in plan.unmet
        ],
        "wishes": {"kept": plan.wishes[0], "against": plan.wishes[1]},
        "announced": planned.announced,
        "warnings": [
            {"id": one.key, "deputy": str(one.uid), "breach": one.breach} for one in plan.warnings
        ],
    }


def _declare_list(parser: ArgumentParser) -> None:
    for name, what in (("from", "第一天"), ("to", "最后一天")):
        parser.add_argument(f"--{name}", dest=f"{name}_day", type=a_day, required=True, help=what)


def _list(arguments: Arguments) -> Answer:
    if arguments.to_day < arguments.from_day:
        raise Refused("days_reversed")
    with desk_of(arguments) as desk:
        found = desk.schedule.sessions.find_between(arguments.from_day, arguments.to_day)
    lines = [f"{one.held_on} {one.starts}　{label(one.state)}　{_names(one)}" for one in found]
    return Answer([_session_as_json(one) for one in found], lines or ["没有接待日"])


def _session_as_json(one: ReceptionSession) -> Mapping[str, Any]:
    return {
        "id": str(one.uid),
        "planned": one.planned_on.isoformat(),
        "held": one.held_on.isoformat(),
        "starts": one.starts,
        "ends": one.ends,
        "place": one.place,
        "theme": one.theme,
        "state": one.state.value,
        "notice_by": one.notice_by and one.notice_by.isoformat(),
        "shifted_because": one.shifted_because,
        "tentative": one.is_tentative,
        "deputies": [
            {
                "name": slot.name,
                "id": _uid(slot.deputy_uid),
                "role": slot.slot_role.value,
                "presence": slot.presence and slot.presence.value,
            }
            for slot in one.slots
        ],
    }


def _names(one: ReceptionSession) -> str:
    return "、".join(slot.name for slot in one.slots)


def _uid(uid: UUID | None) -> str | None:
    return None if uid is None else str(uid)


VERBS = (
    Verb("schedule keep-rule", "记下一条接待日规则", _keep, _declare_keep),
    Verb(
        "schedule plan",
        "按规则安排一年的接待日，并公平地排出轮值表；人工指定的不动",
        _plan,
        _declare_plan,
        "liaison-desktop schedule plan --year 2027 --minimum 县2、镇4 --home D",
    ),
    Verb("schedule list", "列出一段时间的接待日和代表", _list, _declare_list),
)
