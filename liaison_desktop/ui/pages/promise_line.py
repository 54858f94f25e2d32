"""承诺事项 in one line: what was promised, by which unit and whom, until when; all may be open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.unit import Unit
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.inset_form import InsetForm
from liaison_desktop.ui.pages.matter_words import day_typed
from liaison_desktop.ui.pages.receiver_names import ReceiverNames
from liaison_desktop.ui.room import Room

FORM = "commitment"


def drafts_in(desk: Desk, meeting: UUID, part: str = "") -> list[KeptDraft]:
    """Return what was typed of promises of a meeting in a part, the latest first."""
    return [
        one
        for one in desk.drafts.find(FORM)
        if one.body.get("meeting") == str(meeting) and one.body.get("part", "") == part
    ]


class PromiseLine(InsetForm):
    """`made` carries a promise to be kept, `given_up` comes when nothing is to be promised.

    Its draft goes when the promise is in the store; it says in which part it was typed.
    """

    made = Signal(object)
    given_up = Signal()
    not_kept = Signal(object)

    def __init__(self, room: Room, page: QWidget, part: str = "") -> None:
        super().__init__()
        self._room, self._part = room, part
        self._meeting: UUID | None = None
        self._uid: UUID | None = None
        self._links: dict[str, Any] = {}
        self._units: Sequence[Unit] = ()
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.keeper.failed.connect(self.not_kept)
        self.fields = {
            "content": Field(tr("承诺内容"), Line(tr("原话或概括")), required=True),
            "unit_name": Field(tr("责任单位"), Line(tr("可以不填"))),
            "person": Field(tr("责任人"), Line(tr("可以不填"))),
            "due_on": Field(tr("完成时限"), Line(tr("如 12-5"))),
        }
        unit = self.fields["unit_name"].control
        assert isinstance(unit, Line)  # noqa: S101  # as made above
        self._unit_names = ReceiverNames(unit, page)
        self.save_button = Button(tr("记下承诺"), self.save, kind="small", picture="save")
        self.back_button = Button(tr("不记了"), self.give_up, kind="small", key="Esc")
        self._lay_out()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a promise is being typed."""
        return self._uid is not None

    def know(self, units: Sequence[Unit]) -> None:
        """Offer these units from now on."""
        self._units = units
        self._unit_names.know([unit.name for unit in units])

    def begin(
        self,
        meeting: UUID,
        content: str = "",
        links: Mapping[str, Any] | None = None,
        draft: tuple[UUID, Mapping[str, Any]] | None = None,
    ) -> None:
        """Ask for a promise; `links` say in which answer it was given, and who asked for it."""
        self._meeting, self._links = meeting, dict(links or {})
        self._uid = draft[0] if draft else new_uid(self._room.desk.now())
        typed = dict(draft[1]) if draft else {"content": content}
        for name, field in self.fields.items():
            field.show_message("", "")
            field.set_value(typed.get(name, ""))
        for name in ("answer_uid", "raised_uid", "raised_by"):
            if typed.get(name):
                value = str(typed[name])
                self._links[name] = value if name == "raised_by" else UUID(value)
        self.show()
        self.keeper.begin(self._uid, self._typed, is_kept=draft is not None)
        self.keeper.touch()
        self.fields["unit_name" if typed.get("content") else "content"].control.setFocus()

    def save(self) -> None:
        """Hand the promise over; without a unit or a day it is kept as it was said."""
        QGuiApplication.inputMethod().commit()
        if self._uid is None or self._meeting is None:
            return
        values = {name: field.value().strip() for name, field in self.fields.items()}
        if not values["content"]:
            self.fields["content"].show_message(tr("请填写"), "danger")
            self.fields["content"].control.setFocus()
            return
        try:
            today = self._room.desk.today()
            values["due_on"] = day_typed(values["due_on"], today, is_coming=True)
        except ValueError:
            self.fields["due_on"].show_message(tr("如 2026-12-05"), "danger")
            self.fields["due_on"].control.setFocus()
            return
        units = [unit.uid for unit in self._units if unit.name == values["unit_name"]]
        self.keeper.rest()
        self.made.emit(
            Commitment(
                uid=self._uid,
                station_uid=self._room.desk.station.uid,
                consultation_uid=self._meeting,
                unit_uid=units[0] if len(units) == 1 else None,
                **(values | self._links),
            )
        )

    def end(self) -> None:
        """Close: the promise is in the store, or given up."""
        self.keeper.end()
        self._uid = None
        self.hide()

    def refuse(self, fault: Fault) -> None:
        """Show what is wrong; what is typed stays."""
        self.keeper.keep_on()
        for problem in fault.problems if isinstance(fault, NotSaved) else ():
            if problem.field in self.fields:
                self.fields[problem.field].say(problem)

    def give_up(self) -> None:
        """Promise nothing; what was typed is dropped with it."""
        if self._uid is not None:
            uid = self._uid
            self.end()
            drafts = self._room.desk.drafts
            self._room.worker.ask(self, lambda: drafts.drop(uid), lambda _none: None)
            self.given_up.emit()

    def put_down(self, then: Any) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(then)

    def _typed(self) -> dict[str, Any] | None:
        if self._meeting is None or self._uid is None:
            return None
        values = {name: field.value() for name, field in self.fields.items()}
        if not any(values.values()):
            return None
        links = {name: str(value) for name, value in self._links.items() if value}
        return values | links | {"meeting": str(self._meeting), "part": self._part}

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        for field, share in zip(self.fields.values(), (5, 3, 2, 2), strict=True):
            line.addWidget(field, share)
            field.control.changed.connect(self.keeper.touch)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 10)
        column.addLayout(line)
        column.addLayout(buttons)
        controls = [field.control for field in self.fields.values()]
        Chain(lambda: controls, self.save).tie(controls)
