"""What a revision keeps is read back as the very values that stood there."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import table_of
from liaison_desktop.model.matter import Deadline, OtherChannel
from liaison_desktop.model.visit import Receiver, Visit
from liaison_desktop.model.words import (
    CountUnit,
    DeadlineCause,
    GuidedTo,
    Handling,
    OtherChannelKind,
    VisitorKind,
)
from liaison_desktop.store.former import former_values, present_values
from liaison_desktop.store.revisions import revisions_of
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole
from tests.builders import NOON, a_matter, a_visit, a_visitor
from tests.store.a_home import DATA_KEY, make_home, register, user_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(make_home(tmp_path / "home"), DATA_KEY, lambda: NOON)
    yield store
    store.close()


@pytest.fixture
def visit(store: Store) -> Visit:
    """A visit with a value of every kind in it, and with nothing where nothing may be."""
    channel = OtherChannel(kind=OtherChannelKind.COURT, raised_on=date(2026, 10, 1))
    deadline = Deadline(
        rule="reply",
        pack="a-pack",
        cause=DeadlineCause.RULE,
        starts_on=date(2026, 10, 1),
        number=1,
        unit=CountUnit.MONTH,
        end_on=date(2026, 11, 1),
        due_on=date(2026, 11, 2),
    )
    guided = {"handling": Handling.GUIDED, "guided_to": GuidedTo.COURT}
    visit = a_visit(
        a_visitor(sex=None, visitor_kind=VisitorKind.VOTER),
        a_visitor("陈明", is_anonymous=True),
        receivers=[Receiver(name="王建国")],
        may_publish_name=True,
        matters=[a_matter(other_channels=[channel], deadlines=[deadline], **guided)],
    )
    return register(store, user_of(store, "wang"), visit)


@pytest.mark.parametrize("kind", ["visit", "matter"])
def test_the_former_values_are_those_that_stood_there(
    store: Store, visit: Visit, kind: str
) -> None:
    record = visit if kind == "visit" else visit.matters[0]
    before = present_values(record)
    with store.act(user_of(store, "wang"), Action.CORRECT_VISIT) as session:
        changed = table_of(type(record)).update().values(withdrawn_at=NOON, withdrawn_reason="重复")
        session.execute(changed)

    with store.read() as session:
        [revision] = revisions_of(session, record)
        after = present_values(session.scalars(whole(type(record))).one())

    assert former_values(revision) == before
    assert after["withdrawn_reason"] == "重复"
    assert [type(value) for value in former_values(revision).values()] == [
        type(value) for value in before.values()
    ]


def test_a_column_that_is_younger_than_the_revision_is_not_there(
    store: Store, visit: Visit
) -> None:
    with store.act(user_of(store, "wang"), Action.CORRECT_VISIT) as session:
        session.execute(text("UPDATE visit SET place = '走廊'"))
    with store.read() as session:
        [revision] = revisions_of(session, visit)
    revision.body = '{"place": "接待室", "visitors": [{"name": "李"}]}'

    assert former_values(revision) == {
        "place": "接待室",
        "visitors": [{"name": "李"}],
        "receivers": [],
    }
