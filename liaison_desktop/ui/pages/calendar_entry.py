"""One thing of the schedule, or one day, beside the calendar: its facts and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.agenda import SESSION, AgendaRow
from liaison_desktop.model.conflicts import Link
from liaison_desktop.model.schedule_words import SessionState
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.calendar_sheet import Entry, Sheet
from liaison_desktop.ui.pages.calendar_words import day_words, facts_of, kind_word

Offer = tuple[str, str, Callable[[], object]]
"""A button: its words, its picture, what it does."""


class EntryCard(QWidget):
    """What is pressed here is told with the row, or with the link of what stands in the way."""

    opening = Signal(object)
    moving = Signal(object)
    changing = Signal(object)
    cancelling = Signal(object)
    restoring = Signal(object)
    linking = Signal(object)
    choosing = Signal(object)
    creating = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card = Card("", "duty")
        self.card.head.addWidget(Button(tr("关闭"), self.closed.emit, kind="small", key="Esc"))
        self.buttons: dict[str, Button] = {}
        self.links: list[Button] = []
        self._shown: Link | date | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling_column(self.card), 1)

    def show_entry(
        self, sheet: Sheet, entry: Entry, *, opens: bool, is_followed: Callable[[Link], bool]
    ) -> None:
        """Show one thing; `opens` where somebody can open it, `is_followed` which links lead on."""
        row = entry.row
        self._shown = row.link
        self._begin(kind_word(row.kind))
        self.card.add_words("\n".join(facts_of(row)), "body")
        for words, link in sheet.told(row.link):
            if link is not None and is_followed(link):
                self._add_link(words, partial(self.linking.emit, link))
            else:
                self.card.add_words(f"! {words}", "danger")
        self._offer(self._offers(row, opens=opens))

    def show_day(self, sheet: Sheet, day: date) -> None:
        """Show all of a day, each to be pressed."""
        self._shown = day
        self._begin(day_words(day))
        entries = sheet.entries(day)
        for entry in entries:
            second = tr("、").join(entry.names)
            self._add_row(entry.first, partial(self.choosing.emit, entry.row), second)
        if not entries:
            self.card.add_words(tr("没有安排"))
        create = partial(self.creating.emit, day)
        self._offer([(tr("新建接待日"), "plus", create)])

    def is_gone(self, sheet: Sheet) -> bool:
        """Return whether the thing shown is not there any more, or a whole day is shown."""
        return isinstance(self._shown, date) or self._shown not in sheet.rows

    def take_focus(self) -> None:
        """Go to the first thing that can be pressed."""
        rows = self.findChildren(RowButton)
        first = next(iter([*self.buttons.values(), *rows]), None)
        if first is not None:
            first.setFocus()

    def _offers(self, row: AgendaRow, *, opens: bool) -> Sequence[Offer]:
        offers: list[Offer] = []
        if opens:
            offers.append((tr("打开"), "eye", partial(self.opening.emit, row)))
        if row.may_move:
            offers.append((tr("改期"), "clock", partial(self.moving.emit, row)))
        if row.kind == SESSION and row.may_move:
            offers.append((tr("更改"), "edit", partial(self.changing.emit, row)))
            offers.append((tr("取消接待日"), "close", partial(self.cancelling.emit, row)))
        if row.kind == SESSION and row.state == SessionState.CANCELLED:
            offers.append((tr("恢复"), "undo", partial(self.restoring.emit, row)))
        return offers

    def _begin(self, title: str) -> None:
        self.card.clear()
        self.buttons, self.links = {}, []
        self.card.heading.setText(title)

    def _add_row(self, words: str, pressed: Callable[[], object], second: str = "") -> None:
        self.card.rows.addWidget(RowButton(words, second, pressed))

    def _add_link(self, words: str, pressed: Callable[[], object]) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 12, 0)
        button = Button(tr("查看"), pressed, kind="small")
        button.setAccessibleName(tr("查看：{what}").format(what=words))
        line.addWidget(self.card.add_words(f"! {words}", "danger"), 1)
        line.addWidget(button)
        self.card.rows.addLayout(line)
        self.links.append(button)

    def _offer(self, offers: Sequence[Offer]) -> None:
        line: QHBoxLayout | None = None
        for words, picture, pressed in offers:
            if line is None or line.count() == 2:
                line = QHBoxLayout()
                line.setContentsMargins(12, 4, 12, 4)
                line.setSpacing(8)
                self.card.rows.addLayout(line)
            self.buttons[words] = Button(words, pressed, kind="small", picture=picture)
            line.addWidget(self.buttons[words])
