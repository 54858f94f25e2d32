"""A county's own .xlsx, filled with the rows of a ledger; what else stands in it stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from liaison_desktop.documents.table_file import LOOKED_AT
from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.ledger import ORDINAL

if TYPE_CHECKING:
    from openpyxl import Worksheet
    from openpyxl.cell import Cell


def fill_template(
    path: Path, first_line: int, columns: Mapping[int, int | str], rows: Iterable[Sequence[str]]
) -> tuple[bytes, int]:
    """Return the file with the rows in it, and how many there are.

    `columns` gives for each column of the file, from 0, the place of the text in a row, or ORDINAL.
    The rows begin in the first empty line from `first_line` on: a heading may have two lines, and
    an example may stand below it. Every text is a text: what begins with = is no formula. Each line
    takes the look of the first; an ordinal that stands there already stays.
    Unusable table_damaged where the file is none, template_full where a line is needed in which
    something stands: nothing of the county's own is written over.
    """
    from openpyxl import load_workbook

    try:
        book = load_workbook(BytesIO(path.read_bytes()))
        sheet = book.worksheets[0]
    except (OSError, KeyError, IndexError, ValueError, TypeError, SyntaxError, BadZipFile):
        raise Unusable("table_damaged", path.name) from None
    filled = [column for column, place in columns.items() if place != ORDINAL]
    below = range(first_line, first_line + LOOKED_AT)
    first_line = next((line for line in below if _is_free(sheet, line, filled)), first_line)
    count = 0
    for count, row in enumerate(rows, start=1):
        line = first_line + count - 1
        if not _is_free(sheet, line, filled):
            raise Unusable("template_full", path.name, found=count - 1)
        for column, place in columns.items():
            text = str(count) if place == ORDINAL else row[int(place)]
            _write(sheet, line, column + 1, text, sheet.cell(first_line, column + 1))
    data = BytesIO()
    book.save(data)
    return data.getvalue(), count


def _is_free(sheet: Worksheet, line: int, columns: Iterable[int]) -> bool:
    from openpyxl.cell import MergedCell

    cells = [sheet.cell(line, column + 1) for column in columns]
    return not any(isinstance(cell, MergedCell) or cell.value for cell in cells)


def _write(sheet: Worksheet, line: int, column: int, text: str, like: Cell) -> None:
    from openpyxl.cell import MergedCell

    cell = sheet.cell(line, column)
    if isinstance(cell, MergedCell) or cell.value:
        return
    cell.value = text
    cell.data_type = "s"
    cell._style = copy(like._style)
