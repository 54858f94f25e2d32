"""One record as one line of the sealed part."""

from collections.abc import Mapping
from typing import Any, Final, Literal
from uuid import UUID

import msgspec

from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.sync import canonical
from liaison_desktop.sync.header import Counted, Header, Word, check_instant

MAX_LINE: Final = 8 * 1024 * 1024

Bodies = Mapping[str, Any]
"""The msgspec type of each kind's body; a type that keeps every field it is given as it is."""


class RecordLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A record's latest state. Its version is (`incarnation`, `rev`), compared in that order.

    `body` holds the declared fields that reach the recipient, as the kind's own type.
    """

    kind: Word
    uid: UUID
    station: UUID
    owner: Literal["station", "county"]
    incarnation: Counted
    rev: Counted
    changed_at: str
    withdrawn_at: str | None
    body: Any

    def __repr__(self) -> str:
        """Say which record, never what it holds."""
        return f"RecordLine({self.kind} {self.uid} {self.incarnation}.{self.rev})"

    def __post_init__(self) -> None:
        """Refuse an instant that is spelled otherwise."""
        check_instant(self.changed_at)
        if self.withdrawn_at is not None:
            check_instant(self.withdrawn_at)


def write_line(line: RecordLine) -> bytes:
    """Return canonical JSON without the newline; ValueError where the body has no such spelling."""
    return canonical.encode(line)


def first_line(header: Header) -> bytes:
    """Return the line that binds a sealed part to its header, so that nobody else can send it on."""
    return canonical.encode(
        {
            "package": header.package,
            "recipient": header.recipient,
            "recipient_uid": header.recipient_uid,
            "sender": header.sender,
            "sender_uid": header.sender_uid,
        }
    )


class LineReader:
    """Reads lines into records of known kinds, strictly."""

    def __init__(self, bodies: Bodies) -> None:
        self._envelope = msgspec.json.Decoder(RecordLine)
        self._bodies = bodies

    def read(self, data: bytes) -> RecordLine:
        """Return the record; PackageRefused bad_body unless it re-spells to the same bytes.

        Spelling it again finds what a lenient type would let pass: an unknown field dropped, a
        missing one filled in, a value turned into another.
        """
        try:
            canonical.decode(data)
            line = self.load(data)
        except (canonical.NotCanonicalError, msgspec.DecodeError, KeyError):
            raise PackageRefused("bad_body") from None
        if not canonical.same(line, data):
            raise PackageRefused("bad_body")
        return line

    def load(self, data: bytes) -> RecordLine:
        """Return the record of a line that `read` has accepted before."""
        line = self._envelope.decode(data)
        body = msgspec.convert(line.body, self._bodies[line.kind], strict=True)
        return msgspec.structs.replace(line, body=body)
