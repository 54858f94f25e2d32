"""处理去向 of one opinion: what each of the four ways asks for, and no more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.statements import Routing, title_of
from liaison_desktop.model.consultation_words import StatementRoute
from liaison_desktop.model.faults import Fault, NotSaved
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
from liaison_desktop.ui.pages.inset_form import InsetForm
from liaison_desktop.ui.texts import label

ASKED = {
    StatementRoute.ANSWERED: ("note", "title"),
    StatementRoute.TO_HANDLE: ("title", "category"),
    StatementRoute.GUIDED: ("guided_to", "title"),
    StatementRoute.NOTED: ("note",),
}
"""Fields of each route, in the order in which Enter goes through them."""


class RouteForm(InsetForm):
    """`routed` carries the Routing, `given_up` comes when the opinion keeps waiting."""

    routed = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.route: StatementRoute | None = None
        self.heading = label("", "strong")
        self.fields = {
            "note": Field(tr("答复内容"), Box(lines=2), required=True),
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

    def begin(self, route: StatementRoute, content: str, answer: str) -> None:
        """Ask what a route needs; `answer` is what was answered to this opinion already."""
        self.route = route
        self.heading.setText(tr(word(route)))
        is_answer = route is StatementRoute.ANSWERED
        note = self.fields["note"]
        note.text = tr("答复内容") if is_answer else tr("为什么只作记录")
        note.require(True)
        note.control.say_name(note.text)
        values = {"note": answer if is_answer else "", "title": title_of(content)}
        for name, field in self.fields.items():
            field.setVisible(name in ASKED[route])
            field.set_value(values.get(name, "") or None)
            field.show_message("", "")
        self.show()
        first = ASKED[route][1 if is_answer and answer else 0]
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
        self.routed.emit(Routing(self.route, **said))

    def refuse(self, fault: Fault) -> None:
        """Show what is missing."""
        problems = fault.problems if isinstance(fault, NotSaved) else []
        for problem in problems:
            if problem.field in self.fields:
                self.fields[problem.field].say(problem)
                focus(self.fields[problem.field].control)

    def give_up(self) -> None:
        """Let it wait."""
        self.route = None
        self.hide()
        self.given_up.emit()

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
        Chain(self._order, self.save).tie(controls)

    def _order(self) -> list[Control]:
        return [self.fields[name].control for name in ASKED[self.route]] if self.route else []
