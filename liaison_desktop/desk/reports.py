"""月报 — what came in a month and in the year so far, and how it stands today."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from liaison_desktop.desk.owed import EVALUATED
from liaison_desktop.desk.printings import draw_noted
from liaison_desktop.desk.schedule_counts import schedule_figures
from liaison_desktop.desk.talk_counts import talk_figures
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.matter import Deadline, Matter
from liaison_desktop.model.matter_flow import REPLY_CLOCKS
from liaison_desktop.model.month_report import (
    Period,
    ReportRow,
    VisitFigures,
    definitions,
    report_rows,
)
from liaison_desktop.model.rates import MatterFigures
from liaison_desktop.model.station import Station
from liaison_desktop.model.step import Step
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Move, Satisfaction
from liaison_desktop.store.store import Store

if TYPE_CHECKING:
    from liaison_desktop.documents.drawn import Drawn, PrintFacts

FORM = "month_report"
EVALUATIONS = 11
"""The place of what its voters said among the figures of a matter."""

Conditions = Sequence[ColumnElement[bool]]


@dataclass(frozen=True)
class MonthReport:
    """The lines of one month's report, and the day on which it was made."""

    month: date
    made_on: date
    rows: Sequence[ReportRow]

    @property
    def title(self) -> str:
        """What stands at its head."""
        return f"{self.month.year}年{self.month.month}月"


def read_month(text: str) -> date:
    """Return the first day of a month typed as 2026-11; NotSaved for anything else."""
    try:
        return date.fromisoformat(f"{text.strip()}-01")
    except ValueError:
        problem = Problem("month", ProblemCode.BAD_VALUE, detail="2026-11")
        raise NotSaved([problem]) from None


class Reports:
    """Verbs of the reports."""

    def __init__(self, store: Store, user: User, station: Station) -> None:
        self._store, self._user, self._station = store, user, station

    def month(self, month: date) -> MonthReport:
        """Return the report of the month that a day is in; what is withdrawn is not counted."""
        today = business_day(self._store.clock())
        first = month.replace(day=1)
        last = month.replace(day=monthrange(month.year, month.month)[1])
        with self._store.read() as session:
            of_month = _period(session, first, last, today)
            of_year = _period(session, first.replace(month=1), last, today)
        since = first.replace(month=1)
        of_month = replace(of_month, schedule=schedule_figures(self._store, first, last, today))
        of_year = replace(of_year, schedule=schedule_figures(self._store, since, last, today))
        return MonthReport(first, today, report_rows(of_month, of_year))

    def draw_pdf(self, month: date, target: Path) -> Drawn:
        """Draw the report on A4, with its formulas under the table; it is noted as a printing."""
        from liaison_desktop.documents.month_report import draw_month_report

        report = self.month(month)

        def draw(facts: Sequence[PrintFacts]) -> Drawn:
            return draw_month_report(target, report.title, report.rows, definitions(), facts[0])

        return draw_noted(self._store, self._user, self._station, FORM, [self._station], draw)

    def write_xlsx(self, month: date, target: Path) -> int:
        """Write the report as .xlsx, its formulas below the lines; return how many lines."""
        from liaison_desktop.documents.month_report import build_month_sheet
        from liaison_desktop.documents.saving import save

        report = self.month(month)
        now = self._store.clock()
        data = build_month_sheet(
            report.title, report.rows, definitions(), self._station.name, now, target.parent
        )
        save(target, data)
        return len(report.rows)


def _period(session: Session, first: date, last: date, today: date) -> Period:
    came = (Visit.withdrawn_at.is_(None), Visit.received_on >= first, Visit.received_on <= last)
    visits = session.execute(select(Visit.channel, Visit.headcount).where(*came))
    limit = (  # SQLite tells the other columns of the row that has the maximum
        select(Deadline.matter_id, Deadline.due_on, func.max(Deadline.position))
        .where(Deadline.rule.in_(REPLY_CLOCKS))
        .group_by(Deadline.matter_id)
        .subquery()
    )
    query = (
        select(
            Matter.state,
            Matter.handling,
            Matter.route,
            Matter.category,
            Matter.assigned_on,
            Matter.replied_on,
            Matter.fed_back_on,
            Matter.closed_on,
            limit.c.due_on,
            Matter.result_class,
            Matter.is_fulfilled,
            Matter.uid,
            Matter.returns,
            Matter.redos,
            Matter.merged_into.is_not(None),
            Matter.forwarded_on.is_not(None),
        )
        .join(Visit, Visit.uid == Matter.visit_uid)
        .outerjoin(limit, limit.c.matter_id == Matter.id)
        .where(*came, Matter.withdrawn_at.is_(None))
    )
    given = _evaluations(session, came)
    rows: list[list[Any]] = [list(row) for row in session.execute(query)]
    for row in rows:
        row[EVALUATIONS] = given.get(row[EVALUATIONS], ())  # they stand in the place of its uid
    matters = [MatterFigures(*row) for row in rows]
    talk = talk_figures(session, first, last, today)
    return Period([VisitFigures(*row) for row in visits], matters, today, talk=talk)


def _evaluations(session: Session, came: Conditions) -> Mapping[UUID, Sequence[Satisfaction]]:
    """Return what was said of the last answer to each matter, one of each voter."""
    answer = aliased(Step)
    answered = (
        select(func.max(answer.id))
        .where(answer.matter_uid == Step.matter_uid, answer.withdrawn_at.is_(None))
        .where(answer.move.in_(EVALUATED))
        .scalar_subquery()
    )
    query = (
        select(Step.matter_uid, Step.satisfaction)
        .join(Matter, Matter.uid == Step.matter_uid)
        .join(Visit, Visit.uid == Matter.visit_uid)
        .where(*came, Step.move == Move.EVALUATE, Step.withdrawn_at.is_(None), Step.id > answered)
    )
    given: dict[UUID, list[Satisfaction]] = defaultdict(list)
    for uid, satisfaction in session.execute(query):
        if satisfaction is not None:
            given[uid].append(satisfaction)
    return given
