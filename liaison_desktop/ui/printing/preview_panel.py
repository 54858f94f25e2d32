"""The pages, and above them which page it is and how large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.printing.page_view import Page, PageView
from liaison_desktop.ui.texts import Elided
from liaison_desktop.ui.worker import Worker


class PreviewPanel(QWidget):
    """A view of pages with its line of buttons."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.view = PageView(worker)
        self.where = Elided("strong")
        self.buttons = [
            Button(tr("缩小"), self.view.reduce, kind="strip", key="Ctrl+-"),
            Button(tr("放大"), self.view.enlarge, kind="strip", key="Ctrl++"),
            Button(tr("适合宽度"), self.view.fit_width, kind="strip", key="Ctrl+0"),
            Button(tr("整页"), self.view.fit_page, kind="strip", key="Ctrl+9"),
        ]
        self.view.moved.connect(self._say_where)
        self._lay_out()
        self.where.show_text(tr("正在打开……"), "muted")

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages and no others."""
        self.view.show_pages(pages)
        self._say_where()

    def _say_where(self) -> None:
        page = self.view.current_page
        if page is None:
            self.where.show_text(tr("没有选中要打印的文件。"), "muted")
        else:
            words = tr("{title} {page}/{pages} 页")
            facts = {"title": page.title, "page": page.place + 1, "pages": page.pages}
            self.where.show_text(words.format(**facts), "strong")

    def _lay_out(self) -> None:
        bar = frame("topbar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self.where, 1)
        for button in self.buttons:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.view, 1)
