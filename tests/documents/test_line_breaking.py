"""Where lines end: GB/T 15834-2011, 5.1, and nothing lost whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.documents.line_breaking import break_lines, may_break

CLOSING = set("、，。；：！？）》〉】』」”’%℃")
OPENING = set("（《〈【『「“‘")
HANGING = 0.5
"""Half a mark, in em, may stand outside a line."""


def widths_of(text: str) -> list[float]:
    return [0.5 if character.isascii() else 1.0 for character in text]


def lines_of(text: str, width: float) -> list[str]:
    lines = break_lines(text, widths_of(text), width)
    return [text[line.start : line.end] for line in lines]


HAN = st.text("的一是在不了有和人这中大为上个国道路灯", min_size=2, max_size=6)
WORD = st.sampled_from(
    ["Wi-Fi", "12345", "36.8", "AC-2000", "6∶3∶1", "50%", "don't", "3.14", "2026"]
)
PAIR = st.sampled_from(["——", "……"])
QUOTED = HAN.flatmap(lambda han: st.sampled_from([f"“{han}”", f"（{han}）", f"《{han}》"]))
SENTENCE = st.tuples(
    HAN, st.one_of(WORD, PAIR, QUOTED, HAN), HAN, st.sampled_from("，。；：！？、")
).map("".join)
TEXTS = st.lists(SENTENCE, min_size=1, max_size=25).map("".join)
WIDTHS = st.floats(min_value=12, max_value=45)


@given(TEXTS, WIDTHS)
@settings(max_examples=300, deadline=None)
def test_ordinary_text_breaks_only_where_the_standard_allows(text, width):
    lines = lines_of(text, width)

    assert "".join(lines) == text
    for line, after in pairwise(lines):
        assert after[0] not in CLOSING
        assert line[-1] not in OPENING
        assert not (line[-1] == after[0] and line[-1] in "—…")
        assert not (is_latin(line[-1]) and is_latin(after[0])), (line, after)


def is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


@given(TEXTS, WIDTHS)
@settings(max_examples=200, deadline=None)
def test_no_line_is_wider_than_its_room_but_for_half_a_mark(text, width):
    for line in lines_of(text, width):
        over = sum(widths_of(line)) - width
        assert over <= 0.01 or (over <= HANGING + 0.01 and line[-1] in CLOSING)


ANYTHING = st.text("字的，。（）“”—…-/%·A1. \t\u3000𬱖@~#", max_size=120)


@given(ANYTHING, st.floats(min_value=0.5, max_value=30), st.floats(min_value=0.5, max_value=30))
@settings(max_examples=400, deadline=None)
def test_nothing_is_lost_whatever_the_text(text, width, first):
    lines = break_lines(text, widths_of(text), width, first)

    assert [line.start for line in lines] == [0, *(line.end for line in lines[:-1])]
    assert lines[-1].end == len(text)
    assert all(line.end > line.start for line in lines) or text == ""
    assert [line.is_last for line in lines] == [False] * (len(lines) - 1) + [True]


@given(ANYTHING, st.floats(min_value=2, max_value=30))
@settings(max_examples=400, deadline=None)
def test_a_line_breaks_against_the_rules_only_where_no_place_is_left(text, width):
    """It is then filled to its room: a word or a run of marks is wider than the line."""
    for line in break_lines(text, widths_of(text), width)[:-1]:
        if not may_break(text, line.end):
            assert not [at for at in range(line.start + 1, line.end) if may_break(text, at)]


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        ("路", "灯", True),
        ("，", "灯", True),
        ("路", "，", False),
        ("路", "。", False),
        ("路", "”", False),
        ("路", "）", False),
        ("路", "》", False),
        ("路", "、", False),
        ("路", "%", False),
        ("路", "—", False),
        ("—", "—", False),
        ("…", "…", False),
        ("“", "路", False),
        ("（", "路", False),
        ("《", "路", False),
        ("路", "“", True),
        ("路", "（", True),
        ("W", "i", False),
        ("1", "2", False),
        ("i", "路", True),
        ("路", "W", True),
        ("路", " ", False),
        (" ", "路", True),
        ("□", "男", False),
        ("￥", "5", False),
    ],
)
def test_a_pair_of_characters_is_kept_or_not(before, after, allowed):
    assert may_break(f"字{before}{after}字", 2) is allowed


@pytest.mark.parametrize("word", ["36.8", "Wi-Fi", "12:30", "don't", "1,000", "2026/11/20", "a@b"])
def test_a_word_with_a_mark_in_it_stays_whole(word):
    text = f"字{word}字"

    assert not [at for at in range(2, 1 + len(word)) if may_break(text, at)]
    assert may_break(text, 1 + len(word))


def test_a_full_stop_may_hang_by_half():
    assert lines_of("路灯不亮。", 4.5) == ["路灯不亮。"]
    assert lines_of("路灯不亮。完", 4.4) == ["路灯不", "亮。完"]


def test_spaces_at_the_end_of_a_line_hang():
    assert lines_of("ab  cd", 1.0) == ["ab  ", "cd"]


def test_a_long_address_is_cut_at_its_slashes():
    assert lines_of("abc/defg", 2.5) == ["abc/", "defg"]


def test_a_word_wider_than_the_line_is_cut_to_fill_it():
    assert lines_of("abcdefgh", 2.0) == ["abcd", "efgh"]


def test_a_line_takes_one_character_at_least():
    assert lines_of("路灯", 0.3) == ["路", "灯"]


def test_an_empty_text_is_one_empty_line():
    assert lines_of("", 10) == [""]
