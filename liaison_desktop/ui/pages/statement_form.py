"""更正 of one statement, in the place of the entry; what it was stays in its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.statement import Statement
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import keyed
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.inset_form import InsetForm
from liaison_desktop.ui.pages.meeting_agenda import Point
from liaison_desktop.ui.pages.statement_rows import Said, short
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.segments import Segments

FORM = "statement"


class StatementForm(InsetForm):
    """`saving` carries the uid, what changed and why; `given_up` comes when nothing is to change.

    What is typed is a draft under the statement's own uid, and goes with its correction.
    """

    saving = Signal(object, object, str)
    given_up = Signal()
    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._seen: Statement | None = None
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.keeper.failed.connect(self.not_kept)
        self.content = Field(tr("发言内容"), Box(lines=2), required=True)
        self.kind = Field(tr("发言类别"), Segments(keyed(StatementKind)))
        self.speaker = Field(tr("发言人"), Line())
        self.body = Field(tr("发言人单位"), Line())
        self.item = Field(tr("议程"), Choice())
        self.answers = Field(tr("答复哪一条"), Choice())
        self.reason = Field(tr("更正原因（可以不填）"), Line())
        self.save_button = Button(
            tr("更正"), self.save, kind="primary", picture="edit", key=tr("Ctrl+回车")
        )
        self.back_button = Button(tr("不改了"), self.give_up, key="Esc")
        self._lay_out()
        self.hide()

    def begin(
        self,
        seen: Statement,
        points: Sequence[Point],
        opinions: Sequence[Said],
        typed: Mapping[str, Any] | None = None,
    ) -> None:
        """Show what a statement says, or what was typed of its correction before."""
        self._seen = seen
        item, answers = self.item.control, self.answers.control
        item.offer([(point.title, point.uid) for point in points if point.uid])  # type: ignore[union-attr]  # a Choice
        answers.offer(  # type: ignore[union-attr]  # a Choice
            [(f"{one.speaker}：{short(one.content)}", one.uid) for one in opinions]
        )
        self.item.setVisible(any(point.uid for point in points))
        self.content.set_value(seen.content)
        self.kind.set_value(seen.kind)
        self.speaker.set_value(seen.speaker)
        self.body.set_value(seen.speaker_body)
        self.item.set_value(seen.item_uid)
        known = {one.uid for one in opinions}
        self.answers.set_value(seen.answers_uid if seen.answers_uid in known else None)
        self.reason.set_value("")
        if typed is not None:
            self._resume(typed)
        for field in self._fields().values():
            field.show_message("", "")
        self._show_answers()
        self.show()
        self.keeper.begin(seen.uid, self._typed, is_kept=typed is not None)
        self.content.control.setFocus()

    def save(self) -> None:
        """Hand over what differs from the statement as it was shown."""
        QGuiApplication.inputMethod().commit()
        seen = self._seen
        if seen is None:
            return
        changes = self._changes(seen)
        if not changes:
            self.give_up()
            return
        self.keeper.rest()
        self.saving.emit(seen.uid, changes, self.reason.value().strip())

    def end(self) -> None:
        """Close: the correction is in the store, or given up."""
        self.keeper.end()
        self._seen = None
        self.hide()

    def refuse(self, fault: Fault) -> None:
        """Show what is wrong; what is typed stays."""
        self.keeper.keep_on()
        for problem in fault.problems if isinstance(fault, NotSaved) else ():
            if problem.field in self._fields():
                self._fields()[problem.field].say(problem)

    def give_up(self) -> None:
        """Change nothing."""
        if self._seen is not None:
            uid, drafts = self._seen.uid, self._room.desk.drafts
            self.end()
            self._room.worker.ask(self, lambda: drafts.drop(uid), lambda _none: None)
        self.given_up.emit()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(then)

    def _changes(self, seen: Statement) -> dict[str, object]:
        kind = self.kind.value() or seen.kind
        values: dict[str, object] = {
            "content": self.content.value().strip(),
            "kind": kind,
            "speaker": self.speaker.value().strip(),
            "speaker_body": self.body.value().strip(),
            "item_uid": self.item.value(),
            "answers_uid": self.answers.value() if kind is StatementKind.ANSWER else None,
        }
        if values["speaker"] != seen.speaker:
            values["participant_uid"] = None  # another speaks; who, the name says
        return {name: value for name, value in values.items() if value != getattr(seen, name)}

    def _typed(self) -> Mapping[str, Any] | None:
        if self._seen is None or not (self._changes(self._seen) or self.reason.value().strip()):
            return None
        said = {name: str(field.value() or "") for name, field in self._fields().items()}
        meeting = str(self._seen.consultation_uid)
        return said | {"correcting": str(self._seen.uid), "meeting": meeting}

    def _resume(self, typed: Mapping[str, Any]) -> None:
        """Show what a draft kept."""
        for name, field in self._fields().items():
            kept = str(typed.get(name) or "")
            if name in {"item_uid", "answers_uid"}:
                field.set_value(UUID(kept) if kept else None)
            elif name == "kind":
                field.set_value(StatementKind(kept) if kept else None)
            else:
                field.set_value(kept)

    def _fields(self) -> dict[str, Field]:
        return {
            "content": self.content,
            "kind": self.kind,
            "speaker": self.speaker,
            "speaker_body": self.body,
            "item_uid": self.item,
            "answers_uid": self.answers,
            "reason": self.reason,
        }

    def _show_answers(self) -> None:
        self.answers.setVisible(self.kind.value() is StatementKind.ANSWER)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for field, share in ((self.speaker, 2), (self.body, 2), (self.kind, 4)):
            first.addWidget(field, share)
        for field, share in ((self.item, 2), (self.answers, 3), (self.reason, 4)):
            second.addWidget(field, share)
        for widget in (self.back_button, self.save_button):
            second.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 10)
        column.setSpacing(4)
        column.addWidget(self.content)
        column.addLayout(first)
        column.addLayout(second)
        controls = [field.control for field in self._fields().values()]
        Chain(lambda: controls, self.save).tie(controls)
        self.kind.control.changed.connect(self._show_answers)
        for control in controls:
            control.changed.connect(self.keeper.touch)


def seen_uid(body: Mapping[str, Any]) -> UUID:
    """Return which statement a draft of a correction corrects."""
    return UUID(str(body["correcting"]))
