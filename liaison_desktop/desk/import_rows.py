"""The lines of a table that is imported: what each says, what is wrong, what becomes of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from liaison_desktop.model.code_tables import CodeTables
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.importing import (
    IMPORT_FIELDS,
    KEY_FIELDS,
    Columns,
    ImportField,
    ImportKind,
    Table,
    Unread,
)
from liaison_desktop.model.words import label


class Outcome(StrEnum):
    """What becomes of a line."""

    MADE = "made"
    JOINED = "joined"
    FILLED = "filled"
    KNOWN = "known"
    WRONG = "wrong"


@dataclass
class ImportRow:
    """One line of a table: its values, what is wrong or odd in it, and what becomes of it.

    JOINED is a further mandate of a deputy who is here, or in a line above; FILLED seats a
    session that is planned and empty; KNOWN says nothing new.
    """

    line: int
    values: Mapping[str, Any]
    problems: list[Problem]
    outcome: Outcome = Outcome.MADE

    @property
    def errors(self) -> list[Problem]:
        """Why the line is not taken in."""
        return [problem for problem in self.problems if problem.is_error]

    @property
    def warnings(self) -> list[Problem]:
        """What should be looked at, though it is taken in."""
        return [problem for problem in self.problems if not problem.is_error]

    @property
    def is_taken(self) -> bool:
        """Whether the line brings something in."""
        return self.outcome in {Outcome.MADE, Outcome.JOINED, Outcome.FILLED}

    @property
    def is_known(self) -> bool:
        """Whether all that the line says is here already."""
        return self.outcome is Outcome.KNOWN


@dataclass
class Entry:
    """One record that an import makes or changes: its key where it is here, and its lines."""

    key: int | None
    rows: list[ImportRow] = field(default_factory=list)


@dataclass(frozen=True)
class Preview:
    """Every line of a table, and the records that come of them."""

    rows: Sequence[ImportRow]
    entries: Sequence[Entry]

    @property
    def taken(self) -> int:
        """Lines that bring something in."""
        return sum(row.is_taken for row in self.rows)

    @property
    def joined(self) -> int:
        """Lines that add a mandate to a deputy of another line, or of the roster here."""
        return sum(row.outcome is Outcome.JOINED for row in self.rows)

    @property
    def known(self) -> int:
        """Lines that change nothing."""
        return sum(row.is_known for row in self.rows)

    @property
    def wrong(self) -> int:
        """Lines that are left out."""
        return sum(row.outcome is Outcome.WRONG for row in self.rows)

    @property
    def warned(self) -> int:
        """Lines taken in of which something should be looked at."""
        return sum(bool(row.warnings) for row in self.rows if row.is_taken)


def preview_by_mark(
    rows: Sequence[ImportRow],
    known: set[tuple[Any, ...]],
    mark_of: Callable[[ImportRow], tuple[Any, ...]],
) -> Preview:
    """Let a line be known whose mark is here already, or in a line above; the others are made."""
    known, entries = set(known), []
    for row in rows:
        mark = mark_of(row)
        if row.errors:
            row.outcome = Outcome.WRONG
        elif mark in known:
            row.outcome = Outcome.KNOWN
        else:
            known.add(mark)
            entries.append(Entry(None, [row]))
    return Preview(rows, entries)


class RowReader:
    """Reads the cells of a line by the fields of a kind and the code tables."""

    def __init__(self, kind: ImportKind, columns: Columns, tables: CodeTables) -> None:
        fields = {field.name: field for field in IMPORT_FIELDS[kind]}
        self._columns = [(place, fields[name]) for place, name in sorted(columns.items())]
        self._tables, self._key = tables, KEY_FIELDS[kind]

    def read(self, table: Table) -> list[ImportRow]:
        """Return the lines that hold anything, in their order."""
        return [
            self._row(line, cells, table)
            for line, cells in enumerate(table.rows, start=table.first_line)
            if any(cells)
        ]

    def _row(self, line: int, cells: Sequence[str], table: Table) -> ImportRow:
        row = ImportRow(line, values := {}, [])
        for place, of in self._columns:
            cell = cells[place] if place < len(cells) else ""
            try:
                values[of.name] = self._value(of, cell, row.problems)
            except Unread as error:
                row.problems.append(Problem(of.name, error.code))
            except ValueError:
                row.problems.append(Problem(of.name, ProblemCode.BAD_VALUE, detail=cell))
            if (line, place) in table.spread:
                row.problems.append(Problem(of.name, ProblemCode.MERGED_CELLS))
        if not values.get(self._key) and not row.errors:
            row.problems.append(Problem(self._key, ProblemCode.MISSING))
        _settle_sex(row, values)
        return row

    def _value(self, of: ImportField, cell: str, problems: list[Problem]) -> object:
        if not of.table or not cell:
            return of.read(cell)
        read = self._tables[of.table].read(cell)
        value = of.read(read.word)
        if not read.agrees:
            code = ProblemCode.CODE_UNLIKE_WORD
            problems.append(Problem(of.name, code, is_error=False, detail=cell))
        return value


def _settle_sex(row: ImportRow, values: dict[str, Any]) -> None:
    """Take the code where there is no word; where they contradict, the word, and say so."""
    if "sex_code" not in values:
        return
    coded, named = values.pop("sex_code"), values.get("sex")
    if named is None:
        values["sex"] = coded
    elif coded not in {None, named}:
        code = ProblemCode.CODE_UNLIKE_WORD
        row.problems.append(Problem("sex_code", code, is_error=False, detail=label(coded)))
