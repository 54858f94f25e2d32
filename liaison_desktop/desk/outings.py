"""走访与活动 — once they are done, each deputy who was there has an entry of the journal."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from liaison_desktop.desk.journal import settle_journal
from liaison_desktop.desk.roll import Roll
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.field_visit import FieldVisit
from liaison_desktop.model.group_activity import GroupActivity
from liaison_desktop.model.schedule_words import ActivityState, DutyKind, Presence
from liaison_desktop.model.uids import new_uid


class FieldVisits(Roll[FieldVisit]):
    """Verbs of the field visits."""

    def settle(self, session: Session, record: FieldVisit, changes: Mapping[str, object]) -> None:
        super().settle(session, record, changes)
        is_done = record.state is ActivityState.DONE and record.withdrawn_at is None
        there = record.deputies if is_done else []
        wanted = [
            DutyEntry(
                uid=new_uid(self._store.clock()),
                station_uid=record.station_uid,
                deputy_uid=one.deputy_uid,
                deputy_name=one.name,
                kind=DutyKind.FIELD_VISIT,
                done_on=record.visited_on,
                title=record.place or record.visited_name,
                place=record.place,
                source_kind="field_visit",
                source_uid=record.uid,
            )
            for one in there
            if one.name.strip()
        ]
        settle_journal(session, record, wanted, self._store.clock)


class Activities(Roll[GroupActivity]):
    """Verbs of the group activities."""

    def settle(
        self, session: Session, record: GroupActivity, changes: Mapping[str, object]
    ) -> None:
        super().settle(session, record, changes)
        settle_journal(session, record, self._entries(record), self._store.clock)

    def _entries(self, record: GroupActivity) -> Sequence[DutyEntry]:
        if record.state is not ActivityState.DONE or record.withdrawn_at is not None:
            return []
        return [
            DutyEntry(
                uid=new_uid(self._store.clock()),
                station_uid=record.station_uid,
                deputy_uid=one.deputy_uid,
                deputy_name=one.name,
                kind=record.duty_kind,
                done_on=record.held_on,
                title=record.topic,
                place=record.place,
                source_kind="group_activity",
                source_uid=record.uid,
            )
            for one in record.attendances
            if one.presence is Presence.PRESENT
        ]
