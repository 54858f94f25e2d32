"""What was typed stands behind the print, for two readers of PDF."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_matter, a_visit, a_visitor
from tests.documents.papers import a_record, by_pdfium, by_pypdf, draw_record, solid

TYPED = {
    "rare characters": "李㛃𬱖䶮",
    "one character": "王",
    "fifty characters": "阿卜杜热合曼·" * 7 + "甲",
    "markup": "<b>粗</b> &amp; %s {0} \\n (a)",
    "formula": "=cmd|' /C calc'!A0",
    "emoji": "路灯🚧坏了😀",
    "a family of emoji": "👨\u200d👩\u200d👧",
    "right-to-left override": "abc\u202edcba\u202c 完",
    "tabs": "一\t二\t三",
    "several spaces": "前    后  两  个",
    "spaces at the start": "  前有两个空格",
    "curly quotes": "他说“好的”，‘是’……——完",
    "full width": "ＡＢＣ１２３　全角～／〈〉",
    "latin words": "Wi-Fi AC-2000Pro naïve café resumé don't",
    "combining marks": "e\u0301 n\u0303 u\u0308",
    "a radical and its ideograph": "⼀一⾦金",
    "beyond the basic plane": "𠮷𡛟𰻞",
    "private use": "\ue78d\ue000",
    "hyphens and dashes": "一-二－三—四–五‐六——七",
    "signs": "50%、100℃、￥5、$3、№1、①②③ 6∶3∶1",
    "variation selectors": "葛\U000e0100葛\ufe00",
    "thai": "ที่นี่",
    "long address": "https://example.org/" + "a1b2c3d4" * 30 + "?q=1&r=2",
    "long word without spaces": "Donaudampfschifffahrtsgesellschaft" * 9,
    "several lines": "第一行\n第二行\n\n第四行",
}


@pytest.mark.parametrize("kind", TYPED)
def test_what_was_typed_is_read_back(kind, tmp_path):
    text = TYPED[kind]
    drawn = draw_record(tmp_path, a_record(matter=a_matter(statement=text)))

    assert text.replace("\n", "") in by_pypdf(drawn.path)
    assert solid(text) in solid(by_pdfium(drawn.path))


@pytest.mark.parametrize("kind", [kind for kind, text in TYPED.items() if len(text) <= 50])
def test_a_name_is_read_back(kind, tmp_path):
    name = TYPED[kind].replace("\n", " ")
    drawn = draw_record(tmp_path, a_record(a_visit(a_visitor(name))))

    assert name in by_pypdf(drawn.path)
    assert solid(name) in solid(by_pdfium(drawn.path))


WORDS = ("12", "36.8", " ", "  ", "Wi-Fi", "don't", "……", "——", "𬱖", "㛃", "12345", "\t", "\u3000")
PIECES = st.sampled_from(
    [*"的一是在不了有和人这中大为上个国，。；：！？、（）“”《》…—-/%A", *WORDS]
)


@given(st.lists(PIECES, min_size=1, max_size=400).map(lambda pieces: "".join([*pieces, "。"])))
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_character_is_lost_where_lines_end(tmp_path, text):
    """But a hyphen at the very end: PDFium takes it for the sign of a word cut in two."""
    drawn = draw_record(tmp_path, a_record(matter=a_matter(statement=text)))

    assert solid(text) in solid(by_pypdf(drawn.path))
    assert solid(text) in solid(by_pdfium(drawn.path))


@given(st.lists(PIECES, min_size=60, max_size=300).map(lambda p: solid("".join([*p, "。"]))))
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_space_is_read_that_nobody_typed(tmp_path, text):
    drawn = draw_record(tmp_path, a_record(matter=a_matter(statement=text)))

    assert text in by_pypdf(drawn.path)
    assert text in by_pdfium(drawn.path)


def test_long_texts_are_read_back_across_pages(tmp_path):
    pieces = [f"第{place}段：居民反映下水道返水，夏天味道很大。" for place in range(150)]
    drawn = draw_record(tmp_path, a_record(matter=a_matter(statement="".join(pieces))))

    assert drawn.pages > 1
    for text in (by_pypdf(drawn.path), by_pdfium(drawn.path)):
        missing = [piece for piece in pieces if piece not in solid(text)]
        assert len(missing) < drawn.pages  # a piece cut by the end of a page, at most


def test_a_direction_control_is_printed_as_a_mark_that_is_seen(tmp_path):
    plain = draw_record(tmp_path, a_record(a_visit(a_visitor("abc")))).path.read_bytes()
    drawn = draw_record(tmp_path, a_record(a_visit(a_visitor("abc\u202e"))))

    assert drawn.missing == []
    assert drawn.path.read_bytes() != plain
    assert "abc\u202e" in by_pypdf(drawn.path)
