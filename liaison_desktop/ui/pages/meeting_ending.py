"""审签 — a meeting is put in order, signed on paper, and from then on only added to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID, uuid5

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.desk.meeting import Meeting
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import CommitmentState
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.texts import visible
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.matter_words import day_typed
from liaison_desktop.ui.pages.meeting_trail import MeetingTrail
from liaison_desktop.ui.pages.meeting_widget import MeetingWidget
from liaison_desktop.ui.pages.reason_ask import ReasonPanel
from liaison_desktop.ui.room import Room

FORM = "meeting_notes"
"""The form whose draft an addition is."""


class MeetingEnding(MeetingWidget):
    """`changed` comes with every step, `not_kept` tells that a draft could not be kept."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.meeting: Meeting | None = None
        self.banner, self.ask = Banner(), ReasonPanel(room)
        self.open_ones = Card(tr("还没有办完的"), "warning", "warn")
        self.signing = Card(tr("审签"), "edit")
        self.adding = Card(tr("补正"), "plus")
        self.additions = Card(tr("已作的补正"), "history")
        self.signed_by = Field(tr("审签人（按纸质件补记）"), Line(), required=True)
        self.signed_on = Field(tr("审签日期"), Line(tr("如 2026-11-20")), required=True)
        self.content = Field(tr("补正内容"), Box(lines=3), required=True)
        self.why = Field(tr("补正原因"), Line())
        self.trail = MeetingTrail(room)
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self._build_buttons()
        self._lay_out()
        self._connect()

    def open(self, uid: UUID) -> None:
        """Read a meeting anew and show what is next; what is typed of this same meeting stays."""
        if uid != self._uid:
            self._uid, self.meeting = uid, None
            self.keeper.end()
            self.ask.lay_by()
            self.banner.clear()
            for field in (self.content, self.why, self.signed_by, self.signed_on):
                field.set_value("")
        task = partial(_load, self.room.desk, uid)
        self.room.worker.ask(self, task, self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        QGuiApplication.inputMethod().commit()
        self.keeper.put_down(partial(self.ask.put_down, then))

    def finish(self) -> None:
        """Put the meeting in order; what is still open is asked about and never forbids."""
        if self.meeting is None:
            return
        still_open = open_ones(self.meeting)
        if still_open:
            words = tr("{what}。仍然整理完毕吗？以后还可以补。")
            self.ask.ask(
                words.format(what=tr("；").join(still_open)),
                tr("整理完毕，送审签"),
                self._finish,
                reason=False,
            )
        else:
            self._finish("")

    def sign(self) -> None:
        """Enter what the head signed on paper."""
        try:
            day = day_typed(self.signed_on.value(), self.room.desk.today(), is_coming=False)
        except ValueError:
            day = None
        if day is None:
            self.signed_on.show_message(tr("如 2026-11-20"), "danger")
            self.signed_on.control.setFocus()
            return
        by = self.signed_by.value().strip()
        self._do(
            lambda desk, one: desk.talk.meetings.sign(one, by, day), tr("已审签，记录已固定。")
        )

    def add(self) -> None:
        """Add to a signed record."""
        QGuiApplication.inputMethod().commit()
        content, why = self.content.value().strip(), self.why.value().strip()
        self.keeper.rest()
        self._do(lambda desk, one: _add(desk, one, content, why), tr("已补正，原记录没有改动。"))

    def _show(self, opened: tuple[Meeting, KeptDraft | None]) -> None:
        meeting, draft = opened
        if meeting.consultation.uid != self._uid:
            return
        is_first, self.meeting = self.meeting is None, meeting
        one = meeting.consultation
        self.trail.open(one.uid)
        self._show_open(meeting)
        self._show_additions(one)
        may, state = self._may(), one.state
        self.finish_button.setVisible(may and state is State.RECORDING)
        self.reopen_button.setVisible(may and state is State.READY)
        self.sign_button.setVisible(may and state is State.READY)
        for field in (self.signed_by, self.signed_on):
            field.setVisible(may and state is State.READY)
        self.adding.setVisible(may and state is State.SIGNED)
        self.state.setText(_state_words(one))
        if is_first:
            self._begin(one, draft)
        self.keeper.keep_on()

    def _begin(self, one: Consultation, draft: KeptDraft | None) -> None:
        self.signed_on.set_value(self.room.desk.today().isoformat())
        if draft is not None:
            self.content.set_value(draft.body.get("addition", ""))
            self.why.set_value(draft.body.get("why", ""))
            self.signed_by.set_value(draft.body.get("signed_by", ""))
            self.signed_on.set_value(draft.body.get("signed_on", self.signed_on.value()))
        self.keeper.begin(_draft_of(one.uid), self._typed, is_kept=draft is not None)
        buttons = (self.finish_button, self.signed_by.control, self.content.control)
        first = next((each for each in buttons if each.isVisible()), None)
        if first is not None:
            first.setFocus()
        self.ask.take_up(self._ask_again)

    def _show_open(self, meeting: Meeting) -> None:
        self.open_ones.clear()
        still_open = open_ones(meeting)
        self.open_ones.setVisible(meeting.consultation.state in {State.RECORDING, State.READY})
        for words in still_open:
            self.open_ones.add_words(f"!　{words}", "body")
        if not still_open:
            self.open_ones.add_words(tr("意见都有去向，承诺都有期限，参加人都已签到。"))

    def _show_additions(self, one: Consultation) -> None:
        self.additions.clear()
        self.additions.setVisible(bool(one.additions))
        for each in one.additions:
            at = f"{each.added_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
            facts = "　".join(part for part in (at, each.added_by, each.reason) if part)
            self.additions.add_words(each.content, "body")
            self.additions.add_words(facts)

    def _typed(self) -> Mapping[str, Any] | None:
        fields = {"addition": self.content, "why": self.why, "signed_by": self.signed_by}
        said = {name: field.value() for name, field in fields.items()}
        if self.signed_on.value() not in {"", self.room.desk.today().isoformat()}:
            said["signed_on"] = self.signed_on.value()
        return said if any(text.strip() for text in said.values()) else None

    def _finish(self, _reason: str) -> None:
        self._do(
            lambda desk, one: desk.talk.meetings.finish(one),
            tr("已整理完毕。打印记录送审签，签好后在这里补记。"),
        )

    def _ask_reopen(self) -> None:
        words = tr("重新打开记录：已记入的履职纪实会撤回，整理完毕时重新记入。")
        if self._uid is not None:
            self.ask.ask_why(self._uid, "reopen", words, tr("重新打开"), self._reopen)

    def _ask_again(self, about: UUID, act: str) -> bool:
        is_here = (about, act) == (self._uid, "reopen") and self.reopen_button.isVisible()
        if is_here:
            self._ask_reopen()
        return is_here

    def _reopen(self, reason: str) -> None:
        self._do(
            lambda desk, one: desk.talk.meetings.reopen(one, reason),
            tr("已重新打开，可以继续记录。"),
        )

    def _do(self, does: Callable[[Desk, Consultation], Consultation], words: str) -> None:
        if self.meeting is not None:
            task = partial(does, self.room.desk, self.meeting.consultation)
            self.room.worker.ask(self, task, partial(self._done, words), self._refuse)

    def _done(self, words: str, one: Consultation) -> None:
        self.ask.end()
        if one.state is State.SIGNED:
            for field in (self.content, self.why, self.signed_by, self.signed_on):
                field.set_value("")
            self.keeper.keep_on()
            self.keeper.keep_now()
            self.keeper.end()
        self.banner.say(words, "ok")
        self.meeting = None
        self.open(one.uid)
        self.changed.emit()
        self.room.ways.changed.emit()

    def _refuse(self, fault: Fault) -> None:
        self.ask.refuse()
        self.keeper.keep_on()
        fields = {"signed_by": self.signed_by, "signed_on": self.signed_on}
        for problem in fault.problems if isinstance(fault, NotSaved) else ():
            field = fields.get(problem.field)
            if problem.field.endswith(".content"):
                field = self.content
            if field is not None:
                field.say(problem)
                field.control.setFocus()
        self.banner.say(say(fault), "danger")

    def _may(self) -> bool:
        desk = self.room.desk
        return authorize(desk.user.roles_on(desk.today()), Action.KEEP_CONSULTATION)

    def _build_buttons(self) -> None:
        self.finish_button = Button(
            tr("整理完毕，送审签"), self.finish, kind="primary", picture="check_circle"
        )
        self.sign_button = Button(tr("补记审签"), self.sign, kind="primary", picture="edit")
        self.reopen_button = Button(tr("重新打开"), self._ask_reopen, picture="undo")
        self.add_button = Button(tr("补正"), self.add, kind="primary", picture="plus")

    def _connect(self) -> None:
        self.keeper.failed.connect(self.not_kept)
        self.trail.failed.connect(self._refuse)
        for field in (self.content, self.why, self.signed_by, self.signed_on):
            field.control.changed.connect(self.keeper.touch)
        signing, adding = (self.signed_by, self.signed_on), (self.content, self.why)
        Chain(lambda: [one.control for one in signing], self.sign).tie(
            [one.control for one in signing]
        )
        Chain(lambda: [one.control for one in adding], self.add_button.setFocus).tie(
            [one.control for one in adding]
        )

    def _lay_out(self) -> None:
        self.state = self.signing.add_words("", "body")
        fields = QHBoxLayout()
        fields.setContentsMargins(16, 0, 16, 8)
        fields.setSpacing(12)
        fields.addWidget(self.signed_by, 2)
        fields.addWidget(self.signed_on, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 0, 16, 8)
        buttons.addStretch(1)
        for button in (self.reopen_button, self.finish_button, self.sign_button):
            buttons.addWidget(button)
        self.signing.rows.addLayout(fields)
        self.signing.rows.addLayout(buttons)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 8, 16, 8)
        inner.addWidget(self.content)
        inner.addWidget(self.why)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.add_button)
        inner.addLayout(line)
        self.adding.rows.addLayout(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.banner)
        column.addWidget(self.ask)
        cards = (self.open_ones, self.signing, self.adding, self.additions, self.trail)
        column.addWidget(scrolling_column(*cards), 1)
        self._show_nothing()

    def _show_nothing(self) -> None:
        """Offer nothing before it is known where the meeting stands."""
        asked = (self.signed_by, self.signed_on, self.adding, self.additions, self.open_ones)
        for one in (*asked, self.finish_button, self.reopen_button, self.sign_button):
            one.hide()


