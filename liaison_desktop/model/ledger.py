"""台账 — one definition of a list of records: from it come the table, the sheet and the paper.

A column says what stands in it; who looks decides what is masked, and in what language the words
of the house are said.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
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
    """Who looks at a ledger: whether he reads whole names, and in what language."""

    sees_names: bool
    say: Say = str

    @classmethod
    def of(cls, roles: Iterable[Role], say: Say = str) -> "Viewer":
        """Return the viewer with these roles."""
        return cls(not SEE_NAMES.isdisjoint(roles), say)


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column; `values` gives what a row says in it, each masked by itself, then joined.

    `width` is in millimetres on the paper and a share elsewhere. A PERSONAL column is masked for
    who does not read names, a SECRET one for everybody. A column that sorts has the name of the
    field of the record that it sorts by.
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
class Ledger(Generic[R]):
    """A list of records of one kind, by its columns; `code` is that of the printed form."""

    name: str
    title: str
    code: str
    columns: tuple[Column[R], ...]

    def teller(self, viewer: Viewer) -> Callable[[R], tuple[str, ...]]:
        """Return what tells a viewer one row after the other, column by column."""
        tellers = [column.teller(viewer) for column in self.columns]
        return lambda row: tuple([tell(row) for tell in tellers])

    @cached_property
    def sortable(self) -> Mapping[str, Column[R]]:
        """The columns that the ledger can be ordered by, by their names."""
        return {column.name: column for column in self.columns if column.is_sortable}
