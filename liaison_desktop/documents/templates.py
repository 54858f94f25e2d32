"""Printed forms as they are drawn in forms/<name>.v<edition>.toml; `forms/README.md` says how.

Lengths are millimetres from the top left corner. A template has no conditions and no loops: what is
left out or repeated is decided by the Python of the form.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import groupby
from string import Formatter
from typing import Any

from liaison_desktop.documents.paragraph import Align
from liaison_desktop.paths import FORMS

PAPERS = {
    "A4": (210.0, 297.0),
    "A4 across": (297.0, 210.0),
    "A3": (297.0, 420.0),
    "A3 across": (420.0, 297.0),
    "A5": (148.0, 210.0),
}
_FILE = re.compile(r"(.+)\.v(\d+)\.toml")


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """One place of a form. What it holds is the first of these that is set:

    `sign` a signature box of that person, `seal` the free square of a seal, `qr` the code of its
    field, `text` fixed words with {fields} in them, `field` a value beside its label.

    In a part, `height` is the least one: a box grows with its text, `split` lets it go on on the
    next page, `fill` gives it what the page has left, `ruled` gives it lines to write on, and
    `keep` lets its row not begin a page, `heading` lets the first rows begin every page.
    Outside a part it is fixed, and `on` says on which pages of a sheet: first, next, every.
    """

    x: float
    y: float
    width: float
    height: float = 8.0
    field: str = ""
    label: str = ""
    label_width: float = 0.0
    label_size: float = 10.5
    text: str = ""
    sign: str = ""
    seal: bool = False
    qr: bool = False
    cut: bool = False
    font: str = "song"
    size: float = 10.5
    align: Align = "left"
    indent: float = 0.0
    grey: float = 0.0
    split: bool = False
    fill: bool = False
    ruled: bool = False
    keep: bool = False
    heading: bool = False
    on: str = "first"

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of all values that the box shows."""
        inside = (name for _, name, _, _ in Formatter().parse(self.text) if name)
        return (*((self.field,) if self.field else ()), *inside)


@dataclass(frozen=True, eq=False)
class Part:
    """A ruled frame; its boxes flow down and go on at `next_y` of the sheet's next pages.

    `starts` says on which page: first, or next for what only a continuation page holds.
    """

    name: str
    x: float
    y: float
    width: float
    bottom: float
    next_y: float
    next_bottom: float
    boxes: tuple[Box, ...]
    starts: str = "first"

    @cached_property
    def rows(self) -> list[tuple[Box, ...]]:
        """The boxes, row by row: those with the same y stand side by side."""
        return [tuple(row) for _, row in groupby(self.boxes, key=lambda box: box.y)]


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One edition of one form on one paper; `name` is the same on every paper."""

    name: str
    edition: int
    code: str
    title: str
    paper: str
    fixed: tuple[Box, ...]
    parts: tuple[Part, ...]

    @property
    def size(self) -> tuple[float, float]:
        return PAPERS[self.paper]

    def part(self, name: str) -> Part:
        return next(part for part in self.parts if part.name == name)

    def every_box(self) -> Iterator[Box]:
        """Yield all boxes, fixed ones first."""
        yield from self.fixed
        for part in self.parts:
            yield from part.boxes


@cache
def load_form(name: str) -> Form:
    """Return the newest edition of a form; a key that is no property of a box is a TypeError."""
    edition = form_edition(name)
    raw = tomllib.loads((FORMS / f"{name}.v{edition}.toml").read_text("utf-8"))
    return Form(
        raw["form"],
        edition,
        raw["code"],
        raw["title"],
        raw["paper"],
        _boxes(raw.get("fixed", [])),
        tuple(_part(part) for part in raw.get("part", [])),
    )


@cache
def form_edition(name: str) -> int:
    """Return the number of the newest edition of a form in forms/."""
    return max(
        int(match[2])
        for path in FORMS.iterdir()
        if (match := _FILE.fullmatch(path.name)) and match[1] == name
    )


def _part(raw: dict[str, Any]) -> Part:
    return Part(
        **{key: value for key, value in raw.items() if key != "box"}, boxes=_boxes(raw["box"])
    )


def _boxes(raw: Iterable[dict[str, Any]]) -> tuple[Box, ...]:
    return tuple(Box(**box) for box in raw)
