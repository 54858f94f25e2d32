"""F41 月报: the lines of a month on A4 with the formulas under them, and the same as .xlsx."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from liaison_desktop.documents.chinese_dates import day
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.paper import Paper
from liaison_desktop.documents.spreadsheet import build_spreadsheet
from liaison_desktop.model.ledger import Column
from liaison_desktop.model.month_report import ReportRow

FORM = "month_report"
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "report_month": (),
    "made_on": (),
    "issuer": ("station.issuing_organ", "station.name"),
    "group": (),
    "line": (),
    "of_month": (),
    "of_year": (),
    "definitions": (),
    "station": (),
    "printing": (),
    "form_code": (),
    "edition": (),
    "page": (),
    "pages": (),
}
"""Values of F41, all of them counted; none is a field of a person."""

COLUMNS: tuple[Column[ReportRow], ...] = (
    Column("group", "类别", 24, lambda row: [row.group]),
    Column("line", "项目", 70, lambda row: [row.label]),
    Column("of_month", "本月", 30, lambda row: [row.month]),
    Column("of_year", "本年累计", 30, lambda row: [row.year]),
)


def draw_month_report(
    target: Path,
    title: str,
    rows: Sequence[ReportRow],
    definitions: Sequence[str],
    facts: PrintFacts,
) -> Drawn:
    """Write the report of a month as PDF; Unusable where the file cannot be written."""
    paper = Paper(FORM, facts.station.name, facts.printed_at, f"月报 {title}")
    part = paper.form.part("lines")
    station = facts.station
    values = paper.printed_values(facts) | {
        "report_month": title,
        "made_on": day(facts.printed_at),
        "issuer": station.issuing_organ or station.name,
        "definitions": "\n".join(definitions),
    }
    heading, line, *rest = part.rows
    lines = [
        filled for row in rows for filled in paper.rows(part, [line], Filling(values | _line(row)))
    ]
    whole = [*paper.rows(part, [heading], Filling(values)), *lines]
    whole += paper.rows(part, rest, Filling(values))
    paper.add({"lines": whole}, values)
    return paper.save(target)


def build_month_sheet(
    title: str,
    rows: Sequence[ReportRow],
    definitions: Sequence[str],
    author: str,
    made_at: datetime,
    folder: Path,
) -> bytes:
    """Return the report as .xlsx, its formulas below the lines; Unusable where a disk fails."""
    told = [(row.group, row.label, row.month, row.year) for row in rows]
    told += [("口径", definition, "", "") for definition in definitions]
    name = f"月报{title}"
    data, _count = build_spreadsheet(
        name, COLUMNS, told, author=author, made_at=made_at, folder=folder
    )
    return data


def _line(row: ReportRow) -> dict[str, str]:
    return {"group": row.group, "line": row.label, "of_month": row.month, "of_year": row.year}
