"""Reception days: moved, called off, held, closed once for everybody, and opened again."""

from datetime import date

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.announced import FORMER
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.faults import NotSaved, ProblemCode, Refused, StaleRecord
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import NoticeKind, Presence, SessionState
from liaison_desktop.model.uids import new_uid
from tests.builders import NOON, STATION_UID, a_deputy, a_session, a_visit, a_visitor

DAY = NOON.date()


@pytest.fixture
def session(desk: Desk) -> ReceptionSession:
    """A day with two deputies, the first of them in the roster."""
    desk.deputies.register(a_deputy("王建国"))
    session = a_session(slots=[RotaSlot(name="王建国"), RotaSlot(name="周丽华")])
    desk.schedule.sessions.register(session)
    return session


def test_names_are_tied_to_the_roster_and_others_stay_text(
    desk: Desk, session: ReceptionSession
) -> None:
    known, unknown = desk.schedule.sessions.load(session.uid).slots
    assert known.deputy_uid == desk.deputies.find("王建国")[0].uid
    assert (unknown.name, unknown.deputy_uid) == ("周丽华", None)


def test_a_session_moves_with_the_day_its_notice_is_due(
    desk: Desk, session: ReceptionSession
) -> None:
    moved = desk.schedule.sessions.move(session, date(2026, 11, 25))
    assert (moved.planned_on, moved.held_on) == (DAY, date(2026, 11, 25))
    assert moved.notice_by == date(2026, 11, 22)
    assert desk.schedule.sessions.notices_of(moved) == []


def test_moving_what_was_posted_prepares_the_notice_of_it_and_goes_back_whole(
    desk: Desk, session: ReceptionSession
) -> None:
    sessions = desk.schedule.sessions
    desk.schedule.notices.register(_posted(session))
    with pytest.raises(NotSaved):
        sessions.move(session, date(2026, 11, 25))  # nobody says why
    moved = sessions.move(session, date(2026, 11, 25), "代表赴区里开会")
    told = sessions.notices_of(moved)[-1]
    assert (told.kind, told.former_on, told.held_on) == (NoticeKind.CHANGE, DAY, moved.held_on)
    assert desk.schedule.undo([moved]) == 2
    back = sessions.load(session.uid)
    assert (back.held_on, back.notice_by) == (DAY, date(2026, 11, 17))
    assert [notice.kind for notice in sessions.notices_of(back)] == [NoticeKind.ANNOUNCE]
    with pytest.raises(StaleRecord):
        desk.schedule.undo([moved])


CHANGES: list[tuple[dict[str, object], dict[str, object]]] = [
    ({"starts": "14:00", "ends": "16:00"}, {"former_starts": "09:00", "former_ends": "11:00"}),
    ({"place": "文化站二楼"}, {"former_place": "代表联络站"}),
    ({"slots": [RotaSlot(name="王建国")]}, {"former_names": "王建国、周丽华"}),
]


@pytest.mark.parametrize(("changes", "former"), CHANGES)
def test_changing_what_was_posted_prepares_the_notice_of_it_and_goes_back_whole(
    desk: Desk, session: ReceptionSession, changes: dict[str, object], former: dict[str, object]
) -> None:
    sessions = desk.schedule.sessions
    desk.schedule.notices.register(_posted(session))
    with pytest.raises(NotSaved) as fault:
        sessions.correct(session, changes)  # nobody says why
    assert [problem.field for problem in fault.value.problems] == ["reason"]
    changed = sessions.correct(session, changes, "会议室停电")
    told = sessions.notices_of(changed)[-1]
    assert (told.kind, told.held_on, told.reason) == (NoticeKind.CHANGE, DAY, "会议室停电")
    assert {name: getattr(told, name) for name in FORMER if getattr(told, name)} == former
    assert not told.tells_of_move
    assert [due.session_uid for due in desk.schedule.notices.due(DAY)] == [session.uid]
    assert desk.schedule.undo([changed]) == 2
    assert [notice.kind for notice in sessions.notices_of(session)] == [NoticeKind.ANNOUNCE]
    assert desk.schedule.notices.due(DAY) == []


def test_what_is_not_on_the_notice_is_changed_without_one(
    desk: Desk, session: ReceptionSession
) -> None:
    sessions = desk.schedule.sessions
    desk.schedule.notices.register(_posted(session))
    changed = sessions.correct(session, {"remark": "备茶水"})
    turned = sessions.correct(changed, {"slots": [RotaSlot(name=n) for n in ("周丽华", "王建国")]})
    assert len(sessions.notices_of(turned)) == 1


def test_a_change_before_anything_hangs_out_needs_no_notice(
    desk: Desk, session: ReceptionSession
) -> None:
    sessions = desk.schedule.sessions
    desk.schedule.notices.prepare(session)
    assert len(sessions.notices_of(sessions.correct(session, {"place": "文化站"}))) == 1


