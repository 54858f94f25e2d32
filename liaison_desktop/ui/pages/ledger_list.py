"""A ledger on the screen: what is asked for, what was found, and what can be done with it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.desk.drawn import Drawn
from liaison_desktop.desk.ledgers import Order
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.ledger import WITHDRAWN_TOO, Chosen, Kind
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.newest import Newest
from liaison_desktop.ui.pages import registering
from liaison_desktop.ui.pages.filter_bar import FilterBar
from liaison_desktop.ui.pages.ledger_empty import EmptyList
from liaison_desktop.ui.pages.ledger_export import LedgerExport
from liaison_desktop.ui.pages.ledger_more import LedgerMore
from liaison_desktop.ui.pages.ledger_words import Look, order_in_words
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.table.column_choice import ColumnChoice
from liaison_desktop.ui.table.ledger_feed import LedgerFeed
from liaison_desktop.ui.table.ledger_model import (
    LedgerModel,
    Pages,
    Row,
    pages_around,
    place_in,
    read_pages,
)
from liaison_desktop.ui.table.ledger_view import LedgerView
from liaison_desktop.ui.texts import Elided, label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

WHOLE_MS = 120
"""From the last letter to the whole of a list of which the newest were shown at once."""


EVEN_WITHDRAWN = Chosen(ticks=frozenset({WITHDRAWN_TOO}))


@dataclass(frozen=True)
class Found:
    """What a question found; `is_ledger_empty` where there was never a record.

    `may_lack` says that it may not be all, for the index of finding is far behind; a `glance` is
    not all, for the rest is still looked for.
    """

    ids: array[int]
    pages: Pages
    is_ledger_empty: bool
    may_lack: bool
    is_glance: bool = False


class LedgerList(QWidget):
    """`opening` carries the number of a visit or meeting, `showing` a person's or deputy's key."""

    opening = Signal(str)
    showing = Signal(int)

    def __init__(self, room: Room, look: Look) -> None:
        super().__init__()
        self.room, self.look = room, look
        self.ledger = room.desk.ledger(look.ledger)
        self.filter = FilterBar(look, room.desk.today)
        self.model = LedgerModel(look.ledger)
        self.table = LedgerView(self.model, tr(look.ledger.title), look.appearance)
        kept = room.preferences.columns_for(room.desk.user.login, look.ledger.name)
        self.table.show_choice(ColumnChoice.read(kept))
        self.feed = LedgerFeed(self.table, self.model, room.worker, self._rows)
        self.count = label("", "strong")
        self.order_words = Elided("small")
        self.banner = Banner()
        self.export = LedgerExport(room, look, self, self.banner, self._show_busy)
        self._questions = Newest(self, room.worker)
        self._typing = QTimer(self, singleShot=True, interval=WHOLE_MS)
        self._order = look.ledger.order
        self.is_waiting = self._is_entered = self._is_busy = False
        self.more = LedgerMore(self)
        self._build_buttons()
        self._lay_out()
        self._connect()

    @Slot()
    def reload(self) -> None:
        """Read the list anew; the current row and what is in sight stay where they can."""
        self.filter.renew()
        self._ask(keeps=True)

    @Slot()
    def search(self) -> None:
        """Look for what the filter says and show it from its first row on."""
        self._ask(keeps=False)

    def focus(self) -> None:
        """Put the focus where the next key is worth most."""
        button = self.empty.button() if self._stack.currentWidget() is self.empty else None
        (button or self.filter.text).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the words back, then leads to the rows; after that it is not ours."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filter.text.value():
            self.filter.text.set_value("")
            self.filter.text.setFocus()
        elif self.table.isVisible() and not self.table.hasFocus():
            self.table.setFocus()
        else:
            event.ignore()

    def _ask(self, *, keeps: bool) -> None:
        self._typing.stop()
        self.is_waiting = True
        near = [self._id_at(self.table.place()), self._id_at(self.table.anchor()[0])]
        task = partial(self._find, self.filter.value(), self._order, near if keeps else [])
        self._questions.ask_at_length(task, partial(self._show, keeps), self._refuse)

    def _find(
        self,
        chosen: Chosen,
        order: Order,
        near: Sequence[int | None],
        is_wanted: Callable[[], bool],
    ) -> Found:
        """Return what is found, with the rows that will be in sight; in the worker's thread."""
        return self._read(self.ledger.find_ids(chosen, order, is_wanted), chosen, near)

    def _glance(self, chosen: Chosen, order: Order) -> Found | None:
        """Return what can be told at once, if anything can; in the worker's thread."""
        ids, is_all = self.ledger.glance(chosen, order)
        if not ids and not is_all:
            return None
        return replace(self._read(ids, chosen, ()), is_glance=not is_all)

    def _read(self, ids: array[int], chosen: Chosen, near: Sequence[int | None]) -> Found:
        places = {0, *(place_in(ids, key) for key in near)}
        pages = read_pages(self._rows, ids, pages_around(ids, places))
        is_empty = not ids and not self.ledger.total(EVEN_WITHDRAWN)
        return Found(ids, pages, is_empty, self.ledger.may_lack(chosen))

    def _rows(self, ids: Sequence[int]) -> list[Row]:
        return self.ledger.rows(ids, tr)

    def _show_glance(self, found: Found | None) -> None:
        """Show what came at once; where that is all, nothing more is asked."""
        if found is None:
            return
        if not found.is_glance:
            self._typing.stop()
            self._show(False, found)
            return
        self._show_rows(False, found)
        self.count.setText(tr("先列最近的 {count} 条，其余正在找").format(count=len(found.ids)))
        self._stack.setCurrentWidget(self.table)

    def _show(self, keeps: bool, found: Found) -> None:
        self.is_waiting = False
        if self.filter.text.preedit and not found.ids:
            return  # letters of a word that is still composed: no list goes away for them
        self._show_rows(keeps, found)
        self.table.show_order(*self._order)
        self.order_words.show_text(order_in_words(self.look.ledger, *self._order))
        count = self.look.count.format(count=f"{len(found.ids):,}")
        lacking = tr("{count}（查找索引在整理，可能不全）")
        self.count.setText(lacking.format(count=count) if found.may_lack else count)
        self._show_emptiness(found)
        if self.banner.objectName() == "banner_danger":
            self.banner.clear()
        if self._is_entered:
            self._is_entered = False
            if len(found.ids) == 1:
                self.open()

    def _show_rows(self, keeps: bool, found: Found) -> None:
        """Show other rows around the row that was current and the one that was topmost."""
        place, (top, past) = self.table.place(), self.table.anchor()
        current_id, top_id = self._id_at(place), self._id_at(top)
        is_same = found.ids == self.model.ids
        self.model.show(found.ids, found.pages)
        if keeps and is_same:
            self.feed.look()
            return
        if not keeps:
            place, top, past = 0, 0, 0
        else:
            here = place_in(found.ids, current_id)
            place = here if here >= 0 else min(place, len(found.ids) - 1)
            top = max(place_in(found.ids, top_id), 0) if top or past else 0
        self.table.choose(max(place, 0))
        self.table.scroll_to(top, past)
        self.feed.look()

    def _show_emptiness(self, found: Found) -> None:
        had_focus = self.table.hasFocus()
        is_filtered = self.filter.value() != Chosen()
        self.empty.tell(is_ledger_empty=found.is_ledger_empty, is_filtered=is_filtered)
        self._stack.setCurrentWidget(self.table if found.ids else self.empty)
        self.filter.setVisible(not found.is_ledger_empty)
        if had_focus and not found.ids:
            self.focus()
        self._offer()

    def open(self) -> None:
        """Open the current record, where it has a page of its own."""
        if self.look.opens in {"visit", "consultation"}:
            self._with_number(self.opening.emit)
        elif self.look.opens and (key := self._id_at(self.table.place())) is not None:
            self.showing.emit(key)

    def _print(self) -> None:
        self._with_number(self._draw_papers)

    def _draw_papers(self, number: str) -> None:
        task = partial(registering.print_set, self.room.desk, number)
        self.room.worker.ask(self, task, self._show_papers, self._refuse)

    def _show_papers(self, papers: Sequence[Drawn]) -> None:
        self.banner.clear()
        self.room.show_papers(papers, lambda said: self.banner.say(said, "ok"))

    def _with_number(self, does: Callable[[str], None]) -> None:
        """Do something with the number of the current row, read where it is not here yet."""
        place = self.table.place()
        if (key := self._id_at(place)) is None or not self.table.isVisible():
            return
        if (row := self.model.row(place)) is not None:
            does(row[0])
        else:
            task = partial(self._rows, [key])
            self.room.worker.ask(self, task, lambda rows: does(rows[0][0]), self._refuse)

    def _id_at(self, place: int) -> int | None:
        return self.model.ids[place] if 0 <= place < len(self.model.ids) else None

    @Slot()
    def _type(self) -> None:
        self.is_waiting = True
        self._is_entered = False
        self._typing.start()
        task = partial(self._glance, self.filter.value(), self._order)
        self._questions.ask(task, self._show_glance, self._refuse)

    @Slot()
    def _enter(self) -> None:
        """Open the current record; while it is not found yet, only where it is the one found."""
        if self.is_waiting:
            self._is_entered = True
            self.search()
        else:
            self.open()

    @Slot(str)
    def _sort(self, name: str) -> None:
        """Order by a column: days and figures the greatest first, then the other way round."""
        was, is_descending = self._order
        column = next(each for each in self.look.ledger.columns if each.name == name)
        begins_descending = column.kind is not Kind.TEXT or column.is_in_time
        self._order = (name, not is_descending if name == was else begins_descending)
        self.search()

    @Slot(object)
    def _remember(self, choice: ColumnChoice) -> None:
        login, name = self.room.desk.user.login, self.look.ledger.name
        self.room.preferences.set_columns(login, name, choice.text())

    def _refuse(self, fault: Fault) -> None:
        self.is_waiting = self._is_entered = False
        self.banner.say(say(fault), "danger")

    def _find_text(self) -> None:
        self.filter.text.setFocus()
        self.filter.text.selectAll()

    def _draw_pdf(self) -> None:
        self.export.draw_pdf(self.filter.value(), self.order_on_paper())

    def _write_sheet(self) -> None:
        self.export.write_sheet(self.filter.value(), self.order_on_paper())

    def order_on_paper(self) -> Order:
        """On paper a ledger is read from its first record on, where no order was chosen."""
        first = self.look.ledger.order
        return (first[0], False) if self._order == first else self._order

    def _show_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with the rows shown."""
        has_rows = bool(self.model.ids)
        for button in (self.open_button, self.print_button):
            button.setEnabled(has_rows)
        for button in (self.pdf_button, self.sheet_button):
            button.setEnabled(has_rows and not self._is_busy)

    def _build_buttons(self) -> None:
        roles = self.room.desk.user.roles_on(self.room.desk.today())
        self.open_button = Button(tr("打开"), self.open, picture="next", key=tr("回车"))
        self.print_button = Button(tr("打印"), self._print, picture="printer", key="Ctrl+P")
        self.pdf_button = Button(tr("打印台账"), self._draw_pdf, picture="ledger")
        self.sheet_button = Button(tr("导出表格"), self._write_sheet, picture="sheet")
        self.more_button = Button(tr("更多"), self.more.show, picture="more")
        prints = authorize(roles, Action.PRINT)
        self.print_button.allow(prints and self.look.opens == "visit")
        for button in (self.pdf_button, self.sheet_button):
            button.allow(prints)
        self.open_button.allow(bool(self.look.opens))
        ways = self.room.ways
        registers = self.look.registers and authorize(roles, Action.REGISTER_VISIT)
        registers_deputies = self.look.opens == "deputy" and authorize(
            roles, Action.REGISTER_DEPUTY
        )
        self.new_button = Button(
            tr("新代表"), ways.to_new_deputy.emit, picture="plus", key="Ctrl+N"
        )
        self.new_button.allow(registers_deputies)
        if registers_deputies:
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence("Ctrl+N"), self, ways.to_new_deputy.emit, context=within)
        self.empty = EmptyList(
            self.look,
            partial(ways.to_register.emit, "") if registers else None,
            self.filter.clear,
            partial(self.filter.set_value, EVEN_WITHDRAWN),
        )

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 12, 24, 12)
        inner.setSpacing(10)
        inner.addWidget(self.filter)
        inner.addWidget(self.banner)
        inner.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self._build_footer())

    def _build_footer(self) -> QWidget:
        footer = frame("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(10)
        row.addWidget(self.count)
        row.addWidget(self.order_words, 1)
        buttons = (self.pdf_button, self.sheet_button, self.print_button, self.open_button)
        for button in (self.more_button, self.new_button, *buttons):
            row.addWidget(button)
        return footer

    def _connect(self) -> None:
        self._typing.timeout.connect(self.search)
        self.filter.changed.connect(self.search)
        self.filter.typed.connect(self._type)
        self.filter.text.entered.connect(self._enter)
        self.filter.text.going.connect(self.table.keyPressEvent)
        self.table.opened.connect(lambda _place: self.open())
        self.table.sorted.connect(self._sort)
        self.table.columns_chosen.connect(self._remember)
        self.feed.refused.connect(self._refuse)
        keys = {"Ctrl+F": self._find_text, "Ctrl+P": self.print_button.click}
        for key, does in (keys | {"Alt+C": self.filter.clear}).items():
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(key), self, does, context=within)
