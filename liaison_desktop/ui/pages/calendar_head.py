"""The line above the calendar: which month, which view, and what can be done from here."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.calendar_words import COLOURS, GROUNDS, KINDS, kind_word
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.theme import colour, current, font

MONTH, WEEK, LIST = "month", "week", "list"


class CalendarHead(QWidget):
    """`stepped` carries -1 or 1, `chosen` the view."""

    stepped = Signal(int)
    today_asked = Signal()
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.before = Button("", lambda: self.stepped.emit(-1), picture="arrow_left")
        self.before.setAccessibleName(tr("往前"))
        self.before.setToolTip("PgUp")
        self.after = Button("", lambda: self.stepped.emit(1), picture="next")
        self.after.setAccessibleName(tr("往后"))
        self.after.setToolTip("PgDn")
        self.today = Button(tr("今天"), self.today_asked.emit)
        self.title = label("", "title")
        self.unknown = label("", "badge")
        self.unknown.setProperty("level", "warn")
        self.unknown.hide()
        self.legend = _Legend()
        self.views = Segments(
            [("", tr("月"), MONTH), ("", tr("周"), WEEK), ("", tr("日程表"), LIST)]
        )
        self.views.say_name(tr("显示"))
        self.views.set_value(MONTH)
        self.views.changed.connect(lambda: self.chosen.emit(self.view))
        self.more = QHBoxLayout()
        self._lay_out()

    @property
    def view(self) -> str:
        """Which view is chosen."""
        return str(self.views.value() or MONTH)

    def say(self, title: str, unknown_year: int | None) -> None:
        """Show the title, and that a year's feasts are not announced yet."""
        self.title.setText(title)
        words = tr("{year} 年放假安排待公布").format(year=unknown_year)
        self.unknown.setText(words if unknown_year is not None else "")
        self.unknown.setVisible(unknown_year is not None)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.before, self.after, self.today, self.title, self.unknown):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.legend)
        row.addLayout(self.more)
        row.addWidget(self.views)


class _Legend(QWidget):
    """What the colours mean, in the words that the chips begin with."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("、").join(kind_word(kind) for kind in KINDS))

    def sizeHint(self) -> QSize:
        metrics, px = QFontMetrics(font("small")), current().px
        words = sum(metrics.horizontalAdvance(kind_word(kind)) for kind in KINDS)
        return QSize(words + len(KINDS) * px(38), px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all of it or nothing: each chip says what it is in words too."""
        if self.width() < self.sizeHint().width():
            return
        painter, px = QPainter(self), current().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        left = 0
        for kind in KINDS:
            painter.setPen(QPen(colour(COLOURS[kind]), 1.5))
            painter.setBrush(colour(GROUNDS[kind]))
            size = px(14)
            painter.drawRoundedRect(QRectF(left + 1, (self.height() - size) / 2, size, size), 4, 4)
            painter.setPen(colour("text2"))
            words = kind_word(kind)
            width = painter.fontMetrics().horizontalAdvance(words)
            place = QRectF(left + px(22), 0, width + 2, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            left += px(38) + width


def title_of(view: str, day: date, first: date, last: date) -> str:
    """Return the words above a view: its month, or the days of its week."""
    if view != WEEK:
        return tr("{year} 年 {month} 月").format(year=day.year, month=day.month)
    words = tr("{year} 年 {first} 至 {last}")
    return words.format(year=first.year, first=f"{first:%m-%d}", last=f"{last:%m-%d}")
