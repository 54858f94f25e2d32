"""What stands in clear at the front of a package; nothing personal in it."""

import re
from typing import Annotated, Final
from uuid import UUID

import msgspec

from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.model.times import parse_rfc3339, rfc3339
from liaison_desktop.sync import canonical
from liaison_desktop.sync.canonical import MAX_INTEGER

FORMAT: Final = 1
SUITE: Final = "age-ed25519"
CUMULATIVE: Final = "cumulative"
MAX_HEADER: Final = 64 * 1024

Number = Annotated[int, msgspec.Meta(ge=0, le=MAX_INTEGER)]
Counted = Annotated[int, msgspec.Meta(ge=1, le=MAX_INTEGER)]
Code = Annotated[str, msgspec.Meta(pattern=r"\A[0-9A-Za-z-]{1,40}\Z")]
Word = Annotated[str, msgspec.Meta(pattern=r"\A[a-z][a-z0-9_]{0,39}\Z")]
Digest = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
DigestOrNone = Annotated[str, msgspec.Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
Fingerprint = Annotated[str, msgspec.Meta(pattern=r"\A([A-Z2-7]{4}-){4}[A-Z2-7]{4}\Z")]

_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?\+08:00", re.ASCII)


class Incarnation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which life of a home: the counted number and the random id drawn with it."""

    number: Counted
    id: UUID


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a package says of itself; every field is written, none has a default on the wire.

    The package carries the outbox `(from_, to]` of one incarnation. `previous` and
    `acknowledged_hash` are the SHA-256 of whole packages, "" where there was none; `clock` is the
    sender's and only advice.
    """

    format: Counted = FORMAT
    schema: Counted
    suite: str = SUITE
    kind: Word = CUMULATIVE
    package: UUID
    sender: Code
    sender_uid: UUID
    recipient: Code
    recipient_uid: UUID
    recipient_key: Fingerprint
    incarnation: Incarnation
    sequence: Counted
    from_: Number = msgspec.field(name="from")
    to: Number
    previous: DigestOrNone
    acknowledged_sequence: Number
    acknowledged_hash: DigestOrNone
    audit_count: Number
    audit_head: Digest
    counts: dict[Word, Counted]
    clock: str

    def __post_init__(self) -> None:
        """Refuse a header whose fields contradict each other."""
        if self.from_ > self.to:
            raise ValueError("from is beyond to")
        if (self.acknowledged_sequence == 0) != (self.acknowledged_hash == ""):
            raise ValueError("an acknowledged sequence has a hash, and the other way round")
        check_instant(self.clock)


def check_instant(text: str) -> None:
    """Raise ValueError unless `text` is the one spelling of an instant: RFC 3339 with +08:00."""
    if not _INSTANT.fullmatch(text) or rfc3339(parse_rfc3339(text)) != text:
        raise ValueError("an instant is written as 2026-11-20T09:30:00+08:00")


def write_header(header: Header) -> bytes:
    """Return canonical JSON; ValueError where our own header is not what the format says."""
    data = canonical.encode(header)
    try:
        read_header(data)
    except PackageRefused as refused:
        raise ValueError(f"header would be refused: {refused.code}") from None
    return data


def read_header(data: bytes) -> Header:
    """Return the header; PackageRefused future_format, unknown_suite or bad_header."""
    try:
        claims = canonical.decode(data)
        _check_future(claims)
        header = msgspec.json.decode(data, type=Header)
    except (canonical.NotCanonicalError, msgspec.DecodeError):
        raise PackageRefused("bad_header") from None
    if header.format != FORMAT or len(data) > MAX_HEADER or not canonical.same(header, data):
        raise PackageRefused("bad_header")
    return header


def _check_future(claims: object) -> None:
    if not isinstance(claims, dict):
        raise PackageRefused("bad_header")
    number, suite = claims.get("format"), claims.get("suite")
    if isinstance(number, int) and number > FORMAT:
        raise PackageRefused("future_format", format=number)
    if isinstance(suite, str) and suite != SUITE:
        raise PackageRefused("unknown_suite")
