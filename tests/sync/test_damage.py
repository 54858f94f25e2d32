"""A changed bit, a missing end, an added byte: nothing of it is ever taken."""

import random
from io import FileIO
from pathlib import Path

import pytest

from liaison_desktop.sync.package import MAGIC
from tests.builders import a_matter, a_visit, a_visitor
from tests.sync.parcels import a_unit_line, lines_of, refusal_of, seal

FLIPS = 20_000
CODES_OF_DAMAGE = {
    "not_a_package",
    "truncated",
    "bad_header",
    "future_format",
    "unknown_suite",
    "unknown_sender",
    "bad_signature",
}
"""All before anything is decrypted."""


@pytest.fixture
def real(tmp_path: Path) -> Path:
    visits = [
        a_visit(a_visitor(f"李桂{n:x}"), matters=[a_matter(statement=f"第{n}盏路灯坏了。" * n)])
        for n in range(100)
    ]
    return seal(tmp_path / "real.liaison", lines_of(*visits)).path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return seal(tmp_path / "small.liaison", [a_unit_line()]).path


def test_no_flipped_bit_is_accepted(real: Path) -> None:
    chance = random.Random(20261120)  # noqa: S311 - places to flip, not keys
    size = real.stat().st_size
    assert refusal_of(real) is None
    with real.open("r+b", buffering=0) as file:
        for _ in range(FLIPS):
            place, bit = chance.randrange(size), 1 << chance.randrange(8)
            file.seek(place)
            byte = file.read(1)[0]
            _put(file, place, byte ^ bit)
            refused = refusal_of(real)
            _put(file, place, byte)
            assert refused is not None, (place, bit)
            assert refused.code in CODES_OF_DAMAGE
    assert refusal_of(real) is None


def test_no_bit_of_the_front_is_without_a_guard(small: Path) -> None:
    """Every bit of magic, length and header, one by one: here parsing comes before verifying."""
    data = small.read_bytes()
    start = len(MAGIC) + 4
    end = start + int.from_bytes(data[len(MAGIC) : start], "big")
    with small.open("r+b", buffering=0) as file:
        for place in range(end):
            for bit in range(8):
                _put(file, place, data[place] ^ 1 << bit)
                refused = refusal_of(small)
                assert refused is not None, (place, bit)
                assert refused.code in CODES_OF_DAMAGE
            _put(file, place, data[place])


def test_no_truncation_is_accepted(small: Path) -> None:
    data = small.read_bytes()
    for length in range(len(data) - 1, -1, -1):
        with small.open("r+b") as file:
            file.truncate(length)
        refused = refusal_of(small)
        assert refused is not None, length
        assert refused.code == "truncated", length


@pytest.mark.parametrize("more", [b"\0", b"\n", bytes(64), b"liaison-package\n"])
def test_nothing_may_be_appended(small: Path, more: bytes) -> None:
    with small.open("ab") as file:
        file.write(more)
    refused = refusal_of(small)
    assert refused is not None
    assert refused.code == "truncated"


def test_a_second_package_may_not_follow(small: Path) -> None:
    small.write_bytes(small.read_bytes() * 2)
    refused = refusal_of(small)
    assert refused is not None
    assert refused.code == "truncated"


@pytest.mark.parametrize("keep", ["signature", "body"])
def test_a_missing_or_doubled_signature_is_refused(small: Path, keep: str) -> None:
    data = small.read_bytes()
    small.write_bytes(data + data[-64:] if keep == "signature" else data[:-64])
    refused = refusal_of(small)
    assert refused is not None
    assert refused.code == "truncated"


def test_a_made_up_signature_is_refused(small: Path) -> None:
    data = small.read_bytes()
    for signature in (bytes(64), b"\1" + bytes(63), b"\xff" * 64, data[-32:] + data[-64:-32]):
        small.write_bytes(data[:-64] + signature)
        refused = refusal_of(small)
        assert refused is not None
        assert refused.code == "bad_signature"


def test_the_signature_has_one_form(small: Path) -> None:
    """S + L verifies where S is not checked to be below the order L (RFC 8032 §5.1.7)."""
    order = 2**252 + 27742317777372353535851937790883648493
    data = small.read_bytes()
    twin = int.from_bytes(data[-32:], "little") + order
    small.write_bytes(data[:-32] + twin.to_bytes(32, "little"))
    refused = refusal_of(small)
    assert refused is not None
    assert refused.code == "bad_signature"


def _put(file: FileIO, place: int, byte: int) -> None:
    file.seek(place)
    file.write(bytes([byte]))
