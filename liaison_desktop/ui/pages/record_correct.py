"""更正 — the form again, filled with what stands; only what was changed is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.visit import Visit
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.frames import frame, scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say, say_problems
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.intake_form import IntakeForm
from liaison_desktop.ui.pages.record_changes import (
    Body,
    Changes,
    body_of,
    changes_between,
    is_word_of_visitor,
)
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.rows import stand_beside
from liaison_desktop.ui.texts import Elided

FORM = "correction"


class CorrectPanel(QWidget):
    """`saved` comes when the correction is in the store, `given_up` when nothing is to be done."""

    saved = Signal()
    given_up = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.form = IntakeForm()
        self.reason = Field(tr("更正原因"), Line(tr("来访人的话有改动时必须写明")))
        self.banner = Banner()
        self.note = Elided("muted")
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.save_button = Button(
            tr("保存更正"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.back_button = Button(tr("不改了"), self.give_up, picture="arrow_left", key="Esc")
        self._visit: Visit | None = None
        self._matter: Matter | None = None
        self._before: Body = {}
        self._is_saving = False
        self._lay_out()
        self.form.changed.connect(self.keeper.touch)
        self.reason.control.changed.connect(self.keeper.touch)
        self.keeper.failed.connect(self._refuse)

    def begin(self, visit: Visit, matter: Matter, draft: KeptDraft | None = None) -> None:
        """Show a visit with one of its matters, or what was typed of it before."""
        self._visit, self._matter = visit, matter
        self.banner.clear()
        self.form.clear()
        self.form.more.attachments.hide()
        self.form.show_more(True)
        self.form.fill(body_of(visit, matter))
        self._before = self._body()
        self.reason.set_value("")
        if draft is not None:
            self.form.fill(dict(draft.body))
            self.reason.set_value(draft.body.get("reason", ""))
            if draft.body.get("rev") != visit.rev:
                words = tr("上次改到一半以后，这次来访又被更正过；请核对后再保存。")
                self.banner.say(words, "warn")
        self.keeper.begin(
            draft.uid if draft else self._draft_uid(), self._typed, is_kept=bool(draft)
        )
        self.form.visitors[0].name.setFocus()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(then)

    def give_up(self) -> None:
        """Go back; what was changed stays as a draft, and is offered again."""
        if not self._is_saving:
            self.keeper.put_down(self._gone)

    def save(self) -> None:
        """Write what was changed."""
        if self._is_saving or self._visit is None or self._matter is None:
            return
        QGuiApplication.inputMethod().commit()
        if self.form.is_composing():
            self.banner.say(tr("请先选定输入法里的字，再保存。"), "warn")
            return
        try:
            changes = self._changes(self._visit, self._matter)
        except NotSaved as fault:
            self._refuse(fault)
            return
        if not changes.visit and not changes.matter:
            self.banner.say(tr("没有改动。"), "warn")
            return
        if is_word_of_visitor(changes) and not self.reason.value().strip():
            self.banner.say(tr("改动了来访人反映的内容，请写明更正原因。"), "warn")
            self.reason.control.setFocus()
            return
        self._is_saving = True
        self.setEnabled(False)
        self.keeper.rest()
        task = partial(self._write, self._visit, self._matter, changes, self.reason.value())
        self.room.worker.ask(self, task, self._written, self._refuse)

    def is_changed(self) -> bool:
        """Return whether anything is typed that is not saved."""
        return self._visit is not None and self._body() != self._before

    def _changes(self, visit: Visit, matter: Matter) -> Changes:
        desk = self.room.desk
        return changes_between(self._before, self._body(), visit, matter, desk.station, desk.now())

    def _write(self, visit: Visit, matter: Matter, changes: Changes, reason: str) -> None:
        visits = self.room.desk.visits
        if changes.matter:
            visits.correct_matter(matter, changes.matter, reason)
        if changes.visit:
            visits.correct(visit, changes.visit, reason)
        self.room.desk.drafts.drop(self._draft_uid())

    def _written(self, _nothing: None) -> None:
        self._be_done()
        self.keeper.end()
        self._visit = None
        self.saved.emit()

    def _gone(self) -> None:
        self.keeper.end()
        self._visit = None
        self.given_up.emit()

    def _refuse(self, fault: Fault) -> None:
        self._be_done()
        self.keeper.keep_on()
        text = say(fault)
        if isinstance(fault, NotSaved):
            field = self.form.say(fault.problems)
            if field is not None:
                field.control.setFocus()
            text = f"{text}\n{say_problems(fault.problems, self.form.name_of)}"
        self.banner.say(text, "danger")

    def _be_done(self) -> None:
        self._is_saving = False
        self.setEnabled(True)

    def _body(self) -> Body:
        body = self.form.body()
        body.pop("attachments", None)
        return body

    def _typed(self) -> dict[str, Any] | None:
        body, reason = self._body(), self.reason.value()
        is_typed = body != self._before or reason.strip()
        if self._visit is None or self._matter is None or not is_typed:
            return None
        return body | {
            "reason": reason,
            "rev": self._visit.rev,
            "visit": str(self._visit.uid),
            "matter": str(self._matter.uid),
        }

    def _draft_uid(self) -> UUID:
        """Return under which uid the correction is kept: one for each matter."""
        if self._matter is None:
            raise RuntimeError("nothing is being corrected")
        return self._matter.uid

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("page_body")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(24, 12, 24, 12)
        area = scrolling(body)
        inner.addWidget(self.form)
        footer = frame("footer")
        line = QHBoxLayout(footer)
        line.setContentsMargins(24, 8, 24, 10)
        line.setSpacing(12)
        line.addWidget(self.reason, 1)
        stand_beside(line, self.back_button, self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self.banner)
        column.addWidget(footer)


def draft_of(drafts: Sequence[KeptDraft], visit: Visit) -> KeptDraft | None:
    """Return the correction of a visit that was begun and not saved."""
    return next((draft for draft in drafts if draft.body.get("visit") == str(visit.uid)), None)
