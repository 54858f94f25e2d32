"""Sealed and opened again: equal, whole, in the order of checks, for the right eyes only."""

import errno
import hashlib
import os
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pyrage
import pytest

from liaison_desktop.model.faults import PackageRefused, Unusable
from liaison_desktop.model.words import Owner
from liaison_desktop.sync import package as package_module
from liaison_desktop.sync.header import SCHEMA, Header
from liaison_desktop.sync.keys import OfficeKeys, PublicKeys, fingerprint
from liaison_desktop.sync.package import MAX_FILE, inspect_package, open_package, seal_package
from tests.builders import a_matter, a_visit, a_visitor
from tests.sync.parcels import (
    BODIES,
    COUNTY,
    STATION,
    STRANGER,
    Refusal,
    a_header,
    a_unit_line,
    accept_any,
    body_of,
    forged,
    lines_of,
    put_together,
    read,
    refusal_of,
    seal,
    sender_of,
    spelled,
    split,
)


def wire(lines: list[Any]) -> list[Any]:
    return [msgspec.to_builtins(line) for line in lines]


def test_what_was_sealed_is_opened_equal(tmp_path: Path) -> None:
    visits = [
        a_visit(a_visitor("某𬱖"), a_visitor("㛃䶮", is_anonymous=True)),
        a_visit(
            matters=[a_matter("路灯\u202e不亮", statement="一\n\t二 <b> =cmd|' 😀", remark="")]
        ),
    ]
    lines = lines_of(*visits)
    made = seal(tmp_path / "p.liaison", lines)
    package, opened = read(tmp_path / "p.liaison")
    assert wire(opened) == wire(lines)
    assert package.header == made.header
    assert package.header.counts == {"visit": 2, "matter": 2}
    assert made.records == 4


def test_the_digest_and_size_are_those_of_the_file(tmp_path: Path) -> None:
    made = seal(tmp_path / "p.liaison", [a_unit_line()])
    data = made.path.read_bytes()
    package, _ = read(made.path)
    assert made.digest == package.digest == hashlib.sha256(data).hexdigest()
    assert made.size == len(data)


def test_a_package_without_records_is_a_sign_of_life(tmp_path: Path) -> None:
    seal(tmp_path / "p.liaison", [], from_=52)
    package, opened = read(tmp_path / "p.liaison")
    assert opened == []
    assert package.header.counts == {}


def test_a_withdrawn_record_travels_with_its_reason(tmp_path: Path) -> None:
    line = a_unit_line(
        withdrawn_at="2026-11-20T12:00:00.250+08:00", withdrawn_reason="重复\n登记", rev=4
    )
    seal(tmp_path / "p.liaison", [line])
    [opened] = read(tmp_path / "p.liaison")[1]
    assert wire([opened]) == wire([line])
    assert opened.owner is Owner.STATION


def test_a_large_package_is_given_without_holding_its_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_module, "MOST_KEPT", 2)
    lines = [a_unit_line(f"单位{n}") for n in range(40)]
    seal(tmp_path / "p.liaison", lines)
    assert wire(read(tmp_path / "p.liaison")[1]) == wire(lines)


def test_nothing_in_clear_but_the_header(tmp_path: Path) -> None:
    made = seal(tmp_path / "p.liaison", lines_of(a_visit(a_visitor("独一无二的名字"))))
    header, body, _ = split(made.path.read_bytes())
    assert "独一无二的名字".encode() not in made.path.read_bytes()
    assert body.startswith(b"age-encryption.org/v1\n-> ")
    assert "清河".encode() not in header


def test_only_the_recipient_can_open_it(tmp_path: Path) -> None:
    made = seal(tmp_path / "p.liaison", [a_unit_line()])
    assert refusal_of(made.path, STRANGER) == Refusal("other_recipient")
    _, body, _ = split(made.path.read_bytes())
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(body, [pyrage.x25519.Identity.from_str(STRANGER.identity)])


def test_a_package_addressed_to_one_and_sealed_for_another_is_refused(tmp_path: Path) -> None:
    stranger = STRANGER.public()
    header = a_header(counts={"unit": 1})
    body = body_of(b"", recipient=stranger)
    path = put_together(tmp_path / "p", msgspec.structs.replace(header, body_size=len(body)), body)
    assert refusal_of(path) == Refusal("bad_body", "age")


