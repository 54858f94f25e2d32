"""A question whose reason is a draft: left, locked or killed, it stands there when asked again."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from liaison_desktop.ui.pages.fields_draft import Again, FieldsDraft
from liaison_desktop.ui.pages.record_ask import AskPanel
from liaison_desktop.ui.room import Room

FORM = REASON = "reason"
"""The form whose draft a reason is, and the field without which nothing is kept."""


class ReasonPanel(AskPanel):
    """What is typed of a reason is kept for the record and the act that it is of.

    It goes with the act (`end`). `not_kept` tells that it could not be kept.
    """

    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._is_answered = False
        self.draft = reason_draft(room, self)
        self.draft.not_kept.connect(self.not_kept)
        self.line.control.changed.connect(self.draft.touch)

    @property
    def asks_why(self) -> bool:
        """Whether a reason is asked that is kept as a draft."""
        return not self.isHidden() and self.draft.act is not None

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
        self.draft.begin(about, act, {REASON: self.line})

    def take_up(self, again: Again) -> None:
        """Ask once more what was being typed, unless something is asked already."""
        self.draft.take_up(lambda about, act: self.isHidden() and again(about, act))

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.draft.put_down(then)

    def lay_by(self) -> None:
        """Ask no more; what is typed stays as a draft."""
        self._is_answered = False
        self.draft.lay_by()
        self.hide()

    def give_up(self) -> None:
        """Do nothing: what is typed stands there when the same is asked, but is not asked anew."""
        self.draft.put_away()
        self.lay_by()

    def end(self) -> None:
        """Ask no more: what was answered is done. What is asked and not answered stays."""
        if self._is_answered:
            self.hide()
        self._is_answered = False
        self.draft.end()

    def end_for(self, about: UUID) -> None:
        """Ask no more if it was asked of this record: it is done."""
        asked = self.draft.answered or self.draft.act
        if asked is not None and asked[0] == about:
            self.end()

    def refuse(self) -> None:
        """Let the reason stand where the act was refused; a question without one has its answer."""
        self._is_answered = False
        self.draft.refuse()
        self.setVisible(self.draft.act is not None)

    def _hand_over(self, reason: str) -> None:
        self._is_answered = True
        self.draft.answer()
        super()._hand_over(reason)


def reason_draft(room: Room, parent: QObject) -> FieldsDraft:
    """Return what keeps a reason with what is typed beside it."""
    return FieldsDraft(room, parent, FORM, REASON)
