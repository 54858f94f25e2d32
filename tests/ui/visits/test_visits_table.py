"""The table of a ledger: a million rows, of which those in sight are read and no others."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from threading import Event

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from liaison_desktop.model.faults import Fault, Unusable
from liaison_desktop.model.ledgers import VISITS
from liaison_desktop.ui import theme
from liaison_desktop.ui.table.column_widths import Wish, share_out
from liaison_desktop.ui.table.ledger_feed import LedgerFeed
from liaison_desktop.ui.table.ledger_model import MOST_PAGES, PAGE, LedgerModel, Row
from liaison_desktop.ui.table.ledger_view import Appearance, LedgerView
from liaison_desktop.ui.tokens import Tokens
from liaison_desktop.ui.worker import Worker
from tests.ui.hands import Key, Until, press, type_keys

MILLION = 1_000_000
TITLE = [column.name for column in VISITS.columns].index("title")


class Register:
    """Rows as a desk tells them; it can be held up, and it can fail."""

    def __init__(self) -> None:
        self.read: list[int] = []
        self.may_read = Event()
        self.may_read.set()
        self.fault: Fault | None = None

    def rows(self, ids: Sequence[int]) -> list[Row]:
        self.may_read.wait(20)
        self.read.append(len(ids))
        if self.fault is not None:
            raise self.fault
        return [tuple(f"{column.name} {key}" for column in VISITS.columns) for key in ids]


@pytest.fixture
def register() -> Register:
    return Register()


OpenTable = Callable[[int], tuple[LedgerModel, LedgerView, LedgerFeed]]


@pytest.fixture
def open_table(qtbot: QtBot, register: Register) -> Iterator[OpenTable]:
    """Open a table of so many rows, of which none is here yet."""
    worker = Worker()

    def open_with(count: int) -> tuple[LedgerModel, LedgerView, LedgerFeed]:
        model = LedgerModel(VISITS)
        view = LedgerView(model, "登记簿", Appearance({"number": "QHJD-L-2026-0001-X"}))
        feed = LedgerFeed(view, model, worker, register.rows)
        view.resize(1100, 500)
        with qtbot.waitActive(view):
            view.show()
        model.show(array("q", range(count)), {})
        view.choose(0)
        return model, view, feed

    yield open_with
    register.may_read.set()
    worker.stop()


ONE_LOOK = 100
"""Rows that one place may bring at most: those in sight, and as many around them."""


def is_in_sight_and_here(model: LedgerModel, view: LedgerView) -> bool:
    first, last = view.in_sight()
    return all(model.row(place) is not None for place in range(first, last + 1))


def test_of_a_million_rows_only_those_in_sight_are_read(
    open_table: OpenTable, register: Register, until: Until
):
    model, view, _feed = open_table(MILLION)
    until(lambda: is_in_sight_and_here(model, view))
    assert sum(register.read) <= ONE_LOOK

    press(Key.Key_End)
    until(lambda: is_in_sight_and_here(model, view))

    assert view.place() == MILLION - 1
    assert model.row(MILLION - 1)[TITLE] == f"title {MILLION - 1}"  # type: ignore[index]  # is here
    assert sum(register.read) <= 2 * ONE_LOOK


def test_what_is_scrolled_past_is_never_read(
    open_table: OpenTable, register: Register, until: Until
):
    model, view, _feed = open_table(MILLION)
    until(lambda: is_in_sight_and_here(model, view))
    register.may_read.clear()
    register.read.clear()

    for place in range(1000, MILLION, 1000):
        view.scroll_to(place)
    register.may_read.set()

    until(lambda: is_in_sight_and_here(model, view))
    assert sum(register.read) <= 3 * ONE_LOOK


def test_the_memory_does_not_fill_while_a_long_list_is_gone_through(
    open_table: OpenTable, until: Until
):
    model, view, _feed = open_table(MILLION)
    for page in range(MOST_PAGES + 20):
        view.scroll_to(page * 2 * PAGE)
        until(lambda: is_in_sight_and_here(model, view))

    pages = MILLION // PAGE
    assert pages - MOST_PAGES <= len(model.missing(0, MILLION - 1)) < pages
    view.scroll_to(0)
    until(lambda: is_in_sight_and_here(model, view))


def test_an_answer_of_other_rows_is_not_taken(
    open_table: OpenTable, register: Register, until: Until
):
    model, view, _feed = open_table(100)
    register.may_read.clear()
    view.scroll_to(60)

    model.show(array("q", range(500, 600)), {})
    register.may_read.set()

    until(lambda: is_in_sight_and_here(model, view))
    first, _last = view.in_sight()
    assert model.row(first)[TITLE] == f"title {500 + first}"  # type: ignore[index]  # is here


def test_a_page_that_cannot_be_read_is_not_asked_for_over_and_over(
    open_table: OpenTable, register: Register, until: Until, qtbot: QtBot
):
    register.fault = Unusable("disk_gone")
    told: list[Fault] = []
    model, view, feed = open_table(MILLION)
    feed.refused.connect(told.append)
    until(lambda: bool(told))
    qtbot.wait(50)
    told.clear()
    qtbot.wait(50)
    assert told == []

    register.fault = None
    press(Key.Key_PageDown)
    until(lambda: is_in_sight_and_here(model, view))


def test_the_picture_waits_a_moment_for_the_words_and_no_longer(
    open_table: OpenTable, register: Register, until: Until
):
    model, view, _feed = open_table(MILLION)
    until(lambda: is_in_sight_and_here(model, view))
    register.may_read.clear()

    view.scroll_to(500_000)
    assert not view.viewport().updatesEnabled()
    until(view.viewport().updatesEnabled)
    assert not is_in_sight_and_here(model, view)

    view.scroll_to(900_000)
    register.may_read.set()
    until(lambda: is_in_sight_and_here(model, view))
    assert view.viewport().updatesEnabled()


def test_a_row_is_drawn_with_its_words_and_the_chosen_one_behind_a_bar(
    open_table: OpenTable, until: Until
):
    model, view, _feed = open_table(3)
    until(lambda: is_in_sight_and_here(model, view))
    view.choose(1)

    picture = view.viewport().grab().toImage()

    bars = [picture.pixelColor(1, view.rowViewportPosition(row) + 20) for row in range(3)]
    assert [bar == theme.colour("primary") for bar in bars] == [False, True, False]
    cell = view.visualRect(model.index(0, TITLE))
    inks = {
        picture.pixelColor(x, cell.center().y()).name() for x in range(cell.left(), cell.right())
    }
    assert len(inks) > 1


def test_only_a_cut_text_is_told_and_what_was_typed_is_no_markup(
    open_table: OpenTable, until: Until
):
    model, view, _feed = open_table(1)
    words = ["短"] * len(VISITS.columns)
    words[TITLE] = "<b>路灯</b>" * 40
    model.take(model.ids, {0: [tuple(words)]})

    def ask_about(column: int) -> str:
        place = view.visualRect(model.index(0, column)).center()
        there = view.viewport().mapToGlobal(place)
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, there))
        return QToolTip.text() if QToolTip.isVisible() else ""

    assert "&lt;b&gt;路灯" in ask_about(TITLE)
    QToolTip.hideText()
    until(lambda: not QToolTip.isVisible())
    assert ask_about(0) == ""


def test_rows_are_as_high_as_the_text_is_large(open_table: OpenTable):
    _model, view, _feed = open_table(3)
    assert view.rowHeight(0) == 46

    theme.apply(Tokens(scale=1.3))

    assert view.rowHeight(0) == 60


def test_the_focus_moves_no_column(open_table: OpenTable):
    _model, view, _feed = open_table(3)
    view.setFocus()
    before = view.viewport().width()

    view.clearFocus()

    assert view.viewport().width() == before


def test_letters_look_through_no_rows(open_table: OpenTable, until: Until):
    model, view, _feed = open_table(MILLION)
    until(lambda: is_in_sight_and_here(model, view))

    type_keys("n")

    assert view.place() == 0


@pytest.mark.parametrize("room", [320, 400, 401, 957])
def test_the_columns_take_the_whole_width(room: int):
    wishes = [Wish("number", 200, 0), Wish("title", 100, 3), Wish("name", 20, 1)]

    widths = share_out(room, wishes, ["name"])

    assert sum(widths.values()) == room
    assert widths["number"] == 200
    left = room - 320
    assert widths["title"] == pytest.approx(100 + left * 3 / 4, abs=1)


def test_columns_that_find_no_room_go_in_their_order_and_the_rest_shrinks_last():
    wishes = [Wish("number", 200, 0), Wish("title", 100, 3), Wish("name", 20, 1)]

    assert share_out(319, wishes, ["name", "title"]) == {"number": 200, "title": 119}
    assert share_out(150, wishes, ["name"]) == {"number": 100, "title": 50}
