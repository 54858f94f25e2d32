"""联络站 — the stations a county has enrolled, by the cards they made."""

from pathlib import Path

from sqlalchemy import select

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.every_record import Peer
from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Side
from liaison_desktop.store.keyfile import public_recovery_key
from liaison_desktop.store.store import Store
from liaison_desktop.sync.card import Card, Invitation, read_card, write_invitation
from liaison_desktop.sync.keys import OfficeKeys, PublicKeys, fingerprint


class EnrolledStations:
    """Verbs of the stations of a county."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def enroll(self, card_path: Path, invitation_path: Path) -> tuple[Peer, str]:
        """Return the station enrolled and its fingerprint; write the invitation that answers it.

        PackageRefused bad_card, or code_taken where the code or the station is known with other
        keys. The same card again gives the same invitation again.
        """
        card = read_card(card_path)
        with self._store.act(self._user, Action.ENROLL_STATION) as session:
            known = session.scalars(
                select(Peer).where((Peer.uid == card.uid) | (Peer.code == card.code))
            ).all()
            if any(_differs(peer, card) for peer in known):
                raise PackageRefused("code_taken")
            peer = known[0] if known else self._peer(card)
            session.add(peer)
            own = self._store.installation
            keys = OfficeKeys(own.signing_key, own.age_identity)
            invitation = Invitation(
                uid=own.uid,
                code=own.code,
                name=own.name,
                keys=keys.public(),
                recovery_key=public_recovery_key(own.recovery_key or b""),
                station_uid=card.uid,
                station_key=fingerprint(card.keys),
            )
            write_invitation(invitation_path, invitation, keys)
        return peer, fingerprint(card.keys)

    def find(self) -> list[Peer]:
        """Return the enrolled stations in the order they came."""
        with self._store.read() as session:
            query = select(Peer).where(Peer.side == Side.STATION).order_by(Peer.id)
            return list(session.scalars(query))

    def _peer(self, card: Card) -> Peer:
        return Peer(
            side=Side.STATION,
            uid=card.uid,
            code=card.code,
            name=card.name,
            signing_key=card.keys.signing,
            recipient=card.keys.recipient,
            enrolled_at=self._store.clock(),
        )


def keys_of(peer: Peer) -> PublicKeys:
    """Return the public keys by which a station is known."""
    return PublicKeys(peer.signing_key, peer.recipient)


def _differs(peer: Peer, card: Card) -> bool:
    return (peer.uid, peer.code, keys_of(peer)) != (card.uid, card.code, card.keys)
