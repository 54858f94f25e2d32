"""议程 — the points of a meeting with what was said on each; one is in front."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from liaison_desktop.model.texts import visible
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.theme import colour, current, hand

Index = QModelIndex | QPersistentModelIndex

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


_WRAPPED = Qt.TextFlag.TextWrapAnywhere

BAR = 3
"""Pixels of the bar before the point in front."""

MARGINS = 40
"""Logical pixels of the card that no title stands on."""


@dataclass(frozen=True)
class Point:
    """A point of the agenda; without a uid what was said on none of them."""

    uid: UUID | None
    title: str


def circled(number: int) -> str:
    """Return ① for 1; a bare number from 21 on."""
    return CIRCLED[number - 1] if 0 < number <= len(CIRCLED) else f"{number}."


class _Points(QStyledItemDelegate):
    """A title, and below it smaller how much was said on it; a bar before the one in front."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        title, _, said = str(index.data() or "").partition("\n")
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        px, below = current().px, hand("small")[1].height()
        room = option.rect.adjusted(px(16), px(6), -px(12), -px(6))
        above = room.adjusted(0, 0, 0, -below)
        painter.save()
        if is_chosen:
            painter.fillRect(option.rect, colour("soft"))
            painter.fillRect(
                option.rect.adjusted(0, 0, BAR - option.rect.width(), 0), colour("primary")
            )
        painter.setFont(hand("body")[0])
        painter.setPen(colour("soft_text" if is_chosen else "text"))
        painter.drawText(above, _WRAPPED | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(hand("small")[0])
        painter.setPen(colour("text2" if is_chosen else "text3"))
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom, said)
        painter.restore()


class AgendaCard(Card):
    """`chosen` says that another point is in front, `adding` carries the title of a new one.

    `asking` comes when that title is asked.
    """

    chosen = Signal()
    asking = Signal()
    adding = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("议程"), "agenda")
        self.points: Sequence[Point] = [Point(None, tr("全部发言"))]
        self._counts: Mapping[UUID | None, int] = {}
        self.list = QListWidget()
        self.list.setObjectName("points")
        self.list.setAccessibleName(tr("议程"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Points(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.title = Line(tr("议题名称，回车添加"))
        self.title.say_name(tr("新的议题"))
        self.title.hide()
        self.add_button = Button(tr("添加议题"), self._begin, kind="ghost", picture="plus")
        self.rows.addWidget(self.list, 1)
        self.rows.addWidget(self.title)
        self.rows.addWidget(self.add_button)
        self.list.currentRowChanged.connect(self._chose)
        self.title.entered.connect(self._add)

    def value(self) -> Point:
        """Return the point that is in front."""
        place = max(self.list.currentRow(), 0)
        return self.points[min(place, len(self.points) - 1)]

    def heading_of(self, point: Point) -> str:
        """Return how a point is called over what was said on it."""
        if point.uid is None:
            return visible(point.title)
        number = self.points.index(point) + 1
        return tr("议题 {number}　{title}").format(number=number, title=visible(point.title))

    def show_points(self, points: Sequence[Point], counts: Mapping[UUID | None, int]) -> None:
        """Show the points with their counts; the one in front stays so."""
        kept = self.value().uid
        self.list.blockSignals(True)
        if list(points) != list(self.points) or self.list.count() != len(points):
            self.points = list(points)
            self.list.clear()
            self.list.addItems([""] * len(points))
            places = [place for place, one in enumerate(self.points) if one.uid == kept]
            self.list.setCurrentRow(places[0] if places else 0)
        self.list.blockSignals(False)
        self.show_counts(counts)

    def show_counts(self, counts: Mapping[UUID | None, int]) -> None:
        """Show how much was said on each point."""
        self._counts = counts
        for place, point in enumerate(self.points):
            words = self.words_of(point)
            item = self.list.item(place)
            if item.text() != words:
                item.setText(words)
                item.setSizeHint(QSize(0, self._height_of(words)))

    def _height_of(self, words: str) -> int:
        """Return how high a point is: a long title takes as many lines as it needs."""
        px, title = current().px, words.partition("\n")[0]
        room = QRect(0, 0, self.maximumWidth() - px(MARGINS), 1000)
        wrapped = hand("body")[1].boundingRect(room, _WRAPPED, title).height()
        return max(px(58), wrapped + hand("small")[1].height() + px(12))

    def words_of(self, point: Point) -> str:
        """Return a point's title and how much was said on it, on two lines."""
        count = self._counts.get(point.uid, 0)
        said = tr("{count} 条发言").format(count=count) if count else tr("尚无发言")
        number = f"{circled(self.points.index(point) + 1)} " if point.uid else ""
        return f"{number}{visible(point.title)}\n{said}"

    def step(self, by: int) -> None:
        """Go to the next or former point."""
        place = max(0, min(self.list.currentRow() + by, len(self.points) - 1))
        self.list.setCurrentRow(place)

    def begin_adding(self, title: str = "") -> None:
        """Ask for the title of a new point, or again for one that was not saved."""
        self.title.set_value(title)
        self._begin()

    def let_go(self) -> None:
        """Ask for no title."""
        self.title.hide()
        self.title.set_value("")

    def _chose(self, _place: int) -> None:
        self.chosen.emit()

    def _begin(self) -> None:
        self.title.show()
        self.title.setFocus()
        self.asking.emit()

    def _add(self) -> None:
        title = self.title.value().strip()
        if title:
            self.adding.emit(title)
        self.let_go()
        if not title:
            self.chosen.emit()
