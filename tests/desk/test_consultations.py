"""民情恳谈: prepared, held, put in order, signed and added to; what is said goes its way."""

from datetime import date, timedelta

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.statements import Routing, title_of
from liaison_desktop.model.consultation import AgendaItem, Consultation
from liaison_desktop.model.consultation_words import (
    CommitmentState,
    ConsultationState,
    Origin,
    ParticipantKind,
    StatementKind,
    StatementRoute,
)
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.faults import NotSaved, ProblemCode, Refused
from liaison_desktop.model.schedule_words import DutyKind, Presence
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Channel, GuidedTo, MandateLevel, MatterState, Way
from tests.builders import (
    NOON,
    a_commitment,
    a_consultation,
    a_deputy,
    a_participant,
    a_statement,
)
from tests.homes import StoppedClock

DAY = NOON.date()


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    """A meeting that is being recorded."""
    one = a_consultation(agenda=[AgendaItem(uid=new_uid(NOON), title="物业服务评价")])
    desk.talk.meetings.register(one)
    return desk.talk.meetings.open(desk.talk.meetings.load(one.uid))


def signed(desk: Desk, meeting: Consultation) -> Consultation:
    ready = desk.talk.meetings.finish(desk.talk.meetings.load(meeting.uid))
    return desk.talk.meetings.sign(ready, "刘站长", DAY)


def test_a_meeting_has_its_number_from_its_day(desk: Desk):
    one = a_consultation(held_on=date(2025, 3, 4))
    desk.talk.meetings.register(one)

    assert one.number.startswith(f"{desk.station.code}-K-2025-0001-")
    assert desk.talk.meetings.by_number(one.number).title == "物业服务民情恳谈会"


def test_a_notice_is_due_before_the_meeting(desk: Desk):
    one = a_consultation(held_on=date(2026, 12, 10))
    assert desk.talk.meetings.register(one) == []
    assert one.notice_by == date(2026, 12, 7)

    moved = desk.talk.meetings.correct(one, {"held_on": date(2026, 12, 30)})
    assert moved.notice_by == date(2026, 12, 27)
    own = desk.talk.meetings.correct(moved, {"held_on": DAY, "notice_by": date(2026, 11, 16)})
    assert own.notice_by == date(2026, 11, 16)
    assert own.lacks_notice(DAY)
    late = desk.talk.meetings.correct(own, {"announced_on": date(2026, 11, 17)})
    assert not late.lacks_notice(DAY)
    assert [(one.field, one.code) for one in late.problems()] == [
        ("announced_on", ProblemCode.TOO_LATE)
    ]


def test_a_meeting_that_nobody_announced_is_warned_of(desk: Desk):
    [warned] = desk.talk.meetings.register(a_consultation(held_on=date(2026, 11, 22)))
    assert (warned.code, warned.detail) == (ProblemCode.NOT_ANNOUNCED, "2026-11-19")
    assert not warned.is_error
    assert desk.talk.meetings.register(a_consultation(held_on=date(2026, 11, 23))) == []
    kept = a_consultation(held_on=date(2026, 11, 22), notice_by=date(2026, 11, 21))
    assert desk.talk.meetings.register(kept) == []


def test_a_meeting_ends_after_it_begins(desk: Desk):
    with pytest.raises(NotSaved) as refused:
        desk.talk.meetings.register(a_consultation(starts="11:00", ends="09:00"))
    assert [problem.field for problem in refused.value.problems] == ["ends"]


def test_what_is_said_stands_in_its_order(desk: Desk, meeting: Consultation):
    said = [a_statement(meeting, words) for words in ("一", "二", "三")]
    for one in said:
        desk.talk.statements.register(one)
    last = desk.talk.statements.load(said[2].uid)

    desk.talk.statements.move(last, said[0])
    assert [one.content for one in desk.talk.statements.of(meeting.uid)] == ["三", "一", "二"]

    for _ in range(14):  # until no place is left between two
        _first, second, third = desk.talk.statements.of(meeting.uid)
        desk.talk.statements.move(third, second)
        assert desk.talk.statements.of(meeting.uid)[1].uid == third.uid
    assert len({one.place for one in desk.talk.statements.of(meeting.uid)}) == 3


