"""修改记录 of a meeting: in words, with what was said and promised in it, in the order of time."""

from datetime import timedelta

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.meeting_history import MeetingChange
from liaison_desktop.model.consultation import AgendaItem, Consultation
from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Role
from tests.builders import NOON, a_commitment, a_consultation, a_participant, a_statement
from tests.homes import StoppedClock


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    one = a_consultation(agenda=[AgendaItem(uid=new_uid(NOON), title="物业费")])
    desk.talk.meetings.register(one)
    return desk.talk.meetings.load(one.uid)


def told(desk: Desk, meeting: Consultation) -> list[MeetingChange]:
    return desk.talk.history.of(meeting.uid)


def test_what_was_noted_and_never_changed_has_no_history(desk: Desk, meeting: Consultation) -> None:
    desk.talk.statements.register(a_statement(meeting))
    assert told(desk, meeting) == []


def test_every_change_is_told_in_words_by_what_it_is_of(
    desk: Desk, meeting: Consultation, clock: StoppedClock
) -> None:
    talk = desk.talk
    said, who, promised = a_statement(meeting), a_participant(meeting), a_commitment(meeting)
    talk.statements.register(said)
    talk.participants.register(who)
    talk.commitments.register(promised)

    def later() -> None:
        clock.now += timedelta(minutes=5)

    later()
    item = AgendaItem(uid=meeting.agenda[0].uid, title="物业费和电梯")
    talk.meetings.correct(meeting, {"place": "一楼大厅", "agenda": [item]}, "换地方")
    later()
    talk.participants.sign_in(talk.participants.load(who.uid), Presence.PRESENT)
    later()
    talk.statements.correct(
        talk.statements.load(said.uid), {"kind": StatementKind.SUGGESTION, "speaker": "马秀英"}
    )
    later()
    talk.commitments.report(talk.commitments.load(promised.uid), NOON.date(), "已公示一次")
    later()
    talk.statements.withdraw(talk.statements.load(said.uid), "记重了")

    place, came, spoken, kept, gone = told(desk, meeting)
    assert (place.kind, place.about, place.change.reason) == ("consultation", "", "换地方")
    assert place.change.fields == [
        ("会议地点", "二楼议事厅", "一楼大厅"),
        ("议程", "物业费", "物业费和电梯"),
    ]
    assert (came.kind, came.about) == ("participant", "马秀英")
    assert came.change.fields[0] == ("到会情况", "", "出席")
    assert (spoken.kind, spoken.about) == ("statement", "电梯停运三天才修。")
    assert spoken.change.fields == [("发言类别", "意见", "建议"), ("发言人", "", "马秀英")]
    assert (kept.kind, kept.about) == ("commitment", "每月 5 日前公示维修记录")
    assert ("进展", "", "已公示一次") in kept.change.fields
    assert ("撤回原因", "", "记重了") in gone.change.fields
    assert {each.change.who for each in told(desk, meeting)} == {"王芳"}


def test_who_may_not_read_names_reads_them_masked(
    desk: Desk, meeting: Consultation, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = desk.talk
    who, said = a_participant(meeting), a_statement(meeting, speaker="马秀英")
    talk.participants.register(who)
    talk.statements.register(said)
    talk.participants.correct(talk.participants.load(who.uid), {"name": "马秀兰"})
    talk.statements.correct(talk.statements.load(said.uid), {"speaker": "马秀兰"})
    monkeypatch.setattr(type(desk.user), "roles_on", lambda *_: frozenset({Role.ADMIN}))
    written = repr(told(desk, meeting))
    assert "马**" in written
    assert "马秀" not in written


def test_what_the_head_did_is_in_it(head_desk: Desk) -> None:
    meetings = head_desk.talk.meetings
    one = a_consultation()
    meetings.register(one)
    signed = meetings.sign(meetings.finish(meetings.open(one)), "刘敏", NOON.date())
    meetings.add(signed, "漏记一条", "核对")
    states = [each.change.fields[0][1:] for each in told(head_desk, one)]
    assert states[:3] == [
        ("筹备中", "记录中"),
        ("记录中", "整理完毕，送审签"),
        ("整理完毕，送审签", "已审签"),
    ]
    assert "漏记一条" in repr(told(head_desk, one)[3])
