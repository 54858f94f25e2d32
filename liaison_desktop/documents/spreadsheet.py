"""A ledger as .xlsx: for figures and lists of the office; every text is a text, whatever it is.

Nothing typed by a visitor ever becomes a formula or a link.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from liaison_desktop.documents.pdf_file import PROGRAM
from liaison_desktop.documents.saving import fault_of
from liaison_desktop.model.ledger import Column, Kind
from liaison_desktop.model.times import SHANGHAI

_A4 = 9
_MM_A_CHARACTER = 1.9
"""Width of a digit in the usual face, by which a sheet counts the width of its columns."""


def build_spreadsheet(
    title: str,
    columns: Sequence[Column[Any]],
    rows: Iterable[Sequence[str]],
    *,
    author: str,
    made_at: datetime,
    folder: Path,
) -> tuple[bytes, int]:
    """Return the file and how many rows are in it: one sheet, its first row the column's labels.

    What does not fit in memory lies in a private folder within `folder` meanwhile, and is gone
    afterwards. Unusable where the disk of that folder fails.
    """
    data = BytesIO()
    with _scratch(folder) as scratch:
        book = Workbook(data, {"constant_memory": True, "tmpdir": str(scratch)})
        book.set_properties(
            {
                "title": title,
                "author": author,
                "comments": PROGRAM,
                "created": made_at.astimezone(SHANGHAI).replace(tzinfo=None),
            }
        )
        sheet = book.add_worksheet(title)
        try:
            _set_up(sheet, columns, author)
            count = _write(book, sheet, columns, rows)
            book.close()
        finally:
            sheet.row_data_fh.close()  # the library leaves it open where the disk fails
    return data.getvalue(), count


def _set_up(sheet: Worksheet, columns: Sequence[Column[Any]], author: str) -> None:
    for place, column in enumerate(columns):
        sheet.set_column(place, place, max(column.width / _MM_A_CHARACTER, 8))
    sheet.freeze_panes(1, 0)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    name = author.replace("&", "&&")  # an ampersand begins a code there
    sheet.set_footer(f"&L{name}&C第 &P 页　共 &N 页")


def _write(
    book: Workbook,
    sheet: Worksheet,
    columns: Sequence[Column[Any]],
    rows: Iterable[Sequence[str]],
) -> int:
    heading = book.add_format({"bold": True, "bottom": 1, "align": "center"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column.label, heading)
    place = 0
    for place, row in enumerate(rows, start=1):
        for at, (column, text) in enumerate(zip(columns, row, strict=True)):
            if not text:
                continue
            if column.kind is Kind.NUMBER:
                sheet.write_number(place, at, int(text))
            elif column.kind is Kind.DAY:
                sheet.write_datetime(place, at, datetime.fromisoformat(text), day)
            else:
                sheet.write_string(place, at, text)
    sheet.autofilter(0, 0, place, len(columns) - 1)
    return place


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """Give a folder that only this account reads; what fails on the disk is told by its fault."""
    try:
        with TemporaryDirectory(".part", ".", folder, ignore_cleanup_errors=True) as name:
            yield Path(name)
    except OSError as error:
        raise fault_of(error, folder) from None
    except FileCreateError as error:
        raise fault_of(error.args[0], folder) from None
