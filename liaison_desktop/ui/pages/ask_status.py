"""凭编号查询 — what a visitor may see of his matter by the number on his slip: nothing personal."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.matters import MatterFacts
from liaison_desktop.model.faults import Fault, NotFound
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.dialogs import Dialog
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.matter_words import left_in_words
from liaison_desktop.ui.room import Room


class StatusDialog(Dialog):
    """The number is typed or scanned, Enter asks; it may face the visitor."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        self.setWindowTitle(tr("凭编号查询"))
        self.resize(640, 460)
        self.banner = Banner()
        self.line = Line(tr("输入或扫描，回车查询"))
        self.number = Field(tr("回执上的编号"), self.line)
        self.card = Card(tr("办理情况"), "sheet")
        self.card.hide()
        self.line.entered.connect(self.ask)
        self._lay_out()
        self.line.setFocus()

    def ask(self) -> None:
        """Look for the visit or the matter of this number."""
        if number := self.line.value().strip():
            task = partial(_find, self._room.desk, number)
            self._room.worker.ask(self, task, self._show, self._refuse)

    def _show(self, found: list[MatterFacts]) -> None:
        self.banner.clear()
        self.card.clear()
        self.card.show()
        today = self._room.desk.today()
        for facts in found:
            matter = facts.matter
            self.card.add_words(f"{matter.number}　{tr(word(matter.state))}", "section")
            received = tr("{day} 登记").format(day=facts.visit.received_on)
            said = [
                received,
                matter.unit_name and tr("由 {unit} 办理").format(unit=matter.unit_name),
            ]
            if matter.due_on is not None:
                left, _level = left_in_words(
                    matter.due_on,
                    today,
                    facts.rules.calendar,
                    is_tentative=matter.is_due_tentative,
                )
                said.append(tr("最近的期限 {day}，{left}").format(day=matter.due_on, left=left))
            if matter.replied_on is not None:
                said.append(tr("{day} 已答复").format(day=matter.replied_on))
            self.card.add_words("\n".join(filter(None, said)), "body")
        self.line.selectAll()

    def _refuse(self, fault: Fault) -> None:
        self.card.hide()
        self.banner.say(say(fault), "danger")
        self.line.selectAll()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(Button(tr("关闭"), self.reject, key="Esc"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.number)
        column.addWidget(self.banner)
        column.addWidget(scrolling_column(self.card), 1)
        column.addLayout(buttons)


def _find(desk: Desk, number: str) -> list[MatterFacts]:
    """Return the matter of this number, or every matter of the visit that has it; NotFound."""
    visit = desk.visits.load(number)
    if visit.withdrawn_at is not None:
        raise NotFound("visit", number)
    named = [one for one in visit.matters if one.number == number] or visit.matters
    return [desk.matters.load_facts(one.number) for one in named if one.withdrawn_at is None]
