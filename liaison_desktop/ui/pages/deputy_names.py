"""代表 — names one after another; the roster is offered by characters, pinyin and initials."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from liaison_desktop.desk.search import Group
from liaison_desktop.model.finding import Found
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.pages.receiver_names import ReceiverNames
from liaison_desktop.ui.room import Room


class DeputyNames(ReceiverNames):
    """Asks the one search for what no name holds as it is typed: 王 is found by w, wang and wjg."""

    def __init__(self, room: Room, line: Line, page: QWidget) -> None:
        super().__init__(line, page)
        self._room = room
        self._asked = ""

    def _look_for(self, text: str) -> None:
        begun = self._begun_name(text)
        self._asked = begun
        if begun.isascii() and begun:
            find = partial(self._room.desk.search.find, begun, (Found.DEPUTY,))
            self._room.worker.ask(self, find, partial(self._offer, begun), lambda _fault: None)
        else:
            super()._look_for(text)

    def _offer(self, begun: str, groups: list[Group]) -> None:
        """Offer who was found, unless something else is typed by now."""
        if begun == self._asked:
            names = dict.fromkeys(hit.title for group in groups for hit in group.hits)
            self.suggestions.offer([(name, name) for name in names])
