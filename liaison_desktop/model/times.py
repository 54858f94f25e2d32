"""Instants and business days; no clock is read here.

An instant is an aware datetime in China Standard Time, stored as integer milliseconds UTC. China
has one zone without summer time since 1991, so a fixed +08:00 needs no zone data on any machine.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8), "CST")
Clock = Callable[[], datetime]
"""Gives the present instant; passed in, so that a rule never reads the PC's clock by itself."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_HERE = _EPOCH.astimezone(SHANGHAI)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(instant: datetime) -> int:
    """Return milliseconds since 1970-01-01 UTC, exactly; a naive datetime is a bug."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return (instant - _EPOCH) // _MILLISECOND


def from_ms(ms: int) -> datetime:
    """Return the instant in China Standard Time."""
    return _EPOCH_HERE + timedelta(milliseconds=ms)


def whole_ms(instant: datetime) -> datetime:
    """Return the instant cut to the millisecond that the store keeps."""
    if instant.tzinfo is SHANGHAI and instant.microsecond % 1000 == 0:
        return instant
    return from_ms(to_ms(instant))


def business_day(instant: datetime) -> date:
    """Return the day on a Chinese desk, whatever zone the PC is set to."""
    return instant.astimezone(SHANGHAI).date()


def rfc3339(instant: datetime) -> str:
    """Return e.g. 2026-11-20T09:30:00+08:00; milliseconds only where there are any."""
    local = whole_ms(instant)
    return local.isoformat(timespec="milliseconds" if local.microsecond else "seconds")


def parse_rfc3339(text: str) -> datetime:
    """Return the instant; ValueError where the text has no zone or is not RFC 3339."""
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None or len(text) < len("2026-11-20T09:30:00Z"):
        raise ValueError("an instant is written with its zone, e.g. 2026-11-20T09:30:00+08:00")
    return whole_ms(instant)
