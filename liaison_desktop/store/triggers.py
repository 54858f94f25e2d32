"""What only SQLite has: triggers that raise versions, fill the outbox and guard history.

They stand in the file, so nothing that changes a record can forget them, whatever wrote it. Within
one act a record's version is raised once and its key is noted once, however many rows change.
"""

from sqlalchemy import Connection, Table

from liaison_desktop.model.base import Part, Record
from liaison_desktop.model.every_record import AGGREGATES, Aggregate

KEPT_FOR_EVER = ("revision", "printing", "audit_entry")
_BOOKKEEPING = {"id", "uid", "incarnation", "rev", "changed_at", "act"}
_ACT = "(SELECT act FROM capture)"
_OPEN = "(SELECT applying FROM capture) = 0"
_STAMP = (
    "incarnation = (SELECT incarnation FROM installation),"
    " changed_at = coalesce((SELECT now FROM capture),"
    " CAST(unixepoch('subsec') * 1000 AS INTEGER)),"
    f" act = {_ACT}"
)
_FIRST_OF_ACT = f"({_ACT} IS NULL OR act IS NOT {_ACT})"


def trigger_statements() -> dict[str, str]:
    """Return every trigger by name, as the file must hold it."""
    found: dict[str, str] = {}
    for aggregate in AGGREGATES.values():
        found |= _root_triggers(aggregate)
        for part in aggregate.parts.values():
            found |= _part_triggers(aggregate, part)
    for table in KEPT_FOR_EVER:
        found |= _guards(table, "UPDATE", "DELETE")
    return found


def install_triggers(connection: Connection) -> None:
    """Make the file hold exactly these triggers; called after every migration, in its transaction."""
    if connection.dialect.name != "sqlite":
        return
    for name in _present(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for statement in trigger_statements().values():
        connection.exec_driver_sql(statement)


def missing_triggers(connection: Connection) -> list[str]:
    """Return the names of triggers that the file lacks or holds otherwise than written here."""
    wanted, present = trigger_statements(), _present(connection)
    return sorted(name for name in wanted | present if wanted.get(name) != present.get(name))


def _present(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {name: sql for name, sql in rows}


def _table(mapped: type[Record] | type[Part]) -> Table:
    table = mapped.__table__  # type: ignore[union-attr]  # set on each mapped class
    assert isinstance(table, Table)  # noqa: S101 - narrows for the type checker
    return table


def _note(kind: str, travels: bool, where: str) -> str:
    if not travels:
        return ""
    return f" INSERT INTO outbox (kind, uid) SELECT '{kind}', uid FROM \"{kind}\" WHERE {where};"


def _raise(kind: str, travels: bool, key: str) -> str:
    return (
        f'UPDATE "{kind}" SET rev = rev + 1, {_STAMP} WHERE id = {key} AND {_FIRST_OF_ACT};'
        + _note(kind, travels, f"id = {key} AND changes() > 0")
    )


def _root_triggers(aggregate: Aggregate) -> dict[str, str]:
    kind, travels = aggregate.kind, aggregate.root.TRAVELS
    names = [column.name for column in _table(aggregate.root).columns]
    watched = ", ".join(f'"{name}"' for name in names if name not in _BOOKKEEPING)
    added, changed = f"{kind}_added", f"{kind}_changed"
    return {
        added: (
            f'CREATE TRIGGER {added} AFTER INSERT ON "{kind}" WHEN {_OPEN} BEGIN'
            f' UPDATE "{kind}" SET {_STAMP} WHERE id = NEW.id;'
            f"{_note(kind, travels, 'id = NEW.id')} END"
        ),
        changed: (
            f'CREATE TRIGGER {changed} AFTER UPDATE OF {watched} ON "{kind}" WHEN {_OPEN}'
            f" BEGIN {_raise(kind, travels, 'NEW.id')} END"
        ),
        **_guards(kind, "DELETE"),
    }


def _part_triggers(aggregate: Aggregate, part: type[Part]) -> dict[str, str]:
    kind, table = aggregate.kind, _table(part)
    found = {}
    for event, rows in (("INSERT", ("NEW",)), ("UPDATE", ("NEW", "OLD")), ("DELETE", ("OLD",))):
        name = f"{table.name}_{event.lower()}"
        body = " ".join(_raise(kind, aggregate.root.TRAVELS, f"{row}.{kind}_id") for row in rows)
        found[name] = (
            f'CREATE TRIGGER {name} AFTER {event} ON "{table.name}" WHEN {_OPEN} BEGIN {body} END'
        )
    return found


def _guards(table: str, *events: str) -> dict[str, str]:
    found = {}
    for event in events:
        name = f"{table}_no_{event.lower()}"
        found[name] = (
            f'CREATE TRIGGER {name} BEFORE {event} ON "{table}"'
            " BEGIN SELECT RAISE(ABORT, 'history is never changed'); END"
        )
    return found
