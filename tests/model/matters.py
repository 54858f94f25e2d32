"""Matters on their way: begun on a Monday, gone step by step, under the rules of the house."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from liaison_desktop.model.faults import Fault, NotSaved, ProblemCode
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_clocks import Rules, begin_clocks
from liaison_desktop.model.matter_guards import ENDS, OF_VOTER, Around, check_step
from liaison_desktop.model.matter_moves import take_step
from liaison_desktop.model.rule_pack import read_pack
from liaison_desktop.model.step import Step
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import (
    GuidedTo,
    MatterState,
    Move,
    Route,
    Way,
)
from liaison_desktop.paths import RESOURCES
from tests.builders import NOON, STATION_UID, a_matter
from tests.model.test_working_calendar import the_calendar

S, M = MatterState, Move
PACK = read_pack((RESOURCES / "rules" / "zhejiang.toml").read_text(encoding="utf-8"))
RULES = Rules({PACK.code: PACK}, the_calendar())
BEGAN = date(2026, 3, 2)
VOTER = UUID(int=7)
GIVEN: dict[str, object] = {
    "signed_by": "刘敏",
    "unit_name": "街道办城建办",
    "text": "已派人看过，三天内修好。",
    "deputy": "王建国",
    "way": Way.CALL,
    "archive_no": "2026-001",
    "phoned_at": datetime(2026, 3, 3, tzinfo=NOON.tzinfo),
    "phoned_to": "陈静",
    "guided_to": GuidedTo.COURT,
}


def around(day: date, **changes: object) -> Around:
    known: dict[str, object] = {"today": day, "received_on": BEGAN, "rules": RULES}
    known |= {"owed": {VOTER}, "to_hear": {VOTER}}
    return Around(**(known | changes))  # type: ignore[arg-type]  # fields by name


def a_step(matter: Matter, move: Move, day: date, **changes: object) -> Step:
    fields: dict[str, object] = {"uid": new_uid(NOON), "station_uid": STATION_UID}
    fields |= {"matter_uid": matter.uid, "person_uid": VOTER if move in OF_VOTER else None}
    return Step(**(fields | {"move": move, "done_on": day} | GIVEN | changes))  # type: ignore[arg-type]  # by name


def begun(**changes: object) -> Matter:
    matter = a_matter(**changes)
    matter.derive()
    begin_clocks(matter, BEGAN, RULES)
    return matter


def go(
    matter: Matter, move: Move, day: date = BEGAN, about: Around | None = None, **changes: object
) -> Matter:
    """Let a matter go one step that must be allowed."""
    step, about = a_step(matter, move, day, **changes), about or around(day)
    if move in ENDS:
        about = replace(about, owed=())
    take_step(matter, step, check_step(matter, step, about), about)
    return matter


def refusal(matter: Matter, move: Move, day: date = BEGAN, **changes: object) -> Fault:
    about = changes.pop("about", around(day))
    assert isinstance(about, Around)
    with pytest.raises(Fault) as refused:
        check_step(matter, a_step(matter, move, day, **changes), about)
    return refused.value


def problems(
    matter: Matter, move: Move, day: date = BEGAN, **changes: object
) -> list[tuple[str, ProblemCode]]:
    fault = refusal(matter, move, day, **changes)
    assert isinstance(fault, NotSaved)
    return [(problem.field, problem.code) for problem in fault.problems]


def assigned(**changes: object) -> Matter:
    return go(go(begun(**changes), M.ROUTE, route=Route.TO_LOCAL_UNIT), M.ASSIGN)
