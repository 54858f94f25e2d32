"""新代表、更正 — one form for both; only what was changed of a deputy is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from liaison_desktop.desk.deputy_json import DEPUTY, MANDATE, deputy_as_json, deputy_from_json
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.code_tables import CodeTables
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.deputy_checks import oddities
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.uids import new_uid
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.frames import frame, scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say, say_problems
from liaison_desktop.ui.pages.deputy_fields import DeputyFields
from liaison_desktop.ui.pages.deputy_opened import FORM
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.rows import stand_beside
from liaison_desktop.ui.texts import label

EDGE = 60
"""Pixels that stay in sight above and below what has the focus."""


class DeputyForm(QWidget):
    """`saved` carries the uid once he is in the store; `given_up` leaves what is typed a draft."""

    saved = Signal(object)
    given_up = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.title = label("", "big")
        self.fields = DeputyFields(self)
        self.reason = Field(tr("更正原因"), Line(tr("可不填；终止、暂停请写清依据")))
        self.banner = Banner()
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.save_button = Button(
            tr("保存"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.back_button = Button(tr("返回"), self.give_up, picture="arrow_left", key="Esc")
        self._seen: Deputy | None = None
        self._tables: CodeTables = {}
        self._uid = self._draft = new_uid(room.desk.now())
        self._before: dict[str, Any] = {}
        self._is_saving = False
        self._lay_out()
        self.fields.changed.connect(self.keeper.touch)
        self.reason.control.changed.connect(self.keeper.touch)
        self.keeper.failed.connect(self._refuse)

    def begin(
        self, seen: Deputy | None, tables: CodeTables, draft: KeptDraft | None = None
    ) -> None:
        """Show a deputy to be corrected, or an empty form, or what was typed of it before."""
        self._seen, self._tables = seen, tables
        self._uid = seen.uid if seen else new_uid(self.room.desk.now())
        self._draft = draft.uid if draft else self._uid
        words = tr("新代表") if seen is None else tr("更正：{name}").format(name=seen.name)
        self.title.setText(words)
        self.banner.clear()
        self.reason.setVisible(seen is not None)
        self.reason.set_value("")
        self.fields.know(tables)
        self.fields.fill(body_of(seen) if seen else {})
        self._before = self.fields.body()
        if draft is not None:
            self._resume(draft)
        self.keeper.begin(self._draft, self._typed, is_kept=draft is not None)
        self.fields.fields["name"].control.setFocus()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(then)

    def give_up(self) -> None:
        """Go back; what is typed stays as a draft, and is offered again."""
        if not self._is_saving:
            self.keeper.put_down(self._gone)

    def save(self) -> None:
        """Register the new deputy, or write what was changed."""
        if self._is_saving:
            return
        QGuiApplication.inputMethod().commit()
        if self.fields.is_composing():
            self.banner.say(tr("请先选定输入法里的字，再保存。"), "warn")
            return
        try:
            deputy = self._made()
        except NotSaved as fault:
            self._refuse(fault)
            return
        changes = self._changes(deputy)
        if self._seen is not None and not changes:
            self.banner.say(tr("没有改动。"), "warn")
            return
        self._is_saving = True
        self.setEnabled(False)
        self.keeper.rest()
        task = partial(self._write, deputy, self._seen, changes, self.reason.value())
        self.room.worker.ask(self, task, self._written, self._refuse)

    def is_changed(self) -> bool:
        """Return whether anything is typed that is not saved."""
        return self.fields.body() != self._before

    def _resume(self, draft: KeptDraft) -> None:
        self.fields.fill(draft.body)
        self.reason.set_value(draft.body.get("reason", ""))
        if self._seen is not None and draft.body.get("rev") != self._seen.rev:
            words = tr("上次改到一半以后，这位代表又被更正过；请核对后再保存。")
            self.banner.say(words, "warn")

    def _made(self) -> Deputy:
        """Return what is typed as a deputy that is not saved; NotSaved with every error."""
        desk = self.room.desk
        deputy = deputy_from_json(self.fields.body(), desk.station.uid, desk.now())
        deputy.uid = self._uid
        problems = [*deputy.problems(), *oddities(deputy, self._tables, desk.station.kind)]
        self.fields.say(problems)
        if errors := [problem for problem in problems if problem.is_error]:
            raise NotSaved(errors)
        return deputy

    def _changes(self, deputy: Deputy) -> dict[str, object]:
        seen = self._seen
        if seen is None:
            return {}
        changes: dict[str, object] = {
            attribute: getattr(deputy, attribute)
            for attribute, _ in DEPUTY.values()
            if getattr(deputy, attribute) != getattr(seen, attribute)
        }
        if list(map(_facts, deputy.mandates)) != list(map(_facts, seen.mandates)):
            changes["mandates"] = deputy.mandates
        return changes

    def _write(
        self, deputy: Deputy, seen: Deputy | None, changes: dict[str, object], reason: str
    ) -> UUID:
        deputies = self.room.desk.deputies
        if seen is None:
            return deputies.register(deputy, draft=self._draft).uid
        return deputies.correct(seen, changes, reason, draft=self._draft).uid

    def _written(self, uid: UUID) -> None:
        self._be_done()
        self.keeper.end()
        self.saved.emit(uid)

    def _gone(self) -> None:
        self.keeper.end()
        self.given_up.emit()

    def _refuse(self, fault: Fault) -> None:
        self._be_done()
        self.keeper.keep_on()
        text = say(fault)
        if isinstance(fault, NotSaved):
            field = self.fields.say(fault.problems)
            if field is not None:
                field.control.setFocus()
            text = f"{text}\n{say_problems(fault.problems, self.fields.name_of)}"
        self.banner.say(text, "danger")

    def _be_done(self) -> None:
        self._is_saving = False
        self.setEnabled(True)

    def _typed(self) -> dict[str, Any] | None:
        if not self.is_changed() and not self.reason.value().strip():
            return None
        about = {"deputy": str(self._seen.uid), "rev": self._seen.rev} if self._seen else {}
        return {"deputy": "", "reason": self.reason.value()} | self.fields.body() | about

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("page_body")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(24, 12, 24, 12)
        area = scrolling(body)
        inner.addWidget(self.title)
        inner.addWidget(self.fields)
        footer = frame("footer")
        line = QHBoxLayout(footer)
        line.setContentsMargins(24, 8, 24, 10)
        line.setSpacing(12)
        line.addWidget(self.reason, 100)
        line.addStretch(1)
        stand_beside(line, self.back_button, self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.fields.going.connect(partial(_bring_in_sight, area))
        column.addWidget(area, 1)
        column.addWidget(self.banner)
        column.addWidget(footer)


def _bring_in_sight(area: QScrollArea, widget: QWidget) -> None:
    QTimer.singleShot(0, area, partial(area.ensureWidgetVisible, widget, 0, EDGE))


def body_of(deputy: Deputy) -> dict[str, Any]:
    """Return a deputy as the form holds him; words as words, not as their values."""
    body = deputy_as_json(deputy)
    words: dict[str, Any] = {"sex": deputy.sex}
    words["mandates"] = [
        {key: _shown(getattr(mandate, attribute)) for key, (attribute, _) in MANDATE.items()}
        for mandate in deputy.mandates
    ]
    return body | words


def _shown(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _facts(mandate: Mandate) -> list[Any]:
    return [getattr(mandate, attribute) for attribute, _ in MANDATE.values()]
