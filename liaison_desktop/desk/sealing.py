"""What the station's side says to its county in a package, and how it is sealed.

Loaded with the first package: what packs and seals is nothing that a desk needs before.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from liaison_desktop.model.every_record import AGGREGATES, Outbox, Peer, SentPackage
from liaison_desktop.model.fields import Reach
from liaison_desktop.model.times import rfc3339
from liaison_desktop.model.travel import TravelShape, travel_shapes
from liaison_desktop.store.audit import audit_head
from liaison_desktop.store.bodies import PlainRecord, read_records
from liaison_desktop.store.store import Store
from liaison_desktop.sync.bodies import wire_body
from liaison_desktop.sync.header import Header, Incarnation
from liaison_desktop.sync.keys import OfficeKeys, PublicKeys, fingerprint
from liaison_desktop.sync.lines import RecordLine
from liaison_desktop.sync.package import Sealed, seal_package

Own = tuple[OfficeKeys, Incarnation]
"""With what a station signs, and which home of its own speaks."""


def seal(store: Store, own: Own, county: Peer, sent: SentPackage, part: Path) -> Sealed:
    """Write the changes of a package begun, all of one snapshot, so that its county can read it."""
    keys, incarnation = own
    recipient = PublicKeys(county.signing_key, county.recipient)
    with store.read() as session:
        changed = _changed(session, sent.seq_from, sent.seq_to)
        header = _header(session, store, incarnation, county, sent, changed)
        return seal_package(part, header, _lines(session, changed), keys, recipient)


def _header(
    session: Session,
    store: Store,
    incarnation: Incarnation,
    county: Peer,
    sent: SentPackage,
    changed: Sequence[tuple[str, UUID]],
) -> Header:
    own = store.installation
    entries, head = audit_head(session)
    kinds = [kind for kind, _ in changed]
    return Header(
        package=sent.uid,
        sender=own.code,
        sender_uid=own.uid,
        recipient=county.code,
        recipient_uid=county.uid,
        recipient_key=fingerprint(PublicKeys(county.signing_key, county.recipient)),
        incarnation=incarnation,
        sequence=sent.sequence,
        from_=sent.seq_from,
        to=sent.seq_to,
        previous=_previous(session),
        acknowledged_sequence=county.sequence,
        acknowledged_hash=county.digest,
        audit_count=entries,
        audit_head=head,
        counts={kind: kinds.count(kind) for kind in sorted(set(kinds))},
        clock=rfc3339(sent.made_at),
    )


def _changed(session: Session, after: int, to: int) -> list[tuple[str, UUID]]:
    """Return each changed record once, in an order in which it comes after those it refers to."""
    query = (
        select(Outbox.kind, Outbox.uid, func.min(Outbox.seq))
        .where(Outbox.seq > after, Outbox.seq <= to)
        .group_by(Outbox.kind, Outbox.uid)
        .order_by(func.min(Outbox.seq))
    )
    order = list(AGGREGATES)
    found = [(kind, uid) for kind, uid, _ in session.execute(query)]
    return sorted(found, key=lambda record: order.index(record[0]))


def _previous(session: Session) -> str:
    query = select(SentPackage.digest).where(SentPackage.digest != "")
    return session.scalar(query.order_by(SentPackage.id.desc()).limit(1)) or ""


def _lines(session: Session, changed: Sequence[tuple[str, UUID]]) -> Iterator[RecordLine]:
    shapes = travel_shapes(Reach.COUNTY)
    for kind, shape in shapes.items():
        uids = [uid for of_kind, uid in changed if of_kind == kind]
        for record in read_records(session, kind, uids, Reach.COUNTY):
            yield record_line(shape, record)


def record_line(shape: TravelShape, record: PlainRecord) -> RecordLine:
    """Return one record as it stands in a package."""
    return RecordLine(
        kind=record.kind,
        uid=record.uid,
        station=record.station_uid,
        owner=record.owner,
        incarnation=record.incarnation,
        rev=record.rev,
        changed_at=rfc3339(record.changed_at),
        withdrawn_at=None if record.withdrawn_at is None else rfc3339(record.withdrawn_at),
        withdrawn_reason=record.withdrawn_reason,
        body=wire_body(shape, record.body),
    )
