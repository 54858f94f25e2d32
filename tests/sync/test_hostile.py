"""Rightly signed by an enrolled station whose key was stolen: strict reading is what is left."""

import json
import random
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pyrage
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.sync import package, stream
from liaison_desktop.sync.lines import first_line
from liaison_desktop.sync.stream import MAX_LINE, MAX_WINDOW
from tests.builders import a_visit, a_visitor
from tests.sync.parcels import (
    COUNTY,
    FORM,
    Refusal,
    a_header,
    a_unit_line,
    age_of,
    forged,
    lines_of,
    put_together,
    refusal_of,
    sealed,
    spelled,
)

B43 = b"A" * 43
UNIT = FORM.write(a_unit_line())
VISIT = FORM.write(lines_of(a_visit(a_visitor("李桂芳")))[0])


def with_body(path: Path, make: Callable[[bytes], bytes], **changes: object) -> Path:
    """Write a rightly signed package with the body that `make` makes of the first line."""
    header = a_header(**changes)
    body = make(first_line(header))
    return put_together(path, msgspec.structs.replace(header, body_size=len(body)), body)


def changed(line: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The line with its values changed and spelled canonically again."""
    claims = json.loads(line)
    change(claims)
    return msgspec.json.encode(claims, order="sorted")


def setting(*path: str | int, value: object) -> Callable[[dict[str, Any]], None]:
    def change(claims: Any) -> None:
        for step in path[:-1]:
            claims = claims[step]
        claims[path[-1]] = value

    return change


def test_a_line_made_by_hand_is_taken_when_it_is_right(tmp_path: Path) -> None:
    assert refusal_of(forged(tmp_path / "p", [UNIT])) is None
    assert refusal_of(forged(tmp_path / "q", [VISIT], counts={"visit": 1})) is None


BAD_UNITS: dict[str, Callable[[dict[str, Any]], object]] = {
    "unknown field": setting("body", "id_no", value="x"),
    "unknown field of the line": setting("path", value="../../etc/passwd"),
    "missing field": lambda claims: claims["body"].pop("phone"),
    "missing field of the line": lambda claims: claims.pop("withdrawn_at"),
    "no body": setting("body", value=None),
    "a list for a body": setting("body", value=[]),
    "unknown kind": setting("kind", value="user"),
    "a kind that is a path": setting("kind", value="../unit"),
    "null where it may not be": setting("body", "name", value=None),
    "a number for a text": setting("body", "name", value=1),
    "a truth for a text": setting("body", "name", value=True),
    "too long": setting("body", "name", value="名" * 81),
    "NUL": setting("body", "name", value="a\0b"),
    "bell": setting("body", "name", value="a\ab"),
    "escape": setting("body", "name", value="\x1b[2J"),
    "DEL": setting("body", "name", value="a\x7fb"),
    "C1": setting("body", "name", value="a\x85b"),
    "carriage return": setting("body", "name", value="a\rb"),
    "a newline in one line": setting("body", "name", value="a\nb"),
    "revision 0": setting("rev", value=0),
    "a negative revision": setting("rev", value=-1),
    "a revision beyond 2^53": setting("rev", value=2**53),
    "a text for a number": setting("rev", value="1"),
    "a float": setting("rev", value=1.5),
    "a truth for a number": setting("rev", value=True),
    "another owner": setting("owner", value="nobody"),
    "an id without hyphens": setting("uid", value="019a9f000000700080000000000000aa"),
    "an id in capitals": setting("uid", value="019A9F00-0000-7000-8000-0000000000AA"),
    "an id in braces": setting("uid", value="{019a9f00-0000-7000-8000-0000000000aa}"),
    "an instant of another zone": setting("changed_at", value="2026-11-20T04:00:00Z"),
    "an instant without a zone": setting("changed_at", value="2026-11-20T12:00:00"),
    "an instant with idle zeros": setting("changed_at", value="2026-11-20T12:00:00.000+08:00"),
    "a leap second": setting("changed_at", value="2026-11-20T23:59:60+08:00"),
    "30 February": setting("changed_at", value="2026-02-30T12:00:00+08:00"),
    "the year 0001": setting("changed_at", value="0001-01-01T00:00:00+08:00"),
    "digits of another script": setting("changed_at", value="２０２６-11-20T12:00:00+08:00"),
    "a reason too long": setting("withdrawn_reason", value="x" * 4001),
    "a reason with NUL": setting("withdrawn_reason", value="\0"),
}

BAD_VISITS: dict[str, Callable[[dict[str, Any]], object]] = {
    "a word outside its list": setting("body", "channel", value="telepathy"),
    "a Chinese word": setting("body", "channel", value="来访"),
    "a word in capitals": setting("body", "channel", value="VISIT"),
    "null for a word that must be": setting("body", "channel", value=None),
    "a day with a time": setting("body", "received_on", value="2026-11-20T00:00:00"),
    "a day without hyphens": setting("body", "received_on", value="20261120"),
    "a day by week": setting("body", "received_on", value="2026-W47-5"),
    "no such day": setting("body", "received_on", value="2026-02-30"),
    "0 for false": setting("body", "may_publish_name", value=0),
    "a fraction of people": setting("body", "headcount", value=1.0),
    "people as text": setting("body", "headcount", value="1"),
    "an object for a list": setting("body", "visitors", value={}),
    "null for a list": setting("body", "visitors", value=None),
    "null in a list": setting("body", "visitors", value=[None]),
    "a field of the station": setting("body", "visitors", 0, "id_no", value="11"),
    "a visitor without a name": lambda claims: claims["body"]["visitors"][0].pop("name"),
    "a visitor's name too long": setting("body", "visitors", 0, "name", value="名" * 51),
    "a visitor's id spelled otherwise": setting("body", "visitors", 0, "person_uid", value="1"),
    "a number without end": setting("body", "number", value="1" * 201),
}


@pytest.mark.parametrize("name", BAD_UNITS)
def test_a_bad_unit_is_refused(tmp_path: Path, name: str) -> None:
    path = forged(tmp_path / "p", [changed(UNIT, BAD_UNITS[name])])
    assert refusal_of(path) == Refusal("bad_body", "record")


@pytest.mark.parametrize("name", BAD_VISITS)
def test_a_bad_visit_is_refused(tmp_path: Path, name: str) -> None:
    path = forged(tmp_path / "p", [changed(VISIT, BAD_VISITS[name])], counts={"visit": 1})
    assert refusal_of(path) == Refusal("bad_body", "record")


@pytest.mark.parametrize(
    "line",
    [
        UNIT.replace(b":", b": ", 1),
        b" " + UNIT,
        UNIT + b" ",
        UNIT + b"\r",
        b"\xef\xbb\xbf" + UNIT,
        UNIT.decode().encode("utf-16"),
        UNIT.replace(b'"rev":1', b'"rev":1,"rev":1'),
        UNIT.replace(b'"rev":1', b'"rev":2,"rev":1'),
        UNIT.replace(b'"rev":1', b'"rev":1.0'),
        UNIT.replace(b'"rev":1', b'"rev":1e0'),
        UNIT.replace(b'"rev":1', b'"rev":+1'),
        UNIT.replace(b'"rev":1', b'"rev":01'),
        UNIT.replace(b'"rev":1', b'"rev":NaN'),
        UNIT.replace(b'"rev":1', b'"rev":Infinity'),
        UNIT.replace(b'"address":"', b'"address":"\\/'),
        UNIT.replace(b'"address":"', b'"address":"\\u0041'),
        UNIT.replace(b'"address":"', b'"address":"\\ud800'),
        UNIT.replace(b'"address":"', b'"address":"\xed\xa0\x80'),
        UNIT.replace(b'"address":"', b'"address":"\xc0\x80'),
        UNIT.replace(b'"address":"', b'"address":"\t'),
        b'{"uid":' + UNIT[1:],
        UNIT[:-1],
        UNIT + b"}",
        b"",
        b"null",
        b"[]",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"body":' + b"9" * 100_000 + b"}",
    ],
)
def test_a_line_spelled_otherwise_is_refused(tmp_path: Path, line: bytes) -> None:
    assert refusal_of(forged(tmp_path / "p", [line])) == Refusal("bad_body", "record")


def test_of_a_large_package_nothing_is_given_before_the_last_line_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MOST_KEPT", 1)
    bad = changed(UNIT, BAD_UNITS["too long"])
    path = forged(tmp_path / "p", [FORM.write(a_unit_line()) for _ in range(20)] + [bad])
    assert refusal_of(path) == Refusal("bad_body", "record")


def test_a_record_may_come_only_once(tmp_path: Path) -> None:
    later = changed(UNIT, setting("rev", value=2))
    for second in (UNIT, later):
        path = forged(tmp_path / "p", [UNIT, second])
        assert refusal_of(path) == Refusal("bad_body", "twice")


@pytest.mark.parametrize("counts", [{}, {"unit": 2}, {"visit": 1}, {"unit": 1, "visit": 1}])
def test_what_is_announced_must_come_and_nothing_else(
    tmp_path: Path, counts: dict[str, int]
) -> None:
    path = forged(tmp_path / "p", [UNIT], counts=counts)
    assert refusal_of(path) == Refusal("bad_body", "counts")


def test_the_first_line_must_repeat_the_header(tmp_path: Path) -> None:
    path = tmp_path / "p"
    counts = {"unit": 1}
    with_body(path, lambda first: age_of(UNIT + b"\n"), counts=counts)
    assert refusal_of(path) == Refusal("bad_body", "first_line")
    with_body(path, lambda first: age_of(b""), counts={})
    assert refusal_of(path) == Refusal("bad_body", "first_line")


@pytest.mark.parametrize("name", ["package", "sender", "sender_uid", "recipient", "recipient_uid"])
def test_every_word_of_the_first_line_binds(tmp_path: Path, name: str) -> None:
    def other(first: bytes) -> bytes:
        return age_of(changed(first, setting(name, value="x")) + b"\n" + UNIT + b"\n")

    path = with_body(tmp_path / "p", other, counts={"unit": 1})
    assert refusal_of(path) == Refusal("bad_body", "first_line")


def test_the_last_line_has_its_newline(tmp_path: Path) -> None:
    path = with_body(tmp_path / "p", lambda first: age_of(first + b"\n" + UNIT), counts={"unit": 1})
    assert refusal_of(path) == Refusal("bad_body", "zstd")


def frames(first: bytes) -> dict[str, bytes]:
    inflated = first + b"\n" + UNIT + b"\n"
    whole = zstandard.ZstdCompressor().compress(inflated)
    wide = zstandard.ZstdCompressionParameters(window_log=24)
    wider = zstandard.ZstdCompressor(compression_params=wide).compressobj()
    chance = bytes(range(256)) * 64
    dictionary = zstandard.ZstdCompressionDict(inflated)
    return {
        "cut": whole[:-3],
        "more after it": whole + b"\0",
        "a second frame": whole + zstandard.ZstdCompressor().compress(b""),
        "a skippable frame before": b"\x50\x2a\x4d\x18\4\0\0\0abcd" + whole,
        "a skippable frame after": whole + b"\x50\x2a\x4d\x18\4\0\0\0abcd",
        "empty": b"",
        "plain text": inflated,
        "a wide window": wider.compress(inflated + chance) + wider.flush(),
        "a dictionary": zstandard.ZstdCompressor(dict_data=dictionary).compress(inflated),
    }


@pytest.mark.parametrize("name", list(frames(b"{}")))
def test_anything_but_one_plain_frame_is_refused(tmp_path: Path, name: str) -> None:
    path = with_body(tmp_path / "p", lambda first: sealed(frames(first)[name]), counts={"unit": 1})
    assert refusal_of(path) == Refusal("bad_body", "zstd")
    assert MAX_WINDOW < 1 << 24


def test_a_byte_after_a_frame_that_ends_where_a_step_ends_is_found() -> None:
    chance = random.Random(1)  # noqa: S311 - filler
    texts = (chance.randbytes(size).replace(b"\n", b"") + b"\n" for size in count(900))
    whole = next(frame for frame in map(zstd, texts) if len(frame) % 1024 == 0)
    assert len(list(stream.inflate(whole))) == 1
    with pytest.raises(PackageRefused):
        list(stream.inflate(whole + b"\0"))


def zstd(inflated: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(inflated)


def peak_of(path: Path) -> int:
    tracemalloc.start()
    refused = refusal_of(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused is not None
    assert refused.code == "bad_body"
    return peak


@pytest.mark.parametrize("filler", [b" ", b"\n", b"\0", b"["])
def test_a_bomb_costs_little_memory_and_is_refused(tmp_path: Path, filler: bytes) -> None:
    deflater = zstandard.ZstdCompressor().compressobj()

    def bomb(first: bytes) -> bytes:
        pieces = [deflater.compress(first + b"\n")]
        pieces += [deflater.compress(filler * 1024**2) for _ in range(512)]
        return sealed(b"".join([*pieces, deflater.flush()]))

    path = with_body(tmp_path / "p", bomb, counts={"unit": 1})
    assert path.stat().st_size < 1024**2
    assert peak_of(path) < 100 * 1024**2


def test_a_line_over_the_cap_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = forged(tmp_path / "p", [b'"' + b"x" * (MAX_LINE - 1) + b'"'])
    assert refusal_of(path) == Refusal("bad_body", "size")
    path = forged(tmp_path / "p", [b'"' + b"x" * (MAX_LINE - 2) + b'"'])
    assert refusal_of(path) == Refusal("bad_body", "record")


def test_more_than_the_cap_in_all_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [FORM.write(a_unit_line()) for _ in range(20)]
    path = forged(tmp_path / "p", lines)
    assert refusal_of(path) is None
    monkeypatch.setattr(stream, "MAX_INFLATED", len(UNIT) * 10)
    assert refusal_of(path) == Refusal("bad_body", "size")


def test_a_passphrase_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stanza asks for 2^30 rounds of scrypt; trying it would take an hour and 1 TB."""

    def no_work(*_: object) -> bytes:
        pytest.fail("scrypt was worked on")

    monkeypatch.setattr(pyrage, "decrypt", no_work)
    body = b"age-encryption.org/v1\n-> scrypt %b 30\n%b\n--- %b\n" % (b"A" * 22, B43, B43)
    path = with_body(tmp_path / "p", lambda _: body + bytes(64))
    assert refusal_of(path) == Refusal("bad_body", "age")


def test_an_armoured_body_is_refused(tmp_path: Path) -> None:
    to = pyrage.x25519.Recipient.from_str(COUNTY.public().recipient)
    path = with_body(tmp_path / "p", lambda _: pyrage.encrypt(b"x", [to], armored=True))
    assert refusal_of(path) == Refusal("bad_body", "age")


@pytest.mark.parametrize("change", ["cut", "flipped", "more"])
def test_a_body_damaged_before_signing_is_refused(tmp_path: Path, change: str) -> None:
    def damaged(first: bytes) -> bytes:
        body = age_of(first + b"\n" + UNIT + b"\n")
        end = {"cut": body[-17:-16], "flipped": bytes([body[-1] ^ 1]), "more": body[-1:] + b"\0"}
        return body[: -17 if change == "cut" else -1] + end[change]

    path = with_body(tmp_path / "p", damaged, counts={"unit": 1})
    assert refusal_of(path) == Refusal("bad_body", "age")


HEADER = json.loads(spelled(a_header()))


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"format": 0},
        {"format": "1"},
        {"format": True},
        {"format": 1.5},
        {"schema": 0},
        {"suite": None},
        {"kind": "../x"},
        {"package": "1"},
        {"package": HEADER["package"].upper()},
        {"sender": ""},
        {"sender": "a/b"},
        {"sender": "名"},
        {"sender": "X" * 41},
        {"recipient_key": "AAAA"},
        {"incarnation": {"number": 0, "id": HEADER["package"]}},
        {"incarnation": {"number": 1, "id": HEADER["package"], "more": 1}},
        {"sequence": 0},
        {"sequence": 2**63},
        {"from": 53},
        {"to": -1},
        {"previous": "0" * 63},
        {"acknowledged_sequence": 1},
        {"acknowledged_hash": "0" * 64},
        {"audit_head": "Z" * 64},
        {"counts": {"unit": 0}},
        {"counts": {"unit": -1}},
        {"counts": {"Unit": 1}},
        {"counts": {"unit": 1_000_001}},
        {"counts": {f"k{n}": 1 for n in range(65)}},
        {"counts": None},
        {"clock": "yesterday"},
        {"clock": "2026-11-20T12:00:00Z"},
    ],
)
def test_a_header_that_breaks_a_rule_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    path = put_together(tmp_path / "p", spelled(HEADER | change), b"")
    assert refusal_of(path) == Refusal("bad_header")


