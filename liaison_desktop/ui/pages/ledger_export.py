"""来访登记簿 out of the program: on paper, and as a sheet for Excel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.visit_filter import VisitFilter
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.printing.paper import Drawn
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.sheet_field import documents_folder

Order = tuple[str, bool]


class VisitsExport:
    """Takes out what is shown; `busy` is told when it begins and when it ends."""

    def __init__(
        self, room: Room, owner: QWidget, banner: Banner, busy: Callable[[bool], object]
    ) -> None:
        self._room, self._owner, self._banner, self._busy = room, owner, banner, busy

    def draw_pdf(self, chosen: VisitFilter, order: Order) -> None:
        """Draw the register of these visits and show it before it is printed."""
        self._begin(tr("正在生成登记簿，来访多时要等一会儿……"))
        task = partial(_draw, self._room.desk, chosen, order)
        self._room.worker.ask(self._owner, task, self._show_paper, self._refuse)

    def write_sheet(self, chosen: VisitFilter, order: Order) -> None:
        """Ask where the sheet shall lie, then write it there."""
        name = tr("来访登记簿_{day}.xlsx").format(day=self._room.desk.today())
        path, _kind = QFileDialog.getSaveFileName(
            self._owner, tr("导出表格"), str(documents_folder() / name), tr("Excel 表格 (*.xlsx)")
        )
        if path:
            self.write_to(_with_suffix(Path(path)), chosen, order)

    def write_to(self, target: Path, chosen: VisitFilter, order: Order) -> None:
        """Write the sheet of these visits there."""
        self._begin(tr("正在导出表格……"))
        task = partial(self._room.desk.ledgers.write_xlsx, target, chosen, *order)
        done = partial(self._say_written, target)
        self._room.worker.ask(self._owner, task, done, self._refuse)

    def _begin(self, words: str) -> None:
        self._busy(True)
        self._banner.say(words, "ok")

    def _show_paper(self, drawn: Drawn) -> None:
        self._busy(False)
        self._banner.clear()
        self._room.show_papers([drawn], lambda said: self._banner.say(said, "ok"))

    def _say_written(self, target: Path, count: int) -> None:
        self._busy(False)
        words = tr(
            "已导出 {count} 次来访：{path}。表格里有来访人的个人信息，且没有加密，"
            "请妥善保管，用完即删。"
        )
        self._banner.say(words.format(count=count, path=target), "ok")

    def _refuse(self, fault: Fault) -> None:
        self._busy(False)
        self._banner.say(say(fault), "danger")


def _draw(desk: Desk, chosen: VisitFilter, order: Order) -> Drawn:
    target = desk.papers.folder / f"{tr('来访登记簿')}_{desk.today()}.pdf"
    return desk.ledgers.draw_pdf(target, chosen, *order)


def _with_suffix(path: Path) -> Path:
    """Return the path as Excel opens it: a native dialog may leave the ending out."""
    is_sheet = path.suffix.lower() == ".xlsx"
    return path if is_sheet else path.with_name(f"{path.name}.xlsx")
