"""The queue of a reception day: numbers from 1, called once, forgotten the next day."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.every_record import AuditEntry, Waiting
from liaison_desktop.model.faults import NotFound, NotSaved
from tests.homes import StoppedClock


def numbers(desk: Desk) -> list[int]:
    return [waiting.number for waiting in desk.queue.find()]


def test_numbers_are_given_in_the_order_of_arrival_whoever_gives_them(
    desk: Desk, head_desk: Desk, clock: StoppedClock
) -> None:
    first = desk.queue.join("李桂芳")
    clock.now += timedelta(minutes=3)
    second = head_desk.queue.join(" 赵大伟 ")
    third = desk.queue.join()

    assert [first.number, second.number, third.number] == [1, 2, 3]
    assert [waiting.name for waiting in desk.queue.find()] == ["李桂芳", "赵大伟", ""]
    assert second.arrived_at == clock.now
    assert second.user_uid == head_desk.user.uid


def test_who_is_called_or_gone_waits_no_longer_and_no_number_is_given_twice(
    desk: Desk, clock: StoppedClock
) -> None:
    for name in ("李桂芳", "赵大伟", "王小明"):
        desk.queue.join(name)
    clock.now += timedelta(minutes=10)

    assert desk.queue.call(1).called_at == clock.now
    assert desk.queue.leave(3).left_at == clock.now
    assert numbers(desk) == [2]
    assert desk.queue.leave(1).called_at == clock.now
    assert desk.queue.join("孙丽").number == 4


def test_a_new_day_begins_at_one_and_forgets_who_waited(desk: Desk, clock: StoppedClock) -> None:
    desk.queue.join("李桂芳")
    clock.now += timedelta(days=1)

    assert numbers(desk) == []
    with pytest.raises(NotFound):
        desk.queue.call(1)
    assert desk.queue.join("赵大伟").number == 1
    with desk._store.read() as session:
        assert session.scalars(select(Waiting.name)).all() == ["赵大伟"]


def test_a_number_that_nobody_holds_is_not_found(desk: Desk) -> None:
    for verb in (desk.queue.call, desk.queue.leave):
        with pytest.raises(NotFound) as fault:
            verb(7)
        assert fault.value.facts() == {"kind": "waiting", "key": "7"}


@pytest.mark.parametrize("name", ["李" * 51, "李\n桂芳"])
def test_a_name_that_cannot_be_kept_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(NotSaved):
        desk.queue.join(name)

    assert numbers(desk) == []


def test_the_queue_leaves_nothing_in_the_audit(desk: Desk) -> None:
    count = select(func.count()).select_from(AuditEntry)
    with desk._store.read() as session:
        before = session.scalar(count)
    desk.queue.call(desk.queue.join("李桂芳").number)

    with desk._store.read() as session:
        assert session.scalar(count) == before
