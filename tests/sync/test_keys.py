"""Keys are known by a fingerprint to be read aloud, and none is one that anyone can use."""

import re
from itertools import product

import pytest

from liaison_desktop.sync.keys import OfficeKeys, PublicKeys, fingerprint, is_signed, sign
from tests.sync.parcels import STATION, STRANGER

FIELD = 2**255 - 19
RECIPIENT = STATION.public().recipient
MESSAGE = b"liaison-card\nx"


def test_a_signature_is_this_keys_over_this_message() -> None:
    signature = sign(STATION, MESSAGE)
    assert len(signature) == 64
    assert is_signed(STATION.public(), MESSAGE, signature)
    assert not is_signed(STATION.public(), MESSAGE + b"\n", signature)
    assert not is_signed(STRANGER.public(), MESSAGE, signature)
    for wrong in (b"", signature[:-1], signature + b"\0", bytes(64), b"\xff" * 64):
        assert not is_signed(STATION.public(), MESSAGE, wrong)


def test_a_signature_is_what_rfc_8032_says() -> None:
    """RFC 8032 §7.1, test 2."""
    secret = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    keys = OfficeKeys(secret, STATION.identity)
    public = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    assert keys.public().signing.hex() == public
    assert sign(keys, b"\x72").hex() == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )


def point_of_order_8() -> int:
    """A y of order 8, computed: 2y² = 1 + d·y⁴ … solved as y² = (1 + √(1+d)) / d."""
    d = -121665 * pow(121666, -1, FIELD) % FIELD
    for first, second in product(_roots(1 + d), (1, -1)):
        for y in _roots((1 + second * first) * pow(-d, -1, FIELD) % FIELD):
            return y
    raise AssertionError


def _roots(square: int) -> list[int]:
    square %= FIELD
    root = pow(square, (FIELD + 3) // 8, FIELD)
    for candidate in (root, root * pow(2, (FIELD - 1) // 4, FIELD) % FIELD):
        if candidate * candidate % FIELD == square:
            return [candidate, FIELD - candidate]
    return []


def test_keys_under_which_anybody_could_sign_are_refused() -> None:
    """Points of small order, in both signs, and their spellings beyond the field."""
    eighth = point_of_order_8()
    small = [0, 1, FIELD - 1, eighth, FIELD - eighth, FIELD, FIELD + 1]
    for y, sign_bit in product(small, (0, 1 << 255)):
        with pytest.raises(ValueError, match="not an Ed25519 public key"):
            PublicKeys((y | sign_bit).to_bytes(32, "little"), RECIPIENT)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="not an Ed25519 public key"):
        PublicKeys(b"\2" * length, RECIPIENT)


@pytest.mark.parametrize(
    "recipient",
    ["", "age1", RECIPIENT.upper(), RECIPIENT[:-1], RECIPIENT + " ", STATION.identity, "ssh-rsa A"],
    ids=["empty", "begun", "upper case", "cut", "blank at the end", "secret", "of another program"],
)
def test_a_recipient_that_is_none_or_spelled_otherwise_is_refused(recipient: str) -> None:
    with pytest.raises(ValueError, match="age recipient"):
        PublicKeys(STATION.public().signing, recipient)


def test_a_fingerprint_can_be_read_aloud_and_tells_both_keys() -> None:
    here, there = STATION.public(), STRANGER.public()
    assert re.fullmatch(r"([A-Z2-7]{4}-){4}[A-Z2-7]{4}", fingerprint(here))
    mixed = {PublicKeys(here.signing, there.recipient), PublicKeys(there.signing, here.recipient)}
    assert len({fingerprint(keys) for keys in {here, there} | mixed}) == 4


def test_private_keys_are_not_shown() -> None:
    assert STATION.identity not in repr(STATION)
    assert repr(STATION.signing) not in repr(STATION)
    assert OfficeKeys.make() != OfficeKeys.make()
