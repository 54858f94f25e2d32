"""What was found, under the box it was typed in: by kind, with what matches marked."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from liaison_desktop.desk.search import Group, Hit
from liaison_desktop.model.finding import FOUND_LABELS
from liaison_desktop.model.ledger import Term
from liaison_desktop.model.texts import visible
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.theme import current

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole
ROW, EDGE = 40, 12
RIGHT = Qt.TextElideMode.ElideRight
MIDDLE = Qt.AlignmentFlag.AlignVCenter.value


class FoundList(QListWidget):
    """`chosen` carries the Hit; headings are passed over, and nothing is chosen by itself."""

    chosen = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("found")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or all beneath is painted too
        self.setAccessibleName(tr("查找的结果"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Painted(self))
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
                item = QListWidgetItem(told(hit))
                item.setData(HIT, hit)
                self.addItem(item)
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
        return sum(self.sizeHintForRow(row) for row in range(self.count())) + EDGE

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)

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


class _Painted(QStyledItemDelegate):
    """Draws a hit: the title with its marks, then the facts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), current().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(HIT)
        colours = current().colours
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours["selection"]))
        rect = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        painter.setFont(option.font)
        if not isinstance(hit, Hit):
            painter.setPen(QColor(colours["text2"]))
            painter.drawText(rect, MIDDLE, str(index.data()))
            return
        metrics, left = option.fontMetrics, rect.left()
        for text, is_title in _pieces(hit):
            painter.setPen(QColor(colours["text" if is_title else "text2"]))
            width, room = metrics.horizontalAdvance(text), rect.right() - left
            is_whole = width <= room
            shown = text if is_whole else metrics.elidedText(text, RIGHT, room)
            painter.drawText(left, rect.top(), room, rect.height(), MIDDLE, shown)
            if is_title and is_whole and text == hit.title:
                _underline(painter, rect, metrics, hit)
            left += width + 2 * EDGE


def _underline(painter: QPainter, rect: QRect, metrics: QFontMetrics, hit: Hit) -> None:
    """Underline what matches: a colour alone would not be a sign for everybody."""
    under = rect.center().y() + metrics.height() // 2
    painter.setPen(QColor(current().colours["primary"]))
    for start, end in hit.marks:
        left = rect.left() + metrics.horizontalAdvance(hit.title[:start])
        painter.drawLine(left, under, left + metrics.horizontalAdvance(hit.title[start:end]), under)
