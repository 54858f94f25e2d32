"""撤销: the former revision comes back as a new one, whole, and only where nobody came between."""

from datetime import timedelta
from pathlib import Path

import pytest

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.history import History
from liaison_desktop.desk.undo import ACTIONS, undo
from liaison_desktop.model.base import Record
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.every_record import AGGREGATES
from liaison_desktop.model.faults import NotAllowed, Refused, StaleRecord
from liaison_desktop.model.matter import OtherChannel
from liaison_desktop.model.visit import Receiver, Visit
from liaison_desktop.model.words import (
    Channel,
    Handling,
    MandateLevel,
    MatterState,
    OtherChannelKind,
)
from liaison_desktop.store.former import present_values
from tests.builders import NOON, a_deputy, a_matter, a_visit, a_visitor
from tests.joined import join

VERSION = {"id", "incarnation", "rev", "changed_at", "act"}


def registered(desk: Desk) -> Visit:
    channel = OtherChannel(kind=OtherChannelKind.COURT, ticket_no="12")
    visit = a_visit(
        a_visitor(birth_ym="1960-01"),
        a_visitor("陈明"),
        receivers=[Receiver(name="王建国")],
        matters=[a_matter(other_channels=[channel])],
    )
    desk.visits.register(visit)
    return desk.visits.load(visit.number)


def content(record: Record) -> dict[str, object]:
    """Return what a record says, without which version it is and the keys of its parts."""
    values = {name: value for name, value in present_values(record).items() if name not in VERSION}
    for name in AGGREGATES[type(record).__tablename__].parts:  # type: ignore[attr-defined]  # mapped
        own = [{k: v for k, v in part.items() if k[-2:] != "id"} for part in values[name]]
        values[name] = own
    return values


def test_a_correction_is_taken_back_whole(desk: Desk) -> None:
    seen = registered(desk)
    changed = desk.visits.correct(
        seen,
        {
            "visitors": [a_visitor("赵强", phone="")],
            "receivers": [],
            "received_at": NOON - timedelta(days=3),
            "channel": Channel.CALL,
        },
    )
    assert content(changed) != content(seen)

    back = undo(desk._store, desk.user, changed)

    assert content(desk.visits.load(seen.number)) == content(seen) == content(back)
    assert back.rev == changed.rev + 1


def test_undoing_twice_brings_the_change_back(desk: Desk) -> None:
    seen = registered(desk)
    changed = desk.visits.correct(seen, {"place": "会议室"})

    again = undo(desk._store, desk.user, undo(desk._store, desk.user, changed))

    assert again.place == "会议室"
    assert [change.reason for change in History(desk._store, desk.user).history_of(again)] == [
        "",
        "撤销",
        "撤销",
    ]


def test_a_matter_gets_its_parts_and_its_state_back(desk: Desk) -> None:
    seen = registered(desk).matters[0]
    answered = {"handling": Handling.ANSWERED_ON_SITE, "other_channels": []}
    changed = desk.visits.correct_matter(seen, answered)
    assert changed.state is MatterState.ANSWERED_ON_SITE

    back = undo(desk._store, desk.user, changed)

    assert content(back) == content(seen)


def test_a_deputy_gets_his_mandates_back(desk: Desk) -> None:
    mandates = [Mandate(level=MandateLevel.TOWN), Mandate(level=MandateLevel.COUNTY)]
    seen = desk.deputies.register(a_deputy(mandates=mandates))
    changed = desk.deputies.correct(seen, {"mandates": [], "post": "村医"})

    back = undo(desk._store, desk.user, changed)

    assert [mandate.level for mandate in back.mandates] == [MandateLevel.TOWN, MandateLevel.COUNTY]
    assert back.post == ""


def test_a_withdrawal_is_taken_back_and_the_county_is_told(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    seen = registered(desk)
    gone = desk.visits.withdraw(seen, "登记重复")
    county.receiving.receive(desk.exchange.export(tmp_path).file)
    assert county.visits.find() == []

    back = undo(desk._store, desk.user, gone)

    assert back.withdrawn_at is None
    assert [visit.number for visit in desk.visits.find()] == [seen.number]
    county.receiving.receive(desk.exchange.export(tmp_path).file)
    assert [visit.number for visit in county.visits.find()] == [seen.number]


def test_what_somebody_changed_since_is_not_undone(desk: Desk, head_desk: Desk) -> None:
    mine = desk.visits.correct(registered(desk), {"place": "会议室"})
    head_desk.visits.correct(mine, {"headcount": 9})

    with pytest.raises(StaleRecord):
        undo(desk._store, desk.user, mine)

    assert desk.visits.load(mine.number).place == "会议室"


def test_what_was_never_changed_is_not_undone(desk: Desk) -> None:
    with pytest.raises(Refused) as caught:
        undo(desk._store, desk.user, registered(desk))
    assert caught.value.code == "nothing_to_undo"


def test_an_account_is_not_undone(head_desk: Desk) -> None:
    user = head_desk.accounts.correct(head_desk.user.login, name="刘敏敏")

    with pytest.raises(Refused) as caught:
        undo(head_desk._store, head_desk.user, user)
    assert caught.value.code == "nothing_to_undo"


def test_who_may_not_correct_may_not_undo(desk: Desk, head_desk: Desk) -> None:
    changed = head_desk.stations.correct(head_desk.station, {"phone": "0573-80000002"})

    with pytest.raises(NotAllowed):
        undo(desk._store, desk.user, changed)


def test_every_kind_that_has_a_correction_can_be_undone() -> None:
    assert set(ACTIONS) == set(AGGREGATES) - {"user", "setting", "step"}
