"""Read back what the triggers wrote, so that a saved object is true without another load."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.times import from_ms
from liaison_desktop.store.driver import Connection
from liaison_desktop.store.engine import driver_of

CHUNK = 500


def refresh_versions(session: Session) -> None:
    """Give every record of the session its true version, by one query for each kind."""
    found: dict[str, dict[int, Record]] = defaultdict(dict)
    for instance in session.identity_map.values():
        if isinstance(instance, Record):
            found[kind_of(instance)][instance.id] = instance
    raw = driver_of(session)
    for kind, records in found.items():
        ids = list(records)
        for at in range(0, len(ids), CHUNK):
            _refresh(raw, kind, records, ids[at : at + CHUNK])


def _refresh(raw: Connection, kind: str, records: dict[int, Record], ids: list[int]) -> None:
    query = (
        f'SELECT id, incarnation, rev, changed_at, act FROM "{kind}"'  # noqa: S608 - our own name
        f" WHERE id IN ({', '.join('?' * len(ids))})"
    )
    for key, incarnation, rev, changed_at, act in raw.execute(query, ids):
        record = records[key]
        set_committed_value(record, "incarnation", incarnation)
        set_committed_value(record, "rev", rev)
        set_committed_value(record, "changed_at", changed_at and from_ms(changed_at))
        set_committed_value(record, "act", act and UUID(bytes=act))
