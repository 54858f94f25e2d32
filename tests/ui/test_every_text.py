"""Every line and box of the program: what is typed is in the store, or it is said why it need not.

Each page, form and question that can be opened is opened, and something is typed into all that it
shows. A text field that is new is not known here, and fails until it is opened and kept.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from liaison_desktop.desk.agenda import SESSION
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import StatementKind, StatementRoute
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Handling
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.pages import schedule
from liaison_desktop.ui.pages.calendar_move import DayDialog
from liaison_desktop.ui.pages.drawing import DrawDialog
from liaison_desktop.ui.pages.meeting_ending import MeetingEnding
from liaison_desktop.ui.pages.meeting_notes import MeetingNotes
from liaison_desktop.ui.pages.meeting_promises import MeetingPromises
from liaison_desktop.ui.pages.meeting_record import LiveRecord
from liaison_desktop.ui.pages.opinion_routes import OpinionRoutes
from liaison_desktop.ui.pages.preparing import PreparePanel
from liaison_desktop.ui.pages.roll_panel import RollPanel
from liaison_desktop.ui.pages.rota_panel import RotaPanel
from liaison_desktop.ui.pages.settings_users import UsersPanel
from liaison_desktop.ui.pages.signing_in import SignInPanel
from tests.builders import (
    a_commitment,
    a_consultation,
    a_deputy,
    a_participant,
    a_session,
    a_statement,
    a_unit,
    a_visit,
)
from tests.desk.test_agenda import posted
from tests.desk.test_matters import a_new_matter, assigned
from tests.homes import HEAD, StoppedClock, a_desk
from tests.ui.conftest import OpenDoor
from tests.ui.hands import Until
from tests.ui.test_every_page import ROLLS
from tests.ui.test_lock import come_in
from tests.ui.typing_walk import NOT_KEPT, UI, Walk, need_not_be_kept, sites_of_source


@pytest.fixture
def _made_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every line and box know where in the source it was made."""
    for kind in (Line, Box):

        def made(self: QWidget, *given: object, _made=kind.__init__, **named: object) -> None:
            _made(self, *given, **named)
            frame = sys._getframe(1)
            while frame.f_locals.get("self") is self and frame.f_back is not None:
                frame = frame.f_back
            file = Path(frame.f_code.co_filename)
            if file.is_relative_to(UI):
                at = f"{file.relative_to(UI).as_posix()}:{frame.f_lineno}"
                self.setProperty("made_at", at)

        monkeypatch.setattr(kind, "__init__", made)


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, HEAD)
    desk.settings.change({"has_queue": True})
    for name in ("王建国", "周丽华"):
        desk.deputies.register(a_deputy(name))
    yield desk
    desk.close()


@pytest.fixture
def walk(_made_at: None, home: Path, desk: Desk, open_door: OpenDoor, until: Until) -> Walk:
    window = come_in(open_door(home), HEAD, until)
    window.resize(1366, 900)
    return Walk(window, desk, until)


def through_visits(walk: Walk) -> None:
    window, until = walk.window, walk.until
    until(lambda: window.today.waiting.act is not None)
    walk.look("today")
    window.registering.emit()
    until(window.intake.view.isVisible)
    window.intake.form.show_more(True)
    walk.look("a new visit")
    visit: Visit = a_visit()
    walk.desk.visits.register(visit)
    window.room.ways.to_visit.emit(visit.number)
    record = window.visits.record()
    until(lambda: record.visit is not None)
    record.withdraw_button.click()
    walk.look("why a visit is withdrawn")
    record.correct()
    walk.look("a visit corrected")
    record.go_back()
    until(lambda: record._stack.currentIndex() == 0)
    record.matter_button.click()
    record.matter_form.fields["handling"].set_value(Handling.ANSWERED_ON_SITE)
    walk.look("a further matter")
    through_matter(walk)


def through_matter(walk: Walk) -> None:
    window, until = walk.window, walk.until
    walk.desk.units.register(a_unit("街道办城建办"))
    matter = a_new_matter(walk.desk, "李桂芳")
    window.room.ways.to_matter.emit(matter.number)
    view = window.matters.view
    until(lambda: view.facts is not None)
    assert view.facts is not None
    for row in view.facts.rows:
        view.begin_step(row)
        walk.look(f"the step {row.move}")
        view.step.give_up()
        until(lambda: view._stack.currentIndex() == 0)
    assigned(walk.desk, matter)
    view.open(matter.number)
    until(lambda: view.facts is not None and bool(view.facts.trail))
    view.begin_correction(view.facts.trail[-1])
    walk.look("a step corrected")