def test_the_checks_come_in_their_order(tmp_path: Path) -> None:
    made = seal(tmp_path / "p.liaison", [a_unit_line()])
    asked: list[str] = []

    def registry(header: Header) -> PublicKeys:
        asked.append("sender")
        return STRANGER.public() if "other key" in asked else STATION.public()

    def accept(header: Header) -> None:
        asked.append("accept")
        if "late" in asked:
            raise PackageRefused("replayed")

    def refusal(keys: OfficeKeys, *notes: str) -> tuple[str, list[str]]:
        asked[:] = notes
        with (
            pytest.raises(PackageRefused) as refused,
            open_package(made.path, keys, registry, accept, BODIES),
        ):
            pytest.fail("opened")
        return refused.value.code, asked[len(notes) :]

    assert refusal(COUNTY, "other key") == ("bad_signature", ["sender"])
    assert refusal(STRANGER) == ("other_recipient", ["sender"])
    assert refusal(COUNTY, "late") == ("replayed", ["sender", "accept"])


def test_nothing_is_decrypted_before_the_sequence_is_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = seal(tmp_path / "p.liaison", [a_unit_line()])

    def no_decrypting(*_: object) -> bytes:
        pytest.fail("decrypted too early")

    monkeypatch.setattr(pyrage, "decrypt", no_decrypting)

    def accept(header: Header) -> None:
        raise PackageRefused("gap")

    with (
        pytest.raises(PackageRefused, match="gap"),
        open_package(made.path, COUNTY, sender_of, accept, BODIES),
    ):
        pytest.fail("opened")


def test_an_unknown_sender_is_named_before_anything_else(tmp_path: Path) -> None:
    made = seal(tmp_path / "p.liaison", [a_unit_line()], sender_uid=UUID(int=7))
    assert refusal_of(made.path) == Refusal("unknown_sender")


def test_signed_by_another_key_is_refused(tmp_path: Path) -> None:
    header, body, _ = split(seal(tmp_path / "p.liaison", [a_unit_line()]).path.read_bytes())
    path = put_together(tmp_path / "q.liaison", header, body, STRANGER)
    assert refusal_of(path) == Refusal("bad_signature")


def test_headers_and_bodies_cannot_be_exchanged(tmp_path: Path) -> None:
    one = split(seal(tmp_path / "1.liaison", [a_unit_line()]).path.read_bytes())
    two = split(seal(tmp_path / "2.liaison", [a_unit_line()]).path.read_bytes())
    for header, body, keys in ((one[0], two[1], STATION), (two[0], one[1], STATION)):
        claims = msgspec.json.decode(header) | {"body_size": len(body)}
        path = put_together(tmp_path / "3.liaison", spelled(claims), body, keys)
        assert refusal_of(path) == Refusal("bad_body", "first_line")
    start = (tmp_path / "1.liaison").read_bytes()[:20]
    (tmp_path / "4.liaison").write_bytes(start + one[0] + one[1] + two[2])
    assert refusal_of(tmp_path / "4.liaison") == Refusal("bad_signature")


def test_a_recipient_cannot_send_a_package_on(tmp_path: Path) -> None:
    """The county opens it and seals the same lines for another as its own."""
    lines = [a_unit_line()]
    seal(tmp_path / "p.liaison", lines)
    inner = pyrage.decrypt(
        split((tmp_path / "p.liaison").read_bytes())[1],
        [pyrage.x25519.Identity.from_str(COUNTY.identity)],
    )
    other = STRANGER.public()
    body = pyrage.encrypt(inner, [pyrage.x25519.Recipient.from_str(other.recipient)])
    header = a_header(
        recipient_key=fingerprint(other), counts={"unit": 1}, body_size=len(body), sender="QH"
    )
    path = put_together(tmp_path / "q.liaison", header, body, COUNTY)
    with (
        pytest.raises(PackageRefused) as refused,
        open_package(path, STRANGER, lambda _: COUNTY.public(), accept_any, BODIES),
    ):
        pytest.fail("opened")
    assert refused.value.facts() == {"part": "first_line"}


def test_a_later_program_is_named_as_such(tmp_path: Path) -> None:
    claims = msgspec.json.decode(spelled(a_header()))
    later = spelled(claims | {"format": 2, "seal": "new"})
    assert refusal_of(put_together(tmp_path / "1", later, b"?")) == Refusal("future_format")
    assert refusal_of(forged(tmp_path / "2", [], schema=SCHEMA + 1)) == Refusal("future_format")


def test_an_earlier_program_is_named_as_such(tmp_path: Path) -> None:
    assert refusal_of(forged(tmp_path / "1", [], schema=SCHEMA - 1)) == Refusal("past_schema")


