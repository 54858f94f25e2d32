"""意见去向 — every opinion and suggestion of a meeting, and where each goes, by one key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.desk.meeting import Meeting
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.consultation_words import StatementRoute
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.options import keyed
from liaison_desktop.ui.pages.meeting_widget import MeetingWidget
from liaison_desktop.ui.pages.picking_list import PickingList
from liaison_desktop.ui.pages.route_form import FORM, RouteForm
from liaison_desktop.ui.pages.statement_rows import Said, said, short
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label

ROUTES = dict(zip("1234", StatementRoute, strict=True))


@dataclass(frozen=True)
class OpenedRoutes:
    """A meeting, the numbers of the matters that its opinions became, and what was typed."""

    meeting: Meeting
    numbers: Mapping[UUID, str]
    drafts: Sequence[KeptDraft]


def load_routes(desk: Desk, uid: UUID) -> OpenedRoutes:
    """Return the opinions of a meeting with where they went."""
    numbers = {
        matter.uid: matter.number
        for visit in desk.visits.find_from(uid)
        for matter in visit.matters
        if matter.withdrawn_at is None
    }
    drafts = [one for one in desk.drafts.find(FORM) if one.body.get("meeting") == str(uid)]
    return OpenedRoutes(desk.talk.meetings.meeting(uid), numbers, drafts)


class RouteList(PickingList):
    """`routing` carries an opinion and the way that a digit chose, `opened` one of a row's."""

    routing = Signal(object, object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(ROUTES)
        self.said, self.asked = self.routing, self.opened
        self.setAccessibleName(tr("意见和建议"))
        self.setAccessibleDescription(
            tr("1 当场答复，2 转意见办理，3 引导告知，4 仅作记录，回车看事项。")
        )


class OpinionRoutes(MeetingWidget):
    """`changed` comes with every route, `not_kept` tells that a draft could not be kept."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._opened: OpenedRoutes | None = None
        self._done: list[Statement] = []
        self._asked: UUID | None = None
        self.card = Card(tr("意见去向"), "next")
        self.list = RouteList()
        self.form = RouteForm(room)
        self.banner = Banner()
        self.told = label("", "muted", wraps=True)
        self.buttons = {
            route: Button(f"{key} {name}", partial(self.choose, route), kind="small")
            for key, name, route in keyed(StatementRoute)
        }
        self.undo_button = Button(tr("撤销"), self.undo, kind="small", picture="undo", key="Ctrl+Z")
        self._lay_out()
        self.list.routing.connect(self._begin)
        self.list.opened.connect(self._open_matter)
        self.form.routed.connect(self._route)
        self.form.given_up.connect(self.list.setFocus)
        self.form.not_kept.connect(self.not_kept)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+Z"), self, self.undo, context=inside)

    def open(self, uid: UUID) -> None:
        """Read a meeting anew and show where its opinions went."""
        if uid != self._uid:
            self._uid, self._opened, self._done = uid, None, []
            self.form.end()
            self.banner.clear()
        task = partial(load_routes, self.room.desk, uid)
        self.room.worker.ask(self, task, self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.form.put_down(then)

    def choose(self, route: StatementRoute) -> None:
        """Begin a route for the opinion that is chosen."""
        row = self.list.chosen()
        if row is not None:
            self._begin(row.uid, route)

    def undo(self) -> None:
        """Take back the route given last; the matter made by it goes with it."""
        if self._done:
            task = partial(self.room.desk.talk.undo, [self._done.pop()])
            self.room.worker.ask(self, task, self._undone, self._refuse)

    def _show(self, opened: OpenedRoutes) -> None:
        if opened.meeting.consultation.uid != self._uid:
            return
        is_first, self._opened = self._opened is None, opened
        opinions = opened.meeting.opinions
        chosen = self.list.chosen()
        self.list.statements.show_rows([self._row(one) for one in opinions])
        waiting = [one.uid for one in opinions if one.lacks_route]
        self._say_how_many(len(opinions), len(waiting))
        if chosen is not None and not is_first:
            self.list.choose(chosen.uid)
        elif opinions:
            self.list.choose(waiting[0] if waiting else opinions[0].uid)
        may = self._may()
        for button in (*self.buttons.values(), self.undo_button):
            button.setEnabled(may)
        if is_first and self.isVisible():
            self.list.setFocus()
        if is_first:
            self._take_up(opened)

    def _take_up(self, opened: OpenedRoutes) -> None:
        """Go on with the way that was being typed last."""
        self.form.know(opened.drafts)
        waiting = {one.uid for one in opened.meeting.opinions if one.lacks_route}
        for draft in opened.drafts:
            opinion = UUID(str(draft.body["opinion"]))
            route = self.form.left_of(opinion)
            if opinion in waiting and route is not None:
                self._begin(opinion, route)
                self.banner.say(tr("上次没有办完的去向还在下面。"), "warn")
                return

    def _say_how_many(self, count: int, waiting: int) -> None:
        if not count:
            self.card.show_badge("")
            self.told.setText(tr("这次会上还没有记下意见和建议。"))
        elif waiting:
            self.card.show_badge(tr("还有 {count} 条没有去向").format(count=waiting), "danger")
            self.told.setText(tr("共 {count} 条；选一条，按 1 至 4。").format(count=count))
        else:
            self.card.show_badge(tr("都有去向"), "ok")
            self.told.setText(tr("共 {count} 条，都有去向。").format(count=count))

    def _row(self, one: Statement) -> Said:
        row = said(one)
        if one.route is None:
            return replace(row, end=tr("还没有去向"), is_late=True)
        facts = [tr(word(one.guided_to)) if one.guided_to else "", one.route_note.strip()]
        if self._is_void(one):
            return replace(row, end=tr("事项已撤回，另定去向"), is_late=True)
        number = self._number_of(one)
        facts.insert(0, tr("事项 {number}").format(number=number) if number else "")
        led_to = "　".join(short(fact, 60) for fact in facts if fact)
        return replace(row, end=tr(word(one.route)), led_to=led_to)

    def _begin(self, uid: UUID, route: StatementRoute) -> None:
        one = self._opinion(uid)
        if one is None or not self._may():
            return
        if one.route is not None and not self._is_void(one):
            words = tr("这一条已有去向：{route}。要改，先撤销。")
            self.banner.say(words.format(route=tr(word(one.route))), "warn")
            return
        self._asked = uid
        self.banner.clear()
        self.list.choose(uid)
        self.form.begin(route, one, self._answer_to(uid))

    def _answer_to(self, uid: UUID) -> str:
        statements = self._opened.meeting.statements if self._opened else []
        return "\n".join(one.content for one in statements if one.answers_uid == uid)[:500]

    def _route(self, routing: Routing, draft: UUID) -> None:
        one = self._opinion(self._asked)
        if one is not None:
            task = partial(self.room.desk.talk.statements.route, one, routing, draft)
            self.room.worker.ask(self, task, self._routed, self._refuse)

    def _routed(self, one: Statement) -> None:
        self._done.append(one)
        self.form.end_for(one.uid)
        self.list.setFocus()
        following = self._next_after(one.uid)
        if following is not None:
            self.list.choose(following)
        self._tell_all()

    def _undone(self, _count: object) -> None:
        self.banner.say(tr("已撤销最后一次去向。"), "ok")
        self._tell_all()

    def _next_after(self, uid: UUID) -> UUID | None:
        """Return the next opinion that waits, after this one or from the beginning."""
        opinions: Sequence[Statement] = self._opened.meeting.opinions if self._opened else []
        place = next((n for n, one in enumerate(opinions) if one.uid == uid), 0)
        turned = [*opinions[place + 1 :], *opinions[:place]]
        return next((one.uid for one in turned if one.lacks_route), None)

    def _open_matter(self, uid: UUID) -> None:
        one = self._opinion(uid)
        number = self._number_of(one) if one else ""
        if number:
            self.room.ways.to_matter.emit(number)

    def _number_of(self, one: Statement) -> str:
        """Return the number of the matter that an opinion became, or ""."""
        if self._opened is None or one.matter_uid is None:
            return ""
        return self._opened.numbers.get(one.matter_uid, "")

    def _is_void(self, one: Statement) -> bool:
        """Return whether the matter that an opinion became was withdrawn since."""
        numbers = self._opened.numbers if self._opened else {}
        return one.matter_uid is not None and one.matter_uid not in numbers

    def _opinion(self, uid: UUID | None) -> Statement | None:
        opinions = self._opened.meeting.opinions if self._opened else []
        return next((one for one in opinions if one.uid == uid), None)

    def _may(self) -> bool:
        desk = self.room.desk
        state = self._opened.meeting.consultation.state if self._opened else State.CANCELLED
        is_open = state is not State.CANCELLED
        may = authorize(desk.user.roles_on(desk.today()), Action.KEEP_CONSULTATION)
        return may and is_open

    def _refuse(self, fault: Fault) -> None:
        self.form.refuse(fault)
        self.banner.say(say(fault), "danger")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.told, 1)
        for button in (*self.buttons.values(), self.undo_button):
            row.addWidget(button)
        inset = QVBoxLayout()
        inset.setContentsMargins(10, 0, 10, 4)
        inset.addWidget(self.form)
        self.card.rows.addLayout(row)
        self.card.rows.addWidget(self.list, 1)
        self.card.rows.addLayout(inset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.banner)
        column.addWidget(self.card, 1)