def through_deputies(walk: Walk) -> None:
    window, until = walk.window, walk.until
    window.room.ways.to_new_deputy.emit()
    view = window.visits.deputy()
    until(view.form.isVisible)
    walk.look("a new deputy")
    deputy = walk.desk.deputies.find("王建国")[0]
    window.room.ways.to_deputy.emit(deputy.uid)
    until(lambda: view.deputy is not None)
    view.withdraw_button.click()
    walk.look("why a deputy is withdrawn")
    view.correct()
    walk.look("a deputy corrected")


def through_settings(walk: Walk) -> None:
    window, until = walk.window, walk.until
    window.go_to(window.settings)
    for kind in window.settings.kinds:
        panel = window.settings.panel(kind)
        window.settings.parts.set_value(kind)
        until(panel.isVisible)
        until(lambda panel=panel: panel.draft.act is not None or not _asks(panel))
        walk.look(f"settings {kind.__name__}")
    window.settings.parts.set_value(UsersPanel)
    until(window.settings.panel(UsersPanel).isVisible)
    window.settings.panel(UsersPanel).begin_new()
    walk.look("a new user")


def _asks(panel: QWidget) -> bool:
    return bool([*panel.findChildren(Line), *panel.findChildren(Box)])


def through_schedule(walk: Walk) -> None:
    window, desk, until = walk.window, walk.desk, walk.until
    session = a_session(held_on=desk.today())
    desk.schedule.sessions.register(session)
    desk.schedule.notices.register(posted(session))
    window.go_to(window.schedule)
    panel = window.schedule.calendar
    until(lambda: panel.sheet is not None)
    assert panel.sheet is not None
    rows = [entry.row for entry in panel.sheet.entries(desk.today())]
    row = next(one for one in rows if one.kind == SESSION)
    panel.side.entry.moving.emit(row)
    until(lambda: bool(panel.findChildren(DayDialog)))
    dialog = panel.findChildren(DayDialog)[0]
    until(dialog.isVisible)
    walk.look("another day", dialog)
    dialog.reject()
    panel.side.entry.cancelling.emit(row)
    walk.look("why a day is called off")
    panel.plan_session(desk.today())
    until(lambda: panel.side.is_typing)
    walk.look("a new session")
    window.schedule.parts.set_value(schedule.ROTA)
    rota = window.schedule.panel(schedule.ROTA)
    assert isinstance(rota, RotaPanel)
    until(rota.isVisible)
    walk.look("the rota")
    rota.begin_rule()
    until(rota.form.isVisible)
    walk.look("a rule")
    for name in ROLLS:
        through_roll(walk, name)
    window.room.ways.to_session.emit(session.uid)
    view = window.schedule.session
    until(lambda: view.opened is not None)
    walk.look("a session")
    view.parts.set_value(1)
    until(view.notices.isVisible)
    walk.look("a notice")


def through_roll(walk: Walk, name: str) -> None:
    walk.window.schedule.parts.set_value(name)
    roll = walk.window.schedule.panel(name)
    assert isinstance(roll, RollPanel)
    walk.until(roll.isVisible)
    walk.look(name)
    if name == schedule.ACTIVITIES:
        assert roll.sheet.names is not None
        roll.form.fields[roll.sheet.names.attribute].set_value("王建国")
        roll.form.presences.rows["王建国"].set_value(Presence.ABSENT)
        roll.form.presences._changed()
        walk.look("who stayed away", roll.form.presences)


def through_consultations(walk: Walk) -> None:
    window, desk, until = walk.window, walk.desk, walk.until
    meeting = a_consultation(is_yearly=True)
    desk.talk.meetings.register(meeting)
    desk.talk.participants.register(a_participant(meeting, "李桂芳"))
    window.room.ways.to_consultation.emit(meeting.uid)
    view = window.consultations.view
    until(lambda: view.consultation is not None)
    view.parts.set_value("prepare")
    prepare = view.part("prepare")
    assert isinstance(prepare, PreparePanel)
    until(lambda: prepare.meeting is not None)
    prepare.form.agenda.add_button.click()
    walk.look("a meeting prepared")
    prepare.draw()
    until(lambda: bool(prepare.findChildren(DrawDialog)))
    walk.look("a draw", prepare.findChildren(DrawDialog)[0])
    prepare.findChildren(DrawDialog)[0].reject()
    desk.talk.meetings.open(desk.talk.meetings.load(meeting.uid))
    said = a_statement(meeting, "电梯坏了。", kind=StatementKind.SUGGESTION)
    desk.talk.statements.register(said)
    desk.talk.commitments.register(a_commitment(meeting, "公示记录", unit_name="物业公司"))
    through_record(walk, meeting)
    through_notes(walk)
    through_people(walk)
    through_outcomes(walk)
    through_ending(walk, meeting)


