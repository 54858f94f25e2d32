"""F06 来访登记簿: all rows in order on numbered pages, whatever stands in them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pypdf
import pytest

from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.ledger import Extent, build_ledger
from liaison_desktop.documents.numbers import MM
from liaison_desktop.model.ledgers import VISITS
from tests.builders import NOON, a_station
from tests.documents.papers import opened

FACTS = PrintFacts(a_station(), NOON, 0, "王芳")
MONTH = Extent(date(2026, 11, 1), date(2026, 11, 30), total="共 1 次、1 人次")
USUAL = {
    "number": "QHJD-L-2026-0001-K",
    "received_at": "2026-11-20",
    "time": "09:30",
    "channel": "来访",
    "name": "李桂芳",
    "phone": "138****1234",
    "headcount": "1",
    "title": "路灯不亮",
    "category": "城建环资",
    "handling": "待办理",
    "state": "已登记",
    "receivers": "王建国",
}


def a_row(**changes: str) -> tuple[str, ...]:
    return tuple((USUAL | changes)[column.name] for column in VISITS.columns)


def draw(folder: Path, rows: Sequence[tuple[str, ...]], extent: Extent = MONTH) -> Drawn:
    return build_ledger(VISITS, VISITS.columns, rows, extent, FACTS).save(folder / "ledger.pdf")


def pages_of(drawn: Drawn) -> list[str]:
    with pypdf.PdfReader(drawn.path) as reader:
        return [page.extract_text() for page in reader.pages]


def seen_on(drawn: Drawn) -> list[str]:
    """Return the text that lies within the frame of each page."""
    bottom = (210 - 199) * MM
    with opened(drawn.path) as document:
        pages = [document[place].get_textpage() for place in range(len(document))]
        return [page.get_text_bounded(bottom=bottom) for page in pages]


def test_a_page_says_whose_ledger_it_is_of_when_and_by_whom(tmp_path):
    drawn = draw(tmp_path, [a_row()])

    [page] = pages_of(drawn)

    assert (drawn.form, drawn.edition, drawn.pages, drawn.missing) == ("visit_ledger", 1, 1, [])
    for said in (
        "来访登记簿",
        "联络站：清河街道人大代表联络站",
        "期间：2026年11月1日 至 2026年11月30日",
        "共 1 次、1 人次",
        "F06（第 1 版）",
        "第 1 页　共 1 页",
        "王芳 2026-11-20 12:00 打印",
        "（以下空白）",
        *USUAL.values(),
        *(column.label for column in VISITS.columns),
    ):
        assert said in page


def test_the_sheet_is_a4_across(tmp_path):
    with pypdf.PdfReader(draw(tmp_path, [a_row()]).path) as reader:
        box = reader.pages[0].mediabox

    assert (float(box.width), float(box.height)) == pytest.approx((841.89, 595.28), abs=0.01)


@pytest.mark.parametrize(
    ("rows", "pages"), [(0, 1), (1, 1), (24, 1), (25, 1), (26, 2), (50, 2), (51, 3)]
)
def test_twenty_five_rows_stand_on_a_page_under_a_repeated_heading(tmp_path, rows, pages):
    numbers = [f"QHJD-L-2026-{n:04d}-K" for n in range(rows)]

    texts = pages_of(draw(tmp_path, [a_row(number=number) for number in numbers]))

    assert len(texts) == pages
    for place, text in enumerate(texts):
        on_it = numbers[place * 25 : (place + 1) * 25]
        assert [number for number in numbers if number in text] == on_it
        assert "接待代表" in text
        assert f"第 {place + 1} 页　共 {pages} 页" in text


def test_a_full_last_page_needs_no_word_that_nothing_follows(tmp_path):
    full = draw(tmp_path, [a_row()] * 25)
    assert "以下空白" not in pages_of(full)[0]
    more = draw(tmp_path, [a_row()] * 26)
    assert ["以下空白" in page for page in pages_of(more)] == [False, True]


def test_two_lines_in_every_row_still_leave_twenty_five_on_a_page(tmp_path):
    title = "小区门口的路灯坏了三个月晚上老人出门看不清路请尽快修好"

    assert draw(tmp_path, [a_row(title=title)] * 25).pages == 1


def test_the_longest_title_is_printed_whole(tmp_path):
    title = "".join(chr(0x4E00 + n) for n in range(80))
    drawn = draw(tmp_path, [a_row(title=title)] * 25)

    text = "".join(pages_of(drawn)).replace("\n", "")

    assert text.count(title) == 25
    assert drawn.pages > 1


def test_a_row_taller_than_a_page_goes_on_on_the_next(tmp_path):
    names = "".join(chr(0x4E00 + n) for n in range(3000))
    drawn = draw(tmp_path, [a_row(), a_row(name=names), a_row(number="最后一行")])

    texts = [text.replace("\r\n", "") for text in seen_on(drawn)]

    assert set(names) <= set("".join(texts))
    assert "最后一行" in texts[-1]
    assert len(texts) > 2


def test_an_empty_ledger_says_so(tmp_path):
    assert "（本期没有登记）" in pages_of(draw(tmp_path, []))[0]
    chosen = Extent(None, None, ["来信", "待补"])
    [page] = pages_of(draw(tmp_path, [], chosen))
    assert "（没有符合条件的登记）" in page
    assert "期间：不限　只列：来信；待补" in page


def test_one_day_is_said_once(tmp_path):
    day = date(2026, 11, 20)

    assert "期间：2026年11月20日\n" in pages_of(draw(tmp_path, [a_row()], Extent(day, day)))[0]


def test_what_has_no_glyph_is_named_at_the_end(tmp_path):
    drawn = draw(tmp_path, [a_row(name="某\U000f1234生")])

    assert drawn.missing == ["\U000f1234"]
    assert "U+F1234" in pages_of(drawn)[0]


def test_the_same_rows_give_the_same_file(tmp_path):
    first = draw(tmp_path, [a_row()] * 30).path.read_bytes()

    assert draw(tmp_path, [a_row()] * 30).path.read_bytes() == first