@pytest.mark.parametrize("name", list(HEADER))
def test_no_field_of_the_header_may_be_missing(tmp_path: Path, name: str) -> None:
    claims = {key: value for key, value in HEADER.items() if key != name}
    assert refusal_of(put_together(tmp_path / "p", spelled(claims), b"")) == Refusal("bad_header")


@pytest.mark.parametrize(
    "front",
    [
        b"",
        b"null",
        b"[]",
        b"[" * 16_000,
        json.dumps(HEADER).encode(),
        msgspec.json.encode(dict(reversed(HEADER.items()))),
        spelled(HEADER) + b"\n",
        spelled(HEADER).replace(b'"from":40', b'"from":40,"from":40'),
    ],
)
def test_a_header_spelled_otherwise_is_refused(tmp_path: Path, front: bytes) -> None:
    assert refusal_of(put_together(tmp_path / "p", front, b"")) == Refusal("bad_header")


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_stands_in_a_field_it_is_taken_exactly_or_refused(data: st.DataObject) -> None:
    claims = json.loads(data.draw(st.sampled_from([UNIT, VISIT])))
    target = claims if data.draw(st.booleans()) else claims["body"]
    target[data.draw(st.sampled_from([*target, "new"]))] = data.draw(JSON)
    with suppress(PackageRefused):
        line = FORM.read(msgspec.json.encode(claims, order="sorted"))
        assert msgspec.to_builtins(line) == claims