def test_changes_before_the_next_posting_are_one_notice_of_what_hangs_out(
    desk: Desk, session: ReceptionSession
) -> None:
    sessions = desk.schedule.sessions
    desk.schedule.notices.register(_posted(session))
    first = sessions.correct(session, {"place": "文化站"}, "停电")
    second = sessions.correct(first, {"place": "村委会", "starts": "10:00"}, "")
    third = sessions.move(second, date(2026, 11, 25), "代表开会")
    [_posted_one, told] = sessions.notices_of(third)
    assert (told.former_place, told.former_starts, told.former_on) == ("代表联络站", "09:00", DAY)
    assert (told.held_on, told.reason) == (date(2026, 11, 25), "代表开会")
    assert desk.schedule.undo([third]) == 2
    assert sessions.notices_of(third)[-1].former_on is None
    as_it_was = {"place": "代表联络站", "starts": "09:00"}
    again = sessions.correct(sessions.load(third.uid), as_it_was)
    assert [notice.kind for notice in sessions.notices_of(again)] == [NoticeKind.ANNOUNCE]


def test_what_the_posted_notice_left_out_is_told_and_known_again(desk: Desk) -> None:
    sessions = desk.schedule.sessions
    bare = a_session(place="", slots=[])
    sessions.register(bare)
    desk.schedule.notices.register(_posted(bare))
    seated = sessions.seat(bare, "王建国", "增加代表")
    moved = sessions.correct(seated, {"place": "文化站"}, "停电")
    again = sessions.correct(moved, {"place": "村委会"}, "停电")
    told = sessions.notices_of(again)[-1]
    assert (told.former_names, told.former_place) == ("未写明", "本站")
    back = sessions.correct(again, {"place": "", "slots": []})
    assert len(sessions.notices_of(back)) == 1


def test_a_cancellation_taken_back_does_not_hide_what_hangs_out(
    desk: Desk, session: ReceptionSession
) -> None:
    sessions = desk.schedule.sessions
    desk.schedule.notices.register(_posted(session))
    changed = sessions.correct(session, {"place": "文化站"}, "停电")
    restored = sessions.restore(sessions.cancel(changed, "台风"))
    again = sessions.correct(restored, {"place": "村委会"}, "停电")
    kinds = [notice.kind for notice in sessions.notices_of(again)]
    assert kinds == [NoticeKind.ANNOUNCE, NoticeKind.CHANGE, NoticeKind.CANCEL]
    assert sessions.notices_of(again)[1].former_place == "代表联络站"


def test_other_deputies_than_announced_are_told_however_they_came(
    desk: Desk, session: ReceptionSession
) -> None:
    sessions = desk.schedule.sessions
    desk.schedule.notices.register(_posted(session))
    with pytest.raises(NotSaved):
        sessions.seat(session, "李志强")
    seated = sessions.seat(session, "李志强", "增加一名代表")
    told = sessions.notices_of(seated)[-1]
    assert told.former_names == "王建国、周丽华"
    gone = sessions.substitute(seated, 0, "孙立军", "出差", Presence.ON_LEAVE)
    assert [n.former_names for n in sessions.notices_of(gone)] == ["", "王建国、周丽华"]
    other = a_session(held_on=date(2026, 12, 18), slots=[RotaSlot(name="吴敏")])
    sessions.register(other)
    mine, _his = sessions.swap(gone, 1, other, 0, "互换")
    assert [n.reason for n in sessions.notices_of(mine)] == ["", "互换"]
    assert sessions.notices_of(other) == []


def test_on_the_day_itself_nothing_is_announced_any_more(
    desk: Desk, session: ReceptionSession
) -> None:
    sessions = desk.schedule.sessions
    desk.schedule.notices.register(_posted(session))
    here = sessions.substitute(sessions.open(session), 0, "孙立军", "出差", Presence.ON_LEAVE)
    assert len(sessions.notices_of(here)) == 1


def test_a_cancelled_session_is_told_of_and_can_be_restored(
    desk: Desk, session: ReceptionSession
) -> None:
    sessions = desk.schedule.sessions
    with pytest.raises(Refused, match="reason_missing"):
        sessions.cancel(session, " ")
    desk.schedule.notices.register(_posted(session))
    with pytest.raises(NotSaved):
        sessions.cancel(session, "台" * 201)  # more than a notice has room for
    cancelled = sessions.cancel(session, "台风")
    assert sessions.notices_of(cancelled)[-1].kind is NoticeKind.CANCEL
    with pytest.raises(Refused, match="session_state"):
        sessions.open(cancelled)
    assert sessions.restore(cancelled).state is SessionState.PLANNED


