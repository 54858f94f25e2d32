"""uid: UUIDv7 (RFC 9562 §5.7), made by the side that first saved the record."""

import secrets
from datetime import datetime
from uuid import UUID

from liaison_desktop.model.times import from_ms, to_ms


def new_uid(now: datetime) -> UUID:
    """Return a UUIDv7 of this instant: 48 bits of milliseconds, then 74 random bits."""
    value = to_ms(now) << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    return UUID(int=value | 0b10 << 62 | secrets.randbits(62))


def made_at(uid: UUID) -> datetime:
    """Return the instant that a UUIDv7 was made at, to the millisecond."""
    return from_ms(uid.int >> 80)
