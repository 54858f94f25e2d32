"""填县里的表 — a table of the county's own: its columns are named once, then filled each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.ledgers import LedgerDesk
from liaison_desktop.desk.template_maps import ORDINAL_LABELS, Template
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.ledger import ORDINAL
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.dialogs import Dialog
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.column_map import ColumnMap
from liaison_desktop.ui.room import Room


class TemplateDialog(Dialog):
    """`fill` is given the table with the columns chosen."""

    def __init__(
        self,
        room: Room,
        ledger: LedgerDesk[Any],
        path: Path,
        fill: Callable[[Template], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._ledger, self._fill = ledger.ledger, fill
        self._template: Template | None = None
        self.columns: ColumnMap | None = None
        self.setWindowTitle(tr("填县里的表"))
        self.resize(720, 560)
        self.banner = Banner()
        self.card = Card(tr("每一列填什么"), "fields")
        self.fill_button = Button(tr("填好另存……"), self._go, kind="primary", key=tr("Ctrl+回车"))
        self.fill_button.setEnabled(False)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.fill_button.click)
        self._lay_out()
        room.worker.ask(self, partial(ledger.read_template, path), self._show, self._refuse)

    def _show(self, template: Template) -> None:
        self._template = template
        fields = [(tr(ORDINAL_LABELS[0]), ORDINAL)]
        fields += [(tr(column.label), column.name) for column in self._ledger.columns]
        columns = [(heading, "") for heading in template.heading]
        self.columns = ColumnMap(columns, fields, template.columns)
        self.columns.setContentsMargins(16, 10, 12, 8)
        self.columns.changed.connect(self._offer)
        self.card.rows.addWidget(self.columns)
        self._offer()

    def _offer(self) -> None:
        self.fill_button.setEnabled(self.columns is not None and bool(self.columns.value()))

    def _go(self) -> None:
        if self._template is not None and self.columns is not None:
            self.accept()
            self._fill(replace(self._template, columns=self.columns.value()))

    def _refuse(self, fault: Fault) -> None:
        self.banner.say(say(fault), "danger")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(Button(tr("不做了"), self.reject, key="Esc"))
        buttons.addWidget(self.fill_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.banner)
        column.addWidget(scrolling_column(self.card), 1)
        column.addLayout(buttons)
