"""Parcels for the tests: whole ones made by the program, and others put together by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pyrage
import zstandard

from liaison_desktop.model.base import Record
from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.model.fields import Reach
from liaison_desktop.model.times import rfc3339
from liaison_desktop.model.travel import travel_shapes
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Owner
from liaison_desktop.sync.bodies import body_types, wire_body
from liaison_desktop.sync.header import Header, Incarnation
from liaison_desktop.sync.keys import OfficeKeys, PublicKeys, fingerprint, sign
from liaison_desktop.sync.lines import LineForm, RecordLine, first_line
from liaison_desktop.sync.package import MAGIC, OpenedPackage, Sealed, open_package, seal_package
from tests.builders import NOON, STATION_UID

COUNTY_UID = UUID("019a9f00-0000-7000-8000-0000000000c0")
LIFE = Incarnation(1, UUID("019a9f00-0000-7000-8000-00000000001e"))
SHAPES = travel_shapes(Reach.COUNTY)
BODIES = body_types(Reach.COUNTY)
FORM = LineForm(BODIES)
STATION, COUNTY, STRANGER = OfficeKeys.make(), OfficeKeys.make(), OfficeKeys.make()


@dataclass(frozen=True)
class Refusal:
    code: str
    part: object = None


def a_header(**changes: object) -> Header:
    fields: dict[str, object] = {
        "package": new_uid(NOON),
        "sender": "QHJD",
        "sender_uid": STATION_UID,
        "recipient": "QH",
        "recipient_uid": COUNTY_UID,
        "recipient_key": fingerprint(COUNTY.public()),
        "incarnation": LIFE,
        "sequence": 17,
        "from_": 40,
        "to": 52,
        "previous": "",
        "acknowledged_sequence": 0,
        "acknowledged_hash": "",
        "audit_count": 3,
        "audit_head": "0" * 64,
        "clock": rfc3339(NOON),
    }
    return Header(**(fields | changes))  # type: ignore[arg-type]  # fields by name


def a_line(kind: str, body: dict[str, Any], **changes: object) -> RecordLine:
    fields: dict[str, object] = {
        "uid": new_uid(NOON),
        "station": STATION_UID,
        "owner": Owner.STATION,
        "incarnation": 1,
        "rev": 1,
        "changed_at": rfc3339(NOON),
        "withdrawn_at": None,
        "withdrawn_reason": "",
    }
    return RecordLine(kind=kind, body=body, **(fields | changes))  # type: ignore[arg-type]  # by name


def line_of(record: Record, **changes: object) -> RecordLine:
    kind = str(record.__tablename__)  # type: ignore[attr-defined]  # set on each mapped class
    shape = SHAPES[kind]
    body: dict[str, Any] = {field.name: getattr(record, field.name) for field in shape.fields}
    for part, fields in shape.parts.items():
        ones = getattr(record, part)
        body[part] = [{field.name: getattr(one, field.name) for field in fields} for one in ones]
    return a_line(kind, wire_body(shape, body), **({"uid": record.uid} | changes))


def a_unit_line(name: str = "清河街道城管办", **changes: object) -> RecordLine:
    unit = Unit(uid=new_uid(NOON), station_uid=STATION_UID, name=name, phone="0573-80000002")
    return line_of(unit, **changes)


def lines_of(*visits: Visit) -> list[RecordLine]:
    lines = []
    for visit in visits:
        for matter in visit.matters:
            matter.visit_uid = visit.uid
        lines += [line_of(visit), *(line_of(matter) for matter in visit.matters)]
    return lines


def seal(path: Path, lines: Iterable[RecordLine], **changes: object) -> Sealed:
    return seal_package(path, a_header(**changes), lines, STATION, COUNTY.public(), BODIES)


def sender_of(header: Header) -> PublicKeys:
    if header.sender_uid != STATION_UID:
        raise PackageRefused("unknown_sender")
    return STATION.public()


def accept_any(header: Header) -> None:
    pass


def read(path: Path, keys: OfficeKeys = COUNTY) -> tuple[OpenedPackage, list[RecordLine]]:
    with open_package(path, keys, sender_of, accept_any, BODIES) as package:
        return package, list(package.lines)


def refusal_of(path: Path, keys: OfficeKeys = COUNTY) -> Refusal | None:
    """How a file is refused, or None where it is opened; no record may be seen before a refusal."""
    seen = []
    try:
        with open_package(path, keys, sender_of, accept_any, BODIES) as package:
            for line in package.lines:
                seen.append(line)
    except PackageRefused as refused:
        assert not seen
        return Refusal(refused.code, refused.facts().get("part"))
    return None


def body_of(*lines: bytes, recipient: PublicKeys | None = None) -> bytes:
    return age_of(b"".join(line + b"\n" for line in lines), recipient=recipient)


def age_of(inflated: bytes, recipient: PublicKeys | None = None) -> bytes:
    return sealed(zstandard.ZstdCompressor().compress(inflated), recipient)


def sealed(frame: bytes, recipient: PublicKeys | None = None) -> bytes:
    to = pyrage.x25519.Recipient.from_str((recipient or COUNTY.public()).recipient)
    return pyrage.encrypt(frame, [to])


def spelled(header: Header | dict[str, Any]) -> bytes:
    return msgspec.json.encode(header, order="sorted")


def put_together(
    path: Path, header: Header | bytes, body: bytes, keys: OfficeKeys = STATION
) -> Path:
    """Write magic, header, body and a true signature over them, whatever they are."""
    front = header if isinstance(header, bytes) else spelled(header)
    signed = MAGIC + len(front).to_bytes(4, "big") + front + body
    path.write_bytes(signed + sign(keys, signed))
    return path


def forged(path: Path, lines: Sequence[bytes], **changes: object) -> Path:
    """Write a rightly signed package of these lines, announced as that many units."""
    header = a_header(**({"counts": {"unit": len(lines)} if lines else {}} | changes))
    body = body_of(first_line(header), *lines)
    return put_together(path, msgspec.structs.replace(header, body_size=len(body)), body)


def split(data: bytes) -> tuple[bytes, bytes, bytes]:
    """A whole package as (header, body, signature)."""
    start = len(MAGIC) + 4
    end = start + int.from_bytes(data[len(MAGIC) : start], "big")
    return data[start:end], data[end:-64], data[-64:]
