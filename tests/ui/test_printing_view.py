"""The pages on the screen: by keys, sharp, and only those that are looked at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from liaison_desktop.documents.receipt import draw_blank_receipts
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.printing import page_view
from liaison_desktop.ui.printing.page_view import Page, PageView
from liaison_desktop.ui.printing.pages import draw_page, page_shapes
from liaison_desktop.ui.worker import Worker
from tests.builders import NOON, a_station
from tests.ui.hands import Until

PAGES = 30
ENDLESS = 20
"""Times that a view is laid out at one size before the test puts an end to it."""


@pytest.fixture(scope="module")
def receipts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("papers") / "receipts.pdf"
    return draw_blank_receipts(target, a_station(), PAGES, NOON).path


def pages_of(path: Path) -> list[Page]:
    return [
        Page(path, place, shape, "来访回执", PAGES) for place, shape in enumerate(page_shapes(path))
    ]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pages that were drawn, in order."""
    places: list[int] = []

    def draw(path: Path, place: int, scale: float):
        places.append(place)
        return draw_page(path, place, scale)

    monkeypatch.setattr(page_view, "draw_page", draw)
    return places


@pytest.fixture
def view(qtbot: QtBot, until: Until, receipts: Path, drawn: list[int]) -> Iterator[PageView]:
    worker = Worker()
    view = PageView(worker)
    qtbot.addWidget(view)
    view.resize(700, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.show_pages(pages_of(receipts))
    until(lambda: view.is_drawn)
    yield view
    worker.stop()


def test_only_what_is_in_sight_is_drawn(view: PageView, drawn: list[int], until: Until):
    assert drawn == [0]

    view.go_to_end()
    until(lambda: view.is_drawn)

    assert view.current == PAGES - 1
    assert len(drawn) <= 4


def test_pictures_of_pages_far_away_are_let_go(view: PageView, drawn: list[int], until: Until):
    for page in range(PAGES):
        view.go_to(page)
        until(lambda: view.is_drawn)

    assert set(drawn) == set(range(PAGES))
    assert len(view._pictures) <= 4


def test_the_keys_of_a_screen_walk_through_every_page(view: PageView):
    seen = [view.current]
    for _ in range(3 * PAGES):
        view.go_on()
        seen.append(view.current)

    assert sorted(set(seen)) == list(range(PAGES))
    assert seen == sorted(seen)
    for _ in range(3 * PAGES):
        view.go_back()
    assert view.verticalScrollBar().value() == 0


def test_pages_are_as_wide_as_the_window_until_they_are_enlarged(view: PageView, until: Until):
    fitting = view.scale
    view.resize(900, 500)
    assert view.scale > fitting

    view.fit_page()
    assert view.scale * 842 <= view.viewport().height()
    page = view.current
    view.enlarge()
    enlarged = view.scale
    view.resize(700, 500)

    assert (view.scale, view.current) == (enlarged, page)
    view.reduce()
    assert view.scale == pytest.approx(enlarged / 1.25)
    view.fit_width()
    assert view.scale == pytest.approx(fitting)
    until(lambda: view.is_drawn)


def test_the_wheel_with_ctrl_changes_the_size(view: PageView):
    before = view.scale
    for turned in (120, -120, -120):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(view.mapToGlobal(QPoint(50, 50))),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)

    assert view.scale == pytest.approx(before / 1.25)


def test_the_line_at_the_top_stays_when_the_scale_changes(view: PageView):
    view.go_to(7)
    view.go_on()
    before = view.current

    view.enlarge()
    view.enlarge()

    assert view.current == before


def test_a_page_is_drawn_in_the_pixels_of_the_screen(
    qtbot: QtBot, until: Until, receipts: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(PageView, "devicePixelRatio", lambda _self: 1.25)
    worker = Worker()
    view = PageView(worker)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_pages(pages_of(receipts)[:1])
    until(lambda: view.is_drawn)

    (picture,) = view._pictures.values()
    assert picture.image.devicePixelRatio() == 1.25
    assert picture.image.width() == pytest.approx(595.28 * view.scale * 1.25, abs=1)
    worker.stop()


def test_a_page_that_cannot_be_drawn_is_told_once(
    qtbot: QtBot, until: Until, tmp_path: Path, drawn: list[int]
):
    worker = Worker()
    view = PageView(worker)
    qtbot.addWidget(view)
    told: list[Fault] = []
    view.failed.connect(told.append)
    view.resize(700, 500)
    view.show()

    view.show_pages([Page(tmp_path / "gone.pdf", 0, QSizeF(595, 842), "来访回执", 1)])
    until(lambda: bool(told))
    view.viewport().repaint()
    qtbot.wait(3 * page_view._SETTLED_MS)

    assert [fault.code for fault in told] == ["paper_gone"]
    worker.stop()


def test_where_there_is_no_page_every_key_is_harmless(qtbot: QtBot):
    view = PageView(Worker())
    qtbot.addWidget(view)
    view.show_pages([])

    for press in (view.go_on, view.go_back, view.go_to_end, view.enlarge, view.fit_page):
        press()

    assert view.current_page is None
    assert view.sizeHint() != QSize()


@pytest.mark.parametrize("fit", [PageView.fit_width, PageView.fit_page])
def test_a_fitted_page_is_laid_out_once_whatever_the_size_of_the_window(
    view: PageView, fit: Callable[[PageView], None], monkeypatch: pytest.MonkeyPatch
):
    fit(view)
    laid_out: list[QSize] = []
    lay_out = PageView._lay_out

    def count(self: PageView) -> None:
        laid_out.append(self.size())
        if laid_out.count(self.size()) < ENDLESS:
            lay_out(self)

    monkeypatch.setattr(PageView, "_lay_out", count)
    bar = view.width() - view.viewport().width()
    for width in range(330, 400):
        fits = round((width - 32) * 297 / 210) + 32
        for height in range(fits - 2, fits + bar + 4, 3):
            view.resize(width + bar, height)
            QApplication.processEvents()

    assert max(laid_out.count(size) for size in laid_out) <= 2
