"""年度工作计划表: what is due each week, month, quarter and year, its days in twelve columns."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from liaison_desktop.documents.chinese_dates import day
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.table_rows import listed_rows
from liaison_desktop.model.plan_dates import PlanDate
from liaison_desktop.model.plan_item import PlanItem
from liaison_desktop.model.schedule_words import Rhythm
from liaison_desktop.model.words import label

FORM = "wall_sheet"
MONTHS = range(1, 13)
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "year": (),
    "made_on": (),
    "tentative": (),
    **{
        f"month_{month}": ("plan_item.starts_on", "plan_item.shift", "plan_done.done_on")
        for month in MONTHS
    },
    **PRINTED,
}
"""Values of the sheet that are put into words here, with the declared fields that each tells."""

DONE = "*"
_ORDER = (Rhythm.WEEK, Rhythm.MONTH, Rhythm.QUARTER, Rhythm.YEAR, Rhythm.ONCE)


class WallLine(NamedTuple):
    """One thing of the plan with its due days of the year."""

    item: PlanItem
    dates: Sequence[PlanDate]


def draw_wall_sheet(target: Path, year: int, lines: Sequence[WallLine], facts: PrintFacts) -> Drawn:
    """Write the plan of a year as PDF, weekly things first; Unusable."""
    paper = Paper(FORM, facts.station.name, facts.printed_at, f"{year}年工作计划表")
    part = paper.form.part("items")
    heading, pattern = part.rows
    is_tentative = any(date.is_tentative for line in lines for date in line.dates)
    values = paper.printed_values(facts) | {
        "year": str(year),
        "made_on": day(facts.printed_at),
        "tentative": "部分节假日安排待公布" if is_tentative else "",
    }
    sorted_lines = sorted(lines, key=lambda line: _ORDER.index(line.item.rhythm))
    told = [_line(line, year) for line in sorted_lines]
    note = paper.note_of_missing(text for line in told for text in line.values())
    values["tentative"] = "　".join(filter(None, [values["tentative"], note]))
    rows = paper.rows(part, [heading], Filling(values))
    rows += listed_rows(paper, pattern, told, values)
    paper.add({"items": rows}, values)
    return paper.save(target)


def _line(line: WallLine, year: int) -> dict[str, str]:
    item = line.item
    months = {f"month_{month}": _days(line.dates, month, year) for month in MONTHS}
    return months | {
        "plan_item.rhythm": label(item.rhythm),
        "plan_item.title": item.title,
        "plan_item.responsible": item.responsible,
    }


def _days(dates: Sequence[PlanDate], month: int, year: int) -> str:
    """Return the days of a month, each once; one that was shifted into next year bears its year."""
    days = {date.due_on: date for date in dates if _month_of(date, year) == month}
    return " ".join(_told(date, year) for date in days.values())


def _told(date: PlanDate, year: int) -> str:
    on = date.due_on
    day_of = str(on.day) if on.year == year else f"{on.year}-{on.month}-{on.day}"
    return f"{day_of}{DONE if date.is_done else ''}"


def _month_of(date: PlanDate, year: int) -> int:
    """Return in which column a day stands: that of its month, or the one planned in this year."""
    return date.due_on.month if date.due_on.year == year else date.planned_on.month
