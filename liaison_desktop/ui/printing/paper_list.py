"""The papers of the set: each can be left out, and goes to its first page when it is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.printing.paper import Paper
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.tick import Tick

_ROLES = {False: "muted", True: "warn"}
_INDENT = 30
"""Under the words of a tick, right of its box."""


class PaperList(QWidget):
    """One tick for each paper; all are chosen until one is left out."""

    changed = Signal()
    looked_at = Signal(object)

    def __init__(self, papers: Sequence[Paper]) -> None:
        super().__init__()
        self._papers = list(papers)
        self.ticks = [Tick(paper.title) for paper in papers]
        self._facts = [label("", _ROLES[paper.is_reprint], wraps=True) for paper in papers]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for tick, facts in zip(self.ticks, self._facts, strict=True):
            tick.set_value(True)
            tick.changed.connect(self.changed)
            tick.installEventFilter(self)
            facts.setIndent(_INDENT)
            column.addWidget(tick)
            column.addWidget(facts)
        self.show_sizes({})

    def chosen(self) -> list[Paper]:
        """Return the papers that are not left out."""
        pairs = zip(self._papers, self.ticks, strict=True)
        return [paper for paper, tick in pairs if tick.value()]

    def leave_out(self, paths: Sequence[Path]) -> None:
        """Leave papers out, as after they were printed."""
        for paper, tick in zip(self._papers, self.ticks, strict=True):
            if paper.path in paths:
                tick.set_value(False)

    def show_sizes(self, sizes: Mapping[Path, str]) -> None:
        """Say under each paper how much it is, and whether it is a reprint."""
        for paper, tick, shown in zip(self._papers, self.ticks, self._facts, strict=True):
            facts = _facts_of(paper, sizes.get(paper.path, ""))
            shown.setText(facts)
            tick.setAccessibleDescription(facts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QtCore.QEvent.Type.FocusIn and watched in self.ticks:
            self.looked_at.emit(self._papers[self.ticks.index(watched)].path)
        return super().eventFilter(watched, event)


def _facts_of(paper: Paper, size: str) -> str:
    facts = [size, tr("{pages} 页").format(pages=paper.pages)]
    if paper.is_reprint:
        facts.append(tr("补打（第 {times} 次打印）").format(times=paper.times))
    return " · ".join(fact for fact in facts if fact)
