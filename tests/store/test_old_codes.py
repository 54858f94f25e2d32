"""A character typed on an old machine is the same as on a new one, for finding alone."""

import pytest

from liaison_desktop.store.gram_keys import Words, ask
from liaison_desktop.store.old_codes import REAL_CODES, real
from liaison_desktop.store.plain_text import plain


def test_every_old_code_has_a_real_character_of_its_own() -> None:
    assert sorted(REAL_CODES) == list(range(0xE815, 0xE865))
    assert len(set(REAL_CODES.values())) == 80
    assert not [code for code in REAL_CODES.values() if 0xE000 <= code <= 0xF8FF]


@pytest.mark.parametrize(
    ("old", "new"), [("\ue816", "\U00020087"), ("\ue81e", "\u9fb4"), ("\ue81a", "\u3473")]
)
def test_a_name_is_found_however_its_character_was_typed(old: str, new: str) -> None:
    for on_card, typed in ((old, new), (new, old), (old, old), (new, new)):
        assert ask(f"某{typed}").fits(Words(names=[f"某{on_card}"]))
    assert not ask(f"某{new}").fits(Words(names=["某某"]))


def test_what_is_nobodys_real_character_stays_private() -> None:
    assert plain("\ue123") == "\ue123"
    assert real("abc") == "abc"
