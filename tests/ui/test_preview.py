"""Preview and print, by keys alone: what is seen is what goes to the printer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from liaison_desktop.desk.desk import Desk
from liaison_desktop.documents.drawn import Drawn
from liaison_desktop.documents.fonts import ReplacedFont
from liaison_desktop.ui import theme
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.printing.folder_printers import FolderPrinters
from liaison_desktop.ui.printing.preview import PreviewDialog, show_papers
from liaison_desktop.ui.printing.print_job import PrintJob
from liaison_desktop.ui.printing.printers import Printer
from liaison_desktop.ui.tokens import Tokens
from liaison_desktop.ui.worker import Worker
from tests.builders import a_visit
from tests.homes import a_desk
from tests.ui.hands import CTRL, Key, Until, enter, focused, press, save_keys, type_text, words_on
from tests.ui.test_shape import SMALLEST, nameless

REAL = Printer("HP", "窗口打印机", is_default=True)
OTHER = Printer("Back", "里间打印机")
VIRTUAL = Printer("Microsoft Print to PDF")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = a_desk(tmp_path / "home")
    yield desk
    desk.close()


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.stop()


class Preview:
    """One preview with the printers it was given, and what it said on leaving."""

    def __init__(self, dialog: PreviewDialog, printers: FolderPrinters, said: list[str]) -> None:
        self.dialog, self.printers, self.said = dialog, printers, said

    @property
    def is_open(self) -> bool:
        return isValid(self.dialog) and self.dialog.isVisible()

    @property
    def titles(self) -> list[str]:
        """What was printed."""
        return [job.title for job in self.printers.sent]


Open = Callable[..., Preview]


@pytest.fixture
def preview(
    qtbot: QtBot, until: Until, worker: Worker, preferences: Preferences, tmp_path: Path
) -> Open:
    """Open a preview of papers, with printers, as far as Enter prints."""
    parents: list[QWidget] = []

    def open_on(drawn: Sequence[Drawn], *printers: Printer) -> Preview:
        parents.append(QWidget())
        folder, said = FolderPrinters(tmp_path / "printed", *(printers or (REAL,))), []
        dialog = show_papers(parents[0], drawn, worker, preferences, folder, said.append)
        qtbot.waitUntil(dialog.isActiveWindow)
        until(lambda: dialog.preview.view.is_drawn and dialog.focusWidget() is not None)
        until(lambda: not dialog.panel.printers.nothing.isVisible())
        return Preview(dialog, folder, said)

    return open_on


@pytest.fixture
def drawn(desk: Desk) -> list[Drawn]:
    """登记表 and 来访回执 of one visit."""
    visit = a_visit()
    desk.visits.register(visit)
    return desk.papers.print_set(visit.number, desk.papers.folder)


def test_enter_prints_the_set_on_the_printer_offered(
    preview: Open, drawn: list[Drawn], until: Until, preferences: Preferences
):
    shown = preview(drawn)
    assert focused() is shown.dialog.print_button

    enter()
    until(lambda: not shown.is_open)

    assert shown.titles == ["登记表", "来访回执"]
    assert {(job.printer, job.size, job.copies) for job in shown.printers.sent} == {("HP", "A4", 1)}
    assert shown.said == ["已交给打印机「窗口打印机」：登记表、来访回执。"]
    assert preferences.printer_for("A4") == "HP"
    assert all(paper.path.is_file() for paper in drawn)


@pytest.mark.parametrize("print_keys", [save_keys, lambda: press(Key.Key_P, CTRL)])
def test_a_paper_is_left_out_with_the_space_bar(
    preview: Open, drawn: list[Drawn], until: Until, print_keys: Callable[[], None]
):
    shown = preview(drawn)
    shown.dialog.panel.list.ticks[0].setFocus()

    press(Key.Key_Space)
    until(lambda: shown.dialog.preview.view.is_drawn)
    assert shown.dialog.preview.where.whole == "来访回执 1/1 页"
    print_keys()
    until(lambda: not shown.is_open)

    assert shown.titles == ["来访回执"]


def test_nothing_is_printed_or_saved_where_everything_is_left_out(
    preview: Open, drawn: list[Drawn]
):
    shown = preview(drawn)
    for tick in shown.dialog.panel.list.ticks:
        tick.setChecked(False)

    save_keys()
    press(Key.Key_S, CTRL)

    assert (shown.dialog.print_button.isEnabled(), shown.dialog.save_button.isEnabled()) == (
        False,
        False,
    )
    assert shown.dialog.preview.where.whole == "没有选中要打印的文件。"
    assert shown.titles == []
    assert shown.dialog.saving.dialog is None


def test_escape_closes_and_leaves_the_files(preview: Open, drawn: list[Drawn], until: Until):
    shown = preview(drawn)

    press(Key.Key_Escape)
    until(lambda: not shown.is_open)

    assert (shown.titles, shown.said) == ([], [])
    assert all(paper.path.is_file() for paper in drawn)


@pytest.mark.parametrize("leave", [enter, lambda: press(Key.Key_Escape)], ids=["print", "Esc"])
def test_the_keys_go_on_where_they_were_before(
    qtbot: QtBot,
    until: Until,
    drawn: list[Drawn],
    worker: Worker,
    preferences: Preferences,
    tmp_path: Path,
    leave: Callable[[], None],
):
    page = QLineEdit()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.setFocus()
    dialog = show_papers(page, drawn, worker, preferences, FolderPrinters(tmp_path / "out", REAL))
    until(lambda: QApplication.focusWidget() is dialog.print_button)

    leave()

    until(lambda: QApplication.focusWidget() is page)


def test_what_stands_in_and_what_is_missing_is_said(preview: Open, drawn: list[Drawn]):
    fonts = [ReplacedFont("fang", "仿宋", "宋体")]
    papers = [replace(paper, missing=["𰻞"], replaced=fonts) for paper in drawn]

    words = words_on(preview(papers).dialog.panel)

    assert "! 本机字体没有「𰻞」，纸上以〓代替" in words
    assert words.count("本机无仿宋，已用宋体代替。") == 1


def test_a_reprint_is_named(preview: Open, desk: Desk, drawn: list[Drawn]):
    shown = preview(drawn)
    assert "补打" not in words_on(shown.dialog)
    shown.dialog.reject()

    number = drawn[0].path.stem.removeprefix("登记表_")
    again = preview([desk.papers.print_visit_records([number], drawn[0].path)])

    assert "A4 · 1 页 · 补打（第 2 次打印）" in words_on(again.dialog.panel)
    assert "补打" in again.dialog.panel.list.ticks[0].accessibleDescription()


def test_a_virtual_printer_is_named_before_it_prints(
    preview: Open, drawn: list[Drawn], preferences: Preferences
):
    preferences.remember_printer("A4", VIRTUAL.name)
    shown = preview(drawn, VIRTUAL, REAL)
    choice = shown.dialog.panel.printers.fields["A4"].control

    assert choice.currentText() == "Microsoft Print to PDF（虚拟）"
    assert "不出纸，只会存成 PDF 文件" in words_on(shown.dialog)
    assert "不出纸" in choice.accessibleDescription()

    choice.setFocus()
    press(Key.Key_Down)

    assert choice.currentText() == "窗口打印机"
    assert "不出纸" not in words_on(shown.dialog)


def test_each_size_of_paper_has_its_printer_which_is_offered_again(
    preview: Open, desk: Desk, drawn: list[Drawn], until: Until, tmp_path: Path
):
    number = drawn[0].path.stem.removeprefix("登记表_")
    small = desk.papers.print_receipts([number], tmp_path / "small.pdf", paper="A5")
    shown = preview([drawn[0], small], REAL, OTHER)
    shown.dialog.panel.printers.fields["A5"].control.setFocus()

    press(Key.Key_Down)
    save_keys()
    until(lambda: not shown.is_open)

    assert [(job.size, job.printer) for job in shown.printers.sent] == [
        ("A4", "HP"),
        ("A5", "Back"),
    ]
    assert shown.said == [
        "已交给打印机「窗口打印机」：登记表。已交给打印机「里间打印机」：来访回执。"
    ]
    again = preview([small], REAL, OTHER)
    assert again.dialog.panel.printers.fields["A5"].value() == OTHER


def test_copies_are_counted_with_the_arrow_keys(preview: Open, drawn: list[Drawn], until: Until):
    shown = preview(drawn)
    shown.dialog.panel.copies.control.setFocus()

    press(Key.Key_Up)
    press(Key.Key_Up)
    press(Key.Key_Down)
    enter()
    assert focused() is shown.dialog.print_button
    enter()
    until(lambda: not shown.is_open)

    assert [job.copies for job in shown.printers.sent] == [2, 2]


@pytest.mark.parametrize("typed", ["", "0", "100", "-1", "两"])
def test_a_number_of_copies_that_is_none_prints_nothing(
    preview: Open, drawn: list[Drawn], typed: str
):
    shown = preview(drawn)
    copies = shown.dialog.panel.copies
    copies.control.setFocus()
    copies.control.clear()
    type_text(typed)
    shown.dialog.print_button.setFocus()

    save_keys()

    assert copies.message == "✕ 请填 1 到 99"
    assert focused() is copies.control
    assert shown.titles == []


def test_what_one_printer_took_is_not_printed_twice_when_another_refuses(
    preview: Open, drawn: list[Drawn], until: Until
):
    shown = preview(drawn)
    drawn[1].path.unlink()

    enter()
    said = "已交给打印机「窗口打印机」：登记表。要打印的文件不在了"
    until(lambda: shown.dialog.banner.words.text().startswith(said))

    assert [tick.isChecked() for tick in shown.dialog.panel.list.ticks] == [False, True]
    assert shown.titles == ["登记表"]
    assert shown.is_open
    assert shown.said == []


def test_without_a_printer_the_way_out_is_a_copy(
    preview: Open, drawn: list[Drawn], worker: Worker, preferences: Preferences, until: Until
):
    parent = QWidget()
    dialog = show_papers(parent, drawn, worker, preferences, FolderPrinters(Path("nowhere")))
    until(lambda: "没有找到打印机" in words_on(dialog))

    until(lambda: dialog.focusWidget() is dialog.save_button)
    assert not dialog.print_button.isEnabled()
    dialog.close()


def test_the_window_stays_until_the_printer_has_answered(
    preview: Open, drawn: list[Drawn], until: Until, monkeypatch: pytest.MonkeyPatch
):
    shown, answered = preview(drawn), Event()
    send = shown.printers.send

    def send_slowly(job: PrintJob) -> None:
        assert answered.wait(20)
        send(job)

    monkeypatch.setattr(shown.printers, "send", send_slowly)
    enter()
    shown.dialog.reject()
    shown.dialog.close()
    shown.dialog.print_papers()
    assert shown.is_open
    assert "正在交给打印机" in words_on(shown.dialog)

    answered.set()
    until(lambda: not shown.is_open)
    assert shown.titles == ["登记表", "来访回执"]


def test_a_locked_desk_shows_no_paper_even_while_it_is_printed(
    preview: Open, drawn: list[Drawn], until: Until, monkeypatch: pytest.MonkeyPatch
):
    shown, answered, jobs = preview(drawn), Event(), []

    def send_slowly(job: PrintJob) -> None:
        assert answered.wait(20)
        jobs.append(job)

    monkeypatch.setattr(shown.printers, "send", send_slowly)
    enter()
    shown.dialog.save()
    shown.dialog.put_away()
    until(lambda: not isValid(shown.dialog))
    answered.set()

    until(lambda: len(jobs) == 2)
    assert shown.said == []


def test_a_paper_that_is_gone_is_said_and_nothing_can_be_printed(
    drawn: list[Drawn], worker: Worker, preferences: Preferences, until: Until, tmp_path: Path
):
    drawn[0].path.unlink()
    parent = QWidget()
    dialog = show_papers(parent, drawn, worker, preferences, FolderPrinters(tmp_path, REAL))

    until(lambda: "重新生成" in words_on(dialog))

    assert not dialog.print_button.isEnabled()
    dialog.close()


def test_the_window_fits_the_smallest_screen_in_every_look(
    preview: Open, desk: Desk, drawn: list[Drawn], tmp_path: Path, until: Until
):
    number = drawn[0].path.stem.removeprefix("登记表_")
    small = desk.papers.print_receipts([number], tmp_path / "small.pdf", paper="A5")
    for look in (Tokens("dark", 1.0), Tokens("light", 1.3)):
        theme.apply(look)
        shown = preview([drawn[0], small], VIRTUAL, REAL).dialog
        shown.resize(*SMALLEST)
        until(lambda dialog=shown: dialog.preview.view.is_drawn)

        hint = shown.minimumSizeHint()
        assert (hint.width() <= SMALLEST[0], hint.height() <= SMALLEST[1]) == (True, True)
        assert not shown.print_button.visibleRegion().isEmpty()
        assert nameless(shown) == []
        assert shown.preview.view.accessibleName() == "登记表，第 1 页，共 1 页"
        shown.reject()


@pytest.mark.parametrize("key", ["Ctrl+S", "Esc", "Ctrl+回车", "Ctrl+-", "Ctrl++", "Ctrl+0"])
def test_the_key_of_an_action_is_written_in_its_button(preview: Open, drawn: list[Drawn], key: str):
    dialog = preview(drawn).dialog
    buttons = [dialog.save_button, dialog.close_button, dialog.print_button]

    assert [b for b in [*buttons, *dialog.preview.buttons] if b.text().endswith(key)]


def test_tab_goes_round_the_whole_window(preview: Open, drawn: list[Drawn]):
    dialog = preview(drawn).dialog
    seen = set()
    for _ in range(20):
        press(Key.Key_Tab)
        seen.add(focused())

    wanted = [*dialog.panel.controls(), *dialog.preview.buttons, dialog.preview.view]
    assert set(wanted) | {dialog.print_button, dialog.save_button, dialog.close_button} <= seen
    assert dialog.preview.view.focusPolicy() is Qt.FocusPolicy.StrongFocus
