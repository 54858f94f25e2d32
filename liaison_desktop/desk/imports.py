"""导入 — people and deputies from a table of elsewhere: read, looked at, taken in, taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.documents.table_file import read_table
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.faults import NotFound, Problem, ProblemCode, Refused
from liaison_desktop.model.importing import (
    IMPORT_FIELDS,
    Columns,
    Importing,
    ImportKind,
    Table,
    guess_mapping,
    is_label,
)
from liaison_desktop.model.person import Person
from liaison_desktop.model.station import Station
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.words import MandateLevel
from liaison_desktop.store.store import Store

ROOTS: Mapping[ImportKind, type[Record]] = {
    ImportKind.PEOPLE: Person,
    ImportKind.DEPUTIES: Deputy,
}
TAKEN_BACK = "导入撤销"


@dataclass(frozen=True)
class ImportRow:
    """One line of a table as it would be taken in: its values, and why it is not, if it is not.

    `is_known` where the same name and phone, or ID number, is here already or in a line above.
    """

    line: int
    values: Mapping[str, Any]
    problems: Sequence[Problem]
    is_known: bool

    @property
    def is_taken(self) -> bool:
        """Whether the line makes a record."""
        return not self.is_known and not any(each.is_error for each in self.problems)


@dataclass(frozen=True)
class Preview:
    """Every line of a table, and how many of them would be taken in."""

    rows: Sequence[ImportRow]

    @property
    def taken(self) -> int:
        return sum(row.is_taken for row in self.rows)

    @property
    def known(self) -> int:
        return sum(row.is_known for row in self.rows)

    @property
    def wrong(self) -> int:
        return len(self.rows) - self.taken - self.known


class Imports:
    """Verbs of importing."""

    def __init__(self, store: Store, user: User, station: Station) -> None:
        self._store, self._user, self._station = store, user, station

    def read(self, path: Path, kind: ImportKind) -> tuple[Table, dict[int, str]]:
        """Return the table of a file, and what its columns are likely; Unusable as read_table."""
        table = read_table(path, partial(is_label, kind))
        return table, guess_mapping(kind, table.heading)

    def preview(self, kind: ImportKind, table: Table, columns: Columns) -> Preview:
        """Return what would become of each line; nothing is written.

        Refused name_column_missing where no column is the name.
        """
        if "name" not in columns.values():
            raise Refused("name_column_missing")
        with self._store.read() as session:
            known = _known(session, kind)
        return Preview(list(self._rows(kind, table, columns, known)))

    def register(
        self, kind: ImportKind, table: Table, columns: Columns, file: str
    ) -> tuple[Importing, Preview]:
        """Take in every line that can be, in one act, and return it with what became of each."""
        preview = self.preview(kind, table, columns)
        now = self._store.clock()
        with self._store.act(self._user, Action.IMPORT) as session:
            for row in preview.rows:
                if row.is_taken:
                    session.add(self._made(kind, row.values))
            importing = Importing(
                act=session.info["act"],
                kind=kind.value,
                file=file,
                made=preview.taken,
                user_uid=self._user.uid,
                at=now,
            )
            session.add(importing)
        return importing, preview

    def find(self) -> list[Importing]:
        """Return what was imported, the latest first."""
        with self._store.read() as session:
            return list(session.scalars(select(Importing).order_by(Importing.id.desc())))

    def undo(self, act: UUID) -> tuple[int, int]:
        """Withdraw what an import made; return how many, and how many stay as they changed since.

        NotFound where there was no such import, or it is taken back already.
        """
        with self._store.act(self._user, Action.IMPORT) as session:
            query = select(Importing).where(Importing.act == act, Importing.undone_at.is_(None))
            importing = session.scalar(query)
            if importing is None:
                raise NotFound("importing", str(act))
            root = ROOTS[ImportKind(importing.kind)]
            made = session.scalars(
                select(root).where(root.act == act, root.withdrawn_at.is_(None))
            ).all()
            now = self._store.clock()
            for record in made:
                record.withdrawn_at, record.withdrawn_reason = now, TAKEN_BACK
            importing.undone_at = now
            return len(made), importing.made - len(made)

    def _rows(
        self, kind: ImportKind, table: Table, columns: Columns, known: set[tuple[str, str]]
    ) -> Sequence[ImportRow]:
        found = []
        for line, cells in enumerate(table.rows, start=table.first_line):
            if not any(cells):
                continue
            values, problems = _read(kind, cells, columns)
            marks = _marks(values)
            is_known = not known.isdisjoint(marks)
            if not problems:
                problems = self._made(kind, values).problems()
            if not is_known and not any(each.is_error for each in problems):
                known.update(marks)
            found.append(ImportRow(line, values, problems, is_known))
        return found

    def _made(self, kind: ImportKind, values: Mapping[str, Any]) -> Record:
        uid, station = new_uid(self._store.clock()), self._station
        if kind is ImportKind.PEOPLE:
            return Person(uid=uid, station_uid=station.uid, **values)
        usual = MandateLevel.TOWN if station.kind.has_congress else MandateLevel.COUNTY
        mandate = {name: values[name] for name in _OF_A_MANDATE if name in values}
        mandate["level"] = mandate.get("level") or usual
        rest = {name: value for name, value in values.items() if name not in _OF_A_MANDATE}
        return Deputy(uid=uid, station_uid=station.uid, mandates=[Mandate(**mandate)], **rest)


_OF_A_MANDATE = ("level", "term_no", "constituency", "card_no")


def _read(
    kind: ImportKind, cells: Sequence[str], columns: Columns
) -> tuple[dict[str, Any], list[Problem]]:
    fields = {field.name: field for field in IMPORT_FIELDS[kind]}
    values: dict[str, Any] = {}
    problems = []
    for place, name in columns.items():
        cell = cells[place] if place < len(cells) else ""
        try:
            values[name] = fields[name].read(cell)
        except ValueError:
            problems.append(Problem(name, ProblemCode.BAD_VALUE, detail=cell))
    if not values.get("name"):
        problems.append(Problem("name", ProblemCode.MISSING))
    return values, problems


def _known(session: Session, kind: ImportKind) -> set[tuple[str, str]]:
    root: Any = ROOTS[kind]
    columns = [root.name, root.phone, *([root.id_no] if kind is ImportKind.PEOPLE else [])]
    found: set[tuple[str, str]] = set()
    for name, phone, *id_no in session.execute(select(*columns).where(root.withdrawn_at.is_(None))):
        found |= _marks({"name": name, "phone": phone, "id_no": id_no[0] if id_no else ""})
    return found


def _marks(values: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Return by what a line is known again: name with phone, else the ID number."""
    found = {(values.get("name", ""), values.get("phone", ""))}
    if values.get("id_no"):
        found.add(("", values["id_no"]))
    return found
