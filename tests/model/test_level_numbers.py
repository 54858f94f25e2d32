"""Numbers by level as they are typed, and back."""

import pytest

from liaison_desktop.model.level_numbers import read_level_numbers, told_numbers
from liaison_desktop.model.words import MandateLevel

COUNTY, TOWN = MandateLevel.COUNTY, MandateLevel.TOWN


@pytest.mark.parametrize(
    "text",
    [
        "县2、镇4",
        "县2镇4",
        "county=2, town=4",
        "县（区）代表：2次；镇（乡）人大代表 4 次",
        "区２　乡４",
    ],
)
def test_numbers_by_level(text: str) -> None:
    assert read_level_numbers(text) == {COUNTY: 2, TOWN: 4}


@pytest.mark.parametrize("text", ["", "  ", "0", "无", "县无、镇不限", "none"])
def test_none(text: str) -> None:
    assert read_level_numbers(text) == {}


def test_one_number_is_for_all_but_those_that_have_their_own() -> None:
    assert read_level_numbers("2") == dict.fromkeys(MandateLevel, 2)
    assert read_level_numbers("2、镇4、县无") == {
        level: 4 if level is TOWN else 2 for level in MandateLevel if level is not COUNTY
    }


@pytest.mark.parametrize("text", ["两次", "县-1", "村2", "县2、镇", "100", "12345"])
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="县2、镇4"):
        read_level_numbers(text)


@pytest.mark.parametrize("text", ["3", "县2、镇4", "镇1", ""])
def test_what_is_told_is_typed_again_alike(text: str) -> None:
    numbers = read_level_numbers(text)
    told = "、".join(f"{level or ''}{number}" for level, number in told_numbers(numbers))
    assert read_level_numbers(told) == numbers
