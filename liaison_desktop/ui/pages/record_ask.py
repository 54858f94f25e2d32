"""What is asked before a record is withdrawn, undone, or given one more matter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.words import CATEGORIES, GuidedTo, Handling
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import keyed, numbered
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label, show_typed


class AskPanel(QFrame):
    """One question with one line to type, on the page itself; hidden until it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner_warn")
        self.words = label("", wraps=True)
        self.line = Field(tr("原因"), Line())
        self._does: Callable[[str], object] = lambda _reason: None
        self.yes = Button("", self._answer, kind="primary")
        self.no = Button(tr("不做了"), self.hide)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.line, 100)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 18, 16, 10)
        column.addWidget(self.words)
        column.addLayout(row)
        self.line.control.entered.connect(self._answer)
        self.hide()

    def ask(
        self, words: str, answer: str, does: Callable[[str], object], *, reason: bool = True
    ) -> None:
        """Ask, with a line for the reason where one is wanted."""
        self._does = does
        show_typed(self.words, words)
        self.yes.setText(answer)
        self.yes.setAccessibleName(answer)
        self.line.set_value("")
        self.line.show_message("", "")
        self.line.setVisible(reason)
        self.show()
        (self.line.control if reason else self.yes).setFocus()

    def _answer(self) -> None:
        reason = self.line.value()
        if self.line.isVisible() and not reason.strip():
            self.line.show_message(tr("请写明原因"), "danger")
            self.line.control.setFocus()
            return
        self._does(reason)


class MatterPanel(QFrame):
    """The fields of one more matter (一事一表)."""

    def __init__(self, save: Callable[[], object], give_up: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("card")
        names = {name: field.label for name, field in fields_of(Matter).items()}
        self.handling = Segments(keyed(Handling))
        controls: dict[str, Control] = {
            "title": Line(),
            "statement": Box(tr("来访人的原话要点；回车换行，Tab 到下一项")),
            "category": Choice(numbered(CATEGORIES)),
            "handling": self.handling,
            "guided_to": Choice(numbered(GuidedTo)),
            "onsite_reply": Box(lines=1),
        }
        self.fields = {
            name: Field(tr(names[name]), control, required=name == "title")
            for name, control in controls.items()
        }
        self.save_button = Button(
            tr("保存事项"), save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.back_button = Button(tr("返回"), give_up, picture="arrow_left", key="Esc")
        self.handling.changed.connect(self._show_handling)
        self._lay_out()
        self._show_handling()

    def controls(self) -> list[Control]:
        """Return the controls in their order."""
        return [field.control for field in self.fields.values()]

    def body(self) -> dict[str, object]:
        """Return what is typed, by the fields of a matter; what is hidden is not asked."""
        shown = {name: field for name, field in self.fields.items() if not field.isHidden()}
        return {name: field.value() for name, field in shown.items()}

    def fill(self, body: dict[str, object]) -> None:
        """Show what was typed before."""
        for name, field in self.fields.items():
            field.set_value(body.get(name))
            field.say(None)

    def _show_handling(self) -> None:
        chosen = self.handling.value()
        self.fields["onsite_reply"].setVisible(chosen is Handling.ANSWERED_ON_SITE)
        self.fields["guided_to"].setVisible(chosen is Handling.GUIDED)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.addWidget(label(tr("加一件事项（一事一表）"), "section"))
        for name in ("title", "statement"):
            column.addWidget(self.fields[name], 1 if name == "statement" else 0)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.fields["category"], 1)
        line.addWidget(self.fields["handling"], 2)
        column.addLayout(line)
        column.addWidget(self.fields["guided_to"])
        column.addWidget(self.fields["onsite_reply"])
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
