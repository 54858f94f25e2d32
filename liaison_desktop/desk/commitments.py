"""承诺事项 — promised, followed, kept or broken, struck off, published, and told to who asked."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.desk.consultations import refuse_signed
from liaison_desktop.desk.meeting import commitments_of
from liaison_desktop.desk.meeting_places import last_place
from liaison_desktop.desk.roll import Roll
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.commitment import Commitment, Progress
from liaison_desktop.model.consultation_words import CommitmentState
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Way
from liaison_desktop.store.store import Store

SAID = frozenset({"content", "raised_by", "raised_uid", "answer_uid", "place"})
"""What was promised and to whom: no longer changed once the record of the meeting is signed."""


class Commitments(Roll[Commitment]):
    """Verbs of the promises."""

    def __init__(self, store: Store, user: User) -> None:
        super().__init__(store, user, Commitment, Action.KEEP_CONSULTATION)

    def of(self, consultation: UUID) -> list[Commitment]:
        """Return what was promised in a meeting, by number."""
        with self._store.read() as session:
            return commitments_of(session, consultation)

    def open_ones(self) -> list[Commitment]:
        """Return the promises not settled yet, those without a day first, then by their day."""
        found = self.find(Commitment.state == CommitmentState.OPEN)
        return sorted(found, key=lambda one: (one.due_on or date.min, one.id))

    def unheard(self) -> list[Commitment]:
        """Return the promises that were kept or broken and not told to who raised them."""
        found = self.find(
            Commitment.state != CommitmentState.OPEN, Commitment.fed_back_on.is_(None)
        )
        return [one for one in found if one.lacks_feedback]

    def report(self, seen: Commitment, noted_on: date, content: str) -> Commitment:
        """Return the promise with one more line on how far it is."""
        kept = [Progress(noted_on=one.noted_on, content=one.content) for one in seen.progress]
        said = Progress(noted_on=noted_on, content=content)
        return self.correct(seen, {"progress": [*kept, said]})

    def keep(self, seen: Commitment, settled_on: date, proof: str = "") -> Commitment:
        """Return the promise kept (已兑现) on a day, and struck off with it (销号)."""
        changes = {"state": CommitmentState.KEPT, "settled_on": settled_on, "proof": proof}
        return self.correct(seen, changes | {"struck_on": settled_on})

    def give_up(self, seen: Commitment, settled_on: date, reason: str) -> Commitment:
        """Return the promise found broken (未兑现) on a day, with the reason."""
        changes = {"state": CommitmentState.BROKEN, "settled_on": settled_on}
        return self.correct(seen, changes, reason)

    def take_up(self, seen: Commitment, reason: str) -> Commitment:
        """Return a settled promise open again; what was told of it stands in its history."""
        changes: dict[str, object] = {"state": CommitmentState.OPEN}
        gone = ("settled_on", "struck_on", "fed_back_on", "fed_back_way")
        return self.correct(seen, changes | dict.fromkeys(gone), reason)

    def publish(self, seen: Commitment, published_on: date) -> Commitment:
        """Return the promise posted for the public on a day."""
        return self.correct(seen, {"published_on": published_on})

    def feed_back(self, seen: Commitment, day: date, way: Way, feedback: str = "") -> Commitment:
        """Return the promise told to who raised it: when, how, and what he said."""
        told = {"fed_back_on": day, "fed_back_way": way, "feedback": feedback}
        return self.correct(seen, told)

    def settle(self, session: Session, record: Commitment, changes: Mapping[str, object]) -> None:
        """Give a new one its number; what was said is frozen with the record."""
        super().settle(session, record, changes)
        if not record.place:
            refuse_signed(session, record.consultation_uid)
            record.place = 1 + last_place(session, Commitment.place, record.consultation_uid)
        elif SAID & changes.keys() or record.withdrawn_at is not None:
            refuse_signed(session, record.consultation_uid)
