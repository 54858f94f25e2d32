"""What only SQLite has, for finding: one contentless FTS5 table of the grams of every record.

`finding` holds grams alone, each with the letter of its kind, under the record's key and kind, so
that the newest of one kind are read first and the cost does not grow with how many there are.
`gram_due` names each record whose grams are not those of its words, with the words that the index
holds of it. Triggers write `gram_due`, so that no change of a record can forget it, and the end of
every act takes up whatever is due, in the same transaction. What is too much for one act (a package
received, a home upgraded) stays due, until `catch_up` has taken it up in the background.

The table is contentless, and a document is removed by naming its grams again, because only so does
`secure-delete` leave none of them in the file: FTS5's own contentless delete merely marks them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from typing import cast

from sqlalchemy import Connection
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from liaison_desktop.model.finding import Found
from liaison_desktop.store.engine import driver_of
from liaison_desktop.store.gram_keys import EDITION, Asked, Words, document_of
from liaison_desktop.store.searched import SEARCHED, Feed, Searched

TABLE = "finding"
_COLUMN = f"grams_{EDITION}"
TABLE_SQL = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5({_COLUMN}, content='', detail=none, tokenize='ascii')"
)
OPTIONS = {
    "secure-delete": 1,
    "pgsz": 3900,  # the usual 4050 is more than a page of SQLCipher holds
}
KINDS = 8
"""A document's key is that of the record times this, and the number of its kind."""

MOST_IN_AN_ACT = 200
"""Records that the end of an act takes up, at half a millisecond each."""

DUE_LOOKED_AT = 300
"""Records due, the newest, that a search reads one by one while the index is behind."""

EVERY = 10**9
"""As many keys as there are, for a list that must be whole."""

DUE_IN_A_LIST = 20_000
"""Records due that such a list reads one by one, some two seconds' work."""

MERGED_AT_ONCE = 64
"""Pages of the index that `merge` writes at once, some 20 ms."""

LOOKED_AT = 2000
"""Documents near the mark that a search looks at letter by letter before it gives up."""

_KNOW = f"INSERT INTO {TABLE} (rowid, {_COLUMN}) VALUES (?, ?)"  # noqa: S608 - names of our own
_FORGET = f"INSERT INTO {TABLE} ({TABLE}, rowid, {_COLUMN}) VALUES ('delete', ?, ?)"  # noqa: S608 - as above
Due = tuple[int, int, str | None]
"""A record that is due: the number of its kind, its key, and the words that the index holds."""

_NUMBERED = {one.number: one for one in SEARCHED.values()}
_ANY_OF_EACH = "SELECT " + ", ".join(f'EXISTS (SELECT 1 FROM "{kind}")' for kind in SEARCHED)  # noqa: S608 - as above
_ALL_DUE = "SELECT kind, key, held FROM gram_due LIMIT ?"
_TAKEN_UP = "DELETE FROM gram_due WHERE kind = ? AND key = ?"
_DUE = "SELECT key, held FROM gram_due WHERE kind = ? ORDER BY key DESC LIMIT ?"
"""Kind by kind: an order by both would sort the whole table for every few."""

_NOT_WITHDRAWN = "r.withdrawn_at IS NULL"
_SOME_DUE = "SELECT count(*) FROM (SELECT 1 FROM gram_due LIMIT ?)"
_BROKEN = {1, 267}
"""SQLITE_ERROR, for no such table; SQLITE_CORRUPT_VTAB, for grams that FTS5 cannot read."""


@dataclass(frozen=True)
class Some:
    """Keys of records, the newest first, and whether there are no others."""

    keys: Sequence[int]
    is_all: bool


def is_of_the_index(name: str | None) -> bool:
    """Return whether a table is the index, or one of those in which FTS5 keeps it."""
    return (name or "").startswith((TABLE, "person_gram"))


def gram_triggers() -> dict[str, str]:
    """Return by name the triggers that note what is due."""
    found = {}
    for one in SEARCHED.values():
        name = f"{one.kind}_is_new_to_the_index"
        found[name] = (
            f'CREATE TRIGGER {name} AFTER INSERT ON "{one.kind}" BEGIN'  # noqa: S608 - as above
            f" INSERT INTO gram_due (kind, key) SELECT {one.number}, NEW.id"
            f" WHERE NOT EXISTS (SELECT 1 FROM gram_due WHERE kind = {one.number}"
            " AND key = NEW.id); END"
        )
        for feed in one.feeds:
            found |= _feed_triggers(one, feed)
    return found


