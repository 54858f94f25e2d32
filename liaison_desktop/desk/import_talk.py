"""导入 of 议事组织成员 and of who takes part in a meeting: one record a line, known by its name."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.consultations import refuse_signed
from liaison_desktop.desk.deputies import deputy_named
from liaison_desktop.desk.import_rows import ImportRow, Preview, preview_by_mark
from liaison_desktop.desk.meeting_places import last_place
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.consultation_words import MemberOrigin, ParticipantKind
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.importing import ImportKind
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.station import Station
from liaison_desktop.model.words import StationKind

MARKS: Mapping[ImportKind, tuple[str, ...]] = {
    ImportKind.MEMBERS: ("name", "body", "term_no"),
    ImportKind.PARTICIPANTS: ("name", "body"),
}
"""By which fields a line is known again."""

Mark = tuple[str, ...]


def refuse_import(session: Session, kind: ImportKind, station: Station, of: UUID | None) -> None:
    """Refuse what could not be kept: Refused no_deliberation_body, meeting_signed; NotFound."""
    if kind is ImportKind.MEMBERS and station.kind is not StationKind.STREET:
        raise Refused("no_deliberation_body")
    if kind is ImportKind.PARTICIPANTS:
        refuse_signed(session, _meeting(of))


def made_of_talk(
    kind: ImportKind, line: Mapping[str, Any], uids: Mapping[str, Any], of: UUID | None
) -> BodyMember | Participant:
    """Return the unsaved record of a line; what it leaves empty is as usual."""
    said = {name: value for name, value in line.items() if value is not None}
    if kind is ImportKind.MEMBERS:
        return BodyMember(**uids, **said)
    return Participant(**uids, consultation_uid=_meeting(of), **said)


def settle_of_talk(session: Session, made: BodyMember | Participant) -> None:
    """Tie a deputy to the roster by his name, and put a participant at the end of the list."""
    is_deputy = (
        made.member_origin is MemberOrigin.DEPUTY
        if isinstance(made, BodyMember)
        else made.participant_kind is ParticipantKind.DEPUTY
    )
    if is_deputy:
        made.deputy_uid, _code = deputy_named(session, made.name)
    if isinstance(made, Participant):
        session.flush()
        made.place = 1 + last_place(session, Participant.place, made.consultation_uid)


def preview_of_talk(
    session: Session, kind: ImportKind, rows: Sequence[ImportRow], of: UUID | None
) -> Preview:
    """Let a line be known where somebody of that name and unit is there already."""

    def mark_of(row: ImportRow) -> Mark:
        return tuple(str(row.values.get(name) or "").strip() for name in MARKS[kind])

    return preview_by_mark(rows, _known(session, kind, of), mark_of)


def _known(session: Session, kind: ImportKind, of: UUID | None) -> set[Mark]:
    root: Any = BodyMember if kind is ImportKind.MEMBERS else Participant
    columns = (getattr(root, name) for name in MARKS[kind])
    query = select(*columns).where(root.withdrawn_at.is_(None))
    if kind is ImportKind.PARTICIPANTS:
        query = query.where(root.consultation_uid == _meeting(of))
    return {tuple(text.strip() for text in row) for row in session.execute(query)}


def _meeting(of: UUID | None) -> UUID:
    if of is None:
        raise ValueError("who takes part is imported into a meeting")
    return of
