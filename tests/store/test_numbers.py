"""Numbers: without gaps, never twice, by the year of the date received."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.numbering import NumberKind, is_number
from liaison_desktop.model.user import User
from liaison_desktop.store.numbers import draw_number
from liaison_desktop.store.store import Store


def draw(store: Store, clerk: User, year: int = 2026, *, fail: bool = False) -> str:
    with store.act(clerk, Action.REGISTER_VISIT) as session:
        number = draw_number(session, "QHJD", NumberKind.VISIT, year)
        if fail:
            raise KeyError
    return number


def counts(numbers: list[str]) -> list[int]:
    assert all(is_number(number) for number in numbers)
    return [int(number.split("-")[3]) for number in numbers]


def test_numbers_count_from_one_in_each_year(store: Store, clerk: User) -> None:
    years = [2026, 2026, 2025, 2026, 2027, 2025]
    numbers = [draw(store, clerk, year) for year in years]
    assert counts(numbers) == [1, 2, 1, 3, 1, 2]
    assert [int(number.split("-")[2]) for number in numbers] == years
    assert numbers[0].startswith("QHJD-L-2026-0001-")


def test_an_act_that_fails_gives_its_number_back(store: Store, clerk: User) -> None:
    first = draw(store, clerk)
    for _ in range(3):
        with pytest.raises(KeyError):
            draw(store, clerk, fail=True)
    assert counts([first, draw(store, clerk)]) == [1, 2]


def test_two_numbers_of_one_act_differ(store: Store, clerk: User) -> None:
    with store.act(clerk, Action.REGISTER_VISIT) as session:
        numbers = [draw_number(session, "QHJD", NumberKind.VISIT, 2026) for _ in range(3)]
    assert counts(numbers) == [1, 2, 3]


def test_clerks_who_save_at_once_get_different_numbers(store: Store, clerk: User) -> None:
    with ThreadPoolExecutor(4) as clerks:
        numbers = list(clerks.map(lambda _: draw(store, clerk), range(20)))
    assert sorted(counts(numbers)) == list(range(1, 21))
