"""The wall sheet of a year's plan, read back."""

from datetime import date
from pathlib import Path

from liaison_desktop.desk.rules import bundled_years
from liaison_desktop.documents.wall_sheet import WallLine, draw_wall_sheet
from liaison_desktop.model.plan_dates import plan_dates
from liaison_desktop.model.plan_item import PlanDone, PlanItem
from liaison_desktop.model.schedule_words import Rhythm
from liaison_desktop.model.working_calendar import WorkingCalendar
from tests.builders import a_plan_item
from tests.documents.papers import FACTS, by_pypdf, in_order, on_paper, pages_by_pdfium

CALENDAR = WorkingCalendar(bundled_years())


def line(item: PlanItem, year: int = 2026) -> WallLine:
    return WallLine(item, plan_dates(item, year, CALENDAR))


def test_each_thing_stands_with_its_days_and_what_is_done(tmp_path: Path) -> None:
    monday = date(2026, 1, 5)
    weekly = a_plan_item(
        "催办超期事项",
        rhythm=Rhythm.WEEK,
        starts_on=monday,
        ends_on=date(2026, 1, 31),
        responsible="李㛃",
        done=[PlanDone(due_on=monday, done_on=monday)],
    )
    yearly = a_plan_item("述职评议", rhythm=Rhythm.YEAR, starts_on=date(2026, 10, 3))
    once = a_plan_item("开放日", rhythm=Rhythm.ONCE, starts_on=date(2026, 3, 6))
    draw_wall_sheet(tmp_path / "w.pdf", 2026, [line(once), line(yearly), line(weekly)], FACTS)
    text = on_paper(tmp_path / "w.pdf")
    assert "每周催办超期事项李㛃5*121926" in text
    assert "每年述职评议8" in text  # the 3rd is in the week of rest
    assert in_order(text, ["2026年工作计划表", "每周", "每年", "一次"])
    assert "待公布" not in text


def test_a_year_whose_rest_days_are_not_known_is_said_to_be_so(tmp_path: Path) -> None:
    draw_wall_sheet(tmp_path / "w.pdf", 2028, [line(a_plan_item(), 2028)], FACTS)
    assert "部分节假日安排待公布" in on_paper(tmp_path / "w.pdf")


def test_a_day_that_is_shifted_over_new_year_bears_its_year(tmp_path: Path) -> None:
    item = a_plan_item(rhythm=Rhythm.ONCE, starts_on=date(2028, 12, 31))
    draw_wall_sheet(tmp_path / "w.pdf", 2028, [line(item, 2028)], FACTS)
    assert "2029-1-1" in on_paper(tmp_path / "w.pdf")


def test_a_long_plan_goes_on_under_its_heading(tmp_path: Path) -> None:
    lines = [line(a_plan_item(f"计划{place:03}")) for place in range(60)]
    drawn = draw_wall_sheet(tmp_path / "w.pdf", 2026, lines, FACTS)
    assert drawn.pages > 2
    assert all("责任人" in page for page in pages_by_pdfium(drawn.path))
    read = by_pypdf(drawn.path)
    assert not [place for place in range(60) if f"计划{place:03}" not in read]
