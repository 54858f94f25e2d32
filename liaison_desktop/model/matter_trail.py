"""办理过程重放 — where a matter stands by its steps, gone once more after one was corrected."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from liaison_desktop.model.faults import Problem, Refused
from liaison_desktop.model.matter import FIRST_STATES, Deadline, Matter
from liaison_desktop.model.matter_flow import HAND_OVER_CLOCKS, row_of
from liaison_desktop.model.matter_guards import HANDS_OVER, Around, odd_days
from liaison_desktop.model.matter_moves import take_step
from liaison_desktop.model.step import Step
from liaison_desktop.model.words import DeadlineCause, Urgency, label

READ = ("uid", "station_uid", "title", "handling", "guided_to", "onsite_reply")
"""What the steps of a matter build upon and do not set alone."""

FIXED = frozenset(
    {
        "matter_uid",
        "move",
        "entered_at",
        "entered_by",
        "state_before",
        "state_after",
        "route",
        "other_uid",
    }
)
"""Fields of a step that no correction touches: another move, or another matter, is another step."""

MERE_WORDS = frozenset(
    {"signed_by", "text", "reason", "way", "person", "phoned_at", "phoned_to", "promise"}
)
"""Fields of a step from which no day and no state follows."""

Gone = Sequence[tuple[Step, Around]]
"""The steps of a matter, oldest first, each with what was around it then."""


Settle = Callable[[Matter, int], None]
"""What happened to a matter itself before its step of this place, and after the last one."""


class Break(NamedTuple):
    """A step whose days do not follow from those before it."""

    step: UUID
    problem: Problem


def moved_on(trail: Sequence[Step]) -> date | None:
    """Return the day of the last step that brought a matter on; None before there is one."""
    for step in reversed(trail):
        if step.state_before is not step.state_after:
            return step.done_on
    return None


def _nothing(_matter: Matter, _place: int) -> None:
    """Nothing changed between its steps."""


def replay(matter: Matter, gone: Gone, settle: Settle = _nothing) -> tuple[Matter, list[Break]]:
    """Return the matter as its steps make it, from its registration on, and what does not follow.

    The matter itself is left alone; `settle` lets what changed between its steps happen again.
    Refused other_state where a step would lead elsewhere than it did, for then what came after it
    was never possible.
    """
    again = _as_registered(matter, [step for step, _around in gone])
    urgencies = _urgencies(matter)
    breaks: list[Break] = []
    for place, (step, known) in enumerate(gone):
        settle(again, place)
        around = replace(known, moved_on=moved_on([one for one, _ in gone[:place]]))
        led = step.state_before, step.state_after
        if again.state in FIRST_STATES and again.route is None and led[0] in FIRST_STATES:
            again.state = led[0]  # 处理方式 was corrected in between
        row = row_of(step.move, again.state)
        if row is None:
            raise Refused("other_state", key=label(step.move))
        breaks += [Break(step.uid, problem) for problem in odd_days(again, step, around)]
        if step.move in HANDS_OVER and urgencies:
            again.urgency = urgencies.pop(0)
        take_step(again, step, row, around)
        if (step.state_before, step.state_after) != led:
            raise Refused("other_state", key=label(step.move))
    settle(again, len(gone))
    return again, breaks


def _as_registered(matter: Matter, trail: Sequence[Step]) -> Matter:
    """Return a matter with what was said, and the limits that began with its registration."""
    again = Matter(**{name: getattr(matter, name) for name in READ})
    first = [one for one in matter.deadlines if one.rule in HAND_OVER_CLOCKS[:2]]
    again.deadlines = [
        Deadline(
            position=place,
            **{name: getattr(one, name) for name in COUNTED},
            is_tentative=one.is_tentative,
        )
        for place, one in enumerate(one for one in first if one.cause is DeadlineCause.RULE)
    ]
    again.state = trail[0].state_before if trail else matter.state
    again.settle_due()
    return again


COUNTED = ("rule", "pack", "cause", "starts_on", "number", "unit", "end_on", "due_on")


def _urgencies(matter: Matter) -> list[Urgency]:
    """Return how urgent the matter was at each handing over, by the limits that it then began.

    It may have been called otherwise since, which changes no limit that had begun.
    """
    begun = [one for one in matter.deadlines if one.cause is DeadlineCause.RULE]
    urgent = {"reply": Urgency.NORMAL, "reply_urgent": Urgency.URGENT}
    return [urgent[one.rule] for one in begun if one.rule in urgent]
