"""What an installation knows of itself and of the other side of the parcel."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Side


class Installation(Base):
    """The one row of this home: its side, its keys, its incarnation.

    The incarnation is a random id and a counted number, new at install and at every restore.
    """

    __tablename__ = "installation"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(init=False, default=1, primary_key=True)
    side: Mapped[Side]
    uid: Mapped[UUID]
    code: Mapped[str]
    name: Mapped[str]
    incarnation: Mapped[int]
    incarnation_uid: Mapped[UUID]
    signing_key: Mapped[bytes]
    age_identity: Mapped[str]
    made_at: Mapped[datetime]
    recovery_key: Mapped[bytes | None] = mapped_column(default=None)

    @classmethod
    def begin(
        cls, side: Side, code: str, name: str, keys: tuple[bytes, str], now: datetime
    ) -> "Installation":
        """Return the first life of a new home; `keys` are its Ed25519 bytes and age identity."""
        signing_key, age_identity = keys
        return cls(
            side=side,
            uid=new_uid(now),
            code=code,
            name=name,
            incarnation=1,
            incarnation_uid=new_uid(now),
            signing_key=signing_key,
            age_identity=age_identity,
            made_at=now,
        )


class Capture(Base):
    """Where the triggers look: the act under way, whose and why, whether a package is applied."""

    __tablename__ = "capture"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(init=False, default=1, primary_key=True)
    act: Mapped[UUID | None] = mapped_column(default=None)
    now: Mapped[datetime | None] = mapped_column(default=None)
    user_uid: Mapped[UUID | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    applying: Mapped[bool] = mapped_column(default=False)


class Outbox(Base):
    """Keys of changed records in the order of change; the body is read at export."""

    __tablename__ = "outbox"
    __table_args__ = ({"sqlite_autoincrement": True},)

    seq: Mapped[int] = mapped_column(init=False, primary_key=True)
    kind: Mapped[str]
    uid: Mapped[UUID]


class Peer(Base):
    """The other side: for a station its county, for a county each enrolled station."""

    __tablename__ = "peer"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    side: Mapped[Side]
    uid: Mapped[UUID] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    signing_key: Mapped[bytes]
    recipient: Mapped[str]
    enrolled_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None] = mapped_column(default=None)
    incarnation: Mapped[int] = mapped_column(default=0)
    incarnation_uid: Mapped[UUID | None] = mapped_column(default=None)
    sequence: Mapped[int] = mapped_column(default=0)
    reached: Mapped[int] = mapped_column(default=0)
    digest: Mapped[str] = mapped_column(default="")


class SentPackage(Base):
    """A package this side made."""

    __tablename__ = "sent_package"
    __table_args__ = (UniqueConstraint("incarnation", "sequence"),)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uid: Mapped[UUID] = mapped_column(unique=True)
    peer_uid: Mapped[UUID]
    incarnation: Mapped[int]
    sequence: Mapped[int]
    seq_from: Mapped[int]
    seq_to: Mapped[int]
    records: Mapped[int]
    digest: Mapped[str]
    made_at: Mapped[datetime]
    acknowledged_at: Mapped[datetime | None] = mapped_column(default=None)


class ReceivedPackage(Base):
    """A package this side applied, whole."""

    __tablename__ = "received_package"
    __table_args__ = (UniqueConstraint("peer_uid", "incarnation", "sequence"),)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    uid: Mapped[UUID] = mapped_column(unique=True)
    peer_uid: Mapped[UUID]
    incarnation: Mapped[int]
    sequence: Mapped[int]
    seq_from: Mapped[int]
    seq_to: Mapped[int]
    applied: Mapped[int]
    unchanged: Mapped[int]
    digest: Mapped[str]
    audit_count: Mapped[int]
    audit_head: Mapped[str]
    received_at: Mapped[datetime]


class Quarantine(Base):
    """A record that came with the same version and other content: both are kept."""

    __tablename__ = "quarantine"
    __table_args__ = (Index("ix_quarantine_record", "kind", "uid"),)

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    kind: Mapped[str]
    uid: Mapped[UUID]
    incarnation: Mapped[int]
    rev: Mapped[int]
    body: Mapped[str]
    package_uid: Mapped[UUID]
    at: Mapped[datetime]


class Numbering(Base):
    """The last count drawn of a kind in a year."""

    __tablename__ = "numbering"

    kind: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]
