"""What the plain records ask, one sheet a kind; list, form and draft follow it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.notices import SOON
from liaison_desktop.desk.roll import Roll
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Part, Record
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.field_visit import VISIT_WAYS, FieldVisit, VisitingDeputy
from liaison_desktop.model.group_activity import Attendance, GroupActivity
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.plan_item import PlanItem
from liaison_desktop.model.schedule_words import ActivityState, NoticeKind
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr


@dataclass(frozen=True)
class Names:
    """The part of a record that names people: its attribute and class, and if presence is said."""

    attribute: str
    part: type[Part]
    has_presence: bool = False


@dataclass(frozen=True)
class Sheet:
    """One kind: its fields in order, what begins a new one, and how one stands in the list.

    `form` is the name of its drafts and of its table. `told` gives (first line, second line) of a
    row; `day` orders the list, the latest first.
    """

    form: str
    title: Callable[[], str]
    new: Callable[[], str]
    picture: str
    root: type[Record]
    roll: Callable[[Desk], Roll[Any]]
    fields: tuple[str, ...]
    required: tuple[str, ...]
    told: Callable[[Any], tuple[str, str]]
    day: Callable[[Any], date | None]
    badge: Callable[[Any, date], tuple[str, str]] = lambda _one, _today: ("", "")
    """What a row is marked with on a day, and its colour; nothing for most."""
    names: Names | None = None
    has_paper: bool = True
    action: Action = Action.KEEP_SCHEDULE
    """What its user must be allowed."""
    abreast: int = 3
    """Short fields that stand side by side."""
    wide: frozenset[str] = frozenset()
    """Fields that take a whole line."""
    coming: frozenset[str] = frozenset()
    """Days that lie ahead: without a year the next such day is meant."""
    words: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)
    """Words of a field, where they are not those of its list everywhere."""
    usual: Mapping[str, Any] = field(default_factory=dict)
    """What stands in a new one; `today` stands for the day."""


def _joined(*facts: object) -> str:
    return visible("　".join(str(fact) for fact in facts if fact))


def _names_of(parts: list[Any]) -> str:
    return tr("、").join(part.name for part in parts)


def _field_visit(one: FieldVisit) -> tuple[str, str]:
    where = one.place or one.visited_name
    return _joined(one.visited_on, where), _joined(
        _names_of(one.deputies), one.visited_name if one.place else "", tr(word(one.state))
    )


def _household(one: ContactHousehold) -> tuple[str, str]:
    kind = tr(word(one.household_kind))
    return _joined(one.name), _joined(one.deputy_name, kind, one.village, one.phone)


def _activity(one: GroupActivity) -> tuple[str, str]:
    last = ""
    if one.waits_for_notice and one.notice_by:
        last = tr("最迟 {day} 通知").format(day=one.notice_by)
    return _joined(one.held_on, one.topic), _joined(
        last, one.group_name, one.convener, one.place, tr(word(one.state))
    )


def _activity_notice(one: GroupActivity, today: date) -> tuple[str, str]:
    """Say that a notice is due, late or was late; SOON before its last day it is asked for."""
    if one.is_late:
        return tr("通知迟发"), "warn"
    if one.lacks_notice(today):
        return tr("通知逾期"), "danger"
    due = one.notice_by
    is_due = one.waits_for_notice and due is not None and due <= today + timedelta(days=SOON)
    return (tr("该通知了"), "warn") if is_due else ("", "")


def _leave(one: Leave) -> tuple[str, str]:
    span = f"{one.first_on} – {one.last_on}" if one.last_on != one.first_on else one.first_on
    approved = tr("已批准") if one.is_approved else tr("未批准")
    return _joined(one.deputy_name, span), _joined(one.activity, one.reason, approved)


def _duty(one: DutyEntry) -> tuple[str, str]:
    place = one.place if one.place != one.title else ""
    return _joined(one.done_on, one.deputy_name), _joined(tr(word(one.kind)), one.title, place)


def _plan(one: PlanItem) -> tuple[str, str]:
    return _joined(one.title), _joined(tr(word(one.rhythm)), one.starts_on, one.responsible)


def _notice(one: Notice) -> tuple[str, str]:
    posted = tr("{day} 张贴").format(day=one.posted_on) if one.posted_on else tr("还没有张贴")
    late = tr("迟于期限 {due}").format(due=one.due_on) if one.is_late else ""
    is_altered = one.kind is NoticeKind.CHANGE and not one.tells_of_move
    kind = tr("变更公告") if is_altered else tr(word(one.kind))
    return _joined(kind, one.doc_number), _joined(late, posted, one.posted_place)


FIELD_VISITS = Sheet(
    "field_visit",
    lambda: tr("走访"),
    lambda: tr("安排走访"),
    "person",
    FieldVisit,
    lambda desk: desk.schedule.field_visits,
    (
        "visited_on",
        "starts",
        "ends",
        "way",
        "deputies",
        "place",
        "visited_name",
        "household_kind",
        "headcount",
        "state",
        "situation",
        "opinions",
        "on_site",
    ),
    ("visited_on", "deputies"),
    _field_visit,
    lambda one: one.visited_on,
    names=Names("deputies", VisitingDeputy),
    words={"way": VISIT_WAYS},
    usual={"visited_on": "today", "headcount": "1", "state": ActivityState.PLANNED},
)

HOUSEHOLDS = Sheet(
    "contact_household",
    lambda: tr("联系户"),
    lambda: tr("新联系户"),
    "home",
    ContactHousehold,
    lambda desk: desk.schedule.households,
    (
        "name",
        "deputy_name",
        "household_kind",
        "phone",
        "village",
        "address",
        "since",
        "until",
        "remark",
    ),
    ("name", "deputy_name"),
    _household,
    lambda one: one.since,
    has_paper=False,
)

ACTIVITIES = Sheet(
    "group_activity",
    lambda: tr("代表小组活动"),
    lambda: tr("安排活动"),
    "users",
    GroupActivity,
    lambda desk: desk.schedule.activities,
    (
        "held_on",
        "starts",
        "ends",
        "topic",
        "group_name",
        "convener",
        "place",
        "duty_kind",
        "announced_on",
        "state",
        "attendances",
        "content",
        "outcome",
    ),
    ("held_on", "topic"),
    _activity,
    lambda one: one.held_on,
    _activity_notice,
    names=Names("attendances", Attendance, has_presence=True),
    usual={"held_on": "today", "state": ActivityState.PLANNED},
)

LEAVES = Sheet(
    "leave",
    lambda: tr("请假"),
    lambda: tr("登记请假"),
    "clock",
    Leave,
    lambda desk: desk.schedule.leaves,
    (
        "deputy_name",
        "activity",
        "first_on",
        "last_on",
        "asked_on",
        "approved_by",
        "approved_on",
        "reason",
    ),
    ("deputy_name", "first_on", "last_on"),
    _leave,
    lambda one: one.first_on,
    usual={"asked_on": "today"},
)

JOURNAL = Sheet(
    "duty_entry",
    lambda: tr("履职纪实"),
    lambda: tr("登记履职"),
    "duty",
    DutyEntry,
    lambda desk: desk.schedule.journal,
    ("deputy_name", "kind", "done_on", "half_days", "title", "place", "work", "outcome"),
    ("deputy_name", "kind", "done_on"),
    _duty,
    lambda one: one.done_on,
    has_paper=False,
    usual={"done_on": "today", "half_days": "1"},
)

PLAN = Sheet(
    "plan_item",
    lambda: tr("年度计划"),
    lambda: tr("新计划事项"),
    "sheet",
    PlanItem,
    lambda desk: desk.schedule.plan_items,
    ("title", "rhythm", "starts_on", "ends_on", "shift", "responsible", "content"),
    ("title", "rhythm", "starts_on"),
    _plan,
    lambda one: one.starts_on,
    usual={"starts_on": "today"},
)

NOTICES = Sheet(
    "notice",
    lambda: tr("公告"),
    lambda: tr("登记公告"),
    "sheet",
    Notice,
    lambda desk: desk.schedule.notices,
    (
        "kind",
        "doc_number",
        "issued_on",
        "held_on",
        "posted_on",
        "posted_place",
        "reason",
        "body",
    ),
    ("kind",),
    _notice,
    lambda one: one.issued_on,
    usual={"kind": NoticeKind.ANNOUNCE, "issued_on": "today"},
)
"""The notices of one session, which its page shows."""

SHEETS: Mapping[str, Sheet] = {
    sheet.form: sheet for sheet in (FIELD_VISITS, HOUSEHOLDS, ACTIVITIES, LEAVES, JOURNAL, PLAN)
}
