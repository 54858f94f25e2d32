"""What was found, under the box it was typed in: by kind, with what matches marked."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from liaison_desktop.desk.search import Group, Hit
from liaison_desktop.model.finding import FOUND_LABELS
from liaison_desktop.model.ledger import Term
from liaison_desktop.model.texts import visible
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.items import add_item
from liaison_desktop.ui.theme import colour, current

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole
ROW, EDGE = 40, 12


class FoundList(QListWidget):
    """`chosen` carries the Hit; headings are passed over, and nothing is chosen by itself."""

    chosen = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("found")
        self.setFrameShape(QListWidget.Shape.NoFrame)  # a frame of the style is never opaque
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or all beneath is painted too
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("查找的结果"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Rows(self))
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._take)
        self.hide()

    def offer(self, groups: Sequence[Group]) -> None:
        """Show the groups, or one line that says that nothing was found."""
        self.clear()
        for group in groups:
            words = tr(FOUND_LABELS[group.kind])
            self._head(
                tr("{kind}（只列最近的几条）").format(kind=words) if group.is_more else words
            )
            for hit in group.hits:
                add_item(self, told(hit)).setData(HIT, hit)
        if not groups:
            self._head(tr("没有找到。可用姓名、拼音首字母、电话、编号或内容里的词。"))

    def step(self, by: int) -> None:
        """Go to the next hit, or back, and from the first one back to none."""
        rows = [row for row in range(self.count()) if self.item(row).data(HIT) is not None]
        at = rows.index(self.currentRow()) if self.currentRow() in rows else -1
        at = max(-1, min(at + by, len(rows) - 1))
        self.setCurrentRow(rows[at] if at >= 0 else -1)

    def take(self) -> None:
        """Choose the hit that is marked, or the only one there is."""
        every = [self.item(row) for row in range(self.count())]
        hits = [item for item in every if item.data(HIT) is not None]
        if self.currentRow() >= 0:
            self._take(self.currentItem())
        elif len(hits) == 1:
            self._take(hits[0])

    def height_wanted(self) -> int:
        """Return the height at which every line is seen."""
        return self.count() * current().px(ROW) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows at once: through the style each takes several times as long."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour("surface"))
        picture, chosen = _Picture(painter, self.font()), self.currentRow()
        row = self.visualItemRect(self.item(0)) if self.count() else QRect()
        for place in range(self.count()):
            if row.intersects(event.rect()):
                picture.draw(row, self.item(place), is_chosen=place == chosen)
            row.translate(0, row.height())
        painter.setPen(colour("input_border"))
        painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _head(self, words: str) -> None:
        add_item(self, words).setFlags(Qt.ItemFlag.NoItemFlags)

    def _take(self, item: QListWidgetItem) -> None:
        hit = item.data(HIT)
        if isinstance(hit, Hit):
            self.chosen.emit(hit)


def told(hit: Hit) -> str:
    """Return a hit in one line, for who listens to it."""
    return "　".join(text for text, _ in _pieces(hit))


def _pieces(hit: Hit) -> Iterator[tuple[str, bool]]:
    """Yield the title, and then what is said of it in a quieter colour."""
    yield visible(hit.title), True
    facts = [tr(fact) if isinstance(fact, Term) else visible(fact) for fact in hit.facts]
    quiet = "　".join(filter(None, [*facts, hit.number, str(hit.at or "")]))
    if quiet:
        yield quiet, False


class _Rows(QStyledItemDelegate):
    """Says how high a row is."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), current().px(ROW))


class _Picture:
    """One painting of the list: its font is measured and its colours are made once."""

    def __init__(self, painter: QPainter, font: QFont) -> None:
        self._painter, self._metrics = painter, QFontMetrics(font)
        self._rise = (self._metrics.ascent() - self._metrics.descent()) // 2
        self._colour: Callable[[str], QColor] = cache(colour)
        painter.setFont(font)

    def draw(self, row: QRect, item: QListWidgetItem, *, is_chosen: bool) -> None:
        """Draw a hit, the title with its marks and then the facts; or the words of a heading."""
        if is_chosen:
            self._painter.fillRect(row, self._colour("selection"))
        hit = item.data(HIT)
        room = row.adjusted(EDGE, 0, -EDGE, 0)
        if not isinstance(hit, Hit):
            self._write(room, item.text(), "text2")
            return
        for text, is_title in _pieces(hit):
            width = self._write(room, text, "text" if is_title else "text2")
            if is_title and width <= room.width() and text == hit.title:
                self._underline(room, hit)
            room.setLeft(room.left() + width + 2 * EDGE)

    def _write(self, room: QRect, text: str, ink: str) -> int:
        """Write a text as far as there is room, and return how wide the whole of it is."""
        width = self._metrics.horizontalAdvance(text)
        shown = text if width <= room.width() else self._cut(text, room.width())
        self._painter.setPen(self._colour(ink))
        self._painter.drawText(room.left(), room.center().y() + 1 + self._rise, shown)
        return width

    def _cut(self, text: str, room: int) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))

    def _underline(self, room: QRect, hit: Hit) -> None:
        """Underline what matches: a colour alone would not be a sign for everybody."""
        under = room.center().y() + self._metrics.height() // 2
        self._painter.setPen(self._colour("primary"))
        for start, end in hit.marks:
            left = room.left() + self._metrics.horizontalAdvance(hit.title[:start])
            width = self._metrics.horizontalAdvance(hit.title[start:end])
            self._painter.drawLine(left, under, left + width, under)
