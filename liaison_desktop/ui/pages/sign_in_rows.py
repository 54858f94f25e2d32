"""签到名单 — one row a participant, drawn at once however many there are; a digit signs him in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.theme import colour, current, hand, news

Index = QModelIndex | QPersistentModelIndex

KEYS: Mapping[str, Presence | None] = {
    "1": Presence.PRESENT,
    "2": Presence.ON_LEAVE,
    "3": Presence.ABSENT,
    "0": None,
}
"""What a digit says of the participant of the row; 0 takes it back."""

INKS = {Presence.PRESENT: ("ok_soft", "ok"), Presence.ABSENT: ("danger_soft", "danger")}
"""Ground and ink of the word for each; the others are said in the colour of what waits."""

ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
"""Keys to the first row and the last, which in a table would be those of the first column."""

ROOT = QModelIndex()
ROW = 44


def presence_in_words(presence: Presence | None) -> str:
    """Return the word of the 签到 for whether somebody came."""
    words = {
        Presence.PRESENT: tr("到会"),
        Presence.ON_LEAVE: tr("请假"),
        Presence.LEAVE_UNAPPROVED: tr("请假"),
        Presence.ABSENT: tr("缺席"),
    }
    return words.get(presence, tr("未签到")) if presence else tr("未签到")


class SignInModel(QAbstractListModel):
    """The participants in sight; what was pressed stands there before it is in the store."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Participant] = []
        self.pressed: dict[UUID, Presence | None] = {}

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            one = self.rows[index.row()]
            return "　".join([*facts_of(one), presence_in_words(self.presence_of(one))])
        return None

    def show_rows(self, rows: Sequence[Participant]) -> None:
        """Show these participants."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def presence_of(self, one: Participant) -> Presence | None:
        """Return what is said of a participant, as it was pressed last."""
        return self.pressed.get(one.uid, one.presence)

    def press(self, one: Participant, presence: Presence | None) -> None:
        """Show it at once."""
        self.pressed[one.uid] = presence
        self._redraw(one.uid)

    def put(self, one: Participant) -> None:
        """Show a participant as he is in the store by now."""
        self.rows = [one if row.uid == one.uid else row for row in self.rows]
        if self.pressed.get(one.uid, one.presence) is one.presence:
            self.pressed.pop(one.uid, None)
        self._redraw(one.uid)

    def place_of(self, uid: UUID) -> int:
        """Return the row of a participant, -1 where he is not in sight."""
        return next((n for n, one in enumerate(self.rows) if one.uid == uid), -1)

    def _redraw(self, uid: UUID) -> None:
        place = self.place_of(uid)
        if place >= 0:
            index = self.index(place)
            self.dataChanged.emit(index, index)


class SignInRows(QTableView):
    """`pressed` carries a presence, `opened` comes with Enter, `typed` with any other text.

    A list would lay all its rows out anew for one that changed; a table draws that one again.
    """

    pressed = Signal(object)
    opened = Signal()
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rows")
        self.model_of = SignInModel(self)
        self.setModel(self.model_of)
        self.setItemDelegate(_Cells(self.model_of, self))
        self.setAccessibleName(tr("签到名单"))
        self.setAccessibleDescription(
            tr("1 到会，2 请假，3 缺席，0 取消；直接打字查找，回车更正。")
        )
        self._set_up_sections()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def chosen(self) -> Participant | None:
        """Return the participant of the current row."""
        place = self.currentIndex().row()
        return self.model_of.rows[place] if 0 <= place < len(self.model_of.rows) else None

    def choose(self, place: int) -> None:
        """Make a row the current one, and bring it into sight."""
        if 0 <= place < len(self.model_of.rows):
            self.setCurrentIndex(self.model_of.index(place))

    def step(self, by: int) -> None:
        """Go to the next row, or back."""
        last = len(self.model_of.rows) - 1
        self.choose(max(0, min(self.currentIndex().row() + by, last)))

    def _set_up_sections(self) -> None:
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit()
        news().changed.connect(self._fit)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(current().px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text in KEYS and text:
            self.pressed.emit(KEYS[text])
        elif event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.pressed.emit(None)
        elif event.key() in ENDS and not event.modifiers():
            self.choose(ENDS[Qt.Key(event.key())] % max(len(self.model_of.rows), 1))
        elif is_enter(event):
            self.opened.emit()
        elif text.isprintable() and text.strip():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)


class _Cells(QStyledItemDelegate):
    """Draws a row: number, name, where he comes from, how he came, and whether he did."""

    def __init__(self, model: SignInModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        state = option.state
        one = self._model.rows[index.row()]
        px = current().px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, colour("selection"))
            painter.fillRect(QRect(place.left(), place.top(), 4, place.height()), colour("primary"))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), colour("border"))
        number, name, body, how = facts_of(one)
        left, right = place.left() + px(14), place.right() - px(112)
        for text, width, role, ink in (
            (number, px(34), "small", "text3"),
            (name, px(112), "body", "text"),
        ):
            _write(
                painter, QRect(left, place.top(), width - px(6), place.height()), text, role, ink
            )
            left += width
        half = (right - left) * 3 // 5
        for text, begin, end in ((body, left, left + half), (how, left + half, right)):
            cell = QRect(begin, place.top(), end - begin - px(8), place.height())
            _write(painter, cell, text, "small", "text2")
        self._draw_presence(painter, QRect(right, place.top(), px(100), place.height()), one)
        painter.restore()

    def _draw_presence(self, painter: QPainter, cell: QRect, one: Participant) -> None:
        presence = self._model.presence_of(one)
        words = presence_in_words(presence)
        height = current().px(26)
        badge = QRect(cell.left(), cell.center().y() - height // 2, cell.width(), height)
        ink = "text3"
        if presence is not None:
            ground, ink = INKS.get(presence, ("warn_soft", "warn"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(ground))
            painter.drawRoundedRect(badge, 5, 5)
        painter.setPen(colour(ink))
        painter.setFont(hand("small")[0])
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


def facts_of(one: Participant) -> list[str]:
    """Return the number, the name, where somebody comes from, and who he is and how he came."""
    walked = tr("临时到会") if one.is_walk_in else ""
    body = "　".join(part for part in (one.body, one.post) if part)
    how = [tr(word(one.participant_kind)), tr(word(one.origin)), walked]
    parts = [one.name, body, " · ".join(part for part in how if part)]
    return [str(one.place), *(visible(part) for part in parts)]


def _write(painter: QPainter, cell: QRect, text: str, role: str, ink: str) -> None:
    """Write a text in one line, ending in … where there is no room."""
    made, metrics = hand(role)
    painter.setFont(made)
    painter.setPen(colour(ink))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, cell.width())
    painter.drawText(cell, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
