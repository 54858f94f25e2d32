"""附件 — the bytes of files hung on records, in a second encrypted file, found by their SHA-256.

Bytes are written before the record that names them is committed. Bytes that no record names do no
harm, so a cut between the two files leaves nothing to repair; the same content lies there once.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from mimetypes import MimeTypes

from cryptography.hazmat.primitives.hashes import SHA256, Hash
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from liaison_desktop.model.attachment import MOST_BYTES, MOST_BYTES_OF_A_RECORD, Attachment
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode, Refused, Unusable
from liaison_desktop.model.fields import Reach
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Owner
from liaison_desktop.store.driver import Connection, open_file, world_fault
from liaison_desktop.store.homes import file_key
from liaison_desktop.store.store import Store

_TABLE = (
    "CREATE TABLE IF NOT EXISTS content"
    " (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL)"
)
_PUT = "INSERT OR REPLACE INTO content (sha256, size, data) VALUES (?, ?, ?)"
_GET = "SELECT data FROM content WHERE sha256 = ?"


class AttachmentFile:
    """The second encrypted file of an open home."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(
        self, user: User, record: Record, name: str, data: bytes, reach: Reach = Reach.STATION
    ) -> Attachment:
        """Return the attachment of a record, saved with its bytes.

        Refused "file_empty", "file_too_large" (20 MB) or "record_too_large" (200 MB with what hangs
        there already); NotSaved for the name.
        """
        attachment = self._build(record, name, data, reach)
        with self._store.act(user, Action.ATTACH, attachment) as session:
            self._put(session, record, attachment, data)
        return attachment

    def hang(self, session: Session, record: Record, name: str, data: bytes) -> Attachment:
        """Do the same within an act that is open; the file reaches no further than the station."""
        attachment = self._build(record, name, data, Reach.STATION)
        self._put(session, record, attachment, data)
        return attachment

    def find(self, record: Record) -> list[Attachment]:
        """Return the attachments of a record in the order they came, without withdrawn ones."""
        with self._store.read() as session:
            query = select(Attachment).where(*_of(record)).order_by(Attachment.id)
            return list(session.scalars(query))

    def load(self, attachment: Attachment) -> bytes:
        """Return the bytes, exactly as they were put in.

        Unusable "attachment_missing", or "attachment_damaged" where their hash is another.
        """
        data = self.load_content(attachment.sha256)
        if data is None:
            raise Unusable("attachment_missing", str(self._store.home.attachments))
        if _hash(data) != attachment.sha256:
            raise Unusable("attachment_damaged", str(self._store.home.attachments))
        return data

    def put(self, data: bytes) -> str:
        """Keep some bytes, and return the SHA-256 by which they are found; durable on return."""
        digest = _hash(data)
        with self._opened() as file:
            file.execute("BEGIN IMMEDIATE")
            file.execute(_TABLE)
            if _get(file, digest) != data:
                file.execute(_PUT, (digest, len(data), data))
            file.execute("COMMIT")
        return digest

    def load_content(self, sha256: str) -> bytes | None:
        """Return the bytes kept under a hash, not verified, or None."""
        with self._opened() as file:
            file.execute(_TABLE)
            return _get(file, sha256)

    def count_bad(self, hashes: Iterable[str]) -> int:
        """Return how many of these contents are missing or are not what their hash says."""
        with self._opened() as file:
            file.execute(_TABLE)
            return sum(_hash(_get(file, sha256) or b"") != sha256 for sha256 in hashes)

    def _put(self, session: Session, record: Record, attachment: Attachment, data: bytes) -> None:
        if _size_of_all(session, record) + len(data) > MOST_BYTES_OF_A_RECORD:
            raise Refused("record_too_large")
        session.add(attachment)
        self.put(data)

    def _build(self, record: Record, name: str, data: bytes, reach: Reach) -> Attachment:
        attachment = Attachment(
            uid=new_uid(self._store.clock()),
            station_uid=record.station_uid,
            owner=Owner(self._store.installation.side.value),
            record_kind=kind_of(record),
            record_uid=record.uid,
            name=name,
            size=len(data),
            sha256=_hash(data),
            media_type=_media_type(name),
            reach=int(reach),
        )
        problems = attachment.problems()
        if not name.strip():
            problems.append(Problem("name", ProblemCode.MISSING))
        if problems:
            raise NotSaved(problems)
        if not data:
            raise Refused("file_empty")
        if len(data) > MOST_BYTES:
            raise Refused("file_too_large")
        return attachment

    @contextmanager
    def _opened(self) -> Iterator[Connection]:
        path = self._store.home.attachments
        with closing(open_file(path, file_key(self._store.data_key))) as file:
            try:
                yield file
            except dbapi2.DatabaseError as error:
                raise world_fault(error, path) or Unusable("damaged", str(path)) from None


def _of(record: Record) -> tuple[ColumnElement[bool], ...]:
    return (
        Attachment.record_kind == kind_of(record),
        Attachment.record_uid == record.uid,
        Attachment.withdrawn_at.is_(None),
    )


def _size_of_all(session: Session, record: Record) -> int:
    return session.scalar(select(func.sum(Attachment.size)).where(*_of(record))) or 0


def _get(file: Connection, sha256: str) -> bytes | None:
    row = file.execute(_GET, (sha256,)).fetchone()
    return None if row is None else bytes(row[0])


def _hash(data: bytes) -> str:
    digest = Hash(SHA256())
    digest.update(data)
    return digest.finalize().hex()


def _media_type(name: str) -> str:
    """Return the type by the name's ending, the same on every machine; empty where unknown."""
    return MimeTypes(()).guess_type(name)[0] or ""
