"""How meetings, visits and matters lead to each other: an opinion is a matter from its route on."""

from uuid import UUID

from sqlalchemy import select

from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.visit import Visit
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole


class TalkLinks:
    """Reads of what came of a meeting, and of which meeting something came."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def meeting_of(self, visit: Visit) -> Consultation | None:
        """Return the meeting in which a visit's matters were raised; None for any other visit.

        What a visit follows from may be a reception day as well.
        """
        if visit.source_uid is None:
            return None
        with self._store.read() as session:
            query = whole(Consultation).where(Consultation.uid == visit.source_uid)
            return session.scalar(query)

    def matters_of(self, consultation: UUID) -> list[Matter]:
        """Return the matters that came of the opinions of a meeting, in the order of those."""
        query = (
            select(Matter)
            .join(Statement, Statement.matter_uid == Matter.uid)
            .where(
                Statement.consultation_uid == consultation,
                Statement.withdrawn_at.is_(None),
                Matter.withdrawn_at.is_(None),
            )
            .order_by(Statement.place, Statement.id)
        )
        with self._store.read() as session:
            return list(session.scalars(query))
