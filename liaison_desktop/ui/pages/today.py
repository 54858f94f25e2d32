"""今天 — what is to be done, who waits, who is on duty, what came last, how safe it all is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.counting import counted
from liaison_desktop.desk.notices import NoticeDue
from liaison_desktop.desk.outings import ActivityDue
from liaison_desktop.desk.today import TodayFacts
from liaison_desktop.desk.work import MOST_IN_A_LIST
from liaison_desktop.model.base import Record
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.masking import mask_name
from liaison_desktop.model.plan_item import PlanDue
from liaison_desktop.model.texts import visible
from liaison_desktop.model.times import SHANGHAI, business_day
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.waiting import Waiting
from liaison_desktop.model.words import label as word
from liaison_desktop.model.work_lists import WORK_LISTS, Work
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.frames import scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.fields_draft import FieldsDraft
from liaison_desktop.ui.pages.today_queue import QueueCard
from liaison_desktop.ui.pages.today_talk import meeting_row, rows_to_do
from liaison_desktop.ui.room import Page, Room
from liaison_desktop.ui.texts import label, show_typed
from liaison_desktop.ui.theme import application, current

MINUTE_MS = 60_000
PLANNED = 5
"""Things of the year's plan on the page; one line says how many more there are."""

TALL = 600
"""Pixels of the page above which more of the latest visits are shown."""


