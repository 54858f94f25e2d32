"""Every mapped class, so that the metadata is full; and the aggregates by their kind."""

from dataclasses import dataclass

from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.base import Base, Part, Record, table_of
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.commitment import Commitment, Progress
from liaison_desktop.model.consultation import (
    Addition,
    AgendaItem,
    Consultation,
    HeardItem,
    LinkedMatter,
)
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.draft import Draft
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.exchange import (
    Capture,
    Installation,
    Numbering,
    Outbox,
    Peer,
    Quarantine,
    ReceivedPackage,
    SentPackage,
)
from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
from liaison_desktop.model.finding import GramDue
from liaison_desktop.model.group_activity import Attendance, GroupActivity
from liaison_desktop.model.history import AuditEntry, Printing, Revision
from liaison_desktop.model.importing import Importing
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.matter import Deadline, Matter, OtherChannel
from liaison_desktop.model.merging import Merging, NotSame
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.person import Person
from liaison_desktop.model.plan_item import PlanDone, PlanItem
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.setting import Setting
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.station import Station
from liaison_desktop.model.step import Step
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.user import User, UserRole
from liaison_desktop.model.visit import Receiver, Visit, Visitor
from liaison_desktop.model.waiting import Waiting

__all__ = [
    "AGGREGATES",
    "Aggregate",
    "AuditEntry",
    "Base",
    "Capture",
    "Draft",
    "GramDue",
    "Importing",
    "Installation",
    "Merging",
    "NotSame",
    "Numbering",
    "Outbox",
    "Peer",
    "Printing",
    "Quarantine",
    "ReceivedPackage",
    "Revision",
    "SentPackage",
    "Waiting",
]


@dataclass(frozen=True)
class Aggregate:
    """A root with its parts: {attribute of the root: class of the part}."""

    root: type[Record]
    parts: dict[str, type[Part]]

    @property
    def kind(self) -> str:
        """The name of the root's table, which is the noun everywhere."""
        return str(table_of(self.root).name)


AGGREGATES: dict[str, Aggregate] = {
    aggregate.kind: aggregate
    for aggregate in (
        Aggregate(Station, {}),
        Aggregate(User, {"roles": UserRole}),
        Aggregate(Person, {}),
        Aggregate(Deputy, {"mandates": Mandate}),
        Aggregate(Unit, {}),
        Aggregate(Visit, {"visitors": Visitor, "receivers": Receiver}),
        Aggregate(Matter, {"other_channels": OtherChannel, "deadlines": Deadline}),
        Aggregate(Step, {}),
        Aggregate(KeptRule, {}),
        Aggregate(ReceptionSession, {"slots": RotaSlot}),
        Aggregate(Notice, {}),
        Aggregate(Leave, {}),
        Aggregate(ContactHousehold, {}),
        Aggregate(FieldVisit, {"deputies": VisitingDeputy}),
        Aggregate(GroupActivity, {"attendances": Attendance}),
        Aggregate(PlanItem, {"done": PlanDone}),
        Aggregate(DutyEntry, {}),
        Aggregate(BodyMember, {}),
        Aggregate(
            Consultation,
            {
                "agenda": AgendaItem,
                "linked": LinkedMatter,
                "heard": HeardItem,
                "additions": Addition,
            },
        ),
        Aggregate(Drawing, {}),
        Aggregate(Participant, {}),
        Aggregate(Statement, {}),
        Aggregate(Commitment, {"progress": Progress}),
        Aggregate(Attachment, {}),
        Aggregate(Setting, {}),
    )
}
"""In an order in which a record comes after those it refers to."""
