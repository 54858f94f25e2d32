"""民情恳谈 — everything about consultations, by what it is about."""

from liaison_desktop.desk.commitments import Commitments
from liaison_desktop.desk.consultations import Consultations
from liaison_desktop.desk.drawings import Drawings
from liaison_desktop.desk.members import Members
from liaison_desktop.desk.participants import Participants
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.statements import Statements
from liaison_desktop.desk.visits import Visits
from liaison_desktop.desk.yearly_meetings import YearlyMeetings
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
