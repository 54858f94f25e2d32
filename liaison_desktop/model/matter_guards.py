"""办理的守则 — what may not be done with a matter, and why: law, tact, order and dates."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from liaison_desktop.model.deadlines import count
from liaison_desktop.model.faults import Fault, NotSaved, Problem, ProblemCode, Refused
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_clocks import Rules, running, unextended
from liaison_desktop.model.matter_flow import (
    AT_REST,
    FORWARDED_BY,
    HANDING_OVER,
    REPLY_CLOCKS,
    ROUTES,
    Row,
    row_of,
)
from liaison_desktop.model.step import Step
from liaison_desktop.model.words import MatterState, Move, Route, Satisfaction, label

NAMES = ("signed_by", "deputy", "person", "phoned_to", "unit_name", "co_units")
"""Fields of a step that hold a name, and never a number."""

HANDS_OVER = frozenset({Move.ASSIGN, Move.TRANSFER, Move.REASSIGN})
GIVES_AWAY = HANDS_OVER | {Move.FORWARD}
WITH_OTHER = frozenset({Move.MERGE, Move.LINK})
OF_VOTER = frozenset({Move.FEED_BACK, Move.EVALUATE})
"""Moves that are gone with one voter at a time."""

BESIDE = frozenset({Move.CONTACT, Move.CO_HANDLE, Move.CHASE, Move.SUPERVISE, Move.LINK})
"""Moves that go on beside the others, so that their papers may be entered in any order."""

ENDS = frozenset({Move.CLOSE, Move.ARCHIVE})
NO_ANSWER_COMES = AT_REST | {MatterState.ANSWERED_ON_SITE, MatterState.ARCHIVED}
"""States into which nothing is merged: its voters would wait for an answer that never comes."""

_BETWEEN = re.compile(r"[、,，;；\n]")
_NUMBER = re.compile(r"[\d\s+()\-－x]{5,}", re.IGNORECASE)


@dataclass(frozen=True)
class Around:
    """What a guard must know besides the matter and the step.

    `moved_on` is the day of the last step that brought the matter on. `owed` are the voters who are
    yet to be told of the answer, `to_hear` those who were told and have not said what they think
    of it; `other` is the matter that is meant by `other_uid`; `is_chased` says whether anybody was
    chased since the voter of this step was told, `told_by` by which step that was.
    """

    today: date
    received_on: date
    rules: Rules
    moved_on: date | None = None
    owed: Collection[UUID] = ()
    to_hear: Collection[UUID] = ()
    other: Matter | None = None
    is_chased: bool = False
    told_by: UUID | None = None

    def is_all_told(self, step: Step) -> bool:
        """Return whether after this step nobody is owed feedback any more."""
        return not set(self.owed) - {step.person_uid}

    def is_all_heard(self, step: Step) -> bool:
        """Return whether after this step every voter was told and has been asked."""
        return not {*self.owed, *self.to_hear} - {step.person_uid}


def check_step(matter: Matter, step: Step, around: Around) -> Row:
    """Return the row by which the step may be gone.

    Refused with why where the table, the law or tact forbids it; NotSaved with the problems of the
    step, each at its field. Nothing is changed here.
    """
    row = row_of(step.move, matter.state)
    if row is None:
        raise Refused("move_not_allowed", key=label(step.move), name=label(matter.state))
    if fault := _forbidden(matter, step, around):
        raise fault
    check_words(matter, step, row, around)
    return row


def check_words(matter: Matter, step: Step, row: Row, around: Around) -> None:
    """Raise NotSaved with what of a step is missing, or filled in and cannot be."""
    problems = [*step.problems(), *step.wanting(row), *_odd(matter, step, around)]
    if errors := [problem for problem in problems if problem.is_error]:
        raise NotSaved(errors)


def _forbidden(matter: Matter, step: Step, around: Around) -> Fault | None:
    """Return why this is not done at all, whatever else was filled in."""
    if step.move is Move.ROUTE:
        return _wrong_route(matter, step)
    if step.move in GIVES_AWAY:
        return _wrong_hand_over(matter, step)
    if step.move is Move.SUPERVISE and not is_overdue(matter, around.today):
        return Refused("not_overdue")
    if step.move in OF_VOTER:
        return wrong_voter(step, around)
    if step.move in ENDS and around.owed:
        return Refused("still_owed", found=len(around.owed))
    if step.move in WITH_OTHER and around.other is not None:
        return _wrong_other(matter, step, around.other)
    return None


def wrong_voter(step: Step, around: Around) -> Fault | None:
    """Return why a voter cannot be told, or asked, by this step."""
    if step.satisfaction is Satisfaction.NOT_EVALUATED and not around.is_chased:
        return Refused("not_chased")
    waiting = around.owed if step.move is Move.FEED_BACK else around.to_hear
    if step.person_uid is None and not waiting and step.move is Move.EVALUATE and around.owed:
        return Refused("not_to_hear")
    if step.person_uid is not None and step.person_uid not in waiting:
        return Refused("not_owed" if step.move is Move.FEED_BACK else "not_to_hear")
    return None


def _wrong_route(matter: Matter, step: Step) -> Fault | None:
    if step.route not in HANDING_OVER:
        return None
    if matter.is_accusation:  # 信访工作条例 (2022) art. 46(5)
        return Refused("accusation")
    if matter.is_incomplete:
        wanted = [problem.field for problem in matter.problems()]
        return Refused("matter_incomplete", key="、".join(wanted))
    for channel in matter.other_channels:  # 信访工作条例 (2022) art. 19
        if channel.is_running:
            return Refused("running_elsewhere", key=channel.ticket_no or label(channel.kind))
    return None


def _wrong_hand_over(matter: Matter, step: Step) -> Fault | None:
    if matter.is_accusation:
        return Refused("accusation")
    wanted = ROUTES[matter.route].hands_over if matter.route is not None else None
    if wanted is not None and step.move not in handed_over_by(matter.route):
        return Refused("wrong_hand_over", key=label(wanted))
    return None


def handed_over_by(route: Route | None) -> set[Move]:
    """Return by which moves a unit is given what goes this way; any before that is decided."""
    wanted = ROUTES[route].hands_over if route is not None else None
    if wanted is None:
        return set(GIVES_AWAY)
    return {wanted, Move.REASSIGN} | ({Move.FORWARD} if route in FORWARDED_BY else set())


def _wrong_other(matter: Matter, step: Step, other: Matter) -> Fault | None:
    if other.uid == matter.uid:
        return Refused("same_matter")
    if step.move is Move.LINK:
        return None
    if other.withdrawn_at is not None:
        return Refused("target_withdrawn", key=other.number)
    if other.state is MatterState.MERGED:
        return Refused("target_merged", key=other.number)
    if other.state in NO_ANSWER_COMES:
        return Refused("target_at_rest", key=other.number)
    return None


def _odd(matter: Matter, step: Step, around: Around) -> list[Problem]:
    """Return what was filled in and cannot be."""
    found = [
        Problem(name, ProblemCode.NUMBER_FOR_NAME)
        for name in NAMES
        if _NUMBER.fullmatch(getattr(step, name).strip())
    ]
    found += odd_days(matter, step, around)
    waiting = around.owed if step.move is Move.FEED_BACK else around.to_hear
    if step.move in OF_VOTER and step.person_uid is None and waiting:
        found.append(Problem("person_uid", ProblemCode.MISSING))
    if step.move in GIVES_AWAY:
        found += _odd_unit(matter, step)
    if step.move is Move.CLOSE and not (matter.onsite_reply + step.text).strip():
        found.append(Problem("text", ProblemCode.MISSING))
    return found


def odd_days(matter: Matter, step: Step, around: Around) -> list[Problem]:
    """Return what is wrong with the days of a step: each after what it follows, none to come."""
    if step.done_on is None:
        return []
    found = []
    if step.done_on > around.today:
        found.append(Problem("done_on", ProblemCode.TOO_LATE, detail=str(around.today)))
    found += _not_before("done_on", step.done_on, _first_day(matter, step, around))
    if step.move is Move.EXTEND:
        return found + _odd_extension(matter, step, around.rules)
    if step.due_on is not None:
        found += _not_before("due_on", step.due_on, step.done_on)
    return found


def _first_day(matter: Matter, step: Step, around: Around) -> date:
    """Return the day before which a step cannot have been gone."""
    days: list[date | None] = [around.received_on]
    if step.move in OF_VOTER:
        days += [matter.replied_on or matter.forwarded_on]
    elif step.move not in BESIDE:
        days += [around.moved_on, matter.suspended_on]
    return max(day for day in days if day is not None)


def _not_before(field: str, day: date, first: date) -> list[Problem]:
    return [Problem(field, ProblemCode.TOO_EARLY, detail=str(first))] if day < first else []


def co_units_named(step: Step) -> list[str]:
    """Return the units that are to handle it with the one that has it, as they were typed."""
    return [name.strip() for name in _BETWEEN.split(step.co_units) if name.strip()]


def _odd_unit(matter: Matter, step: Step) -> list[Problem]:
    """Return what is wrong with the unit: the one it is about, or the one that gave it back.

    What is about a unit, or about somebody there, goes there only with the head's written reason,
    whether it is to answer or to take part (信访工作条例 art. 46). What a clerk only suggests gives
    nothing away yet: the head is asked for his reason when he decides.
    """
    if step.move is Move.SUBMIT:
        return []
    name, about = step.unit_name.strip(), matter.about_unit.strip()
    given = [one for one in (name, *co_units_named(step)) if one]
    is_its_own = any(one in about or (len(about) > 1 and about in one) for one in given)
    found = []
    if is_its_own and not step.reason.strip():
        found.append(Problem("reason", ProblemCode.MISSING))
    if step.move is Move.REASSIGN and name and name == matter.unit_name:
        found.append(Problem("unit_name", ProblemCode.BAD_VALUE, detail=name))
    return found


def _odd_extension(matter: Matter, step: Step, rules: Rules) -> list[Problem]:
    """Return what is wrong with a day put off to: asked for in time, later, and not too late."""
    present = running(matter, REPLY_CLOCKS)
    if present is None or step.due_on is None or step.done_on is None:
        return []
    if step.done_on > present.due_on:
        return [Problem("done_on", ProblemCode.TOO_LATE, detail=str(present.due_on))]
    found = []
    if step.due_on <= present.due_on:
        found.append(Problem("due_on", ProblemCode.TOO_EARLY, detail=str(present.due_on)))
    if step.due_on > (latest := latest_extension(matter, rules) or step.due_on):
        found.append(Problem("due_on", ProblemCode.TOO_LATE, detail=str(latest)))
    return found


def latest_extension(matter: Matter, rules: Rules) -> date | None:
    """Return the last day to which the answer may be put off; None where no answer is owed.

    However often it is put off, it is counted from the rule's own limit, moved by every standstill:
    one that stood still may not be put off a second time for that.
    """
    present, own = running(matter, REPLY_CLOCKS), unextended(matter, rules)
    if present is None or own is None:
        return None
    pack = rules.pack_of(matter, present.starts_on)
    if present.rule != "suggestion":
        rule = pack.rule("extension", present.starts_on)
        return count(own.due, rule.number, rule.unit, rules.calendar).due
    rule = pack.rule("suggestion_extended", present.starts_on)
    latest = count(present.starts_on, rule.number, rule.unit, rules.calendar).end
    first = pack.rule("suggestion", present.starts_on)
    usual = count(present.starts_on, first.number, first.unit, rules.calendar).end
    return rules.calendar.next_worked(latest + max(own.end - usual, timedelta()))


def is_overdue(matter: Matter, today: date) -> bool:
    """Return whether a limit of the matter has passed; on its day it has not."""
    return matter.due_on is not None and matter.due_on < today
