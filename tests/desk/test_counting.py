"""Counting stops where nobody wants to know it more exactly, and looks at an index meanwhile."""

import pytest
from sqlalchemy import select, text

from liaison_desktop.desk import counting, today
from liaison_desktop.desk.counting import count_some, counted
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.today import is_incomplete
from liaison_desktop.model.visit import Visit
from tests.builders import a_matter, a_visit, a_visitor


def test_counting_stops_and_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(4):
        desk.visits.register(a_visit(a_visitor(phone="")))
    assert counted(desk.today_facts().incomplete_count) == "4"
    monkeypatch.setattr(counting, "MOST_COUNTED", 3)
    facts = desk.today_facts()
    assert (facts.incomplete_count, counted(facts.incomplete_count)) == (3, "3+")
    assert counted(facts.unsent_count) == "3+"


def test_what_waits_for_the_head_is_counted_no_further_than_a_work_list(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(4):
        desk.visits.register(a_visit(matters=[a_matter()]))
    assert desk.today_facts().to_sign_count == 4
    monkeypatch.setattr(today, "MOST_IN_A_LIST", 3)
    assert desk.today_facts().to_sign_count == 3


def test_what_is_to_be_completed_is_found_by_its_own_index(desk: Desk) -> None:
    query = select(Visit.id).where(is_incomplete())
    with desk._store.read() as session:
        assert count_some(session, query) == 0
        sql = str(query.compile(session.connection(), compile_kwargs={"literal_binds": True}))
        plan = [row[3] for row in session.execute(text(f"EXPLAIN QUERY PLAN {sql}"))]
    told = " ".join(plan)
    assert "ix_visit_incomplete" in told
    assert "ix_matter_incomplete" in told
