"""处理去向 of one opinion: what each of the four ways asks for, and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.desk.statements import Routing, title_of
from liaison_desktop.model.consultation_words import StatementRoute
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import CATEGORIES, GuidedTo
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.chain import Chain, focus
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import numbered
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.inset_form import InsetForm
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label

FORM = "opinion_route"

ASKED = {
    StatementRoute.ANSWERED: ("note", "title"),
    StatementRoute.TO_HANDLE: ("title", "category"),
    StatementRoute.GUIDED: ("guided_to", "title"),
    StatementRoute.NOTED: ("note",),
}
"""Fields of each route, in the order in which Enter goes through them."""


class RouteForm(InsetForm):
    """`routed` carries the Routing and its draft, `given_up` comes when the opinion keeps waiting.

    What is typed of each opinion is a draft of its own: it stands there again when a way is begun
    for this opinion, and goes in the act that routes it. `not_kept` tells that it was not kept.
    """

    routed = Signal(object, object)
    given_up = Signal()
    not_kept = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.route: StatementRoute | None = None
        self._opinion: Statement | None = None
        self._uid: UUID | None = None
        self._usual: Mapping[str, Any] = {}
        self._left: dict[UUID, tuple[UUID, Mapping[str, Any]]] = {}
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.keeper.failed.connect(self.not_kept)
        self.heading = label("", "strong")
        self._box = Box(lines=2)
        self.fields = {
            "note": Field(tr("答复内容"), self._box, required=True),
            "guided_to": Field(tr("引导去向"), Choice(numbered(GuidedTo)), required=True),
            "title": Field(tr("事项主题"), Line()),
            "category": Field(tr("类别（可以不选）"), Choice(numbered(CATEGORIES))),
        }
        self.save_button = Button(
            tr("就这样办"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.back_button = Button(tr("返回"), self.give_up, key="Esc")
        self._lay_out()
        self.hide()

    def know(self, drafts: Sequence[KeptDraft]) -> None:
        """Have these to offer again, each for its opinion."""
        self._left = {UUID(str(one.body["opinion"])): (one.uid, one.body) for one in drafts}

    def left_of(self, opinion: UUID) -> StatementRoute | None:
        """Return which way was begun for an opinion and not saved; None for none."""
        _uid, body = self._left.get(opinion, (None, {}))
        return StatementRoute(str(body["route"])) if body else None

    def begin(self, route: StatementRoute, opinion: Statement, answer: str) -> None:
        """Ask what a route needs; `answer` is what was answered to this opinion already."""
        self._lay_by()
        kept, typed = self._left.get(opinion.uid, (None, {}))
        self.route, self._opinion = route, opinion
        self._uid = kept or new_uid(self._room.desk.now())
        self.heading.setText(tr(word(route)))
        is_answer = route is StatementRoute.ANSWERED
        note = self.fields["note"]
        note.text = tr("答复内容") if is_answer else tr("为什么只作记录")
        note.require(True)
        note.control.say_name(note.text)
        self._usual = {"note": answer if is_answer else "", "title": title_of(opinion.content)}
        values = {**self._usual, **typed}
        for name, field in self.fields.items():
            field.setVisible(name in ASKED[route])
            field.set_value(values.get(name, "") or None)
            field.show_message("", "")
        self._box.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.keeper.begin(self._uid, self._typed, is_kept=kept is not None)
        self.keeper.touch()
        first = ASKED[route][1 if is_answer and values["note"] else 0]
        focus(self.fields[first].control)

    def save(self) -> None:
        """Hand over where it goes."""
        QGuiApplication.inputMethod().commit()
        if self.route is None:
            return
        said = {
            name: self.fields[name].value()
            for name in ASKED[self.route]
            if self.fields[name].value()
        }
        self.keeper.rest()
        self.routed.emit(Routing(self.route, **said), self._uid)

    def end(self) -> None:
        """Close: another meeting is shown."""
        self._left = {}
        self._close()

    def end_for(self, opinion: UUID) -> None:
        """Forget what was typed of an opinion, for it is routed; close where it stands here."""
        self._left.pop(opinion, None)
        if self._opinion is not None and self._opinion.uid == opinion:
            self._close()

    def refuse(self, fault: Fault) -> None:
        """Show what is missing; what is typed stays."""
        self.keeper.keep_on()
        problems = fault.problems if isinstance(fault, NotSaved) else []
        for problem in problems:
            if problem.field in self.fields:
                self.fields[problem.field].say(problem)
                focus(self.fields[problem.field].control)

    def give_up(self) -> None:
        """Let it wait; what is typed stays as a draft."""
        self._lay_by()
        self._close()
        self.given_up.emit()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        QGuiApplication.inputMethod().commit()
        self.keeper.put_down(then)

    def _lay_by(self) -> None:
        """Keep what is typed of an opinion before another form stands here."""
        if self._opinion is None or self._uid is None:
            return
        self.keeper.keep_now()
        typed = self._typed()
        if typed is None:
            self._left.pop(self._opinion.uid, None)
        else:
            self._left[self._opinion.uid] = (self._uid, typed)

    def _close(self) -> None:
        self.keeper.end()
        self.route = self._opinion = self._uid = None
        self.hide()

    def _typed(self) -> dict[str, Any] | None:
        """Return what a draft keeps, None where only what is usual stands there."""
        if self._opinion is None or self.route is None:
            return None
        said = {name: str(field.value() or "") for name, field in self.fields.items()}
        if all(value == self._usual.get(name, "") for name, value in said.items()):
            return None
        meeting, opinion = str(self._opinion.consultation_uid), str(self._opinion.uid)
        return said | {"meeting": meeting, "opinion": opinion, "route": str(self.route)}

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        for name, share in (("guided_to", 2), ("title", 4), ("category", 2)):
            line.addWidget(self.fields[name], share)
        line.addStretch(0)
        line.addWidget(self.back_button)
        line.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.fields["note"])
        column.addLayout(line)
        controls = [field.control for field in self.fields.values()]
        for control in controls:
            control.changed.connect(self.keeper.touch)
        Chain(self._order, self.save).tie(controls)

    def _order(self) -> list[Control]:
        return [self.fields[name].control for name in ASKED[self.route]] if self.route else []
