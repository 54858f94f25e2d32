"""有误的行 — the lines of a table that were not taken in, to be mended: why, then as they were."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from liaison_desktop.documents.spreadsheet import build_spreadsheet
from liaison_desktop.model.faults import Problem
from liaison_desktop.model.importing import Columns, Table
from liaison_desktop.model.ledger import Column, Say
from liaison_desktop.model.sentences import problem_sentence
from liaison_desktop.model.words import tr

TITLE = "有误的行"
WHY = tr("原因")
WHERE = tr("第 {line} 行 {letter} 列「{heading}」：{why}")
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


def in_words(table: Table, columns: Columns, line: int, problem: Problem, say: Say = str) -> str:
    """Return what is wrong with one cell, with its row and its column as a spreadsheet has them."""
    template, facts = problem_sentence(problem)
    why = say(template).format(**facts)
    places = [place for place, name in columns.items() if name == problem.field]
    if not places:
        return say(tr("第 {line} 行：{why}")).format(line=line, why=why)
    letter, heading = column_letter(places[0]), table.heading[places[0]]
    return say(WHERE).format(line=line, letter=letter, heading=heading, why=why)


def column_letter(place: int) -> str:
    """Return the letters of a column, as a spreadsheet counts from A."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
