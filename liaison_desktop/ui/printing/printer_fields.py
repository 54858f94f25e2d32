"""Which printer takes which size of paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.printing.printers import Printer, first_choice, warning_about
from liaison_desktop.ui.texts import label, show_typed


class PrinterFields(QWidget):
    """One choice for each size of paper in the set, the last one used offered first."""

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._printers: list[Printer] = []
        self.fields: dict[str, Field] = {}
        self.warnings: dict[str, QLabel] = {}
        self.nothing = label(tr("正在查找打印机……"), "muted", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.nothing)

    def ask_for(self, sizes: Sequence[str]) -> None:
        """Ask for a printer for each of these sizes."""
        for size in sizes:
            words = tr("{size} 打印机") if len(sizes) > 1 else tr("打印机")
            field = Field(words.format(size=size), Choice())
            field.control.changed.connect(partial(self._warn, size))
            self.fields[size], self.warnings[size] = field, label("", "warn", wraps=True)
            field.hide()
            self.warnings[size].hide()
            self._column.addWidget(field)
            self._column.addWidget(self.warnings[size])

    def offer(self, printers: Sequence[Printer]) -> None:
        """Offer these printers, or say that there is none."""
        self._printers = list(printers)
        for size, field in self.fields.items():
            control = field.control
            if isinstance(control, Choice):
                control.offer([(_shown(printer), printer) for printer in printers])
            offered = first_choice(printers, self._preferences.printer_for(size))
            field.set_value(offered)
            field.setVisible(bool(printers))
        self.nothing.setVisible(not printers)
        self.nothing.setText(tr("没有找到打印机；可以先另存为 PDF，拿到有打印机的电脑上打印。"))
        self.changed.emit()

    def printer_for(self, size: str) -> Printer | None:
        """Return the printer chosen for a size, or None."""
        field = self.fields.get(size)
        chosen = None if field is None else field.value()
        return chosen if isinstance(chosen, Printer) else None

    def title_of(self, name: str) -> str:
        """Return what people call the printer of a queue."""
        found = (printer.title for printer in self._printers if printer.name == name)
        return next(found, name)

    def remember(self, sizes: Sequence[str]) -> None:
        """Remember the printers of these sizes for the next time."""
        for size in sizes:
            if (printer := self.printer_for(size)) is not None:
                self._preferences.remember_printer(size, printer.name)

    def _warn(self, size: str) -> None:
        printer = self.printer_for(size)
        words = "" if printer is None else warning_about(printer)
        show_typed(self.warnings[size], f"! {words}" if words else "")
        self.warnings[size].setVisible(bool(words))
        self.fields[size].control.setAccessibleDescription(words)
        self.changed.emit()


def _shown(printer: Printer) -> str:
    """Return how a printer is listed; a virtual one is named as such before it is chosen."""
    words = tr("{printer}（虚拟）") if printer.makes else "{printer}"
    return words.format(printer=printer.title)
