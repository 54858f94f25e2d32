"""Forty matters in a day, through the screen; the totals of the ledger are those of the file."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.ledgers import MATTERS
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.words import MatterState, Move, ResultClass, Route, Satisfaction
from liaison_desktop.model.work_lists import Work
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.matter_view import MatterView
from tests.builders import a_unit
from tests.desk.test_matters import a_new_matter
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import Until, print_what_is_shown

M, S = Move, MatterState
ROUTES = [
    *[Route.TO_LOCAL_UNIT] * 20,
    *[Route.TO_COMMUNITY] * 5,
    *[Route.TO_COUNTY] * 4,
    *[Route.DECLINED] * 3,
    *[Route.FOR_REFERENCE] * 3,
    *[Route.ANSWERED_ON_SITE] * 3,
    *[Route.TO_SUGGESTION] * 2,
]
SIGNED = {"signed_by": "刘敏"}


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    desk.units.register(a_unit("街道办城建办"))
    yield desk
    desk.close()


@pytest.fixture
def matters(desk: Desk) -> list[Matter]:
    return [a_new_matter(desk, title=f"第 {n} 件") for n in range(len(ROUTES))]


def step(view: MatterView, until: Until, number: str, move: Move, **said: object) -> None:
    """Open a matter, press its button, fill in the fields and save."""
    view.room.ways.to_matter.emit(number)
    until(
        lambda: (
            view.facts is not None
            and view.facts.matter.number == number
            and move in view.move_buttons
        )
    )
    before = view.facts
    view.move_buttons[move].click()
    until(view.step.isVisible)
    for name, value in said.items():
        view.step.fields[name].set_value(value)
    if not view.step.none_of_these.isHidden():
        view.step.none_of_these.set_value(True)
    view.step.save()
    until(lambda: not view.step.isVisible() and view.facts is not before)


def test_forty_matters_in_a_day(
    home: Path, matters: list[Matter], desk: Desk, open_door: OpenDoor, log_in: LogIn, until: Until
):
    window: MainWindow = log_in(open_door(home))
    view = window.matters.view
    for matter, route in zip(matters, ROUTES, strict=True):
        said = {"route": route, "text": "按规定办理", "deputy": "王建国", "guided_to": "court"}
        step(view, until, matter.number, M.ROUTE, **SIGNED, **said)
    handed = matters[:29]
    for matter, route in zip(handed, ROUTES, strict=False):
        move = M.TRANSFER if route is Route.TO_COUNTY else M.ASSIGN
        step(view, until, matter.number, move, **SIGNED, unit_name="街道办城建办")
    for matter in handed[:5]:
        answer = {"text": "已修好", "result_class": ResultClass.RESOLVED}
        step(view, until, matter.number, M.REPLY, **SIGNED, **answer)
    for matter in handed[:3]:
        step(view, until, matter.number, M.FEED_BACK, way="call")
        step(
            view, until, matter.number, M.EVALUATE, way="call", satisfaction=Satisfaction.SATISFIED
        )
    window.matters.view.print_form("evaluation")
    print_what_is_shown(window, until)

    states = Counter(desk.matters.load(matter.number).state for matter in matters)
    assert states == {
        S.ASSIGNED: 20,
        S.TRANSFERRED: 4,
        S.REPLIED: 2,
        S.CLOSED: 3,
        S.DECLINED: 3,
        S.FOR_REFERENCE: 3,
        S.ANSWERED_ON_SITE: 3,
        S.AWAITING_DEPUTY: 2,
    }
    verbs = desk.ledger(MATTERS)
    labels = [column.name for column in MATTERS.columns]
    rows = [dict(zip(labels, row, strict=True)) for row in verbs.rows(verbs.find_ids())]
    with desk._store.read() as session:
        count, handed_over = session.execute(
            text("SELECT count(*), count(assigned_on) FROM matter")
        ).one()
    assert (len(rows), count, verbs.total()) == (40, 40, 40)
    assert sum(bool(row["assigned_on"]) for row in rows) == handed_over == 29
    counts = desk.work.count_all()
    assert (counts[Work.IN_HAND], counts[Work.TO_FEED_BACK], counts[Work.TO_ASSIGN]) == (24, 2, 2)
