"""导入 — people of all kinds from a table of elsewhere: read, looked at, taken in, taken back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from liaison_desktop.desk.code_book import CodeBook
from liaison_desktop.desk.deputies import link_names
from liaison_desktop.desk.import_rows import (
    Entry,
    ImportRow,
    Outcome,
    Preview,
    RowReader,
    preview_by_mark,
)
from liaison_desktop.desk.import_talk import (
    made_of_talk,
    preview_of_talk,
    refuse_import,
    settle_of_talk,
)
from liaison_desktop.desk.roster import Roster, load_holders
from liaison_desktop.desk.undo import take_back
from liaison_desktop.documents.table_file import read_table
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.code_tables import CodeTables
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.deputy_checks import oddities
from liaison_desktop.model.faults import NotFound, Problem, ProblemCode, Refused
from liaison_desktop.model.history import Revision
from liaison_desktop.model.importing import (
    KEY_FIELDS,
    OF_A_MANDATE,
    Columns,
    Importing,
    ImportKind,
    Table,
    guess_mapping,
    is_label,
)
from liaison_desktop.model.ledger import Say
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.person import Person
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.rota_table import fill_session, names_in, session_of
from liaison_desktop.model.schedule_words import MandateEnd, SessionState, SlotRole
from liaison_desktop.model.station import Station
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.words import MandateLevel, MandateState
from liaison_desktop.store.former import former_values
from liaison_desktop.store.store import Store

ROOTS: Mapping[ImportKind, type[Record]] = {
    ImportKind.PEOPLE: Person,
    ImportKind.DEPUTIES: Deputy,
    ImportKind.ROTA: ReceptionSession,
    ImportKind.MEMBERS: BodyMember,
    ImportKind.PARTICIPANTS: Participant,
}
OF_TALK = frozenset({ImportKind.MEMBERS, ImportKind.PARTICIPANTS})
_NAMES = {"names": SlotRole.RECEIVING, "visiting": SlotRole.VISITING}
TAKEN_BACK = "导入撤销"
CHUNK = 500
"""Records that are written at once: a long table is never in memory as records."""


class Imports:
    """Verbs of importing."""

    def __init__(self, store: Store, user: User, station: Station, codes: CodeBook) -> None:
        self._store, self._user, self._station, self._codes = store, user, station, codes

    def read(self, path: Path, kind: ImportKind) -> tuple[Table, dict[int, str]]:
        """Return the table of a file, and what its columns are likely; Unusable as read_table."""
        table = read_table(path, partial(is_label, kind))
        return table, guess_mapping(kind, table.heading)

    def preview(
        self, kind: ImportKind, table: Table, columns: Columns, of: UUID | None = None
    ) -> Preview:
        """Return what would become of each line; nothing is written.

        `of` is the meeting that participants are of. Refused name_column_missing where no column is
        the name, and as import_talk.refuse_import.
        """
        if KEY_FIELDS[kind] not in columns.values():
            is_rota = kind is ImportKind.ROTA
            raise Refused("day_column_missing" if is_rota else "name_column_missing")
        tables = self._codes.load()
        rows = RowReader(kind, columns, tables).read(table)
        for row in rows:
            if not row.errors:
                row.problems += self._problems(kind, row.values, tables, of)
        with self._store.read() as session:
            if kind is ImportKind.DEPUTIES:
                return Roster(load_holders(session), self._usual_level).join(rows)
            if kind is ImportKind.ROTA:
                return _fill_planned(_preview_rota(rows, _days(session)), _empty(session))
            if kind in OF_TALK:
                refuse_import(session, kind, self._station, of)
                return preview_of_talk(session, kind, rows, of)
            return _preview_people(rows, _known(session))

    def register(
        self,
        kind: ImportKind,
        table: Table,
        columns: Columns,
        file: str,
        of: UUID | None = None,
    ) -> tuple[Importing, Preview]:
        """Take in every line that can be, in one act, and return it with what became of each.

        Where no line brings anything in nothing is written, and there is nothing to undo.
        """
        preview = self.preview(kind, table, columns, of)
        now = self._store.clock()
        if not preview.entries:
            return self._importing(kind, file, preview, new_uid(now)), preview
        with self._store.act(self._user, Action.IMPORT) as session:
            for at in range(0, len(preview.entries), CHUNK):
                self._write(session, kind, preview.entries[at : at + CHUNK], of)
                session.flush()
            importing = self._importing(kind, file, preview, session.info["act"])
            session.add(importing)
        return importing, preview

    def _importing(self, kind: ImportKind, file: str, preview: Preview, act: UUID) -> Importing:
        return Importing(
            act=act,
            kind=kind.value,
            file=file,
            made=len(preview.entries),
            user_uid=self._user.uid,
            at=self._store.clock(),
        )

    def write_bad_rows(
        self, target: Path, table: Table, columns: Columns, preview: Preview, say: Say = str
    ) -> int:
        """Write the lines that are left out as .xlsx, why in the first column; return how many.

        The cells stand as they were, so that the file can be mended and imported. Unusable.
        """
        from liaison_desktop.documents.bad_rows import build_bad_rows
        from liaison_desktop.documents.saving import save

        wrong = [row for row in preview.rows if row.outcome is Outcome.WRONG]
        told = [(row.line, row.errors) for row in wrong]
        made_at, author = self._store.clock(), self._station.name
        save(target, build_bad_rows(table, columns, told, author, made_at, target.parent, say))
        return len(wrong)

    def find(self) -> list[Importing]:
        """Return what was imported, the latest first."""
        with self._store.read() as session:
            return list(session.scalars(select(Importing).order_by(Importing.id.desc())))

    def undo(self, act: UUID) -> tuple[int, int]:
        """Take back what an import did; return how many records, and how many have changed since.

        What it made is withdrawn, and whom it gave a further mandate is as he was before.
        NotFound where there was no such import, or it is taken back already.
        """
        with self._store.act(self._user, Action.IMPORT, reason=TAKEN_BACK) as session:
            query = select(Importing).where(Importing.act == act, Importing.undone_at.is_(None))
            importing = session.scalar(query)
            if importing is None:
                raise NotFound("importing", str(act))
            kind, now, count = ImportKind(importing.kind), self._store.clock(), 0
            former = _former(session, kind, act)
            for record in _touched(session, kind, act):
                if record.uid in former:
                    take_back(record, former_values(former[record.uid]))
                else:
                    record.withdrawn_at, record.withdrawn_reason = now, TAKEN_BACK
                count += 1
            importing.undone_at = now
            return count, importing.made - count

    def _write(
        self, session: Session, kind: ImportKind, entries: Sequence[Entry], of: UUID | None
    ) -> None:
        here = _here(session, kind, [entry.key for entry in entries if entry.key is not None])
        for entry in entries:
            if entry.key is None:
                made = self._made(kind, [row.values for row in entry.rows], of)
                if kind is ImportKind.ROTA:
                    link_names(session, made)
                if isinstance(made, BodyMember | Participant):
                    settle_of_talk(session, made)
                session.add(made)
            elif isinstance(held := here[entry.key], ReceptionSession):
                fill_session(held, entry.rows[0].values)
                link_names(session, held)
            else:
                deputy = here[entry.key]
                for row in entry.rows:
                    mandate = self._mandate(row.values)
                    mandate.position = len(deputy.mandates)
                    deputy.mandates.append(mandate)

    def _problems(
        self, kind: ImportKind, values: Mapping[str, Any], tables: CodeTables, of: UUID | None
    ) -> list[Problem]:
        """Return what is wrong and what is odd in a line by itself, by the fields of the table."""
        record = self._made(kind, [values], of)
        found = record.problems()
        if isinstance(record, Deputy):
            found += oddities(record, tables, self._station.kind)
        return [
            Problem(each.field.rpartition(".")[2], each.code, each.is_error, each.detail)
            for each in found
        ]

    def _made(
        self, kind: ImportKind, lines: Sequence[Mapping[str, Any]], of: UUID | None
    ) -> Record:
        """Return the unsaved record of some lines: of each field what the first of them says."""
        uid, station_uid = new_uid(self._store.clock()), self._station.uid
        if kind is ImportKind.ROTA:
            return session_of(lines[0], uid, station_uid)
        if kind in OF_TALK:
            own = {"uid": uid, "station_uid": station_uid}
            return made_of_talk(kind, lines[0], own, of)
        values: dict[str, Any] = {}
        for line in lines:
            values |= {n: v for n, v in line.items() if n not in OF_A_MANDATE and not values.get(n)}
        if kind is ImportKind.PEOPLE:
            whole = {**lines[0]}
            return Person(uid=uid, station_uid=station_uid, **whole)
        mandates = [self._mandate(line) for line in lines]
        for place, mandate in enumerate(mandates):
            mandate.position = place
        return Deputy(uid=uid, station_uid=station_uid, mandates=mandates, **values)

    def _mandate(self, values: Mapping[str, Any]) -> Mandate:
        given = {name: values[name] for name in OF_A_MANDATE if name in values}
        given["level"] = given.get("level") or self._usual_level
        given["state"] = given.get("state") or MandateState.ACTIVE
        reason = given.get("end_reason")
        if reason is not None and not isinstance(reason, MandateEnd):
            given["end_note"] = "；".join(text for text in (reason, given.get("end_note")) if text)
            given["end_reason"] = MandateEnd.OTHER if reason else None
        return Mandate(**given)

    @property
    def _usual_level(self) -> MandateLevel:
        return MandateLevel.TOWN if self._station.kind.has_congress else MandateLevel.COUNTY


def _preview_people(rows: Sequence[ImportRow], known: set[tuple[str, str]]) -> Preview:
    entries = []
    for row in rows:
        marks = _marks(row.values)
        if not known.isdisjoint(marks):
            row.outcome = Outcome.KNOWN
        elif row.errors:
            row.outcome = Outcome.WRONG
        else:
            known.update(marks)
            entries.append(Entry(None, [row]))
    return Preview(rows, entries)


def _preview_rota(rows: Sequence[ImportRow], known: set[tuple[Any, ...]]) -> Preview:
    """Let a line be known where its day is there with the same deputies."""

    def mark_of(row: ImportRow) -> tuple[Any, ...]:
        names = {key: tuple(names_in(str(row.values.get(key) or ""))) for key in _NAMES}
        return (row.values.get("held_on"), *names.values())

    return preview_by_mark(rows, known, mark_of)


def _fill_planned(preview: Preview, empty: dict[date, dict[int, str]]) -> Preview:
    """Let a line fill the session that is planned for its day and has nobody yet.

    Of several it is the one that begins as the line says; a line that does not say is wrong.
    """
    filled: set[int] = set()
    for entry in preview.entries:
        row, planned = entry.rows[0], empty.get(entry.rows[0].values["held_on"], {})
        keys = _meant(row, planned)
        if len(planned) > 1 and not keys:
            times = "、".join(sorted(planned.values()))
            field = "times" if "times" in row.values else "held_on"
            row.problems.append(Problem(field, ProblemCode.WHICH_SESSION, detail=times))
            row.outcome = Outcome.WRONG
        elif keys and filled.isdisjoint(keys):
            filled.update(keys)
            entry.key, row.outcome = keys[0], Outcome.FILLED
    entries = [one for one in preview.entries if one.rows[0].outcome is not Outcome.WRONG]
    return Preview(preview.rows, entries)


def _meant(row: ImportRow, planned: Mapping[int, str]) -> list[int]:
    """Return the one session that a line can mean, or none."""
    starts, _ends = row.values.get("times") or ("", "")
    keys = [key for key, at in planned.items() if len(planned) == 1 or (starts and at == starts)]
    return keys if len(keys) == 1 else []


def _empty(session: Session) -> dict[date, dict[int, str]]:
    """Return when each session begins that is planned and at which nobody sits, by their day."""
    query = select(ReceptionSession.held_on, ReceptionSession.id, ReceptionSession.starts).where(
        ReceptionSession.withdrawn_at.is_(None),
        ReceptionSession.state == SessionState.PLANNED,
        ~ReceptionSession.slots.any(),
    )
    found: dict[date, dict[int, str]] = {}
    for day, key, starts in session.execute(query):
        found.setdefault(day, {})[key] = starts
    return found


def _here(session: Session, kind: ImportKind, keys: Sequence[int]) -> dict[int, Any]:
    """Return the records that an import changes, whole, by their keys."""
    root: Any = ROOTS[kind]
    query = select(root).where(root.id.in_(keys)).options(*_parts_of(kind))
    return {record.id: record for record in session.scalars(query)} if keys else {}


def _parts_of(kind: ImportKind) -> list[Any]:
    parts = {
        ImportKind.DEPUTIES: selectinload(Deputy.mandates),
        ImportKind.ROTA: selectinload(ReceptionSession.slots),
    }
    return [parts[kind]] if kind in parts else []


def _days(session: Session) -> set[tuple[Any, ...]]:
    query = select(ReceptionSession).where(ReceptionSession.withdrawn_at.is_(None))
    sessions = session.scalars(query.options(selectinload(ReceptionSession.slots)))
    return {(one.held_on, *(_sitting(one, role) for role in _NAMES.values())) for one in sessions}


def _sitting(one: ReceptionSession, role: SlotRole) -> tuple[str, ...]:
    return tuple(slot.name.strip() for slot in one.slots if slot.slot_role is role)


def _known(session: Session) -> set[tuple[str, str]]:
    query = select(Person.name, Person.phone, Person.id_no).where(Person.withdrawn_at.is_(None))
    found: set[tuple[str, str]] = set()
    for name, phone, id_no in session.execute(query):
        found |= _marks({"name": name, "phone": phone, "id_no": id_no})
    return found


def _marks(values: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Return by what a person is known again: name with phone, else the ID number."""
    found = {(values.get("name", ""), values.get("phone", ""))}
    if values.get("id_no"):
        found.add(("", values["id_no"]))
    return found


def _former(session: Session, kind: ImportKind, act: UUID) -> dict[UUID, Revision]:
    """Return the bodies that an import changed, by the record."""
    query = select(Revision).where(Revision.act == act, Revision.kind == kind.value)
    return {revision.uid: revision for revision in session.scalars(query)}


def _touched(session: Session, kind: ImportKind, act: UUID) -> Iterator[Record]:
    """Yield the records that nobody has changed since an import, some at a time."""
    root: Any = ROOTS[kind]
    keys = list(
        session.scalars(select(root.id).where(root.act == act, root.withdrawn_at.is_(None)))
    )
    for at in range(0, len(keys), CHUNK):
        query = select(root).where(root.id.in_(keys[at : at + CHUNK])).options(*_parts_of(kind))
        yield from session.scalars(query).all()
        session.flush()
