"""接待代表 — names one after another in one line, with the roster offered for each."""

import re

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.suggestions import Suggestions

_LAST_NAME = re.compile(r"[^、，,；;]*\Z")


class ReceiverNames(QObject):
    """Completes the name being typed; any other stays as typed. `of` is where they stand."""

    def __init__(self, line: Line, page: QWidget, of: str = "") -> None:
        super().__init__(line)
        self._line = line
        self.names: list[str] = []
        self.suggestions = Suggestions(line, page, of or tr("代表名册"))
        self.suggestions.picked.connect(self._take)
        line.typing.connect(self._look_for)

    def know(self, names: list[str]) -> None:
        """Offer these names from now on."""
        self.names = names

    def _look_for(self, text: str) -> None:
        begun = self._begun_name(text)
        fitting = [name for name in self.names if begun and begun in name and begun != name]
        self.suggestions.offer([(name, name) for name in fitting])

    def _take(self, name: object) -> None:
        text = self._line.value()
        kept = text[: len(text) - len(self._begun_name(text))]
        self._line.set_value(f"{kept}{name}")

    @staticmethod
    def _begun_name(text: str) -> str:
        found = _LAST_NAME.search(text)
        return found.group().lstrip() if found else ""
