"""What only SQLite has, for finding: a contentless FTS5 table of the grams of every person.

`person_gram` holds grams alone, under the person's local key; `gram_due` names each person whose
grams are not those of his record, with what the index holds of him. Triggers write `gram_due`, so
that no change of a person can forget it, and the end of every act takes up whoever is due, in the
same transaction. What is too much for one act (a package received, a home upgraded) stays due,
until `rebuild` has taken it up in the background.

The table is contentless, and a document is removed by naming its grams again, because only so does
`secure-delete` leave none of them in the file: FTS5's own contentless delete merely marks them.
"""

from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from liaison_desktop.store.engine import driver_of
from liaison_desktop.store.gram_keys import EDITION, Asked, grams_of

TABLE = "person_gram"
TABLE_SQL = (
    f"CREATE VIRTUAL TABLE {TABLE}"
    f" USING fts5(grams_{EDITION}, content='', detail=none, tokenize='ascii')"
)
OPTIONS = {
    "secure-delete": 1,
    "pgsz": 3900,  # the usual 4050 is more than a page of SQLCipher holds
}
MOST_IN_AN_ACT = 200
"""People that the end of an act takes up, at half a millisecond each."""

DUE_LOOKED_AT = 300
"""People due, the newest, that a search reads one by one while the index is behind."""

_COLUMN = f"grams_{EDITION}"
_KNOW = f"INSERT INTO {TABLE} (rowid, {_COLUMN}) VALUES (?, ?)"  # noqa: S608 - names of our own
_FORGET = f"INSERT INTO {TABLE} ({TABLE}, rowid, {_COLUMN}) VALUES ('delete', ?, ?)"  # noqa: S608 - as above
_FIND = f"""
    SELECT p.id, p.name, p.phone, p.id_no FROM {TABLE} g JOIN person p ON p.id = g.rowid
    WHERE g.{TABLE} MATCH ? AND p.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM gram_due WHERE person_id = p.id)
    ORDER BY g.rowid DESC LIMIT ?
"""  # noqa: S608 - as above
_FIND_DUE = """
    SELECT p.id, p.name, p.phone, p.id_no FROM gram_due d CROSS JOIN person p ON p.id = d.person_id
    WHERE p.withdrawn_at IS NULL ORDER BY d.person_id DESC LIMIT ?
"""  # CROSS: the few who are due are looked up, or SQLite would look through all who are known
_DUE = """
    SELECT d.person_id, d.name, d.phone, d.id_no, p.name, p.phone, p.id_no
    FROM gram_due d CROSS JOIN person p ON p.id = d.person_id ORDER BY d.person_id LIMIT ?
"""
_SOME_DUE = "SELECT count(*) FROM (SELECT 1 FROM gram_due LIMIT ?)"
_COUNTS = f"SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM {TABLE}_docsize)"  # noqa: S608 - as above
_IF_NOT_DUE = "WHERE NOT EXISTS (SELECT 1 FROM gram_due WHERE person_id = NEW.id)"
_BROKEN = {1, 267}
"""SQLITE_ERROR, for no such table; SQLITE_CORRUPT_VTAB, for grams that FTS5 cannot read."""


def is_of_the_index(name: str | None) -> bool:
    """Return whether a table is the index, or one of those in which FTS5 keeps it."""
    return (name or "").startswith(TABLE)


def gram_triggers() -> dict[str, str]:
    """Return by name the triggers that note who is due."""
    return {
        "person_gram_added": (
            'CREATE TRIGGER person_gram_added AFTER INSERT ON "person" BEGIN'
            f" INSERT INTO gram_due (person_id) SELECT NEW.id {_IF_NOT_DUE}; END"
        ),
        "person_gram_changed": (
            'CREATE TRIGGER person_gram_changed AFTER UPDATE OF name, phone, id_no ON "person"'
            " WHEN (NEW.name, NEW.phone, NEW.id_no) IS NOT (OLD.name, OLD.phone, OLD.id_no) BEGIN"
            " INSERT INTO gram_due (person_id, name, phone, id_no)"
            f" SELECT OLD.id, OLD.name, OLD.phone, OLD.id_no {_IF_NOT_DUE}; END"
        ),
    }


