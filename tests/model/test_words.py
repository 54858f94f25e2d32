"""The closed lists and their Chinese words."""

import pytest

from liaison_desktop.model import words
from liaison_desktop.model.words import (
    Handling,
    MandateLevel,
    MatterState,
    StationKind,
    StationTier,
    Word,
    label,
)

EVERY_LIST = [kind for kind in vars(words).values() if isinstance(kind, type) and kind is not Word]


@pytest.mark.parametrize("kind", [kind for kind in EVERY_LIST if issubclass(kind, Word)])
def test_every_word_has_its_own_label(kind: type[Word]):
    shown = [label(word) for word in kind]

    assert all(shown)
    assert len(set(shown)) == len(shown)


def test_words_of_two_lists_written_the_same_keep_their_own_label():
    assert (label(StationKind.TOWN), label(MandateLevel.TOWN)) == ("镇", "镇（乡）人大代表")
    assert label(StationTier.HEAD) == "联络总站"
    assert label(Handling.GUIDED) == "引导告知（不属本站范围）"
    assert label(MatterState.GUIDED) == "已引导告知"


def test_a_word_equals_its_text_and_no_word_of_another_list():
    assert StationKind.TOWN == "town"
    assert {"town": 1}[StationKind.TOWN] == 1
    assert StationKind.TOWN != MandateLevel.TOWN
