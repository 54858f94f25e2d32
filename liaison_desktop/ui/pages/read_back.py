"""请您核对 — what the visitor said and is, in large type, for him to read; nothing of the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.visit import Visitor
from liaison_desktop.model.words import Sex
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import clear
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.texts import label, show_typed

OF_VISITOR = ("name", "sex", "phone", "address")
OF_MATTER = ("title", "statement", "request")
"""What he said; what the desk thinks of it or does with it is not shown."""


class ReadBackPanel(QWidget):
    """Enter agrees and saves, Esc goes back to the form."""

    def __init__(self, agree: Callable[[], object], go_back: Callable[[], object]) -> None:
        super().__init__()
        self.agree = Button(
            tr("没有错，保存"), agree, kind="primary", picture="save", key=tr("回车")
        )
        self.back = Button(tr("返回修改"), go_back, picture="edit", key="Esc")
        self._lines = QVBoxLayout()
        self._scroll = QScrollArea()
        self._lay_out()

    def begin(self) -> None:
        """Wait for the visitor."""
        self._scroll.verticalScrollBar().setValue(0)
        self.agree.setFocus()

    def show_body(self, body: dict[str, Any]) -> None:
        """Show what is typed of a visit, by the keys of its JSON."""
        clear(self._lines)
        for visitor in body["visitors"]:
            if visitor.get("anonymous"):
                self._add("", tr("匿名来访人"))
                continue
            for name in OF_VISITOR:
                value = visitor.get(name) or ""
                said = tr(word(Sex(value))) if name == "sex" and value else str(value)
                self._add(tr(fields_of(Visitor)[name].label), said)
        for name in OF_MATTER:
            self._add(tr(fields_of(Matter)[name].label), str(body.get(name) or ""))
        self._lines.addStretch(1)

    def _add(self, name: str, text: str) -> None:
        if not text.strip():
            return
        if name:
            self._lines.addWidget(label(name, "section"))
        shown = label("", "read", wraps=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        show_typed(shown, text)
        self._lines.addWidget(shown)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("page_body")
        self._lines.setContentsMargins(48, 8, 48, 16)
        self._lines.setSpacing(4)
        body.setLayout(self._lines)
        self._scroll.setObjectName("page_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(body)
        head = QHBoxLayout()
        head.setContentsMargins(48, 16, 48, 4)
        head.addWidget(label(tr("请您核对"), "big"))
        head.addStretch(1)
        footer = frame("footer")
        buttons = QHBoxLayout(footer)
        buttons.setContentsMargins(48, 12, 48, 12)
        buttons.setSpacing(16)
        buttons.addWidget(label(tr("写得不对、不全，请告诉工作人员。"), "strong"))
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(footer)
