"""议程 — one line a point: added with Enter, renamed where it stands, moved with Alt and arrows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.faults import Problem
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import clear
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line

Item = tuple[str, str]
"""The uid and the title of one point."""


class AgendaRows(QWidget):
    """`changed` with every change, `done` when Enter leaves the last, empty line."""

    changed = Signal()
    done = Signal()

    def __init__(self, make_uid: Callable[[], UUID]) -> None:
        super().__init__()
        self._make_uid = make_uid
        self._uids: list[str] = []
        self._kept: set[str] = set()
        self.fields: list[Field] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.add_button = Button(tr("添加议程"), self.add, kind="small", picture="plus")
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 6)
        column.addLayout(self._rows)
        column.addLayout(foot)

    def value(self) -> list[Item]:
        """Return the points in their order; an empty line that was never saved is none."""
        return [
            (uid, field.value())
            for uid, field in zip(self._uids, self.fields, strict=True)
            if field.value().strip() or uid in self._kept
        ]

    def set_value(self, items: Sequence[Item], kept: Sequence[str] = ()) -> None:
        """Show these points; `kept` are the uids of those that are saved already."""
        self._kept = set(kept)
        clear(self._rows)
        self._uids, self.fields = [], []
        for uid, title in items:
            self._append(uid, title)

    def saved(self) -> list[str]:
        """Return the uids of the points that are saved already."""
        return sorted(self._kept)

    def say(self, problems: Sequence[Problem]) -> None:
        """Say at each line what is wrong with it, and go to the first."""
        for field in self.fields:
            field.say(None)
        said = {f"agenda.{place}.title": uid for place, (uid, _) in enumerate(self.value())}
        for problem in reversed(problems):
            if problem.field in said:
                field = self.fields[self._uids.index(said[problem.field])]
                field.say(problem)
                field.control.setFocus()

    def add(self) -> None:
        """Add an empty line, and go there."""
        self._append(str(self._make_uid()), "")
        self.fields[-1].control.setFocus()

    def shift(self, place: int, by: int) -> None:
        """Move a point up or down among the others; the keys go with it."""
        other = place + by
        if 0 <= other < len(self.fields):
            titles = [self.fields[n].value() for n in (place, other)]
            self._uids[place], self._uids[other] = self._uids[other], self._uids[place]
            for n, title in zip((other, place), titles, strict=True):
                self.fields[n].set_value(title)
            self.fields[other].control.setFocus()
            self.changed.emit()

    def remove(self, place: int) -> None:
        """Take a point off; the keys go to the one that stands there now."""
        items = list(zip(self._uids, [field.value() for field in self.fields], strict=True))
        del items[place]
        self.set_value(items, sorted(self._kept))
        if self.fields:
            self.fields[min(place, len(self.fields) - 1)].control.setFocus()
        else:
            self.add_button.setFocus()
        self.changed.emit()

    def go_on_from(self, place: int) -> None:
        """Go to the next line, or add one after the last; an empty last line leads away."""
        if place + 1 < len(self.fields):
            self.fields[place + 1].control.setFocus()
        elif self.fields[place].value().strip():
            self.add()
        else:
            self.done.emit()

    def _append(self, uid: str, title: str) -> None:
        place = len(self.fields)
        line = _AgendaLine(partial(self.shift, place))
        field = Field(tr("议程 {place}").format(place=place + 1), line)
        field.set_value(title)
        line.changed.connect(self.changed)
        line.entered.connect(partial(self.go_on_from, place))
        off = Button("", partial(self.remove, place), kind="ghost", picture="close")
        off.setAccessibleName(tr("去掉议程 {place}").format(place=place + 1))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(field, 1)
        row.addWidget(off, 0, Qt.AlignmentFlag.AlignBottom)
        self._rows.addLayout(row)
        self._uids.append(uid)
        self.fields.append(field)


class _AgendaLine(Line):
    """A line that Alt and an arrow move up or down."""

    def __init__(self, move: Callable[[int], object]) -> None:
        super().__init__(tr("Alt+↑↓ 换次序"))
        self._move = move

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() in steps and not self.preedit:
            self._move(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
