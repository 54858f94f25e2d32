"""A few fields as a draft of the record and the act that they are of: a reason, a setting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol
from uuid import UUID, uuid5

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.room import Room

FORM = "fields"

Act = tuple[UUID, str]
"""A record, and what is to be done with it."""
Again = Callable[[UUID, str], bool]
Bodies = Mapping[UUID, Mapping[str, object]]
"""What was typed, by the uids of its drafts."""


class Holds(Protocol):
    """What is typed into, ticked or chosen from: a field, or its control.

    A draft keeps its value as a text, "" for no tick and no choice, and gives it back as one.
    """

    def value(self) -> Any:
        """Return the value."""

    def set_value(self, value: Any) -> None:
        """Show a value, or the text that a draft has of it."""


class FieldsDraft(QObject):
    """What is typed and chosen of one act at a time; it goes when the act is done (`end`).

    A field is kept that says something else than it showed at first: the others show what was
    saved of them since. Nothing is kept where `needed`, the name of one of them, is empty.
    `filled` comes when what was typed before stands there, `not_kept` tells that it could not be
    kept.
    """

    filled = Signal()
    not_kept = Signal(object)

    def __init__(self, room: Room, parent: QObject, form: str = FORM, needed: str = "") -> None:
        super().__init__(parent)
        self._room, self._form, self._needed = room, form, needed
        self.act: Act | None = None
        self.answered: Act | None = None
        self._fields: Mapping[str, Holds] = {}
        self._shown: dict[str, str] = {}
        self._said: dict[str, str] = {}
        self._is_put_away = False
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, form, self)
        self.keeper.failed.connect(self.not_kept)

    def begin(self, about: UUID, act: str, fields: Mapping[str, Holds]) -> None:
        """Keep from now on what is typed of an act; what was typed of it before stands there."""
        self.lay_by()
        self.act, self._fields = (about, act), fields
        self._shown = self._said = _said_in(fields)
        self.keeper.begin(self._uid_of(self.act), self._body)
        self._find(self._fill)

    def show(self, name: str, text: str) -> bool:
        """Let a field show what nobody typed; False where somebody typed into it."""
        field = self._fields.get(name)
        if field is None or _said(field) != self._shown[name]:
            return False
        self._shown = self._shown | {name: text}
        field.set_value(text)
        return True

    def take_up(self, again: Again) -> None:
        """Ask once more what was being typed; `again` asks it, False where it has no place here."""
        self._find(partial(self._take_up, again))

    @Slot()
    def touch(self) -> None:
        """Note what stands in the fields: they may be gone when it is kept."""
        self._said = _said_in(self._fields)
        self.keeper.touch()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        QGuiApplication.inputMethod().commit()
        self.keeper.put_down(then)

    def lay_by(self) -> None:
        """Begin no more of it here; what is typed stays as a draft."""
        self.keeper.keep_now()
        self._forget()
        self._is_put_away = False

    def put_away(self) -> None:
        """Lay it by: it stands there when the same is asked, but is not asked anew."""
        self._is_put_away = True
        self.lay_by()

    def begin_again(self) -> None:
        """Let go of what is typed: the fields say what they showed at first."""
        for name, text in self._shown.items():
            self._fields[name].set_value(text)
        self.touch()
        self.keeper.keep_now()

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
            self._forget()
        task = partial(self._room.desk.drafts.drop, self._uid_of(answered))
        self._room.worker.ask(self, task, lambda _none: None, self.not_kept.emit)

    def refuse(self) -> None:
        """Keep on: the act was refused."""
        self.answered = None
        self.keeper.keep_on()

    def _forget(self) -> None:
        self.keeper.end()
        self.act, self._fields, self._shown, self._said = None, {}, {}, {}

    def _find(self, then: Callable[[Bodies], object]) -> None:
        task = partial(self._room.desk.drafts.find, self._form)
        self._room.worker.ask(self, task, partial(self._found, then), self.not_kept.emit)

    def _found(self, then: Callable[[Bodies], object], drafts: Sequence[KeptDraft]) -> None:
        """Go on with what was typed before, the latest first."""
        then({draft.uid: draft.body for draft in drafts})

    def _fill(self, bodies: Bodies) -> None:
        """Let what was typed before stand there, where nothing is typed already."""
        if self.act is None or self.act == self.answered:
            return
        uid = self._uid_of(self.act)
        if uid in bodies:
            self.keeper.begin(uid, self._body, is_kept=True)
            for name, field in self._fields.items():
                if name in bodies[uid] and _said(field) == self._shown[name]:
                    field.set_value(bodies[uid][name])
            self.touch()
            self.filled.emit()

    def _take_up(self, again: Again, bodies: Bodies) -> None:
        for body in bodies.values() if self._body() is None else ():
            about, act = UUID(str(body["about"])), str(body["act"])
            if not body["put_away"] and again(about, act):
                return

    def _body(self) -> dict[str, Any] | None:
        is_empty = self._needed != "" and not self._said.get(self._needed, "").strip()
        if self.act is None or is_empty or self._said == self._shown:
            return None
        about, act = self.act
        told = {"about": str(about), "act": act, "put_away": self._is_put_away}
        changed = {name: said for name, said in self._said.items() if said != self._shown[name]}
        return {**changed, **told}

    def _uid_of(self, act: Act) -> UUID:
        about, what = act
        return uuid5(about, f"{self._form} {what}")


def _said_in(fields: Mapping[str, Holds]) -> dict[str, str]:
    return {name: _said(field) for name, field in fields.items()}


def _said(field: Holds) -> str:
    return str(field.value() or "")