def test_an_opinion_becomes_a_matter_with_its_words(desk: Desk, meeting: Consultation):
    who = a_participant(meeting, "马秀英", phone="13800001234", body="清河小区")
    desk.talk.participants.register(who)
    uids = {"participant_uid": who.uid, "speaker": "马秀英"}
    first = a_statement(meeting, "电梯停运三天才修。业主群没有人回应。", **uids)
    second = a_statement(meeting, "希望公开维修记录", kind=StatementKind.SUGGESTION, **uids)
    for one in (first, second):
        desk.talk.statements.register(one)

    desk.talk.statements.route(first, Routing(StatementRoute.TO_HANDLE))
    answered = Routing(StatementRoute.ANSWERED, note="每月 5 日前公示。")
    desk.talk.statements.route(second, answered)

    [visit] = desk.visits.find_from(meeting.uid)
    assert (visit.channel, visit.received_on) == (Channel.CONSULTATION, meeting.held_on)
    assert [(one.title, one.statement) for one in visit.matters] == [
        ("电梯停运三天才修", "电梯停运三天才修。业主群没有人回应。"),
        ("希望公开维修记录", "希望公开维修记录"),
    ]
    assert visit.matters[1].state is MatterState.ANSWERED_ON_SITE
    assert visit.matters[1].onsite_reply == "每月 5 日前公示。"
    assert [one.phone for one in visit.visitors] == ["13800001234"]
    kept = desk.talk.statements.load(first.uid)
    assert kept.matter_uid == visit.matters[0].uid
    with pytest.raises(Refused, match="already_routed"):
        desk.talk.statements.route(kept, Routing(StatementRoute.TO_HANDLE))


def test_a_route_asks_for_what_it_needs(desk: Desk, meeting: Consultation):
    one = a_statement(meeting)
    desk.talk.statements.register(one)
    for routing, field in (
        (Routing(StatementRoute.ANSWERED), "note"),
        (Routing(StatementRoute.NOTED), "note"),
        (Routing(StatementRoute.GUIDED), "guided_to"),
    ):
        with pytest.raises(NotSaved) as refused:
            desk.talk.statements.route(one, routing)
        assert [problem.field for problem in refused.value.problems] == [field]
    noted = desk.talk.statements.route(one, Routing(StatementRoute.NOTED, note="已有安排"))
    assert (noted.matter_uid, desk.visits.find_from(meeting.uid)) == (None, [])
    said = a_statement(meeting, "谢谢大家。", kind=StatementKind.REMARK)
    desk.talk.statements.register(said)
    guided = Routing(StatementRoute.GUIDED, guided_to=GuidedTo.COURT)
    with pytest.raises(Refused, match="not_an_opinion"):
        desk.talk.statements.route(said, guided)


def test_who_came_is_counted_by_origin(desk: Desk, meeting: Consultation):
    names = {"马秀英": Origin.DRAWN, "陈国强": Origin.VOLUNTEER, "赵丽": Origin.INVITED}
    for name, origin in names.items():
        desk.talk.participants.register(a_participant(meeting, name, origin=origin))
    walked_in = a_participant(
        meeting, "李桂芳", is_walk_in=True, presence=Presence.PRESENT, origin=Origin.VOLUNTEER
    )
    desk.talk.participants.register(walked_in)
    first, second, *_ = desk.talk.participants.of(meeting.uid)
    came = desk.talk.participants.sign_in(first, Presence.PRESENT)
    desk.talk.participants.sign_in(second, Presence.ABSENT)

    counted = desk.talk.meetings.meeting(meeting.uid).attendance
    assert (counted.expected, counted.present, counted.absent) == (3, 2, 2)
    came_by = {origin: here.present for origin, here in counted.by_origin.items()}
    assert came_by == {Origin.DRAWN: 1, Origin.VOLUNTEER: 1, Origin.INVITED: 0}
    assert came.signed_at is not None
    assert [one.place for one in desk.talk.participants.of(meeting.uid)] == [1, 2, 3, 4]


