"""Who comes in is found by a few letters, whatever they are of."""

import pytest

from liaison_desktop.desk.sign_in_list import find_among

PEOPLE = [
    ("马秀英", "和平社区", "", "13800001234"),
    ("陈国强", "和平社区", "", ""),
    ("赵经理", "物业公司", "经理", ""),
]


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
def test_somebody_is_found(typed: str, names: list[str]):
    assert [PEOPLE[place][0] for place in find_among(PEOPLE, typed)] == names
