"""Which visits are shown: words, days, form, handling; each can be taken back by itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.visit_filter import VisitFilter
from liaison_desktop.model.words import Channel, Handling
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.pages.intake_body import day_in
from liaison_desktop.ui.pages.visits_words import words_of
from liaison_desktop.ui.table.ledger_view import MOVES
from liaison_desktop.ui.texts import Elided
from liaison_desktop.ui.tick import Tick

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

TODAY, WEEK, MONTH, YEAR, OWN_DAYS = "today", "week", "month", "year", "own"


class SearchLine(Line):
    """Keys that move from row to row go on to the list; Home and End only past the text's ends."""

    going = Signal(object)
    """A key event for the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVES and not self.preedit and not self._is_mine(event):
            self.going.emit(event)
        else:
            super().keyPressEvent(event)

    def _is_mine(self, event: QKeyEvent) -> bool:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.text())}
        end = ends.get(Qt.Key(event.key()), self.cursorPosition())
        is_extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return is_extending or end != self.cursorPosition()


class FilterBar(QWidget):
    """`changed` comes when other visits are asked for, `typed` when only the words changed."""

    changed = Signal()
    typed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._is_setting = False
        self._told = VisitFilter()
        self._days: tuple[date | None, date | None] = (None, None)
        self.text = SearchLine(tr("姓名、拼音、电话、编号或内容　Ctrl+F"))
        self.period = Choice(_periods())
        self.since = Line(tr("从：2026-11-01"))
        self.until = Line(tr("到：11-30"))
        self.channel = Choice([(tr(word(each)), each) for each in Channel])
        self.handling = Choice([(tr(word(each)), each) for each in Handling])
        self.only_incomplete = Tick(tr("只看待补"))
        self.only_to_sign = Tick(tr("只看待送签"))
        self.with_withdrawn = Tick(tr("含已撤回"))
        self.words = Elided("small")
        self.clear_button = Button(tr("清除筛选"), self.clear, kind="small", key="Alt+C")
        self._name()
        self._lay_out()
        self._connect()
        self._show_words()

    def value(self) -> VisitFilter:
        """Return what is chosen; a day that cannot be read is as if it were not there."""
        since, until = self._days
        return VisitFilter(
            text=self.text.value(),
            since=since,
            until=until,
            channel=self.channel.value(),
            handling=self.handling.value(),
            only_incomplete=self.only_incomplete.value(),
            only_to_sign=self.only_to_sign.value(),
            with_withdrawn=self.with_withdrawn.value(),
        )

    def set_value(self, chosen: VisitFilter) -> None:
        """Show what was chosen elsewhere, and ask for it once."""
        self._is_setting = True
        self.text.set_value(chosen.text)
        has_days = chosen.since is not None or chosen.until is not None
        self.period.set_value(OWN_DAYS if has_days else None)
        self.since.set_value(chosen.since)
        self.until.set_value(chosen.until)
        self.channel.set_value(chosen.channel)
        self.handling.set_value(chosen.handling)
        self.only_incomplete.set_value(chosen.only_incomplete)
        self.only_to_sign.set_value(chosen.only_to_sign)
        self.with_withdrawn.set_value(chosen.with_withdrawn)
        self._is_setting = False
        self._choose()

    def clear(self) -> None:
        """Show every visit again."""
        self.set_value(VisitFilter())
        self.text.setFocus()

    def renew(self) -> None:
        """Reckon 今天, 本周 … anew: the page may stay open over midnight."""
        self._days = self._reckon()
        self._show_words()

    def _choose(self) -> None:
        if not self._is_setting:
            is_own = self.period.value() == OWN_DAYS
            self.since.setVisible(is_own)
            self.until.setVisible(is_own)
            self.renew()
            self._tell(self.changed)

    def _type(self) -> None:
        if not self._is_setting:
            self._show_words()
            self._tell(self.typed)

    def _tell(self, signal: SignalInstance) -> None:
        """Tell what is asked for, where it is something else than before."""
        if self._told != self.value():
            self._told = self.value()
            signal.emit()

    def _reckon(self) -> tuple[date | None, date | None]:
        period, today = self.period.value(), self._today()
        if period == OWN_DAYS:
            return _day(self.since, today), _day(self.until, today)
        first = {
            TODAY: today,
            WEEK: today - timedelta(days=today.weekday()),
            MONTH: today.replace(day=1),
            YEAR: today.replace(month=1, day=1),
        }
        return first.get(period), today if period else None

    def _show_words(self) -> None:
        """Say what is wrong with the days, else which visits are shown."""
        since, until = self._days
        problem = ""
        if any(
            line.isVisibleTo(self) and _is_no_day(line, self._today()) for line in self._lines()
        ):
            problem = tr("日期请写作 2026-11-20 或 11-20。")
        elif since is not None and until is not None and since > until:
            problem = tr("开始日期晚于结束日期，所以没有来访。")
        self.words.show_text(problem or words_of(self.value()), "danger" if problem else "small")
        self.clear_button.setVisible(bool(problem) or self.value() != VisitFilter())

    def _lines(self) -> tuple[Line, Line]:
        return self.since, self.until

    def _name(self) -> None:
        named: list[tuple[Line | Choice, str]] = [
            (self.text, tr("按姓名、拼音、电话、编号或内容查找")),
            (self.period, tr("日期")),
            (self.since, tr("从哪天")),
            (self.until, tr("到哪天")),
            (self.channel, tr("反映形式")),
            (self.handling, tr("处理方式")),
        ]
        for control, name in named:
            control.say_name(name)
            if isinstance(control, Choice):
                control.setPlaceholderText(name)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(10)
        shares = [(self.text, 5), (self.period, 2), (self.since, 2), (self.until, 2)]
        for widget, share in [*shares, (self.channel, 2), (self.handling, 2)]:
            first.addWidget(widget, share)
        self.since.hide()
        self.until.hide()
        second.setSpacing(16)
        for tick in self._ticks():
            second.addWidget(tick)
        second.addWidget(self.words, 1)
        second.addWidget(self.clear_button)
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)

    def _ticks(self) -> tuple[Tick, ...]:
        return self.only_incomplete, self.only_to_sign, self.with_withdrawn

    def _connect(self) -> None:
        self.text.changed.connect(self._type)
        for choice in (self.period, self.channel, self.handling):
            choice.changed.connect(self._choose)
        for line in self._lines():
            line.entered.connect(self._choose)
            line.left.connect(self._choose)
        for tick in self._ticks():
            tick.changed.connect(self._choose)


def _periods() -> list[tuple[str, str]]:
    return [
        (tr("今天"), TODAY),
        (tr("本周"), WEEK),
        (tr("本月"), MONTH),
        (tr("今年"), YEAR),
        (tr("自选日期"), OWN_DAYS),
    ]


def _day(line: Line, today: date) -> date | None:
    with suppress(ValueError):
        return day_in(line.value(), today)
    return None


def _is_no_day(line: Line, today: date) -> bool:
    return bool(line.value().strip()) and _day(line, today) is None