def test_a_deputy_who_came_is_in_the_journal_once(desk: Desk, meeting: Consultation):
    mandates = [Mandate(level=MandateLevel.COUNTY)]
    desk.deputies.register(a_deputy("王建国", mandates=mandates))
    desk.talk.participants.register(
        a_participant(
            meeting,
            "王建国",
            participant_kind=ParticipantKind.DEPUTY,
            presence=Presence.PRESENT,
        )
    )
    ready = desk.talk.meetings.finish(meeting)
    assert [one.kind for one in desk.schedule.journal.find()] == [DutyKind.CONSULTATION]

    again = desk.talk.meetings.reopen(ready, "还有一条没有记")
    assert desk.schedule.journal.find() == []
    desk.talk.meetings.finish(again)
    assert len(desk.schedule.journal.find()) == 1


def test_the_journal_follows_who_came_after_the_record_was_put_in_order(
    desk: Desk, meeting: Consultation
):
    for name in ("王建国", "周丽华"):
        desk.deputies.register(a_deputy(name))
        who = a_participant(meeting, name, participant_kind=ParticipantKind.DEPUTY)
        desk.talk.participants.register(who)
    desk.talk.meetings.finish(meeting)
    wang, zhou = desk.talk.participants.of(meeting.uid)
    came = desk.talk.participants.sign_in(wang, Presence.PRESENT)
    desk.talk.participants.sign_in(zhou, Presence.PRESENT)
    desk.talk.participants.sign_in(came, Presence.ABSENT)

    assert [one.deputy_name for one in desk.schedule.journal.find()] == ["周丽华"]


def test_who_is_entered_afterwards_has_no_time_of_the_clock(desk: Desk, clock: StoppedClock):
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    desk.talk.participants.register(a_participant(meeting, "马秀英"))
    [who] = desk.talk.participants.of(meeting.uid)
    clock.now += timedelta(days=1)

    assert desk.talk.participants.sign_in(who, Presence.PRESENT).signed_at is None


def test_a_signed_record_is_frozen_and_added_to(desk: Desk, meeting: Consultation):
    said = a_statement(meeting)
    desk.talk.statements.register(said)
    frozen = signed(desk, meeting)
    assert (frozen.state, frozen.signed_by) == (ConsultationState.SIGNED, "刘站长")

    for act in (
        lambda: desk.talk.statements.register(a_statement(meeting, "后来想起的")),
        lambda: desk.talk.statements.correct(said, {"content": "改了"}),
        lambda: desk.talk.statements.withdraw(said, "不要了"),
        lambda: desk.talk.meetings.correct(frozen, {"title": "改了"}),
        lambda: desk.talk.participants.register(a_participant(meeting)),
        lambda: desk.talk.meetings.withdraw(frozen, "不要了"),
    ):
        with pytest.raises(Refused, match="meeting_signed"):
            act()
    added = desk.talk.meetings.add(frozen, "第 1 条发言人应为马秀英", "听错了姓名")
    assert [one.content for one in added.additions] == ["第 1 条发言人应为马秀英"]
    assert desk.talk.statements.load(said.uid).content == "电梯停运三天才修。"


def test_a_promise_is_followed_until_who_asked_is_told(desk: Desk, meeting: Consultation):
    bare = a_commitment(meeting, raised_by="马秀英")
    warned = desk.talk.commitments.register(bare)
    assert {problem.field for problem in warned} == {"unit_name", "due_on"}
    assert bare.is_incomplete

    desk.talk.commitments.correct(bare, {"unit_name": "物业公司", "due_on": DAY})
    signed(desk, meeting)
    known = desk.talk.commitments.report(desk.talk.commitments.load(bare.uid), DAY, "已公示一次")
    assert [one.content for one in desk.talk.commitments.open_ones()] == [bare.content]
    kept = desk.talk.commitments.keep(known, DAY, "照片三张")
    assert (kept.state, kept.struck_on) == (CommitmentState.KEPT, DAY)
    assert [one.uid for one in desk.talk.commitments.unheard()] == [bare.uid]
    desk.talk.commitments.feed_back(kept, DAY, Way.CALL, "表示满意")
    assert desk.talk.commitments.unheard() == []
    latest = desk.talk.commitments.load(bare.uid)
    with pytest.raises(Refused, match="meeting_signed"):
        desk.talk.commitments.correct(latest, {"content": "另一个承诺"})


