"""统计口径 — every rate as a pure function, with the definition that is printed under its table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean, median

from liaison_desktop.model.matter_flow import ANSWERED, OPEN
from liaison_desktop.model.words import Handling, MatterState, ResultClass, Route, Satisfaction

FEW = 5
"""Of fewer than these, a hundred per cent says little, and the paper says so."""

NOTHING = "—"
_OUT = frozenset({Route.DECLINED, Route.FOR_REFERENCE})
_RESTING = frozenset({MatterState.SUSPENDED, MatterState.RETURNED})


@dataclass(frozen=True)
class MatterFigures:
    """What the rates ask of a matter; `reply_due_on` is the last valid limit of its answer."""

    state: MatterState
    handling: Handling | None
    route: Route | None
    category: str
    assigned_on: date | None
    replied_on: date | None
    fed_back_on: date | None
    closed_on: date | None
    reply_due_on: date | None
    result_class: ResultClass | None
    is_fulfilled: bool
    evaluations: Sequence[Satisfaction]
    """What each voter said of the last answer, those who were never heard included."""
    returns: int
    redos: int
    is_merged: bool = False
    is_forwarded: bool = False


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    def __str__(self) -> str:
        if not self.whole:
            return NOTHING
        text = f"{self.part / self.whole:.1%}"
        if self.part == self.whole and self.whole < FEW:
            return f"{text}（仅 {self.whole} 件）"
        return text


Figures = Sequence[MatterFigures]


@dataclass(frozen=True)
class Rate:
    """A rate: what it is called, how it is worked out, and the words for that."""

    label: str
    definition: str
    work_out: Callable[[Figures, date], Share]


def is_closed(one: MatterFigures) -> bool:
    """Return whether a matter is 已办结: answered on the spot, or answered and closed."""
    return one.closed_on is not None or one.state is MatterState.ANSWERED_ON_SITE


def is_in_hand(one: MatterFigures) -> bool:
    """Return whether a matter is 在办."""
    return one.state in OPEN | ANSWERED or one.state is MatterState.SUSPENDED


def is_late(one: MatterFigures, today: date) -> bool:
    """Return whether its answer came, or is still to come, after the last valid limit."""
    if not _has_limit(one):
        return False
    return one.reply_due_on is not None and (_answered_on(one) or today) > one.reply_due_on


def _answered_on(one: MatterFigures) -> date | None:
    """Return the day of the answer that counts; None while it, or another one, is still owed."""
    return None if one.state is MatterState.REDO else one.replied_on


def _has_limit(one: MatterFigures) -> bool:
    """Return whether its answer has a limit that counts: none runs while nobody owes the answer."""
    rests = one.is_merged or (one.replied_on is None and one.state in _RESTING)
    return one.reply_due_on is not None and not rests


def _count(figures: Iterable[MatterFigures], is_so: Callable[[MatterFigures], bool]) -> int:
    return sum(map(is_so, figures))


def _countable(figures: Figures) -> list[MatterFigures]:
    return [
        one
        for one in figures
        if one.route not in _OUT
        and one.handling is not Handling.GUIDED
        and not (one.is_merged or one.is_forwarded)
    ]


def _closed_of_all(figures: Figures, _today: date) -> Share:
    counted = _countable(figures)
    return Share(_count(counted, is_closed), len(counted))


def _closed_of_due(figures: Figures, today: date) -> Share:
    counted = [
        one
        for one in _countable(figures)
        if not is_in_hand(one) or (one.reply_due_on is not None and one.reply_due_on < today)
    ]
    return Share(_count(counted, is_closed), len(counted))


def _on_time(figures: Figures, today: date) -> Share:
    with_limit = [one for one in figures if _has_limit(one)]
    counted = [one for one in with_limit if _answered_on(one) or is_late(one, today)]
    return Share(_count(counted, lambda one: not is_late(one, today)), len(counted))


def _evaluated(figures: Figures) -> list[Satisfaction]:
    given = [each for one in figures for each in one.evaluations]
    return [one for one in given if one is not Satisfaction.NOT_EVALUATED]


def _satisfied(figures: Figures, _today: date) -> Share:
    evaluated = _evaluated(figures)
    return Share(sum(one is not Satisfaction.DISSATISFIED for one in evaluated), len(evaluated))


def _strictly_satisfied(figures: Figures, _today: date) -> Share:
    evaluated = _evaluated(figures)
    return Share(sum(one is Satisfaction.SATISFIED for one in evaluated), len(evaluated))


def _is_carried_out(one: MatterFigures) -> bool:
    is_kept = one.result_class is ResultClass.PLANNED and one.is_fulfilled
    return one.result_class is ResultClass.RESOLVED or is_kept


def _carried_out(figures: Figures, _today: date) -> Share:
    replied = [one for one in figures if one.replied_on is not None]
    return Share(_count(replied, _is_carried_out), len(replied))


def _fed_back(figures: Figures, _today: date) -> Share:
    replied = [one for one in figures if one.replied_on is not None]
    return Share(_count(replied, lambda one: one.fed_back_on is not None), len(replied))


RATES: tuple[Rate, ...] = (
    Rate(
        "办结率（全部口径）",
        "已办结 ÷（收到 − 不予受理 − 引导告知 − 留作参考 − 转送 − 已并入）；当场答复算办结",
        _closed_of_all,
    ),
    Rate(
        "办结率（到期口径）",
        "已办结 ÷（收到 − 不予受理 − 引导告知 − 留作参考 − 转送 − 已并入 − 未到期在办）",
        _closed_of_due,
    ),
    Rate("按期率", "在最后有效时限内答复 ÷（已答复 + 超期未答复）；经批准延期的算按期", _on_time),
    Rate(
        "满意率",
        "（满意 + 基本满意）÷ 收回的测评；每位反映人对最后一次答复计一份，催办后仍未收回的不计入",
        _satisfied,
    ),
    Rate("满意度（严格）", "满意 ÷ 收回的测评", _strictly_satisfied),
    Rate("落实率", "（A 类 + 已兑现的 B 类）÷ 已答复", _carried_out),
    Rate("反馈率", "已向反映人反馈 ÷ 已答复", _fed_back),
)
"""In the order in which a report has them."""

DAYS = "平均办理天数：答复日期 − 交办日期，列平均数和中位数"


def days_taken(figures: Figures) -> str:
    """Return mean and median of the days from hand-over to answer, — where none was answered."""
    days = [
        (one.replied_on - one.assigned_on).days
        for one in figures
        if one.replied_on is not None and one.assigned_on is not None
    ]
    return f"{mean(days):.1f} / {median(days):g}" if days else NOTHING
