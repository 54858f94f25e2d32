"""今天: what of the meetings and their promises waits, how many, and where it leads."""

from datetime import date, timedelta

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.statements import Routing
from liaison_desktop.desk.talk_today import TalkToday, Waiting
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import (
    CommitmentState,
    StatementKind,
    StatementRoute,
)
from liaison_desktop.model.words import Way
from tests.builders import NOON, a_commitment, a_consultation, a_statement

TODAY = NOON.date()
NOTHING = TalkToday()


def facts(desk: Desk) -> TalkToday:
    return desk.today_facts().talk


def planned(desk: Desk, title: str = "物业恳谈会", **changes: object) -> Consultation:
    one = a_consultation(title, **({"held_on": date(2026, 11, 10)} | changes))
    desk.talk.meetings.register(one)
    return one


def again(desk: Desk, one: Consultation) -> Consultation:
    return desk.talk.meetings.load(one.uid)


def promise(desk: Desk, one: Consultation, **changes: object) -> None:
    usual = {"unit_name": "清风物业公司", "due_on": TODAY + timedelta(days=30)}
    desk.talk.commitments.register(a_commitment(one, **(usual | changes)))


def test_a_fresh_home_has_nothing_of_it(desk: Desk) -> None:
    assert facts(desk) == NOTHING


def test_a_promise_kept_in_sight_by_nobody_waits_for_nothing(desk: Desk) -> None:
    promise(desk, planned(desk))
    assert facts(desk) == NOTHING


SETTLED = {"state": CommitmentState.KEPT, "settled_on": TODAY, "raised_by": "马秀英"}
PILES = {
    "overdue": {"due_on": TODAY - timedelta(days=1)},
    "due_soon": {"due_on": TODAY},
    "undated": {"unit_name": " "},
    "unheard": SETTLED,
}


@pytest.mark.parametrize("pile", PILES)
def test_a_promise_waits_in_one_pile(desk: Desk, pile: str) -> None:
    one = planned(desk)
    promise(desk, one, **PILES[pile])
    told = facts(desk)
    for name in PILES:
        expected = Waiting(1, one.uid) if name == pile else Waiting()
        assert getattr(told, name) == expected, name


def test_a_week_is_soon_and_a_day_more_is_not(desk: Desk) -> None:
    one = planned(desk)
    promise(desk, one, due_on=TODAY + timedelta(days=8))
    assert facts(desk).due_soon.count == 0
    promise(desk, one, due_on=TODAY + timedelta(days=7))
    assert facts(desk).due_soon.count == 1


def test_what_waits_in_two_meetings_leads_to_neither(desk: Desk) -> None:
    for title in ("物业恳谈会", "停车恳谈会"):
        promise(desk, planned(desk, title), due_on=None)
    assert facts(desk).undated == Waiting(2)


def test_what_was_settled_or_told_waits_no_longer(desk: Desk) -> None:
    one = planned(desk)
    promise(desk, one, due_on=date(2026, 11, 1), raised_by="马秀英")
    [seen] = desk.talk.commitments.of(one.uid)
    kept = desk.talk.commitments.keep(seen, TODAY)
    assert (facts(desk).overdue.count, facts(desk).unheard.count) == (0, 1)
    desk.talk.commitments.feed_back(kept, TODAY, Way.CALL)
    assert facts(desk) == NOTHING


def test_nothing_of_a_withdrawn_meeting_waits(head_desk: Desk) -> None:
    one = planned(head_desk, held_on=TODAY, notice_by=TODAY)
    promise(head_desk, one, due_on=date(2026, 11, 1))
    head_desk.talk.meetings.withdraw(again(head_desk, one), "登记错了")
    assert facts(head_desk) == NOTHING


def test_an_opinion_waits_for_its_route_once_the_meeting_is_over(desk: Desk) -> None:
    one = planned(desk, held_on=TODAY)
    said = a_statement(one, speaker="马秀英")
    desk.talk.statements.register(said)
    desk.talk.statements.register(a_statement(one, "修好。", kind=StatementKind.ANSWER))
    opened = desk.talk.meetings.open(again(desk, one))
    assert facts(desk).unrouted.count == 0
    desk.talk.meetings.finish(opened)
    assert facts(desk).unrouted == facts(desk).to_sign == Waiting(1, one.uid)
    noted = Routing(StatementRoute.NOTED, note="已有规定")
    desk.talk.statements.route(desk.talk.statements.load(said.uid), noted)
    assert facts(desk).unrouted.count == 0
    desk.talk.meetings.sign(again(desk, one), "刘敏", TODAY)
    assert facts(desk).to_sign.count == 0


def test_a_record_left_open_since_yesterday_shows_its_opinions(desk: Desk) -> None:
    one = planned(desk, held_on=TODAY - timedelta(days=1))
    desk.talk.statements.register(a_statement(one))
    desk.talk.meetings.open(again(desk, one))
    assert facts(desk).unrouted == Waiting(1, one.uid)


def test_an_opinion_without_route_waits_on_when_its_meeting_is_signed(desk: Desk) -> None:
    one = planned(desk, held_on=TODAY)
    said = a_statement(one)
    desk.talk.statements.register(said)
    desk.talk.meetings.finish(desk.talk.meetings.open(again(desk, one)))
    desk.talk.meetings.sign(again(desk, one), "刘敏", TODAY)
    assert facts(desk).unrouted == Waiting(1, one.uid)
    noted = Routing(StatementRoute.NOTED, note="已有规定")
    desk.talk.statements.route(desk.talk.statements.load(said.uid), noted)
    assert facts(desk).unrouted.count == 0


@pytest.mark.parametrize(
    ("notice_by", "announced_on", "is_told"),
    [
        (TODAY + timedelta(days=3), None, False),
        (TODAY + timedelta(days=2), None, True),
        (TODAY - timedelta(days=1), None, True),
        (TODAY, TODAY, False),
    ],
)
def test_a_notice_is_asked_for_two_days_before_its_last_day(
    desk: Desk, notice_by: date, announced_on: date | None, is_told: bool
) -> None:
    held_on = TODAY + timedelta(days=6)
    one = planned(desk, held_on=held_on, notice_by=notice_by, announced_on=announced_on)
    told = [(due.uid, due.due_on) for due in facts(desk).notices]
    assert told == ([(one.uid, notice_by)] if is_told else [])


def test_the_meetings_of_the_day_are_told_but_those_called_off(desk: Desk) -> None:
    planned(desk, "下午的", held_on=TODAY, starts="14:00", ends="")
    planned(desk, "上午的", held_on=TODAY)
    off = planned(desk, "取消的", held_on=TODAY)
    desk.talk.meetings.cancel(again(desk, off), "下雨")
    assert [one.title for one in facts(desk).meetings] == ["上午的", "下午的"]
