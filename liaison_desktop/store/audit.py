"""审计 — one entry for each act, chained by SHA-256, so that a changed or removed one is noticed.

The digest of an entry is over its canonical JSON (sorted keys, no spaces, UTF-8; instants in ms,
uids with hyphens) together with its number and the digest before it. The head anchors the whole
chain: it travels in every package.
"""

import hashlib
import json
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.store.driver import Connection
from liaison_desktop.store.engine import driver_of

START = "0" * 64
"""What stands before the first entry."""

_UIDS = ("user_uid", "uid", "act")


@dataclass(frozen=True)
class Entry:
    """What an entry says; never a value of a record."""

    at: int
    user_uid: UUID | None
    roles: str
    action: str
    kind: str
    uid: UUID | None
    outcome: str
    act: UUID | None

    def digest(self, place: int, before: str) -> str:
        """Return the SHA-256 (hex) of the entry at this place in the chain."""
        plain = vars(self) | {"id": place, "before": before}
        plain |= {name: str(plain[name]) for name in _UIDS if plain[name] is not None}
        line = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(line.encode()).hexdigest()


_COLUMNS = tuple(Entry.__dataclass_fields__)
_HEAD = "SELECT id, digest FROM audit_entry ORDER BY id DESC LIMIT 1"
_ALL = f"SELECT id, before, digest, {', '.join(_COLUMNS)} FROM audit_entry ORDER BY id"  # noqa: S608 - our own names
_INSERT = (
    f"INSERT INTO audit_entry (id, before, digest, {', '.join(_COLUMNS)})"  # noqa: S608 - our own names
    f" VALUES (?, ?, ?, {', '.join('?' for _ in _COLUMNS)})"
)


def append_entry(raw: Connection, entry: Entry) -> None:
    """Put one entry at the end of the chain."""
    count, before = _head(raw)
    values = (getattr(entry, name) for name in _COLUMNS)
    stored = [value.bytes if isinstance(value, UUID) else value for value in values]
    raw.execute(_INSERT, (count + 1, before, entry.digest(count + 1, before), *stored))


def audit_head(session: Session) -> tuple[int, str]:
    """Return (number of entries, digest of the last one)."""
    return _head(driver_of(session))


def check_chain(session: Session) -> int | None:
    """Return the id of the first entry that does not follow from the one before, or None."""
    expected = START
    for place, row in enumerate(driver_of(session).execute(_ALL), start=1):
        key, before, digest, *stored = row
        facts = dict(zip(_COLUMNS, stored, strict=True))
        facts |= {name: UUID(bytes=facts[name]) for name in _UIDS if facts[name] is not None}
        if (key, before) != (place, expected) or Entry(**facts).digest(key, before) != digest:
            return int(key)
        expected = digest
    return None


def _head(raw: Connection) -> tuple[int, str]:
    last = raw.execute(_HEAD).fetchone()
    return (last[0], last[1]) if last else (0, START)
