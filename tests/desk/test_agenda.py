"""日程: what the calendar reads, and how it seats deputies, moves days and undoes acts."""

from datetime import date
from uuid import UUID

import pytest

from liaison_desktop.desk.agenda import (
    ACTIVITY,
    MEETING,
    SESSION,
    VISIT,
    Duties,
    Usual,
    count_duties,
)
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.conflicts import ConflictKind, Who, find_conflicts
from liaison_desktop.model.consultation_words import ParticipantKind
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.faults import NotSaved, Refused, StaleRecord
from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
from liaison_desktop.model.group_activity import Attendance, GroupActivity
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import NoticeKind, Presence
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel
from tests.builders import NOON, STATION_UID, a_consultation, a_deputy, a_participant, a_session

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
WEDNESDAY = date(2026, 11, 25)


def own() -> dict[str, object]:
    return {"uid": new_uid(NOON), "station_uid": STATION_UID}


def a_field_visit(day: date = WEDNESDAY, *names: str, **changes: object) -> FieldVisit:
    deputies = [VisitingDeputy(name=name) for name in names or ("王建国",)]
    fields = {"visited_on": day, "starts": "14:30", "place": "和平社区", "deputies": deputies}
    return FieldVisit(**(own() | fields | changes))  # type: ignore[arg-type]  # fields by name


def a_leave(name: str = "王建国", first: date = WEDNESDAY, last: date = WEDNESDAY) -> Leave:
    return Leave(**own(), deputy_name=name, first_on=first, last_on=last)  # type: ignore[arg-type]  # fields by name


def an_activity(*names: str) -> GroupActivity:
    attendances = [Attendance(name=name) for name in names]
    return GroupActivity(**own(), held_on=FIRST, topic="学习", attendances=attendances)  # type: ignore[arg-type]  # fields by name


def posted(session: ReceptionSession) -> Notice:
    day = date(2026, 11, 16)
    return Notice(**own(), session_uid=session.uid, held_on=session.held_on, posted_on=day)  # type: ignore[arg-type]  # fields by name


def test_a_month_is_read_in_its_order_with_who_comes(desk: Desk) -> None:
    mandates = [Mandate(level=MandateLevel.COUNTY, valid_from=date(2022, 1, 1))]
    desk.deputies.register(a_deputy("王建国", mandates=mandates))
    schedule = desk.schedule
    session = a_session(
        slots=[
            RotaSlot(name="王建国"),
            RotaSlot(name="周丽华", presence=Presence.ON_LEAVE),
            RotaSlot(name="李志强", stands_in_for="周丽华"),
        ],
        theme="物业服务",
    )
    schedule.sessions.register(session)
    schedule.sessions.register(a_session(held_on=date(2026, 12, 1)))
    schedule.notices.register(posted(session))
    schedule.field_visits.register(a_field_visit(date(2026, 11, 5), "周丽华"))
    schedule.activities.register(an_activity("王建国"))
    schedule.leaves.register(a_leave("周丽华", date(2026, 10, 30), FIRST))

    days = desk.agenda.between(FIRST, LAST)

    assert [row.kind for row in days.rows] == [ACTIVITY, VISIT, SESSION]
    told = days.rows[2]
    assert (told.uid, told.title) == (session.uid, "物业服务")
    assert told.is_posted
    assert told.may_move
    assert [who.name for who in told.people] == ["王建国", "李志强"]
    [deputy] = days.deputies
    assert told.people[0].uid == deputy.who.uid
    assert deputy.mandates[0].is_in_office(FIRST)
    assert [away.who.name for away in days.circumstances.absences] == ["周丽华"]
    assert days.usual == Usual("09:00", "11:00", "代表联络站")


def test_a_notice_counts_as_posted_when_it_hangs_out(desk: Desk) -> None:
    session = a_session()
    desk.schedule.sessions.register(session)
    notice = posted(session)
    notice.posted_on = None
    desk.schedule.notices.register(notice)
    assert not desk.agenda.between(FIRST, LAST).rows[0].is_posted
    hung = desk.schedule.notices.correct(notice, {"posted_on": date(2026, 11, 16)})
    assert desk.agenda.between(FIRST, LAST).rows[0].is_posted
    desk.schedule.notices.withdraw(hung, "贴错了")
    assert not desk.agenda.between(FIRST, LAST).rows[0].is_posted


def test_duties_are_counted_for_who_is_meant_and_not_where_they_were_called_off(
    desk: Desk,
) -> None:
    sessions = desk.schedule.sessions
    for day in (2, 9):
        slots = [RotaSlot(name="王建国")]
        sessions.register(a_session(held_on=date(2026, 11, day), slots=slots))
    sessions.cancel(sessions.find()[0], "台风")
    desk.schedule.field_visits.register(a_field_visit())
    rows = desk.agenda.between(FIRST, LAST).rows
    assert count_duties(rows, Who("王建国"), FIRST, LAST) == Duties(1, 1)
    assert count_duties(rows, Who("王建国"), FIRST, date(2026, 11, 8)) == Duties(0, 0)
    assert count_duties(rows, Who("王建国", UUID(int=1)), FIRST, LAST) == Duties(1, 1)
    assert count_duties(rows, Who("周丽华"), FIRST, LAST) == Duties()


