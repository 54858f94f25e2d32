"""代表 of a session: who sits there, who came, who stands in for whom; said with one digit each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import Presence, SessionState, SlotRole
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.presence_rows import presence_options
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.rows import stand_beside
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label, show_typed

SWAPPED_WITHIN = timedelta(days=200)
"""How far ahead a day may lie with which one changes."""

STAND_IN, SWAP = "substitute", "swap"


class SlotsCard(Card):
    """`saved` when it is said who came, `reseated` when another sits there, `failed` with a fault.

    `asking` and `swapping` want the reason why somebody gives his place away.
    `done` comes when Enter was pressed at the last deputy.
    """

    saved = Signal()
    reseated = Signal()
    failed = Signal(object)
    asking = Signal(int, str)
    swapping = Signal(int, str)
    asked = Signal()
    done = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__(tr("接待代表"), "users")
        self.room = room
        self.rows_of: list[Segments] = []
        self._session: ReceptionSession | None = None
        self._deputies: list[str] = []
        self._waiting: dict[int, Presence | None] = {}
        self._is_saving = False
        self._missing: tuple[int, str] | None = None
        self._changing: dict[str, dict[str, Button]] = {}
        self.stand_in = Field(tr("由谁顶班"), Choice())
        self.stand_in_button = Button(tr("顶班"), self._stand_in, kind="primary")
        self.partner = Field(tr("与谁换班"), Choice())
        self.swap_button = Button(tr("换班"), self._swap, kind="primary")
        self._stand_in_row = self._asking_row(self.stand_in, self.stand_in_button)
        self._swap_row = self._asking_row(self.partner, self.swap_button)

    def show_session(self, session: ReceptionSession, deputies: list[str], *, may: bool) -> None:
        """Show who sits in a session; what is being saved is not shown over.

        The focus stays with the deputy that it was at.
        """
        if self._is_saving or self._waiting:
            self._session = session
            return
        self._session, self._deputies = session, deputies
        held = [place for place, row in enumerate(self.rows_of) if row.tab_stop().hasFocus()]
        self.clear()
        self.rows_of, self._changing = [], {}
        for place, slot in enumerate(session.slots):
            self._add(place, slot, session.state, may=may)
        if not session.slots:
            self.add_words(tr("还没有安排代表。"))
        for place in held:
            self.go_to(place)

    def let_go(self) -> None:
        """Ask no more who takes a place."""
        self._missing = None
        self._stand_in_row.hide()
        self._swap_row.hide()

    def begin_again(self, act: str, name: str) -> bool:
        """Ask for the reason of an act once more; False where nobody of this name can do it."""
        buttons = self._changing.get(name, {})
        if act in buttons:
            buttons[act].click()
        return act in buttons

    def go_to(self, place: int) -> bool:
        """Put the focus at one deputy; False where nothing can be said of him."""
        if place >= len(self.rows_of) or not self.rows_of[place].isEnabled():
            return False
        self.rows_of[place].tab_stop().setFocus()
        return True

    def ask_stand_in(self, place: int, reason: str) -> None:
        """Ask who stands in for the deputy of a place."""
        if self._session is None:
            return
        self._missing = (place, reason)
        sitting = {slot.name.strip() for slot in self._session.slots}
        free = [(name, name) for name in self._deputies if name not in sitting]
        self.stand_in.control.offer(free)  # type: ignore[union-attr]  # a Choice
        self._stand_in_row.show()
        self.stand_in.control.setFocus()
        self.asked.emit()

    def ask_swap(self, place: int, reason: str) -> None:
        """Ask with whom of another day the deputy of a place changes."""
        if self._session is not None:
            self._missing = (place, reason)
            task = partial(_others, self.room.desk, self._session)
            self.room.worker.ask(self, task, self._offer_swap, self._not_kept)

    def _offer_swap(self, others: Sequence[Other]) -> None:
        self.partner.control.offer([(each.words, each) for each in others])  # type: ignore[union-attr]  # a Choice
        self._swap_row.show()
        self.partner.control.setFocus()
        self.asked.emit()

    def _swap(self) -> None:
        other = self.partner.value()
        if other is not None and self._missing is not None and self._session is not None:
            place, reason = self._missing
            task = partial(_swap, self.room.desk, self._session, place, other, reason)
            self._swap_row.hide()
            self.room.worker.ask(self, task, lambda _both: self.reseated.emit(), self._not_kept)

    def say(self, fault: Fault) -> None:
        """Go to the first of whom it is not said whether he came."""
        for problem in fault.problems if isinstance(fault, NotSaved) else ():
            parts = problem.field.split(".")
            if parts[0] == "slots" and self.go_to(int(parts[1])):
                return

    def _asking_row(self, field: Field, button: Button) -> QWidget:
        """Return a line below the deputies that asks for one more thing; hidden until it does."""
        row = frame("asking_row")
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 6, 16, 6)
        line.addWidget(field, 1)
        stand_beside(line, button)
        row.hide()
        self.layout().addWidget(row)  # type: ignore[union-attr]  # a card has one
        return row

    def _add(self, place: int, slot: RotaSlot, state: SessionState, *, may: bool) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(16, 6, 12, 6)
        line.setSpacing(12)
        words = label("", "body")
        words.setMinimumWidth(150)
        show_typed(words, _told(slot))
        words.setToolTip(visible(slot.change_reason))
        line.addWidget(words)
        row = Segments(presence_options())
        row.say_name(tr("{name} 到会情况").format(name=slot.name))
        row.set_value(slot.presence)
        row.setEnabled(may and state is SessionState.OPEN)
        row.changed.connect(partial(self._say_presence, place, row))
        row.entered.connect(partial(self._go_on_from, place))
        self.rows_of.append(row)
        line.addWidget(row, 1)
        if state is SessionState.PLANNED:
            row.hide()  # nobody has come yet, and who changes with whom wants the room
            line.addStretch(1)
        buttons = self._changing[slot.name] = dict[str, Button]()
        if may and state in {SessionState.PLANNED, SessionState.OPEN} and not slot.stands_in_for:
            asks = partial(self.asking.emit, place, slot.name)
            buttons[STAND_IN] = Button(tr("顶班"), asks, kind="small")
        if may and state is SessionState.PLANNED:
            swaps = partial(self.swapping.emit, place, slot.name)
            buttons[SWAP] = Button(tr("换班"), swaps, kind="small")
        for button in buttons.values():
            line.addWidget(button)
        self.rows.addLayout(line)

    def _go_on_from(self, place: int) -> None:
        if not self.go_to(place + 1):
            self.done.emit()

    def _say_presence(self, place: int, row: Segments) -> None:
        self._waiting[place] = row.value()
        self._save_waiting()

    def _save_waiting(self) -> None:
        """Save what was said; what is said meanwhile waits for the session as it is then."""
        if self._is_saving or not self._waiting or self._session is None:
            return
        said, self._waiting = self._waiting, {}
        self._is_saving = True
        task = partial(_sign_in, self.room.desk, self._session, said)
        self.room.worker.ask(self, task, self._kept, self._not_kept)

    def _kept(self, session: ReceptionSession) -> None:
        self._is_saving, self._session = False, session
        if self._waiting:
            self._save_waiting()
        else:
            self.saved.emit()

    def _not_kept(self, fault: Fault) -> None:
        self._is_saving, self._waiting = False, {}
        self.failed.emit(fault)

    def _stand_in(self) -> None:
        by = self.stand_in.value()
        if by and self._missing is not None and self._session is not None:
            place, reason = self._missing
            task = partial(_substitute, self.room.desk, self._session, place, by, reason)
            self._stand_in_row.hide()
            self.room.worker.ask(self, task, lambda _one: self.reseated.emit(), self._not_kept)


@dataclass(frozen=True)
class Other:
    """A deputy of another coming session, with whom one can change."""

    session: ReceptionSession
    place: int

    @property
    def words(self) -> str:
        """The day and the name."""
        return f"{self.session.held_on}　{visible(self.session.slots[self.place].name)}"


def _others(desk: Desk, seen: ReceptionSession) -> list[Other]:
    """Return whom of the coming sessions somebody could change with, the nearest day first."""
    today = desk.today()
    coming = desk.schedule.sessions.find_between(today, today + SWAPPED_WITHIN)
    sitting = {slot.name.strip() for slot in seen.slots}
    return [
        Other(one, place)
        for one in coming
        if one.uid != seen.uid and one.state is SessionState.PLANNED
        for place, slot in enumerate(one.slots)
        if slot.name.strip() not in sitting
    ]


def _swap(
    desk: Desk, seen: ReceptionSession, place: int, other: Other, reason: str
) -> list[ReceptionSession]:
    return desk.schedule.sessions.swap(seen, place, other.session, other.place, reason)


def _told(slot: RotaSlot) -> str:
    facts = [slot.name]
    if slot.slot_role is SlotRole.VISITING:
        facts.append(tr(word(slot.slot_role)))
    if slot.stands_in_for:
        facts.append(tr("顶替 {name}").format(name=slot.stands_in_for))
    return "　".join(facts)


def _sign_in(desk: Desk, seen: ReceptionSession, said: dict[int, Any]) -> ReceptionSession:
    return desk.schedule.sessions.sign_in(seen, said)


def _substitute(
    desk: Desk, seen: ReceptionSession, place: int, by: str, reason: str
) -> ReceptionSession:
    return desk.schedule.sessions.substitute(seen, place, by, reason, Presence.ON_LEAVE)
