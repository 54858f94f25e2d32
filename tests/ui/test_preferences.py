"""A small file that is never in the way."""

from pathlib import Path

import pytest

from liaison_desktop.ui.preferences import Preferences


def test_what_was_liked_is_liked_again(tmp_path: Path):
    path = tmp_path / "a" / "screen.ini"
    first = Preferences(path)
    first.theme, first.scale, first.last_login = "dark", 1.3, "王=芳"
    first.set_shows_more("王=芳", True)
    first.set_shows_more("刘敏", False)

    again = Preferences(path)

    assert (again.theme, again.scale, again.last_login) == ("dark", 1.3, "王=芳")
    assert again.shows_more("王=芳")
    assert not again.shows_more("刘敏")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"theme", b"scale\tmany\n\t\n"])
def test_a_file_that_says_nothing_is_as_good_as_none(tmp_path: Path, content: bytes):
    (tmp_path / "screen.ini").write_bytes(content)

    preferences = Preferences(tmp_path / "screen.ini")

    assert (preferences.theme, preferences.scale, preferences.last_login) == ("", 0.0, "")


def test_where_nothing_can_be_written_the_choice_holds_until_the_end(tmp_path: Path):
    (tmp_path / "file").write_text("")
    preferences = Preferences(tmp_path / "file" / "screen.ini")

    preferences.theme = "dark"

    assert preferences.theme == "dark"
