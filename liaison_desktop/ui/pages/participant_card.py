"""参加人 — one participant added whole or corrected, beside the list; what is typed is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.consultation_words import ParticipantKind
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.frames import scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.options import numbered
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.participant_sheet import PARTICIPANT
from liaison_desktop.ui.pages.reason_ask import ReasonPanel
from liaison_desktop.ui.pages.roll_form import RollForm
from liaison_desktop.ui.room import Room


class ParticipantCard(Card):
    """`saved` carries the participant as he is in the store, `left` asks for the list again."""

    saved = Signal(object)
    withdrawn = Signal(object)
    left = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__(tr("参加人"), "person")
        self.room = room
        self.chosen: Participant | None = None
        self._meeting: UUID | None = None
        self._uid: UUID | None = None
        self._shown: dict[str, Any] = {}
        self._is_saving = False
        self.banner, self.ask = Banner(), ReasonPanel(room)
        self.form = RollForm(PARTICIPANT, self)
        if not room.desk.station.kind.has_deliberation_body:
            kinds = [kind for kind in ParticipantKind if kind is not ParticipantKind.MEMBER]
            self.form.fields["participant_kind"].control.offer(numbered(kinds))  # type: ignore[union-attr]  # a Choice
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, PARTICIPANT.form, self)
        self.save_button = Button(
            tr("保存"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.withdraw_button = Button(
            tr("撤回"), self.ask_withdraw, kind="small", picture="withdraw"
        )
        self.back_button = Button(tr("返回名单"), self.give_up, key="Esc")
        self.form.changed.connect(self.keeper.touch)
        self.form.done.connect(self.save_button.setFocus)
        self._lay_out()
        self.hide()

    @property
    def uid(self) -> UUID | None:
        """Whom the card is of, as a draft names him; None while it is empty."""
        return self._uid

    def open(
        self,
        meeting: UUID,
        one: Participant | None,
        names: list[str],
        draft: KeptDraft | None = None,
    ) -> None:
        """Show a participant, or an empty form for one more, or what was typed of him."""
        self._meeting, self.chosen = meeting, one
        self._uid = one.uid if one else draft.uid if draft else new_uid(self.room.desk.now())
        self.heading.setText(tr("更正参加人") if one else tr("加一位参加人"))
        self.banner.clear()
        self.ask.lay_by()
        self.form.know(names)
        self.form.show_record(one, self.room.desk.today())
        self._shown = self.form.typed()
        if draft is not None:
            self.form.fill(draft.body)
            self.banner.say(tr("这是上次没有保存的内容。"), "warn")
        self.keeper.begin(self._uid, self._typed, is_kept=draft is not None)
        self.withdraw_button.setVisible(one is not None)
        self.show()
        self.form.controls()[0].setFocus()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(partial(self.ask.put_down, then))

    def give_up(self) -> None:
        """Go back to the list; what is typed stays as a draft."""
        self.keeper.put_down(self._leave)

    def save(self) -> None:
        """Register the new participant, or correct the one that is there."""
        QGuiApplication.inputMethod().commit()
        if self._is_saving or self._uid is None or self._meeting is None:
            return
        try:
            values = self.form.values(self.room.desk.today())
        except NotSaved as fault:
            self._refuse(fault)
            return
        self._is_saving = True
        self.keeper.rest()
        seen = self.chosen.uid if self.chosen is not None else None
        task = partial(_save, self.room.desk, self._meeting, seen, self._uid, values)
        self.room.worker.ask(self, task, self._saved, self._refuse)

    def _saved(self, one: Participant) -> None:
        self._leave()
        self.saved.emit(one)

    def ask_withdraw(self) -> None:
        """Ask why the participant is withdrawn, and withdraw him."""
        if self.chosen is not None:
            words = tr("撤回这位参加人：从签到表里去掉，历史里还在。")
            self.ask.ask_why(self.chosen.uid, "withdraw", words, tr("撤回"), self._withdraw)

    def _withdraw(self, reason: str) -> None:
        if self.chosen is not None:
            task = partial(_withdraw, self.room.desk, self.chosen.uid, reason)
            self.room.worker.ask(self, task, self._gone, self._refuse)

    def _gone(self, one: Participant) -> None:
        self.ask.end()
        self._leave()
        self.withdrawn.emit(one)

    def _leave(self) -> None:
        self._is_saving = False
        self.ask.lay_by()
        self.keeper.end()
        self._uid = self.chosen = None
        self.hide()
        self.left.emit()

    def _typed(self) -> dict[str, Any] | None:
        typed = self.form.typed()
        return typed | {"meeting": str(self._meeting)} if typed != self._shown else None

    def _refuse(self, fault: Fault) -> None:
        self._is_saving = False
        self.keeper.keep_on()
        self.ask.refuse()
        if isinstance(fault, NotSaved):
            self.form.say(fault.problems)
        self.banner.say(say(fault), "danger")

    def _lay_out(self) -> None:
        self.head.addWidget(self.withdraw_button)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(16, 4, 16, 4)
        area = scrolling(body)
        inner.addWidget(self.form)
        inner.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 4, 16, 4)
        buttons.setSpacing(8)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.save_button, 1)
        self.rows.addWidget(self.banner)
        self.rows.addWidget(self.ask)
        area.setObjectName("card_scroll")  # on the ground of the card, not of the page
        for widget in (body, area.viewport()):
            widget.setAutoFillBackground(False)
        self.rows.addWidget(area, 1)
        self.rows.addLayout(buttons)


def _save(
    desk: Desk, meeting: UUID, seen: UUID | None, uid: UUID, values: dict[str, Any]
) -> Participant:
    participants = desk.talk.participants
    if seen is None:
        given = {name: value for name, value in values.items() if value not in ("", None)}
        station = desk.station.uid
        made = Participant(uid=uid, station_uid=station, consultation_uid=meeting, **given)
        participants.register(made)
        return participants.load(uid)
    one = participants.load(seen)
    changed = {name: value for name, value in values.items() if value != getattr(one, name)}
    if not changed:
        desk.drafts.drop(uid)
    return participants.correct(one, changed) if changed else one


def _withdraw(desk: Desk, uid: UUID, reason: str) -> Participant:
    participants = desk.talk.participants
    return participants.withdraw(participants.load(uid), reason)
