"""上报 — the station's side of the parcel: card, joining, sealed packages on a stick."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.counting import count_some
from liaison_desktop.desk.exchange_facts import CountyFacts, ExchangeFacts, SentFacts
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.every_record import AuditEntry, Outbox, Peer, SentPackage
from liaison_desktop.model.faults import PackageRefused, Refused
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Side
from liaison_desktop.store.keyfile import KeyFile
from liaison_desktop.store.store import Store
from liaison_desktop.sync.card import Card, Invitation, read_invitation, write_card
from liaison_desktop.sync.header import Incarnation
from liaison_desktop.sync.keys import OfficeKeys, PublicKeys, fingerprint
from liaison_desktop.sync.stick import card_name, package_name, write_to_stick

if TYPE_CHECKING:
    from liaison_desktop.sync.package import Sealed


@dataclass(frozen=True)
class Exported:
    """A package on the stick: it carries the changes `(from_, to]` of this home."""

    file: Path
    sequence: int
    from_: int
    to: int
    records: int


class Exchange:
    """Verbs of the exchange with the county."""

    def __init__(self, store: Store, user: User, station: Station) -> None:
        self._store, self._user, self._station = store, user, station

    @property
    def fingerprint(self) -> str:
        """The station's keys in five groups of four, to be read aloud and compared."""
        return fingerprint(self._keys.public())

    def load_county(self) -> Peer | None:
        """Return the county that this station has joined, or None."""
        with self._store.read() as session:
            return session.scalar(select(Peer).where(Peer.side == Side.COUNTY))

    def count_unsent(self) -> int:
        """Return how many records changed since the last package (未上报)."""
        with self._store.read() as session:
            return count_unsent(session)

    def load_facts(self) -> ExchangeFacts:
        """Return how the exchange stands, all of one snapshot."""
        with self._store.read() as session:
            county = session.scalar(select(Peer).where(Peer.side == Side.COUNTY))
            return ExchangeFacts(
                county=None if county is None else _facts_of(county),
                fingerprint=self.fingerprint,
                has_written_card=_has_written_card(session),
                unsent=count_unsent(session),
                sent=[self._sent_facts(sent) for sent in _sent(session)],
            )

    def find_sent(self) -> list[SentFacts]:
        """Return the packages made so far, the newest first, those that failed among them."""
        with self._store.read() as session:
            return [self._sent_facts(sent) for sent in _sent(session)]

    def card_name(self) -> str:
        """Return what a station card is called on a stick, e.g. 站点卡_清河街道.liaison-card."""
        return card_name(self._station.name)

    def write_card(self, path: Path) -> None:
        """Write the station's card (站点卡), which the county enrolls; nothing secret is in it."""
        station = self._station
        card = Card(
            uid=station.uid,
            code=station.code,
            name=station.name,
            kind=station.kind,
            tier=station.tier,
            incarnation=self._incarnation,
            keys=self._keys.public(),
        )
        with self._store.act(self._user, Action.WRITE_CARD):
            write_card(path, card, self._keys)

    def look_at_invitation(self, path: Path) -> CountyFacts:
        """Return whose invitation this is, verified as for joining; nothing is changed.

        PackageRefused bad_invitation, other_station or already_joined.
        """
        invitation = self._read_invitation(path)
        with self._store.read() as session:
            _joined_county(session, invitation)
        return CountyFacts(invitation.code, invitation.name, fingerprint(invitation.keys))

    def join(self, path: Path, confirmed: str | None = None) -> Peer:
        """Return the county whose invitation this is; its recovery key may open this home now.

        `confirmed` is the fingerprint that somebody compared with the county: Refused
        invitation_changed where the file bears another by now. PackageRefused bad_invitation,
        other_station or already_joined. Joining the same county again takes its newer keys.
        """
        invitation = self._read_invitation(path)
        if confirmed is not None and fingerprint(invitation.keys) != confirmed:
            raise Refused("invitation_changed")
        with self._store.act(self._user, Action.JOIN) as session:
            county = _joined_county(session, invitation)
            if county is None:
                county = Peer(
                    side=Side.COUNTY,
                    uid=invitation.uid,
                    code=invitation.code,
                    name=invitation.name,
                    signing_key=b"",
                    recipient="",
                    enrolled_at=self._store.clock(),
                )
                session.add(county)
            county.signing_key = invitation.keys.signing
            county.recipient = invitation.keys.recipient
            self._let_county_open(invitation)
        return county

    def export(self, folder: Path, reading_back: Callable[[], object] = lambda: None) -> Exported:
        """Write everything not yet acknowledged by the county as one sealed package (上报装盘).

        The sequence number is taken before the file is written: a number that never arrives is a
        note for the county, while the same number on two files would look like a cloned PC.
        `reading_back` is called when all is written and is read back to be compared.
        PackageRefused not_enrolled before the station has joined; Unusable for the stick.
        """
        county = self.load_county()
        if county is None:
            raise PackageRefused("not_enrolled")
        sent = self._begin(county)
        name = package_name(self._station.name, business_day(self._store.clock()), sent.sequence)
        path, sealed = write_to_stick(folder, name, partial(self._seal, county, sent), reading_back)
        self._finish(sent, sealed)
        return Exported(path, sent.sequence, sent.seq_from, sent.seq_to, sealed.records)

    @staticmethod
    def inspect(path: Path) -> dict[str, object]:
        """Return what a package says of itself in clear, nothing verified."""
        from liaison_desktop.sync.package import inspect_package

        claims: dict[str, object] = msgspec.to_builtins(inspect_package(path))
        return claims

    def _read_invitation(self, path: Path) -> Invitation:
        invitation = read_invitation(path)
        own = (self._station.uid, self.fingerprint)
        if (invitation.station_uid, invitation.station_key) != own:
            raise PackageRefused("other_station")
        return invitation

    def _sent_facts(self, sent: SentPackage) -> SentFacts:
        day = business_day(sent.made_at)
        return SentFacts(
            sequence=sent.sequence,
            made_at=sent.made_at,
            records=sent.records,
            name=package_name(self._station.name, day, sent.sequence),
            is_written=sent.digest != "",
            acknowledged_at=sent.acknowledged_at,
        )

    def _let_county_open(self, invitation: Invitation) -> None:
        """Put the county's slot into the key file; without the row beside it, it does no harm."""
        path, data_key = self._store.home.keys, self._store.data_key
        keys = KeyFile.read(path)
        keys.set_county(invitation.recovery_key, invitation.name, data_key)
        keys.write(path, data_key)

    @property
    def _keys(self) -> OfficeKeys:
        own = self._store.installation
        return OfficeKeys(own.signing_key, own.age_identity)

    @property
    def _incarnation(self) -> Incarnation:
        own = self._store.installation
        return Incarnation(own.incarnation, own.incarnation_uid)

    def _begin(self, county: Peer) -> SentPackage:
        """Return the next package, noted as begun."""
        own, now = self._store.installation, self._store.clock()
        with self._store.act(self._user, Action.EXPORT) as session:
            last = session.scalar(
                select(func.max(SentPackage.sequence)).where(
                    SentPackage.incarnation == own.incarnation
                )
            )
            sent = SentPackage(
                uid=new_uid(now),
                peer_uid=county.uid,
                incarnation=own.incarnation,
                sequence=(last or 0) + 1,
                seq_from=county.reached,
                seq_to=_newest(session),
                records=0,
                digest="",
                made_at=now,
            )
            session.add(sent)
        return sent

    def _seal(self, county: Peer, sent: SentPackage, part: Path) -> "Sealed":
        from liaison_desktop.desk.sealing import seal

        own = (self._keys, self._incarnation)
        return seal(self._store, own, county, sent, part)

    def _finish(self, sent: SentPackage, sealed: "Sealed") -> None:
        with self._store.act(self._user, Action.EXPORT, audited=False) as session:
            kept = session.get_one(SentPackage, sent.id)
            kept.digest, kept.records = sealed.digest, sealed.records