def install_index(connection: Connection) -> None:
    """Make the file hold an index of this edition; a new one is empty, and everything is due."""
    if connection.dialect.name != "sqlite":
        return
    raw = cast(dbapi2.Connection, connection.connection.dbapi_connection)
    if not _is_installed(raw):
        _begin_anew(raw)


def is_indexed(session: Session) -> bool:
    """Return whether a search finds everything: the index is whole, and nothing is due."""
    raw = driver_of(session)
    if not _is_installed(raw) or is_due(session):
        return False
    records = sum(
        raw.execute(f'SELECT count(*) FROM "{one.kind}"').fetchone()[0]  # noqa: S608 - as above
        for one in SEARCHED.values()
    )
    known = raw.execute(f"SELECT count(*) FROM {TABLE}_docsize").fetchone()[0]  # noqa: S608 - as above
    return bool(records == known)


def is_due(session: Session) -> bool:
    """Return whether any record waits to be taken up."""
    return _is_due(driver_of(session))


def lists_lack(session: Session) -> bool:
    """Return whether more waits than a list reads one by one, so that it may lack some of it."""
    due = driver_of(session).execute(_SOME_DUE, (DUE_IN_A_LIST + 1,)).fetchone()[0]
    return int(due) > DUE_IN_A_LIST


def count_due(session: Session) -> int:
    """Return how many records wait to be taken up."""
    return int(driver_of(session).execute("SELECT count(*) FROM gram_due").fetchone()[0])


def begin_anew(session: Session) -> None:
    """Empty the index and let everything be due."""
    _begin_anew(driver_of(session))


def keep_up(session: Session) -> None:
    """Take up what an act has changed; a package's many, or a broken index, stay due."""
    raw = driver_of(session)
    due = raw.execute(_ALL_DUE, (MOST_IN_AN_ACT + 1,)).fetchall()
    if 0 < len(due) <= MOST_IN_AN_ACT:
        _is_taken_up(raw, due)


def catch_up(session: Session, most: int) -> None:
    """Take up so many records that are due, the newest first; a broken index is made anew."""
    raw = driver_of(session)
    if not _is_taken_up(raw, _newest_due(raw, most)):
        _begin_anew(raw)
        _take_up(raw, _newest_due(raw, most))


