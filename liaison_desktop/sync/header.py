"""What stands in clear at the front of a package; nothing personal in it."""

from typing import Annotated, Final
from uuid import UUID

import msgspec

from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.sync import canonical
from liaison_desktop.sync.canonical import MAX_INTEGER
from liaison_desktop.sync.spellings import check_instant

FORMAT: Final = 1
"""Of the file, header and order of checks."""
SCHEMA: Final = 3
"""Of the records inside: kinds, fields, sizes, words."""
SUITE: Final = "age-ed25519"
CUMULATIVE: Final = "cumulative"
MAX_HEADER: Final = 16 * 1024
MAX_KINDS: Final = 64
MAX_RECORDS: Final = 1_000_000

Number = Annotated[int, msgspec.Meta(ge=0, le=MAX_INTEGER)]
Counted = Annotated[int, msgspec.Meta(ge=1, le=MAX_INTEGER)]
Code = Annotated[str, msgspec.Meta(pattern=r"\A[0-9A-Za-z-]{1,40}\Z")]
Word = Annotated[str, msgspec.Meta(pattern=r"\A[a-z][a-z0-9_]{0,39}\Z")]
Digest = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
DigestOrNone = Annotated[str, msgspec.Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
Fingerprint = Annotated[str, msgspec.Meta(pattern=r"\A([A-Z2-7]{4}-){4}[A-Z2-7]{4}\Z")]
Counts = Annotated[dict[Word, Counted], msgspec.Meta(max_length=MAX_KINDS)]


class Incarnation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which life of a home: the counted number and the random id drawn with it."""

    number: Counted
    id: UUID


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a package says of itself; every field is written, none has a default on the wire.

    The package carries the outbox `(from_, to]` of one incarnation. `previous` and
    `acknowledged_hash` are the SHA-256 of whole packages, "" where there was none; `clock` is the
    sender's and only advice. `counts` (records by kind) and `body_size` (bytes of the sealed part)
    are filled in when the package is sealed.
    """

    format: Counted = FORMAT
    schema: Counted = SCHEMA
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
    counts: Counts = msgspec.field(default_factory=dict)
    body_size: Number = 0
    clock: str

    def __post_init__(self) -> None:
        """Refuse a header whose fields contradict each other."""
        if self.from_ > self.to:
            raise ValueError("from is beyond to")
        if (self.acknowledged_sequence == 0) != (self.acknowledged_hash == ""):
            raise ValueError("an acknowledged sequence has a hash, and the other way round")
        if sum(self.counts.values()) > MAX_RECORDS:
            raise ValueError("too many records")
        check_instant(self.clock)


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
    if len(data) > MAX_HEADER:
        raise PackageRefused("bad_header")
    try:
        check_future(canonical.decode(data))
        header = msgspec.json.decode(data, type=Header)
    except (canonical.NotCanonicalError, msgspec.DecodeError):
        raise PackageRefused("bad_header") from None
    if header.format != FORMAT or header.suite != SUITE or not canonical.same(header, data):
        raise PackageRefused("bad_header")
    return header


def check_future(claims: object) -> None:
    """Pass what this program may know; PackageRefused future_format or unknown_suite else.

    Every later format keeps `format` and `suite` where they are, so that this can be said of it.
    """
    if not isinstance(claims, dict):
        return
    number, suite = claims.get("format"), claims.get("suite", SUITE)
    if isinstance(number, int) and number > FORMAT:
        raise PackageRefused("future_format", format=number)
    if isinstance(suite, str) and suite != SUITE:
        raise PackageRefused("unknown_suite")