def test_the_second_suite_has_its_place_and_is_refused_now(tmp_path: Path) -> None:
    claims = msgspec.json.decode(spelled(a_header())) | {"suite": "sm2-sm4gcm-sm3"}
    path = put_together(tmp_path / "p", spelled(claims), b"?")
    assert refusal_of(path) == Refusal("unknown_suite")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "truncated"),
        (b"liaison-pack", "truncated"),
        (b"liaison-package\n\0\0", "truncated"),
        (b"liaison-package\n\0\0\0\x0a{}", "truncated"),
        (b"liaison-package\n\0\0\0\0" + bytes(64), "bad_header"),
        (b"liaison-package\n\0\0\x40\x01" + bytes(70_000), "bad_header"),
        (b"liaison-package\n\xff\xff\xff\xff" + bytes(100), "truncated"),
        (b"PK\x03\x04 a zip file, renamed", "not_a_package"),
        ("上报".encode("utf-16"), "not_a_package"),
    ],
)
def test_other_files_are_called_what_they_are(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "p.liaison").write_bytes(content)
    assert refusal_of(tmp_path / "p.liaison") == Refusal(code)


def test_a_file_over_the_cap_is_not_read(tmp_path: Path) -> None:
    path = seal(tmp_path / "p.liaison", [a_unit_line()]).path
    os.truncate(path, MAX_FILE + 1)
    assert refusal_of(path) == Refusal("too_large")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_or_a_folder_is_no_package(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.liaison")
    assert refusal_of(tmp_path / "pipe.liaison") == Refusal("not_a_package")
    assert refusal_of(tmp_path) == Refusal("not_a_package")


def test_a_file_that_is_not_there_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as fault:
        read(tmp_path / "none.liaison")
    assert fault.value.code == "file_missing"


@pytest.mark.parametrize(("kind", "code"), [("ENODEV", "stick_gone"), ("EIO", "disk_error")])
def test_a_stick_pulled_out_while_reading_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, code: str
) -> None:
    made = seal(tmp_path / "p.liaison", [a_unit_line()])

    def fail(_: int) -> os.stat_result:
        raise OSError(getattr(errno, kind), "")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fstat", fail)
        with pytest.raises(Unusable) as fault:
            read(made.path)
    assert fault.value.code == code


def test_inspecting_shows_the_header_without_a_key(tmp_path: Path) -> None:
    made = seal(tmp_path / "p.liaison", [a_unit_line()])
    assert inspect_package(made.path) == made.header


@pytest.mark.parametrize(
    "line",
    [
        a_unit_line("名" * 81),
        a_unit_line("坏\0字"),
        a_unit_line("坏\ud800字"),
        a_unit_line("两\n行"),
        a_unit_line(incarnation=0),
        a_unit_line(withdrawn_reason="长" * 4001),
    ],
)
def test_a_record_that_would_be_refused_is_not_sent(tmp_path: Path, line: Any) -> None:
    with pytest.raises(PackageRefused) as refused:
        seal(tmp_path / "p.liaison", [a_unit_line(), line])
    assert refused.value.code == "bad_record"
    assert refused.value.facts() == {"kind": "unit", "uid": str(line.uid)}
    assert not (tmp_path / "p.liaison").exists()


def test_a_record_is_not_sent_twice(tmp_path: Path) -> None:
    line = a_unit_line()
    with pytest.raises(PackageRefused, match="bad_record"):
        seal(tmp_path / "p.liaison", [line, line])


def test_more_than_a_package_holds_is_refused_before_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_module, "MAX_RECORDS", 2)
    with pytest.raises(PackageRefused, match="package_full"):
        seal(tmp_path / "p.liaison", [a_unit_line() for _ in range(3)])
    monkeypatch.setattr(package_module, "MOST_FRAME", 50)
    with pytest.raises(PackageRefused, match="package_full"):
        seal(tmp_path / "p.liaison", [a_unit_line()])
    assert list(tmp_path.iterdir()) == []


def test_sealing_never_writes_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "p.liaison").write_text("mine")
    with pytest.raises(Unusable):
        seal(tmp_path / "p.liaison", [a_unit_line()])
    assert (tmp_path / "p.liaison").read_text() == "mine"


def test_the_header_must_name_the_keys_that_are_sealed_for(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="other keys"):
        seal_package(tmp_path / "p", a_header(), [], STATION, STRANGER.public(), BODIES)


def test_nothing_but_the_package_is_written_and_nothing_stays_open(tmp_path: Path) -> None:
    made = seal(tmp_path / "p.liaison", lines_of(a_visit()))
    read(made.path)
    assert list(tmp_path.iterdir()) == [made.path]


def test_a_line_says_which_record_it_is_and_nothing_of_it(tmp_path: Path) -> None:
    [visit, _] = lines_of(a_visit(a_visitor("李桂芳")))
    seal(tmp_path / "p.liaison", [visit])
    [opened] = read(tmp_path / "p.liaison")[1]
    shown = f"{visit!r} {opened!r} {opened.body!r} {opened.body.visitors!r}"
    assert "李桂芳" not in shown
    assert str(visit.uid) in shown
