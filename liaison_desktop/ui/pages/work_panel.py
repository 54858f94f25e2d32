"""办理清单 — the lists at the left, the matters of one at the right; several are chased at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QMargins, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from liaison_desktop.desk.counting import counted
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.matter_papers import TITLES
from liaison_desktop.desk.work import MOST_IN_A_LIST, Suggestion, WorkRow
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_flow import ROUTES, row_of
from liaison_desktop.model.step import Step
from liaison_desktop.model.texts import visible
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Move, Urgency
from liaison_desktop.model.words import label as word
from liaison_desktop.model.work_lists import WORK_LISTS, Work
from liaison_desktop.model.working_calendar import WorkingCalendar
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton, clear, show_choice
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.ask_status import StatusDialog
from liaison_desktop.ui.pages.matter_words import left_in_words
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.tick import Tick
from liaison_desktop.ui.wrapping import NARROWEST, Wrapping

CHASED = frozenset({Work.IN_HAND, Work.OVERDUE, Work.DUE_TODAY, Work.TO_EVALUATE})
"""Lists whose matters may be chased from here."""

MONTHS = 12
"""A report is asked for at the first month's end, and now and then for an earlier one."""

AT_ONCE = 20
"""Matters of a list that are shown at first, and at every press for more."""

Loaded = tuple[dict[Work, int], list[WorkRow], WorkingCalendar]


