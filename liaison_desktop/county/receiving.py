"""收件 — a station's package, taken whole or not at all, and again without harm.

A package is cumulative and merging takes the higher version, so order and repetition do not matter:
an older package of the same life of a home changes nothing. What does matter is named: another
county's package, a gap, two files under one number (a cloned PC), a life of the home that was left
behind by a restore.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from liaison_desktop.county.stations import keys_of
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.every_record import (
    AGGREGATES,
    Peer,
    Quarantine,
    ReceivedPackage,
)
from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.model.fields import Reach
from liaison_desktop.model.times import parse_rfc3339
from liaison_desktop.model.travel import TravelShape, travel_shapes
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Owner
from liaison_desktop.store.acts import applying
from liaison_desktop.store.bodies import Applied, PlainRecord, apply_records
from liaison_desktop.store.store import Store
from liaison_desktop.sync.bodies import body_types, plain_body
from liaison_desktop.sync.header import CUMULATIVE, Header
from liaison_desktop.sync.keys import OfficeKeys, PublicKeys, fingerprint
from liaison_desktop.sync.lines import RecordLine
from liaison_desktop.sync.package import OpenedPackage, open_package


@dataclass(frozen=True)
class Received:
    """What came of one package; `notes` are facts worth a look that refuse nothing."""

    station: str
    sequence: int
    applied: int
    unchanged: int
    quarantined: int = 0
    notes: tuple[str, ...] = ()


class Receiving:
    """Verbs of the packages that come in."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def receive(self, path: Path) -> Received:
        """Apply one package in one transaction; PackageRefused with the check it failed."""
        try:
            return self._receive(path)
        except IntegrityError:
            # Rightly signed and spelled, but against a rule that the tables themselves hold.
            raise PackageRefused("bad_body", part="rule") from None

    def _receive(self, path: Path) -> Received:
        own = self._store.installation
        keys = OfficeKeys(own.signing_key, own.age_identity)
        door = _Door(self._store)
        bodies = body_types(Reach.COUNTY)
        with (
            open_package(path, keys, door.sender_of, door.accept, bodies) as package,
            self._store.act(self._user, Action.RECEIVE_PACKAGE) as session,
        ):
            peer = session.scalars(select(Peer).where(Peer.uid == package.header.sender_uid)).one()
            notes = door.notes_on(session, package.header, package.digest)
            with applying(session):
                records = _plain(_in_scope(package.lines, peer))
                applied = apply_records(session, records, Reach.COUNTY)
            self._keep(session, package, peer, applied)
        return Received(
            peer.name,
            package.header.sequence,
            applied.applied,
            applied.unchanged,
            len(applied.clashes),
            notes,
        )

    def _keep(self, session: Session, package: OpenedPackage, peer: Peer, applied: Applied) -> None:
        header, now = package.header, self._store.clock()
        session.add_all(_set_aside(record, header, now) for record in applied.clashes)
        if _is_known(session, package.digest):
            return
        session.add(
            ReceivedPackage(
                uid=header.package,
                peer_uid=peer.uid,
                incarnation=header.incarnation.number,
                sequence=header.sequence,
                seq_from=header.from_,
                seq_to=header.to,
                applied=applied.applied,
                unchanged=applied.unchanged,
                digest=package.digest,
                audit_count=header.audit_count,
                audit_head=header.audit_head,
                received_at=now,
            )
        )
        if _is_latest(peer, header):
            peer.incarnation = header.incarnation.number
            peer.incarnation_uid = header.incarnation.id
            peer.sequence, peer.reached = header.sequence, header.to
            peer.digest = package.digest