def merge(session: Session, *, begins: bool) -> bool:
    """Put some more of the index's parts together, and return whether there is more to do.

    What was taken up bit by bit lies in some twenty parts, and every gram is sought in each of
    them. The first call `begins`; the parts are found whole at any time.
    """
    raw = driver_of(session)
    pages = -MERGED_AT_ONCE if begins else MERGED_AT_ONCE  # FTS5 merges all parts where it is < 0
    before = raw.total_changes
    raw.execute(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('merge', ?)", (pages,))  # noqa: S608 - as above
    return raw.total_changes - before > 1  # the statement itself counts for one


def find_keys(
    session: Session,
    kind: str,
    asked: Asked,
    most: int,
    hidden: Collection[str] = (),
    *,
    withdrawn_too: bool = False,
) -> list[int]:
    """Return the keys of records of a kind that bear what was asked, the newest first.

    What is in `hidden` fields is not found, nor as a rule what is withdrawn. The index is read
    until there are so many, or until LOOKED_AT were only near the mark; what is due is read itself.
    """
    return list(find_some(session, kind, asked, most, hidden, withdrawn_too=withdrawn_too).keys)


def find_some(
    session: Session,
    kind: str,
    asked: Asked,
    most: int,
    hidden: Collection[str] = (),
    *,
    withdrawn_too: bool = False,
) -> Some:
    """Return the same, and whether these are all."""
    where = "true" if withdrawn_too else _NOT_WITHDRAWN
    one = _shown(kind, frozenset(hidden), key="r.id", where=where)
    raw = driver_of(session)
    return _find(raw, one, asked, most, is_due=_is_due(raw))


def find_wholes(
    session: Session, kinds: Mapping[Found, Collection[str]], asked: Asked, most: int
) -> dict[Found, list[int]]:
    """Return the same for several kinds, each with the fields that are hidden of it, by kind.

    What leads to a record is found as that record. A word that stands in very many of those is
    looked for in the newest LOOKED_AT of them.
    """
    raw, found = driver_of(session), dict[Found, list[int]]()
    is_due, held = _is_due(raw), _kinds_held(raw)
    for kind, hidden in kinds.items():
        parts = (
            _find(raw, _shown(one.kind, frozenset(hidden)), asked, most, is_due=is_due).keys
            for one in held
            if kind in (one.kind, one.leads_to)
        )
        found[kind] = sorted({key for keys in parts for key in keys}, reverse=True)[:most]
    return found


def _kinds_held(raw: dbapi2.Connection) -> list[Searched]:
    """Return the kinds of which there is any record: many a station has no deputies or meetings."""
    answers = raw.execute(_ANY_OF_EACH).fetchone()
    return [one for one, is_any in zip(SEARCHED.values(), answers, strict=True) if is_any]


@cache  # a key asks for eight of them
def _shown(
    kind: str, hidden: frozenset[str], key: str = "", where: str = _NOT_WITHDRAWN
) -> Searched:
    one = SEARCHED[kind].without(hidden)
    return replace(one, key=key or one.key, where=where)


def _find(raw: dbapi2.Connection, one: Searched, asked: Asked, most: int, *, is_due: bool) -> Some:
    if not asked.runs:
        return Some((), is_all=True)
    parts = []
    if is_due:
        parts.append(_due(raw, one, asked, DUE_IN_A_LIST if most == EVERY else DUE_LOOKED_AT))
    for part in asked.parts:
        if expression := part.expression(one.letter, one.fields):
            parts.append(_known(raw, one, part, expression, most))
    found = sorted({key for part in parts for key in part.keys}, reverse=True)
    return Some(found[:most], is_all=len(found) <= most and all(part.is_all for part in parts))


def words_of(session: Session, kind: str, key: int) -> Words:
    """Return the words by which a record is found, as it is now."""
    return Words.of(_told(driver_of(session), SEARCHED[kind], key) or "{}")


def _known(raw: dbapi2.Connection, one: Searched, asked: Asked, expression: str, most: int) -> Some:
    try:
        return _read(raw, one, asked, expression, most)
    except dbapi2.DatabaseError as error:
        if _is_broken(error):
            return Some((), is_all=False)
        raise


def _read(raw: dbapi2.Connection, one: Searched, asked: Asked, expression: str, most: int) -> Some:
    is_near = asked.is_near(one.fields)
    is_many = is_near or one.leads_to is not None
    looked_at = max(LOOKED_AT, most) if is_many else most
    told = one.words_in(asked.fields) if is_near else "NULL"
    rows = raw.execute(
        f"SELECT {one.key}, {told} FROM {TABLE} g"  # noqa: S608 - as above
        f' CROSS JOIN "{one.kind}" r ON r.id = g.rowid / {KINDS}'
        f" WHERE g.{TABLE} MATCH ? AND {one.where} AND NOT EXISTS"
        f" (SELECT 1 FROM gram_due WHERE kind = {one.number} AND key = r.id)"
        " ORDER BY g.rowid DESC LIMIT ?",
        (expression, looked_at),
    )
    given, count = dict[int, None](), 0
    for key, words in rows:
        count += 1
        if key is None or (is_near and key not in given and not asked.fits(Words.of(words))):
            continue
        given[key] = None
        if len(given) == most:
            return Some(list(given), is_all=False)
    return Some(list(given), is_all=count < looked_at)


def _due(raw: dbapi2.Connection, one: Searched, asked: Asked, most: int) -> Some:
    rows = raw.execute(
        f'SELECT {one.key}, {one.words} FROM gram_due d CROSS JOIN "{one.kind}" r ON r.id = d.key'  # noqa: S608 - as above
        f" WHERE d.kind = {one.number} AND {one.where} ORDER BY d.key DESC LIMIT ?",
        (most,),
    ).fetchall()
    keys = [key for key, words in rows if key is not None and asked.fits(Words.of(words))]
    return Some(keys, is_all=len(rows) < most)


def _is_due(raw: dbapi2.Connection) -> bool:
    return bool(raw.execute(_SOME_DUE, (1,)).fetchone()[0])


def _is_installed(raw: dbapi2.Connection) -> bool:
    rows = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (TABLE,)).fetchall()
    return rows == [(TABLE_SQL,)]


