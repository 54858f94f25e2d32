"""Beside the preview: which papers, what is to be known of them, which printer, how many copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.printing.copies import Copies
from liaison_desktop.ui.printing.paper import Paper
from liaison_desktop.ui.printing.paper_list import PaperList
from liaison_desktop.ui.printing.printer_fields import PrinterFields
from liaison_desktop.ui.texts import label, show_typed
from liaison_desktop.ui.theme import current

_WIDTH = 300
_MARKS = {"warn": "! "}


class PaperPanel(QScrollArea):
    """The choices of one printing; `sizes` is the paper size of each file once it was read."""

    def __init__(
        self,
        papers: Sequence[Paper],
        notes: Sequence[tuple[str, str]],
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self.sizes: dict[Path, str] = {}
        self.list = PaperList(papers)
        self.printers = PrinterFields(preferences)
        self.copies = Field(tr("份数"), Copies())
        self.setObjectName("page_scroll")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(current().px(_WIDTH))
        self._lay_out(notes)

    def show_sizes(self, sizes: Mapping[Path, str]) -> None:
        """Take the paper size of each file, as CUPS names it."""
        self.sizes = dict(sizes)
        self.list.show_sizes({path: shown_size(size) for path, size in sizes.items()})
        self.printers.ask_for(list(dict.fromkeys(sizes.values())))

    def has_printers(self, papers: Sequence[Paper]) -> bool:
        """Return whether a printer is chosen for every size of these papers."""
        sizes = [self.sizes.get(paper.path, "") for paper in papers]
        return all(self.printers.printer_for(size) is not None for size in sizes)

    def read_copies(self) -> int | None:
        """Return how many copies; where it is no such number, say so and go there."""
        control = self.copies.control
        number = control.number() if isinstance(control, Copies) else None
        is_wrong = number is None
        self.copies.show_message(
            tr("请填 1 到 99") if is_wrong else "", "danger" if is_wrong else ""
        )
        if is_wrong:
            control.setFocus()
        return number

    def controls(self) -> list[Control]:
        """Return the controls in the order of Enter and Tab."""
        printers = [field.control for field in self.printers.fields.values()]
        return [*self.list.ticks, *printers, self.copies.control]

    def _lay_out(self, notes: Sequence[tuple[str, str]]) -> None:
        body = QWidget()
        body.setObjectName("page_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(tr("要打印的文件"), "section"))
        column.addWidget(self.list)
        for text, level in notes:
            note = label("", level, wraps=True)
            show_typed(note, _MARKS.get(level, "") + text)
            column.addWidget(note)
        column.addWidget(self.printers)
        column.addWidget(self.copies)
        column.addStretch(1)
        self.setWidget(body)


def shown_size(size: str) -> str:
    """Return "A4" as it is, and "Custom.80x200mm" as 80×200 mm."""
    if not size.startswith("Custom."):
        return size
    return size.removeprefix("Custom.").removesuffix("mm").replace("x", "×") + " mm"
