"""docs/package-format.md is true: a stranger's reader, written from it alone, reads its example."""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pyrage
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from liaison_desktop.model.faults import PACKAGE_CODES, Unusable
from liaison_desktop.sync import card, header, package, stream
from liaison_desktop.sync.card import read_card, read_invitation
from liaison_desktop.sync.package import open_package
from tests.sync.example import COUNTY, DOCUMENT, STATION, fields, part_of, records
from tests.sync.parcels import BODIES, accept_any

TEXT = DOCUMENT.read_text("utf-8")


def blocks() -> dict[str, str]:
    found = re.findall(r"### ([^\n]+?)(?:, \d+ bytes)?\n\n```\n(.*?)\n```", TEXT, re.DOTALL)
    return dict(found)


def known_keys() -> dict[str, str]:
    rows = (re.split(r"  +", row) for row in blocks()["Keys"].splitlines())
    return {name: value for name, value in rows}


def example_file() -> bytes:
    return bytes.fromhex(blocks()["The file"])


def strangers_reading(data: bytes, keys: dict[str, str]) -> tuple[Any, list[Any]]:
    """Written from the document, with nothing of this program."""
    assert data[:16] == b"liaison-package\n"
    size = int.from_bytes(data[16:20], "big")
    head = canonical(data[20 : 20 + size])
    signed, signature = data[:-64], data[-64:]
    assert len(data) == 20 + size + head["body_size"] + 64
    public = bytes.fromhex(keys["station is verified by"])
    Ed25519PublicKey.from_public_bytes(public).verify(signature, signed)
    assert head["recipient_key"] == keys["county fingerprint"]
    identity = pyrage.x25519.Identity.from_str(keys["county opens with"])
    frame = pyrage.decrypt(signed[20 + size :], [identity])
    inflated = zstandard.ZstdDecompressor().decompressobj().decompress(frame)
    first, *lines = [canonical(line) for line in inflated.removesuffix(b"\n").split(b"\n")]
    assert first == {name: head[name] for name in first}
    return head, lines


def canonical(text: bytes) -> Any:
    value = json.loads(text)
    again = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert again.encode() == text
    return value


def test_a_strangers_reader_reads_the_example() -> None:
    head, lines = strangers_reading(example_file(), known_keys())
    assert head == json.loads(blocks()["The header"])
    shown = blocks()["The body decrypted and inflated"].splitlines()
    assert lines == [json.loads(line) for line in shown[1:]]
    assert [line["body"]["name"] for line in lines] == ["清河街道城管办", "某𬱖"]


def test_the_program_reads_the_example(tmp_path: Path) -> None:
    path = tmp_path / "example.liaison"
    path.write_bytes(example_file())
    with open_package(path, COUNTY, lambda _: STATION.public(), accept_any, BODIES) as opened:
        assert [line.uid for line in opened.lines] == [line.uid for line in records()]


def test_a_stranger_finds_the_fingerprints() -> None:
    keys = known_keys()
    for office in ("station", "county"):
        signing = bytes.fromhex(keys[f"{office} is verified by"])
        recipient = keys[f"{office} is written to"].encode()
        seen = hashlib.sha256(b"liaison-keys\n" + signing + recipient).digest()
        letters = base64.b32encode(seen).decode()
        groups = "-".join(letters[at : at + 4] for at in range(0, 20, 4))
        assert groups == keys[f"{office} fingerprint"]


@pytest.mark.parametrize("name", ["The station's card", "The county's invitation"])
def test_a_stranger_and_the_program_read_card_and_invitation(tmp_path: Path, name: str) -> None:
    data = (blocks()[name] + "\n").encode()
    magic, text, signature = data.splitlines()
    value = canonical(text)
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(value["keys"]["signing"]))
    key.verify(bytes.fromhex(signature.decode()), magic + b"\n" + text + b"\n")
    path = tmp_path / "file"
    path.write_bytes(data)
    read = read_card if "card" in name else read_invitation
    assert str(read(path).uid) == value["uid"]


def test_the_table_is_what_travels() -> None:
    """Differs after a change of the model: run python -m tests.sync.example."""
    assert part_of(TEXT, "fields") == fields()


def test_every_field_of_header_card_and_invitation_is_in_the_document() -> None:
    wire = {*header.Header.__struct_encode_fields__, *card.Card.__struct_encode_fields__}
    for name in wire | {*card.Invitation.__struct_encode_fields__, "withdrawn_reason", "rev"}:
        assert f"`{name}`" in TEXT, name


def test_every_code_of_a_package_is_in_the_document() -> None:
    elsewhere = {"not_enrolled", "already_joined", "code_taken"}
    for code in {*PACKAGE_CODES} - elsewhere:
        assert f"`{code}`" in TEXT, code
    assert issubclass(Unusable, Exception)


def test_the_caps_are_those_of_the_document() -> None:
    assert package.MAX_FILE == 256 * 1024**2
    assert header.MAX_HEADER == 16_384
    assert header.MAX_RECORDS == 1_000_000
    assert stream.MAX_LINE == 1024**2
    assert stream.MAX_INFLATED == 1024**3
    for said in ("256 MiB", "16,384", "1,000,000 records", "1 MiB a line", "1 GiB in all"):
        assert said in TEXT
