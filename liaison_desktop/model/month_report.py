"""F41 月报 — its rows from the figures of a month and of the year so far, by one definition."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from liaison_desktop.model.rates import (
    DAYS,
    RATES,
    Figures,
    MatterFigures,
    days_taken,
    is_closed,
    is_in_hand,
    is_late,
)
from liaison_desktop.model.schedule_figures import STATION_RATE, ScheduleFigures
from liaison_desktop.model.schedule_words import DutyKind
from liaison_desktop.model.talk_figures import PROMISE_RATE, TalkFigures
from liaison_desktop.model.words import (
    CATEGORIES,
    Channel,
    MandateLevel,
    ResultClass,
    Route,
    Satisfaction,
    label,
)

LISTS = frozenset({"形式", "去向", "类别", "参加代表", "履职"})
"""Groups of which only those lines are told that have something to tell."""

UNROUTED = "待审核分流"


class VisitFigures(NamedTuple):
    """What a report asks of a visit."""

    channel: Channel
    headcount: int


@dataclass(frozen=True)
class Period:
    """What came in a span of days, and how it stands on the day of the report."""

    visits: Sequence[VisitFigures]
    matters: Figures
    today: date
    schedule: ScheduleFigures = field(default_factory=ScheduleFigures)
    talk: TalkFigures = field(default_factory=TalkFigures)


class ReportRow(NamedTuple):
    """One line: what it is of, what it says of the month and of the year so far."""

    group: str
    label: str
    month: str
    year: str


def report_rows(month: Period, year: Period) -> list[ReportRow]:
    """Return the lines of the report in their order; of the long lists, what there was."""
    rows = [
        ReportRow(group, name, work_out(month), work_out(year)) for group, name, work_out in LINES
    ]
    return [row for row in rows if row.group not in LISTS or row.year != "0"]


def definitions() -> list[str]:
    """Return what is printed under the table: how every rate is worked out."""
    told = [f"{rate.label} = {rate.definition}" for rate in RATES]
    note = "按反映日期归入本月或本年；状态截至制表日。分母为零时印“—”。已撤回的不计。"
    return [*told, PROMISE_RATE, STATION_RATE, DAYS, note]


WorkOut = Callable[[Period], str]


def _matters(is_so: Callable[[MatterFigures], bool]) -> WorkOut:
    return lambda period: str(sum(map(is_so, period.matters)))


def _channel(channel: Channel) -> WorkOut:
    return lambda period: str(sum(one.channel is channel for one in period.visits))


def _route(route: Route | None) -> WorkOut:
    return _matters(lambda one: one.route is route)


def _category(category: str) -> WorkOut:
    return _matters(lambda one: one.category == category)


def _result(result: ResultClass) -> WorkOut:
    return _matters(lambda one: one.result_class is result)


def _satisfaction(satisfaction: Satisfaction) -> WorkOut:
    return _sum(lambda one: list(one.evaluations).count(satisfaction))


def _sum(of: Callable[[MatterFigures], int]) -> WorkOut:
    return lambda period: str(sum(map(of, period.matters)))


def _schedule(of: Callable[[ScheduleFigures], object]) -> WorkOut:
    return lambda period: str(of(period.schedule))


def _talk(of: Callable[[TalkFigures], object]) -> WorkOut:
    return lambda period: str(of(period.talk))


def _attended(level: MandateLevel | None) -> WorkOut:
    return _schedule(lambda figures: figures.attendances.get(level, 0))


def _duty(kind: DutyKind) -> WorkOut:
    return _schedule(lambda figures: figures.duties.get(kind, 0))


def _rates() -> list[tuple[str, str, WorkOut]]:
    def worked_out(place: int) -> WorkOut:
        return lambda period: str(RATES[place].work_out(period.matters, period.today))

    return [("指标", rate.label, worked_out(place)) for place, rate in enumerate(RATES)]


LINES: tuple[tuple[str, str, WorkOut], ...] = (
    ("接待", "批次", lambda period: str(len(period.visits))),
    ("接待", "人次", lambda period: str(sum(one.headcount for one in period.visits))),
    ("接待日", "计划（次）", _schedule(lambda figures: figures.planned)),
    ("接待日", "已举行（次）", _schedule(lambda figures: figures.held)),
    ("接待日", "顺延或改期（次）", _schedule(lambda figures: figures.moved)),
    ("接待日", "取消（次）", _schedule(lambda figures: figures.cancelled)),
    *(("参加代表", f"{label(level)}（人次）", _attended(level)) for level in MandateLevel),
    ("参加代表", "级别未填（人次）", _attended(None)),
    ("走访", "走访（次）", _schedule(lambda figures: figures.field_visits)),
    ("走访", "走访（人次）", _schedule(lambda figures: figures.visited)),
    ("恳谈会", "恳谈会（次）", _talk(lambda figures: figures.meetings)),
    ("恳谈会", "参加恳谈会（人次）", _talk(lambda figures: figures.people)),
    ("恳谈会", "提出意见建议（条）", _talk(lambda figures: figures.opinions)),
    ("恳谈会", "已定去向（条）", _talk(lambda figures: figures.routed)),
    ("承诺", "作出承诺（项）", _talk(lambda figures: figures.promises)),
    ("承诺", "已兑现（项）", _talk(lambda figures: figures.kept)),
    ("承诺", "未兑现（项）", _talk(lambda figures: figures.broken)),
    ("承诺", "尚未办结（项）", _talk(lambda figures: figures.open_promises)),
    ("承诺", "其中超期（项）", _talk(lambda figures: figures.overdue)),
    *(("形式", label(channel), _channel(channel)) for channel in Channel),
    ("事项", "收到件数", lambda period: str(len(period.matters))),
    *(("去向", label(route), _route(route)) for route in Route),
    ("去向", UNROUTED, _route(None)),
    *(("类别", category, _category(category)) for category in CATEGORIES),
    ("类别", "未分类", _category("")),
    ("办理", "在办", _matters(is_in_hand)),
    ("办理", "已办结", _matters(is_closed)),
    (
        "办理",
        "超期",
        lambda period: str(sum(is_late(one, period.today) for one in period.matters)),
    ),
    ("办理", "退回（次）", _sum(lambda one: one.returns)),
    ("办理", "重办（次）", _sum(lambda one: one.redos)),
    *(("结果", label(result), _result(result)) for result in ResultClass),
    ("办理", "办理天数（平均 / 中位）", lambda period: days_taken(period.matters)),
    *(("评价", label(one), _satisfaction(one)) for one in Satisfaction),
    *(("履职", f"{label(kind)}（条）", _duty(kind)) for kind in DutyKind),
    ("代表", "进站率", _schedule(lambda figures: figures.station_rate)),
    ("代表", "未达最低次数（人）", _schedule(lambda figures: figures.behind)),
    *_rates(),
    ("指标", "承诺兑现率", _talk(lambda figures: figures.promise_rate)),
)
"""Every line, once: screen, paper and sheet have the same."""