def test_a_meeting_is_prepared_from_an_earlier_one(desk: Desk, meeting: Consultation):
    later = desk.talk.meetings.like(meeting, date(2027, 1, 5))
    desk.talk.meetings.register(later)

    assert (later.topic, later.held_on) == ("物业服务", date(2027, 1, 5))
    assert [one.title for one in later.agenda] == ["物业服务评价"]
    assert later.agenda[0].uid != meeting.agenda[0].uid
    together = desk.talk.meetings.series("物业服务")
    assert [one.consultation.uid for one in together] == [meeting.uid, later.uid]


def test_a_title_is_the_first_sentence():
    assert title_of("电梯坏了！三天没有人来。") == "电梯坏了"
    assert title_of("路" * 100) == "路" * 79 + "…"


def test_notes_are_taken_in_as_one_act(desk: Desk, meeting: Consultation):
    who = a_participant(meeting, "马秀英", body="清河小区")
    desk.talk.participants.register(who)
    desk.talk.statements.register(a_statement(meeting, "先说的一句。"))
    text = "马秀英：电梯停运三天才修。\n赵丽：希望快修。\n\n散会。"

    noted = desk.talk.statements.read_notes(meeting.uid, text)
    assert len(desk.talk.statements.of(meeting.uid)) == 1
    act = desk.talk.statements.register_all(noted)

    [_first, *kept] = desk.talk.statements.of(meeting.uid)
    assert [one.content for one in kept] == ["电梯停运三天才修。", "希望快修。", "散会。"]
    assert [one.speaker_body for one in kept] == ["清河小区", "", ""]
    assert [one.participant_uid for one in kept] == [who.uid, None, None]
    assert {(one.act, one.said_at) for one in kept} == {(act, None)}
    desk.talk.statements.register_all(noted)
    assert len(desk.talk.statements.of(meeting.uid)) == 4


def test_fifty_thousand_pasted_characters_are_kept(desk: Desk, meeting: Consultation):
    lines = [f"居民{n}：{'小区门口的路灯坏了三个月。' * 4}" for n in range(900)]
    text = "\n".join(lines)
    assert len(text) > 50_000

    desk.talk.statements.register_all(desk.talk.statements.read_notes(meeting.uid, text))

    kept = desk.talk.statements.of(meeting.uid)
    assert [f"{one.speaker}：{one.content}" for one in kept] == lines


def test_one_that_cannot_be_kept_saves_none(desk: Desk, meeting: Consultation):
    noted = desk.talk.statements.read_notes(meeting.uid, "马秀英：一\n赵丽：二\x07")
    with pytest.raises(NotSaved) as refused:
        desk.talk.statements.register_all(noted)
    assert [(one.field, one.code) for one in refused.value.problems] == [
        ("1.content", ProblemCode.BAD_CHARACTER)
    ]
    assert desk.talk.statements.of(meeting.uid) == []
    signed(desk, meeting)
    with pytest.raises(Refused, match="meeting_signed"):
        desk.talk.statements.register_all(noted[:1])


def test_what_was_typed_goes_in_the_act_that_saves_it(desk: Desk, meeting: Consultation):
    notes, addition = new_uid(NOON), new_uid(NOON)
    for draft in (notes, addition):
        desk.drafts.keep(draft, "meeting_notes", {"text": "马秀英：电梯停运。"})
    too_long = a_statement(meeting, "很" * 5000)
    with pytest.raises(NotSaved):
        desk.talk.statements.register_all([too_long], notes)
    assert len(desk.drafts.find("meeting_notes")) == 2
    desk.talk.statements.register_all([a_statement(meeting)], notes)
    assert [one.uid for one in desk.drafts.find("meeting_notes")] == [addition]
    frozen = signed(desk, meeting)
    with pytest.raises(NotSaved):
        desk.talk.meetings.add(frozen, " ", draft=addition)
    assert [one.uid for one in desk.drafts.find("meeting_notes")] == [addition]
    desk.talk.meetings.add(frozen, "听错了", draft=addition)
    assert desk.drafts.find("meeting_notes") == []
