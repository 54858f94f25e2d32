import pytest

from liaison_desktop.desk.deputy_json import deputy_as_json, deputy_from_json
from liaison_desktop.model.faults import NotSaved
from tests.builders import NOON, STATION_UID

WHOLE = {
    "name": "王建国",
    "sex": "male",
    "post": "清河村党支部书记",
    "phone": "13800000001",
    "mandates": [
        {"level": "town", "term_no": "十七届", "valid_from": "2022-01-10", "state": "active"}
    ],
}


def test_a_deputy_goes_in_and_comes_out() -> None:
    shown = deputy_as_json(deputy_from_json(WHOLE, STATION_UID, NOON))
    assert shown.pop("id")
    assert shown == WHOLE


@pytest.mark.parametrize(
    ("data", "field", "code"),
    [
        ({}, "name", "missing"),
        (WHOLE | {"nick": "x"}, "nick", "unknown_key"),
        (WHOLE | {"mandates": [{}]}, "mandates.0.level", "missing"),
        (WHOLE | {"mandates": [{"level": "galactic"}]}, "mandates.0.level", "bad_value"),
    ],
)
def test_what_is_no_deputy_is_refused_by_field(data: object, field: str, code: str) -> None:
    with pytest.raises(NotSaved) as refused:
        deputy_from_json(data, STATION_UID, NOON)
    assert [(p.field, str(p.code)) for p in refused.value.problems] == [(field, code)]
