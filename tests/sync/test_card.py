"""站点卡 and 邀请文件: read as written, and refused for the smallest change."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest

from liaison_desktop.model.faults import Fault, PackageRefused, Unusable
from liaison_desktop.model.words import StationKind, StationTier
from liaison_desktop.sync.card import (
    CARD_MAGIC,
    INVITATION_MAGIC,
    MAX_CARD,
    Card,
    Invitation,
    read_card,
    read_invitation,
    write_card,
    write_invitation,
)
from liaison_desktop.sync.keys import OfficeKeys, fingerprint, sign
from tests.builders import STATION_UID
from tests.sync.parcels import COUNTY, COUNTY_UID, LIFE, STATION, STRANGER

CARD = Card(
    uid=STATION_UID,
    code="QHJD",
    name="清河街道人大代表联络站",
    kind=StationKind.STREET,
    tier=StationTier.STATION,
    incarnation=LIFE,
    keys=STATION.public(),
)
INVITATION = Invitation(
    uid=COUNTY_UID,
    code="QH",
    name="清河区人大常委会",
    keys=COUNTY.public(),
    recovery_key=bytes(range(32)),
    station_uid=STATION_UID,
    station_key=fingerprint(STATION.public()),
)


@pytest.fixture
def card(tmp_path: Path) -> Path:
    write_card(tmp_path / "card", CARD, STATION)
    return tmp_path / "card"


@pytest.fixture
def invitation(tmp_path: Path) -> Path:
    write_invitation(tmp_path / "invitation", INVITATION, COUNTY)
    return tmp_path / "invitation"


def code_of(read: Callable[[Path], object], path: Path) -> str:
    try:
        read(path)
    except Fault as fault:
        return fault.code
    return "read"


def rewrite(path: Path, change: dict[str, Any], keys: OfficeKeys) -> None:
    """Change the JSON of a file and sign it again."""
    magic, text, _, _ = path.read_bytes().split(b"\n")
    claims = {k: v for k, v in (json.loads(text) | change).items() if v is not ...}
    signed = magic + b"\n" + msgspec.json.encode(claims, order="sorted") + b"\n"
    path.write_bytes(signed + sign(keys, signed).hex().encode() + b"\n")


def test_a_card_is_read_as_written(card: Path) -> None:
    assert read_card(card) == CARD


def test_an_invitation_is_read_as_written(invitation: Path) -> None:
    assert read_invitation(invitation) == INVITATION


def test_a_card_can_be_read_by_a_person(card: Path) -> None:
    text = card.read_text("utf-8")
    assert text.startswith("liaison-card\n{")
    assert "清河街道人大代表联络站" in text
    assert STATION.identity not in text
    assert STATION.signing.hex() not in text


def test_the_same_card_is_the_same_bytes(card: Path) -> None:
    before = card.read_bytes()
    write_card(card, CARD, STATION)
    assert card.read_bytes() == before
    assert os.listdir(card.parent) == ["card"]


def test_another_file_under_that_name_is_left_alone(card: Path) -> None:
    other = msgspec.structs.replace(CARD, name="别的站")
    with pytest.raises(Unusable) as fault:
        write_card(card, other, STATION)
    assert fault.value.code == "name_taken"
    assert read_card(card) == CARD
    assert os.listdir(card.parent) == ["card"]


@pytest.mark.parametrize("name", ["card", "invitation"])
def test_no_flipped_bit_and_no_shorter_or_longer_file_is_read(
    name: str, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(name)
    read = read_card if name == "card" else read_invitation
    data = path.read_bytes()
    allowed = {f"bad_{name}", "future_format"}
    for place in range(len(data)):
        for bit in range(8):
            path.write_bytes(data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :])
            assert code_of(read, path) in allowed, (place, bit)
        path.write_bytes(data[:place])
        assert code_of(read, path) == f"bad_{name}", place
    for more in (b"\n", b" ", b"\0", data):
        path.write_bytes(data + more)
        assert code_of(read, path) == f"bad_{name}"


def test_a_foreign_file_is_no_card_and_no_invitation(card: Path, invitation: Path) -> None:
    assert code_of(read_card, invitation) == "bad_card"
    assert code_of(read_invitation, card) == "bad_invitation"
    for content in (b"", b"{}", b"PK\3\4", b"liaison-package\n" + bytes(99), bytes(MAX_CARD * 2)):
        card.write_bytes(content)
        assert code_of(read_card, card) == "bad_card"
        assert code_of(read_invitation, card) == "bad_invitation"
    assert code_of(read_card, card.parent) == "bad_card"
    assert code_of(read_card, card.parent / "none") == "file_missing"


def test_a_card_saved_again_by_an_editor_is_refused(card: Path) -> None:
    data = card.read_bytes()
    for changed in (data.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + data, data.rstrip()):
        card.write_bytes(changed)
        assert code_of(read_card, card) == "bad_card"


def test_a_later_card_is_named_as_such(card: Path, invitation: Path) -> None:
    rewrite(card, {"format": 2, "new": True}, STATION)
    rewrite(invitation, {"format": 2, "new": True}, COUNTY)
    assert code_of(read_card, card) == "future_format"
    assert code_of(read_invitation, invitation) == "future_format"


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"format": 0},
        {"format": "1"},
        {"name": ...},
        {"uid": "1"},
        {"uid": str(STATION_UID).upper()},
        {"code": "../x"},
        {"name": "名" * 61},
        {"name": "a\nb"},
        {"name": "a\0b"},
        {"kind": "village"},
        {"tier": None},
        {"incarnation": {"number": 0, "id": str(UUID(int=1))}},
        {"keys": {"recipient": STATION.public().recipient, "signing": "AAAA"}},
        {"keys": {"recipient": "age1x", "signing": "A" * 43 + "="}},
        {"keys": {"recipient": STATION.public().recipient, "signing": "A" * 43 + "="}},
        {"keys": {}},
        {"keys": None},
    ],
)
def test_a_card_that_breaks_a_rule_is_refused_though_signed(
    card: Path, change: dict[str, Any]
) -> None:
    rewrite(card, change, STATION)
    assert code_of(read_card, card) == "bad_card"


@pytest.mark.parametrize(
    "change",
    [
        {"recovery_key": "AAAA"},
        {"recovery_key": "A" * 43 + "B="},
        {"recovery_key": None},
        {"station_key": "AAAA"},
        {"station_uid": ""},
        {"keys": {"recipient": COUNTY.public().recipient, "signing": "A" * 43 + "="}},
        {"more": 1},
    ],
)
def test_an_invitation_that_breaks_a_rule_is_refused_though_signed(
    invitation: Path, change: dict[str, Any]
) -> None:
    rewrite(invitation, change, COUNTY)
    assert code_of(read_invitation, invitation) == "bad_invitation"


def test_a_card_must_be_signed_by_the_keys_it_names(card: Path, invitation: Path) -> None:
    rewrite(card, {}, STRANGER)
    assert code_of(read_card, card) == "bad_card"
    rewrite(invitation, {}, STRANGER)
    assert code_of(read_invitation, invitation) == "bad_invitation"
    with pytest.raises(ValueError, match="other keys"):
        write_card(card.with_name("other"), CARD, STRANGER)


def test_a_signature_under_a_card_does_not_pass_under_an_invitation(card: Path) -> None:
    _, text, signature, _ = card.read_bytes().split(b"\n")
    card.write_bytes(INVITATION_MAGIC + text + b"\n" + signature + b"\n")
    assert code_of(read_invitation, card) == "bad_invitation"
    assert not CARD_MAGIC.startswith(INVITATION_MAGIC)


def test_a_card_that_would_be_refused_is_not_written(tmp_path: Path) -> None:
    for name in ("名" * 61, "a\0b"):
        with pytest.raises((ValueError, PackageRefused)):
            write_card(tmp_path / "c", msgspec.structs.replace(CARD, name=name), STATION)
    assert os.listdir(tmp_path) == []