class _Door:
    """The checks between the signature and the first byte decrypted."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sender_of(self, header: Header) -> PublicKeys:
        """Return the keys of the enrolled station that the header names."""
        peer = self._peer(header)
        if peer is None:
            raise PackageRefused("unknown_sender")
        if peer.revoked_at is not None:
            raise PackageRefused("revoked_sender")
        return keys_of(peer)

    def accept(self, header: Header) -> None:
        """Raise PackageRefused unless this county takes this package now."""
        own = self._store.installation
        keys = OfficeKeys(own.signing_key, own.age_identity).public()
        if (header.recipient_uid, header.recipient_key) != (own.uid, fingerprint(keys)):
            raise PackageRefused("other_recipient")
        if header.kind != CUMULATIVE:
            raise PackageRefused("wrong_side")
        peer = self._peer(header)
        if peer is None or peer.code != header.sender:
            raise PackageRefused("unknown_sender")
        _check_incarnation(peer, header)
        if header.from_ > peer.reached:
            raise PackageRefused("gap", missing_from=peer.reached, missing_to=header.from_)

    def notes_on(self, session: Session, header: Header, digest: str) -> tuple[str, ...]:
        """Return what is worth saying of a package that is taken; forked is refused here.

        Only here is the digest known to be of verified bytes.
        """
        same_place = session.scalar(
            select(ReceivedPackage).where(
                ReceivedPackage.peer_uid == header.sender_uid,
                ReceivedPackage.incarnation == header.incarnation.number,
                ReceivedPackage.sequence == header.sequence,
            )
        )
        if same_place is not None and same_place.digest != digest:
            raise PackageRefused("forked", sequence=header.sequence)
        if same_place is not None:
            return ("repeated",)
        peer = session.scalars(select(Peer).where(Peer.uid == header.sender_uid)).one()
        if not _is_latest(peer, header):
            return ("older",)
        is_same_life = peer.incarnation == header.incarnation.number
        expected = peer.sequence + 1 if is_same_life else 1
        return () if header.sequence == expected else ("numbers_missing",)

    def _peer(self, header: Header) -> Peer | None:
        with self._store.read() as session:
            return session.scalar(select(Peer).where(Peer.uid == header.sender_uid))


def _check_incarnation(peer: Peer, header: Header) -> None:
    """Refuse a life of the home that a restore has ended, or a second one of the same count."""
    life = header.incarnation
    if life.number < peer.incarnation:
        raise PackageRefused("unknown_incarnation")
    if life.number == peer.incarnation and life.id != peer.incarnation_uid:
        raise PackageRefused("forked", sequence=header.sequence)


def _is_latest(peer: Peer, header: Header) -> bool:
    return (header.incarnation.number, header.sequence) > (peer.incarnation, peer.sequence)


def _is_known(session: Session, digest: str) -> bool:
    query = select(ReceivedPackage.id).where(ReceivedPackage.digest == digest)
    return session.scalar(query) is not None


def _in_scope(lines: Iterator[RecordLine], peer: Peer) -> Iterator[RecordLine]:
    """Yield the lines; PackageRefused wrong_scope at the first that is not the sender's own."""
    for line in lines:
        is_own = line.station == peer.uid and line.owner == Owner.STATION.value
        is_itself = line.kind != "station" or line.uid == peer.uid
        if not (is_own and is_itself and AGGREGATES[line.kind].root.TRAVELS):
            raise PackageRefused("wrong_scope")
        yield line


def _plain(lines: Iterator[RecordLine]) -> Iterator[PlainRecord]:
    shapes = travel_shapes(Reach.COUNTY)
    for line in lines:
        yield plain_record(shapes[line.kind], line)


def plain_record(shape: TravelShape, line: RecordLine) -> PlainRecord:
    """Return a line's record with the values that the store keeps."""
    return PlainRecord(
        kind=line.kind,
        uid=line.uid,
        station_uid=line.station,
        owner=Owner(line.owner),
        incarnation=line.incarnation,
        rev=line.rev,
        changed_at=parse_rfc3339(line.changed_at),
        withdrawn_at=None if line.withdrawn_at is None else parse_rfc3339(line.withdrawn_at),
        withdrawn_reason=line.withdrawn_reason,
        body=plain_body(shape, line.body),
    )


def _set_aside(record: PlainRecord, header: Header, now: datetime) -> Quarantine:
    return Quarantine(
        kind=record.kind,
        uid=record.uid,
        incarnation=record.incarnation,
        rev=record.rev,
        body=msgspec.json.encode(record.body).decode(),
        package_uid=header.package,
        at=now,
    )
