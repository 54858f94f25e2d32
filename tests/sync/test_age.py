"""The front of an age file, read by us before a key or a library touches it."""

import pyrage
import pytest

from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.sync.age import MAX_FRONT, MAX_STANZAS, check_front, decrypt, encrypt
from tests.sync.parcels import COUNTY, STRANGER

B43 = b"A" * 43
B64 = b"A" * 64 + b"\n"
VERSION = b"age-encryption.org/v1\n"
X25519 = b"-> X25519 %b\n%b\n" % (B43, B43)
GREASE = b"-> x7-grease a !b\n" + B64 + b"AAAA\n"
MAC = b"--- %b\n" % B43


@pytest.mark.parametrize(
    "front",
    [
        VERSION + X25519 + MAC,
        VERSION + X25519 + MAC + bytes(9),
        VERSION + GREASE + X25519 + GREASE + MAC,
        VERSION + X25519 * MAX_STANZAS + MAC,
        VERSION + X25519 + b"-> -grease\n\n" + MAC,
        VERSION + X25519 + b"-> q-grease\n" + B64 * 3 + b"\n" + MAC,
    ],
)
def test_x25519_and_grease_pass(front: bytes) -> None:
    check_front(front)


@pytest.mark.parametrize(
    "front",
    [
        b"",
        VERSION[:-1],
        VERSION,
        VERSION + MAC,
        VERSION + GREASE + MAC,
        VERSION + X25519,
        VERSION + X25519 + MAC[:-1],
        VERSION + X25519 + b"--- \n",
        VERSION + X25519 + b"-> scrypt %b 18\n%b\n" % (b"A" * 22, B43) + MAC,
        VERSION + b"-> ssh-ed25519 AAAAAA %b\n%b\n" % (B43, B43) + MAC,
        VERSION + b"-> ssh-rsa AAAAAA\n" + B64 + b"AAAA\n" + MAC,
        VERSION + b"-> mlkem768x25519 %b\n%b\n" % (B43, B43) + MAC,
        VERSION + b"-> piv-p256 AAAAAA %b\n%b\n" % (B43, B43) + MAC,
        VERSION + b"-> x25519 %b\n%b\n" % (B43, B43) + MAC,
        VERSION + b"-> X25519 %b more\n%b\n" % (B43, B43) + MAC,
        VERSION + b"-> X25519 %b\n\n" % B43 + MAC,
        VERSION + b"-> X25519 %b\n%b" % (B43, B43) + MAC,
        VERSION + X25519.replace(b"\n", b"\r\n") + MAC,
        VERSION + X25519 + b"-> grease\n\n" + MAC,
        VERSION + X25519 + b"-> x-grease \xff\n\n" + MAC,
        VERSION + X25519 * (MAX_STANZAS + 1) + MAC,
        b"age-encryption.org/v2\n" + X25519 + MAC,
        b"-----BEGIN AGE ENCRYPTED FILE-----\n",
        b" " + VERSION + X25519 + MAC,
    ],
)
def test_everything_else_is_refused(front: bytes) -> None:
    with pytest.raises(PackageRefused, match="bad_body"):
        check_front(front)


def test_a_front_that_hides_behind_much_grease_is_refused() -> None:
    long = b"-> x-grease\n" + B64 * (MAX_FRONT // 65) + b"\n"
    with pytest.raises(PackageRefused, match="bad_body"):
        decrypt(VERSION + X25519 + long + MAC, COUNTY.identity)


def test_what_is_sealed_is_opened_by_its_recipient_alone() -> None:
    sealed = encrypt(b"plain" * 30_000, COUNTY.public().recipient)
    assert decrypt(sealed, COUNTY.identity) == b"plain" * 30_000
    assert b"plainplain" not in sealed
    with pytest.raises(PackageRefused, match="bad_body"):
        decrypt(sealed, STRANGER.identity)


def test_what_the_library_writes_passes_our_reading() -> None:
    """The library adds grease of random shape to every front."""
    to = pyrage.x25519.Recipient.from_str(COUNTY.public().recipient)
    for _ in range(500):
        check_front(pyrage.encrypt(b"", [to])[:MAX_FRONT])


def test_no_damage_behind_the_front_is_let_through() -> None:
    sealed = encrypt(b"plain" * 30_000, COUNTY.public().recipient)
    for place in range(len(sealed) - 1, 0, -1009):
        damaged = bytearray(sealed)
        damaged[place] ^= 1
        with pytest.raises(PackageRefused, match="bad_body"):
            decrypt(bytes(damaged), COUNTY.identity)
        with pytest.raises(PackageRefused, match="bad_body"):
            decrypt(sealed[:place], COUNTY.identity)
