"""期限的起止 — the limits of a matter: begun, met, put off, and every one of them kept."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from liaison_desktop.model.deadlines import Counted, count, move
from liaison_desktop.model.matter import Deadline, Matter
from liaison_desktop.model.matter_flow import REPLY_CLOCKS
from liaison_desktop.model.rule_pack import RulePack
from liaison_desktop.model.words import CountUnit, DeadlineCause, MatterState, Route, Urgency
from liaison_desktop.model.working_calendar import WorkingCalendar


@dataclass(frozen=True)
class Rules:
    """What limits are counted by: every pack by its code, the one in force, and the calendar."""

    packs: Mapping[str, RulePack]
    code: str
    calendar: WorkingCalendar

    def pack_of(self, matter: Matter) -> RulePack:
        """Return the pack that the matter began under; the one in force where it has none yet."""
        begun = matter.deadlines[0].pack if matter.deadlines else self.code
        return self.packs.get(begun, self.packs[self.code])


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
) -> None:
    """Begin a limit; `reply` stands for the one that the matter's route and urgency ask for.

    It is the rule that held on the day on which the matter began.
    """
    pack = rules.pack_of(matter)
    begun = matter.deadlines[0].starts_on if matter.deadlines else since
    rule = pack.rule(_reply_code(matter) if code == "reply" else code, begun)
    counted = count(since, rule.number, rule.unit, rules.calendar)
    _add(matter, rule.code, pack.code, cause, (rule.number, rule.unit), counted)


def stop_clocks(matter: Matter, codes: Collection[str], day: date, *, is_met: bool) -> None:
    """End every running limit of these rules."""
    for deadline in matter.deadlines:
        if deadline.is_running and deadline.rule in codes:
            deadline.ended_on, deadline.is_met = day, is_met


def running(matter: Matter, codes: Collection[str]) -> Deadline | None:
    """Return the limit of these rules that runs, the latest begun; None where none does."""
    found = [one for one in matter.deadlines if one.is_running and one.rule in codes]
    return found[-1] if found else None


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
    """Move every limit that ran by the days on which the matter stood still."""
    suspended_on = matter.suspended_on or resumed_on
    for former in [one for one in matter.deadlines if one.is_running]:
        counted = Counted(former.starts_on, former.end_on, former.due_on, (), former.is_tentative)
        moved = move(counted, suspended_on, resumed_on, former.unit, rules.calendar)
        former.ended_on = resumed_on
        span = former.number, former.unit
        _add(matter, former.rule, former.pack, DeadlineCause.RESUMED, span, moved)


def recount(matter: Matter, rules: Rules) -> bool:
    """Count again what was counted without a notice that is here now; whether a day changed."""
    changed = False
    for one in matter.deadlines:
        if not (one.is_running and one.is_tentative) or one.cause is not DeadlineCause.RULE:
            continue
        counted = count(one.starts_on, one.number, one.unit, rules.calendar)
        changed |= (counted.due, counted.is_tentative) != (one.due_on, one.is_tentative)
        one.end_on, one.due_on, one.is_tentative = counted.end, counted.due, counted.is_tentative
    matter.settle_due()
    return changed


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
