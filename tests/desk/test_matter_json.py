"""What the command line says of a matter holds everything that its page shows."""

import json
from datetime import date

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.matter_json import facts_as_json, row_as_json
from liaison_desktop.model.words import Route
from liaison_desktop.model.work_lists import Work
from tests.desk.test_matters import M, a_new_matter, go


def test_a_matter_is_told_with_its_days_and_its_trail(desk: Desk) -> None:
    matter = go(desk, a_new_matter(desk), M.ROUTE, route=Route.TO_COMMUNITY)
    told = facts_as_json(desk.matters.load_facts(matter.number), date(2026, 12, 1))
    assert json.loads(json.dumps(told)) == told
    assert (told["state"], told["route"], told["overdue"]) == ("routed", "to_community", True)
    (screen, hand_over) = told["deadlines"]  # type: ignore[misc]  # a list of two
    assert (screen["rule"], screen["met"], screen["ended"]) == ("screen", True, "2026-11-20")
    assert (hand_over["due"], hand_over["met"]) == ("2026-11-30", False)
    assert told["moves"] == ["route", "assign", "suspend", "merge", "link"]  # and no 转办 of R2


def test_a_row_of_a_list_says_whether_it_is_late(desk: Desk) -> None:
    a_new_matter(desk)
    (row,) = desk.work.find(Work.TO_SCREEN)
    assert row_as_json(row, date(2026, 11, 25))["overdue"] is False
    assert row_as_json(row, date(2026, 11, 26))["overdue"] is True
    assert row_as_json(row, date(2026, 11, 26))["names"] == ["李桂芳"]
