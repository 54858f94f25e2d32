"""期限的起止 — the limits of a matter: begun, met, put off, and every one of them kept."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from uuid import UUID

from liaison_desktop.model.deadlines import Counted, count, move
from liaison_desktop.model.matter import Deadline, Matter
from liaison_desktop.model.matter_flow import REPLY_CLOCKS, VOTER_CLOCKS
from liaison_desktop.model.rule_pack import RulePack, Since
from liaison_desktop.model.step import Step
from liaison_desktop.model.words import (
    CountUnit,
    DeadlineCause,
    MatterState,
    Route,
    Satisfaction,
    Urgency,
)
from liaison_desktop.model.working_calendar import WorkingCalendar


@dataclass(frozen=True)
class Rules:
    """What limits are counted by: every pack by its code, and the calendar."""

    packs: Mapping[str, RulePack]
    calendar: WorkingCalendar

    def in_force(self, day: date) -> RulePack:
        """Return the pack of a day: the one that began last until then, else the first of all."""
        by_age = sorted(self.packs.values(), key=lambda pack: pack.valid_from)
        begun = [pack for pack in by_age if pack.valid_from <= day]
        return begun[-1] if begun else by_age[0]

    def pack_of(self, matter: Matter, day: date) -> RulePack:
        """Return the pack that a matter began under; one without any limit begins on this day."""
        begun = matter.deadlines[0].pack if matter.deadlines else ""
        return self.packs.get(begun) or self.in_force(begun_on(matter) or day)


def begun_on(matter: Matter) -> date | None:
    """Return the day on which the first limit of a matter began; None where it has none."""
    return matter.deadlines[0].starts_on if matter.deadlines else None


def begin_clocks(matter: Matter, registered_on: date, rules: Rules) -> None:
    """Start what runs from registration, once: screening and handing over."""
    if matter.state is MatterState.REGISTERED and not matter.deadlines:
        for code in ("screen", "hand_over"):
            start_clock(matter, code, registered_on, rules)
        matter.settle_due()


def start_clock(
    matter: Matter,
    code: str,
    since: date,
    rules: Rules,
    cause: DeadlineCause = DeadlineCause.RULE,
    told_by: UUID | None = None,
) -> None:
    """Begin a limit; `reply` stands for the one that the matter's route and urgency ask for.

    It is the rule that held on the day on which the matter began, counted from the event that the
    rule names; `since` is the day of the move that begins it. `told_by` is the step by which a
    voter was told, where it waits for him alone: it counts from his own day.
    """
    pack = rules.pack_of(matter, since)
    rule = pack.rule(_reply_code(matter) if code == "reply" else code, begun_on(matter) or since)
    is_own = told_by is not None and rule.since is Since.FED_BACK
    first = since if is_own else _day_of(matter, rule.since) or since
    counted = count(first, rule.number, rule.unit, rules.calendar)
    _add(matter, rule.code, pack.code, cause, (rule.number, rule.unit), counted)
    matter.deadlines[-1].told_by = told_by


def count_apart(matter: Matter, told: Sequence[tuple[Step, Step | None]], rules: Rules) -> None:
    """Let each voter have his own limit for evaluation, where the first had stood for all.

    `told` are the steps by which each was told and was heard, in the order of telling.
    """
    former = running(matter, VOTER_CLOCKS)
    if former is None:
        return
    former.told_by = told[0][0].uid
    for step, _heard in told[1:]:
        day = step.done_on or former.starts_on
        start_clock(matter, former.rule, day, rules, told_by=step.uid)
    for step, heard in told:
        if heard is not None and heard.done_on is not None:
            is_met = heard.satisfaction is not Satisfaction.NOT_EVALUATED
            stop_of_voter(matter, step.uid, heard.done_on, is_met=is_met)
    matter.settle_due()


def await_latecomer(matter: Matter, day: date, rules: Rules, code: str = "feed_back") -> None:
    """Begin the limit to tell who joined a matter that had been answered, from that day on."""
    pack = rules.pack_of(matter, day)
    rule = pack.rule(code, begun_on(matter) or day)
    counted = count(day, rule.number, rule.unit, rules.calendar)
    span = rule.number, rule.unit
    _add(matter, rule.code, pack.code, DeadlineCause.RULE, span, counted)


def stop_clocks(matter: Matter, codes: Collection[str], day: date, *, is_met: bool) -> None:
    """End every running limit of these rules."""
    for deadline in matter.deadlines:
        if deadline.is_running and deadline.rule in codes:
            deadline.ended_on, deadline.is_met = day, is_met


def stop_of_voter(matter: Matter, told_by: UUID, day: date, *, is_met: bool) -> None:
    """End what waits for the voter who was told by this step."""
    for deadline in matter.deadlines:
        if deadline.is_running and deadline.told_by == told_by:
            deadline.ended_on, deadline.is_met = day, is_met


def running(matter: Matter, codes: Collection[str]) -> Deadline | None:
    """Return the limit of these rules that runs, the latest begun; None where none does."""
    found = [one for one in matter.deadlines if one.is_running and one.rule in codes]
    return found[-1] if found else None


def of_voter(matter: Matter, told: Step | None) -> Deadline | None:
    """Return the limit for what a voter thinks of it, by the step by which he was told."""
    own = [one for one in matter.deadlines if told is not None and one.told_by == told.uid]
    return own[-1] if own else None


def before_extension(matter: Matter) -> Deadline | None:
    """Return the limit of the answer that was put off last; None where none ever was."""
    replies = [one for one in matter.deadlines if one.rule in REPLY_CLOCKS]
    pairs = list(pairwise(replies))
    put_off = (former for former, one in pairs if one.cause is DeadlineCause.EXTENDED)
    return next(reversed(list(put_off)), None)


def unextended(matter: Matter, rules: Rules) -> Counted | None:
    """Return the present limit of the answer as it would be if it had never been put off.

    That is the rule's own, moved by every standstill since, so that no day of one is lost to who
    asks for more time after it; None where no answer is owed.
    """
    present = running(matter, REPLY_CLOCKS)
    if present is None:
        return None
    chain = [one for one in matter.deadlines if one.rule == present.rule]
    begun = [place for place, one in enumerate(chain) if one.cause in _BEGINNINGS][-1]
    counted = _as_counted(chain[begun])
    for former, one in pairwise(chain[begun:]):
        if one.suspended_on is not None and former.ended_on is not None:
            days = one.suspended_on, former.ended_on
            counted = _moved(counted, *days, _begun(matter, one).unit, rules.calendar)
    return counted


_BEGINNINGS = frozenset({DeadlineCause.RULE, DeadlineCause.REDO})


def _as_counted(one: Deadline) -> Counted:
    return Counted(one.starts_on, one.end_on, one.due_on, (), one.is_tentative)


def latest(matter: Matter, codes: Collection[str]) -> Deadline | None:
    """Return the last limit of these rules that the matter had, running or not."""
    return next((one for one in reversed(matter.deadlines) if one.rule in codes), None)


def put_off(matter: Matter, due_on: date, day: date, rules: Rules) -> None:
    """Put the limit of the answer off to a day, rolled over; the former one is kept."""
    former = running(matter, REPLY_CLOCKS)
    if former is None:
        return
    due = rules.calendar.next_worked(due_on)
    counted = Counted(former.starts_on, due_on, due, (), not rules.calendar.is_known(due))
    former.ended_on = day
    span = (due_on - former.due_on).days, CountUnit.DAY
    _add(matter, former.rule, former.pack, DeadlineCause.EXTENDED, span, counted)


def go_on(matter: Matter, resumed_on: date, rules: Rules) -> None:
    """Move every limit that ran by the days on which the matter stood still, in its rule's unit.

    By none where a correction lets it go on before it stood still, which is refused elsewhere. What
    had been put off bears the number of its rule again: its days are no span from the beginning.
    """
    suspended_on = min(matter.suspended_on or resumed_on, resumed_on)
    for former in [one for one in matter.deadlines if one.is_running]:
        counted = _as_counted(former)
        own = _begun(matter, former)
        moved = _moved(counted, suspended_on, resumed_on, own.unit, rules.calendar)
        former.ended_on = resumed_on
        span = own.number, own.unit
        _add(matter, former.rule, former.pack, DeadlineCause.RESUMED, span, moved)
        matter.deadlines[-1].suspended_on = suspended_on


def _begun(matter: Matter, one: Deadline) -> Deadline:
    """Return the limit as its rule began it, before it was put off or stood still."""
    until = matter.deadlines[: matter.deadlines.index(one) + 1]
    begun = [each for each in until if each.rule == one.rule and each.cause in _BEGINNINGS]
    return begun[-1] if begun else one


def _moved(
    counted: Counted, first: date, last: date, unit: CountUnit, calendar: WorkingCalendar
) -> Counted:
    """Return a limit moved by a standstill; of working days, it is no surer than it was before."""
    moved = move(counted, first, last, unit, calendar)
    is_open = unit is CountUnit.WORKDAY and counted.is_tentative
    return replace(moved, is_tentative=moved.is_tentative or is_open)


def recount(matter: Matter, rules: Rules) -> bool:
    """Count again what was counted without a notice that is here now; whether a day changed."""
    changed = False
    for one in matter.deadlines:
        if not (one.is_running and one.is_tentative):
            continue
        counted = _counted_again(matter, one, rules.calendar)
        changed |= (counted.due, counted.is_tentative) != (one.due_on, one.is_tentative)
        one.end_on, one.due_on, one.is_tentative = counted.end, counted.due, counted.is_tentative
    matter.settle_due()
    return changed


def _counted_again(matter: Matter, one: Deadline, calendar: WorkingCalendar) -> Counted:
    """Return a limit counted by what is known now.

    One that was put off keeps the day that was granted and rolls over anew; one that a standstill
    has moved is counted from what it was before, and moved again; where it is not known from when
    the matter stood still (an earlier version did not keep it), one of working days stays open.
    """
    if one.cause in _BEGINNINGS:
        return count(one.starts_on, one.number, one.unit, calendar)
    former = _before(matter, one)
    if former is not None and former.ended_on is not None and one.suspended_on is not None:
        counted = _counted_again(matter, former, calendar)
        days = one.suspended_on, former.ended_on
        return _moved(counted, *days, _begun(matter, one).unit, calendar)
    due = calendar.next_worked(one.end_on)
    is_open = one.cause is DeadlineCause.RESUMED and one.unit is CountUnit.WORKDAY
    is_tentative = is_open or not (calendar.is_known(one.end_on) and calendar.is_known(due))
    return Counted(one.starts_on, one.end_on, due, (), is_tentative)


def _before(matter: Matter, one: Deadline) -> Deadline | None:
    """Return the limit in whose place one of the same rule came; None where it was the first."""
    earlier = matter.deadlines[: matter.deadlines.index(one)]
    return next((each for each in reversed(earlier) if each.rule == one.rule), None)


def _day_of(matter: Matter, event: Since) -> date | None:
    """Return the day of an earlier event; None for the event of the move itself."""
    days = {
        Since.REGISTERED: begun_on(matter),
        Since.ASSIGNED: matter.assigned_on or matter.forwarded_on,
        Since.REPLIED: matter.replied_on,
        Since.FED_BACK: matter.fed_back_on,
    }
    return days.get(event)


def _reply_code(matter: Matter) -> str:
    if matter.route is Route.TO_SUGGESTION:
        return "suggestion"
    return "reply" if matter.urgency is Urgency.NORMAL else "reply_urgent"


def _add(
    matter: Matter,
    rule: str,
    pack: str,
    cause: DeadlineCause,
    span: tuple[int, CountUnit],
    counted: Counted,
) -> None:
    matter.deadlines.append(
        Deadline(
            position=len(matter.deadlines),
            rule=rule,
            pack=pack,
            cause=cause,
            starts_on=counted.start,
            number=span[0],
            unit=span[1],
            end_on=counted.end,
            due_on=counted.due,
            is_tentative=counted.is_tentative,
        )
    )
