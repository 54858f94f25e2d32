"""The calendars and packs of a home: those that come with the program, and a year imported."""

from datetime import date, datetime

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import NotAllowed, NotSaved
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.paths import RESOURCES
from tests.builders import a_visit
from tests.homes import StoppedClock

NEW_YEAR = """
year = 2027
source = "国务院办公厅关于2027年部分节假日安排的通知"

[rest]
2027-01-01 = "元旦"

[work]
2027-01-02 = "元旦"
"""


def test_a_year_that_comes_out_settles_what_was_tentative(
    desk: Desk, head_desk: Desk, clock: StoppedClock
) -> None:
    clock.now = datetime(2026, 12, 30, 9, tzinfo=SHANGHAI)
    visit = a_visit(received_at=clock.now, registered_at=clock.now)
    desk.visits.register(visit)
    matter = desk.matters.load(f"{visit.number}-1")
    assert (matter.due_on, matter.is_due_tentative) == (date(2027, 1, 4), True)

    year, moved = head_desk.rules.import_calendar(NEW_YEAR, 2027)
    assert (year.year, moved) == (2027, 1)
    matter = head_desk.matters.load(matter.number)
    assert (matter.due_on, matter.is_due_tentative) == (date(2027, 1, 4), False)
    assert head_desk.rules.load().calendar.why_rest(date(2027, 1, 2)) == ""
    assert head_desk.rules.import_calendar(NEW_YEAR)[1] == 0  # again, in place of the first


def test_a_calendar_of_another_year_is_refused(head_desk: Desk) -> None:
    text = (RESOURCES / "calendars" / "2026.toml").read_text(encoding="utf-8")
    with pytest.raises(NotSaved):
        head_desk.rules.import_calendar(text, 2027)


def test_the_clerk_imports_no_calendar(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.rules.import_calendar(NEW_YEAR)
