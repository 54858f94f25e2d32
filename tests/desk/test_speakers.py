"""A speaker is found by what is typed of his name."""

import pytest

from liaison_desktop.desk.speakers import spelt


@pytest.mark.parametrize(
    "typed", ["", "马", "秀英", "m", "mxy", "maxiuying", "ma'xiu y", "MX", "mxiuy"]
)
def test_a_name_is_found(typed: str):
    assert spelt("马秀英").fits(typed)


@pytest.mark.parametrize("typed", ["xy", "mxyz", "英马", "mb", "maxiux"])
def test_another_name_is_not(typed: str):
    assert not spelt("马秀英").fits(typed)