class TodayPage(Page):
    """Reads itself anew whenever it comes in front and whenever something changed.

    `not_kept` tells that the name of who is to wait could not be kept, `facts_read` what it shows.
    """

    not_kept = Signal(object)
    facts_read = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.banner = Banner()
        self.to_do = Card(tr("今天要做的事"), "clock", "warn")
        self.queue = QueueCard(self._join, self._call, self._leave)
        self.latest = Card(tr("最近来访"), "ledger")
        self.duty = Card(tr("今天值班"), "duty")
        self.safety = Card(tr("数据安全"), "shield")
        self.back_up = Button(tr("立即备份"), self._back_up, kind="small", picture="archive")
        self._seen: object = None
        self.waiting = FieldsDraft(room, self)
        self.waiting.not_kept.connect(self.not_kept)
        self.queue.name.changed.connect(self.waiting.touch)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._ask)
        self._lay_out()
        room.ways.changed.connect(self._refresh)
        room.ways.settings_changed.connect(self._refresh)

    def begin(self) -> None:
        """Read the day; the focus goes to the first thing to do."""
        self._ask(then=self._focus_first)
        self._minute.start()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep the name of who is to wait, then go on."""
        self.waiting.put_down(then)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    @Slot()
    def _refresh(self) -> None:
        if self.isVisible():
            self._ask()

    def _ask(self, then: Callable[[], object] = lambda: None) -> None:
        self.room.worker.ask(self, self._load, partial(self._show, then), self._refuse)

    def _load(self) -> tuple[TodayFacts, list[Waiting] | None]:
        desk = self.room.desk
        has_queue = desk.settings.load().has_queue
        return desk.today_facts(), desk.queue.find() if has_queue else None

    def _show(
        self, then: Callable[[], object], loaded: tuple[TodayFacts, list[Waiting] | None]
    ) -> None:
        facts, waiting = loaded
        self.facts_read.emit(facts)
        former = self._place_of_focus()
        self.queue.setVisible(waiting is not None)
        if waiting is not None and self.waiting.act is None:
            self._keep_name()
        self.queue.show_waiting(waiting or [], self.room.desk.now())
        seen = self._seen_of(facts)
        if seen != self._seen:
            self._seen = seen
            self._show_facts(facts)
        self._give_focus_back(former)
        then()

    def _seen_of(self, facts: TodayFacts) -> object:
        """Return what is equal wherever the cards would look the same."""
        visits = [*facts.incomplete, *facts.latest]
        records: list[Record] = [*visits, *(one for visit in visits for one in visit.matters)]
        versions = [(one.uid, one.incarnation, one.rev) for one in records]
        counts = replace(facts, incomplete=(), latest=())
        return counts, versions, len(facts.latest), self._shown(), self.room.desk.today()

    def _show_facts(self, facts: TodayFacts) -> None:
        self._show_to_do(facts)
        self._show_latest(facts)
        self._show_duty(facts)
        self._show_safety(facts)

    def _show_to_do(self, facts: TodayFacts) -> None:
        card, ways = self.to_do, self.room.ways
        card.clear()
        if facts.incomplete_count:
            words = tr("{count} 次来访还有空着的栏目").format(count=counted(facts.incomplete_count))
            row = RowButton(tr("待补"), words, self._show_incomplete)
            row.add_badge(counted(facts.incomplete_count), "warn")
            card.rows.addWidget(row)
            for visit in facts.incomplete[:3]:
                card.rows.addWidget(self._visit_row(visit))
        if facts.to_sign_count:
            words = tr("{count} 件待办理，还没有站长意见").format(
                count=counted(facts.to_sign_count, MOST_IN_A_LIST)
            )
            row = RowButton(tr("待送签"), words, self._show_to_sign)
            row.add_badge(counted(facts.to_sign_count, MOST_IN_A_LIST), "warn")
            card.rows.addWidget(row)
        for count, work, level in (
            (facts.overdue_count, Work.OVERDUE, "danger"),
            (facts.due_count, Work.DUE_TODAY, "warn"),
        ):
            if count:
                said = counted(count, MOST_IN_A_LIST)
                words = tr("{count} 件事项").format(count=said)
                title = tr(WORK_LISTS[work].label)
                row = RowButton(title, words, partial(ways.to_work.emit, work))
                row.add_badge(said, level)
                card.rows.addWidget(row)
        self._show_notices(facts)
        self._show_plan(facts.plan_due)
        for row in rows_to_do(facts.talk, self.room.desk.today(), ways):
            card.rows.addWidget(row)
        if facts.unsent_count:
            row = RowButton(tr("未上报"), self._said_of_export(facts), ways.to_data.emit)
            row.add_badge(counted(facts.unsent_count), "soft")
            card.rows.addWidget(row)
        if not card.rows.count():
            card.add_words(tr("没有待办的事。来访人到站后，按 F2 登记。"), "body")

    def _show_notices(self, facts: TodayFacts) -> None:
        for due in facts.notices_due:
            self.to_do.rows.addWidget(self._notice_row(due))
        for activity in facts.activities_due:
            self.to_do.rows.addWidget(self._activity_row(activity))

    def _notice_row(self, due: NoticeDue) -> RowButton:
        is_late = due.due_on < self.room.desk.today()
        title = tr("公告已过张贴期限") if is_late else tr("公告该张贴了")
        words = tr("{held} 接待日，最迟 {due} 张贴").format(held=due.held_on, due=due.due_on)
        row = RowButton(title, words, partial(self.room.ways.to_session.emit, due.session_uid))
        row.add_badge(tr("公告"), "danger" if is_late else "warn")
        return row

    def _activity_row(self, due: ActivityDue) -> RowButton:
        is_late = due.due_on < self.room.desk.today()
        title = tr("小组活动已过通知期限") if is_late else tr("小组活动该通知了")
        words = tr("{held} {topic}，最迟 {due} 通知")
        words = words.format(held=due.held_on, topic=visible(due.topic), due=due.due_on)
        row = RowButton(title, words, partial(self.room.ways.to_activity.emit, due.uid))
        row.add_badge(tr("通知"), "danger" if is_late else "warn")
        return row

    def _show_plan(self, due: Sequence[PlanDue]) -> None:
        for planned in due[:PLANNED]:
            self.to_do.rows.addWidget(self._plan_row(planned))
        if len(due) > PLANNED:
            more = tr("年度计划还有 {count} 项要办").format(count=len(due) - PLANNED)
            further = due[PLANNED]
            row = RowButton(more, further.title, partial(self.room.ways.to_plan.emit, further.uid))
            self.to_do.rows.addWidget(row)

    def _plan_row(self, due: PlanDue) -> RowButton:
        is_late = due.due_on < self.room.desk.today()
        words = tr("应在 {day} 办") if due.times == 1 else tr("{day} 起共 {count} 次没有记为完成")
        words = words.format(day=due.due_on, count=due.times)
        row = RowButton(visible(due.title), words, partial(self.room.ways.to_plan.emit, due.uid))
        row.add_badge(tr("计划超期") if is_late else tr("计划"), "danger" if is_late else "warn")
        return row

    def _visit_row(self, visit: Visit) -> RowButton:
        first = f"{_who(visit)}　{_titles(visit)}"
        received = visit.received_at.astimezone(SHANGHAI)
        second = f"{received:%m-%d %H:%M}　{visit.number}"
        return RowButton(first, second, partial(self.room.ways.to_visit.emit, visit.number))

    def _show_latest(self, facts: TodayFacts) -> None:
        self.latest.clear()
        for visit in facts.latest[: self._shown()]:
            self.latest.rows.addWidget(self._visit_row(visit))
        if not facts.latest:
            self.latest.add_words(tr("还没有来访登记。"))

    def _shown(self) -> int:
        """Return how many visits find room without scrolling."""
        return 5 if self.height() >= current().px(TALL) else 3

    def _show_duty(self, facts: TodayFacts) -> None:
        self.duty.clear()
        for one in facts.sessions:
            title = tr("{starts} 代表接待日　{state}").format(
                starts=one.starts, state=tr(word(one.state))
            )
            who = tr("、").join(one.names)
            row = RowButton(title.strip(), who, partial(self.room.ways.to_session.emit, one.uid))
            self.duty.rows.addWidget(row)
        for meeting in facts.talk.meetings:
            self.duty.rows.addWidget(meeting_row(meeting, self.room.ways))
        said = [
            (tr("接待代表"), facts.receiving),
            (tr("工作人员"), facts.at_the_desk),
        ]
        for role, names in said:
            if names:
                self.duty.rows.addLayout(_named(role, tr("、").join(names)))
        if not facts.receiving and not facts.sessions:
            self.duty.add_words(tr("今天还没有登记接待代表。"))

    def _show_safety(self, facts: TodayFacts) -> None:
        self.safety.clear()
        level = "ok" if facts.is_backup_fresh else "warn"
        words = self.safety.add_words(self._said_of_backup(facts), level)
        words.setProperty("role", level)
        self.safety.add_words(self._said_of_export(facts))

    def _said_of_backup(self, facts: TodayFacts) -> str:
        if facts.last_backup_at is None:
            return tr("还没有备份：电脑坏了，登记就没有了。请现在备份。")
        when = self._when(facts.last_backup_at)
        if facts.is_backup_fresh:
            return tr("已保存的内容都在备份里，上次备份 {when}。").format(when=when)
        return tr("上次备份 {when}，之后的登记还不在备份里。请现在备份。").format(when=when)

    def _said_of_export(self, facts: TodayFacts) -> str:
        if facts.last_export_at is None:
            return tr("还没有上报过，未上报 {count} 条").format(count=counted(facts.unsent_count))
        days = (self.room.desk.today() - business_day(facts.last_export_at)).days
        if days == 0:
            return tr("今天上报过，未上报 {count} 条").format(count=counted(facts.unsent_count))
        words = tr("距上次上报 {days} 天（未上报 {count} 条）")
        return words.format(days=days, count=counted(facts.unsent_count))

    def _when(self, at: datetime) -> str:
        local = at.astimezone(SHANGHAI)
        is_today = business_day(at) == self.room.desk.today()
        return f"{tr('今天')} {local:%H:%M}" if is_today else f"{local:%m-%d %H:%M}"

    def _show_incomplete(self) -> None:
        self.room.ways.to_visits.emit(Chosen(ticks=frozenset({"incomplete"})))

    def _show_to_sign(self) -> None:
        self.room.ways.to_visits.emit(Chosen(ticks=frozenset({"to_sign"})))

    def _keep_name(self) -> None:
        self.waiting.begin(self.room.desk.station.uid, "waiting", {"name": self.queue.name})

    def _join(self, name: str) -> None:
        self.waiting.answer()
        self.room.worker.ask(
            self, partial(self.room.desk.queue.join, name), self._joined, self._refuse
        )

    def _joined(self, _waiting: Waiting) -> None:
        self.waiting.end()
        self.queue.joined()
        self._keep_name()
        self._ask()

    def _call(self, waiting: Waiting) -> None:
        task = partial(self.room.desk.queue.call, waiting.number)
        self.room.worker.ask(self, task, self._called, self._refuse)

    def _called(self, waiting: Waiting) -> None:
        self.room.ways.to_register.emit(waiting.name)

    def _leave(self, waiting: Waiting) -> None:
        task = partial(self.room.desk.queue.leave, waiting.number)
        self.room.worker.ask(self, task, lambda _waiting: self._ask(), self._refuse)

    def _back_up(self) -> None:
        self.back_up.setEnabled(False)
        self.banner.say(tr("正在备份……"), "ok")
        self.room.run_errand(
            self, lambda desk: desk.backups.make(), self._backed_up, self._not_backed_up
        )

    def _backed_up(self, _backup: object) -> None:
        self.back_up.setEnabled(True)
        self.banner.say(tr("已备份，并读回核对过。"), "ok")
        self.room.ways.changed.emit()

    def _not_backed_up(self, fault: Fault) -> None:
        self.back_up.setEnabled(True)
        self._refuse(fault)

    def _refuse(self, fault: Fault) -> None:
        self.waiting.refuse()
        self.banner.say(say(fault), "danger")

    def _pressables(self) -> list[QWidget]:
        cards = (self.to_do, self.queue, self.latest)
        return [row for card in cards for row in card.findChildren(RowButton) if row.isEnabled()]

    def _place_of_focus(self) -> int | None:
        focused = application().focusWidget()
        pressables = self._pressables()
        return pressables.index(focused) if focused in pressables else None

    def _give_focus_back(self, place: int | None) -> None:
        rows = self._pressables()
        if place is not None and rows:
            rows[min(place, len(rows) - 1)].setFocus()

    def _focus_first(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        focused = application().focusWidget()
        if self.isVisible() and (focused is None or not self.isAncestorOf(focused)):
            (self._pressables() or [self.back_up])[0].setFocus()

    def _lay_out(self) -> None:
        self.safety.head.addWidget(self.back_up)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self.to_do, self.queue)),
            (right, (self.safety, self.duty, self.latest)),
        ):
            column.setSpacing(14)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        body = QWidget()
        body.setObjectName("page_body")
        columns = QHBoxLayout(body)
        columns.setContentsMargins(24, 16, 24, 16)
        columns.setSpacing(18)
        self._scroll = scroll = scrolling(body)
        columns.addLayout(left, 7)
        columns.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(scroll, 1)


def _who(visit: Visit) -> str:
    """Return the first visitor, masked: the page is seen from the other side of the desk."""
    first = visit.visitors[0] if visit.visitors else None
    if first is None or first.is_anonymous:
        return tr("匿名来访人")
    return mask_name(first.name) or tr("未填姓名")


def _titles(visit: Visit) -> str:
    return tr("；").join(matter.title for matter in visit.matters if matter.withdrawn_at is None)


def _named(role: str, names: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(16, 8, 16, 4)
    row.setSpacing(12)
    row.addWidget(label(role, "muted"))
    shown = label("", wraps=True)
    show_typed(shown, names)
    row.addWidget(shown, 1)
    return row
