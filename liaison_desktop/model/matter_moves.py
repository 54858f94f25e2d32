"""一步办理 — what a step makes of a matter: its state, its limits, and what lists show of it."""

from collections.abc import Callable, Mapping
from uuid import UUID

from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_clocks import (
    Rules,
    await_latecomer,
    go_on,
    put_off,
    running,
    start_clock,
    stop_clocks,
    stop_of_voter,
)
from liaison_desktop.model.matter_flow import (
    ENDING,
    EVERY_CLOCK,
    LAST_CLOCKS,
    ROUTES,
    VOTER_CLOCKS,
    Row,
)
from liaison_desktop.model.matter_guards import Around
from liaison_desktop.model.step import Step
from liaison_desktop.model.words import (
    DeadlineCause,
    MatterState,
    Move,
    ResultClass,
    Satisfaction,
)

NOT_DONE = frozenset({Move.RETURN, Move.MERGE, Move.ARCHIVE, Move.REDO, Move.CLOSE})
"""Moves after which a limit no longer runs, without what it asked for having been done."""

JOINED_LATE = frozenset({MatterState.EVALUATING, MatterState.TRACKED})
"""States in which a matter was answered, and another may still be merged into it."""

CLOSING = frozenset({MatterState.CLOSED, MatterState.TRACKED})
WORST_FIRST = (
    Satisfaction.DISSATISFIED,
    Satisfaction.MOSTLY_SATISFIED,
    Satisfaction.SATISFIED,
    Satisfaction.NOT_EVALUATED,
)


def state_after(matter: Matter, step: Step, row: Row, *, is_all_heard: bool) -> MatterState:
    """Return where the step leads, by the table or by what was entered.

    `is_all_heard` says, of an evaluation, whether no other voter is still to be asked.
    """
    if row.move is Move.ROUTE and step.route is not None:
        return ROUTES[step.route].target
    if row.move is Move.EVALUATE and step.satisfaction is Satisfaction.DISSATISFIED:
        return MatterState.REDO
    if row.move is Move.EVALUATE and not is_all_heard:
        return matter.state
    if row.move in {Move.EVALUATE, Move.CLOSE} and row.target is None:
        return MatterState.TRACKED if has_open_promise(matter) else MatterState.CLOSED
    if row.move is Move.RESUME and matter.former_state is not None:
        return matter.former_state
    return row.target or matter.state


def has_open_promise(matter: Matter) -> bool:
    """Return whether something was promised that is not done yet."""
    return matter.result_class is ResultClass.PLANNED and not matter.is_fulfilled


def take_step(matter: Matter, step: Step, row: Row, around: Around) -> None:
    """Let the matter go the step, which its guards have let pass."""
    assert step.done_on is not None  # noqa: S101 - the table asks for it
    rules = around.rules
    after = state_after(matter, step, row, is_all_heard=around.is_all_heard(step))
    step.state_before = matter.state
    if step.move is Move.EVALUATE:
        _stop_of_voters(matter, step, after, around.told_by)
    elif step.move is not Move.FEED_BACK or around.is_all_told(step):
        stop_clocks(matter, row.stops, step.done_on, is_met=row.move not in NOT_DONE)
    if step.move is Move.FEED_BACK and around.told_by is not None:
        stop_of_voter(matter, around.told_by, step.done_on, is_met=False)  # told anew, asked once
    if row.move is Move.RESUME:
        go_on(matter, step.done_on, rules)
    _EFFECTS.get(row.move, _none)(matter, step, rules)
    for code in row.starts:
        is_own = code in VOTER_CLOCKS
        if running(matter, (code,)) is None or (is_own and step.person_uid is not None):
            cause = DeadlineCause.REDO if code == "redo" else DeadlineCause.RULE
            start_clock(matter, code, step.done_on, rules, cause, step.uid if is_own else None)
    if row.move is Move.LINK and around.owed and _is_unawaited(matter):
        await_latecomer(matter, step.done_on, rules)
    if row.move in {Move.EVALUATE, Move.CLOSE} and after in CLOSING:
        matter.closed_on = step.done_on
    matter.state = step.state_after = after
    matter.steps += 1
    matter.settle_due()


def _stop_of_voters(matter: Matter, step: Step, after: MatterState, told_by: UUID | None) -> None:
    """End the limit of the voter who was asked, and of everybody once nobody is waited for.

    One who was not told or not heard by then did not keep his day, nor did who never answered.
    """
    assert step.done_on is not None  # noqa: S101 - the table asks for it
    is_met = step.satisfaction is not Satisfaction.NOT_EVALUATED
    if told_by is not None:
        stop_of_voter(matter, told_by, step.done_on, is_met=is_met)
    if after is not MatterState.EVALUATING:
        is_met = is_met and told_by is None
        stop_clocks(matter, LAST_CLOCKS, step.done_on, is_met=is_met)


