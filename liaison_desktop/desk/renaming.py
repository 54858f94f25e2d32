"""更正姓名 — whose name was put right is who he was, and was told what he was told."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import load_record
from liaison_desktop.desk.people import KNOWN_FROM_A_VISIT
from liaison_desktop.desk.person_facts import facts_of
from liaison_desktop.model.person import Person
from liaison_desktop.model.same_person import alike
from liaison_desktop.model.visit import Visit, Visitor


def keep_renamed(session: Session, before: Sequence[Visitor], visit: Visit) -> None:
    """Let each visitor whose name was corrected stay the person he was before.

    The register follows where it had the name from this visit. He is somebody else where he was
    said to be, where more than the name became another and the two are not alike, or where the
    person is known from elsewhere and the name is not like his.
    """
    named = {visitor.person_uid for visitor in visit.visitors}
    for former, visitor in zip(before, visit.visitors, strict=False):
        uid = former.person_uid
        if uid is None or visitor.person_uid not in {None, uid} or not _is_renamed(former, visitor):
            continue
        if visitor.person_uid is None and (uid in named or not _is_he(session, former, visitor)):
            continue
        person = load_record(session, Person, uid)
        visitor.person_uid = uid
        if person.name == former.name:
            person.name = visitor.name


def _is_renamed(former: Visitor, visitor: Visitor) -> bool:
    is_named = bool(visitor.name.strip()) and not visitor.is_anonymous
    return is_named and not former.is_anonymous and visitor.name != former.name


def _is_he(session: Session, former: Visitor, visitor: Visitor) -> bool:
    if alike(facts_of(former), facts_of(visitor)) is not None:
        return True
    others = [name for name in KNOWN_FROM_A_VISIT if name != "name"]
    if any(getattr(former, name) != getattr(visitor, name) for name in others):
        return False
    visits = select(Visitor.visit_id).where(Visitor.person_uid == former.person_uid)
    elsewhere = visits.where(Visitor.visit_id != former.visit_id).limit(1)
    return session.scalar(elsewhere) is None
