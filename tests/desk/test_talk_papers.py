"""The papers of consultations from the desk: of what is saved, numbered, counted."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.consultation import AgendaItem, Consultation, LinkedMatter
from liaison_desktop.model.consultation_words import ConsultationState, StatementRoute
from liaison_desktop.model.faults import NotFound
from liaison_desktop.model.history import Printing
from liaison_desktop.model.uids import new_uid
from tests.builders import (
    NOON,
    a_commitment,
    a_consultation,
    a_participant,
    a_session,
    a_statement,
    a_visit,
)
from tests.documents.papers import on_paper
from tests.homes import StoppedClock

DAY = NOON.date()
Print = Callable[[Path], object]


@pytest.fixture
def meeting(desk: Desk, tmp_path: Path) -> Consultation:
    """A meeting from a matter, with an opinion that is one, a promise and a file."""
    visit = a_visit()
    desk.visits.register(visit)
    [matter] = desk.visits.load(visit.number).matters
    item = AgendaItem(uid=new_uid(NOON), title="电梯更新")
    one = a_consultation(agenda=[item], linked=[LinkedMatter(matter_uid=matter.uid)])
    desk.talk.meetings.register(one)
    meeting = desk.talk.meetings.open(desk.talk.meetings.load(one.uid))
    who = a_participant(meeting, "马秀英", phone="13800001234")
    desk.talk.participants.register(who)
    said = a_statement(meeting, speaker="马秀英", participant_uid=who.uid, item_uid=item.uid)
    desk.talk.statements.register(said)
    route = Routing(StatementRoute.TO_HANDLE, category="城建环资")
    desk.talk.statements.route(desk.talk.statements.load(said.uid), route)
    desk.talk.commitments.register(a_commitment(meeting, unit_name="城建办"))
    (tmp_path / "照片.jpg").write_bytes(b"x" * 2048)
    desk.attachments.register(meeting, tmp_path / "照片.jpg")
    return meeting


def printings(desk: Desk) -> list[tuple[str, int]]:
    with desk._store.read() as reading:
        return [(one.form, one.times) for one in reading.scalars(select(Printing))]


def without_print(path: Path) -> str:
    """Return what stands on a paper, but when and how often it was printed."""
    return re.sub(r"2026-11-20\d\d:\d\d第\d+次打印", "", on_paper(path))


def every_paper(desk: Desk, meeting: Consultation) -> dict[str, Print]:
    papers, uid = desk.talk_papers, meeting.uid
    return {
        "consultation_plan": partial(papers.print_plan, uid),
        "consultation_notice": partial(papers.print_notice, uid),
        "sign_in_sheet": partial(papers.print_sign_in, uid),
        "consultation_record": partial(papers.print_record, uid),
        "minutes": partial(papers.print_minutes, uid),
        "opinions": partial(papers.print_opinions, uid),
        "public_record": partial(papers.print_public, uid),
        "series": partial(papers.print_series, meeting.topic),
    }


def test_every_paper_is_counted_and_a_reprint_says_so(
    desk: Desk, meeting: Consultation, tmp_path: Path
) -> None:
    target = tmp_path / "p.pdf"
    for form, draw in every_paper(desk, meeting).items():
        for times in (1, 2):
            drawn = draw(target)
            assert (drawn.form, drawn.times) == (form, times)
            assert f"第{times}次打印" in on_paper(target)
    forms = list(every_paper(desk, meeting))
    assert printings(desk) == [(form, times) for form in forms for times in (1, 2)]


def test_the_record_has_the_matters_and_the_files(
    desk: Desk, meeting: Consultation, tmp_path: Path
) -> None:
    desk.talk_papers.print_record(meeting.uid, tmp_path / "p.pdf")
    text = on_paper(tmp_path / "p.pdf")
    [link] = meeting.linked
    linked = desk.matters.load_facts(str(link.matter_uid)).matter.number
    [said] = desk.talk.statements.of(meeting.uid)
    became = desk.matters.load_facts(str(said.matter_uid)).matter.number
    for told in (f"{linked}路灯不亮", f"转意见办理{became}", "1.照片.jpg（2KB）", "13800001234"):
        assert told in text, told
    desk.talk_papers.print_record(meeting.uid, tmp_path / "p.pdf", ["statements"])
    assert "电梯停运三天才修" not in on_paper(tmp_path / "p.pdf")


def test_minutes_and_notices_take_their_numbers_from_one_row(
    desk: Desk, meeting: Consultation, tmp_path: Path
) -> None:
    session, target = a_session(), tmp_path / "p.pdf"
    desk.schedule.sessions.register(session)
    desk.schedule_papers.print_notice(session, target)
    desk.talk_papers.print_minutes(meeting.uid, target)
    desk.talk_papers.print_minutes(meeting.uid, target)
    assert "〔2026〕2号" in on_paper(target)
    assert desk.talk.meetings.load(meeting.uid).doc_number == "〔2026〕2号"
    other = a_session(held_on=date(2026, 12, 4))
    desk.schedule.sessions.register(other)
    desk.schedule_papers.print_notice(other, target)
    assert "〔2026〕3号" in on_paper(target)


def test_a_number_that_was_typed_is_kept(desk: Desk, tmp_path: Path) -> None:
    one = a_consultation(doc_number="清工委〔2026〕44号")
    desk.talk.meetings.register(one)
    desk.talk_papers.print_minutes(one.uid, tmp_path / "p.pdf")
    assert "清工委〔2026〕44号" in on_paper(tmp_path / "p.pdf")


def test_signed_minutes_are_numbered_and_stay_signed(
    desk: Desk, meeting: Consultation, tmp_path: Path
) -> None:
    meetings = desk.talk.meetings
    ready = meetings.finish(meetings.load(meeting.uid))
    meetings.sign(ready, "刘站长", date(2026, 11, 24))
    desk.talk_papers.print_minutes(meeting.uid, tmp_path / "p.pdf")
    text = on_paper(tmp_path / "p.pdf")
    assert "〔2026〕1号" in text
    assert "签发：刘站长" in text
    assert meetings.load(meeting.uid).state is ConsultationState.SIGNED


def test_a_series_is_of_every_meeting_on_the_topic(
    desk: Desk, meeting: Consultation, tmp_path: Path
) -> None:
    before = a_consultation("春季恳谈会", held_on=date(2026, 3, 6))
    other = a_consultation("停车恳谈会", topic="停车")
    for one in (before, other):
        desk.talk.meetings.register(one)
    desk.talk_papers.print_series(meeting.topic, tmp_path / "p.pdf")
    text = on_paper(tmp_path / "p.pdf")
    assert text.index("春季恳谈会") < text.index("物业服务民情恳谈会")
    assert "停车恳谈会" not in text
    assert "1次会议（另有筹备中1次）" in text
    assert printings(desk) == [("series", 1), ("series", 1)], "it is a paper of both"


def test_a_meeting_that_was_called_off_is_in_no_series(
    desk: Desk, meeting: Consultation, tmp_path: Path
) -> None:
    desk.talk.meetings.register(a_consultation("春季恳谈会", held_on=date(2026, 3, 6)))
    [before] = [one for one in desk.talk.meetings.newest() if one.title == "春季恳谈会"]
    desk.talk.meetings.cancel(before, "下雨")
    desk.talk_papers.print_series(meeting.topic, tmp_path / "p.pdf")
    assert "春季恳谈会" not in on_paper(tmp_path / "p.pdf")


@pytest.mark.parametrize("topic", ["", "无此议题"])
def test_no_series_is_drawn_of_nothing(desk: Desk, tmp_path: Path, topic: str) -> None:
    desk.talk.meetings.register(a_consultation(topic=""))
    with pytest.raises(NotFound):
        desk.talk_papers.print_series(topic, tmp_path / "p.pdf")


def test_empty_sheets_are_not_counted(desk: Desk, tmp_path: Path) -> None:
    assert desk.talk_papers.print_blank_sign_in(3, tmp_path / "p.pdf").pages == 3
    assert printings(desk) == []


def test_what_was_signed_is_printed_whatever_became_of_it(
    desk: Desk, meeting: Consultation, tmp_path: Path, clock: StoppedClock
) -> None:
    left = a_statement(meeting, "路口太窄。")
    desk.talk.statements.register(left)
    target = tmp_path / "p.pdf"
    ready = desk.talk.meetings.finish(desk.talk.meetings.load(meeting.uid))
    desk.talk.meetings.sign(ready, "刘站长", DAY)
    desk.talk_papers.print_minutes(meeting.uid, target)
    minutes = without_print(target)
    desk.talk_papers.print_record(meeting.uid, target)
    record = without_print(target)

    [promise] = desk.talk.commitments.of(meeting.uid)
    fuller = desk.talk.commitments.correct(promise, {"unit_name": "区城建局", "due_on": DAY})
    desk.talk.commitments.keep(fuller, DAY, "竣工照片")
    [link] = meeting.linked
    matter = desk.matters.load_facts(str(link.matter_uid)).matter
    desk.visits.correct_matter(matter, {"title": "路灯全改"}, "写明白")
    desk.talk.statements.route(
        desk.talk.statements.load(left.uid), Routing(StatementRoute.TO_HANDLE)
    )
    (tmp_path / "签字件.jpg").write_bytes(b"y" * 2048)
    clock.now += timedelta(minutes=1)
    desk.attachments.register(desk.talk.meetings.load(meeting.uid), tmp_path / "签字件.jpg")

    desk.talk_papers.print_record(meeting.uid, target)
    assert without_print(target) == record
    desk.talk_papers.print_minutes(meeting.uid, target)
    assert without_print(target) == minutes
    desk.talk_papers.print_opinions(meeting.uid, target)
    assert "区城建局" in on_paper(target), "the list says what is so by now"


def test_an_opinion_whose_matter_was_withdrawn_says_so_and_is_given_another_way(
    desk: Desk, meeting: Consultation, tmp_path: Path
) -> None:
    [visit] = desk.visits.find_from(meeting.uid)
    number = visit.matters[0].number
    desk.visits.withdraw(visit, "重复登记")
    desk.talk_papers.print_opinions(meeting.uid, tmp_path / "p.pdf")
    assert f"{number}（已撤回）" in on_paper(tmp_path / "p.pdf")

    [said] = desk.talk.statements.of(meeting.uid)
    routed = desk.talk.statements.route(said, Routing(StatementRoute.NOTED, note="已另登记"))
    assert (routed.route, routed.matter_uid) == (StatementRoute.NOTED, None)
