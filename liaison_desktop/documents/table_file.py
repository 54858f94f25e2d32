"""A table that somebody made elsewhere, .xlsx or .csv: every cell as the text that is seen there.

Formulas give the value that was kept with them, and nothing in the file is followed or run.
"""

import csv
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Final, TypeVar

from liaison_desktop.documents.merged_cells import Area, fill_down, merged_areas, spread_cells
from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.importing import Table

T = TypeVar("T")

MOST_BYTES: Final = 50 * 1024**2
MOST_INFLATED: Final = 500 * 1024**2
MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 100
LOOKED_AT: Final = 20
"""Lines from the top among which the heading is."""
ENCODINGS = ("utf-8-sig", "gb18030")
"""How Chinese programs write .csv: the first that reads without an error."""

WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How a text in UTF-16 begins, as spreadsheets write it too."""

MOST_DIGITS = 15
"""A number with more of them has lost its end: a spreadsheet keeps no more."""


def read_table(path: Path, is_label: Callable[[str], bool] = bool) -> Table:
    """Return the first sheet of a file.

    Its heading is the line that holds most labels, of the first 20: a title may stand above it.
    Unusable: file_missing, table_unknown for what is neither .xlsx nor .csv, table_damaged,
    table_too_large, table_empty.
    """
    data = read_data(path)
    if path.suffix.lower() == ".csv":
        return _table(_csv(data, path.name), path.name, is_label, [])
    return _table(read_sheet(data, path.name), path.name, is_label, merged_areas(data))


def read_data(path: Path) -> bytes:
    """Return the bytes of a file that may be a table; Unusable as read_table."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
    except OSError:
        raise Unusable("file_missing", str(path)) from None
    if not data:
        raise Unusable("table_too_large", path.name)
    if path.suffix.lower() not in {".xlsx", ".csv"}:
        raise Unusable("table_unknown", path.name)
    return data


def _table(
    lines: Iterator[Sequence[str]],
    name: str,
    is_label: Callable[[str], bool],
    areas: Sequence[Area],
) -> Table:
    found: list[list[str]] = []
    for number, line in enumerate(lines, start=1):
        if number > MOST_ROWS:
            raise Unusable("table_too_large", name)
        found.append(_without_end([cell.strip() for cell in line[:MOST_COLUMNS]]))
    found = _without_end(found)
    if not found:
        raise Unusable("table_empty", name)
    labels = [sum(map(is_label, cells)) for cells in found[:LOOKED_AT]]
    if not any(labels):
        labels = [bool(cells) for cells in found[:LOOKED_AT]]
    at = labels.index(max(labels))
    last = max((area.bottom for area in areas if area.top <= at + 1 <= area.bottom), default=at + 1)
    heading = _heading(found[at:last])
    width = len(heading)
    rows = [[*cells, *[""] * width][:width] for cells in found[last:]]
    below = [area for area in areas if area.top > last]
    fill_down(rows, last + 1, below)
    return Table(heading, rows, last + 1, spread_cells(below))


def _heading(lines: Sequence[Sequence[str]]) -> list[str]:
    """Return one heading of a line, or of several that cells are merged across: the lowest text."""
    width = max(map(len, lines))
    columns = zip(*([*line, *[""] * width][:width] for line in lines), strict=True)
    return [next((text for text in reversed(texts) if text), "") for texts in columns]


def _without_end(cells: list[T]) -> list[T]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def read_text(data: bytes, name: str) -> str:
    """Return the text of a .csv; Unusable where no encoding reads it."""
    for encoding in ("utf-16",) if data.startswith(WIDE) else ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unusable("table_damaged", name)


def delimiter_of(text: str) -> str:
    """Return what parts the cells of a .csv: whatever its first line holds most of."""
    return max(",\t;", key=text.partition("\n")[0].count)


def _csv(data: bytes, name: str) -> Iterator[Sequence[str]]:
    text = read_text(data, name)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter_of(text))
    except csv.Error:
        raise Unusable("table_damaged", name) from None


def read_sheet(data: bytes, name: str) -> Iterator[Sequence[str]]:
    """Yield the cells of each line of the first sheet of an .xlsx, as they are seen there."""
    from openpyxl import load_workbook  # 60 ms, and only here

    _refuse_bomb(data, name)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield [_seen(value) for value in row]
        book.close()
    except (KeyError, IndexError, ValueError, TypeError, AttributeError, SyntaxError, OSError):
        raise Unusable("table_damaged", name) from None


def _refuse_bomb(data: bytes, name: str) -> None:
    """Refuse what is no archive, or says that it grows beyond all measure."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            inflated = sum(each.file_size for each in archive.infolist())
    except zipfile.BadZipFile:
        raise Unusable("table_damaged", name) from None
    if inflated > MOST_INFLATED:
        raise Unusable("table_too_large", name)


def _seen(value: object) -> str:
    """Return a cell as text; whole numbers without .0, for phones and card numbers are such."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        is_day = (value.hour, value.minute, value.second) == (0, 0, 0)
        return f"{value:%Y-%m-%d}" if is_day else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and abs(value) >= 10**MOST_DIGITS:
        return f"{value:.{MOST_DIGITS - 1}E}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
