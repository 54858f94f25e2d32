"""The panels of 代表日程 that are lists with a form, each with what is its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.field_visit import FieldVisit
from liaison_desktop.model.minimums import Behind, Counted
from liaison_desktop.model.plan_dates import PlanDate
from liaison_desktop.model.plan_item import PlanItem
from liaison_desktop.model.texts import visible
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Channel
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.attachment_card import AttachmentCard
from liaison_desktop.ui.pages.roll_loading import as_read
from liaison_desktop.ui.pages.roll_panel import RollPanel
from liaison_desktop.ui.pages.roll_sheets import (
    ACTIVITIES,
    FIELD_VISITS,
    HOUSEHOLDS,
    JOURNAL,
    LEAVES,
    PLAN,
)
from liaison_desktop.ui.room import Room

MOST_BEHIND = 12
"""Deputies behind who are named at once; the badge counts them all."""


class FieldVisitsPanel(RollPanel):
    """走访, with the matters that were collected on the way."""

    def __init__(self, room: Room) -> None:
        self.collected = Card(tr("收集的意见"), "register")
        self.collect_button = Button(
            tr("登记收集的意见"), self.collect, kind="small", picture="plus"
        )
        self.collected.head.addWidget(self.collect_button)
        self.attachments = AttachmentCard(room)
        super().__init__(room, FIELD_VISITS)
        self.chosen_changed.connect(self._ask_collected)
        self.hang(self.attachments)

    def further_cards(self) -> list[Card]:
        return [self.collected, self.attachments]

    def collect(self) -> None:
        """Begin a registration of what was said at the chosen field visit."""
        if isinstance(self.chosen, FieldVisit):
            self.put_down(partial(self.room.ways.to_collect.emit, _known(self.chosen)))

    def _ask_collected(self, record: FieldVisit | None) -> None:
        self.collected.setVisible(record is not None)
        if record is not None:
            task = partial(self.room.desk.visits.find_from, record.uid)
            self.room.worker.ask(self, task, self._show_collected, self._say_nothing)

    def _show_collected(self, visits: Sequence[Visit]) -> None:
        self.collected.clear()
        for visit in visits:
            titles = tr("；").join(visible(matter.title) for matter in visit.matters)
            open_it = partial(self.room.ways.to_visit.emit, visit.number)
            self.collected.rows.addWidget(RowButton(titles, visit.number, open_it))
        if not visits:
            self.collected.add_words(tr("这次走访还没有登记意见。"))

    def _say_nothing(self, _fault: Fault) -> None:
        """Leave it to the list to say that the record was withdrawn meanwhile."""


class BehindCard(Card):
    """未达最低次数: who has done less than a minimum of the year asks, of these kinds or of all."""

    def __init__(self, kinds: Collection[Counted] = tuple(Counted)) -> None:
        super().__init__(tr("未达最低次数"), "warning", "warn")
        self._kinds = kinds

    def show_behind(self, everybody: Sequence[Behind]) -> None:
        """Fill the card; the badge counts all of them."""
        self.clear()
        found = [one for one in everybody if one.minimum.what in self._kinds]
        self.show_badge(str(len(found)) if found else "", "warn")
        for one in found[:MOST_BEHIND]:
            words = tr("{name}：{minimum}，今年 {done}，还差 {short}")
            name, minimum = visible(one.name), one.minimum.label
            told = words.format(name=name, minimum=minimum, done=one.done, short=one.short)
            self.add_words(told, "body")
        if len(found) > MOST_BEHIND:
            more = tr("还有 {count} 人次没有列出。").format(count=len(found) - MOST_BEHIND)
            self.add_words(more)
        if not found:
            self.add_words(tr("都已达到，或名册里还没有在任的代表。"))


class HouseholdsPanel(RollPanel):
    """联系户, with the field visits that went to the chosen one, and who has too few of them."""

    opening_visit = Signal(object)

    def __init__(self, room: Room) -> None:
        self.visits = Card(tr("走访"), "person")
        self.behind = BehindCard({Counted.HOUSEHOLDS, Counted.PERSON_TIMES})
        super().__init__(room, HOUSEHOLDS)
        self.chosen_changed.connect(self._ask_visits)

    def further_cards(self) -> list[Card]:
        return [self.visits, self.behind]

    def begin(self) -> None:
        super().begin()
        self.room.worker.ask(self, partial(_behind, self.room.desk), self.behind.show_behind)

    def _ask_visits(self, record: ContactHousehold | None) -> None:
        self.visits.setVisible(record is not None)
        if record is not None:
            self.room.worker.ask(
                self, partial(_visits_to, self.room.desk, record), self._show_visits
            )

    def _show_visits(self, found: Sequence[FieldVisit]) -> None:
        self.visits.clear()
        self.visits.show_badge(str(len(found)) if found else "")
        for one in found[:MOST_BEHIND]:
            first, second = FIELD_VISITS.told(one)
            open_it = partial(self.opening_visit.emit, one.uid)
            self.visits.rows.addWidget(RowButton(first, second, open_it))
        if not found:
            self.visits.add_words(tr("还没有走访过这一户；走访对象写它的名字就会记在这里。"))


class ActivitiesPanel(RollPanel):
    """小组活动, with its photos."""

    def __init__(self, room: Room) -> None:
        self.attachments = AttachmentCard(room)
        super().__init__(room, ACTIVITIES)
        self.hang(self.attachments)

    def further_cards(self) -> list[Card]:
        return [self.attachments]


class LeavesPanel(RollPanel):
    """请假."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, LEAVES)