def count_unsent(session: Session) -> int:
    """Return how many records changed since the last package that was written (未上报)."""
    written = select(func.max(SentPackage.seq_to)).where(SentPackage.digest != "")
    last = session.scalar(written) or 0
    return count_some(session, select(Outbox.kind, Outbox.uid).where(Outbox.seq > last).distinct())


def _facts_of(county: Peer) -> CountyFacts:
    keys = PublicKeys(county.signing_key, county.recipient)
    return CountyFacts(county.code, county.name, fingerprint(keys))


def _has_written_card(session: Session) -> bool:
    query = select(AuditEntry.id).where(
        AuditEntry.action == Action.WRITE_CARD, AuditEntry.outcome == "done"
    )
    return session.scalar(query.limit(1)) is not None


def _sent(session: Session) -> Sequence[SentPackage]:
    return session.scalars(select(SentPackage).order_by(SentPackage.id.desc())).all()


def _joined_county(session: Session, invitation: Invitation) -> Peer | None:
    """Return the county joined already, or None; PackageRefused where it is another."""
    county = session.scalar(select(Peer).where(Peer.side == Side.COUNTY))
    if county is not None and county.uid != invitation.uid:
        raise PackageRefused("already_joined")
    return county


def _newest(session: Session) -> int:
    return session.scalar(select(func.max(Outbox.seq))) or 0
