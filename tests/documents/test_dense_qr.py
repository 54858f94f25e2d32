"""A code of any text is what a camera reads, in any length that is let onto paper."""

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from liaison_desktop.documents.dense_qr import MOST_BYTES, dense_modules


def read(text: str) -> str:
    """Return what is read in a picture of the modules, four pixels each, with a quiet zone."""
    modules = dense_modules(text)
    side = len(modules)
    picture = Image.new("L", (side + 8, side + 8), 255)
    for row, line in enumerate(modules):
        for column, is_dark in enumerate(line):
            if is_dark:
                picture.putpixel((column + 4, row + 4), 0)
    big = picture.resize((4 * (side + 8), 4 * (side + 8)), Image.Resampling.NEAREST)
    [found] = zxingcpp.read_barcodes(big)
    return found.text


@given(st.text("接待日代表联络站𠮷㛃:\n;0aA", min_size=1, max_size=100))
@settings(max_examples=25, deadline=None)
def test_chinese_text_is_read_back(text: str) -> None:
    assert read(f"清河街道{text}。") == f"清河街道{text}。"


def test_the_longest_is_read_back_and_nothing_longer_is_drawn() -> None:
    longest = "站" * (MOST_BYTES // 3) + "a" * (MOST_BYTES % 3)
    assert read(longest) == longest
    assert len(dense_modules(longest)) * 0.5 <= 40  # millimetres on a notice
    with pytest.raises(ValueError, match="longer"):
        dense_modules(longest + "a")
