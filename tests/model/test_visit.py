import pytest

from liaison_desktop.model.faults import ProblemCode
from liaison_desktop.model.words import Handling
from tests.builders import NOON, a_matter, a_station, a_visit, a_visitor


def _codes(visit: object) -> list[tuple[str, ProblemCode, bool]]:
    return [(p.field, p.code, p.is_error) for p in visit.problems()]  # type: ignore[attr-defined]  # a Visit


def test_a_whole_visit_has_no_problem() -> None:
    assert _codes(a_visit()) == []


def test_missing_and_unusual_phones_only_warn() -> None:
    assert _codes(a_visit(a_visitor(phone="123"))) == []
    assert _codes(a_visit(a_visitor(phone="12"))) == [
        ("visitors.0.phone", ProblemCode.UNUSUAL_PHONE, False)
    ]


def test_a_child_under_14_needs_a_guardian() -> None:
    assert _codes(a_visit(a_visitor(birth_ym="2012-12"))) == [
        ("visitors.0.guardian", ProblemCode.GUARDIAN_NEEDED, False)
    ]
    assert _codes(a_visit(a_visitor(birth_ym="2012-11"))) == []


@pytest.mark.parametrize("birth_ym", ["2012", "2012-13", "x"])
def test_a_month_that_does_not_exist_is_refused(birth_ym: str) -> None:
    assert _codes(a_visit(a_visitor(birth_ym=birth_ym))) == [
        ("visitors.0.birth_ym", ProblemCode.BAD_VALUE, True)
    ]


@pytest.mark.parametrize("headcount", [0, -1, 100_000])
def test_a_headcount_is_at_least_one(headcount: int) -> None:
    assert ("headcount", ProblemCode.BAD_VALUE, True) in _codes(a_visit(headcount=headcount))


def test_a_visit_received_tomorrow_warns() -> None:
    visit = a_visit(received_at=NOON.replace(day=21))
    assert _codes(visit) == [("received_at", ProblemCode.IN_FUTURE, False)]


def test_who_is_guided_elsewhere_is_told_where() -> None:
    visit = a_visit(matters=[a_matter(handling=Handling.GUIDED)])
    assert _codes(visit) == [("guided_to", ProblemCode.MISSING, False)]


def test_a_station_has_a_name_and_a_code_that_can_be_said() -> None:
    problems = a_station(name=" ", code="清河").problems()
    assert [problem.field for problem in problems] == ["code", "name"]
