"""One record as one line of the sealed part."""

from collections.abc import Mapping
from typing import Annotated, Any
from uuid import UUID

import msgspec

from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.model.words import Owner
from liaison_desktop.sync import canonical
from liaison_desktop.sync.bodies import Body, text_type
from liaison_desktop.sync.header import Counted, Header, Word
from liaison_desktop.sync.spellings import check_instant
from liaison_desktop.sync.stream import MAX_LINE

MOST_REASON = 4000
"""Code points of a `withdrawn_reason`."""

Bodies = Mapping[str, type[Body]]
"""The type of each kind's body, as `body_types` makes them."""


class RecordLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A record's latest state. Its version is (`incarnation`, `rev`), compared in that order.

    `body` holds the declared fields that reach the recipient: a dict of wire values to be sealed,
    the kind's own type when opened.
    """

    kind: Word
    uid: UUID
    station: UUID
    owner: Owner
    incarnation: Counted
    rev: Counted
    changed_at: str
    withdrawn_at: str | None
    withdrawn_reason: Annotated[str, text_type(MOST_REASON, is_multiline=True)]
    body: Any

    def __repr__(self) -> str:
        """Say which record, never what it holds."""
        return f"RecordLine({self.kind} {self.uid} {self.incarnation}.{self.rev})"

    def __post_init__(self) -> None:
        """Refuse an instant that is spelled otherwise."""
        check_instant(self.changed_at)
        if self.withdrawn_at is not None:
            check_instant(self.withdrawn_at)


def first_line(header: Header) -> bytes:
    """Return the line that binds a sealed part to its header, so that nobody can send it on."""
    return canonical.encode(
        {
            "package": header.package,
            "recipient": header.recipient,
            "recipient_uid": header.recipient_uid,
            "sender": header.sender,
            "sender_uid": header.sender_uid,
        }
    )


def bad_record(line: RecordLine) -> PackageRefused:
    """Return the refusal to send a record, which names it and says nothing of its content."""
    return PackageRefused("bad_record", kind=line.kind, uid=str(line.uid))


class LineForm:
    """How records of known kinds are spelled: writes and reads their lines, strictly."""

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies
        self._decoder = msgspec.json.Decoder(RecordLine)

    def write(self, line: RecordLine) -> bytes:
        """Return the line without its newline; PackageRefused bad_record if `read` would refuse.

        A recipient must never find a fault in what this side could have found.
        """
        try:
            data = msgspec.json.encode(line, order="sorted")
            self.read(data)
        except (PackageRefused, UnicodeEncodeError, TypeError):
            raise bad_record(line) from None
        if len(data) > MAX_LINE:
            raise bad_record(line)
        return data

    def read(self, data: bytes) -> RecordLine:
        """Return the record; PackageRefused bad_body unless it re-spells to the same bytes.

        Spelling it again finds what a lenient type would let pass: a name twice, a missing field
        filled in, a space, an id without hyphens.
        """
        try:
            line = self._decoder.decode(data)
            body = msgspec.convert(line.body, self._bodies[line.kind])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, KeyError):
            raise PackageRefused("bad_body", part="record") from None
        msgspec.structs.force_setattr(line, "body", body)
        if not canonical.same(line, data):
            raise PackageRefused("bad_body", part="record")
        return line
