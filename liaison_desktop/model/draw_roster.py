"""名单 — the rows that a draw is made from: each as it stands in its file, and who he is.

A row is drawn by its text, so that whoever has the file can repeat the draw; its cells tell the
name and what else goes into the 签到表.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from unicodedata import normalize

from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.importing import IMPORT_FIELDS, ImportField, ImportKind, squeeze
from liaison_desktop.model.random_draw import RandomDraw, draw
from liaison_desktop.model.words import Sex

FIELDS: Mapping[str, ImportField] = {one.name: one for one in IMPORT_FIELDS[ImportKind.PEOPLE]}

HEADINGS: Mapping[str, frozenset[str]] = {
    "name": frozenset({"姓名", "name", *FIELDS["name"].headings}),
    "sex": frozenset({"性别", "sex", "gender"}),
    "phone": frozenset({"联系电话", "phone", "mobile", "tel", *FIELDS["phone"].headings}),
    "body": frozenset(
        {"村社区", "社区", "村", "村居", "所在社区", "所属社区", "单位村、社区", "community"}
    ),
    "address": frozenset({"住址", "address", *FIELDS["address"].headings}),
    "post": frozenset({"职务或职业", "职务", "职业", "occupation", "单位", "工作单位"}),
    "id_no": frozenset({"身份证号", "id_no", *FIELDS["id_no"].headings}),
    "other": frozenset({"序号", "编号", "备注", "no", "id", "小区", "楼栋", "年龄", "组别"}),
}
"""What the columns of a roster are called, small and without brackets and spaces."""

TITLES = 5
"""Filled lines at the top among which the heading is; what stands above it is a title."""


@dataclass(frozen=True)
class RosterRow:
    """One row: the number of its line in the file, its text, and its cells."""

    line: int
    text: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class DrawOrder:
    """What is to be drawn: `size` of all, or by a column as many of each as `sizes` says."""

    seed: str
    size: int = 0
    stratum_column: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many are drawn in all."""
        return sum(self.sizes.values()) if self.stratum_column else self.size

    @property
    def strata(self) -> str:
        """The sizes as they are kept and printed, a line for each: 名称=人数."""
        return "\n".join(f"{name}={many}" for name, many in self.sizes.items())


@dataclass(frozen=True)
class DrawRoster:
    """The rows of a file without blank lines; `heading` is empty where there is none."""

    file: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[RosterRow, ...]

    @property
    def texts(self) -> list[str]:
        """What is drawn from, in the order of the file."""
        return [row.text for row in self.rows]

    def name_of(self, row: RosterRow) -> str:
        """Return the cell under 姓名, else the first."""
        place = self._places.get("name", 0)
        return row.cells[place] if place < len(row.cells) else ""

    def said(self, row: RosterRow, fact: str) -> str:
        """Return what a row says of a fact (a key of HEADINGS); empty where nothing."""
        place = self._places.get(fact)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    def phone_of(self, row: RosterRow) -> str:
        """Return the phone without what a spreadsheet or a hand puts into it."""
        return str(_read("phone", self.said(row, "phone")) or self.said(row, "phone"))

    def sex_of(self, row: RosterRow) -> Sex | None:
        """Return the sex that the row says, where it is one."""
        read = _read("sex", self.said(row, "sex"))
        return read if isinstance(read, Sex) else None

    def strata(self, column: str) -> list[str]:
        """Return the stratum of each row; NotSaved (`stratum_column`) for no such column."""
        if column not in self.columns:
            columns = "、".join(filter(None, self.columns))
            problem = Problem("stratum_column", ProblemCode.NO_SUCH_COLUMN, detail=columns)
            raise NotSaved([problem])
        place = self.columns.index(column)
        return [row.cells[place] if place < len(row.cells) else "" for row in self.rows]

    def draw(self, order: DrawOrder) -> RandomDraw:
        """Return who is drawn; NotSaved also for a row without a name and for somebody twice."""
        if problems := [*self._nameless(), *self._twice()]:
            raise NotSaved(problems)
        if not order.stratum_column:
            return draw(self.texts, order.size, order.seed)
        if not order.sizes:
            raise NotSaved([Problem("sizes", ProblemCode.MISSING)])
        strata = self.strata(order.stratum_column)
        return draw(self.texts, 0, order.seed, strata, order.sizes)

    @cached_property
    def _places(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for place, text in enumerate(self.columns):
            for fact, names in HEADINGS.items():
                if squeeze(text).lower() in names:
                    found.setdefault(fact, place)
        return found

    def _nameless(self) -> list[Problem]:
        return [
            Problem(f"roster.{row.line}.name", ProblemCode.MISSING)
            for row in self.rows
            if not self.name_of(row)
        ]

    def _twice(self) -> list[Problem]:
        """Return each row that is somebody of a row above: the same text, or name and number."""
        seen: dict[tuple[str, ...], int] = {}
        found = []
        for row in self.rows:
            keys = self._keys(row)
            first = next((seen[key] for key in keys if key in seen), None)
            if first is not None:
                both = f"{first}、{row.line}"
                found.append(Problem("roster", ProblemCode.SAME_PERSON, detail=both))
            for key in keys:
                seen.setdefault(key, row.line)
        return found

    def _keys(self, row: RosterRow) -> list[tuple[str, ...]]:
        name = normalize("NFC", self.name_of(row))
        numbers = (self.phone_of(row), self.said(row, "id_no").upper())
        known = [(kind, name, one) for kind, one in zip("ti", numbers, strict=True) if one]
        return [("row", normalize("NFC", row.text)), *known]


def build_roster(file: str, lines: Iterable[tuple[str, Sequence[str]]]) -> DrawRoster:
    """Return the roster of the lines of a file, each with its text and its cells.

    Lines in which no cell holds anything are left out, as are the heading and a title above it. A
    line is the heading only where a cell is called 姓名 or the like, or all of its cells are known.
    """
    rows = [
        RosterRow(number, text, tuple(cell.strip() for cell in cells))
        for number, (text, cells) in enumerate(lines, start=1)
        if any(cell.strip() for cell in cells)
    ]
    at = _heading(rows)
    if at is None:
        return DrawRoster(file, "", (), tuple(rows))
    return DrawRoster(file, rows[at].text, rows[at].cells, tuple(rows[at + 1 :]))


def _heading(rows: Sequence[RosterRow]) -> int | None:
    for place, row in enumerate(rows[:TITLES]):
        if any(squeeze(cell).lower() in HEADINGS["name"] for cell in row.cells):
            return place
    known = frozenset().union(*HEADINGS.values())
    first = rows[0].cells if rows else ()
    is_heading = all(not cell or squeeze(cell).lower() in known for cell in first)
    return 0 if first and is_heading else None


def _read(fact: str, cell: str) -> object:
    try:
        return FIELDS[fact].read(cell)
    except ValueError:
        return None
