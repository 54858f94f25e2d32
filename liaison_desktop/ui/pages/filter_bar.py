"""Which records of a ledger are shown: words, days, and the choices of its definition."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.words import Word
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.pages.intake_body import day_in
from liaison_desktop.ui.pages.ledger_words import Look, words_of
from liaison_desktop.ui.table.ledger_view import MOVES
from liaison_desktop.ui.texts import Elided
from liaison_desktop.ui.tick import Tick

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

TODAY, WEEK, MONTH, YEAR, OWN_DAYS = "today", "week", "month", "year", "own"
LAST_YEAR = "last_year"


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
    """`changed` comes when other records are asked for, `typed` when only the words changed."""

    changed = Signal()
    typed = Signal()

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look, self._today = look, today
        self._is_setting = False
        self._told = Chosen()
        self._days: tuple[date | None, date | None] = (None, None)
        self.text = SearchLine(look.asked)
        self.period = Choice(_periods())
        self.since = Line(tr("从：2026-11-01"))
        self.until = Line(tr("到：11-30"))
        self.choices = {
            each.name: Choice([(tr(word(value)), value) for value in each.words])
            for each in look.ledger.choices
        }
        self.ticks = {each.name: Tick(tr(each.label)) for each in look.ledger.ticks}
        self.words = Elided("small")
        self.clear_button = Button(tr("清除筛选"), self.clear, kind="small", key="Alt+C")
        self._name()
        self._lay_out()
        self._connect()
        self._show_words()

    def value(self) -> Chosen:
        """Return what is chosen; a day that cannot be read is as if it were not there.

        What an input method has open is looked for, too: lgf are initials.
        """
        since, until = self._days
        words: dict[str, Word] = {
            name: choice.value() for name, choice in self.choices.items() if choice.value()
        }
        ticks = frozenset(name for name, tick in self.ticks.items() if tick.value())
        typed = self.text.value() + self.text.preedit
        return Chosen(typed, since, until, words, ticks)

    def set_value(self, chosen: Chosen) -> None:
        """Show what was chosen elsewhere, and ask for it once."""
        self._is_setting = True
        self.text.set_value(chosen.text)
        has_days = chosen.since is not None or chosen.until is not None
        self.period.set_value(OWN_DAYS if has_days else None)
        self.since.set_value(chosen.since)
        self.until.set_value(chosen.until)
        for name, choice in self.choices.items():
            choice.set_value(chosen.words.get(name))
        for name, tick in self.ticks.items():
            tick.set_value(name in chosen.ticks)
        self._is_setting = False
        self._choose()

    def clear(self) -> None:
        """Show every record again."""
        self.set_value(Chosen())
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
        if period == LAST_YEAR:
            year = today.year - 1
            return date(year, 1, 1), date(year, 12, 31)
        first = {
            TODAY: today,
            WEEK: today - timedelta(days=today.weekday()),
            MONTH: today.replace(day=1),
            YEAR: today.replace(month=1, day=1),
        }
        return first.get(period), today if period else None

    def _show_words(self) -> None:
        """Say what is wrong with the days, else which records are shown."""
        since, until = self._days
        problem = ""
        if any(
            line.isVisibleTo(self) and _is_no_day(line, self._today()) for line in self._lines()
        ):
            problem = tr("日期请写作 2026-11-20 或 11-20。")
        elif since is not None and until is not None and since > until:
            problem = tr("开始日期晚于结束日期，所以一条也没有。")
        said = problem or words_of(self._look.ledger, self.value())
        self.words.show_text(said, "danger" if problem else "small")
        self.clear_button.setVisible(bool(problem) or self.value() != Chosen())

    def _lines(self) -> tuple[Line, Line]:
        return self.since, self.until

    def _name(self) -> None:
        named: list[tuple[Line | Choice, str]] = [
            (self.text, self._look.asked.replace("Ctrl+F", "").strip()),
            (self.period, tr("日期")),
            (self.since, tr("从哪天")),
            (self.until, tr("到哪天")),
            *((self.choices[each.name], tr(each.label)) for each in self._look.ledger.choices),
        ]
        for control, name in named:
            control.say_name(name)
            if isinstance(control, Choice):
                control.setPlaceholderText(name)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.text, 5)
        for widget in (self.period, self.since, self.until, *self.choices.values()):
            first.addWidget(widget, 2)
        if not self._look.ledger.has_days:
            self.period.hide()
        self.since.hide()
        self.until.hide()
        second.setSpacing(16)
        for tick in self.ticks.values():
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

    def _connect(self) -> None:
        self.text.typing.connect(self._type)
        self.text.left.connect(self._type)
        for choice in (self.period, *self.choices.values()):
            choice.changed.connect(self._choose)
        for line in self._lines():
            line.entered.connect(self._choose)
            line.left.connect(self._choose)
        for tick in self.ticks.values():
            tick.changed.connect(self._choose)


def _periods() -> list[tuple[str, str]]:
    return [
        (tr("今天"), TODAY),
        (tr("本周"), WEEK),
        (tr("本月"), MONTH),
        (tr("今年"), YEAR),
        (tr("去年"), LAST_YEAR),
        (tr("自选日期"), OWN_DAYS),
    ]


def _day(line: Line, today: date) -> date | None:
    with suppress(ValueError):
        return day_in(line.value(), today)
    return None


def _is_no_day(line: Line, today: date) -> bool:
    return bool(line.value().strip()) and _day(line, today) is None
