"""The form on the page: a scrolled body, and a footer that always shows the way to save."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.people import Known
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.chain import Chain, focus
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.frames import Area, frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.field_checks import FieldChecks
from liaison_desktop.ui.pages.intake_form import IntakeForm
from liaison_desktop.ui.pages.key_card import KeyCard
from liaison_desktop.ui.pages.known_people import KnownPeople, visits_of
from liaison_desktop.ui.pages.receiver_names import ReceiverNames
from liaison_desktop.ui.pages.same_person import SamePersonPanel
from liaison_desktop.ui.pages.visitor_fields import VisitorFields
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.suggestions import Suggestions
from liaison_desktop.ui.texts import Elided
from liaison_desktop.ui.theme import application, current
from liaison_desktop.ui.worker import Worker

_ROOMY_WIDTH, _ROOMY_HEIGHT = 1080, 590


class IntakeView(QWidget):
    """Form, banner, footer; and what helps while typing: known people, roster, checks."""

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        save: Callable[[], object],
        save_and_print: Callable[[], object],
        fold_more: Callable[[], object],
        read_back: Callable[[], object],
    ) -> None:
        super().__init__()
        self._desk, self._worker = desk, worker
        self.form = IntakeForm()
        self.banner = Banner()
        self.draft_note = Elided("muted")
        self.save = Button(tr("保存"), save, kind="primary", picture="save", key=tr("Ctrl+回车"))
        self.print = Button(tr("保存并打印"), save_and_print, picture="printer", key="Ctrl+P")
        self.more = Button(tr("更多"), fold_more, kind="small", picture="more", key="F3")
        self.read_back = Button(tr("请您核对"), read_back, kind="small", picture="eye", key="F7")
        self.add = Button(tr("再加一位"), self.add_visitor, kind="small", picture="plus", key="F6")
        self._scroll = Area()
        self._side = QVBoxLayout()
        self._keys: KeyCard | None = None
        self._lay_out()
        self.checks = FieldChecks(worker, desk.papers, self)
        self.chain = Chain(self.form.order, self.save.setFocus)
        self.roster = ReceiverNames(self.form.receivers_line, self)
        self._watch()
        application().focusChanged.connect(self._keep_in_sight)

    def give_focus(self) -> None:
        """Go on where the typing stopped, or else with the first visitor's name."""
        within = [control for control in self.form.order() if control is self.focusWidget()]
        focus(within[0] if within else self.form.visitors[0].name)

    def begin(self) -> None:
        """Wait for the first visitor's name."""
        self.banner.clear()
        self.draft_note.show_text("")
        self._scroll.verticalScrollBar().setValue(0)
        focus(self.form.visitors[0].name)
        self._worker.ask(self, self._desk.deputies.find, self._know_roster)

    def add_visitor(self) -> None:
        """Make room for one more visitor, and wait for his name."""
        focus(self.form.add_visitor().name)

    def go_to(self, field: Field | None) -> None:
        """Put the focus on a field, folding 更多 out where it lies there."""
        if field is not None:
            if not field.isVisible():
                self.form.show_more(True)
            focus(field.control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= current().px(_ROOMY_WIDTH)
        if is_wide and self._keys is None:
            self._keys = KeyCard()
            self._side.insertWidget(0, self._keys)
        if self._keys is not None:
            self._keys.setVisible(is_wide)
        self.form.show_headings(self.height() >= current().px(_ROOMY_HEIGHT))

    def _watch(self) -> None:
        for path, field in self.form.own_fields():
            self.checks.watch(path, field)
        self.chain.tie(self.form.own_controls())
        for visitor in self.form.visitors:
            self._watch_visitor(visitor)
        self.form.visitor_added.connect(self._watch_visitor)

    def _watch_visitor(self, visitor: VisitorFields) -> None:
        for name, field in visitor.fields.items():
            self.checks.watch(f"visitors.0.{name}", field)
        self.chain.tie(visitor.controls())
        suggestions = Suggestions(visitor.name, self, tr("已知来访人"))
        known = KnownPeople(self._worker, self._desk.people, suggestions)
        visitor.typing_name.connect(partial(self._look_for, visitor, known))
        suggestions.picked.connect(partial(self._take, visitor, known))
        visitor.destroyed.connect(suggestions.deleteLater)
        SamePersonPanel(self._worker, self._desk.same_people, visitor)
        _order_tabs(self.form.order())

    def _look_for(self, visitor: VisitorFields, known: KnownPeople, text: str) -> None:
        if visitor.name.hasFocus() and visitor.person_uid is None:
            known.look_for(text)

    def _take(self, visitor: VisitorFields, known: KnownPeople, picked: Known) -> None:
        """Fill in a known person and go on to the first thing not known."""
        visitor.take(picked.person)
        words = tr("{visits}。资料已填好，请与来访人核对。")
        self.banner.say(words.format(visits=visits_of(picked) or tr("名册里的人")), "ok")
        known.stop()
        order = self.form.order()
        after = order[order.index(visitor.name) + 1 :]
        unknown = [c for c in after if c.isVisible() and c.isEnabled() and not c.value()]
        focus((unknown or [visitor.name])[0])

    def _know_roster(self, deputies: list[Deputy]) -> None:
        self.roster.know([deputy.name for deputy in deputies])

    def _keep_in_sight(self, _former: QWidget | None, widget: QWidget | None) -> None:
        """Scroll to what has the focus, once what was just folded out has found its place."""
        if widget is not None and self.form.isAncestorOf(widget):
            QTimer.singleShot(0, self._scroll_to_focus)

    @Slot()
    def _scroll_to_focus(self) -> None:
        widget = self.form.focusWidget() if isValid(self.form) else None
        if widget is not None:
            self._scroll.ensureWidgetVisible(widget, 0, current().px(40))

    def _lay_out(self) -> None:
        body = frame("page_body")
        row = QHBoxLayout(body)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(16)
        self._scroll.setObjectName("page_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(body)  # while it is empty, as `frames.scrolling` has it
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        row.addWidget(self.form, 1)
        self._side.addStretch(1)
        row.addLayout(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(24, 0, 24, 0)
        top.addWidget(self.banner)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._footer())

    def _footer(self) -> QFrame:
        footer = frame("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 9, 24, 9)
        row.setSpacing(12)
        row.addWidget(self.draft_note, 1)
        for button in (self.add, self.more, self.read_back, self.print, self.save):
            row.addWidget(button)
        return footer


def _order_tabs(controls: list[Control]) -> None:
    """Let Tab take the order that Enter takes, whenever a control was made."""
    stops = [stop for control in controls for stop in _stops(control)]
    for former, following in pairwise(stops):
        QWidget.setTabOrder(former, following)


def _stops(control: Control) -> list[QWidget]:
    return list(control.buttons) if isinstance(control, Segments) else [control]
