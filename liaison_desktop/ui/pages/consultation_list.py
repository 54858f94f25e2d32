"""恳谈会 — the meetings there are, the last held first, and what of each still waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.consultation_list import MeetingRow
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.rows import centred
from liaison_desktop.ui.texts import label

FORM = "consultation"
"""The name of the drafts of a meeting; a draft has the uid of its meeting."""

AT_ONCE = 30
"""Meetings that are shown at first, and at every press for more."""

LEVELS = {
    ConsultationState.PLANNED: "soft",
    ConsultationState.RECORDING: "ok",
    ConsultationState.READY: "warn",
    ConsultationState.SIGNED: "plain",
    ConsultationState.CANCELLED: "danger",
}
"""On which ground the word of a state stands."""


@dataclass(frozen=True)
class Listed:
    """The meetings, and those that were typed and never saved."""

    rows: Sequence[MeetingRow]
    drafts: Sequence[KeptDraft]


class ConsultationList(QWidget):
    """`opening` asks for a meeting by its uid, `beginning` for a new one or for its KeptDraft."""

    opening = Signal(object)
    beginning = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._listed: Listed | None = None
        self._limit = AT_ONCE
        self.banner = Banner()
        self.filter = Line(tr("按名称、议题、地点、编号或日期查找"))
        self.filter.say_name(tr("查找恳谈会"))
        self.card = Card(tr("恳谈会"), "talk")
        self.empty = _Empty(self._begin_new)
        self.new_button = Button(
            tr("新建恳谈会"), self._begin_new, kind="primary", picture="plus", key="Ctrl+N"
        )
        may = self._may()
        for button in (self.new_button, self.empty.new_button):
            button.allow(may)
        if may:
            QShortcut(QKeySequence("Ctrl+N"), self, self._begin_new)
        self.filter.changed.connect(self._begin_list)
        self.filter.entered.connect(self._go_to_first)
        self._lay_out()

    def begin(self) -> None:
        """Read the meetings anew, and set the focus where a clerk goes on."""
        self.room.worker.ask(self, partial(_load, self.room.desk), self._show, self._refuse)

    def _show(self, listed: Listed) -> None:
        self._listed = listed
        self.banner.clear()
        is_empty = not listed.rows and not listed.drafts
        self.empty.setVisible(is_empty)
        for widget in (self.filter, self.new_button, self._area):
            widget.setVisible(not is_empty)
        self.new_button.allow(self._may())
        self._show_rows()
        if self.isVisible():
            (self.empty.new_button if is_empty else self.filter).setFocus()

    def _begin_list(self) -> None:
        self._limit = AT_ONCE
        self._show_rows()

    def _show_rows(self) -> None:
        if self._listed is None:
            return
        self.card.clear()
        wanted = self.filter.value().strip()
        for draft in self._listed.drafts if not wanted else ():
            self._add_draft(draft)
        found = [row for row in self._listed.rows if wanted in _searched(row)]
        for row in found[: self._limit]:
            self._add(row)
        if not found and wanted:
            self.card.add_words(tr("没有找到。"), "body")
        elif len(found) > self._limit:
            self.card.rows.addWidget(Button(tr("再列一些"), self._show_more, kind="small"))
        self.card.show_badge(str(len(found)) if found else "")

    def _add_draft(self, draft: KeptDraft) -> None:
        title = str(draft.body.get("title") or tr("还没有名称"))
        button = RowButton(title, tr("没有保存的内容"), partial(self.beginning.emit, draft))
        button.add_badge(tr("草稿"), "warn")
        self.card.rows.addWidget(button)

    def _add(self, row: MeetingRow) -> None:
        facts = [tr(word(row.kind)), row.topic, row.place, row.number, _people(row)]
        second = visible("　".join(fact for fact in facts if fact))
        title = visible(f"{row.title}")
        button = RowButton(
            title, second, partial(self.opening.emit, row.uid), lead=f"{row.held_on}"
        )
        if row.is_yearly:
            button.add_badge(tr("年度"), "soft")
        if row.overdue:
            button.add_badge(tr("承诺超期 {count}").format(count=row.overdue), "danger")
        if row.undated:
            button.add_badge(tr("未填期限 {count}").format(count=row.undated), "warn")
        if row.unrouted:
            button.add_badge(tr("意见未定去向 {count}").format(count=row.unrouted), "warn")
        button.add_badge(tr(word(row.state)), LEVELS[row.state])
        self.card.rows.addWidget(button)

    def _show_more(self) -> None:
        self._limit += AT_ONCE
        self._show_rows()

    def _go_to_first(self) -> None:
        first = self.card.rows.itemAt(0)
        row = first.widget() if first is not None else None
        if isinstance(row, RowButton):
            row.setFocus()

    def _begin_new(self) -> None:
        self.beginning.emit(None)

    def _refuse(self, fault: Fault) -> None:
        self.banner.say(say(fault), "danger")

    def _may(self) -> bool:
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), Action.KEEP_CONSULTATION)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.filter, 1)
        head.addWidget(self.new_button)
        self._area = scrolling_column(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self._area, 1)
        column.addWidget(self.empty, 1)
        self.empty.hide()


class _Empty(QWidget):
    """One calm sentence and one button, where the list would be."""

    def __init__(self, begin: Callable[[], object]) -> None:
        super().__init__()
        self.new_button = Button(
            tr("新建恳谈会"), begin, kind="primary", picture="plus", key="Ctrl+N"
        )
        words = label(tr("还没有恳谈会。先建一次，议题、参加人和通知都从这里来。"), "section")
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        column.addLayout(centred(Picture("talk", "text3", 40)))
        column.addLayout(centred(words))
        column.addLayout(centred(self.new_button))
        column.addStretch(3)


def _load(desk: Desk) -> Listed:
    rows = desk.talk.meetings.rows()
    known = {row.uid for row in rows}
    drafts = [draft for draft in desk.drafts.find(FORM) if draft.uid not in known]
    return Listed(rows, drafts)


def _searched(row: MeetingRow) -> str:
    return "\n".join((row.title, row.topic, row.place, row.number, str(row.held_on)))


def _people(row: MeetingRow) -> str:
    if not (row.expected or row.present):
        return ""
    words = tr("应到 {expected}，实到 {present}")
    return words.format(expected=row.expected, present=row.present)
