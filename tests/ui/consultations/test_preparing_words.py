"""What is said of numbers and days while a meeting is prepared."""

from datetime import date

import pytest

from liaison_desktop.ui.pages.preparing_words import notice_in_words, numbers_in_words
from tests.builders import a_consultation

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("size", "ways", "words", "role"),
    [
        ("", ("", "", ""), "还没有定规模", "muted"),
        ("40", ("10", "10", "20"), "= 40 人，正好是规模", "ok"),
        ("40", ("10", "10", ""), "比规模少 20 人", "warn"),
        ("10", ("10", "10", ""), "比规模多 10 人", "warn"),
        ("", ("3", "", ""), "= 3 人", "body"),
        ("四十", ("", "", ""), "请填数字", "danger"),
    ],
)
def test_the_numbers(size: str, ways: tuple[str, ...], words: str, role: str):
    typed = dict(zip(("volunteers", "invited", "drawn"), ways, strict=True)) | {"size": size}

    said, spoken = numbers_in_words(typed)

    assert words in said
    assert spoken == role


@pytest.mark.parametrize(
    ("due", "posted", "words", "role"),
    [
        (None, None, "", "muted"),
        (date(2026, 11, 25), None, "还有 5 天", "body"),
        (TODAY, None, "就是今天", "warn"),
        (date(2026, 11, 18), None, "已超过 2 天", "danger"),
        (date(2026, 11, 18), date(2026, 11, 19), "晚了 1 天", "warn"),
        (date(2026, 11, 18), date(2026, 11, 18), "已于 2026-11-18 公告", "ok"),
    ],
)
def test_the_notice(due: date | None, posted: date | None, words: str, role: str):
    one = a_consultation(notice_by=due, announced_on=posted)

    said, spoken = notice_in_words(one, TODAY)

    assert words in said
    assert spoken == role
