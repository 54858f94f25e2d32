"""The entry of a live record: who speaks, what it is, what it answers, and his words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.speakers import Spelt
from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.options import keyed
from liaison_desktop.ui.pages.completions import MOST, SPEAKER, Begun, Completions
from liaison_desktop.ui.pages.entry_box import EntryBox
from liaison_desktop.ui.pages.statement_rows import Said, short
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import Elided
from liaison_desktop.ui.theme import current

SIDE, GAP = 12, 8
"""Pixels at the sides, and between what stands there."""

NAME = 230
"""Logical pixels in which who speaks and where from is read whole as a rule."""

WIDEST_NAME = 420

EDIT = object()
"""Chosen of the phrases: they shall be changed."""


@dataclass(frozen=True)
class Speaker:
    """Who speaks; one that is not among the participants is a name and no more."""

    name: str
    body: str = ""
    participant_uid: UUID | None = None

    def __str__(self) -> str:
        return self.name


def speaker_of(one: Participant) -> Speaker:
    """Return a participant as a speaker."""
    return Speaker(one.name, one.body, one.uid)


@dataclass(frozen=True)
class Entry:
    """What is filled in."""

    content: str
    kind: StatementKind
    speaker: Speaker | None
    answers_uid: UUID | None


class EntryPanel(QFrame):
    """`noting` wants the entry noted, `promising` a promise made of the last answer.

    `editing` wants the 常用语 changed.
    """

    noting = Signal()
    promising = Signal()
    editing = Signal()
    changed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setObjectName("entry")
        self.phrases: Sequence[str] = ()
        self._speakers: list[tuple[Spelt, Speaker, str]] = []
        self._is_low = False
        self.completions = Completions(page, tr("发言人或常用语"))
        self.speaker = Choice()
        self.speaker.say_name(tr("发言人"))
        self.speaker.setPlaceholderText(tr("发言人 @"))
        self.kinds = Segments(keyed(StatementKind))
        self.kinds.say_name(tr("发言类别"))
        self.answered = Choice()
        self.answered.say_name(tr("答复哪一条"))
        self.answered.setPlaceholderText(tr("不对应某一条"))
        self.box = EntryBox(tr("听到什么记什么，回车记下"), self.completions)
        self.box.say_name(tr("发言内容"))
        self.hint = Elided("small")
        self.promise_button = Button(tr("转为承诺"), self.promising.emit, kind="small", key="Alt+C")
        self.note_button = Button(tr("记下"), self.noting.emit, kind="primary", key=tr("回车"))
        self.note_button.setProperty("is_low", "true")
        self._lay_out()
        self._connect()

    def entry(self) -> Entry:
        """Return what is filled in; an answer alone answers something."""
        kind = self.kinds.value() or StatementKind.OPINION
        answers = self.answered.value() if kind is StatementKind.ANSWER else None
        return Entry(self.box.value().strip(), kind, self.speaker.value(), answers)

    def body(self) -> dict[str, Any] | None:
        """Return what a draft keeps, None where no words are typed."""
        entry = self.entry()
        if not self.box.value().strip():
            return None
        speaker = entry.speaker or Speaker("")
        return {
            "content": self.box.value(),
            "kind": str(entry.kind),
            "speaker": speaker.name,
            "participant": str(speaker.participant_uid or ""),
            "answers": str(entry.answers_uid or ""),
        }

    def resume(self, body: Mapping[str, Any]) -> None:
        """Show what a draft kept."""
        self.kinds.set_value(StatementKind(str(body.get("kind", StatementKind.OPINION))))
        self.say_speaker(str(body.get("speaker", "")), str(body.get("participant", "")))
        if body.get("answers"):
            self.answered.set_value(UUID(str(body["answers"])))
        self.box.set_value(body.get("content", ""))
        self.box.moveCursor(self.box.textCursor().MoveOperation.End)

    def know(self, people: Sequence[tuple[Spelt, Participant]]) -> None:
        """Offer these as speakers from now on; who speaks stays."""
        spoke = self.speaker.value()
        self._speakers = [(each, speaker_of(one), _told(one)) for each, one in people]
        self.speaker.blockSignals(True)
        self.speaker.offer([(shown, who) for _spelt, who, shown in self._speakers])
        if spoke is not None:
            self.say_speaker(spoke.name, str(spoke.participant_uid or ""))
        self.speaker.blockSignals(False)

    def know_phrases(self, phrases: Sequence[str]) -> None:
        """Offer these after / from now on."""
        self.phrases = phrases

    def say_speaker(self, name: str, participant: str = "") -> None:
        """Let somebody speak, by his uid where he is known; "" is nobody."""
        known = [who for _spelt, who, _shown in self._speakers]
        mine = [who for who in known if participant and str(who.participant_uid) == participant]
        named = [who for who in known if who.name == name]
        found = mine or (named if len(named) == 1 else [])
        self.speaker.set_value(found[0] if found else Speaker(name) if name else None)

    def offer_answered(self, opinions: Sequence[Said], usual: UUID | None) -> None:
        """Offer the opinions that an answer may answer; `usual` is the one that waits longest."""
        self.answered.blockSignals(True)
        self.answered.offer(
            [
                (tr("答 {who}：{words}").format(who=o.speaker, words=short(o.content)), o.uid)
                for o in opinions
            ]
        )
        self.answered.set_value(usual if usual in [one.uid for one in opinions] else None)
        self.answered.blockSignals(False)

    def add_button(self, button: Button) -> None:
        """Put a button beside those that note and promise."""
        self._buttons.insertWidget(1, button)

    def clear(self) -> None:
        """Be ready for the next words; who spoke and what it was stay."""
        self.box.clear()

    def _ask(self, begun: Begun | None) -> None:
        if begun is None:
            self.completions.hide()
        elif begun.sign == SPEAKER:
            self.completions.offer(self._people(begun.typed), self.box)
        else:
            typed = begun.typed.strip()
            fitting = [phrase for phrase in self.phrases if typed in phrase]
            choices: list[tuple[str, object]] = [(one, one) for one in fitting[: MOST - 1]]
            if not typed:
                choices.append((tr("修改常用语……"), EDIT))
            self.completions.offer(choices, self.box)

    def _people(self, typed: str) -> list[tuple[str, object]]:
        """Return who fits what is typed, the exact name first; the name itself is the last."""
        fitting = [one for one in self._speakers if one[0].fits(typed)]
        fitting.sort(key=lambda one: one[1].name != typed)
        found: list[tuple[str, object]] = [(shown, who) for _spelt, who, shown in fitting[:7]]
        name = typed.strip()
        if name and not name.isascii() and all(one[1].name != name for one in fitting):
            found.append((tr("{name}（名单外）").format(name=name), Speaker(name)))
        return found

    def _take(self, chosen: object) -> None:
        if isinstance(chosen, Speaker):
            self.speaker.set_value(chosen)
            self.box.take("")
        elif chosen is EDIT:
            self.box.take("")
            self.editing.emit()
            return
        else:
            self.box.take(str(chosen))
        self.box.setFocus()

    def _step_answered(self, step: int) -> None:
        count = self.answered.count()
        if self.kinds.value() is StatementKind.ANSWER and count:
            place = self.answered.currentIndex() + step
            self.answered.setCurrentIndex(max(-1, min(place, count - 1)))

    def _show_kind(self) -> None:
        self.answered.setVisible(self.kinds.value() is StatementKind.ANSWER)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Let the kinds stand below where the names beside them would be cut."""
        names = 1 if self.answered.isHidden() else 2
        room = self.contentsRect().width() - 2 * SIDE - self.kinds.sizeHint().width()
        if (room < names * (current().px(NAME) + GAP)) == self._is_low:
            return
        self._is_low = not self._is_low
        if self._is_low:
            self._below.insertWidget(0, self.kinds)
        else:
            self._first.insertWidget(1, self.kinds)

    def _connect(self) -> None:
        self.kinds.set_value(StatementKind.OPINION)
        self._show_kind()
        self.kinds.changed.connect(self._show_kind)
        self.box.noted.connect(self.noting)
        self.box.asking.connect(self._ask)
        self.box.answering.connect(self._step_answered)
        self.box.choosing.connect(lambda place: self.kinds.set_value(list(StatementKind)[place]))
        self.completions.picked.connect(self._take)
        for control in (self.kinds, self.speaker, self.answered, self.box):
            control.changed.connect(self.changed)

    def _lay_out(self) -> None:
        self.hint.show_text(tr("@ 选发言人　/ 常用语　Alt+1 至 4 选类别　Shift+回车 换行"))
        first, below, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (first, below, last):
            row.setSpacing(GAP)
        self.speaker.setMaximumWidth(current().px(WIDEST_NAME))
        first.addWidget(self.speaker, 200)
        first.addWidget(self.kinds)
        first.addWidget(self.answered, 200)
        first.addStretch(1)
        below.addStretch(1)
        self._first, self._below, self._buttons = first, below, last
        last.addWidget(self.hint, 1)
        last.addWidget(self.promise_button)
        last.addWidget(self.note_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 10, SIDE, 10)
        column.setSpacing(GAP)
        column.addLayout(first)
        column.addLayout(below)
        column.addWidget(self.box)
        column.addLayout(last)


def _told(one: Participant) -> str:
    """Return a participant as the list shows him: 王建国（代表）."""
    from_where = one.body or tr(word(one.participant_kind))
    return tr("{name}（{from_where}）").format(name=one.name, from_where=from_where)
