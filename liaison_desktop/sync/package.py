"""A package: `magic ‖ u32 ‖ header ‖ body ‖ signature`, sealed whole and opened whole.

docs/package-format.md is the format, that a stranger can write a reader from. Plaintext is held in
memory only, never on a disk; what that needs is bounded by `MAX_FILE`.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import Final

import msgspec

from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.model.fields import Reach
from liaison_desktop.sync import age
from liaison_desktop.sync.bodies import body_types
from liaison_desktop.sync.disk import faults_of_writing, open_regular
from liaison_desktop.sync.header import (
    MAX_HEADER,
    MAX_RECORDS,
    SCHEMA,
    Header,
    read_header,
    write_header,
)
from liaison_desktop.sync.keys import (
    SIGNATURE,
    OfficeKeys,
    PublicKeys,
    fingerprint,
    is_signed,
    sign,
)
from liaison_desktop.sync.lines import Bodies, LineForm, RecordLine, bad_record, first_line
from liaison_desktop.sync.stream import deflate, inflate

MAGIC: Final = b"liaison-package\n"
MAX_FILE: Final = 256 * 1024**2
MOST_FRAME: Final = MAX_FILE - 1024**2
"""Leaves room for the header, age's front, its 16 bytes per 64 KiB, and the signature."""
MOST_KEPT: Final = 10_000
"""Records held at once while they are verified."""


@dataclass(frozen=True)
class Sealed:
    """What was written: where, its SHA-256 in hexadecimal, its bytes, how many records."""

    path: Path
    digest: str
    size: int
    records: int
    header: Header


@dataclass(frozen=True)
class OpenedPackage:
    """A package that passed every check; `lines` gives its records, once, in their order."""

    header: Header
    digest: str
    lines: Iterator[RecordLine]


def seal_package(
    path: Path,
    header: Header,
    lines: Iterable[RecordLine],
    keys: OfficeKeys,
    recipient: PublicKeys,
    bodies: Bodies | None = None,
) -> Sealed:
    """Write a package to a path where nothing lies yet, and return what was written.

    The header's counts and body size are filled in here. `bodies` are what the recipient knows, by
    default what reaches a county. PackageRefused bad_record for a record that the recipient would
    refuse, package_full beyond the caps; nothing is written then. Unusable from the disk.
    """
    if header.recipient_key != fingerprint(recipient):
        raise ValueError("the header names other keys than the recipient's")
    counted: Counter[str] = Counter()
    spelled = _spell(header, lines, LineForm(bodies or body_types(Reach.COUNTY)), counted)
    body = age.encrypt(deflate(spelled, MOST_FRAME), recipient.recipient)
    header = msgspec.structs.replace(header, counts=dict(counted), body_size=len(body))
    front = write_header(header)
    signed = b"".join((MAGIC, len(front).to_bytes(4, "big"), front, body))
    signature = sign(keys, signed)
    with faults_of_writing(path.parent), path.open("xb") as file:
        file.writelines((signed, signature))
    digest = sha256(signed)
    digest.update(signature)
    size = len(signed) + SIGNATURE
    return Sealed(path, digest.hexdigest(), size, counted.total(), header)


@contextmanager
def open_package(
    path: Path,
    keys: OfficeKeys,
    sender_of: Callable[[Header], PublicKeys],
    accept: Callable[[Header], None],
    bodies: Bodies,
) -> Iterator[OpenedPackage]:
    """Give a package of which everything has been verified; PackageRefused, Unusable else.

    `sender_of` gives the keys enrolled for the sender that the header claims; `accept` judges
    recipient, sequence and incarnation of the then signed header. Both refuse by raising.
    """
    header, data = _read(path)
    public = sender_of(header)
    signed = memoryview(data)[:-SIGNATURE]
    if not is_signed(public, signed, data[-SIGNATURE:]):
        raise PackageRefused("bad_signature")
    if header.schema > SCHEMA:
        raise PackageRefused("future_format", schema=header.schema)
    if header.schema < SCHEMA:
        raise PackageRefused("past_schema", schema=header.schema)
    if header.recipient_key != fingerprint(keys.public()):
        raise PackageRefused("other_recipient")
    accept(header)
    digest = sha256(data).hexdigest()
    sealed = data[-SIGNATURE - header.body_size : -SIGNATURE]
    del data, signed
    frame = age.decrypt(sealed, keys.identity)
    del sealed
    yield OpenedPackage(header, digest, _verify(header, frame, LineForm(bodies)))


def inspect_package(path: Path) -> Header:
    """Return what a package says of itself in clear; nothing of it is verified."""
    with open_regular(path, "not_a_package") as (file, size):
        return _read_front(file, size)[0]


def _spell(
    header: Header, lines: Iterable[RecordLine], form: LineForm, counted: Counter[str]
) -> Iterator[bytes]:
    """Yield every line of the sealed part, counting by kind; no record may come twice."""
    yield first_line(header)
    seen: set[tuple[str, int]] = set()
    for line in lines:
        if (line.kind, line.uid.int) in seen:
            raise bad_record(line)
        if len(seen) == MAX_RECORDS:
            raise PackageRefused("package_full")
        seen.add((line.kind, line.uid.int))
        counted[line.kind] += 1
        yield form.write(line)


def _read(path: Path) -> tuple[Header, bytes]:
    with open_regular(path, "not_a_package") as (file, size):
        header, front = _read_front(file, size)
        data = front + file.read(size - len(front) + 1)
    if len(data) != size:
        raise PackageRefused("truncated")
    return header, data


def _read_front(file: BufferedReader, size: int) -> tuple[Header, bytes]:
    """Return the header and all bytes up to its end, of a file as long as the header says."""
    if size > MAX_FILE:
        raise PackageRefused("too_large")
    start = file.read(len(MAGIC) + 4)
    if not start.startswith(MAGIC[: len(start)]):
        raise PackageRefused("not_a_package")
    length = int.from_bytes(start[len(MAGIC) :], "big")
    if len(start) < len(MAGIC) + 4 or size < len(start) + length:
        raise PackageRefused("truncated")
    if length > MAX_HEADER:
        raise PackageRefused("bad_header")
    front = file.read(length)
    header = read_header(front)
    if size != len(start) + length + header.body_size + SIGNATURE:
        raise PackageRefused("truncated")
    return header, start + front


def _verify(header: Header, frame: bytes, form: LineForm) -> Iterator[RecordLine]:
    """Return the records when every line has been read; PackageRefused bad_body.

    A small package is read once and kept; a large one is read again, so that memory stays flat.
    """
    if sum(header.counts.values()) <= MOST_KEPT:
        return iter(list(_records(header, frame, form)))
    deque(_records(header, frame, form), maxlen=0)
    return _records(header, frame, form)


def _records(header: Header, frame: bytes, form: LineForm) -> Iterator[RecordLine]:
    lines = inflate(frame)
    if next(lines, None) != first_line(header):
        raise PackageRefused("bad_body", part="first_line")
    missing = Counter(header.counts)
    seen: set[tuple[str, int]] = set()
    for data in lines:
        line = form.read(data)
        if (line.kind, line.uid.int) in seen:
            raise PackageRefused("bad_body", part="twice")
        if not missing[line.kind]:
            raise PackageRefused("bad_body", part="counts")
        seen.add((line.kind, line.uid.int))
        missing[line.kind] -= 1
        yield line
    if missing.total():
        raise PackageRefused("bad_body", part="counts")