def part_of(walk: Walk, key: str) -> QWidget:
    view = walk.window.consultations.view
    view.parts.set_value(key)
    part = view.part(key)
    assert isinstance(part, QWidget)
    walk.until(part.isVisible)
    return part


def through_record(walk: Walk, meeting: Consultation) -> None:
    until = walk.until
    walk.window.consultations.view.open(meeting.uid)
    record = part_of(walk, "record")
    assert isinstance(record, LiveRecord)
    until(lambda: record.meeting is not None and bool(record.list.statements.rows))
    until(record.entry.isVisible)
    record.agenda.begin_adding()
    walk.look("a record")
    record.make_promise()
    walk.look("a promise")
    record.promise.give_up()
    row = record.list.statements.rows[0]
    record.at_rows.correct(row.uid)
    walk.look("a statement corrected")
    record.form.give_up()
    record.phrases.begin([])
    walk.look("phrases")
    record.phrases.give_up()


def through_notes(walk: Walk) -> None:
    until = walk.until
    notes = part_of(walk, "notes")
    assert isinstance(notes, MeetingNotes)
    until(lambda: notes.meeting is not None)
    walk.look("notes")
    notes.box.set_value("李桂芳：路灯不亮。")
    until(lambda: bool(notes.rows))
    notes._ask_name(notes.rows[0][0].uid)
    walk.look("who spoke")


def through_people(walk: Walk) -> None:
    until = walk.until
    sign_in = part_of(walk, "sign_in")
    assert isinstance(sign_in, SignInPanel)
    until(lambda: sign_in.rows.model_of.rowCount() > 0)
    walk.look("signing in")
    sign_in.rows.choose(0)
    sign_in.correct()
    until(sign_in.card.isVisible)
    walk.look("a participant")


def through_outcomes(walk: Walk) -> None:
    until = walk.until
    routes = part_of(walk, "routes")
    assert isinstance(routes, OpinionRoutes)
    until(lambda: routes.list.chosen() is not None)
    for route in StatementRoute:
        routes.choose(route)
        walk.look(f"the route {route}")
        routes.form.give_up()
    promises = part_of(walk, "promises")
    assert isinstance(promises, MeetingPromises)
    until(lambda: "report" in promises.panel.buttons)
    for act in list(promises.panel.buttons):
        promises.panel.buttons[act].click()
        walk.look(f"a promise: {act}")
        promises.panel.give_up()


def through_ending(walk: Walk, meeting: Consultation) -> None:
    until, desk = walk.until, walk.desk
    one = desk.talk.meetings.finish(desk.talk.meetings.load(meeting.uid))
    walk.window.consultations.view.open(meeting.uid)
    ending = part_of(walk, "ending")
    assert isinstance(ending, MeetingEnding)
    until(ending.sign_button.isVisible)
    walk.look("signed on paper")
    desk.talk.meetings.sign(one, "刘敏", desk.today())
    walk.window.consultations.view.open(meeting.uid)
    until(ending.add_button.isVisible)
    walk.look("an addition")


WAYS: list[Callable[[Walk], None]] = [
    through_visits,
    through_deputies,
    through_settings,
    through_schedule,
    through_consultations,
]


def test_whatever_is_typed_is_in_the_store(walk: Walk) -> None:
    for way in WAYS:
        way(walk)
    missed = {site for site in sites_of_source if not need_not_be_kept(site)} - walk.kept

    assert walk.lost == []
    assert sorted(f"{site} {sites_of_source[site]}" for site in missed) == []


def test_what_need_not_be_kept_is_there() -> None:
    functions = set(sites_of_source.values())
    files = {function.partition("::")[0] for function in functions}
    assert {name for name in NOT_KEPT if name not in functions | files} == set()