def _is_unawaited(matter: Matter) -> bool:
    """Return whether a matter was answered and no limit asks for anybody to be told of it."""
    return matter.state in JOINED_LATE and running(matter, ("feed_back",)) is None


def _none(_matter: Matter, _step: Step, _rules: Rules) -> None:
    """Nothing but the state changes."""


def _route(matter: Matter, step: Step, _rules: Rules) -> None:
    matter.route, matter.routed_on = step.route, step.done_on
    matter.deputy = step.deputy
    if step.guided_to is not None:
        matter.guided_to = step.guided_to
    if step.done_on is not None and step.route in ENDING:
        stop_clocks(matter, EVERY_CLOCK, step.done_on, is_met=True)
    if step.route is not None and ROUTES[step.route].target is MatterState.ANSWERED_ON_SITE:
        matter.onsite_reply = matter.onsite_reply or step.text


def _confirm(matter: Matter, step: Step, _rules: Rules) -> None:
    matter.deputy = step.deputy or matter.deputy
    matter.assigned_on = step.done_on


def _hand_over(matter: Matter, step: Step, rules: Rules) -> None:
    matter.unit_uid, matter.unit_name = step.unit_uid, step.unit_name
    matter.co_units, matter.assigned_on = step.co_units, step.done_on
    matter.acknowledged_on = None
    if step.co_units and step.done_on is not None:
        start_clock(matter, "co_handle", step.done_on, rules)


def _forward(matter: Matter, step: Step, _rules: Rules) -> None:
    matter.unit_uid, matter.unit_name = step.unit_uid, step.unit_name
    matter.forwarded_on = step.done_on


def _acknowledge(matter: Matter, step: Step, _rules: Rules) -> None:
    matter.acknowledged_on = step.done_on


def _return(matter: Matter, _step: Step, _rules: Rules) -> None:
    matter.returns += 1


def _extend(matter: Matter, step: Step, rules: Rules) -> None:
    if step.due_on is not None and step.done_on is not None:
        put_off(matter, step.due_on, step.done_on, rules)


def _chase(matter: Matter, _step: Step, _rules: Rules) -> None:
    matter.chases += 1


def _reply(matter: Matter, step: Step, _rules: Rules) -> None:
    matter.replied_on, matter.result_class = step.done_on, step.result_class
    is_promise = step.result_class is ResultClass.PLANNED
    matter.promised_on = step.due_on if is_promise else None
    matter.is_fulfilled, matter.fed_back_on, matter.satisfaction = False, None, None


def _fulfil(matter: Matter, step: Step, _rules: Rules) -> None:
    matter.is_fulfilled, matter.replied_on = True, step.done_on
    matter.fed_back_on, matter.satisfaction, matter.closed_on = None, None, None


def _feed_back(matter: Matter, step: Step, _rules: Rules) -> None:
    matter.fed_back_on = step.done_on


def _evaluate(matter: Matter, step: Step, rules: Rules) -> None:
    given = {matter.satisfaction, step.satisfaction}
    matter.satisfaction = next((one for one in WORST_FIRST if one in given), None)
    if step.satisfaction is Satisfaction.DISSATISFIED and step.done_on is not None:
        _redo(matter, step, rules)
        start_clock(matter, "redo", step.done_on, rules, DeadlineCause.REDO)


def _redo(matter: Matter, _step: Step, _rules: Rules) -> None:
    matter.redos += 1
    matter.closed_on = None


def _suspend(matter: Matter, step: Step, _rules: Rules) -> None:
    matter.former_state, matter.suspended_on = matter.state, step.done_on


def _resume(matter: Matter, _step: Step, _rules: Rules) -> None:
    matter.former_state, matter.suspended_on = None, None


def _merge(matter: Matter, step: Step, _rules: Rules) -> None:
    matter.merged_into = step.other_uid


def _archive(matter: Matter, step: Step, _rules: Rules) -> None:
    matter.archive_no = step.archive_no


_EFFECTS: Mapping[Move, Callable[[Matter, Step, Rules], None]] = {
    Move.ROUTE: _route,
    Move.CONFIRM: _confirm,
    Move.ASSIGN: _hand_over,
    Move.TRANSFER: _hand_over,
    Move.REASSIGN: _hand_over,
    Move.FORWARD: _forward,
    Move.ACKNOWLEDGE: _acknowledge,
    Move.RETURN: _return,
    Move.EXTEND: _extend,
    Move.CHASE: _chase,
    Move.SUPERVISE: _chase,
    Move.REPLY: _reply,
    Move.FULFIL: _fulfil,
    Move.FEED_BACK: _feed_back,
    Move.EVALUATE: _evaluate,
    Move.REDO: _redo,
    Move.SUSPEND: _suspend,
    Move.RESUME: _resume,
    Move.MERGE: _merge,
    Move.ARCHIVE: _archive,
}
