"""台账 — one definition of a list of records: from it come the table, the sheet and the paper.

A column says what stands in it; who looks decides what is masked, and in what language the words
of the house are said.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from liaison_desktop.model.fields import Sensitivity
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import Role, Word, label

R = TypeVar("R")

Say = Callable[[str], str]
"""Gives a word of the house in the language of the screen."""

SEE_NAMES = frozenset({Role.CLERK, Role.HEAD, Role.REVIEWER})
"""Roles that read whole names in lists; all others read 李**."""


class Term(str):
    """A word of the house, not of a person: said in the language of the screen, never masked."""

    __slots__ = ()


def term(word: Word | None) -> list[Term]:
    """Return the word of a closed list as what a column says; nothing for None."""
    return [] if word is None else [Term(label(word))]


class Kind(StrEnum):
    """What a sheet of figures takes the text of a column for."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True)
class Viewer:
    """Who looks at a ledger: whether he reads whole names, and in what language.

    The public sees the public edition (脱敏公开版): masked, and without the columns and the records
    that are nobody's business.
    """

    sees_names: bool
    say: Say = str
    is_public: bool = False

    @classmethod
    def of(cls, roles: Iterable[Role], say: Say = str) -> "Viewer":
        """Return the viewer with these roles."""
        return cls(not SEE_NAMES.isdisjoint(roles), say)


THE_PUBLIC = Viewer(sees_names=False, is_public=True)


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column; `values` gives what a row says in it, each masked by itself, then joined.

    `width` is in millimetres on the paper and a share elsewhere. A PERSONAL column is masked for
    who does not read names, a SECRET one for everybody. A column that sorts has the name of the
    field of the record that it sorts by; one that is in time, as numbers are, begins with the
    newest. One that is not public is left out of the public edition, and one that is wide is on
    paper only where the paper is: on A3. One that is not on paper is on the screen and in a sheet.
    """

    name: str
    label: str
    width: float
    values: Callable[[R], Iterable[str]]
    sensitivity: Sensitivity = Sensitivity.PLAIN
    mask: Callable[[str], str] = str
    is_sortable: bool = False
    kind: Kind = Kind.TEXT
    is_centred: bool = False
    joint: str = "、"
    is_public: bool = True
    is_in_time: bool = False
    is_wide: bool = False
    is_on_paper: bool = True

    def teller(self, viewer: Viewer) -> Callable[[R], str]:
        """Return what tells this viewer what stands in the column of a row.

        A character that turns the direction of others is told by its name.
        """
        is_masked = self.sensitivity is Sensitivity.SECRET or (
            self.sensitivity is Sensitivity.PERSONAL and not viewer.sees_names
        )
        mask, say, values, joint = (
            self.mask if is_masked else None,
            viewer.say,
            self.values,
            self.joint,
        )

        def tell(row: R) -> str:
            said = [
                say(value) if isinstance(value, Term) else mask(value) if mask else value
                for value in values(row)
            ]
            text = said[0] if len(said) == 1 else joint.join(filter(None, said))
            return text if text.isascii() else visible(text)

        return tell


@dataclass(frozen=True)
class Choice:
    """A filter of a ledger by one word of a closed list."""

    name: str
    label: str
    words: type[Word]


@dataclass(frozen=True)
class Tick:
    """A filter that is on or off; `said` is what a paper says of it, "" for nothing."""

    name: str
    label: str
    said: str = ""


@dataclass(frozen=True)
class Chosen:
    """Which records of a ledger are shown; `since` and `until` are business days, both included.

    Each word of `text` must be found in the record as the search finds it (desk.search), or stand
    somewhere in one of its short fields. Withdrawn records are shown only where WITHDRAWN_TOO is
    among the ticks.
    """

    text: str = ""
    since: date | None = None
    until: date | None = None
    words: Mapping[str, Word] = field(default_factory=dict)
    ticks: frozenset[str] = frozenset()


WITHDRAWN_TOO = "withdrawn"
"""The tick of every ledger by which withdrawn records are shown as well."""

ORDINAL = "#"
"""The column of 序号, which every list on paper has and no record."""


@dataclass(frozen=True)
class Ledger(Generic[R]):
    """A list of records of one kind, by its columns; `code` is that of the printed form.

    `unit` counts its rows (次, 件, 人); the numbers of the column `summed` are added up, and
    counted by `summed_unit`. `order` is how it is shown first: a column, and whether the greatest
    is first.
    """

    name: str
    title: str
    code: str
    columns: tuple[Column[R], ...]
    unit: str
    order: tuple[str, bool]
    summed: str = ""
    summed_unit: str = ""
    has_days: bool = False
    has_public: bool = True
    choices: tuple[Choice, ...] = ()
    ticks: tuple[Tick, ...] = ()

    def teller(
        self, viewer: Viewer, columns: Sequence[Column[R]] = ()
    ) -> Callable[[R], tuple[str, ...]]:
        """Return what tells a viewer one row after the other, column by column, or by these."""
        tellers = [column.teller(viewer) for column in columns or self.columns_for(viewer)]
        return lambda row: tuple([tell(row) for tell in tellers])

    def columns_for(self, viewer: Viewer) -> tuple[Column[R], ...]:
        """Return the columns that this viewer is told."""
        return tuple(each for each in self.columns if each.is_public or not viewer.is_public)

    def columns_on_paper(self, viewer: Viewer, *, is_wide: bool) -> tuple[Column[R], ...]:
        """Return the columns that stand on a paper for this viewer; the wide ones on a wide one."""
        return tuple(
            each
            for each in self.columns_for(viewer)
            if each.is_on_paper and (is_wide or not each.is_wide)
        )

    @property
    def has_wide(self) -> bool:
        """Whether a larger paper has more of it."""
        return any(column.is_wide for column in self.columns)

    def total_in_words(self, count: int, summed: int) -> str:
        """Return what a paper says of all rows: 共 2 次、4 人次."""
        said = f"共 {count} {self.unit}"
        return f"{said}、{summed} {self.summed_unit}" if self.summed else said

    @cached_property
    def sortable(self) -> Mapping[str, Column[R]]:
        """The columns that the ledger can be ordered by, by their names."""
        return {column.name: column for column in self.columns if column.is_sortable}
