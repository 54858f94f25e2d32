"""The papers of the schedule from the desk: numbered, counted, of what stands in the register."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import vobject
from sqlalchemy import select

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.schedule_papers import ACTIVITIES, BLANKS
from liaison_desktop.model.consultation_words import ParticipantKind
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.field_visit import VisitingDeputy
from liaison_desktop.model.group_activity import Attendance
from liaison_desktop.model.history import Printing
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.plan_item import PlanDone
from liaison_desktop.model.reception_rule import write_reception_rule
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.recurrence import DayOfMonth
from liaison_desktop.model.schedule_words import NoticeKind, Presence, Rhythm
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Channel, MandateLevel
from tests.builders import (
    NOON,
    STATION_UID,
    a_consultation,
    a_deputy,
    a_field_visit,
    a_leave,
    a_matter,
    a_participant,
    a_plan_item,
    a_session,
    a_visit,
    a_visitor,
    an_activity,
)
from tests.documents.papers import codes, on_paper
from tests.homes import StoppedClock
from tests.model.reception_rules import a_rule

DAY = NOON.date()


@pytest.fixture
def session(desk: Desk) -> ReceptionSession:
    """A day on which 王建国, who is in the roster, receives."""
    mandates = [Mandate(level=MandateLevel.COUNTY, constituency="第3选区")]
    desk.deputies.register(a_deputy("王建国", phone="13800007777", mandates=mandates))
    session = a_session(slots=[RotaSlot(name="王建国"), RotaSlot(name="周丽华")])
    desk.schedule.sessions.register(session)
    return session


def printings(desk: Desk) -> list[tuple[str, int]]:
    with desk._store.read() as reading:
        return [(one.form, one.times) for one in reading.scalars(select(Printing))]


def notices(desk: Desk, session: ReceptionSession) -> list[Notice]:
    return desk.schedule.sessions.notices_of(session)


def test_a_notice_is_prepared_numbered_once_and_counted(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    for is_poster in (False, True):
        desk.schedule_papers.print_notice(session, tmp_path / "n.pdf", is_poster=is_poster)
    [notice] = notices(desk, session)
    assert (notice.doc_number, notice.issued_on) == ("〔2026〕1号", DAY)
    assert (notice.held_on, notice.due_on) == (DAY, session.notice_by)
    assert printings(desk) == [("notice", 1), ("notice", 2)]
    text = on_paper(tmp_path / "n.pdf")
    assert "〔2026〕1号" in text
    assert "第2次打印" in text
    assert "BEGIN:VEVENT" in codes(tmp_path / "n.pdf")[0]


def test_the_next_notice_has_the_next_number_in_the_office_s_own_form(
    head_desk: Desk, desk: Desk, tmp_path: Path
) -> None:
    head_desk.settings.change({"doc_number_form": "({year}){number}号"})
    typed = a_session(held_on=date(2026, 12, 1))
    desk.schedule.sessions.register(typed)
    first = desk.schedule.notices.prepare(typed)
    desk.schedule.notices.correct(first, {"doc_number": "(2026)7号"})
    other = a_session(held_on=date(2026, 12, 15))
    desk.schedule.sessions.register(other)
    desk.schedule_papers.print_notice(other, tmp_path / "n.pdf")
    assert notices(desk, other)[0].doc_number == "(2026)8号"
    desk.schedule_papers.print_notice(typed, tmp_path / "n.pdf")
    assert notices(desk, typed)[0].doc_number == "(2026)7号"


def test_what_was_moved_before_it_was_posted_is_announced_on_its_new_day(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    desk.schedule_papers.print_notice(session, tmp_path / "n.pdf")
    moved = desk.schedule.sessions.move(session, date(2026, 11, 25))
    desk.schedule_papers.print_notice(moved, tmp_path / "n.pdf")
    [notice] = notices(desk, moved)
    assert (notice.held_on, notice.due_on) == (date(2026, 11, 25), moved.notice_by)
    assert "2026年11月25日" in on_paper(tmp_path / "n.pdf")


def posted(desk: Desk, session: ReceptionSession, tmp_path: Path) -> None:
    desk.schedule_papers.print_notice(session, tmp_path / "n.pdf")
    [notice] = notices(desk, session)
    desk.schedule.notices.correct(notice, {"posted_on": date(2026, 11, 16)})


def test_a_posted_day_that_is_moved_prints_its_change(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    posted(desk, session, tmp_path)
    moved = desk.schedule.sessions.move(session, date(2026, 11, 25), "赴区里开会")
    desk.schedule_papers.print_notice(moved, tmp_path / "n.pdf")
    text = on_paper(tmp_path / "n.pdf")
    assert "改期" in text
    assert "〔2026〕2号" in text
    assert [one.kind for one in notices(desk, moved)] == [NoticeKind.ANNOUNCE, NoticeKind.CHANGE]


def test_a_day_called_off_prints_that_and_restored_announces_again(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    posted(desk, session, tmp_path)
    sessions = desk.schedule.sessions
    off = sessions.cancel(session, "台风")
    desk.schedule_papers.print_notice(off, tmp_path / "n.pdf")
    assert "取消" in on_paper(tmp_path / "n.pdf")
    back = sessions.restore(off)
    desk.schedule_papers.print_notice(back, tmp_path / "n.pdf")
    assert "〔2026〕1号" in on_paper(tmp_path / "n.pdf")  # the cancellation was never posted


def test_what_was_never_announced_needs_no_cancellation(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    off = desk.schedule.sessions.cancel(session, "台风")
    with pytest.raises(Refused, match="notice_needless"):
        desk.schedule_papers.print_notice(off, tmp_path / "n.pdf")


def test_the_text_of_a_notice_is_offered_to_be_typed_over(
    desk: Desk, session: ReceptionSession
) -> None:
    notice = desk.schedule.notices.prepare(session)
    assert "接待代表 王建国（区人大代表）、周丽华" in desk.schedule_papers.offered_body(notice)
    typed = desk.schedule.notices.correct(notice, {"body": "自拟公告"})
    assert desk.schedule_papers.offered_body(typed) == "自拟公告"


def test_a_late_posting_is_marked_on_the_rota_and_not_on_the_notice(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    notice = desk.schedule.notices.prepare(session)
    desk.schedule.notices.correct(notice, {"posted_on": date(2026, 11, 19)})
    desk.schedule_papers.print_rota(2026, tmp_path / "r.pdf")
    desk.schedule_papers.print_notice(session, tmp_path / "n.pdf")
    assert "公告迟于期限" in on_paper(tmp_path / "r.pdf")
    assert "11月19日" not in on_paper(tmp_path / "n.pdf")


def test_the_sheet_of_a_day_counts_what_was_registered(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    matters = [a_matter("路灯不亮"), a_matter("井盖松动")]
    visit = a_visit(a_visitor(), headcount=4, matters=matters)
    desk.visits.register(visit)
    desk.visits.register(a_visit(channel=Channel.CALL, matters=[a_matter("电话里说的")]))
    desk.schedule_papers.print_session(session, tmp_path / "s.pdf")
    text = on_paper(tmp_path / "s.pdf")
    for said in ("1批", "4人次", "2件", f"{visit.number}-1路灯不亮", f"{visit.number}-2井盖松动"):
        assert said in text, said
    assert "电话里说的" not in text


def test_a_month_and_a_wall_sheet_are_of_what_is_planned(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    item = a_plan_item(done=[PlanDone(due_on=date(2026, 1, 5), done_on=date(2026, 1, 5))])
    desk.schedule.plan_items.register(item)
    past = a_plan_item("旧事", rhythm=Rhythm.ONCE, starts_on=date(2020, 1, 6))
    desk.schedule.plan_items.register(past)
    desk.schedule_papers.print_month(DAY, tmp_path / "m.pdf")
    desk.schedule_papers.print_wall_sheet(2026, tmp_path / "w.pdf")
    assert "王建国（区）周丽华" in on_paper(tmp_path / "m.pdf")
    text = on_paper(tmp_path / "w.pdf")
    assert "走访联系选民5*5" in text
    assert "旧事" not in text


def test_the_board_shows_who_is_in_office_and_when_he_receives(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    desk.deputies.register(a_deputy("陈明"))  # without a mandate
    for name, ends in (("单月20日", {}), ("旧规则", {"valid_to": date(2026, 10, 31)})):
        toml = write_reception_rule(a_rule(DayOfMonth((20,)), name=name, **ends))
        kept = KeptRule(uid=new_uid(NOON), station_uid=STATION_UID, name=name, toml=toml)
        desk.schedule.rules.register(kept)
    desk.schedule_papers.print_board(tmp_path / "b.pdf")
    text = on_paper(tmp_path / "b.pdf")
    for said in ("王建国", "第3选区", "本人接待日：11月20日", "接待日：单月20日"):
        assert said in text, said
    assert "陈明" not in text
    assert "旧规则" not in text
    assert "13800007777" not in text


def _leave(desk: Desk, target: Path) -> object:
    leave = a_leave()
    desk.schedule.leaves.register(leave)
    return desk.schedule_papers.print_leave(leave, target)


def _field_visit(desk: Desk, target: Path) -> object:
    visit = a_field_visit()
    desk.schedule.field_visits.register(visit)
    return desk.schedule_papers.print_field_visit(visit, target, for_writing=True)


@pytest.mark.parametrize(
    ("draw", "title"), [(_leave, "代表请假单"), (_field_visit, "代表走访选民记录表")]
)
def test_one_record_is_one_paper(
    desk: Desk, tmp_path: Path, draw: Callable[[Desk, Path], object], title: str
) -> None:
    draw(desk, tmp_path / "p.pdf")
    text = on_paper(tmp_path / "p.pdf")
    assert title in text
    assert "王建国" in text
    assert "第1次打印" in text


def test_the_papers_of_an_activity_are_counted_each_by_itself(desk: Desk, tmp_path: Path) -> None:
    activity = an_activity()
    desk.schedule.activities.register(activity)
    for form in (*ACTIVITIES, ACTIVITIES[0]):
        desk.schedule_papers.print_activity(activity, form, tmp_path / "a.pdf")
    assert [times for _, times in printings(desk)] == [1, 1, 1, 2]


@pytest.mark.parametrize("form", BLANKS)
def test_empty_forms_are_not_counted(desk: Desk, tmp_path: Path, form: str) -> None:
    drawn = desk.schedule_papers.print_blank(form, 3, tmp_path / "b.pdf")
    assert (drawn.pages, drawn.form) == (3, form)
    assert printings(desk) == []


def read_back(path: Path) -> dict[str, tuple[str, str, int]]:
    calendar = vobject.readOne(path.read_text("utf-8"))
    return {
        event.uid.value: (event.summary.value, event.status.value, int(event.sequence.value))
        for event in calendar.contents.get("vevent", [])
    }


def test_the_calendar_of_the_station_and_of_one_deputy(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    target = tmp_path / "日程.ics"
    visit = a_field_visit("周丽华", visited_on=date(2026, 11, 24))
    activity = an_activity(attendances=[Attendance(name="王建国"), Attendance(name="陈明")])
    later = a_session(held_on=date(2027, 5, 1), slots=[RotaSlot(name="王建国")])
    desk.schedule.field_visits.register(visit)
    desk.schedule.activities.register(activity)
    desk.schedule.sessions.register(later)
    year = (date(2026, 1, 1), date(2026, 12, 31))
    assert desk.schedule_papers.write_calendar(*year, target) == 3
    before = read_back(target)
    assert set(before) == {str(session.uid), str(visit.uid), str(activity.uid)}

    deputy = desk.deputies.find("王建国")[0]
    assert desk.schedule_papers.write_calendar(*year, target, deputy) == 2
    assert set(read_back(target)) == {str(session.uid), str(activity.uid)}

    desk.schedule.sessions.cancel(session, "台风")
    desk.schedule.activities.withdraw(activity, "登记错了")
    desk.schedule_papers.write_calendar(*year, target)
    after = read_back(target)
    assert after[str(session.uid)][1] == after[str(activity.uid)][1] == "CANCELLED"
    assert after[str(session.uid)][2] > before[str(session.uid)][2]
    assert after[str(visit.uid)] == before[str(visit.uid)]


def test_the_calendar_has_the_meetings_and_of_a_deputy_those_he_comes_to(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    target, year = tmp_path / "日程.ics", (date(2026, 1, 1), date(2026, 12, 31))
    his, other = a_consultation("物业恳谈会"), a_consultation("停车恳谈会")
    for one in (his, other):
        desk.talk.meetings.register(one)
    deputy = desk.deputies.find("王建国")[0]
    who = a_participant(his, "王建国", participant_kind=ParticipantKind.DEPUTY)
    desk.talk.participants.register(who)
    desk.schedule_papers.write_calendar(*year, target)
    assert {str(his.uid), str(other.uid)} <= set(read_back(target))
    desk.schedule_papers.write_calendar(*year, target, deputy)
    assert set(read_back(target)) == {str(session.uid), str(his.uid)}

    desk.talk.participants.sign_in(desk.talk.participants.load(who.uid), Presence.ON_LEAVE)
    desk.schedule_papers.write_calendar(*year, target, deputy)
    assert set(read_back(target)) == {str(session.uid)}
    desk.talk.meetings.cancel(desk.talk.meetings.load(his.uid), "台风")
    desk.schedule_papers.write_calendar(*year, target)
    assert read_back(target)[str(his.uid)][1] == "CANCELLED"


def test_a_deputy_on_leave_has_the_day_no_more(
    desk: Desk, session: ReceptionSession, tmp_path: Path
) -> None:
    desk.schedule.sessions.substitute(session, 0, "陈明", "出差", Presence.ON_LEAVE)
    deputy = desk.deputies.find("王建国")[0]
    assert desk.schedule_papers.write_calendar(DAY, DAY, tmp_path / "x.ics", deputy) == 0


def test_days_the_wrong_way_round_are_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="days_reversed"):
        desk.schedule_papers.write_calendar(DAY, date(2026, 1, 1), tmp_path / "x.ics")
    assert not (tmp_path / "x.ics").exists()


def test_the_same_calendar_is_the_same_bytes(
    desk: Desk, session: ReceptionSession, clock: StoppedClock, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        desk.schedule_papers.write_calendar(DAY, DAY, tmp_path / name)
        clock.now = clock.now.replace(hour=15)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_field_visit_of_somebody_else_is_not_of_a_deputy(desk: Desk, tmp_path: Path) -> None:
    deputy = desk.deputies.register(a_deputy("李桂芳"))
    visit = a_field_visit(deputies=[VisitingDeputy(name="李桂芬")])
    desk.schedule.field_visits.register(visit)
    assert desk.schedule_papers.write_calendar(DAY, DAY, tmp_path / "x.ics", deputy) == 0
    assert "李桂芬" not in (tmp_path / "x.ics").read_text("utf-8")


def test_an_activity_that_a_deputy_does_not_come_to_is_not_in_his_calendar(
    desk: Desk, tmp_path: Path
) -> None:
    desk.deputies.register(a_deputy("王建国"))
    activity = an_activity()
    activity.attendances = [Attendance(name="王建国"), Attendance(name="周丽华")]
    desk.schedule.activities.register(activity)
    deputy = desk.deputies.find("王建国")[0]
    write = desk.schedule_papers.write_calendar
    assert write(DAY, DAY, tmp_path / "x.ics", deputy) == 1
    away = [Attendance(name="王建国", presence=Presence.ON_LEAVE), Attendance(name="周丽华")]
    desk.schedule.activities.correct(activity, {"attendances": away})
    assert write(DAY, DAY, tmp_path / "x.ics", deputy) == 0


def test_a_field_visit_names_what_was_collected_on_the_way(desk: Desk, tmp_path: Path) -> None:
    visit = a_field_visit()
    desk.schedule.field_visits.register(visit)
    kept, gone = (
        a_visit(channel=Channel.FIELD_VISIT, source_uid=visit.uid, matters=[a_matter(title)])
        for title in ("路灯不亮", "登错")
    )
    for one in (kept, gone):
        desk.visits.register(one)
    desk.visits.withdraw(desk.visits.load(str(gone.uid)), "登错")
    desk.schedule_papers.print_field_visit(visit, tmp_path / "f.pdf")
    text = on_paper(tmp_path / "f.pdf")
    assert f"意见已登记：{desk.visits.load(str(kept.uid)).number}" in text
    assert desk.visits.load(str(gone.uid)).number not in text
