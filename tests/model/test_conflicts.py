"""冲突: each kind by a table, and what holds of all of them whatever is planned."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.model.conflicts import (
    LOOKED_AHEAD,
    Absence,
    Appointment,
    Circumstances,
    Conflict,
    ConflictKind,
    Link,
    Who,
    conflicts_of,
    find_conflicts,
    free_days,
)
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.words import MandateLevel, MandateState
from liaison_desktop.model.working_calendar import CalendarYear, WorkingCalendar

C = ConflictKind
TUESDAY = date(2026, 11, 24)
FEAST, WORKED_SUNDAY = date(2026, 11, 26), date(2026, 11, 29)
CALENDAR = WorkingCalendar([CalendarYear(2026, "x", {FEAST: "节"}, {WORKED_SUNDAY: "节"})])
LI, WANG = Who("李志强", UUID(int=1)), Who("王建国", UUID(int=2))
UNKNOWN_LI = Who("李志强 ")
PLAIN = Circumstances(CALENDAR)


def link(number: int, kind: str = "reception_session") -> Link:
    return kind, UUID(int=number)


def at(number: int = 1, *people: Who, kind: str = "reception_session", **more: object):
    fields = {"day": TUESDAY, "starts": "09:00", "ends": "11:00", "people": people or (LI,)}
    return Appointment(link(number, kind), **(fields | more))  # type: ignore[arg-type]  # by name


def mandate(**changes: object) -> Mandate:
    return Mandate(level=MandateLevel.COUNTY, **changes)  # type: ignore[arg-type]  # by name


def away(who: Who, first: date = TUESDAY, last: date = TUESDAY) -> Absence:
    return Absence(link(9, "leave"), who, first, last)


@pytest.mark.parametrize(
    ("other", "kinds"),
    [
        (at(2, LI), [C.DEPUTY_TAKEN]),
        (at(2, LI, WANG), [C.DEPUTY_TAKEN]),
        (at(2, WANG), []),
        (at(2, UNKNOWN_LI), [C.DEPUTY_TAKEN]),
        (at(2, Who("李志强", UUID(int=3))), []),  # a namesake
        (at(2, LI, starts="11:00", ends="12:00"), []),
        (at(2, LI, starts="10:59", ends=""), [C.DEPUTY_TAKEN]),
        (at(2, LI, starts="", ends=""), [C.DEPUTY_TAKEN]),
        (at(2, LI, day=date(2026, 11, 25)), []),
        (at(1, LI, starts="10:00"), []),  # itself, as it is now
        (at(2, WANG, place="会议室"), [C.PLACE_TAKEN]),
        (at(2, WANG, place=" 会议室 "), [C.PLACE_TAKEN]),
        (at(2, WANG, place="会议室", starts="14:00", ends=""), []),
        (at(2, LI, place="会议室", kind="field_visit"), [C.DEPUTY_TAKEN, C.PLACE_TAKEN]),
    ],
)
def test_two_stand_in_each_others_way(other: Appointment, kinds: list[C]):
    found = conflicts_of(at(1, place="会议室"), [other], PLAIN)

    assert [one.kind for one in found] == kinds
    assert all(one.of == link(1) and one.other == other.link for one in found)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (TUESDAY, ""),
        (date(2026, 11, 28), "周末"),
        (FEAST, "节"),
        (WORKED_SUNDAY, ""),
        (date(2027, 11, 27), "周末"),
    ],
)
def test_a_day_of_rest_is_told_with_its_feast(day: date, name: str):
    found = conflicts_of(at(day=day), [], PLAIN)

    assert [(one.kind, one.name, one.other) for one in found] == (
        [(C.REST_DAY, name, None)] if name else []
    )


@pytest.mark.parametrize(
    ("mandates", "is_told"),
    [
        ([], False),  # nothing is known of his mandates
        ([mandate()], False),
        ([mandate(valid_to=date(2026, 11, 23))], True),
        ([mandate(valid_from=date(2026, 11, 25))], True),
        ([mandate(state=MandateState.SUSPENDED)], True),
        ([mandate(state=MandateState.ENDED)], True),
        ([mandate(state=MandateState.ENDED), mandate()], False),
    ],
)
def test_a_deputy_out_of_office_is_told_of(mandates: Sequence[Mandate], is_told: bool):
    known = Circumstances(CALENDAR, {UUID(int=1): mandates})

    found = conflicts_of(at(1, LI, Who("某人")), [], known)

    assert [(one.kind, one.name, one.other) for one in found] == (
        [(C.NOT_IN_OFFICE, "李志强", ("deputy", UUID(int=1)))] if is_told else []
    )


@pytest.mark.parametrize(
    ("absence", "is_told"),
    [
        (away(LI), True),
        (away(UNKNOWN_LI), True),
        (away(WANG), False),
        (away(LI, date(2026, 11, 1), date(2026, 11, 23)), False),
        (away(LI, date(2026, 11, 1), date(2026, 11, 30)), True),
    ],
)
def test_a_deputy_on_leave_is_told_of(absence: Absence, is_told: bool):
    found = conflicts_of(at(), [], Circumstances(CALENDAR, absences=[absence]))

    assert [(one.kind, one.other) for one in found] == (
        [(C.ON_LEAVE, link(9, "leave"))] if is_told else []
    )


def test_of_a_pair_what_is_easier_to_move_gives_way():
    pair = [at(1), at(2, kind="field_visit", starts="10:00")]

    expected = Conflict(C.DEPUTY_TAKEN, link(2, "field_visit"), TUESDAY, "10:00", "李志强", link(1))

    assert find_conflicts(pair, PLAIN) == find_conflicts(pair[::-1], PLAIN) == [expected]


def test_the_next_free_day_is_worked_and_free_and_to_come():
    one, other = at(1), at(2, day=date(2026, 11, 25))

    assert free_days(one, [one, other], PLAIN, TUESDAY)[:2] == [date(2026, 11, 27), WORKED_SUNDAY]
    assert free_days(one, [], PLAIN, date(2026, 12, 1))[0] == date(2026, 12, 1)
    nobody = Circumstances(CALENDAR, absences=[away(LI, TUESDAY, date(2027, 12, 31))])
    assert free_days(one, [], nobody, TUESDAY) == []


TIMES = st.sampled_from(["", "08:30", "09:00", "10:30", "11:00", "14:00", "16:00"])
PEOPLE = st.lists(st.sampled_from([LI, WANG, UNKNOWN_LI, Who("周丽华")]), unique=True, max_size=3)


@st.composite
def appointments(draw: st.DrawFn) -> list[Appointment]:
    count = draw(st.integers(0, 6))
    return [
        Appointment(
            link(n, draw(st.sampled_from(["reception_session", "field_visit"]))),
            TUESDAY + timedelta(days=draw(st.integers(0, 8))),
            draw(TIMES),
            draw(TIMES),
            draw(st.sampled_from(["", "会议室"])),
            tuple(draw(PEOPLE)),
        )
        for n in range(count)
    ]


KNOWN = Circumstances(
    CALENDAR, {UUID(int=2): [mandate(valid_to=date(2026, 11, 27))]}, [away(LI, FEAST, FEAST)]
)


@given(appointments())
def test_what_is_found_of_all_is_what_is_found_of_each(planned: list[Appointment]):
    """A pair is told of once among all, and once from each side."""
    of_all = find_conflicts(planned, KNOWN)
    of_each = [told for one in planned for told in conflicts_of(one, planned, KNOWN)]
    is_pair = {C.DEPUTY_TAKEN, C.PLACE_TAKEN}

    pairs = [one for one in of_each if one.kind in is_pair]

    assert len(of_all) == len(of_each) - len(pairs) + len([x for x in of_all if x.kind in is_pair])
    assert {frozenset((one.of, one.other)) for one in pairs} == {
        frozenset((one.of, one.other)) for one in of_all if one.kind in is_pair
    }
    assert [(one.day, one.starts) for one in of_all] == sorted(
        (one.day, one.starts) for one in of_all
    )


@given(appointments(), st.integers(-5, 5))
def test_on_a_free_day_nothing_speaks_against_it(planned: list[Appointment], passed: int):
    today = TUESDAY + timedelta(days=passed)
    for one in planned:
        days = free_days(one, planned, KNOWN, today)
        assert all(today <= day and day > one.day for day in days)
        assert len(days) <= LOOKED_AHEAD
        for day in days[:3]:
            moved = replace(one, day=day)
            rest = [other for other in planned if other.link != one.link]
            assert [x for x in find_conflicts([*rest, moved], KNOWN) if touches(x, moved)] == []


def touches(conflict: Conflict, one: Appointment) -> bool:
    return conflict.day == one.day and one.link in {conflict.of, conflict.other}
