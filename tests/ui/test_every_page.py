"""Every page fits the smallest screen, can be read aloud, opens no window of its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from liaison_desktop.model.consultation import AgendaItem
from liaison_desktop.model.reception_session import RotaSlot
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.main_window import SETTINGS, MainWindow
from liaison_desktop.ui.page import Page
from liaison_desktop.ui.pages import schedule
from liaison_desktop.ui.pages.meeting_parts import PARTS, PREPARE
from liaison_desktop.ui.pages.preparing import PreparePanel
from liaison_desktop.ui.pages.roll_panel import RollPanel
from liaison_desktop.ui.pages.rota_panel import RotaPanel
from tests.builders import NOON, a_consultation, a_participant, a_session, a_visit
from tests.ui.hands import Until
from tests.ui.test_shape import SMALLEST, nameless

PLACES = range(8)
ROLLS = (
    schedule.FIELD_VISITS,
    schedule.HOUSEHOLDS,
    schedule.ACTIVITIES,
    schedule.LEAVES,
    schedule.JOURNAL,
    schedule.PLAN,
)


def page_at(window: MainWindow, place: int, until: Until) -> Page:
    page = window.page_of(window.places[place])
    window.go_to(page)
    until(lambda: window.page is page)
    return page


@pytest.mark.parametrize("place", PLACES)
def test_a_page_fits_the_smallest_screen(main: MainWindow, until: Until, place: int):
    main.room.desk.visits.register(a_visit())
    page_at(main, place, until)
    main.resize(*SMALLEST)
    until(lambda: main.width() == SMALLEST[0])

    assert main.minimumSizeHint().width() <= SMALLEST[0]
    assert main.minimumSizeHint().height() <= SMALLEST[1]
    assert main.height() == SMALLEST[1]


def test_every_part_of_the_settings_fits_and_shows_its_way_to_save(main: MainWindow, until: Until):
    page_at(main, SETTINGS, until)
    main.resize(*SMALLEST)
    for kind in main.settings.kinds:
        panel = main.settings.panel(kind)
        main.settings.parts.set_value(kind)
        until(panel.isVisible)
        assert main.minimumSizeHint().height() <= SMALLEST[1]
        assert main.minimumSizeHint().width() <= SMALLEST[0]
        if not panel.save_button.isHidden():
            assert not panel.save_button.visibleRegion().isEmpty()
        assert nameless(main) == []


@pytest.mark.parametrize("place", PLACES)
def test_every_control_can_be_read_aloud(main: MainWindow, until: Until, place: int):
    main.room.desk.visits.register(a_visit())
    page_at(main, place, until)

    assert nameless(main) == []


def test_a_record_its_forms_and_the_backups_can_be_read_aloud(main: MainWindow, until: Until):
    visit = a_visit()
    main.room.desk.visits.register(visit)
    main.room.ways.to_visit.emit(visit.number)
    until(lambda: main.page is main.visits)
    record = main.visits.record()
    until(lambda: record.visit is not None)
    assert nameless(main) == []
    record.correct()
    assert nameless(main) == []
    record.go_back()
    until(lambda: record._stack.currentIndex() == 0)
    record.matter_button.click()
    assert nameless(main) == []
    main.go_to(main.data)
    main.data.show_backups()
    until(main.data.backup.isVisible)
    assert nameless(main) == []


def test_a_matter_and_its_steps_fit_and_can_be_read_aloud(main: MainWindow, until: Until):
    visit = a_visit()
    main.room.desk.visits.register(visit)
    main.room.ways.to_matter.emit(f"{visit.number}-1")
    view = main.matters.view
    until(lambda: view.facts is not None)
    main.resize(*SMALLEST)
    assert view.facts is not None
    for row in view.facts.rows:
        view.begin_step(row)
        QApplication.processEvents()
        assert nameless(main) == []
        assert main.minimumSizeHint().height() <= SMALLEST[1]
        assert main.minimumSizeHint().width() <= SMALLEST[0]
        view.step.give_up()
        until(lambda: view._stack.currentIndex() == 0)
    assert nameless(main) == []


def test_every_part_of_a_consultation_fits_and_can_be_read_aloud(main: MainWindow, until: Until):
    meeting = a_consultation(agenda=[AgendaItem(uid=new_uid(NOON), title="物业评价")])
    main.room.desk.talk.meetings.register(meeting)
    main.room.desk.talk.participants.register(a_participant(meeting))
    main.room.ways.to_consultation.emit(meeting.uid)
    view = main.consultations.view
    until(lambda: view.consultation is not None)
    main.resize(*SMALLEST)
    for part in PARTS:
        view.parts.set_value(part.key)
        widget = view.part(part.key)
        assert isinstance(widget, QWidget)
        until(lambda widget=widget: widget.isVisible() and widget.isAncestorOf(_focused()))
        assert main.minimumSizeHint().width() <= SMALLEST[0], part.key
        assert main.minimumSizeHint().height() <= SMALLEST[1], part.key
        assert nameless(main) == [], part.key
        assert not view.lead_button.visibleRegion().isEmpty()
    main.consultations.begin_new()
    until(lambda: not view.parts.isVisible())
    prepare = view.part(PREPARE)
    assert isinstance(prepare, PreparePanel)
    until(lambda: prepare.isAncestorOf(_focused()))
    assert not prepare.save_button.visibleRegion().isEmpty()
    assert main.minimumSizeHint().width() <= SMALLEST[0]


def _focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_making_the_pages_opens_no_window(main: MainWindow, until: Until):
    """A widget that is shown before it hangs in a window is a window, and takes the keys away."""
    for place in main.places:
        main.page_of(place)
        QApplication.processEvents()
        assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [main]


@pytest.mark.parametrize("place", PLACES)
def test_a_page_takes_the_keys_when_it_comes_in_front(main: MainWindow, until: Until, place: int):
    page = page_at(main, place, until)

    def has_focus() -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and page.isAncestorOf(focused)

    until(has_focus)


def test_nothing_is_scrolled_sideways(main: MainWindow, until: Until):
    main.resize(*SMALLEST)
    for place in PLACES:
        page = page_at(main, place, until)
        areas = [area for area in page.findChildren(QAbstractScrollArea) if area.isVisible()]
        assert not [_name(area) for area in areas if area.horizontalScrollBar().maximum() > 0]


def _name(widget: QWidget) -> str:
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return f"{type(widget).__name__} {widget.objectName()} {off}"


def test_every_part_of_the_schedule_fits_and_can_be_read_aloud(main: MainWindow, until: Until):
    main.go_to(main.schedule)
    main.resize(*SMALLEST)
    for name in (*ROLLS, schedule.ROTA):
        main.schedule.parts.set_value(name)
        panel = main.schedule.panel(name)
        assert isinstance(panel, QWidget)
        until(panel.isVisible)
        assert main.minimumSizeHint().width() <= SMALLEST[0], name
        assert main.minimumSizeHint().height() <= SMALLEST[1], name
        ways = [panel.plan_button] if isinstance(panel, RotaPanel) else []
        ways += [panel.save_button] if isinstance(panel, RollPanel) else []
        assert ways
        assert not any(way.visibleRegion().isEmpty() for way in ways), name
        assert nameless(main) == [], name


def test_a_reception_day_fits_and_can_be_read_aloud(main: MainWindow, until: Until):
    slots = [RotaSlot(name=name) for name in ("王建国", "周丽华", "李志强")]
    session = a_session(slots=slots, theme="老旧小区改造和加装电梯")
    main.room.desk.schedule.sessions.register(session)
    main.resize(*SMALLEST)
    main.room.ways.to_session.emit(session.uid)
    until(lambda: main.page is main.schedule and main.schedule.session.session is not None)
    view = main.schedule.session
    for _step in range(2):
        assert main.minimumSizeHint().width() <= SMALLEST[0]
        assert main.minimumSizeHint().height() <= SMALLEST[1]
        assert not view._first_button().visibleRegion().isEmpty()
        assert nameless(main) == []
        view.open_session()
        until(view.close_button.isVisible)
    view.parts.set_value(1)
    until(view.notices.isVisible)
    assert main.minimumSizeHint().width() <= SMALLEST[0]
    assert nameless(main) == []
