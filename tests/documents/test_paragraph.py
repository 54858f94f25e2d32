"""A text set in a width: justified without a space that nobody typed, indented, spread, hung."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.paragraph import MOST_SPACING, Paragraph, Style
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.text_runs import gaps
from tests.builders import NOON
from tests.documents.papers import by_pypdf

STACK = Fonts([]).stack("song")
SIZE = 10.0


def style(**changes) -> Style:
    return Style(STACK, SIZE, 15.0, **changes)


def ends(paragraph: Paragraph) -> list[float]:
    """Return where each line ends, from the left edge, as it is set."""
    return [
        line.x + sum(glyph.width for glyph in line.glyphs) * SIZE + line.spacing * gaps(line.glyphs)
        for line in paragraph.lines
    ]


@given(st.text("路灯不亮的问题，。12", min_size=60, max_size=200))
@settings(max_examples=60, deadline=None)
def test_justified_lines_end_at_the_edge_and_are_never_torn(text):
    paragraph = Paragraph(text, style(align="justify"), 203.0)

    for line, end in zip(paragraph.lines[:-1], ends(paragraph), strict=False):
        assert 0 <= line.spacing <= MOST_SPACING * SIZE
        if line.spacing:
            assert end == pytest.approx(203.0, abs=0.01)
    assert paragraph.lines[-1].spacing == 0


def test_a_mark_that_hangs_leaves_the_line_full():
    [first, _] = Paragraph("路灯不亮路灯不亮，路灯", style(align="justify"), 85.0).lines

    assert first.glyphs[-1].text == "，"
    assert first.spacing == 0


def test_no_spacing_is_put_inside_a_latin_word():
    paragraph = Paragraph("小区东门的Wi-Fi门禁坏了很久", style(align="justify"), 97.0)
    [first] = paragraph.lines[:1]
    letters = [glyph.text for glyph in first.glyphs]

    assert "Wi-Fi" in "".join(letters)
    assert gaps(first.glyphs) == len(letters) - 1 - 4


def test_the_first_line_of_each_paragraph_is_indented_but_not_what_begins_with_a_space():
    paragraph = Paragraph("甲" * 15 + "\n乙\n　丙", style(indent=2.0), 100.0)

    assert [line.x for line in paragraph.lines] == [20.0, 0.0, 20.0, 0.0]


@pytest.mark.parametrize(
    ("label", "width"),
    [("性别", 40), ("接待人", 40), ("反映时间", 40), ("来访人姓名", 50), ("字", 10)],
)
def test_a_short_label_is_spread_to_four_characters_in_the_middle(label, width):
    paragraph = Paragraph(label, style(align="spread"), 60.0)
    [line] = paragraph.lines

    assert ends(paragraph)[0] - line.x == pytest.approx(width)
    assert line.x == pytest.approx((60 - width) / 2)


@pytest.mark.parametrize(("align", "x"), [("left", 0.0), ("center", 40.0), ("right", 80.0)])
def test_a_line_stands_where_it_is_wanted(align, x):
    [line] = Paragraph("路灯", style(align=align), 100.0).lines

    assert line.x == x


def test_a_paragraph_is_drawn_into_one_file_after_another(tmp_path):
    """The codes of odd glyphs (a dash, a mark) are a file's own."""
    dash, mark = (Paragraph(text, style(), 100.0) for text in ("甲——", "乙\u202e"))

    for order in ((dash, mark), (mark, dash)):
        file = PdfFile("题", "站", NOON)
        file.add_page(
            200,
            100,
            "\n".join(part.draw(file, 0, 80 - 30 * place) for place, part in enumerate(order)),
        )
        (tmp_path / "a.pdf").write_bytes(file.data())
        typed = "".join(glyph.text for part in order for glyph in part.lines[0].glyphs)
        assert by_pypdf(tmp_path / "a.pdf") == typed


def test_its_height_is_that_of_its_lines():
    assert Paragraph("路灯\n\n不亮", style(), 100.0).height == 45.0
    assert Paragraph("", style(), 100.0).height == 15.0