class WorkPanel(QWidget):
    """`opening` asks for one matter, by its number."""

    opening = Signal(str)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.work = Work.TO_SCREEN
        self.banner = Banner()
        self.lists = Card(tr("办理清单"), "filter")
        self.card = Card("", "sheet")
        self.ticks: dict[str, Tick] = {}
        self._rows: dict[Work, RowButton] = {}
        self._limit = AT_ONCE
        self._seen: object = None
        self._chased: list[Matter] = []
        self.chase_button = Button(tr("催办所选"), self.chase, picture="clock")
        self.print_button = Button(tr("打印催办单"), self._print, picture="printer")
        self.sign_button = Button(tr("打印送签单"), self.print_signing_list, picture="printer")
        self.undo_button = Button(tr("撤销这次催办"), self._undo, picture="undo")
        self.ask_button = Button(tr("凭编号查询"), self._ask_status, picture="search")
        self.undo_button.hide()
        self.month = Choice(months_before(room.desk.today()))
        self.month.say_name(tr("月份"))
        self.month.setCurrentIndex(0)
        self.report_button = Button(tr("月报"), self.report, picture="sheet")
        self._lay_out()

    def begin(self, work: Work | None = None) -> None:
        """Read the lists anew, and show one of them."""
        if work is not None and work is not self.work:
            self.work, self._limit = work, AT_ONCE
        task = partial(_load, self.room.desk, self.work, self._limit)
        self.room.worker.ask(self, task, self._show, self._refuse)

    def chosen(self) -> list[str]:
        """Return the numbers of the matters that are ticked."""
        return [number for number, tick in self.ticks.items() if tick.value()]

    def chase(self) -> None:
        """Chase what is ticked, all of it or nothing."""
        if numbers := self.chosen():
            task = partial(_chase, self.room.desk, numbers)
            self.room.worker.ask(self, task, self._show_chased, self._refuse)
        else:
            self.banner.say(tr("请先勾选要催办的事项。"), "warn")

    def print_signing_list(self) -> None:
        """Draw what waits for the head's pen and show it."""
        task = partial(_print_signing_list, self.room.desk)
        self.room.worker.ask(self, task, self._show_papers, self._refuse)

    def report(self) -> None:
        """Draw the report of the month chosen and show it."""
        if (month := self.month.value()) is not None:
            task = partial(_draw_report, self.room.desk, month)
            self.room.worker.ask(self, task, self._show_papers, self._refuse)

    def _show(self, loaded: Loaded) -> None:
        counts, rows, calendar = loaded
        seen = (self.work, counts, rows, self.room.desk.today())
        if seen == self._seen:
            self._focus_list()
            return
        self._seen = seen
        self.lists.clear()
        self._rows = {}
        for work, one in WORK_LISTS.items():
            row = RowButton(tr(one.label), "", partial(self.begin, work))
            if counts[work]:
                is_late = work is Work.OVERDUE
                row.add_badge(
                    counted(counts[work], MOST_IN_A_LIST), "danger" if is_late else "soft"
                )
            self.lists.rows.addWidget(row)
            self._rows[work] = row
        show_choice(self._rows, self.work)
        self._focus_list()
        self._show_rows(counts[self.work], rows, calendar)

    def _focus_list(self) -> None:
        if self.isVisible() and self.work in self._rows:
            QTimer.singleShot(0, partial(_focus, self._rows[self.work]))  # once it is shown

    def _show_rows(self, count: int, rows: Sequence[WorkRow], calendar: WorkingCalendar) -> None:
        self.card.heading.setText(tr(WORK_LISTS[self.work].label))
        self.card.show_badge(counted(count, MOST_IN_A_LIST) if count else "")
        clear(self.card.rows)
        self.ticks = {}
        for row in rows:
            self._add(row, calendar)
        if not rows:
            self.card.add_words(tr("没有要办的。"), "body")
        elif count > len(rows):
            self.card.add_words(tr("只列最近到期的 {count} 件。").format(count=len(rows)))
            self.card.rows.addWidget(Button(tr("再列一些"), self._show_more, kind="small"))
        may_chase = bool(self.ticks)
        self.sign_button.setVisible(self.work is Work.TO_SCREEN and bool(rows))
        self.chase_button.setVisible(may_chase)
        self.print_button.setVisible(may_chase)

    def _show_more(self) -> None:
        self._limit += AT_ONCE
        self.begin()

    def _add(self, row: WorkRow, calendar: WorkingCalendar) -> None:
        names = tr("、").join(tr(name) for name in row.names)
        facts = [row.number, names, tr(word(row.state)), row.unit_name]
        if row.urgency is not Urgency.NORMAL:
            facts.insert(0, tr(word(row.urgency)))
        if row.chases:
            facts.append(tr("已催办 {count} 次").format(count=row.chases))
        second = "　".join(fact for fact in facts if fact)
        second += f"\n{_suggested(row.suggested)}" if row.suggested else ""
        button = RowButton(visible(row.title), second, partial(self.opening.emit, row.number))
        if row.due_on is not None:
            today = self.room.desk.today()
            words, level = left_in_words(row.due_on, today, calendar, is_tentative=row.is_tentative)
            button.add_badge(words, level)
        if self.work in CHASED and row_of(Move.CHASE, row.state) is not None:
            tick = Tick("")
            tick.say_name(tr("选 {number}").format(number=row.number))
            self.ticks[row.number] = tick
            button.lead_with(tick)
        self.card.rows.addWidget(button)

    def _show_chased(self, matters: list[Matter]) -> None:
        self._chased = matters
        self.banner.say(tr("已催办 {count} 件。").format(count=len(matters)), "ok")
        self.undo_button.show()
        self._changed()

    def _undo(self) -> None:
        task = partial(self.room.desk.matters.undo, self._chased)
        self.room.worker.ask(self, task, self._undone, self._refuse)

    def _undone(self, _matters: Sequence[Matter]) -> None:
        self.undo_button.hide()
        self.banner.say(tr("已撤销这次催办。"), "ok")
        self._changed()

    def _changed(self) -> None:
        self.begin()
        self.room.ways.changed.emit()

    def _print(self) -> None:
        numbers = self.chosen() or list(self.ticks)
        if not numbers:
            return  # the list has changed under the finger
        task = partial(_print_chasing, self.room.desk, numbers)
        self.room.worker.ask(self, task, self._show_papers, self._refuse)

    def _show_papers(self, papers: Sequence[Any]) -> None:
        self.room.show_papers(papers, lambda said: self.banner.say(said, "ok"))

    def _ask_status(self) -> None:
        StatusDialog(self.room, self).open()

    def _refuse(self, fault: Fault) -> None:
        self.banner.say(say(fault), "danger")

    def _lay_out(self) -> None:
        of_all = (self.ask_button, self.month, self.report_button)
        of_rows = (self.undo_button, self.sign_button, self.print_button, self.chase_button)
        buttons = Wrapping(*of_all, *of_rows, spacing=10, margins=QMargins(24, 12, 24, 4))
        columns = QHBoxLayout()
        columns.setContentsMargins(24, 4, 24, 16)
        columns.setSpacing(16)
        columns.addWidget(scrolling_column(self.lists), 2)
        columns.addWidget(scrolling_column(self.card), 7)
        self.setMinimumWidth(NARROWEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(buttons)
        inset = QHBoxLayout()
        inset.setContentsMargins(24, 0, 24, 6)
        inset.addWidget(self.banner)
        column.addLayout(inset)
        column.addLayout(columns, 1)


def _suggested(one: Suggestion) -> str:
    """Return what the head is asked to decide, as on his sheet."""
    route = f"{ROUTES[one.route].code} {tr(word(one.route))}"
    return tr("建议 {what}").format(what=" ".join(filter(None, (route, one.unit_name))))


def _focus(row: RowButton) -> None:
    if isValid(row):  # the lists may have been read anew since
        row.setFocus()


def months_before(today: date) -> list[tuple[str, date]]:
    """Return a year of months to choose from: the one before this day's first, then this one."""
    this = today.replace(day=1)
    months = [this]
    while len(months) < MONTHS:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    months[:2] = months[1::-1]
    return [(f"{month:%Y-%m}", month) for month in months]


def _draw_report(desk: Desk, month: date) -> list[Any]:
    target = desk.papers.folder / f"{tr('月报')}_{month:%Y-%m}.pdf"
    return [desk.reports.draw_pdf(month, target)]


def _print_signing_list(desk: Desk) -> list[Any]:
    target = desk.papers.folder / f"{tr('送签单')}_{desk.today()}.pdf"
    return [desk.matter_papers.print_signing_list(target)]


def _load(desk: Desk, work: Work, limit: int) -> Loaded:
    return desk.work.count_all(), desk.work.find(work, limit), desk.rules.load().calendar


def _chase(desk: Desk, numbers: Sequence[str]) -> list[Matter]:
    matters = [desk.matters.load(number) for number in numbers]
    steps = [
        Step(
            uid=new_uid(desk.now()),
            station_uid=matter.station_uid,
            matter_uid=matter.uid,
            move=Move.CHASE,
            done_on=desk.today(),
        )
        for matter in matters
    ]
    return desk.matters.move_all(list(zip(matters, steps, strict=True)))


def _print_chasing(desk: Desk, numbers: Sequence[str]) -> list[Any]:
    target = desk.papers.folder / f"{tr(TITLES['chasing'])}_{desk.today()}.pdf"
    return [desk.matter_papers.print("chasing", numbers, target)]
