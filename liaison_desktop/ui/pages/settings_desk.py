"""打印与窗口 — which papers Ctrl+P draws, on which printer; the queue, the lock, the copy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from liaison_desktop.desk.settings import StationSettings
from liaison_desktop.model.doc_numbers import doc_number, form_of
from liaison_desktop.model.words import Route
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import numbered
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.printing.printers import Printer, system_printers
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.rows import rows, stand_beside
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.tick import Tick

SIZES = ("A4", "A5")
BLANKS = 10


class DeskPanel(Panel):
    """Papers and switches are the station's; printers are this PC's account's."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, tr("打印与窗口"), "printer")
        self.visit_record = Tick(tr("来访登记表"))
        self.receipt = Tick(tr("来访回执"))
        self.receipt_paper = Field(
            tr("回执用纸"), Segments([("1", tr("A4 带存根"), "A4"), ("2", tr("A5 单张"), "A5")])
        )
        self.printers = {size: Field(_printer_of(size), Choice()) for size in SIZES}
        self.has_queue = Tick(tr("“今天”里显示候访队列"))
        self.lock_minutes = Field(tr("几分钟不动就锁定（1 至 60）"), Line())
        self.default_route = Field(tr("审核分流时先填的去向"), Choice(numbered(Route)))
        self.copy_folder = Field(tr("备份副本另存到（可以是 U 盘上的文件夹）"), Line())
        self.doc_number_form = Field(tr("公告的文号（照本单位的写法，写一个今年的）"), Line())
        self.choose = Button(tr("选择……"), self._choose_folder, picture="folder")
        self.blank = Button(
            tr("打印空白表 {count} 份").format(count=BLANKS),
            self._print_blank,
            kind="small",
            picture="printer",
        )
        self.fonts = label("", "warn", wraps=True)
        self._loaded: StationSettings | None = None
        self._kept: dict[str, Field | Control] = {
            "visit_record": self.visit_record,
            "receipt": self.receipt,
            "receipt_paper": self.receipt_paper,
            "has_queue": self.has_queue,
            "default_route": self.default_route,
            "lock_minutes": self.lock_minutes,
            "copy_folder": self.copy_folder,
            "doc_number_form": self.doc_number_form,
            **{f"printer {size}": field for size, field in self.printers.items()},
        }
        self.tie(self._kept.values())
        self._lay_out()

    def begin(self) -> None:
        """Show the choices, unless something is changed and not saved."""
        is_changed = bool(self._changes() or self._printers_chosen())
        if self.only_head() and not is_changed:
            self.banner.clear()
        self.save_button.show()  # printers are everybody's own
        if not is_changed:
            self.room.worker.ask(self, self._load, self._show, self.refuse)

    def save(self) -> None:
        """Save the printers of this account, and the station's choices that differ."""
        for size, printer in self._printers_chosen().items():
            self.room.preferences.remember_printer(size, printer)
        changes = self._changes()
        self.draft.answer()
        if not changes:
            self.saved()
            self._keep()
            return
        self.save_button.setEnabled(False)
        task = partial(self.room.desk.settings.change, changes)
        self.room.worker.ask(self, task, self._saved_settings, self.refuse)

    def _load(self) -> tuple[StationSettings, list[Printer], Sequence[Any]]:
        desk = self.room.desk
        return desk.settings.load(), system_printers().find(), desk.papers.replaced_fonts()

    def _show(self, loaded: tuple[StationSettings, list[Printer], Sequence[Any]]) -> None:
        self.draft.lay_by()
        self._loaded, printers, replaced = loaded
        settings = self._loaded
        self.visit_record.set_value("visit_record" in settings.paper_set)
        self.receipt.set_value("receipt" in settings.paper_set)
        self.receipt_paper.set_value(settings.receipt_paper)
        self.has_queue.set_value(settings.has_queue)
        self.lock_minutes.set_value(settings.lock_minutes)
        self.default_route.set_value(settings.default_route)
        self.copy_folder.set_value(settings.copy_folder)
        year = self.room.desk.today().year
        self.doc_number_form.set_value(doc_number(settings.doc_number_form, year, 1))
        for size, field in self.printers.items():
            field.control.offer(  # type: ignore[union-attr]  # a Choice, as made above
                [(printer.title, printer.name) for printer in printers]
            )
            field.set_value(self.room.preferences.printer_for(size) or None)
        said = [
            tr("本机无{wanted}，打印时用{used}代替。").format(wanted=font.wanted, used=font.used)
            for font in replaced
        ]
        self.fonts.setText("\n".join(said))
        self.fonts.setVisible(bool(said))
        self._keep()

    def _keep(self) -> None:
        self.keep(self.room.desk.station.uid, "desk", self._kept)

    def _saved_settings(self, settings: StationSettings) -> None:
        self._loaded = settings
        self.saved()
        self._keep()

    def _printers_chosen(self) -> dict[str, str]:
        """Return the printers that are not the ones remembered; none before they were read."""
        if self._loaded is None:
            return {}
        usual = self.room.preferences.printer_for
        chosen = {size: field.value() or "" for size, field in self.printers.items()}
        return {size: printer for size, printer in chosen.items() if printer != usual(size)}

    def _changes(self) -> dict[str, object]:
        if self._loaded is None:
            return {}
        minutes = self.lock_minutes.value().strip()
        papers = {"visit_record": self.visit_record, "receipt": self.receipt}
        typed: dict[str, object] = {
            "paper_set": tuple(name for name, tick in papers.items() if tick.value()),
            "receipt_paper": self.receipt_paper.value(),
            "has_queue": self.has_queue.value(),
            "lock_minutes": int(minutes) if minutes.isascii() and minutes.isdigit() else minutes,
            "default_route": self.default_route.value() or self._loaded.default_route,
            "copy_folder": self.copy_folder.value(),
            "doc_number_form": form_of(self.doc_number_form.value(), self.room.desk.today().year),
        }
        return {name: v for name, v in typed.items() if v != getattr(self._loaded, name)}

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("备份副本另存到哪个文件夹"))
        if folder:
            self.copy_folder.set_value(folder)

    def _print_blank(self) -> None:
        desk = self.room.desk

        def draw() -> list[Any]:
            target: Path = desk.papers.folder / tr("空白登记表.pdf")
            return [desk.papers.print_blank("visit_record", BLANKS, target)]

        self.room.worker.ask(self, draw, self._show_papers, self.refuse)

    def _show_papers(self, papers: Sequence[Any]) -> None:
        self.room.show_papers(papers, lambda said: self.banner.say(said, "ok"))

    def _lay_out(self) -> None:
        self.body.addWidget(label(tr("Ctrl+P 打印哪些"), "strong"))
        ticks = QHBoxLayout()
        ticks.setSpacing(24)
        for widget in (self.visit_record, self.receipt, self.receipt_paper):
            ticks.addWidget(widget)
        ticks.addStretch(1)
        ticks.addWidget(self.blank)
        self.body.addLayout(ticks)
        self.body.addLayout(rows([[(self.printers["A4"], 1), (self.printers["A5"], 1)]]))
        self.body.addWidget(self.fonts)
        self.body.addLayout(rows([[(self.has_queue, 1), (self.default_route, 1)]]))
        self.body.addLayout(rows([[(self.doc_number_form, 1)]]))
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.lock_minutes, 2)
        line.addWidget(self.copy_folder, 5)
        stand_beside(line, self.choose)
        self.body.addLayout(line)


def _printer_of(size: str) -> str:
    return tr("{size} 打印机").format(size=size)
