"""Rows onto pages: nothing cut, nothing lost, labels repeated, signatures never alone."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.documents.flow import Page, flow
from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.marks import SignatureBox
from liaison_desktop.documents.paragraph import Paragraph, Style
from liaison_desktop.documents.rows import PAD, Cell, Row

FIRST, LATER = 600.0, 640.0
STYLE = Style(Fonts([]).stack("song"), 10.5, 15.0, "justify", 2.0)
LABEL_WIDTH, WIDTH = 74.0, 396.0


def a_row(text: str, *, least: float = 22.0, may_split: bool = True, fills: bool = False) -> Row:
    label, continued = (Paragraph(words, STYLE, LABEL_WIDTH) for words in ("内容", "内容（续）"))
    return Row(
        (
            Cell(0, LABEL_WIDTH, label, continued, is_label=True),
            Cell(LABEL_WIDTH, WIDTH, Paragraph(text, STYLE, WIDTH - 2 * PAD)),
        ),
        least,
        may_split=may_split,
        fills=fills,
    )


def a_heading() -> Row:
    return replace(a_row("序号、日期", may_split=False), repeats=True)


def a_signature() -> Row:
    box = SignatureBox.of("站长（签名）：", STYLE, WIDTH, 62)
    return Row((Cell(0, WIDTH, box, is_bare=True),), 62, stays_with_former=True)


def words_of(cell: Cell) -> str:
    if not isinstance(cell.content, Paragraph):
        return ""
    return "".join(glyph.text for line in cell.content.lines for glyph in line.glyphs)


def values_on(pages: list[Page]) -> str:
    return "".join(words_of(row.cells[-1]) for page in pages for row, _ in page)


def is_signed(row: Row) -> bool:
    return isinstance(row.cells[0].content, SignatureBox)


TEXTS = st.tuples(st.integers(0, 4000), st.integers(0, 20)).map(
    lambda size: "\n".join(["居民反映路灯不亮，" * (size[0] // 9 // (size[1] + 1))] * (size[1] + 1))
)
LONG = st.builds(a_row, TEXTS, fills=st.booleans())
SHORT = st.lists(
    st.builds(a_row, st.text("路灯", max_size=90), may_split=st.booleans()), max_size=9
)
ROWS = st.tuples(SHORT, LONG, SHORT).map(lambda parts: [*parts[0], parts[1], *parts[2]])


@given(ROWS)
@settings(max_examples=40, deadline=None)
def test_no_page_holds_more_than_it_has_room_for(rows):
    pages = flow([*rows, a_signature()], FIRST, LATER)

    for place, page in enumerate(pages):
        assert page
        assert sum(height for _, height in page) <= (LATER if place else FIRST) + 0.01
        assert all(height >= row.natural - 0.01 for row, height in page)


@given(ROWS)
@settings(max_examples=40, deadline=None)
def test_nothing_is_cut_and_nothing_said_twice(rows):
    pages = flow([*rows, a_signature()], FIRST, LATER)

    assert values_on(pages) == "".join(words_of(row.cells[-1]) for row in rows)


@given(ROWS)
@settings(max_examples=40, deadline=None)
def test_a_signature_stands_whole_on_the_last_page_and_not_alone(rows):
    pages = flow([*rows, a_signature()], FIRST, LATER)
    signed = [(place, row) for place, page in enumerate(pages) for row, _ in page if is_signed(row)]

    assert [place for place, _ in signed] == [len(pages) - 1]
    assert len(pages[-1]) > 1


@given(st.lists(st.integers(21, 60), min_size=32, max_size=50))
@settings(max_examples=60, deadline=None)
def test_rows_of_any_height_fill_a_page_and_no_more(heights):
    rows = [a_row("居民", least=height, may_split=False) for height in heights]
    pages = flow(rows, FIRST, LATER)

    assert [row for page in pages for row, _ in page] == rows
    for page, room, after in zip(pages, [FIRST, *[LATER] * 50], pages[1:], strict=False):
        used = sum(height for _, height in page)
        assert used <= room < used + after[0][0].least


def test_a_row_that_goes_on_says_so_at_its_side():
    pages = flow([a_row("居民反映路灯不亮，" * 444), a_signature()], FIRST, LATER)

    labels = [words_of(page[0][0].cells[0]) for page in pages]
    assert len(pages) > 2
    assert labels[0] == "内容"
    assert set(labels[1:]) == {"内容（续）"}


def test_rows_that_leave_room_are_stretched_where_the_form_says():
    [page] = flow([a_row("一"), a_row("二", fills=True), a_row("三", fills=True)], FIRST, LATER)

    heights = [height for _, height in page]
    assert heights[0] == 22.0
    assert heights[1] == heights[2] > 22.0
    assert sum(heights) == pytest.approx(FIRST)


def test_rows_that_nearly_fit_are_tightened_to_one_page():
    rows = [a_row("居民", least=35.0) for _ in range(20)]
    [page] = flow(rows, FIRST, LATER)

    assert sum(height for _, height in page) == pytest.approx(FIRST)
    assert all(height >= row.natural for row, height in page)


def test_a_row_that_may_not_split_is_carried_over_whole():
    long = a_row("居民反映路灯不亮，" * 60, may_split=False)
    pages = flow([a_row("居民反映路灯不亮，" * 100), long, a_signature()], FIRST, LATER)

    assert long in [row for row, _ in pages[1]]


def test_a_text_is_split_with_two_lines_at_least_on_each_page():
    text = Paragraph("居民反映路灯不亮，" * 40, STYLE, WIDTH)
    count = len(text.lines)

    assert text.split(1.5 * 15.0) is None
    parts = text.split((count - 1) * 15.0)
    assert parts is not None
    assert [len(part.lines) for part in parts] == [count - 2, 2]


def test_a_heading_begins_every_page():
    rows = [a_heading(), *(a_row("字", may_split=False) for _ in range(60))]

    pages = flow(rows, FIRST, LATER)

    assert [words_of(page[0][0].cells[1]) for page in pages] == ["序号、日期"] * len(pages)
    assert sum(len(page) - 1 for page in pages) == 60
    assert len(pages) == 3
    assert all(sum(height for _, height in page) <= LATER for page in pages)


def a_list(count: int, text: str = "路灯不亮。" * 9) -> list[Row]:
    heading = replace(a_row("序号、发言", may_split=False), stays_with_next=True)
    return [heading, *(replace(a_row(f"{at}：{text}"), heads=(heading,)) for at in range(count))]


def test_a_list_that_goes_on_has_its_heading_again():
    pages = flow([a_row("会议"), *a_list(60), a_row("备注"), a_signature()], FIRST, LATER)

    headed = [page for page in pages if any(row.heads for row, _ in page)]
    assert len(headed) > 2
    assert all(words_of(page[0][0].cells[-1]) == "序号、发言" for page in headed[1:])
    assert all(values_on([page]).count("序号、发言") == 1 for page in headed)
    assert all(sum(height for _, height in page) <= LATER for page in pages)


@pytest.mark.parametrize("lines", range(24, 40))
def test_the_heading_of_a_list_never_ends_a_page(lines):
    above = [a_row("一行") for _ in range(lines)]
    pages = flow([*above, *a_list(12), a_signature()], FIRST, LATER)

    assert not [page for page in pages if page[-1][0].stays_with_next]
    assert values_on(pages).count("路灯不亮") == 12 * 9


def test_a_row_of_a_list_taller_than_a_page_goes_on_under_its_heading():
    pages = flow(a_list(3, "居民反映路灯不亮，" * 700), FIRST, LATER)

    assert values_on(pages).count("居民反映") == 2100
    assert all(words_of(page[0][0].cells[-1]) == "序号、发言" for page in pages)
