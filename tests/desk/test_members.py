"""The deliberation body of a 街道: its members, its yearly meeting, and no such thing in a 镇."""

from datetime import date
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.consultation_words import (
    ConsultationKind,
    MemberOrigin,
    Origin,
    ParticipantKind,
)
from liaison_desktop.model.faults import NotFound, ProblemCode, Refused
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import StationKind
from tests.builders import NOON, STATION_UID, a_consultation, a_deputy
from tests.homes import StoppedClock, a_desk


def a_member(name: str = "马秀英", **changes: object) -> BodyMember:
    uids = {"uid": new_uid(NOON), "station_uid": STATION_UID}
    return BodyMember(name=name, **(uids | changes))  # type: ignore[arg-type]  # by name


@pytest.fixture
def town(desk: Desk, head_desk: Desk, tmp_path: Path, clock: StoppedClock) -> Desk:
    """The same home after its station was corrected to be a 镇."""
    head_desk.stations.correct(head_desk.station, {"kind": StationKind.TOWN})
    return a_desk(tmp_path / "station", clock)


def test_members_serve_from_day_to_day(desk: Desk):
    term = {"valid_from": date(2022, 1, 10), "valid_to": date(2027, 1, 9), "term_no": "二"}
    desk.talk.members.register(a_member("马秀英", **term))
    desk.talk.members.register(a_member("陈国强", valid_to=date(2022, 1, 9), term_no="一"))

    assert [one.name for one in desk.talk.members.serving_on(NOON.date())] == ["马秀英"]
    assert [one.name for one in desk.talk.members.serving_on(date(2022, 1, 9))] == ["陈国强"]
    assert desk.talk.members.terms() == ["二", "一"]
    assert [one.name for one in desk.talk.members.of_term("一")] == ["陈国强"]


def test_a_deputy_among_them_is_tied_to_the_roster(desk: Desk):
    deputy = a_deputy("王建国")
    desk.deputies.register(deputy)
    member = a_member("王建国", member_origin=MemberOrigin.DEPUTY)
    desk.talk.members.register(member)
    assert member.deputy_uid == deputy.uid

    other = desk.talk.members.correct(member, {"name": "王建军"})
    assert other.deputy_uid is None


def test_who_serves_is_invited(desk: Desk):
    desk.talk.members.register(a_member("马秀英", phone="13800001234", body="和平社区"))
    desk.talk.members.register(a_member("陈国强", valid_to=date(2025, 1, 1)))
    desk.talk.members.register(a_member("李桂芳"))
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)

    desk.talk.participants.register_all(desk.talk.members.as_participants(meeting))

    [who, other] = desk.talk.participants.of(meeting.uid)
    assert (who.place, other.place, other.name) == (1, 2, "李桂芳")
    assert (who.name, who.phone, who.body) == ("马秀英", "13800001234", "和平社区")
    assert (who.participant_kind, who.origin) == (ParticipantKind.MEMBER, Origin.INVITED)


def test_who_serves_on_the_day_of_the_meeting_is_invited_to_it(desk: Desk):
    desk.talk.members.register(a_member("马秀英", valid_to=date(2027, 1, 9)))
    desk.talk.members.register(a_member("李桂芳", valid_from=date(2027, 1, 10)))
    meetings = [a_consultation(held_on=day) for day in (date(2027, 1, 9), date(2027, 1, 10))]
    invited = [desk.talk.members.as_participants(meeting) for meeting in meetings]
    assert [[one.name for one in those] for those in invited] == [["马秀英"], ["李桂芳"]]


def test_the_yearly_meeting_has_what_it_must_hear(desk: Desk, clock: StoppedClock):
    standing = desk.talk.yearly.standing()
    assert standing is not None
    assert standing.is_late
    meeting = desk.talk.yearly.prepare(date(2026, 12, 1), "年度议事会")
    desk.talk.meetings.register(meeting)
    assert meeting.kind is ConsultationKind.DELIBERATION
    assert len(desk.talk.meetings.load(meeting.uid).heard) == 4

    ready = desk.talk.meetings.finish(desk.talk.meetings.open(meeting))
    unheard = [one.detail for one in ready.problems() if one.code is ProblemCode.NOT_HEARD]
    assert unheard == [one.title for one in meeting.heard]
    standing = desk.talk.yearly.standing()
    assert standing is not None
    assert (standing.is_late, standing.unheard) == (False, unheard)


def test_a_meeting_that_is_made_yearly_gets_them_too(desk: Desk):
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    meeting = desk.talk.meetings.load(meeting.uid)
    assert meeting.heard == []

    yearly = desk.talk.meetings.correct(meeting, {"is_yearly": True})
    assert [one.title for one in yearly.heard][:1] == ["街道年度工作计划"]
    assert [one.position for one in yearly.heard] == [0, 1, 2, 3]


def test_a_town_has_no_such_body(town: Desk):
    assert town.talk.yearly.standing() is None
    meeting = a_consultation(is_yearly=True)
    for act in (
        lambda: town.talk.members.register(a_member()),
        lambda: town.talk.yearly.prepare(date(2026, 12, 1)),
        lambda: town.talk.meetings.register(meeting),
    ):
        with pytest.raises(Refused, match="no_deliberation_body"):
            act()
    with pytest.raises(NotFound):
        town.talk.meetings.load(meeting.uid)
    town.close()
