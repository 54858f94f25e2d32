"""What only SQLite has: triggers that keep bodies, raise versions, note keys and guard history.

They stand in the file, so nothing that changes a record can forget them, whatever wrote it. Within
one act the first change of a record, of its root or of any part,

    keeps    the whole body as it was in `revision`,
    raises   the root's version and notes its key in `outbox`,

and every later change of the same act does neither, for the root then bears the act. A part touches
its root before it changes, so that one trigger of the root does both: the statements of a schema
take memory in every connection, ten times their length. While a
package is applied (`capture.applying`) the body is kept as always, but the version is the
package's and nothing is noted: what came from the other side is not sent back to it.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from sqlalchemy import Connection, LargeBinary, Table

from liaison_desktop.model.base import Part, Record, Uid, table_of
from liaison_desktop.model.every_record import AGGREGATES, Aggregate
from liaison_desktop.store.grams import gram_triggers

KEPT_FOR_EVER = ("revision", "printing", "audit_entry")
_NAMES = {"id", "uid"}
_VERSION = ("incarnation", "rev")
_BOOKKEEPING = {*_NAMES, *_VERSION, "changed_at", "act"}
_ACT = "(SELECT act FROM capture)"
_APPLYING = "(SELECT applying FROM capture)"
_NOW = "coalesce((SELECT now FROM capture), CAST(unixepoch('subsec') * 1000 AS INTEGER))"
_INCARNATION = "(SELECT incarnation FROM installation)"
_STAMP = f"incarnation = {_INCARNATION}, changed_at = {_NOW}, act = {_ACT}"
_TOUCHED = "'part'"
"""The act that a root bears for as long as a part of it is about to change."""


@cache
def trigger_statements() -> Mapping[str, str]:
    """Return every trigger by name, as the file must hold it."""
    found: dict[str, str] = {}
    for aggregate in AGGREGATES.values():
        found |= _root_triggers(aggregate)
        for part in aggregate.parts.values():
            found |= _part_triggers(aggregate, part)
    for table in KEPT_FOR_EVER:
        found |= _guards(table, "UPDATE", "DELETE")
    return MappingProxyType(found | _guards("capture", "DELETE") | gram_triggers())


def drop_triggers(connection: Connection) -> None:
    """Take every trigger away, as a migration must: SQLite checks them at each ALTER TABLE."""
    if connection.dialect.name != "sqlite":
        return
    for name in _present(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def install_triggers(connection: Connection) -> None:
    """Make the file hold exactly these triggers; called after every migration, within it."""
    if connection.dialect.name != "sqlite":
        return
    drop_triggers(connection)
    for statement in trigger_statements().values():
        connection.exec_driver_sql(statement)


def missing_triggers(connection: Connection) -> list[str]:
    """Return the names of triggers that the file lacks or holds otherwise than written here."""
    if connection.dialect.name != "sqlite":
        return []
    wanted, present = trigger_statements(), _present(connection)
    return sorted(name for name in wanted.keys() | present if wanted.get(name) != present.get(name))


def _present(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {name: sql for name, sql in rows}


def _root_triggers(aggregate: Aggregate) -> dict[str, str]:
    kind, names = aggregate.kind, _names(aggregate.root)
    changed = _differs([name for name in names if name not in _BOOKKEEPING])
    received = f"({_APPLYING} AND {_differs(_VERSION)})"
    moved = f"({changed} OR {received} OR NEW.act IS {_TOUCHED}) AND {_is_first('OLD.')}"
    return {
        **_guards(kind, "DELETE"),
        f"{kind}_added": (
            f'CREATE TRIGGER {kind}_added AFTER INSERT ON "{kind}"'
            f" BEGIN {_count_in(aggregate, 'rev = 1', 'id = NEW.id')} END"
        ),
        f"{kind}_uid_stays": (
            f'CREATE TRIGGER {kind}_uid_stays BEFORE UPDATE ON "{kind}"'
            f" WHEN {_differs(sorted(_NAMES))}"
            " BEGIN SELECT RAISE(ABORT, 'a uid is never changed'); END"
        ),
        f"{kind}_changed": (
            f'CREATE TRIGGER {kind}_changed AFTER UPDATE ON "{kind}"'
            f" WHEN {moved}"
            f" BEGIN {_keep(aggregate)} {_raise(aggregate)} END"
        ),
    }


def _part_triggers(aggregate: Aggregate, part: type[Part]) -> dict[str, str]:
    """Return what touches the root before a part of it changes; the root's own does the rest."""
    table, root = table_of(part).name, f"{aggregate.kind}_id"
    found = {}
    for event, roots in (
        ("INSERT", f"id = NEW.{root}"),
        ("UPDATE", f"id IN (OLD.{root}, NEW.{root})"),
        ("DELETE", f"id = OLD.{root}"),
    ):
        when = f" WHEN {_differs(_names(part))}" if event == "UPDATE" else ""
        touch = _update(aggregate.kind, f"act = {_TOUCHED}", f"{roots} AND {_is_first()}")
        name = f"{table}_before_{event.lower()}"
        found[name] = f'CREATE TRIGGER {name} BEFORE {event} ON "{table}"{when} BEGIN {touch} END'
    return found


