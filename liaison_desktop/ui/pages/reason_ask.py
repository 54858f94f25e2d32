"""A question whose reason is a draft: left, locked or killed, it stands there when asked again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID, uuid5

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.record_ask import AskPanel
from liaison_desktop.ui.room import Room

FORM = "reason"

Again = Callable[[UUID, str], bool]


class ReasonPanel(AskPanel):
    """What is typed of a reason is kept for the record and the act that it is of.

    It goes with the act (`end`). `not_kept` tells that it could not be kept.
    """

    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._about: tuple[UUID, str] | None = None
        self._is_put_away = False
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.keeper.failed.connect(self.not_kept)
        self.line.control.changed.connect(self.keeper.touch)

    def ask(
        self, words: str, answer: str, does: Callable[[str], object], *, reason: bool = True
    ) -> None:
        """Ask without a draft, once what was typed of another question is kept."""
        self.lay_by()
        super().ask(words, answer, does, reason=reason)

    def ask_why(
        self, about: UUID, act: str, words: str, answer: str, does: Callable[[str], object]
    ) -> None:
        """Ask why something is done with a record; what was typed of it before stands there."""
        self.ask(words, answer, does)
        self._about = (about, act)
        self.keeper.begin(_draft_of(about, act), self._typed)
        task = partial(self._room.desk.drafts.find, FORM)
        self._room.worker.ask(self, task, self._fill, self.not_kept.emit)

    def take_up(self, again: Again) -> None:
        """Ask once more what was being typed; `again` asks it, False where it has no place here."""
        task = partial(self._room.desk.drafts.find, FORM)
        self._room.worker.ask(self, task, partial(self._take_up, again), self.not_kept.emit)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        QGuiApplication.inputMethod().commit()
        self.keeper.put_down(then)

    def lay_by(self) -> None:
        """Ask no more; what is typed stays as a draft."""
        self.keeper.keep_now()
        self.keeper.end()
        self._about, self._is_put_away = None, False
        self.hide()

    def give_up(self) -> None:
        """Do nothing: what is typed stands there when the same is asked, but is not asked anew."""
        self._is_put_away = True
        self.lay_by()

    def end(self) -> None:
        """Ask no more: it is done."""
        self.keeper.end()
        if self._about is not None:
            task = partial(self._room.desk.drafts.drop, _draft_of(*self._about))
            self._room.worker.ask(self, task, lambda _none: None, self.not_kept.emit)
        self._about = None
        self.hide()

    def end_for(self, about: UUID) -> None:
        """Ask no more if it was asked of this record: it is done."""
        if self._about is not None and self._about[0] == about:
            self.end()

    def refuse(self) -> None:
        """Let the reason stand where the act was refused; a question without one has its answer."""
        self.keeper.keep_on()
        if self._about is None:
            self.hide()

    def _hand_over(self, reason: str) -> None:
        self.keeper.rest()
        super()._hand_over(reason)

    def _fill(self, drafts: Sequence[KeptDraft]) -> None:
        """Let what was typed before stand there, unless something is typed already."""
        if self._about is None:
            return
        uid = _draft_of(*self._about)
        draft = next((one for one in drafts if one.uid == uid), None)
        if draft is not None:
            self.keeper.begin(uid, self._typed, is_kept=True)
            self.line.set_value(self.line.value() or draft.body["reason"])
            self.keeper.touch()

    def _take_up(self, again: Again, drafts: Sequence[KeptDraft]) -> None:
        for draft in drafts if self.isHidden() else ():
            about, act = UUID(str(draft.body["about"])), str(draft.body["act"])
            if not draft.body["put_away"] and again(about, act):
                return

    def _typed(self) -> dict[str, Any] | None:
        reason = self.line.value()
        if self._about is None or not reason.strip():
            return None
        about, act = self._about
        told = {"reason": reason, "about": str(about), "act": act}
        return told | {"put_away": self._is_put_away}


def _draft_of(about: UUID, act: str) -> UUID:
    return uuid5(about, f"{FORM} {act}")
