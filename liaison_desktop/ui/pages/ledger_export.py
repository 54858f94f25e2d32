"""A ledger out of the program: on paper, and as a sheet for Excel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drawn import Drawn
from liaison_desktop.desk.ledgers import Order
from liaison_desktop.desk.template_maps import Template
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.ledger import Chosen, Ledger
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.ledger_words import Look
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.sheet_field import documents_folder


class LedgerExport:
    """Takes out what is shown; `busy` is told when it begins and when it ends."""

    def __init__(
        self,
        room: Room,
        look: Look,
        owner: QWidget,
        banner: Banner,
        busy: Callable[[bool], object],
    ) -> None:
        self._room, self._look = room, look
        self._owner, self._banner, self._busy = owner, banner, busy

    def draw_pdf(self, chosen: Chosen, order: Order, *, is_public: bool = False) -> None:
        """Draw the ledger of these records and show it before it is printed."""
        self._begin(tr("正在生成台账，行数多时要等一会儿……"))
        task = partial(_draw, self._room.desk, self._look.ledger, chosen, order, is_public)
        self._room.worker.ask(self._owner, task, self._show_paper, self._refuse)

    def write_sheet(self, chosen: Chosen, order: Order, *, is_public: bool = False) -> None:
        """Ask where the sheet shall lie, then write it there."""
        target = self._ask_where(tr("导出表格"), _name_of(self._look.ledger, is_public))
        if target is not None:
            self.write_to(target, chosen, order, is_public=is_public)

    def write_to(
        self, target: Path, chosen: Chosen, order: Order, *, is_public: bool = False
    ) -> None:
        """Write the sheet of these records there."""
        write = self._room.desk.ledger(self._look.ledger).write_xlsx
        self._write(target, partial(write, target, chosen, order, is_public=is_public))

    def fill(self, template: Template, chosen: Chosen, order: Order) -> None:
        """Ask where the county's table shall lie when it is filled, then write it there."""
        target = self._ask_where(tr("填好另存"), template.path.stem)
        if target is not None:
            fill = self._room.desk.ledger(self._look.ledger).fill_template
            self._write(target, partial(fill, template, target, chosen, order))

    def _ask_where(self, title: str, name: str) -> Path | None:
        usual = documents_folder() / f"{name}_{self._room.desk.today()}.xlsx"
        path, _kind = QFileDialog.getSaveFileName(
            self._owner, title, str(usual), tr("Excel 表格 (*.xlsx)")
        )
        return _with_suffix(Path(path)) if path else None

    def _write(self, target: Path, task: Callable[[], int]) -> None:
        self._begin(tr("正在导出表格……"))
        self._room.worker.ask(self._owner, task, partial(self._say_written, target), self._refuse)

    def _begin(self, words: str) -> None:
        self._busy(True)
        self._banner.say(words, "ok")

    def _show_paper(self, drawn: Drawn) -> None:
        self._busy(False)
        self._banner.clear()
        self._room.show_papers([drawn], lambda said: self._banner.say(said, "ok"))

    def _say_written(self, target: Path, count: int) -> None:
        self._busy(False)
        self._banner.say(self._look.exported.format(count=count, path=target), "ok")

    def _refuse(self, fault: Fault) -> None:
        self._busy(False)
        self._banner.say(say(fault), "danger")


def _name_of(ledger: Ledger[Any], is_public: bool) -> str:
    return tr(ledger.title) + (tr("（公开版）") if is_public else "")


def _draw(desk: Desk, ledger: Ledger[Any], chosen: Chosen, order: Order, is_public: bool) -> Drawn:
    target = desk.papers.folder / f"{_name_of(ledger, is_public)}_{desk.today()}.pdf"
    return desk.ledger(ledger).draw_pdf(target, chosen, order, is_public=is_public)


def _with_suffix(path: Path) -> Path:
    """Return the path as Excel opens it: a native dialog may leave the ending out."""
    is_sheet = path.suffix.lower() == ".xlsx"
    return path if is_sheet else path.with_name(f"{path.name}.xlsx")
