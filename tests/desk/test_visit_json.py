import json

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.visit_json import visit_as_json, visit_from_json
from liaison_desktop.model.faults import NotSaved
from tests.builders import NOON, STATION_UID

WHOLE = {
    "visitors": [
        {"name": "某𬱖", "sex": "female", "phone": "13800001234", "address": "和平社区3栋"}
    ],
    "headcount": 1,
    "people_involved": 1,
    "channel": "visit",
    "received_at": "2026-11-20T09:30:00+08:00",
    "place": "接待室",
    "title": "路灯不亮",
    "statement": "原话",
    "request": "修好",
    "category": "城建环资",
    "receivers": ["王建国"],
    "handling": "to_handle",
    "urgency": "normal",
    "may_pass_name": False,
    "other_channels": [
        {"kind": "hotline_12345", "ticket_no": "7", "raised_on": "2026-11-01", "is_running": True}
    ],
    "remark": "",
}


def _problems(data: object) -> list[tuple[str, str]]:
    with pytest.raises(NotSaved) as refused:
        visit_from_json(data, STATION_UID, NOON)
    return [(problem.field, str(problem.code)) for problem in refused.value.problems]


def test_what_goes_in_comes_out(desk: Desk) -> None:
    visit = visit_from_json(WHOLE, STATION_UID, NOON)
    desk.visits.register(visit)
    shown = visit_as_json(desk.visits.load(visit.number))
    shown["visitors"][0].pop("person")  # type: ignore[index]  # a list of objects
    assert {key: shown[key] for key in WHOLE} == WHOLE
    assert shown["id"] == str(visit.uid)
    assert shown["number"] == visit.number
    assert shown["registered_at"] == "2026-11-20T12:00:00+08:00"
    assert shown["matters"] == [{"id": str(visit.matters[0].uid), "number": f"{visit.number}-1"}]


def test_only_three_things_are_required() -> None:
    least = {"visitors": [{"name": "王"}], "channel": "call", "title": "问低保"}
    visit = visit_from_json(least, STATION_UID, NOON)
    assert (visit.received_at, visit.headcount) == (NOON, 1)
    assert visit.problems() != []
    assert not any(problem.is_error for problem in visit.problems())


@pytest.mark.parametrize(
    "anonymous",
    [{"anonymous": True}, {"visitors": [{"anonymous": True}]}],
)
def test_anonymous_stands_in_for_a_name(anonymous: dict[str, object]) -> None:
    visit = visit_from_json({**anonymous, "channel": "letter", "title": "x"}, STATION_UID, NOON)
    assert visit.visitors[0].is_anonymous
    assert not any(problem.is_error for problem in visit.problems())


def test_unknown_keys_are_refused_by_name() -> None:
    data = WHOLE | {"colour": 1, "visitors": [{"name": "王", "shoe": 44}]}
    assert _problems(data) == [("colour", "unknown_key"), ("visitors.0.shoe", "unknown_key")]


def test_every_wrong_value_is_said_at_once() -> None:
    data = WHOLE | {
        "headcount": "3",
        "channel": "telepathy",
        "received_at": "2026-11-20 09:30",
        "may_pass_name": "no",
        "visitors": [{"name": 7}],
        "other_channels": [{"ticket_no": "1"}],
    }
    wrong = dict(_problems(data))
    assert wrong == {
        "headcount": "bad_value",
        "channel": "bad_value",
        "received_at": "bad_value",
        "may_pass_name": "bad_value",
        "visitors.0.name": "bad_value",
        "other_channels.0.kind": "missing",
    }


@pytest.mark.parametrize("data", [[], "x", None, 3, {"visitors": {}}])
def test_what_is_no_visit_is_refused(data: object) -> None:
    assert _problems(data)


def test_the_answer_is_plain_json(desk: Desk) -> None:
    visit = visit_from_json(WHOLE, STATION_UID, NOON)
    desk.visits.register(visit)
    assert json.loads(json.dumps(visit_as_json(visit)))["number"] == visit.number
