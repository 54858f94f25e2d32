"""Pages as pictures, and where they stand one below the other."""

from itertools import pairwise
from math import ceil
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from reportlab.pdfgen.canvas import Canvas

from liaison_desktop.documents.receipt import draw_blank_receipts
from liaison_desktop.model.faults import Unusable
from liaison_desktop.ui.printing.column import GAP, LARGEST, PAGE, WIDTH, Column, scale_to_fit
from liaison_desktop.ui.printing.pages import draw_bands, draw_page, page_shapes, size_name
from tests.builders import NOON, a_station

A4, A5 = QSizeF(595.28, 841.89), QSizeF(419.53, 595.28)


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    return draw_blank_receipts(tmp_path / "回执.pdf", a_station(), 2, NOON).path


def is_dark(picture: QImage) -> bool:
    """Return whether something is drawn on the paper."""
    small = picture.scaled(64, 64)
    return any(small.pixelColor(x, y).lightness() < 250 for x in range(64) for y in range(64))


def test_a_page_is_drawn_in_the_pixels_asked_for(receipt: Path):
    assert [size_name(shape) for shape in page_shapes(receipt)] == ["A4", "A4"]

    picture = draw_page(receipt, 1, 2.0)

    assert picture.size() == QSize(1191, 1684)
    assert is_dark(picture)


def test_the_bands_of_a_page_make_up_the_page(receipt: Path):
    whole = draw_page(receipt, 0, 1.0)
    joined = QImage(whole.size(), QImage.Format.Format_RGB32)
    joined.fill(0x123456)
    painter = QPainter(joined)
    bands = list(draw_bands(receipt, 0, 1.0, 200))
    for top, band in bands:
        painter.drawImage(0, top, band)
    painter.end()

    assert [(top, band.height()) for top, band in bands] == [
        *((0, 200), (200, 200), (400, 200), (600, 200), (800, 42)),
    ]
    pairs = zip(bytes(joined.constBits()), bytes(whole.constBits()), strict=True)
    assert max(abs(a - b) for a, b in pairs) <= 2


@pytest.mark.parametrize(("dpi", "rows"), [(203, 248), (300, 154), (600, 600)])
def test_bands_leave_no_row_out_at_any_resolution(receipt: Path, dpi: int, rows: int):
    scale = dpi / 72
    whole = ceil(page_shapes(receipt)[0].height() * scale)

    bands = [(top, top + band.height()) for top, band in draw_bands(receipt, 0, scale, rows)]

    assert bands[0][0] == 0
    assert bands[-1][1] == whole
    assert all(end == begin for (_, end), (begin, _) in pairwise(bands))


def test_a_file_is_let_go_between_two_pages(receipt: Path):
    draw_page(receipt, 0, 1.0)
    receipt.unlink()

    with pytest.raises(Unusable, match="paper_gone"):
        draw_page(receipt, 1, 1.0)


def test_what_is_no_pdf_is_a_fault_without_its_folder(tmp_path: Path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")

    with pytest.raises(Unusable) as fault:
        page_shapes(tmp_path / "broken.pdf")

    assert (fault.value.code, fault.value.path) == ("paper_gone", "broken.pdf")


@pytest.mark.parametrize(
    ("shape", "name"),
    [
        (A4, "A4"),
        (A4.transposed(), "A4"),
        (A5, "A5"),
        (QSizeF(226.77, 566.93), "Custom.80x200mm"),
        (QSizeF(612, 792), "Custom.216x279mm"),
    ],
)
def test_a_paper_size_has_the_name_that_printers_know(shape: QSizeF, name: str):
    assert size_name(shape) == name


def test_a_page_of_another_size_is_measured_by_itself(tmp_path: Path):
    canvas = Canvas(str(tmp_path / "two.pdf"))
    for size in ((595, 842), (842, 595)):
        canvas.setPageSize(size)
        canvas.rect(100, 100, 50, 50)
        canvas.showPage()
    canvas.save()

    assert page_shapes(tmp_path / "two.pdf") == [QSizeF(595, 842), QSizeF(842, 595)]


def test_pages_stand_below_each_other_in_the_middle():
    column = Column([A4, A5], 1.0, 800)

    first, second = column.pages
    assert first == QRect((800 - 596) // 2, GAP, 596, 842)
    assert second.top() == first.bottom() + 1 + GAP
    assert second.center().x() == pytest.approx(400, abs=1)
    assert column.size == QSize(596 + 2 * GAP, 3 * GAP + 842 + 596)


def test_pages_fit_the_width_or_the_whole_window():
    window = QSize(600, 500)

    assert Column([A4], scale_to_fit(WIDTH, [A4], window), 600).size.width() <= 600
    assert Column([A4, A5], scale_to_fit(PAGE, [A4, A5], window), 600).pages[0].height() <= 468
    assert scale_to_fit(WIDTH, [A5], QSize(9000, 500)) == LARGEST
    assert scale_to_fit(WIDTH, [], QSize(9000, 500)) <= LARGEST


def test_a_screen_on_never_misses_a_line_nor_the_top_of_a_page():
    column = Column([A4, A4], 1.0, 700)
    stops = [0]
    while (stop := column.next_stop(stops[-1], 500)) < column.size.height() - 500:
        stops.append(stop)

    second = column.pages[1].top() - GAP
    assert second in stops
    assert all(b - a <= 500 for a, b in pairwise(stops))
    assert column.last_stop(second, 500) == second - 500 + 2 * GAP
    assert column.last_stop(column.last_stop(second, 500), 500) == 0


def test_the_page_in_the_middle_is_the_one_looked_at():
    column = Column([A4, A4, A4], 1.0, 700)

    assert [column.page_at(top, 500) for top in (0, 500, 700, 1800)] == [0, 0, 1, 2]
    assert column.seen(0, 500) == [0]
    assert column.seen(700, 500) == [0, 1]
    assert Column([], 1.0, 700).page_at(0, 500) == 0
