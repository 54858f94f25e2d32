"""Numbers, days and times as clerks write them."""

from datetime import datetime
from typing import Any

import pytest

from liaison_desktop.model.faults import NotSaved
from liaison_desktop.model.times import SHANGHAI, rfc3339
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.visit import Visit
from liaison_desktop.ui.pages.intake_body import names_in, visit_from_body
from tests.builders import NOON, a_station

LATER = datetime(2026, 11, 20, 12, 10, tzinfo=SHANGHAI)


def read(**typed: Any) -> Visit:
    body = {
        "visitors": [{"name": "李桂芳"}],
        "title": "路灯不亮",
        "channel": "visit",
        "begun_at": rfc3339(NOON),
    }
    return visit_from_body(body | typed, a_station(), new_uid(NOON), "王芳", LATER)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("", datetime(2026, 11, 20, 12, 0)),
        ("2026-11-19 09:30", datetime(2026, 11, 19, 9, 30)),
        ("2026/11/19 9:05", datetime(2026, 11, 19, 9, 5)),
        ("2026年11月19日 9点05分", datetime(2026, 11, 19, 9, 5)),
        ("２０２６－１１－１９　０９：３０", datetime(2026, 11, 19, 9, 30)),
        ("11-19", datetime(2026, 11, 19, 0, 0)),
        ("12月31日 23:59", datetime(2025, 12, 31, 23, 59)),
    ],
)
def test_a_time_is_read_as_it_is_written(typed: str, means: datetime):
    assert read(received_at=typed).received_at == means.replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize("typed", ["昨天", "2026-13-01", "2026-11-19 25:00", "11-31", "9:30"])
def test_a_time_that_cannot_be_read_is_said(typed: str):
    with pytest.raises(NotSaved) as refused:
        read(received_at=typed)

    assert [(p.field, p.detail) for p in refused.value.problems] == [
        ("received_at", "如 2026-11-20 09:30")
    ]


@pytest.mark.parametrize(("typed", "means"), [("", 1), ("3", 3), ("１２", 12), (" 5 ", 5)])
def test_a_number_may_be_full_width_or_left_out(typed: str, means: int):
    assert read(headcount=typed).headcount == means


@pytest.mark.parametrize("typed", ["两个", "1.5", "3人"])
def test_a_number_that_is_none_is_said_together_with_all_else(typed: str):
    with pytest.raises(NotSaved) as refused:
        read(headcount=typed, title="", visitors=[{}])

    assert {p.field for p in refused.value.problems} == {"headcount", "title", "visitors.0.name"}


def test_the_moment_the_form_was_begun_is_when_the_visitor_came():
    visit = read()

    assert visit.received_at == NOON
    assert visit.registered_at == LATER
    assert not visit.is_late_entry


def test_no_channel_is_said_at_its_field():
    with pytest.raises(NotSaved) as refused:
        read(channel=None)

    assert [p.field for p in refused.value.problems] == ["channel"]


def test_what_belongs_to_another_handling_is_left_out():
    visit = read(handling="to_handle", guided_to="court", onsite_reply="已告知")

    assert visit.matters[0].guided_to is None
    assert visit.matters[0].onsite_reply == ""


def test_names_are_parted_by_commas_and_never_by_a_space_or_a_dot():
    assert names_in("周丽华、王建国，古丽·买买提; Ann Lee ") == [
        "周丽华",
        "王建国",
        "古丽·买买提",
        "Ann Lee",
    ]
    assert names_in(" ") == []
