"""Every column of every record changed through its verb: the old value stands in its revision."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from liaison_desktop.desk.correcting import FIXED, correctable
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.base import Part, Record, kind_of
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.commitment import Commitment, Progress
from liaison_desktop.model.consultation import (
    Addition,
    AgendaItem,
    Consultation,
    HeardItem,
    LinkedMatter,
)
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.group_activity import Attendance, GroupActivity
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.matter import OtherChannel
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.plan_item import PlanDone, PlanItem
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import DutyKind
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.visit import Receiver
from liaison_desktop.model.words import MandateLevel, OtherChannelKind, Word
from liaison_desktop.store.revisions import revisions_of
from tests.builders import (
    NOON,
    STATION_UID,
    a_commitment,
    a_consultation,
    a_deputy,
    a_matter,
    a_participant,
    a_session,
    a_statement,
    a_unit,
    a_visit,
    a_visitor,
)

ODD = {
    "birth_ym": ("1960-01", "1961-02"),
    "liked_days": ("周三", "8月"),
    "disliked_days": ("11月25日", "周一"),
    "phone": ("13800000001", "13800000002"),
    "starts": ("08:00", "08:30"),
    "ends": ("12:00", "12:30"),
}
"""Texts that must have a form of their own; every other text is typed freely."""


def _visit(desk: Desk, _file: Path) -> Record:
    visitor = a_visitor(**{name: f"旧{name}"[:7] for name in ("occupation", "constituency")})
    visit = a_visit(visitor, receivers=[Receiver(name="王建国")], place="旧")
    desk.visits.register(visit)
    return desk.visits.load(visit.number)


def _matter(desk: Desk, file: Path) -> Record:
    channel = OtherChannel(kind=OtherChannelKind.COURT, ticket_no="旧")
    visit = a_visit(matters=[a_matter(other_channels=[channel])])
    desk.visits.register(visit)
    return desk.visits.load(visit.number).matters[0]


def _person(desk: Desk, file: Path) -> Record:
    _visit(desk, file)
    return desk.people.find("李桂芳")[0]


def _deputy(desk: Desk, _file: Path) -> Record:
    mandate = Mandate(level=MandateLevel.TOWN, term_no="旧")
    return desk.deputies.register(a_deputy(mandates=[mandate]))


def _attachment(desk: Desk, file: Path) -> Record:
    file.write_bytes(b"x")
    return desk.attachments.register(_visit(desk, file), file)


def _session(desk: Desk, _file: Path) -> ReceptionSession:
    session = a_session(slots=[RotaSlot(name="王建国")])
    desk.schedule.sessions.register(session)
    return desk.schedule.sessions.load(session.uid)


def _kept(
    roll: str, make: Callable[..., Record], *, where: str = "schedule", **fields: object
) -> Callable[..., Record]:
    """Return what makes a plain record and registers it."""

    def register(desk: Desk, _file: Path) -> Record:
        record = make(uid=new_uid(NOON), station_uid=STATION_UID, **fields)
        verbs = getattr(getattr(desk, where), roll)
        verbs.register(record)
        loaded: Record = verbs.load(record.uid)
        return loaded

    return register


def _notice(desk: Desk, file: Path) -> Record:
    session = _session(desk, file)
    return _kept("notices", Notice, session_uid=session.uid, reason="旧")(desk, file)


def _field_visit(**own: Any) -> Record:
    deputies = [VisitingDeputy(name="王建国")]
    return FieldVisit(visited_on=DAY, place="旧", deputies=deputies, **own)


def _activity(**own: Any) -> Record:
    return GroupActivity(held_on=DAY, topic="旧", attendances=[Attendance(name="王建国")], **own)


def _consultation(desk: Desk, _file: Path) -> Consultation:
    now = NOON.replace(hour=9)
    meeting = a_consultation(
        agenda=[AgendaItem(uid=new_uid(NOON), title="旧")],
        linked=[LinkedMatter(matter_uid=_matter(desk, _file).uid)],
        heard=[HeardItem(title="旧")],
        additions=[Addition(added_at=now, content="旧")],
    )
    desk.talk.meetings.register(meeting)
    return desk.talk.meetings.load(meeting.uid)


def _commitment(meeting: Consultation) -> Commitment:
    progress = [Progress(noted_on=DAY, content="旧")]
    return a_commitment(meeting, settled_on=DAY, progress=progress)


def _said_in(roll: str, make: Callable[[Consultation], Record]) -> Callable[[Desk, Path], Record]:
    """Return what makes something that belongs to a meeting and registers it."""

    def register(desk: Desk, file: Path) -> Record:
        record = make(_consultation(desk, file))
        verbs = getattr(desk.talk, roll)
        verbs.register(record)
        loaded: Record = verbs.load(record.uid)
        return loaded

    return register


def _plan_item(**own: Any) -> Record:
    return PlanItem(title="旧", starts_on=DAY, done=[PlanDone(due_on=DAY)], **own)


DAY = NOON.date()

OTHERS_UID = frozenset(
    {
        *("person_uid", "deputy_uid", "participant_uid", "item_uid", "answers_uid"),
        *("answer_uid", "raised_uid", "unit_uid"),
    }
)
"""Columns of another record's uid, which only such a record can give."""

