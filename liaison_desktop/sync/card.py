"""The two small signed files by which a station and its county learn each other's keys.

Both are three lines of text: a magic, one canonical JSON object, an Ed25519 signature in
hexadecimal over the two lines before it. A card is signed by the keys it names, which proves only
that its maker holds them: whose they are is settled by reading the fingerprint aloud.
"""

from pathlib import Path
from typing import Annotated, Final, TypeVar
from uuid import UUID

import msgspec

from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.model.words import StationKind, StationTier
from liaison_desktop.sync import canonical
from liaison_desktop.sync.bodies import text_type
from liaison_desktop.sync.disk import open_regular
from liaison_desktop.sync.header import FORMAT, Code, Fingerprint, Incarnation, check_future
from liaison_desktop.sync.keys import OfficeKeys, PublicKeys, is_signed, sign
from liaison_desktop.sync.stick import write_file

CARD_MAGIC: Final = b"liaison-card\n"
INVITATION_MAGIC: Final = b"liaison-invitation\n"
MAX_CARD: Final = 16 * 1024

Name = Annotated[str, text_type(60, is_multiline=False)]
X25519Key = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """站点卡: who a station is, and its public keys; nothing secret, nothing of a person."""

    format: int = FORMAT
    uid: UUID
    code: Code
    name: Name
    kind: StationKind
    tier: StationTier
    incarnation: Incarnation
    keys: PublicKeys


class Invitation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """邀请文件: the county's answer to one card, with the X25519 key that may recover its home."""

    format: int = FORMAT
    uid: UUID
    code: Code
    name: Name
    keys: PublicKeys
    recovery_key: X25519Key
    station_uid: UUID
    station_key: Fingerprint


_T = TypeVar("_T", Card, Invitation)


def write_card(path: Path, card: Card, keys: OfficeKeys) -> None:
    """Write the card, signed by its own keys; Unusable, name_taken where another file lies."""
    _write(path, CARD_MAGIC, card, keys)


def read_card(path: Path) -> Card:
    """Return a card that its own keys signed; PackageRefused bad_card or future_format."""
    return _read(path, CARD_MAGIC, Card, "bad_card")


def write_invitation(path: Path, invitation: Invitation, county_keys: OfficeKeys) -> None:
    """Write the invitation, signed by the county's keys; Unusable as for a card."""
    _write(path, INVITATION_MAGIC, invitation, county_keys)


def read_invitation(path: Path) -> Invitation:
    """Return an invitation that the county's keys in it signed; PackageRefused bad_invitation.

    Whether it is for this station is the caller's to compare: `station_uid` and `station_key`.
    """
    return _read(path, INVITATION_MAGIC, Invitation, "bad_invitation")


def _write(path: Path, magic: bytes, value: _T, keys: OfficeKeys) -> None:
    if value.keys != keys.public():
        raise ValueError("signed by other keys than it names")
    text = canonical.encode(value)
    if _decode(text, type(value)) != value:
        raise ValueError("would be refused")
    signed = magic + text + b"\n"
    write_file(path, signed + sign(keys, signed).hex().encode() + b"\n")


def _read(path: Path, magic: bytes, form: type[_T], refusal: str) -> _T:
    with open_regular(path, refusal) as (file, _):
        data = file.read(MAX_CARD + 1)
    lines = data.split(b"\n")
    if len(data) > MAX_CARD or not data.startswith(magic) or len(lines) != 4 or lines[3]:
        raise PackageRefused(refusal)
    try:
        value = _decode(lines[1], form)
        signature = bytes.fromhex(lines[2].decode("ascii"))
    except ValueError:
        raise PackageRefused(refusal) from None
    signed = magic + lines[1] + b"\n"
    if signature.hex().encode() != lines[2] or not is_signed(value.keys, signed, signature):
        raise PackageRefused(refusal)
    return value


def _decode(text: bytes, form: type[_T]) -> _T:
    """Return the value of one canonical text; ValueError, PackageRefused future_format."""
    check_future(canonical.decode(text))
    value = msgspec.json.decode(text, type=form)
    if value.format != FORMAT or not canonical.same(value, text):
        raise ValueError("spelled otherwise")
    return value
