"""撤销恳谈里的一次操作 — a whole act of a consultation taken back, or refused with the reason.

An opinion that was routed is free again, and the visit and matter that it became are withdrawn; a
draw goes with everybody who was drawn; a meeting that was put in order is recorded again.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.act_undo import (
    Acts,
    Among,
    acts_of,
    before_acts,
    find_changed_since,
    find_touched,
    take_back_acts,
)
from liaison_desktop.desk.as_signed import signature_of
from liaison_desktop.desk.commitments import SAID
from liaison_desktop.desk.consultations import refuse_signed
from liaison_desktop.desk.correcting import load_record
from liaison_desktop.desk.undo import REASON
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.faults import NotSaved, Refused
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.statement import SET_BY_ROUTING, Statement
from liaison_desktop.model.step import Step
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.store.revisions import revisions_of
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

WORDS = fields_of(Statement).keys() - SET_BY_ROUTING
"""What of a statement is signed with the record; where it goes is not."""

OF_A_MEETING: tuple[Any, ...] = (Participant, Statement, Commitment, Drawing)
"""What belongs to one meeting by its uid."""


def undo_talk(store: Store, user: User, seen: Sequence[Record]) -> int:
    """Take back the last act of these records, whole, and return how many records it was.

    StaleRecord where one of them was changed since, unless that was undone too; Refused
    changed_since where something else of the act was, matter_handled where somebody took up a
    matter that came of it, meeting_signed where the record is frozen, nothing_to_undo.
    """
    acts = acts_of(seen)
    with store.act(user, Action.KEEP_CONSULTATION, reason=REASON) as session:
        among = _among({_meeting_of(one) for one in seen})
        touched = {one.uid: one for one in find_touched(session, seen, among)}
        for later, is_as_then in find_changed_since(session, among, acts):
            if not is_as_then:
                raise _changed(later)
            touched[later.uid] = later
        for record in touched.values():
            _refuse_frozen(session, record, acts)
        _refuse_handled(session, touched.values(), acts)
        for record in touched.values():
            _take_back(session, record, acts, store.clock())
        _settle_visits(session, touched.values(), store.clock())
    return len(touched)


def _meeting_of(record: Record) -> UUID:
    meeting: UUID = getattr(record, "consultation_uid", record.uid)
    return meeting


def _among(meetings: set[UUID]) -> Among:
    """Return where the rest of an act of these meetings may be."""
    visits = select(Visit.uid).where(Visit.source_uid.in_(meetings))
    return {
        Consultation: Consultation.uid.in_(meetings),
        **{kind: kind.consultation_uid.in_(meetings) for kind in OF_A_MEETING},
        DutyEntry: DutyEntry.source_uid.in_(meetings),
        Visit: Visit.source_uid.in_(meetings),
        Matter: Matter.visit_uid.in_(visits),
    }


def _changed(record: Record) -> Refused:
    if isinstance(record, Matter | Visit):
        return Refused("matter_handled", key=record.number)
    return Refused("changed_since")


def _refuse_frozen(session: Session, record: Record, acts: Acts) -> None:
    """Refuse to change what was signed; promises and opinions go on their way after that too."""
    if isinstance(record, Consultation) and record.state is ConsultationState.SIGNED:
        raise Refused("meeting_signed")
    if isinstance(record, Commitment | Statement):
        frozen = SAID if isinstance(record, Commitment) else WORDS
        before = before_acts(session, record, acts)
        said = (*frozen, "withdrawn_at")
        is_said = before is None or any(before[name] != getattr(record, name) for name in said)
        if is_said or (isinstance(record, Statement) and _was_signed(session, record, acts)):
            refuse_signed(session, record.consultation_uid)
    elif isinstance(record, OF_A_MEETING):
        refuse_signed(session, record.consultation_uid)


def _was_signed(session: Session, record: Statement, acts: Acts) -> bool:
    """Return whether the head signed what these acts did to a statement."""
    signature = signature_of(session, load_record(session, Consultation, record.consultation_uid))
    done = [one.id for one in revisions_of(session, record) if one.act in acts]
    return signature is not None and min(done) < signature.revision


def _refuse_handled(session: Session, touched: Iterable[Record], acts: Acts) -> None:
    matters = {one.uid: one.number for one in touched if isinstance(one, Matter)}
    query = select(Step.matter_uid).where(Step.matter_uid.in_(matters), Step.act.not_in(acts))
    handled = session.scalar(query.where(Step.withdrawn_at.is_(None)).limit(1))
    if handled is not None:
        raise Refused("matter_handled", key=matters[handled])


def _take_back(session: Session, record: Record, acts: Acts, now: datetime) -> None:
    if isinstance(record, Visit) and before_acts(session, record, acts) is None:
        return  # it goes with the last of its matters
    take_back_acts(session, record, acts, now)
    if errors := [problem for problem in record.problems() if problem.is_error]:
        raise NotSaved(errors)


def _settle_visits(session: Session, touched: Iterable[Record], now: datetime) -> None:
    """Withdraw the visits of which no matter is left."""
    visits = {one.visit_uid for one in touched if isinstance(one, Matter)}
    for visit in session.scalars(whole(Visit).where(Visit.uid.in_(visits))):
        if visit.withdrawn_at is None and all(one.withdrawn_at for one in visit.matters):
            visit.withdrawn_at, visit.withdrawn_reason = now, REASON
