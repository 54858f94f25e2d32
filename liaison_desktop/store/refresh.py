"""Read back what the triggers wrote, so that a saved object is true without another load."""

from collections import defaultdict

from sqlalchemy import Table, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from liaison_desktop.model.base import Record, table_of

CHUNK = 500
_WRITTEN = ("incarnation", "rev", "changed_at", "act")


def refresh_versions(session: Session) -> None:
    """Give every record of the session its true version, by one query for each kind."""
    found: dict[Table, dict[int, Record]] = defaultdict(dict)
    for instance in session.identity_map.values():
        if isinstance(instance, Record):
            found[table_of(type(instance))][instance.id] = instance
    for table, records in found.items():
        ids = list(records)
        for at in range(0, len(ids), CHUNK):
            _refresh(session, table, records, ids[at : at + CHUNK])


def _refresh(session: Session, table: Table, records: dict[int, Record], ids: list[int]) -> None:
    columns = [table.c[name] for name in _WRITTEN]
    query = select(table.c.id, *columns).where(table.c.id.in_(ids))
    for key, *values in session.connection().execute(query):
        for name, value in zip(_WRITTEN, values, strict=True):
            set_committed_value(records[key], name, value)
