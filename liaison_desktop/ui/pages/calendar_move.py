"""改期 — on which day it is held instead; what speaks against that is said before it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.agenda import AgendaDays, AgendaRow
from liaison_desktop.model.texts import visible
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.pages.calendar_sheet import Sheet, Thing
from liaison_desktop.ui.pages.calendar_words import day_words, facts_of
from liaison_desktop.ui.pages.draft_dialog import DraftDialog
from liaison_desktop.ui.pages.fields_draft import FieldsDraft
from liaison_desktop.ui.pages.matter_words import day_typed
from liaison_desktop.ui.pages.reason_ask import REASON
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label

MOVE = "move"
"""The act that a reason is typed of here."""

OFFERED = 3
"""Free days that are offered as buttons."""


class DayDialog(DraftDialog):
    """Asks for the day of a thing, and for the reason where a notice of it hangs out already.

    `decided` is called with the day and the reason, which is kept while it is typed.
    """

    def __init__(
        self,
        room: Room,
        sheet: Sheet,
        thing: Thing,
        decided: Callable[[date, str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._room, self._sheet, self._thing, self._decided = room, sheet, thing, decided
        self.setWindowTitle(tr("改期") if isinstance(thing, AgendaRow) else tr("安排接待"))
        self.setMinimumWidth(520)
        self.day = Field(tr("改到哪一天"), Line(tr("如 11-25 或 2026-11-25")))
        self.reason = Field(tr("改期原因"), Line(), required=True)
        self.warnings = label("", "small", wraps=True)
        self.offers: list[Button] = []
        self.yes = Button(self.windowTitle(), self.decide, kind="primary")
        self.no = Button(tr("不改了"), self.reject, key="Esc")
        self.needs_reason = isinstance(thing, AgendaRow) and thing.is_posted
        self.day.control.changed.connect(self._look)
        self.day.control.entered.connect(self.decide)
        self.reason.control.entered.connect(self.decide)
        self._lay_out()

    def keep_in(self, draft: FieldsDraft) -> None:
        """Let a draft keep what is typed, where a reason is asked."""
        if self.needs_reason and isinstance(self._thing, AgendaRow):
            self.held = draft
            draft.begin(self._thing.uid, MOVE, {REASON: self.reason, "day": self.day})
            for field in (self.reason, self.day):
                field.control.changed.connect(draft.touch)

    def ask(self, day: date | None = None) -> None:
        """Open with a day typed already, where one was pointed at."""
        if day is not None:
            self.day.set_value(day.isoformat())
        self._look()
        self.open()
        asked = self.reason if day is not None and self.needs_reason else self.day
        asked.control.setFocus()

    def decide(self) -> None:
        """Take the day, once it is one and the reason is there."""
        day = self._typed()
        if day is None:
            self.day.show_message(tr("如 2026-11-25"), "danger")
            self.day.control.setFocus()
            return
        reason = self.reason.value().strip()
        if self.needs_reason and not reason:
            self.reason.show_message(tr("请写明原因"), "danger")
            self.reason.control.setFocus()
            return
        if self.held is not None:
            self.held.answer()
        self.accept()
        self._decided(day, reason)

    def reject(self) -> None:
        """Change nothing; the reason stands there when the same is to be moved."""
        if self.held is not None:
            self.held.put_away()
        super().reject()

    def _typed(self) -> date | None:
        try:
            return day_typed(self.day.value(), self._room.desk.today(), is_coming=True)
        except ValueError:
            return None

    def _look(self) -> None:
        """Say what speaks against the day typed; days that were not read yet are read."""
        day = self._typed()
        self.day.show_message("" if day is None else day_words(day), "")
        if day is None:
            self.warnings.setText("")
        elif self._sheet.is_read(day):
            self._say(day, self._sheet)
        else:
            task = partial(self._room.desk.agenda.between, day, day)
            self._room.worker.ask(self, task, partial(self._say_of, day), lambda _fault: None)

    def _say_of(self, day: date, days: AgendaDays) -> None:
        if day == self._typed():
            self._say(day, Sheet(days, self._sheet.today))

    def _say(self, day: date, sheet: Sheet) -> None:
        onto = None if isinstance(self._thing, AgendaRow) else sheet.session_for(day)
        found = sheet.against(self._thing, day, onto)
        self.warnings.setText("\n".join(f"! {words}" for words in found) or tr("没有冲突"))

    def _choose(self, day: date) -> None:
        self.day.set_value(day.isoformat())
        (self.reason.control if self.needs_reason else self.yes).setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        thing, free = self._thing, list[date]()
        if isinstance(thing, AgendaRow):
            free = self._sheet.free_days(thing)
            column.addWidget(label("\n".join(facts_of(thing)), wraps=True))
        else:
            column.addWidget(label(visible(thing.who.name)))
        column.addWidget(self.day)
        row = QHBoxLayout()
        for day in free[:OFFERED]:
            self.offers.append(Button(day_words(day), partial(self._choose, day), kind="small"))
            row.addWidget(self.offers[-1])
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.warnings)
        if self.needs_reason:
            words = tr("公告已张贴：改期要写明原因，改期公告随之备好，打印后请再张贴。")
            column.addWidget(label(words, "warn", wraps=True))
            column.addWidget(self.reason)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column.addLayout(buttons)
