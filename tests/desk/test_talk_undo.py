"""A whole act of a consultation is taken back, or refused with the reason."""

from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.consultation import AgendaItem, Consultation
from liaison_desktop.model.consultation_words import (
    CommitmentState,
    ConsultationState,
    ParticipantKind,
    StatementKind,
    StatementRoute,
)
from liaison_desktop.model.draw_roster import DrawOrder
from liaison_desktop.model.faults import Refused, StaleRecord
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.uids import new_uid
from tests.builders import NOON, a_commitment, a_consultation, a_deputy, a_participant, a_statement

HANDLE = Routing(StatementRoute.TO_HANDLE)


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    """A meeting that is being recorded."""
    one = a_consultation()
    desk.talk.meetings.register(one)
    return desk.talk.meetings.open(desk.talk.meetings.load(one.uid))


@pytest.fixture
def who(desk: Desk, meeting: Consultation) -> Participant:
    one = a_participant(meeting, "马秀英")
    desk.talk.participants.register(one)
    return one


def said(desk: Desk, who: Participant, meeting: Consultation, words: str) -> Statement:
    one = a_statement(meeting, words, participant_uid=who.uid, speaker=who.name)
    desk.talk.statements.register(one)
    return one


def test_an_opinion_that_was_routed_is_free_again(
    desk: Desk, meeting: Consultation, who: Participant
):
    opinion = said(desk, who, meeting, "电梯停运三天才修。")
    routed = desk.talk.statements.route(opinion, HANDLE)

    assert desk.talk.undo([routed]) == 3

    free = desk.talk.statements.load(opinion.uid)
    assert (free.route, free.matter_uid, free.content) == (None, None, opinion.content)
    assert desk.visits.find_from(meeting.uid) == []
    again = desk.talk.statements.route(free, HANDLE)
    [visit] = desk.visits.find_from(meeting.uid)
    assert [one.uid for one in visit.matters] == [again.matter_uid]