def test_closing_makes_one_entry_for_each_who_came_and_reopening_withdraws_them(
    desk: Desk, session: ReceptionSession
) -> None:
    sessions = desk.schedule.sessions
    opened = sessions.open(session)
    assert opened.opened_at == NOON
    here = sessions.sign_in(opened, {0: Presence.PRESENT})
    assert here.slots[0].signed_at == NOON
    with pytest.raises(NotSaved) as refused:
        sessions.close(here)
    assert [p.field for p in refused.value.problems] == ["slots.1.presence"]
    here = sessions.substitute(here, 1, "李志强", "临时有会", Presence.ON_LEAVE)
    closed = sessions.close(sessions.sign_in(here, {2: Presence.PRESENT}), "接待三人")
    assert closed.state is SessionState.CLOSED
    assert _journal(desk) == ["王建国", "李志强"]
    again = sessions.reopen(closed, "漏记一位代表")
    assert _journal(desk) == []
    withdrawn = [one.withdrawn_reason for one in desk.schedule.journal.find_all()]
    assert withdrawn == ["重新打开接待日：漏记一位代表"] * 2
    closed = sessions.close(again)
    assert (closed.closings, _journal(desk)) == (2, ["王建国", "李志强"])
    assert closed.summary == "接待三人"


def test_undoing_a_reopening_brings_the_journal_back(desk: Desk, session: ReceptionSession) -> None:
    sessions = desk.schedule.sessions
    came = {0: Presence.PRESENT, 1: Presence.PRESENT}
    closed = sessions.close(sessions.sign_in(sessions.open(session), came))
    again = sessions.reopen(closed, "漏记")
    assert _journal(desk) == []
    assert desk.schedule.undo([again]) == 3
    assert _journal(desk) == ["王建国", "周丽华"]
    assert sessions.load(session.uid).state is SessionState.CLOSED


def test_two_deputies_swap_days_in_one_act(desk: Desk, session: ReceptionSession) -> None:
    sessions = desk.schedule.sessions
    other = a_session(held_on=date(2026, 12, 18), slots=[RotaSlot(name="孙立军")])
    sessions.register(other)
    mine, his = sessions.swap(session, 1, other, 0, "互换")
    assert [slot.name for slot in mine.slots] == ["王建国", "孙立军"]
    assert [slot.name for slot in his.slots] == ["周丽华"]
    assert mine.slots[1].is_fixed
    with pytest.raises(NotSaved):
        sessions.swap(mine, 1, sessions.correct(his, {"slots": [RotaSlot(name="王建国")]}), 0, "换")
    assert desk.schedule.undo([mine]) == 1  # the other was changed since: it stays


def test_nobody_sits_in_a_session_twice_and_times_are_times(desk: Desk) -> None:
    twice = a_session(slots=[RotaSlot(name="王建国"), RotaSlot(name="王建国 ")], ends="8:00")
    with pytest.raises(NotSaved) as refused:
        desk.schedule.sessions.register(twice)
    found = {(problem.field, problem.code) for problem in refused.value.problems}
    assert found == {
        ("slots.1.name", ProblemCode.OVERLAPS),
        ("ends", ProblemCode.BAD_VALUE),
    }


def test_the_day_counts_what_was_registered_on_it(desk: Desk, session: ReceptionSession) -> None:
    desk.visits.register(a_visit(a_visitor(), headcount=3))
    counts = desk.schedule.sessions.count(session)
    assert (counts.visits, counts.visitors, counts.matters) == (1, 3, 1)


def test_a_corrected_name_is_tied_to_the_deputy_who_bears_it(desk: Desk) -> None:
    for name in ("王建国", "周丽华"):
        desk.deputies.register(a_deputy(name))
    entry = DutyEntry(**_own(), deputy_name="王建国", kind="training", done_on=DAY)  # type: ignore[arg-type]  # a word as typed
    desk.schedule.journal.register(entry)
    corrected = desk.schedule.journal.correct(entry, {"deputy_name": "周丽华"}, "记错人")
    assert corrected.deputy_uid == desk.deputies.find("周丽华")[0].uid


def test_several_records_are_registered_in_one_act_and_undone_by_it(desk: Desk) -> None:
    many = [a_session(held_on=date(2026, 12, day)) for day in (1, 2, 3)]
    desk.schedule.sessions.register_all(many)
    assert len({one.act for one in many}) == 1
    assert len(desk.schedule.sessions.find_between(date(2026, 12, 1), date(2026, 12, 2))) == 2
    assert desk.schedule.undo(many[:1]) == 3
    assert desk.schedule.sessions.find() == []


def _posted(session: ReceptionSession) -> Notice:
    posted = date(2026, 11, 16)
    return Notice(**_own(), session_uid=session.uid, held_on=session.held_on, posted_on=posted)  # type: ignore[arg-type]  # fields by name


def _own() -> dict[str, object]:
    return {"uid": new_uid(NOON), "station_uid": STATION_UID}


def _journal(desk: Desk) -> list[str]:
    return [entry.deputy_name for entry in desk.schedule.journal.find()]
