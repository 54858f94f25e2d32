"""另存为 PDF — copies of papers where the user wants them; nothing is overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.sheet_field import documents_folder
from liaison_desktop.ui.worker import Worker

Say = Callable[[str, str], None]
"""Shows words at a level: danger, warn or ok."""


class SaveAs:
    """Asks for a file where there is one paper, for a folder where there are several."""

    def __init__(self, owner: QWidget, worker: Worker, say_words: Say) -> None:
        self._owner, self._worker, self._say = owner, worker, say_words
        self.dialog: QFileDialog | None = None

    def ask(self, papers: Sequence[Path]) -> None:
        """Ask where to; the dialog itself asks before it gives the name of a file that is there."""
        self.dialog = dialog = QFileDialog(self._owner, tr("另存为 PDF"), str(documents_folder()))
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(papers) == 1:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter(tr("PDF 文件 (*.pdf)"))
            dialog.setDefaultSuffix("pdf")
            dialog.selectFile(papers[0].name)
            dialog.fileSelected.connect(lambda name: self.save({papers[0]: Path(name)}))
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.fileSelected.connect(lambda name: self.save_into(papers, Path(name)))
        dialog.open()

    def save_into(self, papers: Sequence[Path], folder: Path) -> None:
        """Save several into a folder, under names that nothing there has."""
        self.save({paper: free_name(folder / paper.name) for paper in papers})

    def save(self, targets: dict[Path, Path]) -> None:
        """Save each paper at its target."""
        task = partial(_copy_all, targets)
        self._worker.ask(self._owner, task, partial(self._say_saved, targets), self._say_fault)

    def _say_saved(self, targets: dict[Path, Path], _nothing: None) -> None:
        names = tr("、").join(target.name for target in targets.values())
        folder = next(iter(targets.values())).parent
        words = tr("已存到 {folder}：{names}。里面有来访人的信息，请妥善保管，用完删去。")
        self._say(words.format(folder=folder, names=names), "ok")

    def _say_fault(self, fault: Fault) -> None:
        self._say(say(fault), "danger")


def free_name(path: Path) -> Path:
    """Return the path, or with (2), (3) … in its name the first that is not there."""
    return next(tried for tried in _names(path) if not tried.exists())


def _names(path: Path) -> Iterator[Path]:
    yield path
    number = 2
    while True:
        yield path.with_stem(f"{path.stem} ({number})")
        number += 1


def _copy_all(targets: dict[Path, Path]) -> None:
    from liaison_desktop.desk.papers import copy_paper

    for paper, target in targets.items():
        copy_paper(paper, target)
