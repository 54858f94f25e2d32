"""The lists of a consultation as rows: who took part, what was said, promised and added."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.meeting_sheet import MeetingSheet, Words
from liaison_desktop.documents.meeting_values import (
    addition_line,
    commitment_line,
    participant_line,
    statement_line,
)
from liaison_desktop.documents.paper import Paper
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.table_rows import headed_rows, listed_rows, place_of
from liaison_desktop.documents.templates import Part
from liaison_desktop.model.participant import Participant

Lines = Sequence[Mapping[str, str]]
OFF_AGENDA = "未列入议程"
"""Over what was said on no point of an agenda that there is."""


class MeetingTables:
    """The lists of one meeting on one paper; each has its heading again on every page."""

    def __init__(self, paper: Paper, part: Part, sheet: MeetingSheet, words: Words) -> None:
        self._paper, self._part = paper, part
        self._sheet, self._words = sheet, words
        self.typed: list[str] = []
        """Every value printed so far, for the note of what no font has."""

    def plain(self, first: int, end: int, filling: Filling) -> list[Row]:
        """Return the rows of the form from one place to another, filled."""
        return self._paper.rows(self._part, self._part.rows[first:end], filling)

    def participants(self, those: Iterable[Participant], above: int = 2) -> list[Row]:
        """Return the list of those who take part under so many heading rows."""
        lines = [participant_line(at, one, self._words) for at, one in enumerate(those, start=1)]
        return self.listed("participant_place", lines, above)

    def statements(self, above: int = 2) -> list[Row]:
        """Return what was said in its order, each run of one point of the agenda under its name."""
        is_titled = self._has("agenda_item")
        first = place_of(self._part, "statement_place") - above - is_titled
        lines = [statement_line(self._sheet, one, self._words) for one in self._sheet.statements]
        rows = headed_rows(
            self._heading(first, first + above), self._lines("statement_place", lines)
        )
        if not is_titled or not self._sheet.consultation.agenda:
            return rows
        titles = [self._title(one.item_uid) for one in self._sheet.statements]
        heads, listed = tuple(rows[:above]), rows[above:]
        return [*heads, *self._under_titles(listed, titles, heads[1:])]

    def commitments(self, above: int = 2) -> list[Row]:
        """Return what was promised."""
        every = self._sheet.commitments
        lines = [commitment_line(at, one, self._words) for at, one in enumerate(every, start=1)]
        return self.listed("commitment_place", lines, above)

    def additions(self) -> list[Row]:
        """Return what was added after the record was signed, under a heading of its own."""
        every = self._sheet.consultation.additions
        return self.listed("addition_at", [addition_line(one, self._words) for one in every], 2)

    def listed(self, field: str, lines: Lines, above: int) -> list[Row]:
        """Return the row that shows a field once for each line, under its heading rows."""
        at = place_of(self._part, field)
        return headed_rows(self._heading(at - above, at), self._lines(field, lines))

    def _lines(self, field: str, lines: Lines) -> list[Row]:
        self.typed += [text for line in lines for text in line.values()]
        pattern = self._part.rows[place_of(self._part, field)]
        return listed_rows(self._paper, pattern, lines, {})

    def _heading(self, first: int, end: int) -> list[Row]:
        return self._paper.rows(self._part, self._part.rows[first:end], Filling({}))

    def _has(self, field: str) -> bool:
        return any(box.field == field for row in self._part.rows for box in row)

    def _title(self, item: UUID | None) -> str:
        agenda = self._sheet.consultation.agenda
        for place, one in enumerate(agenda, start=1):
            if one.uid == item:
                return f"议程 {place}　{self._words.say(one.title)}"
        return OFF_AGENDA

    def _under_titles(
        self, rows: Sequence[Row], titles: Sequence[str], heading: tuple[Row, ...]
    ) -> list[Row]:
        """Return the rows with a title before each run of the same; a page repeats it."""
        found: list[Row] = []
        above: Row | None = None
        pattern = self._part.rows[place_of(self._part, "agenda_item")]
        for row, title, former in zip(rows, titles, [None, *titles], strict=False):
            if title != former or above is None:
                [named] = listed_rows(self._paper, pattern, [{"agenda_item": title}], {})
                above = replace(named, stays_with_next=True, heads=heading)
                found.append(above)
            found.append(replace(row, heads=(*heading, replace(above, heads=()))))
        return found
