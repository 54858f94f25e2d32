"""How a rota is said: why somebody sits there, how fair it is, what could not be."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from liaison_desktop.desk.year_plan import Planned
from liaison_desktop.model.level_numbers import SHORT, told_numbers
from liaison_desktop.model.reception_session import RotaSlot
from liaison_desktop.model.rota import Breach, Lack, Reason, Why
from liaison_desktop.model.rota_why import read_why
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import MandateLevel
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr


def why_in_words(slot: RotaSlot) -> str:
    """Return a deputy's name with why he sits there; a person's choice says so."""
    why = read_why(slot.why)
    said = tr("人工指定") if why is None else _reasons(why)
    return tr("{name}：{why}").format(name=visible(slot.name), why=said)


def fairness_in_words(planned: Planned) -> list[str]:
    """Return the figures of each level, then of all."""
    words = tr("{level}：{people} 人共 {turns} 次，最多 {most} 次，最少 {least} 次，平均 {mean} 次")
    lines = [
        words.format(
            level=tr(word(level)),
            people=one.people,
            turns=one.turns,
            most=one.most,
            least=one.least,
            mean=f"{one.mean:.1f}",
        )
        for level, one in planned.plan.by_level.items()
    ]
    liked, disliked = planned.plan.wishes
    if liked or disliked:
        kept = tr("心愿：{liked} 人次排在愿意的日子，{disliked} 人次没能避开不便的日子")
        lines.append(kept.format(liked=liked, disliked=disliked))
    if not planned.plan.turns:
        return [tr("名册里没有可排的在任代表。")]
    return lines or [tr("这一年还没有接待日可排。")]


def minimums_typed(minimums: Mapping[MandateLevel, int]) -> str:
    """Return the least turns of the levels as they are typed."""
    told = told_numbers(minimums)
    return tr("、").join(f"{tr(SHORT[level]) if level else ''}{number}" for level, number in told)


def unfilled_in_words(planned: Planned) -> list[str]:
    """Return what could not be: empty seats, minimums not met, hand-made picks against a rule."""
    plan = planned.plan
    days = {str(one.uid): one.held_on for one in planned.sessions}
    lacks = _lacks()
    lines = [
        tr("{day} 还空 {seats} 席：{why}").format(
            day=days.get(one.key, ""), seats=one.seats, why=lacks[one.why]
        )
        for one in plan.unfilled
    ]
    lines += [
        tr("{level} {name} 还差 {short} 次：{why}").format(
            level=tr(word(one.level)) if one.level else "",
            name=_name(planned, one.uid),
            short=one.short,
            why=lacks[one.why],
        )
        for one in plan.unmet
    ]
    breaches = _breaches()
    return lines + [
        tr("{day} 人工指定的 {name}：{why}").format(
            day=days.get(one.key, ""), name=_name(planned, one.uid), why=breaches[one.breach]
        )
        for one in plan.warnings
    ]


def _name(planned: Planned, uid: UUID) -> str:
    return visible(planned.names.get(uid, ""))


def _reasons(why: Why) -> str:
    said = {
        Reason.BY_HAND: tr("人工指定"),
        Reason.ONLY_ONE: tr("当天只有他能来"),
        Reason.OWED: tr("还欠最低次数 {owed} 次").format(owed=why.owed),
        Reason.FEWEST: tr("此前 {turns} 次，为最少").format(turns=why.turns),
        Reason.WISHED: tr("本人愿意这天"),
        Reason.EVEN: tr("此前 {turns} 次，全年拉平").format(turns=why.turns),
        Reason.UNWISHED: tr("本人不便这天，没能避开"),
        Reason.MISSED: tr("本人愿意的日子没能排上"),
        Reason.SPARED: tr("避开了本人不便的日子"),
    }
    return tr("；").join(said[reason] for reason in why.reasons)


def _lacks() -> dict[Lack, str]:
    return {
        Lack.NOBODY: tr("名册里没有这一级的代表"),
        Lack.NOT_IN_OFFICE: tr("当天不在任"),
        Lack.ON_LEAVE: tr("请假"),
        Lack.BUSY: tr("当天已在别的接待日"),
        Lack.NO_SEATS: tr("席位不够"),
    }


def _breaches() -> dict[Breach, str]:
    return {
        Breach.UNKNOWN: tr("名册里没有这个人"),
        Breach.NOT_IN_OFFICE: tr("当天不在任"),
        Breach.ON_LEAVE: tr("当天请假"),
        Breach.TWICE_IN_SESSION: tr("同一次排了两遍"),
        Breach.TWICE_THAT_DAY: tr("同一天排了两次"),
        Breach.LEVEL_NOT_WANTED: tr("不是这次要的级别"),
        Breach.TOO_MANY: tr("超过席位数"),
    }
