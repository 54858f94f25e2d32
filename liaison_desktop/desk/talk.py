"""民情恳谈 — everything about consultations, by what it is about."""

from collections.abc import Sequence

from liaison_desktop.desk.commitments import Commitments
from liaison_desktop.desk.consultations import Consultations
from liaison_desktop.desk.drawings import Drawings
from liaison_desktop.desk.members import Members
from liaison_desktop.desk.participants import Participants
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.statements import Statements
from liaison_desktop.desk.talk_undo import undo_talk
from liaison_desktop.desk.visits import Visits
from liaison_desktop.desk.yearly_meetings import YearlyMeetings
from liaison_desktop.model.base import Record
from liaison_desktop.model.station import Station
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store


class Talk:
    """The verbs of the consultations."""

    def __init__(
        self, store: Store, user: User, station: Station, visits: Visits, rule_book: RuleBook
    ) -> None:
        self.meetings = Consultations(store, user, station, rule_book)
        self.participants = Participants(store, user)
        self.drawings = Drawings(store, user)
        self.statements = Statements(store, user, visits)
        self.commitments = Commitments(store, user)
        self.members = Members(store, user, station)
        self.yearly = YearlyMeetings(store, station, self.meetings)
        self.rule_book = rule_book
        self._store, self._user = store, user

    def undo(self, seen: Sequence[Record]) -> int:
        """Take back the last act of these records, whole, and return how many records it was.

        What was registered by it is withdrawn, what was changed is as before; see undo_talk for
        what it refuses. Undoing an undo brings everything back.
        """
        return undo_talk(self._store, self._user, seen)
