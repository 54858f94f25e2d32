"""请假 is asked for before, and approved by somebody; a notice comes before its activity."""

from datetime import date

from liaison_desktop.model.faults import Problem, ProblemCode
from tests.builders import NOON, a_leave, an_activity

DAY = NOON.date()
LATER = date(2026, 11, 23)


def test_a_leave_asked_for_after_it_began_is_told_of():
    assert a_leave(asked_on=DAY).problems() == []
    late = Problem("asked_on", ProblemCode.TOO_LATE, is_error=False, detail="2026-11-20")
    assert a_leave(asked_on=LATER, last_on=LATER).problems() == [late]


def test_a_day_of_approval_needs_who_approved():
    assert a_leave(approved_on=DAY, approved_by="刘敏").problems() == []
    missing = Problem("approved_by", ProblemCode.MISSING)
    assert a_leave(approved_on=DAY, approved_by=" ").problems() == [missing]


def test_a_notice_after_its_activity_is_told_of():
    assert an_activity(announced_on=DAY).problems() == []
    late = Problem("announced_on", ProblemCode.TOO_LATE, is_error=False, detail="2026-11-20")
    assert an_activity(announced_on=LATER).problems() == [late]