def open_ones(meeting: Meeting) -> list[str]:
    """Return what of a meeting is not settled, each in words."""
    unrouted = sum(one.lacks_route for one in meeting.opinions)
    undated = sum(
        one.is_incomplete for one in meeting.commitments if one.state is CommitmentState.OPEN
    )
    unsigned = sum(one.presence is None for one in meeting.participants)
    told = [
        (tr("还有 {count} 条意见没有去向"), unrouted),
        (tr("还有 {count} 项承诺未填单位或期限"), undated),
        (tr("还有 {count} 位参加人没有签到"), unsigned),
    ]
    return [words.format(count=count) for words, count in told if count]


def _draft_of(uid: UUID) -> UUID:
    """Return the uid of the draft of an addition: that of the meeting is its own form's."""
    return uuid5(uid, "addition")


def _load(desk: Desk, uid: UUID) -> tuple[Meeting, KeptDraft | None]:
    drafts = [one for one in desk.drafts.find(FORM) if one.uid == _draft_of(uid)]
    return desk.talk.meetings.meeting(uid), drafts[0] if drafts else None


def _add(desk: Desk, one: Consultation, content: str, why: str) -> Consultation:
    return desk.talk.meetings.add(one, content, why, _draft_of(one.uid))


def _state_words(one: Consultation) -> str:
    if one.state is State.SIGNED:
        words = tr("已审签：{who}，{day}。记录已固定，只能补正。")
        return words.format(who=visible(one.signed_by), day=one.signed_on)
    if one.state is State.READY:
        return tr("整理完毕，送审签：打印记录，请负责人在纸上签字，签好后在这里补记。")
    return tr("现在是「{state}」。").format(state=tr(word(one.state)))
