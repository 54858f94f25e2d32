"""Why something is done, as a draft of the record and the act that it is of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID, uuid5

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.room import Room

FORM = "reason"
REASON = "reason"
"""The field without which nothing is kept."""

Act = tuple[UUID, str]
"""A record, and what is to be done with it."""
Again = Callable[[UUID, str], bool]


class ReasonDraft(QObject):
    """What is typed of one act at a time; it goes when the act is done (`end`).

    `not_kept` tells that it could not be kept.
    """

    not_kept = Signal(object)

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self.act: Act | None = None
        self.answered: Act | None = None
        self._fields: Mapping[str, Field] = {}
        self._said: Mapping[str, str] = {}
        self._is_put_away = False
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.keeper.failed.connect(self.not_kept)

    def begin(self, about: UUID, act: str, fields: Mapping[str, Field]) -> None:
        """Keep from now on what is typed of an act; what was typed of it before stands there."""
        self.lay_by()
        self.act, self._fields = (about, act), fields
        self.keeper.begin(_uid_of(self.act), self._body)
        self._find(self._fill)

    def take_up(self, again: Again) -> None:
        """Ask once more what was being typed; `again` asks it, False where it has no place here."""
        self._find(partial(self._take_up, again))

    @Slot()
    def touch(self) -> None:
        """Note what stands in the fields: they may be gone when it is kept."""
        self._said = {name: field.value() for name, field in self._fields.items()}
        self.keeper.touch()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        QGuiApplication.inputMethod().commit()
        self.keeper.put_down(then)

    def lay_by(self) -> None:
        """Begin no more of it here; what is typed stays as a draft."""
        self.keeper.keep_now()
        self.keeper.end()
        self.act, self._fields, self._said, self._is_put_away = None, {}, {}, False

    def put_away(self) -> None:
        """Lay it by: it stands there when the same is asked, but is not asked anew."""
        self._is_put_away = True
        self.lay_by()

    def answer(self) -> None:
        """Keep it once more, and then nothing: the act is being done."""
        self.answered = self.act
        self.keeper.rest()

    def end(self) -> None:
        """Drop what was answered: it is done. What is typed of another act stays."""
        answered, self.answered = self.answered, None
        if answered is None:
            return
        if self.act == answered:
            self.keeper.end()
            self.act, self._fields, self._said = None, {}, {}
        task = partial(self._room.desk.drafts.drop, _uid_of(answered))
        self._room.worker.ask(self, task, lambda _none: None, self.not_kept.emit)

    def refuse(self) -> None:
        """Keep on: the act was refused."""
        self.answered = None
        self.keeper.keep_on()

    def _find(self, then: Callable[[Sequence[KeptDraft]], object]) -> None:
        task = partial(self._room.desk.drafts.find, FORM)
        self._room.worker.ask(self, task, then, self.not_kept.emit)

    def _fill(self, drafts: Sequence[KeptDraft]) -> None:
        """Let what was typed before stand there, unless something is typed already."""
        if self.act is None or self.act == self.answered:
            return
        uid = _uid_of(self.act)
        draft = next((one for one in drafts if one.uid == uid), None)
        if draft is not None:
            self.keeper.begin(uid, self._body, is_kept=True)
            for name, field in self._fields.items():
                field.set_value(field.value() or draft.body.get(name, ""))
            self.touch()

    def _take_up(self, again: Again, drafts: Sequence[KeptDraft]) -> None:
        for draft in drafts if self.act is None else ():
            about, act = UUID(str(draft.body["about"])), str(draft.body["act"])
            if not draft.body["put_away"] and again(about, act):
                return

    def _body(self) -> dict[str, Any] | None:
        if self.act is None or not self._said.get(REASON, "").strip():
            return None
        about, act = self.act
        told = {"about": str(about), "act": act, "put_away": self._is_put_away}
        return {**self._said, **told}


def _uid_of(act: Act) -> UUID:
    about, what = act
    return uuid5(about, f"{FORM} {what}")
