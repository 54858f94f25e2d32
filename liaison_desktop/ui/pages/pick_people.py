"""加入名单 — several people of a roster ticked with the space bar, and added in one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from liaison_desktop.desk.sign_in_list import find_among
from liaison_desktop.model.consultation_words import ParticipantKind
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import Sex
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.dialogs import Dialog
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.items import add_item
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.texts import label

_WHO = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Candidate:
    """One who can be asked to a meeting, as a roster knows him."""

    name: str
    kind: ParticipantKind
    sex: Sex | None = None
    body: str = ""
    post: str = ""
    phone: str = ""
    deputy_uid: UUID | None = None


class PickDialog(Dialog):
    """`picked` carries the candidates that were ticked, in the order of the roster."""

    picked = Signal(object)

    def __init__(self, title: str, people: Sequence[Candidate], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(560, 520)
        self._people = list(people)
        self.line = Line(tr("姓名、拼音首字母或单位"))
        self.field = Field(tr("查找"), self.line)
        self.list = QListWidget()
        self.list.setObjectName("rows")
        self.list.setAccessibleName(title)
        self.list.setAccessibleDescription(tr("空格键选上或去掉"))
        self.total = label("", "strong")
        self.all_button = Button(tr("全选"), self._tick_all, kind="small")
        self.add_button = Button(tr("加入"), self._add, kind="primary", key=tr("Ctrl+回车"))
        self.close_button = Button(tr("关闭"), self.reject, key="Esc")
        for one in self._people:
            self._append(one)
        self._lay_out()
        self.list.itemChanged.connect(lambda _item: self._count())
        self.line.changed.connect(self._filter)
        self.line.entered.connect(self._go_to_first)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self._add)
        self._count()
        self.line.setFocus()

    def chosen(self) -> list[Candidate]:
        """Return who is ticked."""
        return [
            one
            for place, one in enumerate(self._people)
            if self.list.item(place).checkState() is Qt.CheckState.Checked
        ]

    def _append(self, one: Candidate) -> None:
        facts = "　".join(part for part in (one.name, one.body, one.post) if part)
        item = add_item(self.list, visible(facts))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)

    def _filter(self) -> None:
        names = [(one.name, one.body, one.post, "") for one in self._people]
        found = set(find_among(names, self.line.value()))
        for place in range(self.list.count()):
            self.list.item(place).setHidden(place not in found)

    def _go_to_first(self) -> None:
        shown = [n for n in range(self.list.count()) if not self.list.item(n).isHidden()]
        if shown:
            self.list.setCurrentRow(shown[0])
            self.list.setFocus()

    def _tick_all(self) -> None:
        for place in range(self.list.count()):
            item = self.list.item(place)
            if not item.isHidden():
                item.setCheckState(Qt.CheckState.Checked)

    def _count(self) -> None:
        count = len(self.chosen())
        self.total.setText(tr("已选 {count} 人").format(count=count))
        self.add_button.setEnabled(count > 0)

    def _add(self) -> None:
        if people := self.chosen():
            self.picked.emit(people)
            self.accept()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.total)
        buttons.addWidget(self.all_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