def test_undoing_the_undo_brings_the_matter_back(
    desk: Desk, meeting: Consultation, who: Participant
):
    routed = desk.talk.statements.route(said(desk, who, meeting, "电梯停运。"), HANDLE)
    desk.talk.undo([routed])
    free = desk.talk.statements.load(routed.uid)

    desk.talk.undo([free])

    back = desk.talk.statements.load(routed.uid)
    assert (back.route, back.matter_uid) == (StatementRoute.TO_HANDLE, routed.matter_uid)
    [visit] = desk.visits.find_from(meeting.uid)
    assert [(one.uid, one.withdrawn_at) for one in visit.matters] == [(routed.matter_uid, None)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_matters_of_one_visit_go_one_by_one(
    desk: Desk, meeting: Consultation, who: Participant, order: tuple[int, int]
):
    opinions = [said(desk, who, meeting, words) for words in ("电梯停运。", "路灯不亮。")]
    routed = [desk.talk.statements.route(one, HANDLE) for one in opinions]

    desk.talk.undo([routed[order[0]]])
    [visit] = desk.visits.find_from(meeting.uid)
    alive = [one.uid for one in visit.matters if one.withdrawn_at is None]
    assert alive == [routed[order[1]].matter_uid]

    desk.talk.undo([routed[order[1]]])
    assert desk.visits.find_from(meeting.uid) == []


def test_a_matter_that_somebody_took_up_stays(desk: Desk, meeting: Consultation, who: Participant):
    routed = desk.talk.statements.route(said(desk, who, meeting, "电梯停运。"), HANDLE)
    [visit] = desk.visits.find_from(meeting.uid)
    desk.visits.correct_matter(visit.matters[0], {"title": "电梯常坏"})

    with pytest.raises(Refused, match="matter_handled") as refused:
        desk.talk.undo([routed])
    assert refused.value.facts()["key"] == visit.matters[0].number
    assert desk.talk.statements.load(routed.uid).matter_uid == visit.matters[0].uid

    desk.undo(desk.visits.load(visit.number).matters[0])
    desk.talk.undo([routed])
    assert desk.visits.find_from(meeting.uid) == []


def test_what_went_with_a_meeting_comes_back_only_there(
    desk: Desk, meeting: Consultation, who: Participant
):
    routed = desk.talk.statements.route(said(desk, who, meeting, "电梯停运。"), HANDLE)
    [visit] = desk.visits.find_from(meeting.uid)
    desk.talk.undo([routed])
    for record in (desk.visits.load(visit.number), desk.visits.load(visit.number).matters[0]):
        with pytest.raises(Refused, match="undo_in_the_meeting"):
            desk.undo(record)

    free = desk.talk.statements.load(routed.uid)
    assert desk.undo(free).matter_uid == routed.matter_uid
    assert len(desk.visits.find_from(meeting.uid)) == 1


def test_a_draw_goes_whole(desk: Desk, meeting: Consultation, tmp_path: Path):
    path = tmp_path / "名单.csv"
    path.write_text("\n".join(f"居民{n:02d}" for n in range(20)), "utf-8")
    drawing = desk.talk.drawings.draw(meeting, desk.talk.drawings.read(path), DrawOrder("种子", 5))
    first, *_ = drawn = desk.talk.participants.of(meeting.uid)
    came = desk.talk.participants.sign_in(first, Presence.PRESENT)

    with pytest.raises(Refused, match="changed_since"):
        desk.talk.undo([drawing])
    assert desk.talk.participants.of(meeting.uid) != []

    desk.talk.undo([came])
    assert desk.talk.undo([drawing]) == 1 + len(drawn)
    found = desk.talk.meetings.meeting(meeting.uid)
    assert (found.participants, found.drawings) == ([], [])
    again = desk.talk.drawings.draw(meeting, desk.talk.drawings.read(path), DrawOrder("种子", 5))
    assert again.uid != drawing.uid
    assert len(desk.talk.participants.of(meeting.uid)) == 5


def test_a_paste_goes_whole(desk: Desk, meeting: Consultation):
    pasted = [a_statement(meeting, words) for words in ("一", "二", "三")]
    desk.talk.statements.register_all(pasted)
    assert [one.content for one in desk.talk.statements.of(meeting.uid)] == ["一", "二", "三"]

    assert desk.talk.undo(pasted[:1]) == 3
    assert desk.talk.statements.of(meeting.uid) == []


def test_a_meeting_is_recorded_again_and_nobody_was_on_duty(desk: Desk, meeting: Consultation):
    desk.deputies.register(a_deputy("王建国"))
    deputy = a_participant(meeting, "王建国", participant_kind=ParticipantKind.DEPUTY)
    desk.talk.participants.register(deputy)
    desk.talk.participants.sign_in(deputy, Presence.PRESENT)
    ready = desk.talk.meetings.finish(desk.talk.meetings.load(meeting.uid))
    assert len(desk.schedule.journal.find()) == 1

    back = desk.talk.meetings.undo(ready)
    assert (back.state, desk.schedule.journal.find()) == (ConsultationState.RECORDING, [])

    ready = desk.talk.meetings.finish(back)
    assert desk.talk.undo([ready]) == 2
    assert desk.schedule.journal.find() == []


def test_a_signed_meeting_never_changes(desk: Desk, meeting: Consultation, who: Participant):
    opinion = said(desk, who, meeting, "电梯停运。")
    promised = a_commitment(meeting, unit_name="物业公司", due_on=NOON.date())
    desk.talk.commitments.register(promised)
    ready = desk.talk.meetings.finish(desk.talk.meetings.load(meeting.uid))
    signed = desk.talk.meetings.sign(ready, "刘站长", NOON.date())
    added = desk.talk.meetings.add(signed, "第 1 条听错了")

    for record in (signed, added, opinion, who, promised):
        for undo in (lambda one: desk.talk.undo([one]), desk.undo):
            with pytest.raises((Refused, StaleRecord)):
                undo(record)
    with pytest.raises(Refused, match="meeting_signed"):
        desk.talk.meetings.undo(desk.talk.meetings.load(meeting.uid))
    assert desk.talk.statements.load(opinion.uid).withdrawn_at is None

    kept = desk.talk.commitments.keep(desk.talk.commitments.load(promised.uid), NOON.date())
    desk.talk.undo([kept])
    assert desk.talk.commitments.load(promised.uid).state is CommitmentState.OPEN


def test_a_routed_opinion_is_not_taken_away(desk: Desk, meeting: Consultation, who: Participant):
    routed = desk.talk.statements.route(said(desk, who, meeting, "电梯停运。"), HANDLE)
    for act in (
        lambda: desk.talk.statements.withdraw(routed, "不要了"),
        lambda: desk.talk.statements.correct(routed, {"kind": StatementKind.REMARK}),
    ):
        with pytest.raises(Refused, match="already_routed"):
            act()

    gone = desk.talk.statements.withdraw(said(desk, who, meeting, "听错了"), "听错了")
    with pytest.raises(Refused, match="already_withdrawn"):
        desk.talk.statements.route(gone, HANDLE)
    with pytest.raises(Refused, match="already_withdrawn"):
        desk.talk.statements.move(gone, None)


def test_a_meeting_with_an_agenda_is_taken_back_with_its_points(desk: Desk) -> None:
    points = [AgendaItem(uid=new_uid(NOON), title=title) for title in ("物业", "充电桩")]
    one = a_consultation(agenda=points)
    desk.talk.meetings.register(one)
    seen = desk.talk.meetings.load(one.uid)
    uids = [point.uid for point in seen.agenda]
    opened = desk.talk.meetings.open(seen)

    desk.talk.undo([opened])
    planned = desk.talk.meetings.load(one.uid)
    assert planned.state is ConsultationState.PLANNED
    assert [point.uid for point in planned.agenda] == uids, "what was said refers to them"
    again = desk.talk.meetings.undo(planned)
    assert (again.state, [point.uid for point in again.agenda]) == (
        ConsultationState.RECORDING,
        uids,
    )


def test_what_is_routed_after_the_signature_can_be_taken_back_and_what_was_signed_cannot(
    desk: Desk, meeting: Consultation, who: Participant
) -> None:
    before = desk.talk.statements.route(said(desk, who, meeting, "电梯停运。"), HANDLE)
    left = said(desk, who, meeting, "路口太窄。")
    ready = desk.talk.meetings.finish(desk.talk.meetings.load(meeting.uid))
    desk.talk.meetings.sign(ready, "刘站长", NOON.date())

    routed = desk.talk.statements.route(left, HANDLE)
    assert routed.route is StatementRoute.TO_HANDLE
    desk.talk.undo([routed])
    assert desk.talk.statements.load(left.uid).route is None
    with pytest.raises(Refused, match="meeting_signed"):
        desk.talk.undo([before])
