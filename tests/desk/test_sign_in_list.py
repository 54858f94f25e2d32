"""Who comes in is found by a few letters, whatever they are of."""

import pytest

from liaison_desktop.desk.sign_in_list import SignInList
from tests.builders import a_consultation, a_participant

MEETING = a_consultation()
LIST = SignInList(
    [
        a_participant(MEETING, "马秀英", body="和平社区", phone="13800001234"),
        a_participant(MEETING, "陈国强", body="和平社区"),
        a_participant(MEETING, "赵经理", body="物业公司", post="经理"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["马秀英", "陈国强", "赵经理"]),
        ("  ", ["马秀英", "陈国强", "赵经理"]),
        ("mxy", ["马秀英"]),
        ("maxiu", ["马秀英"]),
        ("国强", ["陈国强"]),
        ("和平", ["马秀英", "陈国强"]),
        ("1234", ["马秀英"]),
        ("物业", ["赵经理"]),
        ("李桂芳", []),
    ],
)
def test_a_participant_is_found(typed: str, names: list[str]):
    assert [LIST.participants[place].name for place in LIST.find(typed)] == names
