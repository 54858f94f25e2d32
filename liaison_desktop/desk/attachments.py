"""附件 — files hung on a record."""

from collections.abc import Mapping
from pathlib import Path

from liaison_desktop.desk.correcting import correct_record
from liaison_desktop.model.attachment import MOST_BYTES, Attachment
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record
from liaison_desktop.model.faults import Refused, Unusable
from liaison_desktop.model.fields import Reach
from liaison_desktop.model.user import User
from liaison_desktop.store.attachments import AttachmentFile
from liaison_desktop.store.store import Store


def read_file(path: Path) -> bytes:
    """Return the bytes of a file that may be attached; Refused file_too_large, Unusable."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused("file_too_large")
        return path.read_bytes()
    except OSError:
        raise Unusable("file_missing", path.name) from None


class Attachments:
    """Verbs of the attachments."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user
        self._file = AttachmentFile(store)

    def register(self, record: Record, path: Path, reach: Reach = Reach.STATION) -> Attachment:
        """Return the attachment made of a file; Refused where it or the sum is too large."""
        return self._file.add(self._user, record, path.name, read_file(path), reach)

    def find(self, record: Record) -> list[Attachment]:
        """Return the attachments of a record in the order they came."""
        return self._file.find(record)

    def load(self, attachment: Attachment) -> bytes:
        """Return the bytes; Unusable where they are not what was put in."""
        return self._file.load(attachment)

    def correct(
        self, seen: Attachment, changes: Mapping[str, object], reason: str = ""
    ) -> Attachment:
        """Return the attachment under another name."""
        return correct_record(self._store, self._user, Action.ATTACH, seen, changes, reason=reason)
