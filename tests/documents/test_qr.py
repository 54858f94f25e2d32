"""The code on a paper is what a camera reads, for every number that there can be."""

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from liaison_desktop.documents.qr import qr_modules
from liaison_desktop.model.numbering import NumberKind, build_number, matter_number

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def read(text: str) -> str:
    """Return what is read in a picture of the modules, four pixels each, with a quiet zone."""
    modules = qr_modules(text)
    side = len(modules)
    picture = Image.new("L", (side + 8, side + 8), 255)
    for row, line in enumerate(modules):
        for column, is_dark in enumerate(line):
            if is_dark:
                picture.putpixel((column + 4, row + 4), 0)
    big = picture.resize((4 * (side + 8), 4 * (side + 8)), Image.Resampling.NEAREST)
    [found] = zxingcpp.read_barcodes(big)
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    return found.text


@given(st.text(ALPHABET, min_size=1, max_size=61))
@settings(max_examples=120, deadline=None)
def test_every_text_of_its_alphabet_is_read_back(text):
    assert read(text) == text


def test_a_text_of_every_length_is_read_back():
    for length in range(1, 62):
        text = (ALPHABET * 2)[length : 2 * length]
        assert read(text) == text


@pytest.mark.parametrize("code", ["Q", "QHJD", "ABCDEFGHIJKL"])
@pytest.mark.parametrize("count", [1, 9999, 123456])
def test_every_number_is_read_back(code, count):
    number = build_number(code, NumberKind.VISIT, 2026, count)

    assert read(number) == number
    assert read(matter_number(number, 12)) == matter_number(number, 12)


@pytest.mark.parametrize(("length", "side"), [(20, 21), (21, 25), (38, 25), (39, 29), (61, 29)])
def test_the_symbol_is_as_small_as_it_can_be(length, side):
    assert len(qr_modules("A" * length)) == side


@pytest.mark.parametrize("text", ["路灯", "qhjd", "A" * 62])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match=r"number|substring"):
        qr_modules(text)
