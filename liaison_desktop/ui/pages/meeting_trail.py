"""修改记录 of a whole meeting: what was changed of it and of what belongs to it, newest first."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from liaison_desktop.desk.desk import Desk
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.room import Room

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.record_trail import Past

MOST = 200
"""Changes that are shown; all of them are in the history."""


class MeetingTrail(Card):
    """Read when it is asked for, what was withdrawn too; `failed` carries a fault."""

    failed = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__(tr("修改记录"), "history")
        self._room = room
        self._uid: UUID | None = None
        self.button = Button(tr("查看"), self.read, kind="small", picture="history")
        self.head.addWidget(self.button)

    def open(self, uid: UUID) -> None:
        """Be of this meeting; what is shown of it is read anew."""
        is_shown, self._uid = bool(self.rows.count()) and uid == self._uid, uid
        self.clear()
        if is_shown:
            self.read()

    def read(self) -> None:
        """Show what was changed."""
        if self._uid is not None:
            task = partial(_load, self._room.desk, self._uid)
            self._room.worker.ask(self, task, self._show, self.failed.emit)

    def _show(self, past: list[Past]) -> None:
        from liaison_desktop.ui.pages.record_trail import show_past_of

        self.clear()
        self.show_badge(tr("{count} 条").format(count=len(past)) if past else "")
        if not past:
            self.add_words(tr("记下以后没有改过。"), "small")
        show_past_of(self, past[:MOST])


def _load(desk: Desk, uid: UUID) -> list[Past]:
    from liaison_desktop.ui.pages.record_trail import (  # with the papers it names
        past_of_change,
        without_places,
    )

    kinds = {
        "participant": tr("参加人"),
        "statement": tr("发言"),
        "commitment": tr("承诺事项"),
        "consultation": tr("恳谈会"),
    }
    found = []
    for each in reversed(desk.talk.history.of(uid, tr)):
        past = without_places(past_of_change(each.change))
        if past.fields:
            about = f"「{each.about}」" if each.about else ""
            found.append(replace(past, what=f"{past.what}　{kinds[each.kind]}{about}"))
    return found
