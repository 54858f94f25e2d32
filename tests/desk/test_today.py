"""The page of the day counts what the desk has really done."""

from datetime import timedelta
from pathlib import Path

import pytest

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.today import SHOWN
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Handling
from tests.builders import NOON, a_matter, a_visit, a_visitor
from tests.homes import StoppedClock
from tests.joined import join


def registered(desk: Desk, visit: Visit | None = None) -> Visit:
    visit = visit or a_visit()
    desk.visits.register(visit)
    return visit


def incomplete(desk: Desk) -> list[str]:
    facts = desk.today_facts()
    assert facts.incomplete_count == len(facts.incomplete)
    return [visit.number for visit in facts.incomplete]


def test_a_fresh_home_has_nothing_to_do(desk: Desk) -> None:
    facts = desk.today_facts()

    assert (facts.incomplete, facts.latest, facts.incomplete_count) == ([], [], 0)
    assert (facts.to_sign_count, facts.due_count) == (0, 0)
    assert (facts.last_export_at, facts.last_backup_at, facts.is_backup_fresh) == (
        None,
        None,
        False,
    )


INCOMPLETE = {
    "no phone": lambda: a_visit(a_visitor(phone="")),
    "no address of the second visitor": lambda: a_visit(a_visitor(), a_visitor(address=" ")),
    "no statement": lambda: a_visit(matters=[a_matter(statement="")]),
    "no category": lambda: a_visit(matters=[a_matter(category="")]),
    "no handling": lambda: a_visit(matters=[a_matter(handling=None)]),
    "guided to nobody": lambda: a_visit(matters=[a_matter(handling=Handling.GUIDED)]),
}


@pytest.mark.parametrize("name", INCOMPLETE)
def test_a_visit_of_which_something_is_missing_is_incomplete(desk: Desk, name: str) -> None:
    registered(desk)
    visit = INCOMPLETE[name]()
    problems = desk.visits.register(visit)

    assert "missing" in [problem.code for problem in problems]
    assert incomplete(desk) == [visit.number]


def test_a_visit_with_an_unusual_phone_is_complete(desk: Desk) -> None:
    assert desk.visits.register(a_visit(a_visitor(phone="12"))) != []

    assert incomplete(desk) == []


def test_a_correction_completes_a_visit_and_another_undoes_it(desk: Desk) -> None:
    visit = registered(desk, a_visit(a_visitor(phone=""), matters=[a_matter(category="")]))

    visit = desk.visits.correct(visit, {"visitors": [a_visitor()]})
    assert incomplete(desk) == [visit.number]
    matter = desk.visits.correct_matter(visit.matters[0], {"category": "城建环资"})
    assert incomplete(desk) == []
    desk.visits.correct_matter(matter, {"statement": ""})
    assert incomplete(desk) == [visit.number]


def test_what_was_typed_after_the_visit_was_made_counts(desk: Desk) -> None:
    visit = a_visit(a_visitor(phone=""))
    visit.visitors[0].phone = "13800001234"
    registered(desk, visit)

    assert incomplete(desk) == []


def test_a_second_matter_makes_its_visit_incomplete(desk: Desk) -> None:
    visit = registered(desk)
    desk.visits.add_matter(visit, a_matter("楼道堆物", statement=""))

    assert incomplete(desk) == [visit.number]


def test_what_is_withdrawn_waits_for_nothing(desk: Desk) -> None:
    visit = registered(desk, a_visit(a_visitor(phone="")))
    registered(desk)
    assert desk.today_facts().to_sign_count == 2
    desk.visits.withdraw(visit, "登记重复")

    facts = desk.today_facts()
    assert (facts.incomplete_count, facts.to_sign_count, len(facts.latest)) == (0, 1, 1)


def test_the_head_is_waited_for_with_what_is_complete_and_to_be_handled(desk: Desk) -> None:
    for handling in (Handling.ANSWERED_ON_SITE, Handling.TO_HANDLE):
        registered(desk, a_visit(matters=[a_matter(handling=handling)]))
    visit = registered(desk, a_visit(matters=[a_matter(category="")]))
    assert desk.today_facts().to_sign_count == 1

    matter = desk.visits.correct_matter(visit.matters[0], {"category": "城建环资"})
    assert desk.today_facts().to_sign_count == 2
    desk.visits.correct_matter(matter, {"head_opinion": "转城建办。"})
    assert desk.today_facts().to_sign_count == 1


def test_lists_are_whole_visits_newest_first_and_never_long(desk: Desk) -> None:
    for hour in range(SHOWN + 2):
        received_at = NOON - timedelta(hours=hour)
        registered(desk, a_visit(a_visitor(phone=""), received_at=received_at))

    facts = desk.today_facts()
    hours = [NOON - timedelta(hours=hour) for hour in range(SHOWN)]
    assert [visit.received_at for visit in facts.latest] == hours
    assert [visit.received_at for visit in facts.incomplete] == hours
    assert facts.incomplete_count == SHOWN + 2
    assert [visitor.name for visitor in facts.latest[0].visitors] == ["李桂芳"]
    assert [matter.title for matter in facts.latest[0].matters] == ["路灯不亮"]


def test_what_was_not_sent_is_counted_until_it_is_exported(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path, clock: StoppedClock
) -> None:
    join(head_desk, county, tmp_path)
    registered(desk)
    facts = desk.today_facts()
    assert facts.unsent_count == desk.exchange.count_unsent() == 4  # station, person, visit, matter
    assert facts.last_export_at is None

    clock.now += timedelta(hours=1)
    desk.exchange.export(tmp_path)
    facts = desk.today_facts()
    assert (facts.unsent_count, facts.last_export_at) == (0, clock.now)


def test_the_data_are_safe_for_a_day_after_a_change_that_no_backup_holds(
    desk: Desk, clock: StoppedClock
) -> None:
    registered(desk)
    clock.now += timedelta(minutes=1)
    desk.backups.make()
    made_at = clock.now
    clock.now += timedelta(days=30)
    facts = desk.today_facts()
    assert (facts.last_backup_at, facts.is_backup_fresh) == (made_at, True)

    registered(desk)
    assert desk.today_facts().is_backup_fresh
    clock.now += timedelta(hours=24)
    registered(desk)
    assert not desk.today_facts().is_backup_fresh
    desk.backups.make()
    assert desk.today_facts().is_backup_fresh
