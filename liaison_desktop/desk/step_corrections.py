"""更正一步 — a step of a matter corrected, whichever it is, and all that followed from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import MOST_REASON, load_record
from liaison_desktop.desk.history import Teller, names_of
from liaison_desktop.desk.owed import (
    Owed,
    Voter,
    is_chased,
    is_of,
    owed_of,
    standing,
    steps_of,
    to_hear_of,
    voters_of,
)
from liaison_desktop.desk.voter_days import AWAITING, follow_voters
from liaison_desktop.desk.voters_then import VotersThen
from liaison_desktop.model.faults import NotFound, NotSaved, Problem, ProblemCode, Refused
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.history import Revision
from liaison_desktop.model.ledger import Viewer
from liaison_desktop.model.matter import SET_BY_STEPS, Deadline, Matter
from liaison_desktop.model.matter_flow import row_of
from liaison_desktop.model.matter_guards import (
    GIVES_AWAY,
    OF_VOTER,
    WITH_OTHER,
    Around,
    check_words,
    co_units_named,
    wrong_voter,
)
from liaison_desktop.model.matter_trail import FIXED, MERE_WORDS, Break, moved_on, replay
from liaison_desktop.model.step import Step
from liaison_desktop.model.texts import text_problems, visible
from liaison_desktop.model.times import business_day
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Move, ResultClass, Route, label
from liaison_desktop.store.former import Values, former_values, present_values
from liaison_desktop.store.revisions import revisions_of

UNDONE = "撤销"
"""The reason of a change that takes another back."""

NAMES_UNIT = GIVES_AWAY | {Move.CO_HANDLE, Move.SUBMIT}
MIRRORED = frozenset({"done_on", "text"})
"""What 并入 and 关联 say alike in the trails of both matters."""

COUNTED_APART = frozenset({"link_count", "corrections", "deadlines"})
"""What a matter bears that its own steps do not set."""


@dataclass(frozen=True)
class StepChange:
    """One correction of a step: its act, when, who, why, and (label, old, new) of each field."""

    act: UUID | None
    at: datetime
    who: str
    reason: str
    fields: Sequence[tuple[str, str, str]]


def correct_step(
    session: Session,
    matter: Matter,
    uid: UUID,
    changes: Mapping[str, Any],
    reason: str,
    around: Around,
) -> None:
    """Let a step of a matter say something else, and count again what follows from it.

    `around` has the day, the day on which the matter was received, and the rules. Refused or
    NotSaved as `Matters.correct_step`; the matter and the step are then left to the rollback.
    """
    _refuse_reason(reason)
    trail = steps_of(session, matter)
    step = next((one for one in trail if one.uid == uid), None)
    if step is None:
        raise NotFound("step", str(uid))
    _correct(session, matter, step, changes, around)
    said = {name: changes[name] for name in MIRRORED & changes.keys()}
    if step.move in WITH_OTHER and said:
        _correct_mirror(session, step, said, around)


def _correct(
    session: Session,
    matter: Matter,
    step: Step,
    changes: Mapping[str, Any],
    around: Around,
    named: str = "",
) -> None:
    """Correct one step; `named` is the number of its matter, where a refusal must say which."""
    trail, people = steps_of(session, matter), voters_of(session, matter)
    then = VotersThen(session, matter)
    before = present_values(step)
    uncorrected, breaks = replay_all(matter, trail, then, around)
    _change(session, step, changes, people)
    changed = {name for name, value in present_values(step).items() if value != before[name]}
    if not changed:
        raise Refused("nothing_corrected")
    _check(matter, step, trail, then, around)
    if changed - MERE_WORDS:
        again, now = replay_all(matter, trail, then, around)
        _refuse_breaks(step, trail, [one for one in now if one not in breaks], named)
        _take_over(matter, uncorrected, again)
    _carry_words(matter, step, before)
    matter.corrections += 1


def _correct_mirror(session: Session, step: Step, said: Mapping[str, Any], around: Around) -> None:
    """Let the trail of the other matter say the same: it is one act, entered in both."""
    mirror = mirror_of(session, step)
    if mirror is None or all(getattr(mirror, name) == value for name, value in said.items()):
        return
    other = load_record(session, Matter, mirror.matter_uid)
    received_on = load_record(session, Visit, other.visit_uid).received_on
    known = replace(around, received_on=received_on)
    _correct(session, other, mirror, said, known, other.number)


def mirror_of(session: Session, step: Step) -> Step | None:
    """Return the step by which the other matter tells of the same 并入 or 关联.

    Both are entered one after the other, so the steps between two matters stand in pairs.
    """
    ends = {step.matter_uid, step.other_uid}
    query = select(Step).where(
        Step.move.in_(WITH_OTHER), Step.matter_uid.in_(ends), Step.other_uid.in_(ends)
    )
    between = list(session.scalars(query.order_by(Step.id)))
    place = between.index(step) ^ 1
    return between[place] if place < len(between) else None


def _refuse_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("reason_missing")
    if errors := text_problems("correction_reason", reason, MOST_REASON, multiline=True):
        raise NotSaved(errors)


def _change(
    session: Session, step: Step, changes: Mapping[str, Any], people: Sequence[Owed]
) -> None:
    allowed = fields_of(Step).keys() - FIXED
    if unknown := sorted(changes.keys() - allowed):
        raise NotSaved([Problem(name, ProblemCode.UNKNOWN_KEY) for name in unknown])
    if changes.get("unit_name", step.unit_name) != step.unit_name:
        step.unit_uid = None
    before = step.person_uid
    for name, value in changes.items():
        setattr(step, name, value)
    if step.result_class is not None and step.result_class is not ResultClass.PLANNED:
        step.promise, step.due_on = "", None
    if "unit_name" in changes or "unit_uid" in changes:  # one that was closed since stays named
        name_unit(session, step)
    if "co_units" in changes:
        refuse_unknown_co_units(session, step)
    if step.person_uid != before:
        step.person = ""
        _name(step, people)


def replay_all(
    matter: Matter, trail: Sequence[Step], then: VotersThen, around: Around
) -> tuple[Matter, list[Break]]:
    """Return what these steps make of a matter, with its voters as they were known at each.

    What the days of the matter followed when its voters changed between two steps, they follow
    again. Refused as `replay`.
    """

    def settle(again: Matter, place: int) -> None:
        earlier = trail[:place]
        if not earlier or again.state not in AWAITING:
            return
        until = trail[place].entered_at if place < len(trail) else None
        for moment in then.changes(earlier[-1].entered_at, until):
            voters = standing(then.at(moment, earlier[-1].id + 1), earlier)
            follow_voters(again, voters, earlier, business_day(moment), around.rules)

    gone = [(step, _before(step, trail[:place], then, around)) for place, step in enumerate(trail)]
    return replay(matter, gone, settle)


def _before(step: Step, earlier: Sequence[Step], then: VotersThen, around: Around) -> Around:
    """Return what was around a step, with the voters that were known when it was taken."""
    voters = standing(then.at(step.entered_at, step.id), earlier)
    return with_voters(around, voters, earlier, step)


def _check(
    matter: Matter, step: Step, trail: Sequence[Step], then: VotersThen, around: Around
) -> None:
    """Raise what is wrong with a step as it says now, by what was around it then."""
    place = trail.index(step)
    earlier = trail[:place]
    stood, _breaks = replay_all(matter, earlier, then, around)
    known = replace(_before(step, earlier, then, around), moved_on=moved_on(earlier))
    if step.move in OF_VOTER and (fault := wrong_voter(step, known)):
        raise fault
    row = row_of(step.move, step.state_before)
    if row is None:
        raise Refused("other_state", key=label(step.move))
    stood.about_unit = matter.about_unit
    check_words(stood, step, row, known)


def _refuse_breaks(step: Step, trail: Sequence[Step], breaks: Sequence[Break], named: str) -> None:
    for one in breaks:
        broken = next(each for each in trail if each.uid == one.step)
        if broken is step:
            raise NotSaved([one.problem])
        key = f"{named} {label(broken.move)} {broken.done_on}".strip()
        is_early = one.problem.code is ProblemCode.TOO_EARLY
        code = "trail_too_early" if is_early else "trail_too_late"
        raise Refused(code, key=key, name=one.problem.detail)


def _take_over(matter: Matter, uncorrected: Matter, again: Matter) -> None:
    """Let a matter bear what its steps came to when they were gone once more.

    A limit that the correction did not touch stays as it was counted in its time, even where the
    calendar has come out since.
    """
    for name in SET_BY_STEPS - COUNTED_APART:
        if getattr(matter, name) != getattr(again, name):
            setattr(matter, name, getattr(again, name))
    before, deadlines = list(uncorrected.deadlines), list(again.deadlines)
    uncorrected.deadlines, again.deadlines = [], []
    if len(before) == len(matter.deadlines):
        for place, (was, own) in enumerate(zip(before, matter.deadlines, strict=True)):
            if place < len(deadlines) and _counted(deadlines[place]) == _counted(was):
                deadlines[place] = own
    if [id(one) for one in deadlines] != [id(one) for one in matter.deadlines]:
        matter.deadlines = deadlines
    matter.derive()
    matter.settle_due()


def _counted(one: Deadline) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in fields_of(Deadline))


def _carry_words(matter: Matter, step: Step, before: Values) -> None:
    """Let what a decision put into the matter itself follow the decision."""
    if step.move is not Move.ROUTE:
        return
    if step.guided_to != before["guided_to"] and matter.guided_to == before["guided_to"]:
        matter.guided_to = step.guided_to
    if step.route is Route.ANSWERED_ON_SITE and matter.onsite_reply == before["text"]:
        matter.onsite_reply = step.text


def with_voters(
    around: Around, voters: Sequence[Voter], trail: Sequence[Step], step: Step
) -> Around:
    """Return what is around a step, with who was yet to be told and asked after this trail."""
    people = [voter.who for voter in voters]
    own = next((voter for voter in voters if is_of(step, voter.who, people)), None)

    def named(one: Owed) -> UUID:
        is_own = own is not None and one is own.who and step.person_uid is not None
        return step.person_uid if is_own and step.person_uid else one.person_uid

    return replace(
        around,
        owed=[named(one) for one in owed_of(voters)],
        to_hear=[named(one) for one in to_hear_of(voters)],
        is_chased=is_chased(trail, own.told if own else None),
        told_by=own.told.uid if own and own.told else None,
    )


def name_unit(session: Session, step: Step) -> None:
    """Let a step name a unit by uid and name both, by whichever was given."""
    name = step.unit_name.strip()
    if step.move not in NAMES_UNIT or (not name and step.unit_uid is None):
        return
    named = Unit.uid == step.unit_uid if step.unit_uid is not None else Unit.name == name
    query = select(Unit).where(named, Unit.withdrawn_at.is_(None)).order_by(Unit.id)
    unit = session.scalar(query.limit(1))
    if unit is None:
        raise NotSaved([Problem("unit_name", ProblemCode.UNIT_UNKNOWN, detail=name)])
    step.unit_uid, step.unit_name = unit.uid, unit.name


def refuse_unknown_co_units(session: Session, step: Step) -> None:
    """Raise NotSaved for a unit that is to take part and is not registered, with its name."""
    names = co_units_named(step) if step.move in GIVES_AWAY else []
    query = select(Unit.name).where(Unit.name.in_(names), Unit.withdrawn_at.is_(None))
    unknown = [name for name in names if name not in set(session.scalars(query))] if names else []
    if unknown:
        raise NotSaved([Problem("co_units", ProblemCode.UNIT_UNKNOWN, detail="、".join(unknown))])


def name_voter(step: Step, voters: Sequence[Voter]) -> None:
    """Let a step that is of a voter say which, where only one can be meant, and bear his name."""
    waiting = owed_of(voters) if step.move is Move.FEED_BACK else to_hear_of(voters)
    if step.move in OF_VOTER and step.person_uid is None and len(waiting) == 1:
        step.person_uid = waiting[0].person_uid
    _name(step, [voter.who for voter in voters])


def _name(step: Step, people: Sequence[Owed]) -> None:
    for one in people:
        if one.person_uid == step.person_uid:
            step.person = one.name


def is_corrected_by(session: Session, step: Step, acts: set[UUID | None]) -> Values | None:
    """Return what a step said before one of these acts corrected it; None where it took it."""
    revisions = revisions_of(session, step)
    return former_values(revisions[-1]) if revisions and revisions[-1].act in acts else None


def changes_of_steps(
    session: Session, trail: Sequence[Step], viewer: Viewer
) -> dict[UUID, list[StepChange]]:
    """Return what was corrected of these steps, by the step, oldest first."""
    query = select(Revision).where(
        Revision.kind == "step", Revision.uid.in_([step.uid for step in trail])
    )
    revisions = list(session.scalars(query.order_by(Revision.id)))
    names = names_of(session, revisions)
    return {
        step.uid: list(_changes(step, own, names, Teller("step", viewer)))
        for step in trail
        if (own := [one for one in revisions if one.uid == step.uid])
    }


def _changes(
    step: Step, revisions: Sequence[Revision], names: Mapping[UUID | None, str], tell: Teller
) -> Iterator[StepChange]:
    states = [*(former_values(one) for one in revisions), present_values(step)]
    for place, one in enumerate(revisions):
        fields = tell.differences(states[place], states[place + 1])
        if fields:
            yield StepChange(
                one.act, one.at, names.get(one.user_uid, ""), visible(one.reason), fields
            )
