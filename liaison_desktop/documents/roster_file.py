"""A roster that somebody brings, .csv or .xlsx, line by line as it stands in the file."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from liaison_desktop.documents.table_file import (
    MOST_COLUMNS,
    MOST_ROWS,
    delimiter_of,
    read_data,
    read_sheet,
    read_text,
)
from liaison_desktop.model.faults import Unusable

LINE_END = re.compile("\r\n|\r|\n")
"""What ends a line for whoever reads the file as text, and nothing else does."""

Line = tuple[str, Sequence[str]]


def read_lines(path: Path) -> list[Line]:
    """Return every line with its text and its cells, blank ones too.

    Of a .csv it is the very line; of a sheet its cells joined by commas, up to the last that holds
    anything, line breaks in them as spaces. Unusable as read_table, and table_damaged where a cell
    of a .csv goes over several lines, for then its rows are no lines.
    """
    data, name = read_data(path), path.name
    is_csv = path.suffix.lower() == ".csv"
    lines = list(_csv_lines(data, name) if is_csv else _sheet_lines(data, name))
    if not any(cell.strip() for _text, cells in lines for cell in cells):
        raise Unusable("table_empty", name)
    if len(lines) > MOST_ROWS:
        raise Unusable("table_too_large", name)
    return lines


def _csv_lines(data: bytes, name: str) -> Iterator[Line]:
    text = read_text(data, name)
    delimiter = delimiter_of(text)
    for line in LINE_END.split(text):
        try:
            cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
        except csv.Error:
            raise Unusable("table_damaged", name) from None
        yield line, cells[:MOST_COLUMNS]


def _sheet_lines(data: bytes, name: str) -> Iterator[Line]:
    for read in read_sheet(data, name):
        cells = [" ".join(LINE_END.split(cell)).strip() for cell in read[:MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        yield ",".join(cells), cells
