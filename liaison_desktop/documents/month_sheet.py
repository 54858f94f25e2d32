"""F03 as a month: a calendar with the reception days in its cells, deputies to be read in them."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.paragraph import Paragraph, Style
from liaison_desktop.documents.rows import PAD, Cell, Row
from liaison_desktop.documents.schedule_values import short_seats, span
from liaison_desktop.documents.stacked import Stacked
from liaison_desktop.documents.templates import Part
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import SessionState, SlotRole
from liaison_desktop.model.station import Station
from liaison_desktop.model.working_calendar import WEEKEND, WorkingCalendar

FORM = "month_sheet"
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "month": (),
    "asked": ("station.phone", "station.address"),
    **PRINTED,
}
"""Values around the days, none of them a field of a session."""

_HEADING = 7.5 * MM
_SIZES = (10.5, 9.5, 8.5, 7.5, 6.5)
"""Size in points of what stands in the cells: the largest in which the month takes one page."""


def draw_month_sheet(
    target: Path,
    month: date,
    sessions: Sequence[ReceptionSession],
    calendar: WorkingCalendar,
    facts: PrintFacts,
) -> Drawn:
    """Write the month that a day is in as PDF, Monday first; Unusable."""
    title = f"{month.year}年{month.month}月"
    paper = Paper(FORM, facts.station.name, facts.printed_at, f"{title}代表接待日安排")
    part = paper.form.part("days")
    asked = "　".join(filter(None, [facts.station.address, facts.station.phone]))
    values = paper.printed_values(facts) | {"month": title, "asked": asked}
    weeks = Calendar().monthdatescalendar(month.year, month.month)
    room = (part.bottom - part.y) * MM - _HEADING
    rows: list[Row] = []
    for size in _SIZES:
        month_cells = _Month(paper.fonts, part, sessions, calendar, facts.station, size)
        rows = [month_cells.week(week, month, room / len(weeks)) for week in weeks]
        if sum(row.wanted for row in rows) <= room + 0.01 or size == _SIZES[-1]:
            break
    paper.add({"days": [month_cells.heading(), *rows]}, values)
    return paper.save(target)


class _Month:
    """The rows of a month in one size."""

    def __init__(
        self,
        fonts: Fonts,
        part: Part,
        sessions: Sequence[ReceptionSession],
        calendar: WorkingCalendar,
        station: Station,
        size: float,
    ) -> None:
        self._width = part.width * MM / 7
        self._sessions, self._calendar, self._station = sessions, calendar, station
        self._day = Style(fonts.stack("hei"), size, size * 1.4)
        self._text = Style(fonts.stack("song"), size, size * 1.35)
        self._names = Style(fonts.stack("hei"), size, size * 1.35)

    def heading(self) -> Row:
        """Return the row of the weekdays."""
        style = replace(self._day, size=10.5, leading=15.0, align="center")
        cells = [
            self._cell(place, Paragraph(f"星期{name}", style, self._inner))
            for place, name in enumerate("一二三四五六日")
        ]
        return Row(tuple(replace(cell, is_top=False) for cell in cells), _HEADING, repeats=True)

    def week(self, days: Sequence[date], month: date, height: float) -> Row:
        """Return the row of a week; what is of another month is left empty."""
        cells = [
            self._cell(place, self._of_day(day) if day.month == month.month else None)
            for place, day in enumerate(days)
        ]
        return Row(tuple(cells), height)

    @property
    def _inner(self) -> float:
        return self._width - 2 * PAD

    def _cell(self, place: int, content: Paragraph | Stacked | None) -> Cell:
        return Cell(place * self._width, self._width, content, is_top=True)

    def _of_day(self, day: date) -> Stacked:
        texts = [Paragraph(f"{day.day}{self._mark(day)}", self._day, self._inner)]
        for session in self._sessions:
            if session.held_on == day:
                texts += self._of_session(session)
        return Stacked(tuple(texts))

    def _mark(self, day: date) -> str:
        """Return 休 with the feast, 班 for a weekend day that is worked."""
        why = self._calendar.why_rest(day)
        if why:
            return "　休" if why == WEEKEND else f"　休 {why}"
        return "　班" if day.weekday() >= 5 else ""

    def _of_session(self, session: ReceptionSession) -> list[Paragraph]:
        station = self._station
        is_off = session.state is SessionState.CANCELLED
        hours = span(session.starts, session.ends)
        first = "　".join(filter(None, [hours, "已取消" if is_off else ""])) or "代表接待日"
        receiving = "\n".join(short_seats(session.slots, SlotRole.RECEIVING, station))
        visiting = "、".join(short_seats(session.slots, SlotRole.VISITING, station))
        place = session.place if session.place not in station.name else ""
        lines = [
            (first, self._text),
            ("" if is_off else receiving, self._names),
            (f"进站：{visiting}" if visiting and not is_off else "", self._text),
            (place, self._text),
            (session.theme, self._text),
        ]
        return [Paragraph(text, style, self._inner) for text, style in lines if text]
