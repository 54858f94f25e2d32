"""预览与打印 — the papers as they will be, then the printer, or a copy elsewhere as PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QSize, QSizeF, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.drawn import Drawn
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.chain import Chain, focus
from liaison_desktop.ui.dialogs import Dialog
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.printing.page_view import Page
from liaison_desktop.ui.printing.pages import page_shapes, size_name
from liaison_desktop.ui.printing.paper import Paper, notes_on, paper_of
from liaison_desktop.ui.printing.paper_panel import PaperPanel
from liaison_desktop.ui.printing.preview_panel import PreviewPanel
from liaison_desktop.ui.printing.print_job import PrintJob, Sent, send_all
from liaison_desktop.ui.printing.printers import Printer, Printers, system_printers
from liaison_desktop.ui.printing.saving import SaveAs
from liaison_desktop.ui.worker import Worker

Shapes = dict[Path, list[QSizeF]]


class PreviewDialog(Dialog):
    """Shows papers, prints them, saves them; `printed` gives the sentence that says so."""

    printed = Signal(str)

    def __init__(
        self,
        papers: Sequence[Paper],
        worker: Worker,
        preferences: Preferences,
        printers: Printers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("预览与打印"))
        self.setModal(True)
        self._papers, self._worker, self._printers = list(papers), worker, printers
        self._shapes: Shapes = {}
        self._is_busy = False
        self.banner = Banner()
        self.panel = PaperPanel(papers, notes_on(papers), preferences)
        self.preview = PreviewPanel(worker)
        self.saving = SaveAs(self, worker, self._note)
        self.save_button = Button(tr("另存为 PDF"), self.save, picture="folder", key="Ctrl+S")
        self.close_button = Button(tr("关闭"), self.reject, key="Esc")
        self.print_button = Button(
            tr("打印"), self.print_papers, kind="primary", picture="printer", key=tr("Ctrl+回车")
        )
        self._lay_out()
        self._connect()
        self._show_state()

    def begin(self) -> None:
        """Show the window; pages and printers come from the worker."""
        self.resize(self._usual_size())
        self.open()
        self.preview.view.setFocus()
        task = partial(_shapes_of, [paper.path for paper in self._papers])
        self._worker.ask(self, task, self._show_pages, self._say_fault)

    @Slot()
    def print_papers(self) -> None:
        """Hand the papers that are chosen to their printers (Ctrl+Enter)."""
        jobs = self._jobs() if self.print_button.isEnabled() else []
        if jobs:
            self._be_busy(True)
            self.banner.say(tr("正在交给打印机……"), "ok")
            task = partial(send_all, self._printers.send, jobs)
            self._worker.ask(self, task, self._show_sent, self._say_fault)

    @Slot()
    def save(self) -> None:
        """Save a copy of the papers that are chosen where the user says (Ctrl+S)."""
        if self.save_button.isEnabled():
            self.saving.ask([paper.path for paper in self.panel.list.chosen()])

    @Slot()
    def reject(self) -> None:
        """Close (Esc), but not while a printer is being told: what it answers must be said."""
        if not self._is_busy:
            super().reject()

    def put_away(self) -> None:
        """Close whatever goes on: the desk is locked. What a printer was given it prints."""
        self._is_busy = False
        self.reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_busy:
            event.ignore()
        else:
            super().closeEvent(event)

    def _show_pages(self, shapes: Shapes) -> None:
        self._shapes = shapes
        sizes = {path: size_name(found[0]) for path, found in shapes.items()}
        self.panel.show_sizes(sizes)
        self._chain.tie(field.control for field in self.panel.printers.fields.values())
        self._show_chosen()
        self._worker.ask(self, self._printers.find, self._offer)

    def _offer(self, printers: list[Printer]) -> None:
        """Offer the printers; whoever has gone nowhere yet may press Enter to print."""
        is_untouched = self.focusWidget() in {None, self.preview.view}
        self.panel.printers.offer(printers)
        if is_untouched:
            self._go_on_to_print()

    def _show_chosen(self) -> None:
        self.preview.show_pages(
            [
                Page(paper.path, place, shape, paper.title, paper.pages)
                for paper in self.panel.list.chosen()
                for place, shape in enumerate(self._shapes.get(paper.path, []))
            ]
        )
        self._show_state()

    def _show_state(self) -> None:
        """Let a button be pressed only where it would do something."""
        chosen = self.panel.list.chosen()
        is_ready = bool(chosen) and bool(self._shapes) and not self._is_busy
        self.save_button.setEnabled(is_ready)
        self.print_button.setEnabled(is_ready and self.panel.has_printers(chosen))

    def _jobs(self) -> list[PrintJob]:
        copies = self.panel.read_copies()
        if copies is None:
            return []
        return [
            PrintJob(paper.path, paper.title, size, printer.name, copies)
            for paper in self.panel.list.chosen()
            if (size := self.panel.sizes.get(paper.path))
            and (printer := self.panel.printers.printer_for(size)) is not None
        ]

    def _show_sent(self, sent: Sent) -> None:
        self._be_busy(False)
        self.panel.printers.remember([job.size for job in sent.jobs])
        said = self._said_of(sent)
        if sent.fault is None:
            self.printed.emit(said)
            self.accept()
            return
        self.panel.list.leave_out([job.path for job in sent.jobs])
        self.banner.say(f"{said}{say(sent.fault)}", "danger")
        self.print_button.setFocus()

    def _said_of(self, sent: Sent) -> str:
        """Return what went where; a printer that took a job has not yet printed it."""
        by_printer: dict[str, list[str]] = {}
        for job in sent.jobs:
            by_printer.setdefault(self.panel.printers.title_of(job.printer), []).append(job.title)
        words = tr("已交给打印机「{printer}」：{papers}。")
        return "".join(
            words.format(printer=printer, papers=tr("、").join(titles))
            for printer, titles in by_printer.items()
        )

    def _be_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.panel.setEnabled(not is_busy)
        self.close_button.setEnabled(not is_busy)
        self._show_state()

    def _note(self, text: str, level: str) -> None:
        self.banner.say(text, level)

    def _say_fault(self, fault: Fault) -> None:
        self._be_busy(False)
        self.banner.say(say(fault), "danger")

    def _say_not_shown(self, fault: Fault) -> None:
        """Say that a page cannot be shown, but not over what a printer is being told."""
        if not self._is_busy:
            self.banner.say(say(fault), "danger")

    def _go_on_to_print(self) -> None:
        focus(self.print_button if self.print_button.isEnabled() else self.save_button)

    def _usual_size(self) -> QSize:
        """Return nearly the whole of the screen, but no more than pages need."""
        room = self.screen().availableSize()
        return QSize(min(1240, room.width() - 40), min(960, room.height() - 60))

    def _connect(self) -> None:
        self._chain = Chain(self.panel.controls, self._go_on_to_print)
        self._chain.tie([*self.panel.list.ticks, self.panel.copies.control])
        self.panel.list.changed.connect(self._show_chosen)
        self.panel.list.looked_at.connect(self.preview.view.go_to_paper)
        self.panel.printers.changed.connect(self._show_state)
        self.preview.view.failed.connect(self._say_not_shown)
        view = self.preview.view
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Return": self.print_papers,
            "Ctrl+Enter": self.print_papers,
            "Ctrl+P": self.print_papers,
            "Ctrl+S": self.save,
            "PgDown": view.go_on,
            "PgUp": view.go_back,
            "Ctrl+Home": partial(view.go_to, 0),
            "Ctrl+End": view.go_to_end,
            "Ctrl+-": view.reduce,
            "Ctrl++": view.enlarge,
            "Ctrl+=": view.enlarge,
            "Ctrl+0": view.fit_width,
            "Ctrl+9": view.fit_page,
        }
        for key, does in keys.items():
            QShortcut(QKeySequence(key), self, does)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.panel)
        middle.addWidget(self.preview, 1)
        footer = frame("footer")
        buttons = QHBoxLayout(footer)
        buttons.setContentsMargins(16, 10, 16, 10)
        buttons.setSpacing(10)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.banner)
        column.addWidget(footer)


def show_papers(
    parent: QWidget,
    drawn: Sequence[Drawn],
    worker: Worker,
    preferences: Preferences,
    printers: Printers | None = None,
    printed: Callable[[str], object] | None = None,
) -> PreviewDialog:
    """Show papers that were drawn; `printed` is called with the sentence when they went out.

    The window is gone for good when it is closed; the files stay where they are.
    """
    papers = [paper_of(one) for one in drawn]
    dialog = PreviewDialog(papers, worker, preferences, printers or system_printers(), parent)
    dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(parent.window().activateWindow)  # not every window manager does
    if printed is not None:
        dialog.printed.connect(printed)
    dialog.begin()
    return dialog


def _shapes_of(paths: Sequence[Path]) -> Shapes:
    return {path: page_shapes(path) for path in paths}