MADE: dict[str, Callable[[Desk, Path], Record]] = {
    "station": lambda desk, _file: desk.station,
    "person": _person,
    "deputy": _deputy,
    "unit": lambda desk, _file: desk.units.register(a_unit()),
    "visit": _visit,
    "matter": _matter,
    "attachment": _attachment,
    "reception_rule": _kept("rules", KeptRule, name="旧", toml="旧"),
    "reception_session": _session,
    "notice": _notice,
    "leave": _kept("leaves", Leave, deputy_name="旧", first_on=DAY, last_on=DAY),
    "contact_household": _kept("households", ContactHousehold, name="旧", deputy_name="旧"),
    "field_visit": _kept("field_visits", _field_visit),
    "group_activity": _kept("activities", _activity),
    "plan_item": _kept("plan_items", _plan_item),
    "duty_entry": _kept(
        "journal", DutyEntry, deputy_name="旧", kind=DutyKind.TRAINING, done_on=DAY
    ),
    "body_member": _kept("members", BodyMember, where="talk", name="旧"),
    "consultation": _consultation,
    "participant": _said_in("participants", a_participant),
    "statement": _said_in("statements", a_statement),
    "commitment": _said_in("commitments", _commitment),
}

VERBS: dict[str, Callable[[Desk], Callable[..., Record]]] = {
    "station": lambda desk: desk.stations.correct,
    "person": lambda desk: desk.people.correct,
    "deputy": lambda desk: desk.deputies.correct,
    "unit": lambda desk: desk.units.correct,
    "visit": lambda desk: desk.visits.correct,
    "matter": lambda desk: desk.visits.correct_matter,
    "attachment": lambda desk: desk.attachments.correct,
    "reception_rule": lambda desk: desk.schedule.rules.correct,
    "reception_session": lambda desk: desk.schedule.sessions.correct,
    "notice": lambda desk: desk.schedule.notices.correct,
    "leave": lambda desk: desk.schedule.leaves.correct,
    "contact_household": lambda desk: desk.schedule.households.correct,
    "field_visit": lambda desk: desk.schedule.field_visits.correct,
    "group_activity": lambda desk: desk.schedule.activities.correct,
    "plan_item": lambda desk: desk.schedule.plan_items.correct,
    "duty_entry": lambda desk: desk.schedule.journal.correct,
    "body_member": lambda desk: desk.talk.members.correct,
    "consultation": lambda desk: desk.talk.meetings.correct,
    "participant": lambda desk: desk.talk.participants.correct,
    "statement": lambda desk: desk.talk.statements.correct,
    "commitment": lambda desk: desk.talk.commitments.correct,
}


