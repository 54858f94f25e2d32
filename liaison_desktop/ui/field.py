"""A field: its label line, where a message stands without moving anything, and its control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.messages import say_problem
from liaison_desktop.ui.texts import Elided, label

if TYPE_CHECKING:  # the login window needs one of them, and every class costs its start
    from liaison_desktop.model.faults import Problem
    from liaison_desktop.ui.box import Box
    from liaison_desktop.ui.choice import Choice
    from liaison_desktop.ui.line import Line
    from liaison_desktop.ui.segments import Segments
    from liaison_desktop.ui.tick import Tick

Control: TypeAlias = "Line | Box | Choice | Segments | Tick"
_MARKS = {"danger": "✕ ", "warn": "! "}


class Field(QWidget):
    """A labelled control; `level` of its message is "", "warn" or "danger"."""

    def __init__(
        self, text: str, control: Control, *, required: bool = False, aside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.control = control
        self.text = text
        self.level = ""
        self.is_out = False
        self._label = label("", "field")
        self.require(required)
        self._message: Elided | None = None
        self._lay_out(aside)
        self._name_control()

    def value(self) -> Any:
        """Return what the control holds."""
        return self.control.value()

    def set_value(self, value: Any) -> None:
        """Let the control hold a value."""
        self.control.set_value(value)

    def say(self, problem: Problem | None) -> None:
        """Show one problem on the label line, or none; colour, mark and words together."""
        level = "" if problem is None else "danger" if problem.is_error else "warn"
        self.show_message("" if problem is None else say_problem(problem), level)

    def show_message(self, text: str, level: str) -> None:
        """Show words on the label line; the control wears the level's border."""
        if text or self._message is not None:
            self._message_line().show_text(_MARKS.get(level, "") + text, level or "muted")
        self.control.setAccessibleDescription(text)
        if level != self.level:
            self.level = level
            self.control.setProperty("level", level)
            self.control.style().polish(self.control)

    def require(self, is_required: bool) -> None:
        """Mark the field as one that must be filled in, or as one that need not."""
        self.is_required = is_required
        self._label.setText(f"{self.text} *" if is_required else self.text)

    def keep_out(self, *, is_out: bool) -> None:
        """Keep the field off the form, or let it stand there; nothing is shown before its time."""
        if is_out != self.is_out:
            self.is_out = is_out
            self.setHidden(is_out)

    @property
    def message(self) -> str:
        """What the label line says now."""
        return "" if self._message is None else self._message.whole

    def _message_line(self) -> Elided:
        """Return where messages stand, made for the first of them."""
        if self._message is None:
            self._message = Elided("danger")
            self._top.insertWidget(1, self._message, 1)
            self._message.show()
        return self._message

    def _lay_out(self, aside: QWidget | None) -> None:
        line = frame("label_line")
        self._top = top = QHBoxLayout(line)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(8)
        top.addWidget(self._label)
        top.addStretch(0)
        if aside is not None:
            top.addWidget(aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addWidget(self.control)

    def _name_control(self) -> None:
        self._label.setBuddy(self.control)
        self.control.say_name(self.text)
