"""F18 恳谈会签到表: who is expected, and lines for who walks in; 20 lines a page, to be signed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling, Values
from liaison_desktop.documents.meeting_sheet import MeetingSheet, Words
from liaison_desktop.documents.meeting_tables import Lines
from liaison_desktop.documents.meeting_values import computed_of, meeting_facts, participant_line
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.table_rows import empty_lines, listed_rows, place_of
from liaison_desktop.model.station import Station

FORM = "sign_in_sheet"
COMPUTED: Mapping[str, tuple[str, ...]] = computed_of(
    FORM, {"counted": ("participant.is_walk_in",), **PRINTED}
)
"""Values of F18 that are put into words, with the declared fields that each tells."""

LINES = 20
"""Lines of a page."""

LEAST_EMPTY = 5
"""Lines left free at least, for who was not expected."""

LEAST_SIGNATURE = 9.5 * MM
_BLANK = {"meeting_word": "恳谈会", "time": "　　　年　　月　　日　　时至　　时"}


@dataclass(frozen=True, slots=True)
class _Room:
    """Free room to sign in, 9 mm between the rules at least."""

    height: float = LEAST_SIGNATURE

    def draw(self, _file: PdfFile, _x: float, _top: float) -> str:
        return ""


def draw_sign_in_sheet(target: Path, sheet: MeetingSheet, facts: PrintFacts) -> Drawn:
    """Write the sheet as PDF; who is expected stands on it, and free lines to the end of a page."""
    words = Words()
    title = f"签到表 {sheet.consultation.number}"
    paper = Paper(FORM, facts.station.name, facts.printed_at, title)
    lines = [
        participant_line(place, one, words) for place, one in enumerate(sheet.participants, start=1)
    ]
    values = meeting_facts(sheet, words) | paper.printed_values(facts)
    typed = [text for line in [values, *lines] for text in line.values()]
    values["counted"] = _counted(len(sheet.expected), paper.note_of_missing(typed))
    _add(paper, values, [*lines, *_free_lines(paper, len(lines))])
    return paper.save(target)


def draw_blank_sign_in_sheets(
    target: Path, station: Station, copies: int, printed_at: datetime
) -> Drawn:
    """Write empty sheets of one page, to be filled in by hand."""
    paper = Paper(FORM, station.name, printed_at, "签到表（空白）")
    values = paper.blank_values(PrintFacts(station, printed_at, times=0)) | _BLANK
    values["counted"] = _counted(None)
    for _ in range(copies):
        _add(paper, values, _free_lines(paper, 0))
    return paper.save(target)


def _counted(expected: int | None, note: str = "") -> str:
    due = "　　" if expected is None else f" {expected} "
    counted = "　".join(f"{word}　　人" for word in ("实到", "请假", "缺席"))
    return f"应到{due}人　{counted}　签到负责人（签名）：　　　　　　{note}"


def _free_lines(paper: Paper, used: int) -> Lines:
    """Return the free lines that fill the last page."""
    pages = -(-(used + min(LEAST_EMPTY, LINES)) // LINES)
    pattern = paper.form.part("sheet").rows[-1]
    every = empty_lines(pattern, pages * LINES)
    numbered = [line | {"participant_place": line["number"]} for line in map(dict, every)]
    return numbered[used:]


def _add(paper: Paper, values: Values, lines: Lines) -> None:
    part = paper.form.part("sheet")
    at = place_of(part, "participant_name")
    heading = paper.rows(part, part.rows[:at], Filling(values))
    listed = [_signed(row) for row in listed_rows(paper, part.rows[at], lines, values)]
    paper.add({"sheet": [*heading, *listed]}, values)


def _signed(row: Row) -> Row:
    """Return a row whose cell for the signature keeps its height however full the page is."""
    pattern = [
        replace(cell, content=_Room(), is_bare=True) if place == 7 else cell
        for place, cell in enumerate(row.cells)
    ]
    return replace(row, cells=tuple(pattern))