def install_index(connection: Connection) -> None:
    """Make the file hold an index of this edition; a new one is empty, and everybody is due."""
    if connection.dialect.name != "sqlite":
        return
    raw = cast(dbapi2.Connection, connection.connection.dbapi_connection)
    if not _is_installed(raw):
        _begin_anew(raw)


def is_indexed(session: Session) -> bool:
    """Return whether a search finds everybody: the index is there and whole, and nobody is due."""
    raw = driver_of(session)
    if not _is_installed(raw) or raw.execute(_SOME_DUE, (1,)).fetchone()[0]:
        return False
    people, known = raw.execute(_COUNTS).fetchone()
    return bool(people == known)


def count_due(session: Session) -> int:
    """Return how many people wait to be taken up."""
    return int(driver_of(session).execute("SELECT count(*) FROM gram_due").fetchone()[0])


def begin_anew(session: Session) -> None:
    """Empty the index and let everybody be due."""
    _begin_anew(driver_of(session))


def keep_up(session: Session) -> None:
    """Take up whoever an act has changed; a package's many, or a broken index, stay due."""
    raw = driver_of(session)
    due = raw.execute(_SOME_DUE, (MOST_IN_AN_ACT + 1,)).fetchone()[0]
    if 0 < due <= MOST_IN_AN_ACT:
        _is_taken_up(raw, MOST_IN_AN_ACT)


def catch_up(session: Session, most: int) -> int:
    """Take up so many people who are due and return how many still are; a broken index is new."""
    raw = driver_of(session)
    if not _is_taken_up(raw, most):
        _begin_anew(raw)
        _take_up(raw, most)
    return count_due(session)


def find_people(session: Session, asked: Asked, most: int) -> list[int]:
    """Return the keys of people who bear what was asked, the latest known first."""
    if not asked.runs:
        return []
    raw = driver_of(session)
    known = [row for row in _known(raw, asked, most) if asked.fits(*row[1:])]
    due = raw.execute(_FIND_DUE, (DUE_LOOKED_AT,)).fetchall()
    found = known + [row for row in due if asked.is_borne_by(*row[1:])]
    return sorted((row[0] for row in found), reverse=True)[:most]


def _known(raw: dbapi2.Connection, asked: Asked, most: int) -> list[Any]:
    try:
        return raw.execute(_FIND, (asked.expression(), most)).fetchall()
    except dbapi2.DatabaseError as error:
        if _is_broken(error):
            return []
        raise


def _is_installed(raw: dbapi2.Connection) -> bool:
    rows = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (TABLE,)).fetchall()
    return rows == [(TABLE_SQL,)]


def _begin_anew(raw: dbapi2.Connection) -> None:
    raw.execute(f"DROP TABLE IF EXISTS {TABLE}")
    raw.execute(TABLE_SQL)
    for name, value in OPTIONS.items():
        raw.execute(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES (?, ?)", (name, value))  # noqa: S608 - as above
    raw.execute("DELETE FROM gram_due")
    raw.execute("INSERT INTO gram_due (person_id) SELECT id FROM person")


def _is_taken_up(raw: dbapi2.Connection, most: int) -> bool:
    """Take up so many, or leave all as it was where the index is broken."""
    raw.execute("SAVEPOINT grams")
    try:
        _take_up(raw, most)
    except dbapi2.DatabaseError as error:
        if not _is_broken(error):
            raise
        raw.execute("ROLLBACK TO grams")
        return False
    finally:
        raw.execute("RELEASE grams")
    return True


def _take_up(raw: dbapi2.Connection, most: int) -> None:
    due = raw.execute(_DUE, (most,)).fetchall()
    for key, was_name, was_phone, was_id_no, *now in due:
        if was_name is not None:
            raw.execute(_FORGET, (key, " ".join(grams_of(was_name, was_phone, was_id_no))))
        raw.execute(_KNOW, (key, " ".join(grams_of(*now))))
    raw.executemany("DELETE FROM gram_due WHERE person_id = ?", [row[:1] for row in due])


def _is_broken(error: dbapi2.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorcode", None) in _BROKEN
