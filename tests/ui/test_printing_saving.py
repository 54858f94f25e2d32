"""另存为 PDF, through the dialog in which the user says where."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from liaison_desktop.ui.printing.saving import SaveAs, free_name
from liaison_desktop.ui.worker import Worker
from tests.ui.hands import Until, enter

Said = list[tuple[str, str]]


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "papers"
    folder.mkdir()
    paths = [folder / "登记表_QHJD-L-2026-0001-Z.pdf", folder / "来访回执_QHJD-L-2026-0001-Z.pdf"]
    for path in paths:
        path.write_bytes(path.name.encode())
    return paths


@pytest.fixture
def said() -> Said:
    return []


@pytest.fixture
def saving(qtbot: QtBot, said: Said) -> Iterator[SaveAs]:
    worker = Worker()
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    yield SaveAs(owner, worker, lambda text, level: said.append((level, text)))
    worker.stop()


Answer = Callable[[Path], None]


@pytest.fixture
def answer(saving: SaveAs, qtbot: QtBot) -> Answer:
    """Type a path into the dialog, as a person would, and press Enter."""

    def type_path(path: Path) -> None:
        dialog = saving.dialog
        assert isinstance(dialog, QFileDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        line = dialog.findChild(QLineEdit)
        line.setText(str(path))
        line.setFocus()
        enter()

    return type_path


@pytest.fixture
def reply() -> Iterator[Callable[[bool], None]]:
    """Answer the question that comes next, while whoever asks waits for the answer."""
    watch = QTimer(interval=10)

    def reply_with(is_yes: bool) -> None:
        def look() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                watch.stop()
                yes = box.button(QMessageBox.StandardButton.Yes)
                (yes.click if is_yes else box.reject)()

        watch.timeout.connect(look)
        watch.start()

    yield reply_with
    watch.stop()


def test_one_paper_gets_the_name_that_was_typed(
    saving: SaveAs, papers: list[Path], answer: Answer, said: Said, until: Until, tmp_path: Path
):
    saving.ask(papers[:1])
    assert saving.dialog is not None
    assert saving.dialog.selectedFiles()[0].endswith(papers[0].name)

    answer(tmp_path / "给站长")
    until(lambda: bool(said))

    assert (tmp_path / "给站长.pdf").read_bytes() == papers[0].read_bytes()
    assert papers[0].is_file()
    level, words = said[0]
    assert level == "ok"
    assert str(tmp_path) in words
    assert "妥善保管" in words


def test_a_file_that_is_there_is_replaced_when_the_user_says_yes(
    saving: SaveAs,
    papers: list[Path],
    answer: Answer,
    reply: Callable[[bool], None],
    said: Said,
    until: Until,
    tmp_path: Path,
):
    (tmp_path / "已有.pdf").write_bytes(b"before")
    saving.ask(papers[:1])

    reply(True)
    answer(tmp_path / "已有.pdf")
    until(lambda: bool(said))

    assert (tmp_path / "已有.pdf").read_bytes() == papers[0].read_bytes()


def test_a_file_that_is_there_stays_when_the_user_says_no(
    saving: SaveAs,
    papers: list[Path],
    answer: Answer,
    reply: Callable[[bool], None],
    said: Said,
    tmp_path: Path,
):
    (tmp_path / "已有.pdf").write_bytes(b"before")
    saving.ask(papers[:1])

    reply(False)
    answer(tmp_path / "已有.pdf")

    assert saving.dialog is not None
    assert saving.dialog.isVisible()
    saving.dialog.reject()
    assert (tmp_path / "已有.pdf").read_bytes() == b"before"
    assert said == []


def test_several_go_into_a_folder_and_overwrite_nothing(
    saving: SaveAs, papers: list[Path], answer: Answer, said: Said, until: Until, tmp_path: Path
):
    folder = tmp_path / "存档"
    folder.mkdir()
    (folder / papers[0].name).write_bytes(b"before")

    saving.ask(papers)
    answer(folder)
    until(lambda: bool(said))

    names = sorted(path.name for path in folder.iterdir())
    second = papers[0].with_stem(f"{papers[0].stem} (2)").name
    assert names == sorted([papers[0].name, second, papers[1].name])
    assert (folder / papers[0].name).read_bytes() == b"before"
    assert (folder / second).read_bytes() == papers[0].read_bytes()
    assert second in said[0][1]


def test_what_cannot_be_saved_is_said(
    saving: SaveAs, papers: list[Path], said: Said, until: Until, tmp_path: Path
):
    saving.save({papers[0]: tmp_path / "no folder" / "a.pdf"})
    until(lambda: bool(said))
    papers[0].unlink()
    saving.save({papers[0]: tmp_path / "a.pdf"})
    until(lambda: len(said) == 2)

    assert [level for level, _ in said] == ["danger", "danger"]
    assert "没有这个文件夹" in said[0][1]
    assert "不在了" in said[1][1]
    assert not (tmp_path / "a.pdf").exists()


def test_a_free_name_counts_up(tmp_path: Path):
    for name in ("a.pdf", "a (2).pdf"):
        (tmp_path / name).touch()

    assert free_name(tmp_path / "a.pdf").name == "a (3).pdf"
    assert free_name(tmp_path / "b.pdf").name == "b.pdf"
