import pytest

from liaison_desktop.desk.deputy_json import deputy_as_json, deputy_from_json
from liaison_desktop.model.faults import NotSaved
from tests.builders import NOON, STATION_UID

WHOLE = {
    "name": "王建国",
    "sex": "male",
    "post": "清河村党支部书记",
    "phone": "13800000001",
    "birth_ym": "1962-05",
    "id_no": "99999919620515123X",
    "ethnic_group": "汉族",
    "political_status": "群众",
    "education": "大专",
    "introduction": "驻村二十年。",
    "is_post_public": True,
    "is_photo_public": True,
    "mandates": [
        {"level": "county", "group": "第二小组", "delegation": "清河代表团", "state": "active"},
        {
            "level": "town",
            "term_no": "十七届",
            "constituency": "第三选区",
            "card_no": "00021",
            "valid_from": "2022-01-10",
            "valid_to": "2024-03-01",
            "state": "ended",
            "end_reason": "resigned",
            "end_note": "调任",
        },
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