def test_every_kind_but_accounts_settings_steps_and_draws_has_its_verb() -> None:
    never = {"step", "drawing"}  # the trail only grows, and a draw is repeated, not corrected
    assert set(VERBS) == set(AGGREGATES) - {"user", "setting"} - never
    for kind, fixed in FIXED.items():
        assert fixed <= set(fields_of(AGGREGATES[kind].root))


@pytest.mark.parametrize("kind", list(VERBS))
def test_the_old_value_of_every_column_stands_in_a_revision(
    head_desk: Desk, tmp_path: Path, kind: str
) -> None:
    record, columns = MADE[kind](head_desk, tmp_path / "a.bin"), AGGREGATES[kind].root
    parts = AGGREGATES[kind].parts
    for name in correctable(kind):
        if name in parts or name in OTHERS_UID:
            continue
        old, new = getattr(record, name), _other(columns, name, getattr(record, name))
        record = VERBS[kind](head_desk)(record, {name: new}, "核对")
        assert getattr(record, name) == new, name
        assert _last_body(head_desk, record)[name] == _stored(old), name


@pytest.mark.parametrize("kind", [kind for kind in VERBS if AGGREGATES[kind].parts])
def test_the_old_value_of_every_column_of_a_part_stands_in_a_revision(
    head_desk: Desk, tmp_path: Path, kind: str
) -> None:
    record = MADE[kind](head_desk, tmp_path / "a.bin")
    for part, mapped in AGGREGATES[kind].parts.items():
        for name in fields_of(mapped) if part in correctable(kind) else ():
            if name == "uid" or name.endswith("_uid"):
                continue
            [old] = getattr(record, part)
            value = getattr(old, name)
            new = _copy(old, {name: _other(mapped, name, value)})
            record = VERBS[kind](head_desk)(record, {part: [new]}, "核对")
            assert _last_body(head_desk, record)[part][0][name] == _stored(value), name


def test_every_column_of_an_account_stands_in_a_revision(head_desk: Desk) -> None:
    accounts = head_desk.accounts
    accounts.register("周", "旧名", "白日依山尽黄河入海", ["clerk"])
    user = accounts.correct("周", name="新名", reason="核对")
    assert _last_body(head_desk, user)["name"] == "旧名"
    user = accounts.correct("周", roles=["reviewer"], reason="换岗")
    assert [held["role"] for held in _last_body(head_desk, user)["roles"]] == ["clerk"]
    accounts.disable("周", "离岗")
    assert _last_body(head_desk, user)["disabled_at"] is None


def _last_body(desk: Desk, record: Record) -> dict[str, Any]:
    with desk._store.read() as session:
        last = revisions_of(session, record)[-1]
        reasons = session.scalar(text("SELECT count(*) FROM revision WHERE reason = ''"))
    assert reasons == 0 or kind_of(record) == "user"
    body: dict[str, Any] = json.loads(last.body)
    return body


def _stored(value: object) -> object:
    if isinstance(value, datetime):
        return int(value.timestamp() * 1000)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Word):
        return value.value
    return int(value) if isinstance(value, bool) else value


def _other(mapped: type, name: str, value: object) -> object:
    """Return another value that the column takes."""
    column_type = inspect(mapped).columns[name].type
    words = getattr(column_type, "enum_class", None)
    if words is not None:
        return next(word for word in words if word != value)
    kind = column_type.python_type
    if kind is str:
        return next(text for text in ODD.get(name, ("新", "又新")) if text != value)
    if kind is bool:
        return not value
    if kind is int:
        return int(str(value)) + 1
    if column_type.__class__.__name__ == "Instant":
        assert value is None or isinstance(value, datetime)
        return (value or NOON) - timedelta(days=1)
    return date(2026, 1, 2)


def _copy(part: Part, changes: dict[str, object]) -> Part:
    values = {name: getattr(part, name) for name in fields_of(type(part))}
    return type(part)(**(values | changes))


def test_an_attachment_keeps_its_bytes_under_another_name(head_desk: Desk, tmp_path: Path) -> None:
    attachment = MADE["attachment"](head_desk, tmp_path / "a.bin")
    assert isinstance(attachment, Attachment)
    assert head_desk.attachments.load(attachment) == b"x"
