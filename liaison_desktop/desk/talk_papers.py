"""恳谈文书 — F17 to F21, the public edition of the record, and all that was said on one topic.

Each printing is noted with its count, of every meeting it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.as_signed import as_then, meeting_as_signed, signature_of
from liaison_desktop.desk.attachments import Attachments
from liaison_desktop.desk.meeting import Meeting
from liaison_desktop.desk.printings import draw_noted
from liaison_desktop.desk.talk import Talk
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.faults import NotFound
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import made_at
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.store.store import Store

if TYPE_CHECKING:
    from liaison_desktop.documents.drawn import Drawn, PrintFacts
    from liaison_desktop.documents.meeting_sheet import MeetingSheet

    Draw = Callable[[MeetingSheet, PrintFacts], Drawn]

PLAN, NOTICE, SIGN_IN = "consultation_plan", "consultation_notice", "sign_in_sheet"
RECORD, MINUTES, OPINIONS = "consultation_record", "minutes", "opinions"
PUBLIC, SERIES = "public_record", "series"
LEFT_OUT = ("participants", "attachments", "statements", "commitments")
"""What a paper can be printed without."""

AS_SIGNED = frozenset({RECORD, MINUTES})
"""Papers that say what the head signed; the others, what is so by now."""

NOTHING: frozenset[str] = frozenset()
_AT_ONCE = 500
"""Matters that are asked for in one query."""


class TalkPapers:
    """Verbs of the papers of consultations; each is drawn from what is saved of the meeting."""

    def __init__(
        self, store: Store, user: User, station: Station, talk: Talk, attachments: Attachments
    ) -> None:
        self._store, self._user, self._station = store, user, station
        self._talk, self._attachments = talk, attachments

    def print_plan(self, uid: UUID, target: Path, *, has_roster: bool = False) -> Drawn:
        """Draw F17 方案 with the record of each draw; `has_roster` for the station's own copy."""

        def draw(sheet: MeetingSheet, facts: PrintFacts) -> Drawn:
            from liaison_desktop.documents.consultation_plan import draw_consultation_plan

            return draw_consultation_plan(target, sheet, facts, has_roster=has_roster)

        return self._print(PLAN, uid, draw)

    def print_notice(self, uid: UUID, target: Path) -> Drawn:
        """Draw F17 通知."""

        def draw(sheet: MeetingSheet, facts: PrintFacts) -> Drawn:
            from liaison_desktop.documents.consultation_plan import draw_consultation_notice

            return draw_consultation_notice(target, sheet, facts)

        return self._print(NOTICE, uid, draw)

    def print_sign_in(self, uid: UUID, target: Path) -> Drawn:
        """Draw F18 with who is expected."""

        def draw(sheet: MeetingSheet, facts: PrintFacts) -> Drawn:
            from liaison_desktop.documents.sign_in_sheet import draw_sign_in_sheet

            return draw_sign_in_sheet(target, sheet, facts)

        return self._print(SIGN_IN, uid, draw)

    def print_blank_sign_in(self, copies: int, target: Path) -> Drawn:
        """Draw empty F18, to be filled in by hand; they are not counted."""
        from liaison_desktop.documents.sign_in_sheet import draw_blank_sign_in_sheets

        with self._store.act(self._user, Action.PRINT):
            now = self._store.clock()
            return draw_blank_sign_in_sheets(target, self._station, copies, now)

    def print_record(self, uid: UUID, target: Path, without: Iterable[str] = NOTHING) -> Drawn:
        """Draw F19, without those of LEFT_OUT."""

        def draw(sheet: MeetingSheet, facts: PrintFacts) -> Drawn:
            from liaison_desktop.documents.consultation_record import draw_consultation_record

            return draw_consultation_record(target, sheet, facts, frozenset(without))

        return self._print(RECORD, uid, draw)

    def print_minutes(self, uid: UUID, target: Path) -> Drawn:
        """Draw F20; minutes without a 文号 are given the next of the year."""
        self._talk.meetings.number_minutes(self._talk.meetings.load(uid))

        def draw(sheet: MeetingSheet, facts: PrintFacts) -> Drawn:
            from liaison_desktop.documents.minutes import draw_minutes

            return draw_minutes(target, sheet, facts)

        return self._print(MINUTES, uid, draw)

    def print_opinions(
        self,
        uid: UUID,
        target: Path,
        without: Iterable[str] = NOTHING,
        *,
        has_names: bool = False,
    ) -> Drawn:
        """Draw F21, both lists; `has_names` for the station's own copy, which no unit reads."""

        def draw(sheet: MeetingSheet, facts: PrintFacts) -> Drawn:
            from liaison_desktop.documents.opinions import draw_opinions

            left_out = frozenset(without)
            return draw_opinions(target, sheet, facts, left_out, has_names=has_names)

        return self._print(OPINIONS, uid, draw)

    def print_public(self, uid: UUID, target: Path, without: Iterable[str] = NOTHING) -> Drawn:
        """Draw the record as the public may read it."""

        def draw(sheet: MeetingSheet, facts: PrintFacts) -> Drawn:
            from liaison_desktop.documents.public_record import draw_public_record

            return draw_public_record(target, sheet, facts, frozenset(without))

        return self._print(PUBLIC, uid, draw)

    def print_series(self, topic: str, target: Path, without: Iterable[str] = NOTHING) -> Drawn:
        """Draw what was said and promised on a topic; it counts for each meeting. NotFound."""
        from liaison_desktop.documents.series import draw_series

        meetings = self._talk.meetings.series(topic)
        if not topic or not meetings:
            raise NotFound("consultation", topic)
        sheets = [self._sheet(meeting) for meeting in meetings]

        def draw(facts: Sequence[PrintFacts]) -> Drawn:
            most = max(facts, key=lambda fact: fact.times)
            return draw_series(target, sheets, most, frozenset(without))

        return self._note(SERIES, [one.consultation for one in meetings], draw)

    def _print(self, form: str, uid: UUID, draw: Draw) -> Drawn:
        meeting = self._talk.meetings.meeting(uid)
        sheet = self._signed_sheet(meeting) if form in AS_SIGNED else self._sheet(meeting)

        def draw_one(facts: Sequence[PrintFacts]) -> Drawn:
            return draw(sheet, facts[0])

        return self._note(form, [meeting.consultation], draw_one)

    def _note(
        self,
        form: str,
        about: Sequence[Consultation],
        draw: Callable[[Sequence[PrintFacts]], Drawn],
    ) -> Drawn:
        return draw_noted(self._store, self._user, self._station, form, about, draw)

    def _signed_sheet(self, meeting: Meeting) -> MeetingSheet:
        """Return a signed meeting as it was signed; any other as it is."""
        with self._store.read() as session:
            signature = signature_of(session, meeting.consultation)
            if signature is None:
                return self._sheet(meeting)
            signed = meeting_as_signed(session, meeting, signature)
            uids = [link.matter_uid for link in meeting.consultation.linked]
            uids += [one.matter_uid for one in signed.statements if one.matter_uid is not None]
            matters = as_then(session, self._load_matters(session, uids), signature)
            void = self._void(session, uids, signature.at)
        sheet = self._sheet(signed, signature.at)
        return replace(sheet, matters={one.uid: one for one in matters}, void=void)

    def _sheet(self, meeting: Meeting, signed_at: datetime | None = None) -> MeetingSheet:
        """Return a meeting ready to be printed, without the files that came after its signature."""
        from liaison_desktop.documents.meeting_sheet import MeetingSheet, file_size

        one = meeting.consultation
        matters = self._matters(meeting)
        with self._store.read() as session:
            void = self._void(session, list(matters), self._store.clock())
        files = self._attachments.find(one)
        if signed_at is not None:
            files = [file for file in files if made_at(file.uid) <= signed_at]
        return MeetingSheet(
            one,
            self._station,
            business_day(self._store.clock()),
            meeting.participants,
            meeting.statements,
            meeting.commitments,
            meeting.drawings,
            matters,
            [f"{file.name}（{file_size(file.size)}）" for file in files],
            void,
        )

    def _matters(self, meeting: Meeting) -> dict[UUID, Matter]:
        """Return the matters from which the topic came and those that opinions became."""
        linked = [link.matter_uid for link in meeting.consultation.linked]
        became = [one.matter_uid for one in meeting.statements if one.matter_uid is not None]
        with self._store.read() as session:
            return {one.uid: one for one in self._load_matters(session, [*linked, *became])}

    def _void(self, session: Session, uids: Sequence[UUID], at: datetime) -> frozenset[UUID]:
        """Return which of these matters were withdrawn by then, alone or with their visit."""
        found: set[UUID] = set()
        for place in range(0, len(uids), _AT_ONCE):
            query = select(Matter.uid).join(Visit, Visit.uid == Matter.visit_uid)
            is_gone = or_(Matter.withdrawn_at <= at, Visit.withdrawn_at <= at)
            some = Matter.uid.in_(uids[place : place + _AT_ONCE])
            found |= set(session.scalars(query.where(some, is_gone)))
        return frozenset(found)

    def _load_matters(self, session: Session, uids: Sequence[UUID]) -> list[Matter]:
        wanted = list(dict.fromkeys(uids))
        found: list[Matter] = []
        for at in range(0, len(wanted), _AT_ONCE):
            query = select(Matter).where(Matter.uid.in_(wanted[at : at + _AT_ONCE]))
            found += session.scalars(query)
        return found
