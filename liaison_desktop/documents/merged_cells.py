"""合并单元格 — where a sheet has merged cells, and what the cells under them say."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

SHEET = "xl/worksheets/sheet1.xml"
"""Where every spreadsheet program writes the first sheet."""

MOST_AREAS = 200_000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_CHUNK = 1 << 20
_OVERLAP = 200


class Area(NamedTuple):
    """One merged area: lines from 1, columns from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


def merged_areas(data: bytes) -> list[Area]:
    """Return the merged areas of the first sheet of an .xlsx; none where they cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(SHEET) as sheet:
            found = dict.fromkeys(_areas(iter(lambda: sheet.read(_CHUNK), b"")))
    except (zipfile.BadZipFile, KeyError, OSError):
        return []
    return list(found)[:MOST_AREAS]


def _areas(chunks: Iterator[bytes]) -> Iterator[Area]:
    """Yield what the text names, piece by piece: a sheet may be larger than memory should be."""
    rest = b""
    for chunk in chunks:
        text = rest + chunk
        for left, top, right, bottom in _MERGED.findall(text):
            yield Area(int(top), _place(left), int(bottom), _place(right))
        rest = text[-_OVERLAP:]


def fill_down(rows: Sequence[list[str]], first_line: int, areas: Sequence[Area]) -> None:
    """Let what is merged down one column be said in each of its lines."""
    for top, left, bottom, right in areas:
        if left != right or top < first_line or top - first_line >= len(rows):
            continue
        if left < len(rows[top - first_line]):
            said = rows[top - first_line][left]
            for row in rows[top - first_line : bottom - first_line + 1]:
                row[left] = said


def spread_cells(areas: Sequence[Area]) -> frozenset[tuple[int, int]]:
    """Return (line, place) of every cell that is merged with one of another column."""
    return frozenset(
        (line, place)
        for top, left, bottom, right in areas
        if left != right
        for line in range(top, min(bottom, top + _OVERLAP) + 1)
        for place in range(left, min(right, left + _OVERLAP) + 1)
    )


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1
