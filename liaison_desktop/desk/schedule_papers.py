"""日程文书 — F03, F04, F07, F25 to F27, the public board, the wall sheet, the calendar file.

Each printing is noted with its count: of the record it is about, or of the station.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from liaison_desktop.desk.deputies import Deputies
from liaison_desktop.desk.printings import draw_noted
from liaison_desktop.desk.schedule import Schedule
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
from liaison_desktop.model.group_activity import Attendance, GroupActivity
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.plan_dates import plan_dates
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import Presence, SessionState
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.store.attachments import AttachmentFile
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

if TYPE_CHECKING:
    from liaison_desktop.documents.drawn import Drawn, PrintFacts
    from liaison_desktop.documents.notice_text import NoticeSheet

NOTICE, ROTA, MONTH, SESSION = "notice", "rota", "month_sheet", "session_sheet"
FIELD_VISIT, LEAVE, BOARD, WALL_SHEET = "field_visit", "leave", "board", "wall_sheet"
ACTIVITIES = ("activity_notice", "activity_record", "activity_attendance")
BLANKS = (SESSION, FIELD_VISIT, LEAVE, *ACTIVITIES)
"""What can be printed empty, to be filled in by hand."""

DAYS_SHOWN = 3
"""Reception days of a deputy on the public board."""

Scheduled = ReceptionSession | FieldVisit | GroupActivity
_COMING = {None, Presence.PRESENT}


class SchedulePapers:
    """Verbs of the papers of the schedule."""

    def __init__(
        self, store: Store, user: User, station: Station, schedule: Schedule, deputies: Deputies
    ) -> None:
        self._store, self._user, self._station = store, user, station
        self._schedule, self._deputies = schedule, deputies

    def offered_body(self, notice: Notice) -> str:
        """Return the text of a notice: as it was typed, else as it would be printed."""
        from liaison_desktop.documents.notice_text import notice_body

        return notice_body(self._sheet(notice))

    def print_notice(
        self, about: ReceptionSession | Notice, target: Path, *, is_poster: bool = False
    ) -> Drawn:
        """Draw F04 on A4, or as an A3 poster; one without a 文号 is given the next of the year.

        Of a session it is the notice that holds now, prepared where there is none.
        """
        notices = self._schedule.notices
        notice = notices.number(about if isinstance(about, Notice) else notices.prepare(about))
        sheet = self._sheet(notice)

        def draw(facts: PrintFacts) -> Drawn:
            from liaison_desktop.documents.notice import draw_notice
            from liaison_desktop.documents.poster import draw_poster

            return (draw_poster if is_poster else draw_notice)(target, sheet, facts)

        return self._print(NOTICE, notice, draw)

    def print_rota(self, year: int, target: Path, *, is_wide: bool = False) -> Drawn:
        """Draw F03, the reception days of a year, on A4 or A3 across."""
        from liaison_desktop.documents.rota import RotaLine, draw_rota

        sessions = self._schedule.sessions.find_between(date(year, 1, 1), date(year, 12, 31))
        uids = [session.uid for session in sessions]
        notices = self._schedule.notices.find(Notice.session_uid.in_(uids))
        lines = [
            RotaLine(one, [notice for notice in notices if notice.session_uid == one.uid])
            for one in sessions
        ]

        def draw(facts: PrintFacts) -> Drawn:
            return draw_rota(target, year, lines, facts, is_wide=is_wide)

        return self._print(ROTA, self._station, draw)

    def print_month(self, month: date, target: Path) -> Drawn:
        """Draw the month that a day is in as a calendar, Monday first."""
        from liaison_desktop.documents.month_sheet import draw_month_sheet

        first = month.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        sessions = self._schedule.sessions.find_between(first, last)
        calendar = self._schedule.rule_book.load().calendar

        def draw(facts: PrintFacts) -> Drawn:
            return draw_month_sheet(target, month, sessions, calendar, facts)

        return self._print(MONTH, self._station, draw)

    def print_session(
        self, session: ReceptionSession, target: Path, *, for_writing: bool = False
    ) -> Drawn:
        """Draw F07 with what was registered on the day."""
        from liaison_desktop.documents.session_sheet import SessionFigures, draw_session_sheet

        sessions = self._schedule.sessions
        counts = sessions.count(session)
        figures = SessionFigures(counts.visits, counts.visitors, sessions.matters_of(session))

        def draw(facts: PrintFacts) -> Drawn:
            return draw_session_sheet(target, session, figures, facts, for_writing=for_writing)

        return self._print(SESSION, session, draw)

    def print_field_visit(
        self, visit: FieldVisit, target: Path, *, for_writing: bool = False
    ) -> Drawn:
        """Draw F25 of one visit, with the numbers of what was collected on the way."""
        query = select(Visit.number).where(
            Visit.source_uid == visit.uid, Visit.withdrawn_at.is_(None)
        )
        with self._store.read() as session:
            collected = session.scalars(query.order_by(Visit.id)).all()

        def draw(facts: PrintFacts) -> Drawn:
            from liaison_desktop.documents.field_visit import draw_field_visit

            return draw_field_visit(target, visit, facts, collected, for_writing=for_writing)

        return self._print(FIELD_VISIT, visit, draw)

    def print_activity(
        self, activity: GroupActivity, form: str, target: Path, *, for_writing: bool = False
    ) -> Drawn:
        """Draw F26 of one activity: one of ACTIVITIES; the record counts its photos."""
        hanging = AttachmentFile(self._store).find(activity)
        photos = sum(one.media_type.startswith("image/") for one in hanging)

        def draw(facts: PrintFacts) -> Drawn:
            from liaison_desktop.documents.activity import draw_activity

            return draw_activity(
                target, form, activity, facts, photos=photos, for_writing=for_writing
            )

        return self._print(form, activity, draw)

    def print_leave(self, leave: Leave, target: Path, *, for_writing: bool = False) -> Drawn:
        """Draw F27 of one leave."""

        def draw(facts: PrintFacts) -> Drawn:
            from liaison_desktop.documents.leave import draw_leave

            return draw_leave(target, leave, facts, for_writing=for_writing)

        return self._print(LEAVE, leave, draw)

    def print_board(self, target: Path, *, is_wide: bool = False) -> Drawn:
        """Draw the public board of who is in office today, with public fields only."""
        from liaison_desktop.documents.board import BoardCard, draw_board

        coming = self._coming()
        cards = [
            BoardCard(
                deputy,
                self._deputies.photo(deputy),
                [
                    one.held_on
                    for one in coming
                    if any(
                        slot.deputy_uid == deputy.uid and slot.presence in _COMING
                        for slot in one.slots
                    )
                ][:DAYS_SHOWN],
            )
            for deputy in self._deputies.public()
        ]
        reception = "；".join(self._rules_not_ended())

        def draw(facts: PrintFacts) -> Drawn:
            return draw_board(target, cards, reception, facts, is_wide=is_wide)

        return self._print(BOARD, self._station, draw)

    def print_wall_sheet(self, year: int, target: Path) -> Drawn:
        """Draw the plan of a year with the due days of each thing, on A3 across."""
        from liaison_desktop.documents.wall_sheet import WallLine, draw_wall_sheet

        calendar = self._schedule.rule_book.load().calendar
        items = self._schedule.plan_items.find()
        dated = [WallLine(item, plan_dates(item, year, calendar)) for item in items]
        lines = [line for line in dated if line.dates]

        def draw(facts: PrintFacts) -> Drawn:
            return draw_wall_sheet(target, year, lines, facts)

        return self._print(WALL_SHEET, self._station, draw)

    def print_blank(self, form: str, copies: int, target: Path) -> Drawn:
        """Draw empty forms of BLANKS, to be filled in by hand; they are not counted."""
        from liaison_desktop.documents.activity import draw_blank_activities
        from liaison_desktop.documents.field_visit import draw_blank_field_visits
        from liaison_desktop.documents.leave import draw_blank_leaves
        from liaison_desktop.documents.session_sheet import draw_blank_session_sheets

        station = self._station
        with self._store.act(self._user, Action.PRINT):
            now = self._store.clock()
            if form in ACTIVITIES:
                return draw_blank_activities(target, form, station, copies, now)
            draw = {
                SESSION: draw_blank_session_sheets,
                FIELD_VISIT: draw_blank_field_visits,
                LEAVE: draw_blank_leaves,
            }[form]
            return draw(target, station, copies, now)

    def write_calendar(
        self, first: date, last: date, target: Path, deputy: Deputy | None = None
    ) -> int:
        """Write the schedule from a day to a day, both with, as .ics; return how many entries.

        Of one deputy it is what he is to come to. What was called off or withdrawn stays in it,
        cancelled, so that a phone that knows it lets go of it. Refused days_reversed; Unusable.
        """
        from liaison_desktop.documents.calendar_file import build_calendar
        from liaison_desktop.documents.saving import save

        if last < first:
            raise Refused("days_reversed")
        entries = [
            *(one for one in self._entries(first, last) if deputy is None or _is_of(one, deputy)),
            *self._meetings(first, last, deputy),
        ]
        name = f"{self._station.name}日程" if deputy is None else f"{deputy.name}代表日程"
        with self._store.act(self._user, Action.PRINT):
            save(target, build_calendar(name, entries, self._station, self._store.clock()))
        return len(entries)

    def _meetings(self, first: date, last: date, deputy: Deputy | None) -> list[Consultation]:
        """Return the meetings of these days; of one deputy those that he is to come to."""
        query = whole(Consultation).where(Consultation.held_on.between(first, last))
        if deputy is not None:
            his = select(Participant.consultation_uid).where(
                Participant.deputy_uid == deputy.uid,
                Participant.withdrawn_at.is_(None),
                Participant.presence.is_(None) | (Participant.presence == Presence.PRESENT),
            )
            query = query.where(Consultation.uid.in_(his))
        with self._store.read() as session:
            return list(session.scalars(query.order_by(Consultation.held_on, Consultation.id)))

    def _entries(self, first: date, last: date) -> list[Scheduled]:
        schedule = self._schedule
        held, visited = ReceptionSession.held_on, FieldVisit.visited_on
        done = GroupActivity.held_on
        return [
            *schedule.sessions.find_all(held >= first, held <= last),
            *schedule.field_visits.find_all(visited >= first, visited <= last),
            *schedule.activities.find_all(done >= first, done <= last),
        ]

    def _coming(self) -> list[ReceptionSession]:
        """Return the reception days of the year to come, without those called off."""
        today = business_day(self._store.clock())
        found = self._schedule.sessions.find_between(today, today + timedelta(days=365))
        return [session for session in found if session.state is not SessionState.CANCELLED]

    def _rules_not_ended(self) -> list[str]:
        """Return the names of the rules that are valid today or later."""
        today, rules = business_day(self._store.clock()), self._schedule.year_plans.rules()
        return [rule.name for rule in rules if rule.valid_to is None or rule.valid_to >= today]

    def _sheet(self, notice: Notice) -> NoticeSheet:
        from liaison_desktop.documents.notice_text import NoticeSheet

        session = self._schedule.sessions.load(notice.session_uid)
        return NoticeSheet(notice, session, self._station, business_day(self._store.clock()))

    def _print(self, form: str, record: Record, draw: Callable[[PrintFacts], Drawn]) -> Drawn:
        def draw_one(facts: Sequence[PrintFacts]) -> Drawn:
            return draw(facts[0])

        return draw_noted(self._store, self._user, self._station, form, [record], draw_one)


def _is_of(entry: Scheduled, deputy: Deputy) -> bool:
    """Return whether a deputy is to come; by uid, or by name where the roster knows it not."""
    if isinstance(entry, ReceptionSession):
        named = [slot for slot in entry.slots if slot.presence in _COMING]
        return any(_names(slot.deputy_uid, slot.name, deputy) for slot in named)
    if isinstance(entry, FieldVisit):
        parts: Sequence[VisitingDeputy | Attendance] = entry.deputies
    else:
        parts = [one for one in entry.attendances if one.presence in _COMING]
    return any(_names(part.deputy_uid, part.name, deputy) for part in parts)


def _names(uid: UUID | None, name: str, deputy: Deputy) -> bool:
    return uid == deputy.uid if uid is not None else name.strip() == deputy.name