class PlanPanel(RollPanel):
    """年度计划, with the days of the chosen thing in this year."""

    def __init__(self, room: Room) -> None:
        self.days = Card(tr("今年应办"), "check_circle")
        self._leads_to_days = False
        super().__init__(room, PLAN)
        self.chosen_changed.connect(self._ask_days)

    def further_cards(self) -> list[Card]:
        return [self.days]

    def open(self, uid: UUID) -> None:
        """Show one thing, with the keys at the first of its days that is not done."""
        self._leads_to_days = True
        super().open(uid)

    def finish(self, due_on: date) -> None:
        """Strike one day of the chosen thing off, as done today."""
        if isinstance(self.chosen, PlanItem):
            task = partial(self.room.desk.schedule.plan_items.finish, self.chosen, due_on)
            self.room.worker.ask(self, task, partial(self._finished, due_on), self._refuse)

    def _finished(self, due_on: date, item: PlanItem) -> None:
        self.keeper.put_down(partial(self._show_finished, due_on, item))

    def _show_finished(self, due_on: date, item: PlanItem) -> None:
        self._leads_to_days = True
        self._choose(item, None)
        words = tr("{title}：{day} 已记为完成。")
        self.banner.say(words.format(title=visible(item.title), day=due_on), "ok")
        self._changed()

    def _ask_days(self, item: PlanItem | None) -> None:
        self.days.setVisible(item is not None)
        if item is not None:
            dates = self.room.desk.schedule.plan_items.dates_about
            task = partial(dates, item, self.room.desk.today())
            self.room.worker.ask(self, task, self._show_days)

    def _show_days(self, days: Sequence[PlanDate]) -> None:
        self.days.clear()
        today, open_rows = self.room.desk.today(), list[RowButton]()
        for one in days:
            why = one.shifted_because and tr(one.shifted_because)
            facts = [str(one.due_on), why, tr("待公布") if one.is_tentative else ""]
            words = "　".join(fact for fact in facts if fact)
            finish = partial(self.finish, one.due_on)
            row = RowButton(words, tr("按回车记为完成") if not one.is_done else "", finish)
            row.setEnabled(not one.is_done and self._may())
            if row.isEnabled():
                open_rows.append(row)
            if one.is_done:
                row.add_badge(tr("已完成"), "ok")
            elif one.due_on <= today:
                row.add_badge(tr("未完成"), "warn")
            self.days.rows.addWidget(row)
        if not days:
            self.days.add_words(tr("今年没有应办的日子。"))
        if self._leads_to_days and open_rows:
            open_rows[0].setFocus()
        self._leads_to_days = False


class JournalPanel(RollPanel):
    """履职纪实, with who is behind a minimum of the year."""

    def __init__(self, room: Room) -> None:
        self.behind = BehindCard()
        super().__init__(room, JOURNAL)

    def further_cards(self) -> list[Card]:
        return [self.behind]

    def begin(self) -> None:
        super().begin()
        self.room.worker.ask(self, partial(_behind, self.room.desk), self.behind.show_behind)


def _behind(desk: Desk) -> list[Behind]:
    return desk.schedule.behind(desk.today())


def _visits_to(desk: Desk, record: ContactHousehold) -> list[FieldVisit]:
    """Return the field visits to a contact household, the latest first."""
    found = desk.schedule.field_visits.find(FieldVisit.household_uid == record.uid)
    found = [as_read(desk, one) for one in found]
    return sorted(found, key=lambda one: one.visited_on, reverse=True)


def _known(visit: FieldVisit) -> dict[str, Any]:
    """Return what the form of a registration can take over from a field visit."""
    return {
        "source": str(visit.uid),
        "channel": Channel.FIELD_VISIT,
        "received_at": f"{visit.visited_on} {visit.starts or '09:00'}",
        "place": visit.place,
        "receivers": tr("、").join(deputy.name for deputy in visit.deputies),
    }
