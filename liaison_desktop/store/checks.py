"""检查 — is everything of a home still whole? Nothing is changed and nothing repaired.

Each check returns what it found wrong, as a count, a code or names that no person bears; nothing
means that all is well.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import InstrumentedAttribute
from sqlcipher3 import dbapi2

from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.base import table_of
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.every_record import AGGREGATES, Numbering, Outbox
from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.numbering import is_number
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Owner, tr
from liaison_desktop.store.attachments import AttachmentFile
from liaison_desktop.store.audit import check_chain
from liaison_desktop.store.driver import Connection, open_file, wrong_settings
from liaison_desktop.store.homes import file_key
from liaison_desktop.store.slots import read_keys
from liaison_desktop.store.store import Store
from liaison_desktop.store.triggers import missing_triggers
from liaison_desktop.store.upgrade import newest_version, version_of
from liaison_desktop.store.users import find_users


@dataclass(frozen=True)
class Check:
    """One check and how it came out; `title` is for a person, `detail` is empty where it is ok."""

    name: str
    title: str
    is_ok: bool
    detail: str


def check(store: Store) -> list[Check]:
    """Return every check in order; a check that cannot even run is not ok."""
    return [
        Check(name, title, not (detail := _run(find, store)), detail)
        for name, (title, find) in CHECKS.items()
    ]


def _run(find: Callable[[Store], str], store: Store) -> str:
    try:
        return find(store)
    except Unusable as fault:
        return fault.code
    except (DBAPIError, dbapi2.DatabaseError):
        return "damaged"


# of the files


def _settings(store: Store) -> str:
    return _of_both(store, lambda file: ", ".join(wrong_settings(file)))


def _schema(store: Store) -> str:
    found = version_of(store.home.database, file_key(store.data_key))
    return "" if found == newest_version() else str(found)


def _pages(store: Store) -> str:
    return _of_both(store, _bad_pages)


def _bad_pages(file: Connection) -> str:
    """Return how many pages have another MAC.

    The check reads the main file alone, so the log is written into it first; again before a second
    look, for another program may just have been doing the same.
    """
    file.execute("PRAGMA busy_timeout=500")
    for _ in range(2):
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if not (bad := _rows(file, "cipher_integrity_check")):
            break
    return _shown(bad)


def _trees(store: Store) -> str:
    return _of_both(store, lambda file: _shown(_rows(file, "quick_check")))


def _references(store: Store) -> str:
    return _of_both(store, lambda file: _shown(_rows(file, "foreign_key_check")))


def _triggers(store: Store) -> str:
    with store.read() as session:
        return ", ".join(missing_triggers(session.connection()))


def _key_file(store: Store) -> str:
    kinds = {slot["kind"] for slot in read_keys(store).slots}
    return "" if {"user", "recovery"} <= kinds else "slots"


def _accounts(store: Store) -> str:
    """Return how many users in service have no slot, or slots no user in service."""
    slots = {(slot["login"], slot["user"]) for slot in read_keys(store).slots if "login" in slot}
    with store.read() as session:
        users = {(u.login, str(u.uid)) for u in find_users(session) if u.disabled_at is None}
    return _shown(len(slots ^ users))


# of what they hold


def _audit_chain(store: Store) -> str:
    with store.read() as session:
        broken = check_chain(session)
    return "" if broken is None else str(broken)


def _attachments(store: Store) -> str:
    """Return how many contents of this side are bad; of the other side only the hashes came."""
    with store.read() as session:
        query = select(Attachment.sha256).where(Attachment.owner == _own(store)).distinct()
        hashes = list(session.scalars(query))
    return _shown(AttachmentFile(store).count_bad(hashes))


def _attached_records(store: Store) -> str:
    return _lost(store, Attachment.record_kind, Attachment.record_uid)


def _outbox(store: Store) -> str:
    return _lost(store, Outbox.kind, Outbox.uid)


def _lost(store: Store, kind: InstrumentedAttribute[str], uid: InstrumentedAttribute[UUID]) -> str:
    """Return how many rows name a record that is not there."""
    lost: list[ColumnElement[bool]] = [kind.not_in(list(AGGREGATES))]
    lost += [
        and_(kind == aggregate.kind, uid.not_in(select(table_of(aggregate.root).c.uid)))
        for aggregate in AGGREGATES.values()
    ]
    with store.read() as session:
        return _shown(
            session.scalar(select(func.count()).select_from(kind.class_).where(or_(*lost)))
        )


def _matters(store: Store) -> str:
    """Return how many visits have no matter."""
    has_matter = select(Matter.id).where(Matter.visit_uid == Visit.uid).exists()
    with store.read() as session:
        return _shown(session.scalar(select(func.count()).select_from(Visit).where(~has_matter)))


def _numbers(store: Store) -> str:
    """Return how many numbers have a wrong check character or count beyond the last one drawn."""
    own = store.installation.code
    with store.read() as session:
        kinds = (Visit.number, Matter.number, Consultation.number)
        numbers = [number for kind in kinds for number in session.scalars(select(kind))]
        last = {
            (drawn.kind, drawn.year): drawn.last for drawn in session.scalars(select(Numbering))
        }
    return _shown(sum(not _is_right(number, own, last) for number in numbers))


def _is_right(number: str, own: str, last: Mapping[tuple[str, int], int]) -> bool:
    if not is_number(number):
        return False
    code, kind, year, count = number.split("-")[:4]
    return code != own or int(count) <= last.get((kind, int(year)), 0)


def _incarnations(store: Store) -> str:
    """Return how many records of this side bear a version of a later life than the home's."""
    tables = [table_of(aggregate.root) for aggregate in AGGREGATES.values()]
    latest = store.installation.incarnation
    with store.read() as session:
        counts = [
            session.scalar(
                select(func.count()).where(
                    table.c.owner == _own(store), table.c.incarnation > latest
                )
            )
            for table in tables
        ]
    return _shown(sum(count or 0 for count in counts))


def _own(store: Store) -> Owner:
    return Owner(store.installation.side.value)


def _of_both(store: Store, find: Callable[[Connection], str]) -> str:
    """Return what a check finds in either of the two encrypted files."""
    found = []
    for path in (store.home.database, store.home.attachments):
        with closing(open_file(path, file_key(store.data_key))) as file:
            if detail := find(file):
                found.append(f"{path.name}: {detail}")
    return "; ".join(found)


def _rows(file: Connection, pragma: str) -> int:
    return len([row for row in file.execute(f"PRAGMA {pragma}") if row[0] != "ok"])


def _shown(count: int | None) -> str:
    return str(count) if count else ""


CHECKS: Mapping[str, tuple[str, Callable[[Store], str]]] = {
    "settings": (tr("数据文件的设置"), _settings),
    "schema": (tr("数据文件的版本"), _schema),
    "pages": (tr("每一页的校验值"), _pages),
    "trees": (tr("数据文件的结构"), _trees),
    "references": (tr("记录之间的引用"), _references),
    "triggers": (tr("修改留痕的机关"), _triggers),
    "key_file": (tr("密钥文件"), _key_file),
    "accounts": (tr("用户与密钥相符"), _accounts),
    "audit_chain": (tr("审计链"), _audit_chain),
    "attachments": (tr("附件内容"), _attachments),
    "attached_records": (tr("附件所属的记录"), _attached_records),
    "outbox": (tr("待上报的记录"), _outbox),
    "matters": (tr("每次来访都有事项"), _matters),
    "numbers": (tr("编号"), _numbers),
    "incarnations": (tr("版本次序"), _incarnations),
}
"""Every check by name, with its title for a person."""
