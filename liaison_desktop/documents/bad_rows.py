"""有误的行 — the lines of a table that were not taken in, to be mended: why, then as they were."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from liaison_desktop.documents.spreadsheet import build_spreadsheet
from liaison_desktop.model.faults import Problem
from liaison_desktop.model.import_words import column_letter, in_words
from liaison_desktop.model.importing import Columns, Table
from liaison_desktop.model.ledger import Column, Say
from liaison_desktop.model.words import tr

TITLE = "有误的行"
WHY = tr("原因")
REASON_MM, CELL_MM = 90, 30


def build_bad_rows(
    table: Table,
    columns: Columns,
    wrong: Iterable[tuple[int, Sequence[Problem]]],
    author: str,
    made_at: datetime,
    folder: Path,
    say: Say = str,
) -> bytes:
    """Return the .xlsx of these lines of a table: (line, what is wrong); Unusable."""
    headings = [heading or column_letter(n) for n, heading in enumerate(table.heading)]
    layout = [
        Column[Sequence[str]]("why", say(WHY), REASON_MM, list),
        *(Column[Sequence[str]](str(n), text, CELL_MM, list) for n, text in enumerate(headings)),
    ]
    rows = (
        [
            say("；").join(in_words(table, columns, line, problem, say) for problem in problems),
            *table.rows[line - table.first_line],
        ]
        for line, problems in wrong
    )
    data, _count = build_spreadsheet(
        TITLE, layout, rows, author=author, made_at=made_at, folder=folder
    )
    return data
