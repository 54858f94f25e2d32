"""The calendar file, read back by a reader that has nothing to do with the one who wrote it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject

from liaison_desktop.documents.calendar_file import OF_A_LIFE, ZONE, Entry, build_calendar
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.field_visit import FieldVisit
from liaison_desktop.model.group_activity import GroupActivity
from liaison_desktop.model.reception_session import RotaSlot
from liaison_desktop.model.schedule_words import ActivityState, SessionState, SlotRole
from liaison_desktop.model.words import MandateLevel
from tests.builders import NOON, a_consultation, a_field_visit, a_session, a_station, an_activity

HERE = timedelta(hours=8)


def events(*entries: Entry) -> list[Any]:
    data = build_calendar("日程", entries, a_station(), NOON).decode()
    calendar = vobject.readOne(data)
    calendar.validate(raiseException=True)
    return list(calendar.contents.get("vevent", []))


def test_a_reception_day_is_an_event_of_its_hours_in_shanghai() -> None:
    session = a_session(
        theme="小区停车，充电；照明",
        slots=[
            RotaSlot(name="李㛃", level=MandateLevel.COUNTY),
            RotaSlot(name="刘国强", slot_role=SlotRole.VISITING),
        ],
    )
    [event] = events(session)
    assert event.uid.value == str(session.uid)
    assert event.dtstart.value == datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
    assert event.dtend.value == datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
    assert event.dtstart.value.utcoffset() == HERE
    assert event.summary.value == "人大代表接待日：小区停车，充电；照明"
    assert event.location.value == "清河街道人大代表联络站（清河路 1 号）"
    assert event.description.value.splitlines() == [
        "接待代表：李㛃（区人大代表）",
        "进站代表：刘国强",
        "联络站电话：0573-80000001",
    ]
    assert event.status.value == "CONFIRMED"


def test_times_name_the_zone_and_the_file_defines_it() -> None:
    data = build_calendar("日程", [a_session()], a_station(), NOON).decode()
    assert f"DTSTART;TZID={ZONE}:20261120T090000" in data
    assert f"TZID:{ZONE}" in data
    assert "TZOFFSETTO:+0800" in data
    assert all(len(line.encode()) <= 75 for line in data.split("\r\n"))


@pytest.mark.parametrize("entry", [a_session(starts="", ends=""), a_field_visit(), an_activity()])
def test_what_has_no_hours_takes_the_whole_day(entry: Entry) -> None:
    [event] = events(entry)
    assert event.dtstart.value == date(2026, 11, 20)
    assert event.dtend.value == date(2026, 11, 21)


def _off(entry: Entry) -> Entry:
    is_session = not isinstance(entry, FieldVisit | GroupActivity)
    entry.state = SessionState.CANCELLED if is_session else ActivityState.CANCELLED
    return entry


def _withdrawn(entry: Entry) -> Entry:
    entry.withdrawn_at = NOON
    return entry


@pytest.mark.parametrize("end", [_off, _withdrawn])
@pytest.mark.parametrize("make", [a_session, a_field_visit, an_activity])
def test_what_was_called_off_or_withdrawn_is_cancelled(end: Any, make: Any) -> None:
    entry = make()
    [before], [after] = events(entry), events(end(entry))
    assert (before.status.value, after.status.value) == ("CONFIRMED", "CANCELLED")
    assert before.uid.value == after.uid.value


def test_the_sequence_follows_the_version_and_a_restore_is_above_it() -> None:
    session = a_session()
    seen = []
    for incarnation, rev in ((0, 1), (0, 7), (1, 2)):
        session.incarnation, session.rev = incarnation, rev
        seen.append(int(events(session)[0].sequence.value))
    assert seen == [1, 7, OF_A_LIFE + 2]


def test_nothing_private_is_in_it() -> None:
    visit = a_field_visit(
        visited_name="李桂芳", situation="低保户", opinions="要扶手", on_site="无"
    )
    session = a_session(
        contact="赵敏", contact_phone="13800004321", remark="勿外传", summary="来了三批"
    )
    session.slots = [RotaSlot(name="王建国", change_reason="住院")]
    activity = an_activity(content="内部讨论", outcome="形成意见", convener="周丽华")
    activity.attendances[0].reason = "住院"
    data = build_calendar("日程", [visit, session, activity], a_station(), NOON)
    text = data.replace(b"\r\n ", b"").decode()
    hidden = ["李桂芳", "低保户", "要扶手", "13800004321", "勿外传", "来了三批", "住院"]
    hidden += ["内部讨论", "形成意见"]
    assert not [said for said in hidden if said in text]
    assert "周丽华" in text


def test_the_same_entries_give_the_same_bytes() -> None:
    entries = [a_session(), an_activity()]
    first, second = (build_calendar("日程", entries, a_station(), NOON) for _ in range(2))
    assert first == second


def test_an_empty_calendar_is_one() -> None:
    assert events() == []


def test_a_meeting_says_its_kind_its_place_and_its_host() -> None:
    one = a_consultation()
    [event] = events(one)
    assert event.summary.value == "民情恳谈：物业服务民情恳谈会"
    assert event.location.value == "二楼议事厅"
    assert event.dtstart.value == datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
    assert "主持人：王建国" in event.description.value
    assert event.status.value == "CONFIRMED"
    one.state = ConsultationState.CANCELLED
    assert events(one)[0].status.value == "CANCELLED"
