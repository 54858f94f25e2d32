"""What is done to the schedule from the calendar, each act with its way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from liaison_desktop.desk.agenda import ACTIVITY, MEETING, SESSION, VISIT, AgendaRow
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.roll import Roll
from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.conflicts import Link
from liaison_desktop.model.faults import StaleRecord
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import NoticeKind
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.calendar_words import day_words, short_name
from liaison_desktop.ui.pages.undo_stack import UndoStack
from liaison_desktop.ui.room import Room

DAYS = {SESSION: "held_on", VISIT: "visited_on", ACTIVITY: "held_on", MEETING: "held_on"}
"""The field of each kind that says on which day it takes place."""


@dataclass(frozen=True)
class Done:
    """What was done: the record as it is now, and the notice that was prepared with it."""

    record: Record
    notice: UUID | None = None
    notice_kind: NoticeKind | None = None
    is_moved: bool = True
    """Whether a notice of a change is of another day, not of hours, place or deputies alone."""


Way = Callable[[Desk], Done]


class Acts(UndoStack):
    """`done` carries words and the uid of a notice that was prepared, or None."""

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(room, parent, room.desk.schedule.undo)

    @property
    def latest(self) -> Link | None:
        """What was touched last."""
        return (kind_of(self._stack[-1][1]), self._stack[-1][1].uid) if self._stack else None

    def move(self, row: AgendaRow, day: date, reason: str = "") -> None:
        """Hold it on another day (改期)."""
        words = tr("{what}已改到{day}").format(what=short_name(row), day=day_words(day))
        self._ask(words, partial(_move, row, day, reason))

    def seat(self, row: AgendaRow, name: str, reason: str = "") -> None:
        """Let one more deputy receive on a day."""
        day = day_words(row.day)
        words = tr("{name}已安排在{day}接待").format(name=name, day=day)
        self._ask(words, partial(_seat, row, name, reason))

    def cancel(self, row: AgendaRow, reason: str) -> None:
        """Call a reception day off."""
        day = day_words(row.day)
        self._ask(tr("{day}的接待日已取消").format(day=day), partial(_cancel, row, reason))

    def restore(self, row: AgendaRow) -> None:
        """Take a reception day into the plan again."""
        words = tr("{day}的接待日已恢复").format(day=day_words(row.day))
        self._ask(words, partial(_restore, row))

    def note(self, words: str, done: Done) -> None:
        """Take note of what a form has saved, so that it can be undone like everything else."""
        self._stack.append((words, done.record))
        self.done.emit(_with_notice(words, done), done.notice)

    def undo(self) -> None:
        """Take back what was done last."""
        if self._stack and not self._is_undoing:
            self._undo_last()

    def _ask(self, words: str, way: Way) -> None:
        task = partial(way, self._room.desk)
        self._room.worker.ask(self, task, partial(self.note, words), self.refused.emit)


def load_as_seen(desk: Desk, row: AgendaRow) -> Any:
    """Return the whole record; StaleRecord where it is another version than the row shown."""
    record = roll_of(desk, row.kind).load(row.uid)
    if record.rev != row.rev:
        raise StaleRecord(row.kind)
    return record


def roll_of(desk: Desk, kind: str) -> Roll[Any]:
    """Return the verbs of a kind."""
    schedule = desk.schedule
    rolls: dict[str, Roll[Any]] = {
        SESSION: schedule.sessions,
        VISIT: schedule.field_visits,
        ACTIVITY: schedule.activities,
        MEETING: desk.talk.meetings,
    }
    return rolls[kind]


def register_session(desk: Desk, uid: UUID, values: Mapping[str, Any]) -> Done:
    """Register a reception day; its notice is due as long before it as the rule pack says."""
    rules = desk.rules.load()
    day, rest = values["held_on"], dict(values)
    notice = rules.in_force(day).rule("reception_notice", day)
    rest["slots"] = [RotaSlot(name=name, is_fixed=True) for name in rest.pop("names")]
    session = ReceptionSession(
        uid=uid,
        station_uid=desk.station.uid,
        planned_on=day,
        notice_by=day - timedelta(days=notice.number),
        **rest,
    )
    desk.schedule.sessions.register(session)
    desk.drafts.drop(uid)
    return Done(session)


def correct_session(
    desk: Desk, seen: ReceptionSession, values: Mapping[str, Any], reason: str
) -> Done:
    """Correct what is other than it was; who stays in his seat keeps all that is known of it."""
    changes = {name: value for name, value in values.items() if name != "names"}
    changes = {name: value for name, value in changes.items() if value != getattr(seen, name)}
    names = [slot.name for slot in seen.slots]
    if values["names"] != names:
        changes["slots"] = [_seat_of(seen, name) for name in values["names"]]
    corrected = desk.schedule.sessions.correct(seen, changes, reason)
    desk.drafts.drop(seen.uid)
    return _told(desk, corrected)


def _seat_of(seen: ReceptionSession, name: str) -> RotaSlot:
    former = next((slot for slot in seen.slots if slot.name == name), None)
    if former is None:
        return RotaSlot(name=name, is_fixed=True)
    return RotaSlot(**{field: getattr(former, field) for field in fields_of(RotaSlot)})


def _move(row: AgendaRow, day: date, reason: str, desk: Desk) -> Done:
    seen = load_as_seen(desk, row)
    if row.kind == SESSION:
        return _told(desk, desk.schedule.sessions.move(seen, day, reason))
    return Done(roll_of(desk, row.kind).correct(seen, {DAYS[row.kind]: day}, reason))


def _seat(row: AgendaRow, name: str, reason: str, desk: Desk) -> Done:
    return _told(desk, desk.schedule.sessions.seat(load_as_seen(desk, row), name, reason))


def _cancel(row: AgendaRow, reason: str, desk: Desk) -> Done:
    return _told(desk, desk.schedule.sessions.cancel(load_as_seen(desk, row), reason))


def _restore(row: AgendaRow, desk: Desk) -> Done:
    return Done(desk.schedule.sessions.restore(load_as_seen(desk, row)))


def _told(desk: Desk, session: ReceptionSession) -> Done:
    """Return what was done with the notice that the same act prepared."""
    notices = [n for n in desk.schedule.sessions.notices_of(session) if n.act == session.act]
    if not notices:
        return Done(session)
    last = notices[-1]
    return Done(session, last.uid, last.kind, last.tells_of_move)


def _with_notice(words: str, done: Done) -> str:
    if done.notice_kind is NoticeKind.CHANGE and not done.is_moved:
        return tr("{what}，变更公告已备好。").format(what=words)
    if done.notice_kind is NoticeKind.CHANGE:
        return tr("{what}，改期公告已备好。").format(what=words)
    if done.notice_kind is NoticeKind.CANCEL:
        return tr("{what}，取消公告已备好。").format(what=words)
    return tr("{what}。").format(what=words)
