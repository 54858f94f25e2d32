import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.model.numbering import (
    NumberKind,
    build_number,
    check_character,
    is_number,
    matter_number,
)

CODES = st.text(string.ascii_uppercase + string.digits, min_size=2, max_size=12)


@given(CODES, st.integers(2000, 2100), st.integers(1, 10**6))
def test_a_number_built_is_a_number(code: str, year: int, count: int) -> None:
    number = build_number(code, NumberKind.VISIT, year, count)
    assert is_number(number)
    assert is_number(matter_number(number, 12))


@given(CODES, st.integers(1, 10**6), st.data())
def test_one_wrong_character_is_noticed(code: str, count: int, data: st.DataObject) -> None:
    number = build_number(code, NumberKind.VISIT, 2026, count)
    places = [place for place, character in enumerate(number) if character != "-"]
    place = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from(string.ascii_uppercase + string.digits))
    if other != number[place]:
        assert not is_number(number[:place] + other + number[place + 1 :])


@given(CODES, st.integers(1, 10**6), st.data())
def test_two_neighbours_swapped_are_noticed(code: str, count: int, data: st.DataObject) -> None:
    number = build_number(code, NumberKind.VISIT, 2026, count)
    place = data.draw(st.integers(0, len(number) - 2))
    a, b = number[place], number[place + 1]
    if a != b and "-" not in (a, b):
        assert not is_number(number[:place] + b + a + number[place + 2 :])


@pytest.mark.parametrize("text", ["ABCDEFGHIJ", "79", "QHJDL20260001"])
def test_the_check_character_makes_the_weighted_sum_one(text: str) -> None:
    """ISO 7064: with the check character, the pure system MOD 37-2 gives remainder 1."""
    alphabet = string.digits + string.ascii_uppercase + "*"
    whole = text + check_character(text)
    total = sum(alphabet.index(c) * 2**power for power, c in enumerate(reversed(whole)))
    assert total % 37 == 1


@pytest.mark.parametrize("text", ["", "QHJD", "qhjd-L-2026-0001-Z", "QHJD-L-2026-1-Z"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert not is_number(text)
