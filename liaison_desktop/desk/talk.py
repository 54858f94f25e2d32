"""民情恳谈 — everything about consultations, by what it is about."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from liaison_desktop.desk.commitments import Commitments
from liaison_desktop.desk.consultations import Consultations
from liaison_desktop.desk.members import Members
from liaison_desktop.desk.participants import Participants
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.statements import Statements
from liaison_desktop.desk.visits import Visits
from liaison_desktop.model.base import Record
from liaison_desktop.model.station import Station
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store

if TYPE_CHECKING:
    from liaison_desktop.desk.drawings import Drawings
    from liaison_desktop.desk.meeting_history import MeetingHistory
    from liaison_desktop.desk.talk_links import TalkLinks
    from liaison_desktop.desk.yearly_meetings import YearlyMeetings


class Talk:
    """The verbs of the consultations; those that a list of them does not need are loaded later."""

    def __init__(
        self, store: Store, user: User, station: Station, visits: Visits, rule_book: RuleBook
    ) -> None:
        self.meetings = Consultations(store, user, station, rule_book)
        self.participants = Participants(store, user)
        self.statements = Statements(store, user, visits)
        self.commitments = Commitments(store, user)
        self.members = Members(store, user, station)
        self.rule_book = rule_book
        self._store, self._user, self._station = store, user, station

    @cached_property
    def drawings(self) -> "Drawings":
        """Verbs of the random draws."""
        from liaison_desktop.desk.drawings import Drawings

        return Drawings(self._store, self._user)

    @cached_property
    def yearly(self) -> "YearlyMeetings":
        """Reads of the yearly meetings of a deliberation body."""
        from liaison_desktop.desk.yearly_meetings import YearlyMeetings

        return YearlyMeetings(self._store, self._station, self.meetings)

    @cached_property
    def history(self) -> "MeetingHistory":
        """修改记录 of a meeting and all that belongs to it."""
        from liaison_desktop.desk.meeting_history import MeetingHistory

        return MeetingHistory(self._store, self._user)

    @cached_property
    def links(self) -> "TalkLinks":
        """Ways from a visit or a matter to its meeting, and back."""
        from liaison_desktop.desk.talk_links import TalkLinks

        return TalkLinks(self._store)

    def undo(self, seen: Sequence[Record]) -> int:
        """Take back the last act of these records, whole, and return how many records it was.

        What was registered by it is withdrawn, what was changed is as before; see undo_talk for
        what it refuses. Undoing an undo brings everything back.
        """
        from liaison_desktop.desk.talk_undo import undo_talk

        return undo_talk(self._store, self._user, seen)
