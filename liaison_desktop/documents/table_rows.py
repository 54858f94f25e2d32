"""Rows of a form that are repeated for a list: one for each line, or empty ones to write in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from liaison_desktop.documents.filling import Filling, Values
from liaison_desktop.documents.paper import Paper
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.templates import Box, Part


def listed_rows(
    paper: Paper, pattern: tuple[Box, ...], lines: Iterable[Values], values: Values
) -> list[Row]:
    """Return the row of a pattern once for each line; a line says only what is its own."""
    part = next(part for part in paper.form.parts if pattern in part.rows)
    filled = (paper.rows(part, [pattern], Filling({**values, **line})) for line in lines)
    return [row for rows in filled for row in rows]


def headed_rows(heading: Sequence[Row], rows: Iterable[Row]) -> list[Row]:
    """Return the heading of a list and its rows, whose every page has the heading; [] for none."""
    heads = tuple(replace(row, stays_with_next=True) for row in heading)
    under = [replace(row, heads=heads) for row in rows]
    return [*heads, *under] if under else []


def place_of(part: Part, field: str) -> int:
    """Return which row of a part shows a field."""
    return next(
        place for place, row in enumerate(part.rows) if any(box.field == field for box in row)
    )


def empty_lines(pattern: Sequence[Box], count: int) -> list[Mapping[str, str]]:
    """Return lines to be filled in by hand, numbered."""
    nothing = dict.fromkeys((box.field for box in pattern), "")
    return [nothing | {"number": str(place)} for place in range(1, count + 1)]