def test_a_visited_voter_is_masked_for_who_does_not_read_names(desk: Desk) -> None:
    desk.schedule.field_visits.register(a_field_visit(place="", visited_name="李桂芳"))
    assert desk.agenda.between(FIRST, LAST).rows[0].title == "李桂芳"
    desk.user.roles.clear()
    assert desk.agenda.between(FIRST, LAST).rows[0].title == "李**"


def test_one_more_deputy_sits_in_a_session_at_his_level_and_never_twice(desk: Desk) -> None:
    mandates = [
        Mandate(level=MandateLevel.TOWN),
        Mandate(level=MandateLevel.COUNTY, valid_to=date(2026, 1, 1)),
    ]
    desk.deputies.register(a_deputy("周丽华", mandates=mandates))
    sessions = desk.schedule.sessions
    session = a_session(slots=[RotaSlot(name="王建国", why="轮到")])
    sessions.register(session)
    seated = sessions.seat(session, "周丽华")
    assert [(slot.name, slot.level, slot.is_fixed) for slot in seated.slots] == [
        ("王建国", None, False),
        ("周丽华", MandateLevel.TOWN, True),
    ]
    assert seated.slots[0].why == "轮到"
    with pytest.raises(NotSaved):
        sessions.seat(seated, "周丽华")
    with pytest.raises(Refused, match="session_state"):
        sessions.seat(sessions.cancel(seated, "台风"), "李志强")


def test_another_day_in_a_correction_is_a_move_with_its_notice(desk: Desk) -> None:
    sessions = desk.schedule.sessions
    session = a_session()
    sessions.register(session)
    desk.schedule.notices.register(posted(session))
    changes = {"held_on": WEDNESDAY, "theme": "物业服务"}
    with pytest.raises(NotSaved):
        sessions.correct(session, changes)
    moved = sessions.correct(session, changes, "代表开会")
    assert (moved.held_on, moved.theme, moved.notice_by) == (
        WEDNESDAY,
        "物业服务",
        date(2026, 11, 22),
    )
    assert sessions.notices_of(moved)[-1].kind is NoticeKind.CHANGE
    assert desk.schedule.undo([moved]) == 2
    assert sessions.load(session.uid).theme == ""


def test_several_acts_are_undone_the_last_first(desk: Desk) -> None:
    sessions, undo = desk.schedule.sessions, desk.schedule.undo
    session = a_session(slots=[RotaSlot(name="王建国")])
    sessions.register(session)
    first = sessions.move(session, WEDNESDAY)
    second = sessions.move(first, date(2026, 11, 26))
    third = sessions.seat(second, "周丽华")
    with pytest.raises(StaleRecord):
        undo([second])
    for done, day, count in ((third, 26, 1), (second, 25, 1), (first, 20, 1)):
        undo([done])
        known = sessions.load(session.uid)
        assert (known.held_on.day, len(known.slots)) == (day, count)
    assert undo([session]) == 1
    assert sessions.find() == []


def test_a_meeting_stands_on_its_day_with_its_host_and_the_deputies_who_come(desk: Desk) -> None:
    deputy = a_deputy("赵强")
    desk.deputies.register(deputy)
    one = a_consultation(held_on=WEDNESDAY)
    desk.talk.meetings.register(one)
    is_deputy = {"participant_kind": ParticipantKind.DEPUTY}
    for name, more in (
        ("赵强", is_deputy),
        ("马秀英", {}),
        ("周丽华", is_deputy | {"presence": Presence.ON_LEAVE}),
    ):
        desk.talk.participants.register(a_participant(one, name, **more))
    desk.talk.meetings.register(a_consultation(held_on=date(2026, 12, 1)))

    [row] = desk.agenda.between(FIRST, LAST).rows

    assert row.link == (MEETING, one.uid)
    assert (row.title, row.place) == (one.title, "二楼议事厅")
    assert row.people == (Who("王建国"), Who("赵强", deputy.uid))
    assert row.may_move
    assert row.takes_place
    off = desk.talk.meetings.cancel(desk.talk.meetings.load(one.uid), "下雨")
    [row] = desk.agenda.between(FIRST, LAST).rows
    assert (row.may_move, row.takes_place) == (False, False)
    desk.talk.meetings.restore(off)
    desk.talk.meetings.open(desk.talk.meetings.load(one.uid))
    [row] = desk.agenda.between(FIRST, LAST).rows
    assert (row.may_move, row.takes_place) == (False, True)


def test_a_hall_and_a_host_are_not_in_two_places_at_once(desk: Desk) -> None:
    one = a_consultation(held_on=WEDNESDAY)
    desk.talk.meetings.register(one)
    session = a_session(
        held_on=WEDNESDAY,
        planned_on=WEDNESDAY,
        starts="10:00",
        ends="12:00",
        place="二楼议事厅",
        slots=[RotaSlot(name="王建国")],
    )
    desk.schedule.sessions.register(session)
    days = desk.agenda.between(FIRST, LAST)
    found = find_conflicts([row.appointment() for row in days.rows], days.circumstances)
    assert {(one.kind, one.name) for one in found} == {
        (ConflictKind.DEPUTY_TAKEN, "王建国"),
        (ConflictKind.PLACE_TAKEN, "二楼议事厅"),
    }
    assert {conflict.of for conflict in found} == {(MEETING, one.uid)}