def _is_first(of: str = "") -> str:
    """Say that this act has not changed a root yet; outside every act that holds each time."""
    return f"({_ACT} IS NULL OR {of}act IS NOT {_ACT})"


def _keep(aggregate: Aggregate) -> str:
    """Keep the body of a root as it was."""
    kept = {
        "kind": f"'{aggregate.kind}'",
        "uid": "OLD.uid",
        "incarnation": "OLD.incarnation",
        "rev": "OLD.rev",
        "body": _body(aggregate),
        "act": _ACT,
        "user_uid": "(SELECT user_uid FROM capture)",
        "at": _NOW,
        "reason": "(SELECT reason FROM capture)",
    }
    names, values = ", ".join(kept), ", ".join(kept.values())
    return f"INSERT INTO revision ({names}) VALUES ({values});"  # noqa: S608 - names of our own


def _raise(aggregate: Aggregate) -> str:
    """Raise the version of a root."""
    return _count_in(aggregate, "rev = rev + 1", "id = NEW.id")


def _count_in(aggregate: Aggregate, version: str, where: str) -> str:
    """Note the keys of these roots, give them their version and stamp them with the act."""
    kind = aggregate.kind
    here, received = f"{where} AND NOT {_APPLYING}", f"{where} AND {_APPLYING}"
    work = [
        _update(kind, f"{version}, {_STAMP}", here),
        _update(kind, f"act = {_ACT}", received),
    ]
    if aggregate.root.TRAVELS:
        work.insert(0, _insert("outbox", {"kind": f"'{kind}'", "uid": "uid"}, kind, here))
    return " ".join(work)


def _body(aggregate: Aggregate) -> str:
    """Write the former body as JSON of the stored values: parts are lists, in their order.

    The parts are read as they stand, for none of them is changed when its root is.
    """
    lists = []
    for name, part in aggregate.parts.items():
        rows = f"json_group_array({_object(part)} ORDER BY position, id)"
        read = _select(rows, table_of(part).name, f"{aggregate.kind}_id = OLD.id")
        lists.append(f"'{name}', json(({read}))")
    return _object(aggregate.root, *lists, of="OLD.")


def _object(mapped: type[Record] | type[Part], *more: str, of: str = "") -> str:
    table = table_of(mapped)
    pairs = [f"'{column.name}', {_plain(table, column.name, of)}" for column in table.columns]
    return f"json_object({', '.join([*pairs, *more])})"


def _plain(table: Table, name: str, of: str) -> str:
    is_blob = isinstance(table.columns[name].type, Uid | LargeBinary)
    column = f'{of}"{name}"'
    return f"nullif(lower(hex({column})), '')" if is_blob else column


def _select(columns: str, table: str, where: str) -> str:
    return f'SELECT {columns} FROM "{table}" WHERE {where}'  # noqa: S608 - names of our own


def _insert(target: str, values: dict[str, str], source: str, where: str) -> str:
    chosen = _select(", ".join(values.values()), source, where)
    return f"INSERT INTO {target} ({', '.join(values)}) {chosen};"


def _update(table: str, values: str, where: str) -> str:
    return f'UPDATE "{table}" SET {values} WHERE {where};'  # noqa: S608 - names of our own


def _differs(names: list[str] | tuple[str, ...]) -> str:
    new = ", ".join(f'NEW."{name}"' for name in names)
    return f"({new}) IS NOT ({new.replace('NEW.', 'OLD.')})"


def _names(mapped: type[Record] | type[Part]) -> list[str]:
    return [column.name for column in table_of(mapped).columns]


def _guards(table: str, *events: str) -> dict[str, str]:
    found = {}
    for event in events:
        name = f"{table}_no_{event.lower()}"
        found[name] = (
            f'CREATE TRIGGER {name} BEFORE {event} ON "{table}"'
            " BEGIN SELECT RAISE(ABORT, 'history is never changed'); END"
        )
    return found
