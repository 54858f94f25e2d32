"""What is asked for at a row of the live record: corrected, withdrawn, put elsewhere, its past."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.statement_rows import short

if TYPE_CHECKING:
    from liaison_desktop.ui.pages.meeting_record import LiveRecord


class StatementActs(QObject):
    """Leads from the keys of the list to the forms of the record, and to its acts."""

    def __init__(self, record: LiveRecord) -> None:
        super().__init__(record)
        self._record = record
        rows = record.list
        rows.moving.connect(self.move)
        rows.correcting.connect(self.correct)
        rows.withdrawing.connect(self.ask_withdraw)
        rows.tracing.connect(record.trail.open)
        record.trail.shown.connect(record.entry.hide)
        rows.selectionModel().currentChanged.connect(self._offer_trail)
        rows.statements.dataChanged.connect(self._offer_trail)
        rows.statements.modelReset.connect(self._offer_trail)
        record.columns.tracing.connect(self._open_trail)
        record.trail.closed.connect(self._close_trail)

    def correct(self, uid: UUID, typed: Mapping[str, Any] | None = None) -> None:
        """Open the form of a correction, with what was typed of it before."""
        record = self._record
        one = record.acts.statements.get(uid)
        if one is not None and record.entry.isEnabled():
            record.entry.hide()
            record.form.begin(one, record.agenda.points, record.said.opinions(), typed)

    def ask_withdraw(self, uid: UUID) -> None:
        """Ask why a statement is withdrawn, and withdraw it."""
        record = self._record
        if record.entry.isEnabled():
            words = tr("撤回「{words}」：不再印在记录里，原话和原因留在历史里。")
            words = words.format(words=short(record.said.rows[uid].content))
            withdraw = partial(record.acts.withdraw, uid)
            record.ask.ask_why(uid, "withdraw", words, tr("撤回"), withdraw)

    def ask_again(self, about: UUID, act: str) -> bool:
        """Ask once more why a statement is withdrawn; False where it is none of this record."""
        is_here = act == "withdraw" and about in self._record.acts.statements
        if is_here:
            self.ask_withdraw(about)
        return is_here

    def move(self, uid: UUID, by: int) -> None:
        """Let a row and its neighbour in sight change places, in the record as well."""
        record, rows = self._record, self._record.list
        place = rows.statements.place_of(uid) + by
        if record.entry.isEnabled() and 0 <= place < len(rows.statements.rows):
            before = rows.statements.move(uid, by)
            record.acts.move(uid, before or self._after_last(uid))
            rows.choose(uid)

    def _offer_trail(self) -> None:
        """Show the way to the past of a row where it was corrected."""
        chosen = self._record.list.chosen()
        is_corrected = chosen is not None and chosen.is_corrected
        self._record.columns.trail_button.setVisible(is_corrected)

    def _close_trail(self) -> None:
        record = self._record
        record.entry.setVisible(record.entry.isEnabled() and not record.form.isVisible())
        record.list.setFocus()

    def _open_trail(self) -> None:
        chosen = self._record.list.chosen()
        if chosen is not None:
            self._record.trail.open(chosen.uid)

    def _after_last(self, uid: UUID) -> UUID | None:
        """Return what follows in the record after the row that is in sight before this last one.

        What was said on other points stands there: at the very end the row would be torn from its
        own.
        """
        former = self._record.list.statements.rows[-2].uid
        order = [one for one in self._record.said.rows if one != uid]
        following = order.index(former) + 1
        return order[following] if following < len(order) else None
