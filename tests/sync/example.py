"""Writes the tables and the example of docs/package-format.md: python -m tests.sync.example.

Run it when what travels has changed, raise SCHEMA if that was ever released, and read the
difference.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path
from uuid import UUID

import pyrage
import zstandard

from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.travel import TravelField
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.words import MandateLevel, Sex, StationKind, StationTier, Word
from liaison_desktop.sync.card import Card, Invitation, write_card, write_invitation
from liaison_desktop.sync.header import Incarnation
from liaison_desktop.sync.keys import OfficeKeys, fingerprint
from liaison_desktop.sync.lines import RecordLine
from liaison_desktop.sync.package import seal_package
from tests.builders import STATION_UID
from tests.sync.parcels import BODIES, COUNTY_UID, SHAPES, a_header, line_of, split

DOCUMENT = Path(__file__).parents[2] / "docs" / "package-format.md"
STATION = OfficeKeys(
    bytes(range(32)), "AGE-SECRET-KEY-1666Z5FQ6L80EEUH6S3VDER9JKEN8A8D66LUWEFTRENVMFPP2JMKQFQ0553"
)
COUNTY = OfficeKeys(
    bytes(range(32, 64)),
    "AGE-SECRET-KEY-1H755SMXV9AX00ZXL79SY0EAV37QAZQ6QQXL2GR3ZQT8GFEKUTSZQLPJ3EJ",
)
TYPES = {"str": "text", "int": "number", "bool": "truth", "date": "day", "datetime": "instant"}


def main() -> int:
    """Write both parts of the document anew."""
    text = replaced(DOCUMENT.read_text("utf-8"), "fields", fields())
    DOCUMENT.write_text(replaced(text, "example", example()), "utf-8")
    return 0


def part_of(text: str, name: str) -> str:
    """What stands in the document between the marks of this name."""
    return text.split(f"<!-- {name}:", 1)[1].split("-->\n", 1)[1].split("<!-- end -->", 1)[0]


def replaced(text: str, name: str, part: str) -> str:
    before, after = text.split(f"<!-- {name}:", 1)
    mark, rest = after.split("-->\n", 1)
    return f"{before}<!-- {name}:{mark}-->\n{part}<!-- end -->{rest.split('<!-- end -->', 1)[1]}"


def fields() -> str:
    """The table of every kind's fields."""
    tables = []
    for kind, shape in SHAPES.items():
        rows = [f"| `{field.name}` | {described(field)} |" for field in shape.fields]
        for part, inner in shape.parts.items():
            rows.append(f"| `{part}` | list of |")
            rows += [f"| `{part}[].{field.name}` | {described(field)} |" for field in inner]
        tables.append("\n".join([f"| `{kind}` | |", "|---|---|", *rows]))
    return "\n" + "\n\n".join(tables) + "\n\n"


def described(field: TravelField) -> str:
    if issubclass(field.type, Word):
        said = "word: " + ", ".join(f"`{word}`" for word in field.type)
    else:
        said = TYPES.get(field.type.__name__, "uid")
    if field.type is str and field.size is not None:
        said += f", at most {field.size:,}"
    if field.is_multiline:
        said += ", several lines"
    return said + (" or null" if field.is_optional else "")


def records() -> list[RecordLine]:
    unit = Unit(
        uid=UUID("019a9f00-0000-7000-8000-0000000000a1"),
        station_uid=STATION_UID,
        name="清河街道城管办",
        contact="某䶮",
        phone="0573-80000002",
    )
    deputy = Deputy(
        uid=UUID("019a9f00-0000-7000-8000-0000000000a2"),
        station_uid=STATION_UID,
        name="某𬱖",
        sex=Sex.FEMALE,
        mandates=[Mandate(level=MandateLevel.COUNTY, term_no="十七", valid_from=date(2026, 1, 8))],
    )
    return [line_of(unit, changed_at="2026-11-20T09:30:00.250+08:00"), line_of(deputy, rev=3)]


def example() -> str:
    """One package whole, with what is inside, and a card and an invitation."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.liaison"
        header = a_header(
            package=UUID("019a9f00-0000-7000-8000-0000000000b1"),
            recipient_key=fingerprint(COUNTY.public()),
        )
        seal_package(path, header, records(), STATION, COUNTY.public(), BODIES)
        data, card, invitation = path.read_bytes(), *cards(Path(folder))
    header_text, body, signature = split(data)
    frame = pyrage.decrypt(body, [pyrage.x25519.Identity.from_str(COUNTY.identity)])
    inflated = zstandard.ZstdDecompressor().decompressobj().decompress(frame)
    blocks = [
        ("Keys", keys()),
        (f"The header, {len(header_text)} bytes", header_text.decode()),
        (f"The body decrypted and inflated, {len(inflated)} bytes", inflated.decode().rstrip()),
        ("The signature", signature.hex()),
        (f"The file, {len(data)} bytes", in_rows(data)),
        ("The station's card", card),
        ("The county's invitation", invitation),
    ]
    return "".join(f"\n### {title}\n\n```\n{text}\n```\n" for title, text in blocks) + "\n"


def keys() -> str:
    rows = []
    for name, own in (("station", STATION), ("county", COUNTY)):
        public = own.public()
        rows += [
            f"{name} signs with      {own.signing.hex()}",
            f"{name} is verified by  {public.signing.hex()}",
            f"{name} opens with      {own.identity}",
            f"{name} is written to   {public.recipient}",
            f"{name} fingerprint     {fingerprint(public)}",
        ]
    return "\n".join(rows)


def cards(folder: Path) -> tuple[str, str]:
    card = Card(
        uid=STATION_UID,
        code="QHJD",
        name="清河街道人大代表联络站",
        kind=StationKind.STREET,
        tier=StationTier.STATION,
        incarnation=Incarnation(1, a_header().incarnation.id),
        keys=STATION.public(),
    )
    invitation = Invitation(
        uid=COUNTY_UID,
        code="QH",
        name="清河区人大常委会",
        keys=COUNTY.public(),
        recovery_key=bytes(range(64, 96)),
        station_uid=STATION_UID,
        station_key=fingerprint(STATION.public()),
    )
    write_card(folder / "card", card, STATION)
    write_invitation(folder / "invitation", invitation, COUNTY)
    files = (folder / "card", folder / "invitation")
    return tuple(path.read_text("utf-8").rstrip() for path in files)  # type: ignore[return-value]  # as many as asked


def in_rows(data: bytes) -> str:
    return "\n".join(data[at : at + 32].hex() for at in range(0, len(data), 32))


if __name__ == "__main__":
    sys.exit(main())
