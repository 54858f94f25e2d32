"""来访登记簿 taken out: on paper and as a sheet, what is shown and nothing else."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit

from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui.pages.ledgers import LedgersPage
from liaison_desktop.ui.theme import application
from tests.builders import NOON, a_matter, a_visit
from tests.ui.hands import CTRL, Key, Until, press, words_on
from tests.ui.visits.conftest import OpenPage


@pytest.fixture
def page(desk: Desk, open_page: OpenPage) -> LedgersPage:
    """The page with three visits, the newest first."""
    for hours, title in enumerate(["路灯不亮", "积水", "噪声"]):
        at = NOON - timedelta(hours=hours)
        desk.visits.register(
            a_visit(received_at=at, matters=[a_matter(title, statement=f"{title}。")])
        )
    return open_page(desk)


def answer_dialog(answer: Callable[[QFileDialog], object]) -> None:
    """Answer the file dialog that comes next."""

    def do() -> None:
        dialog = application().activeModalWidget()
        if isinstance(dialog, QFileDialog):
            answer(dialog)
        else:
            QTimer.singleShot(20, do)

    QTimer.singleShot(0, do)


def save_as(path: Path) -> Callable[[QFileDialog], object]:
    """Return what types a path into a file dialog and presses 保存; the name offered is kept."""

    def answer(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        offered.append(line.text())
        line.setText(str(path))
        box = dialog.findChild(QDialogButtonBox)
        assert box is not None
        box.button(QDialogButtonBox.StandardButton.Save).click()

    offered: list[str] = []
    answer.offered = offered  # type: ignore[attr-defined]  # what the dialog came with
    return answer


def test_the_papers_of_the_chosen_visit_are_shown(
    page: LedgersPage, until: Until, shown: list[Path]
):
    press(Key.Key_Down)

    press(Key.Key_P, CTRL)

    until(lambda: len(shown) == 2)
    number = page.list.model.row(1)[0]  # type: ignore[index]  # is here
    assert [path.name for path in shown] == [f"登记表_{number}.pdf", f"来访回执_{number}.pdf"]


def test_the_register_on_paper_holds_what_is_shown_and_is_shown_first(
    page: LedgersPage, until: Until, shown: list[Path]
):
    page.list.filter.text.set_value("灯")
    until(lambda: page.list.count.text() == "共 1 次")

    page.list.pdf_button.setFocus()
    press(Key.Key_Return)

    until(lambda: len(shown) == 1)
    assert shown[0].parent == page.room.desk.papers.folder
    text = "".join(sheet.extract_text() for sheet in PdfReader(shown[0]).pages)
    assert "路灯不亮" in text
    assert "噪声" not in text


def test_the_whole_register_on_paper_begins_with_its_first_visit(
    page: LedgersPage, until: Until, shown: list[Path]
):
    page.list.pdf_button.click()

    until(lambda: len(shown) == 1)
    text = "".join(sheet.extract_text() for sheet in PdfReader(shown[0]).pages)
    places = [text.index(title) for title in ("噪声", "积水", "路灯不亮")]
    assert places == sorted(places)


def test_the_sheet_is_written_where_the_clerk_says_in_the_order_shown(
    page: LedgersPage, until: Until, tmp_path: Path
):
    page.list.table.setFocus()
    press(Key.Key_Space)
    until(lambda: "按编号从大到小" in words_on(page))
    answer = save_as(tmp_path / "台账")
    answer_dialog(answer)

    page.list.sheet_button.click()

    target = tmp_path / "台账.xlsx"
    until(target.exists)
    until(lambda: str(target) in words_on(page))
    assert "个人信息" in words_on(page)
    assert answer.offered == ["来访登记簿_2026-11-20.xlsx"]  # type: ignore[attr-defined]  # as above
    cells = openpyxl.load_workbook(target).active
    assert cells is not None
    texts = [str(cell) for row in cells.iter_rows(values_only=True) for cell in row if cell]
    said = [text for text in texts if text in {"路灯不亮", "积水", "噪声"}]
    assert said == ["噪声", "积水", "路灯不亮"]
    assert page.list.sheet_button.isEnabled()


def test_a_folder_that_takes_nothing_is_said_and_nothing_is_left_behind(
    page: LedgersPage, until: Until, tmp_path: Path
):
    target = tmp_path / "没有这个文件夹" / "台账.xlsx"

    page.list.export.write_to(target, page.list.filter.value(), ("received_at", False))

    until(lambda: page.list.banner.objectName() == "banner_danger")
    assert not target.parent.exists()
    assert page.list.sheet_button.isEnabled()
    assert page.list.count.text() == "共 3 次"


def test_a_dialog_that_is_left_writes_nothing(page: LedgersPage, until: Until):
    left: list[bool] = []

    def leave(dialog: QFileDialog) -> None:
        left.append(True)
        dialog.reject()

    answer_dialog(leave)

    page.list.sheet_button.click()

    until(lambda: bool(left))
    assert not page.list.banner.isVisible()
