"""加事项 — one more matter of a visit (一事一表), kept as a draft until it is saved."""

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
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import CATEGORIES, GuidedTo, Handling
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.options import keyed, numbered
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label

FORM = "matter"


class MatterPanel(QWidget):
    """`saved` comes when the matter is in the store, `given_up` when nothing is to be done."""

    saved = Signal()
    given_up = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._visit: Visit | None = None
        self._uid: UUID | None = None
        self._is_saving = False
        self.banner = Banner()
        self.handling = Segments(keyed(Handling))
        self.fields = _build_fields(self.handling)
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.save_button = Button(
            tr("保存事项"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.back_button = Button(tr("返回"), self.give_up, picture="arrow_left", key="Esc")
        self.handling.changed.connect(self._show_handling)
        self.keeper.failed.connect(self._refuse)
        self._lay_out()
        self._show_handling()
        Chain(self.controls, self.save_button.setFocus).tie(self.controls())
        for control in self.controls():
            control.changed.connect(self.keeper.touch)

    def controls(self) -> list[Control]:
        """Return the controls in their order."""
        return [field.control for field in self.fields.values()]

    def begin(self, visit: Visit, draft: KeptDraft | None = None) -> None:
        """Wait for a title, or show what was typed before."""
        self._visit = visit
        self._uid = draft.uid if draft else new_uid(self.room.desk.now())
        self.banner.clear()
        typed = draft.body if draft else {}
        for name, field in self.fields.items():
            field.set_value(typed.get(name))
            field.say(None)
        self.keeper.begin(self._uid, self._typed, is_kept=draft is not None)
        self.controls()[0].setFocus()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(then)

    def give_up(self) -> None:
        """Go back; what was typed stays as a draft, and is offered again."""
        if not self._is_saving:
            self.keeper.put_down(partial(self._end, self.given_up.emit))

    def save(self) -> None:
        """Register the matter."""
        if self._is_saving or self._visit is None:
            return
        QGuiApplication.inputMethod().commit()
        if any(getattr(control, "preedit", "") for control in self.controls()):
            self.banner.say(tr("请先选定输入法里的字，再保存。"), "warn")
            return
        typed = {name: value for name, value in self._body().items() if value}
        if not str(typed.get("title", "")).strip():
            self.fields["title"].show_message(tr("还没有填写"), "danger")
            self.controls()[0].setFocus()
            return
        self._is_saving = True
        self.keeper.rest()
        made: Any = {"uid": self._uid, "station_uid": self.room.desk.station.uid} | typed
        task = partial(_add, self.room.desk, self._visit, Matter(**made))
        self.room.worker.ask(self, task, self._saved, self._refuse)

    def _saved(self, _nothing: None) -> None:
        self._end(self.saved.emit)

    def _end(self, then: Callable[[], object]) -> None:
        self._is_saving = False
        self.keeper.end()
        self._visit = None
        then()

    def _refuse(self, fault: Fault) -> None:
        self._is_saving = False
        self.keeper.keep_on()
        if isinstance(fault, NotSaved):
            for problem in fault.problems:
                if problem.field in self.fields:
                    self.fields[problem.field].say(problem)
        self.banner.say(say(fault), "danger")

    def _body(self) -> dict[str, object]:
        """Return what is typed, by the fields of a matter; what is hidden is not asked."""
        shown = {name: field for name, field in self.fields.items() if not field.isHidden()}
        return {name: field.value() for name, field in shown.items()}

    def _typed(self) -> dict[str, Any] | None:
        body = self._body()
        if self._visit is None or not any(body.values()):
            return None
        return body | {"visit": str(self._visit.uid)}

    def _show_handling(self) -> None:
        chosen = self.handling.value()
        self.fields["onsite_reply"].setVisible(chosen is Handling.ANSWERED_ON_SITE)
        self.fields["guided_to"].setVisible(chosen is Handling.GUIDED)

    def _lay_out(self) -> None:
        card = frame("card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 12)
        outer.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 12, 20, 12)
        column.addWidget(label(tr("加一件事项（一事一表）"), "section"))
        for name in ("title", "statement"):
            column.addWidget(self.fields[name], 1 if name == "statement" else 0)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.fields["category"], 1)
        line.addWidget(self.fields["handling"], 2)
        column.addLayout(line)
        column.addWidget(self.fields["guided_to"])
        column.addWidget(self.fields["onsite_reply"])
        column.addWidget(self.banner)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)


def _build_fields(handling: Segments) -> dict[str, Field]:
    names = {name: field.label for name, field in fields_of(Matter).items()}
    controls: dict[str, Control] = {
        "title": Line(),
        "statement": Box(tr("来访人的原话要点；回车换行，Tab 到下一项")),
        "category": Choice(numbered(CATEGORIES)),
        "handling": handling,
        "guided_to": Choice(numbered(GuidedTo)),
        "onsite_reply": Box(lines=1),
    }
    return {
        name: Field(tr(names[name]), control, required=name == "title")
        for name, control in controls.items()
    }


def _add(desk: Desk, visit: Visit, matter: Matter) -> None:
    desk.visits.add_matter(visit, matter)
    desk.drafts.drop(matter.uid)
