"""修改记录 in words: every change with its reason, and nothing that nobody changed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.history import Change, History
from liaison_desktop.model.matter import OtherChannel
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User, UserRole
from liaison_desktop.model.visit import Receiver, Visit, Visitor
from liaison_desktop.model.words import Channel, Handling, OtherChannelKind, Role
from tests.builders import NOON, STATION_UID, a_matter, a_visit, a_visitor
from tests.homes import StoppedClock


@pytest.fixture
def history(desk: Desk) -> History:
    return History(desk._store, desk.user)


def registered(desk: Desk, *visitors: Visitor, **changes: object) -> Visit:
    visit = a_visit(*visitors, **changes)
    desk.visits.register(visit)
    return desk.visits.load(visit.number)


def only(changes: list[Change]) -> list[tuple[str, str, str]]:
    [change] = changes
    return list(change.fields)


def test_what_was_registered_and_never_changed_has_no_history(desk: Desk, history: History) -> None:
    visit = registered(desk)

    assert history.history_of(visit) == []
    assert history.history_of(visit.matters[0]) == []


def test_a_change_says_when_by_whom_why_and_what(
    desk: Desk, head_desk: Desk, history: History, clock: StoppedClock
) -> None:
    visit = registered(desk, place="接待室")
    clock.now += timedelta(hours=1)
    visit = desk.visits.correct(visit, {"place": "会议室", "headcount": 3}, "当时写错")
    clock.now += timedelta(hours=1)
    visit = head_desk.visits.correct(visit, {"channel": Channel.CALL}, "核对\u202e")

    assert history.history_of(visit) == [
        Change(
            NOON + timedelta(hours=1),
            "王芳",
            "当时写错",
            2,
            [("接待地点", "接待室", "会议室"), ("来访人数", "1", "3")],
        ),
        Change(NOON + timedelta(hours=2), "刘敏", "核对⟦RLO⟧", 3, [("反映形式", "来访", "来电")]),
    ]


def test_values_are_words_and_dates(desk: Desk, history: History) -> None:
    visit = registered(desk)
    day_before = NOON - timedelta(days=1)
    changes = {"received_at": day_before, "may_call_back": False, "place": "接待室"}
    visit = desk.visits.correct(visit, changes)

    assert only(history.history_of(visit)) == [
        ("反映时间", "2026-11-20 12:00", "2026-11-19 12:00"),
        ("反映日期", "2026-11-20", "2026-11-19"),
        ("补录", "否", "是"),
        ("接待地点", "", "接待室"),
        ("是否愿意回访", "是", "否"),
    ]
    matter = desk.visits.correct_matter(visit.matters[0], {"handling": Handling.ANSWERED_ON_SITE})
    assert ("处理方式", "待办理", "当场答复") in only(history.history_of(matter))


def test_one_of_several_visitors_is_named_by_his_place(desk: Desk, history: History) -> None:
    visit = registered(desk, a_visitor("李桂芳"), a_visitor("陈明"))
    visitors = [a_visitor("李桂芳"), a_visitor("陈鸣", address="石桥村")]
    visit = desk.visits.correct(visit, {"visitors": visitors})

    assert only(history.history_of(visit)) == [
        ("来访人 2：姓名", "陈明", "陈鸣"),
        ("来访人 2：住址", "和平社区3栋", "石桥村"),
    ]


def test_the_only_visitor_has_no_number(desk: Desk, history: History) -> None:
    visit = registered(desk, a_visitor(id_no="110101199003078515"))
    visit = desk.visits.correct(visit, {"visitors": [a_visitor(id_no="")]})

    assert only(history.history_of(visit)) == [("来访人：身份证号", "110*************15", "")]


def test_who_came_to_it_and_who_went_is_told(desk: Desk, history: History) -> None:
    visit = registered(desk, receivers=[Receiver(name="王建国")])
    both = [Receiver(name="王建国"), Receiver(name="赵强")]
    visit = desk.visits.correct(visit, {"receivers": both})
    desk.visits.correct(visit, {"receivers": []})

    added, removed = history.history_of(visit)

    assert added.fields == [("接待代表 2", "", "赵强")]
    assert removed.fields == [("接待代表 1", "王建国", ""), ("接待代表 2", "赵强", "")]


def test_a_part_that_came_tells_what_was_filled_in(desk: Desk, history: History) -> None:
    matter = registered(desk).matters[0]
    channel = OtherChannel(kind=OtherChannelKind.COURT, raised_on=date(2026, 10, 1))
    matter = desk.visits.correct_matter(matter, {"other_channels": [channel]})

    assert only(history.history_of(matter)) == [
        ("其他渠道", "", "法院"),
        ("其他渠道：反映日期", "", "2026-10-01"),
    ]


def test_a_withdrawal_says_when_and_why(desk: Desk, history: History) -> None:
    visit = desk.visits.withdraw(registered(desk), "登记重复")

    assert only(history.history_of(visit)) == [
        ("撤回时间", "", "2026-11-20 12:00"),
        ("撤回原因", "", "登记重复"),
    ]


def test_who_does_not_read_names_reads_them_masked_but_sees_the_change(desk: Desk) -> None:
    visit = registered(desk)
    visit = desk.visits.correct(visit, {"visitors": [a_visitor("李桂兰", address="石桥村")]})
    auditor = User(
        uid=new_uid(NOON),
        station_uid=STATION_UID,
        login="审",
        roles=[UserRole(role=Role.AUDITOR, valid_from=date(2026, 1, 1))],
    )

    assert only(History(desk._store, auditor).history_of(visit)) == [
        ("来访人：姓名", "李**", "李**"),
        ("来访人：住址", "***", "***"),
    ]


def test_a_change_outside_every_verb_is_told_too(desk: Desk, history: History) -> None:
    visit = registered(desk)
    with desk._store._writer.begin() as connection:
        connection.execute(text("UPDATE visit SET place = '走廊'"))

    [change] = history.history_of(visit)

    assert (change.who, change.reason, change.fields) == ("", "", [("接待地点", "", "走廊")])


def test_a_body_older_than_a_column_says_nothing_of_it(desk: Desk, history: History) -> None:
    visit = registered(desk)
    visit = desk.visits.correct(visit, {"place": "走廊"})
    drop = "UPDATE revision SET body = json_remove(body, '$.headcount', '$.visitors[0].phone')"
    with desk._store._writer.begin() as connection:
        connection.execute(text("DROP TRIGGER revision_no_update"))
        connection.execute(text(drop))

    labels = [label for label, _, _ in only(history.history_of(visit))]

    assert "来访人数" not in labels
    assert "接待地点" in labels


def test_words_are_said_in_the_language_of_the_screen(desk: Desk) -> None:
    visit = registered(desk, a_visitor("来访"))
    visit = desk.visits.correct(visit, {"channel": Channel.CALL, "place": "来访"})

    history = History(desk._store, desk.user)
    fields = history.history_of(visit, say=lambda word: f"<{word}>" if word else "")[0].fields

    assert fields == [("<反映形式>", "<来访>", "<来电>"), ("<接待地点>", "", "来访")]


def test_printings_are_told_in_their_order(desk: Desk, history: History, tmp_path: Path) -> None:
    visit = registered(desk, matters=[a_matter()])
    desk.papers.print_receipts([visit.number], tmp_path / "a.pdf")
    desk.papers.print_receipts([visit.number], tmp_path / "b.pdf")

    assert [printing.times for printing in history.printings_of(visit)] == [1, 2]
    assert history.printings_of(visit.matters[0]) == []
