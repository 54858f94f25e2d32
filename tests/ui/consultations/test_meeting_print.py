"""Each paper of a meeting is two keys away, shown first and then printed."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import PAPERS
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.meeting_print import DRAW, MeetingPrint, draw_paper
from liaison_desktop.ui.pages.preparing import PreparePanel
from tests.builders import a_statement
from tests.ui.hands import CTRL, Key, Until, press, print_what_is_shown, words_on


def test_the_sign_in_sheet_is_printed_by_keys(
    preparing: PreparePanel, window: MainWindow, until: Until
):
    press(Key.Key_P, CTRL)
    until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    assert texts[: len(DRAW)] == [PAPERS[form] for form in DRAW]

    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
        QTest.keyClick(menu, key)
    print_what_is_shown(window, until)
    until(lambda: "打印机" in words_on(window.consultations.view))
    assert preparing.isVisible()


@pytest.mark.parametrize("form", list(DRAW))
def test_every_paper_is_drawn(form: str, desk: Desk, meeting: Consultation):
    desk.talk.statements.register(a_statement(meeting))

    [paper] = draw_paper(desk, form, meeting.uid)

    assert paper.path.read_bytes().startswith(b"%PDF")


def test_what_is_left_out_is_not_printed(
    preparing: PreparePanel, desk: Desk, meeting: Consultation, window: MainWindow
):
    papers: MeetingPrint = window.consultations.view.print_menu.papers
    menu = papers.menu(window)
    [action] = [one for one in menu.actions() if one.text() == "不印发言"]
    action.trigger()
    menu.close()

    assert papers.without == {"statements"}
    assert preparing.isVisible()