def _begin_anew(raw: dbapi2.Connection) -> None:
    for table in (TABLE, "person_gram"):
        raw.execute(f"DROP TABLE IF EXISTS {table}")
    raw.execute(TABLE_SQL)
    for name, value in OPTIONS.items():
        raw.execute(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES (?, ?)", (name, value))  # noqa: S608 - as above
    raw.execute("DELETE FROM gram_due")
    for one in SEARCHED.values():
        raw.execute(f'INSERT INTO gram_due (kind, key) SELECT {one.number}, id FROM "{one.kind}"')  # noqa: S608 - as above


def _newest_due(raw: dbapi2.Connection, most: int) -> list[Due]:
    due = [
        (one.number, *row)
        for one in SEARCHED.values()
        for row in raw.execute(_DUE, (one.number, most))
    ]
    return due[:most]


def _is_taken_up(raw: dbapi2.Connection, due: Sequence[Due]) -> bool:
    """Take these up, or leave all as it was where the index is broken."""
    raw.execute("SAVEPOINT grams")
    try:
        _take_up(raw, due)
    except dbapi2.DatabaseError as error:
        if not _is_broken(error):
            raise
        raw.execute("ROLLBACK TO grams")
        return False
    finally:
        raw.execute("RELEASE grams")
    return True


def _take_up(raw: dbapi2.Connection, due: Sequence[Due]) -> None:
    # in order: FTS5 writes what it has gathered to the file whenever a key is below the last one
    for number, key, held in sorted(due, key=itemgetter(1, 0)):
        one, document = _NUMBERED[number], key * KINDS + number
        if held is not None:
            raw.execute(_FORGET, (document, _grams(one, held)))
        if (told := _told(raw, one, key)) is not None:
            raw.execute(_KNOW, (document, _grams(one, told)))
    raw.executemany(_TAKEN_UP, [(number, key) for number, key, _ in due])


def _told(raw: dbapi2.Connection, one: Searched, key: int) -> str | None:
    sql = f'SELECT {one.words} FROM "{one.kind}" r WHERE r.id = ?'  # noqa: S608 - as above
    row = raw.execute(sql, (key,)).fetchone()
    return cast(str, row[0]) if row else None


def _grams(one: Searched, told: str) -> str:
    return document_of(Words.of(told), one.letter)


def _feed_triggers(one: Searched, feed: Feed) -> dict[str, str]:
    """Return what notes the words that the index holds, before a table that feeds them changes.

    A record that is new in this act is due without words; so are the rows that come with it.
    """
    is_own = feed.table == one.kind
    found = {}
    for event, rows in (("UPDATE", ("OLD", "NEW")), ("INSERT", ("NEW",)), ("DELETE", ("OLD",))):
        if is_own and event != "UPDATE":
            continue
        roots = " OR ".join(dict.fromkeys(feed.roots.format(row=row) for row in rows))
        name = f"{one.kind}_words_before_{feed.table}_{event.lower()}"
        of = f" OF {', '.join(feed.columns)}" if event == "UPDATE" else ""
        when = f" WHEN {_differs(feed)}" if event == "UPDATE" else ""
        found[name] = (
            f'CREATE TRIGGER {name} BEFORE {event}{of} ON "{feed.table}"{when} BEGIN'  # noqa: S608 - as above
            f" INSERT INTO gram_due (kind, key, held) SELECT {one.number}, r.id, {one.words}"
            f' FROM "{one.kind}" r WHERE ({roots}) AND NOT EXISTS'
            f" (SELECT 1 FROM gram_due WHERE kind = {one.number} AND key = r.id); END"
        )
    return found


def _differs(feed: Feed) -> str:
    new, old = (", ".join(f"{row}.{column}" for column in feed.columns) for row in ("NEW", "OLD"))
    return f"({new}) IS NOT ({old})"


def _is_broken(error: dbapi2.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", None) in _BROKEN
