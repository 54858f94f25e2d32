"""修改记录 of a whole meeting: its own changes, and those of what was said, promised, who came."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.desk.history import Change, History
from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.ledger import Say, Viewer
from liaison_desktop.model.masking import mask_name
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.texts import visible
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

PARTS: tuple[type[Participant] | type[Statement] | type[Commitment], ...] = (
    Participant,
    Statement,
    Commitment,
)
MOST_ABOUT = 20
"""Characters by which a statement or a promise is known in a list."""


@dataclass(frozen=True)
class MeetingChange:
    """One change, and of which record: its kind, and by what it is known ("" for the meeting)."""

    kind: str
    about: str
    change: Change


class MeetingHistory:
    """What is kept of the past of meetings."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user, self._history = store, user, History(store, user)

    def of(self, uid: UUID, say: Say = str) -> list[MeetingChange]:
        """Return every change, oldest first, those of what was withdrawn too; NotFound.

        What was never changed since it was noted has none. Names are masked as in every history.
        """
        viewer = Viewer.of(self._user.roles_on(business_day(self._store.clock())), say)
        with self._store.read() as session:
            changed = list(_changed(session, uid))
        found = [
            MeetingChange(kind_of(record), _about(record, viewer), change)
            for record in changed
            for change in self._history.history_of(record, say)
        ]
        return sorted(found, key=lambda each: each.change.at)


def _changed(session: Session, uid: UUID) -> Iterator[Record]:
    """Yield the meeting and whatever belongs to it that is not as it was registered."""
    meeting = whole(Consultation).where(Consultation.uid == uid)
    yield from session.scalars(meeting.where(Consultation.rev > 1))
    for part in PARTS:
        query = whole(part).where(part.consultation_uid == uid, part.rev > 1)
        yield from session.scalars(query.order_by(part.place, part.id))


def _about(record: Record, viewer: Viewer) -> str:
    if isinstance(record, Participant):
        return visible(record.name if viewer.sees_names else mask_name(record.name))
    if isinstance(record, Statement | Commitment):
        said = visible(" ".join(record.content.split()))
        return said if len(said) <= MOST_ABOUT else f"{said[:MOST_ABOUT]}…"
    return ""
