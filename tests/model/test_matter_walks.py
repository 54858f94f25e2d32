"""Any sequence of allowed moves keeps the promises."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.model.faults import Fault
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import SET_BY_STEPS, Deadline, Matter
from liaison_desktop.model.matter_clocks import running
from liaison_desktop.model.matter_flow import (
    AT_REST,
    REPLY_CLOCKS,
    rows_from,
)
from liaison_desktop.model.matter_guards import ENDS, Around, check_step, latest_extension
from liaison_desktop.model.matter_moves import take_step
from liaison_desktop.model.matter_trail import replay
from liaison_desktop.model.step import Step
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import (
    MatterState,
    Move,
    ResultClass,
    Route,
    Satisfaction,
)
from tests.builders import NOON
from tests.model.matters import BEGAN, RULES, a_step, around, begun

S, M = MatterState, Move
SELDOM = {M.LINK, M.SUSPEND, M.MERGE, M.ARCHIVE, M.CONTACT, M.CHASE, M.RETURN, M.EXTEND}
"""Moves that would end a walk early, or lead nowhere."""


def a_route(word: int, other: int) -> Route:
    return list(Route)[word % len(Route)] if other % 2 else Route.TO_LOCAL_UNIT


@st.composite
def walks(draw: Callable[[st.SearchStrategy[object]], object]) -> list[tuple[int, int, int, int]]:
    number = st.integers(0, 999)
    return draw(st.lists(st.tuples(number, number, number, number), min_size=12, max_size=30))  # type: ignore[return-value]  # as drawn


def changes_of(matter: Matter, move: Move, day: date, word: int, other: int) -> dict[str, object]:
    """Return what is filled in by a walker who reads the form."""
    return {
        "route": None if move is not M.ROUTE else a_route(word, other),
        "result_class": list(ResultClass)[word % 4] if move is M.REPLY else None,
        "satisfaction": list(Satisfaction)[word % 4] if move is M.EVALUATE else None,
        "promise": "换新灯",
        "due_on": latest_extension(matter, RULES) or day + timedelta(days=30),
        "unit_name": f"承办单位{other}",
        "other_uid": new_uid(NOON),
    }


def check_promises(matter: Matter, *, has_answer: bool) -> None:
    """Hold a matter against what it promises in every state."""
    for one in matter.deadlines:
        assert one.is_tentative or not RULES.calendar.is_rest(one.due_on)
        assert one.starts_on <= one.due_on
    if matter.state in {S.CLOSED, S.TRACKED}:
        assert has_answer
    if matter.state in AT_REST:
        assert not running(matter, REPLY_CLOCKS)


def gone(walk: list[tuple[int, int, int, int]]) -> Iterator[tuple[Matter, Step, Around]]:
    """Walk a matter and yield it after each step that was allowed, with what was around it."""
    matter, day, moved = begun(), BEGAN, None
    for which, days, word, other in walk:
        every = rows_from(matter.state)
        rows = [row for row in every if row.move not in SELDOM or not other % 9] or every
        move = rows[which % len(rows)].move
        day = min(day + timedelta(days=days % 20), date(2026, 12, 20))
        step = a_step(matter, move, day, **changes_of(matter, move, day, word, other))
        about = around(day, other=begun(), is_chased=bool(other % 2), moved_on=moved)
        if move in ENDS:
            about = replace(about, owed=())
        before = (matter.state, matter.due_on, len(matter.deadlines))
        try:
            row = check_step(matter, step, about)
        except Fault:
            assert (matter.state, matter.due_on, len(matter.deadlines)) == before
            continue
        take_step(matter, step, row, about)
        moved = day if step.state_before is not step.state_after else moved
        yield matter, step, about


@settings(max_examples=200, deadline=None)
@given(walks())
def test_any_sequence_of_allowed_moves_keeps_the_promises(
    walk: list[tuple[int, int, int, int]],
) -> None:
    deadlines, has_answer = 2, False
    for matter, _step, _about in gone(walk):
        has_answer |= matter.state in {S.REPLIED, S.ANSWERED_ON_SITE}
        assert len(matter.deadlines) >= deadlines
        deadlines = len(matter.deadlines)
        check_promises(matter, has_answer=has_answer)


@settings(max_examples=200, deadline=None)
@given(walks())
def test_whatever_was_gone_comes_to_the_same_when_it_is_gone_again(
    walk: list[tuple[int, int, int, int]],
) -> None:
    steps = list(gone(walk))
    if not steps:
        return
    matter = steps[-1][0]
    again, breaks = replay(matter, [(step, about) for _matter, step, about in steps])
    assert breaks == []
    for name in sorted(SET_BY_STEPS - {"deadlines"}):
        assert getattr(again, name) == getattr(matter, name), name
    assert [told(one) for one in again.deadlines] == [told(one) for one in matter.deadlines]


def told(one: Deadline) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in fields_of(Deadline))
