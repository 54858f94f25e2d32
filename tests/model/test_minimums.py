"""What a deputy does at least in a year: read from data, and who is behind."""

from datetime import date
from uuid import UUID

import pytest

from liaison_desktop.desk.journal import bundled_minimums
from liaison_desktop.model.faults import NotSaved
from liaison_desktop.model.minimums import (
    Counted,
    DeputyYear,
    Minimum,
    behind,
    read_minimums,
)
from liaison_desktop.model.words import MandateLevel

DAY = date(2026, 11, 20)
TWICE = Minimum("a", "两次", Counted.STATION_VISITS, 2, frozenset(), "某站", date(2020, 1, 1))
TOWN = Minimum(
    "b",
    "七天",
    Counted.DUTY_HALF_DAYS,
    14,
    frozenset({MandateLevel.TOWN}),
    "某省",
    date(2020, 1, 1),
    date(2025, 12, 31),
)


def _deputy(name: str, **counts: int) -> DeputyYear:
    counted = {Counted(what): many for what, many in counts.items()}
    return DeputyYear(UUID(int=hash(name) % 2**64), name, (MandateLevel.TOWN,), counted)


def test_who_lacks_most_comes_first_and_who_has_enough_not_at_all():
    deputies = [_deputy("王", station_visits=1), _deputy("周", station_visits=2), _deputy("李")]
    found = behind(deputies, [TWICE], DAY)
    assert [(one.name, one.done, one.short) for one in found] == [("李", 0, 2), ("王", 1, 1)]


def test_a_minimum_holds_for_its_levels_and_its_time_alone():
    assert TOWN.holds_for([MandateLevel.TOWN], date(2025, 12, 31))
    assert not TOWN.holds_for([MandateLevel.TOWN], DAY)
    assert not TOWN.holds_for([MandateLevel.COUNTY], date(2025, 1, 1))
    assert behind([_deputy("王")], [TOWN], DAY) == []


def test_the_minimums_of_the_program_have_their_source():
    assert len(bundled_minimums()) >= 5
    assert all(one.source and one.label for one in bundled_minimums())


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ('label = "a"\nwhat = "households"\nnumber = 1\nsource = "b"', "minimum.1.code"),
        ('code = "c"\nlabel = "a"\nwhat = "tea"\nnumber = 1\nsource = "b"', "minimum.1.what"),
        (
            'code = "c"\nlabel = "a"\nwhat = "households"\nnumber = 0\nsource = "b"',
            "minimum.1.number",
        ),
        (
            'code = "c"\nlabel = "a"\nwhat = "households"\nnumber = 1\nsource = "b"\n'
            'levels = ["x"]',
            "minimum.1.levels",
        ),
        ('code = "c"\nlabel = "a"\nwhat = "households"\nnumber = 1', "minimum.1.source"),
    ],
)
def test_a_wrong_figure_is_refused_at_its_place(row: str, field: str):
    with pytest.raises(NotSaved) as refused:
        read_minimums(f"[[minimum]]\n{row}\nvalid_from = 2020-01-01\n")
    assert [problem.field for problem in refused.value.problems] == [field]
