"""到会情况 — one row a person: who came, who is on leave, who stayed away; one digit each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.ui.cards import clear
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label, show_typed

AWAY = frozenset(Presence) - {Presence.PRESENT}


def presence_options() -> list[tuple[str, str, Presence]]:
    """Return the choices side by side, in words that find room there."""
    return [
        ("1", tr("出席"), Presence.PRESENT),
        ("2", tr("准假"), Presence.ON_LEAVE),
        ("3", tr("未准假"), Presence.LEAVE_UNAPPROVED),
        ("4", tr("缺席"), Presence.ABSENT),
    ]


class PresenceRows(QWidget):
    """`changed` when it is said of somebody; `total` counts who was expected, who came.

    Of one who did not come the reason is asked below him.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, Segments] = {}
        self.lines: dict[str, Line] = {}
        self._names: list[str] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.total = label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addWidget(self.total)

    def show_names(self, names: Sequence[str]) -> None:
        """Have a row for each of these; what was said of one who stays is kept."""
        if list(names) == self._names:
            return
        said, reasons = self.value(), self.reasons()
        self._names = list(names)
        clear(self._rows)
        self.rows, self.lines = {}, {}
        for name in names:
            self._add(name, said.get(name))
        self.set_reasons(reasons)
        self._count()

    def value(self) -> dict[str, Presence | None]:
        """Return what is said of each name."""
        return {name: row.value() for name, row in self.rows.items()}

    def reasons(self) -> dict[str, str]:
        """Return why each stayed away; "" of who came, or of whom nothing is said."""
        said = self.value()
        return {n: line.value() if said[n] in AWAY else "" for n, line in self.lines.items()}

    def set_reasons(self, reasons: Mapping[str, str]) -> None:
        """Say why of each; one who has no row gets none."""
        for name, line in self.lines.items():
            line.set_value(reasons.get(name, ""))

    def set_value(self, said: dict[str, Any]) -> None:
        """Say it of each; one who has no row gets none."""
        for name, row in self.rows.items():
            row.set_value(said.get(name))
        self._count()

    def _add(self, name: str, presence: Presence | None) -> None:
        row = Segments(presence_options())
        row.say_name(tr("{name} 到会情况").format(name=name))
        row.set_value(presence)
        row.changed.connect(self._changed)
        self.rows[name] = row
        line = QHBoxLayout()
        line.setSpacing(12)
        words = label("", "body")
        show_typed(words, name)
        words.setMinimumWidth(96)
        line.addWidget(words)
        line.addWidget(row, 1)
        self._rows.addLayout(line)
        self._rows.addWidget(self._reason_line(name))

    def _reason_line(self, name: str) -> Line:
        line = Line(tr("缺席原因"))
        line.say_name(tr("{name} 缺席原因").format(name=name))
        line.changed.connect(self.changed)
        self.lines[name] = line
        return line

    def _changed(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        for name, presence in self.value().items():
            self.lines[name].setVisible(presence in AWAY)
        said = list(self.value().values())
        words = tr("应到 {all}，实到 {here}，请假 {leave}，缺席 {away}")
        self.total.setText(
            words.format(
                all=len(said),
                here=said.count(Presence.PRESENT),
                leave=sum(one is not None and one.is_leave for one in said),
                away=said.count(Presence.ABSENT),
            )
        )
        self.total.setVisible(bool(said))
