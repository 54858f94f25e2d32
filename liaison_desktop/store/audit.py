"""审计 — one entry for each act, chained by SHA-256, so that a changed or removed one is noticed.

The digest of an entry is over its canonical JSON (sorted keys, no spaces, UTF-8) with the digest
before it in `before`. The head anchors the whole chain: it travels in every package.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from liaison_desktop.model.history import AuditEntry
from liaison_desktop.model.times import to_ms

START = "0" * 64
"""What stands before the first entry."""

_ENTRY = AuditEntry.__table__
_FACTS = ("act", "action", "at", "before", "id", "kind", "outcome", "roles", "uid", "user_uid")
_HEAD = select(AuditEntry.id, AuditEntry.digest).order_by(AuditEntry.id.desc()).limit(1)
_INSERT = insert(AuditEntry)


def append_entry(session: Session, facts: Mapping[str, Any]) -> None:
    """Put one entry at the end of the chain; `facts` are its columns but id, before and digest."""
    count, before = audit_head(session)
    entry = {**facts, "id": count + 1, "before": before}
    session.connection().execute(_INSERT, entry | {"digest": digest_of(entry)})


def audit_head(session: Session) -> tuple[int, str]:
    """Return (number of entries, digest of the last one)."""
    last = session.connection().execute(_HEAD).one_or_none()
    return (0, START) if last is None else (last[0], last[1])


def check_chain(session: Session) -> int | None:
    """Return the id of the first entry that does not follow from the one before, or None."""
    columns = [getattr(AuditEntry, name) for name in (*_FACTS, "digest")]
    rows = session.connection().execute(select(*columns).order_by(AuditEntry.id))
    before = START
    for place, row in enumerate(rows, start=1):
        entry = dict(row._mapping)
        digest = entry.pop("digest")
        if entry["id"] != place or entry["before"] != before or digest_of(entry) != digest:
            return int(entry["id"])
        before = digest
    return None


def digest_of(entry: Mapping[str, Any]) -> str:
    """Return the SHA-256 (hex) of an entry's canonical JSON."""
    plain = {name: _plain(entry[name]) for name in _FACTS}
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> str | int | None:
    if isinstance(value, UUID):
        return str(value)
    if value is None or isinstance(value, int | str):
        return value
    return to_ms(value)
