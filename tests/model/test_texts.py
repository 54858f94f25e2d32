import pytest

from liaison_desktop.model.faults import ProblemCode
from liaison_desktop.model.texts import bad_character, holds_chinese, text_problems, visible


@pytest.mark.parametrize("bad", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\r"])
def test_controls_and_lone_surrogates_cannot_be_kept(bad: str) -> None:
    assert bad_character(f"王{bad}") == bad


@pytest.mark.parametrize("good", ["㛃𬱖䶮", "a\tb", "👨‍👩‍👧", "\u202e", "e\u0301", "<b>", "\u00a0"])
def test_everything_else_is_kept(good: str) -> None:
    assert bad_character(good) is None


def test_a_newline_is_kept_only_where_there_are_lines() -> None:
    assert bad_character("a\nb") is None
    assert bad_character("a\nb", multiline=False) == "\n"


def test_sizes_are_counted_in_code_points() -> None:
    assert text_problems("name", "𬱖" * 50, 50) == []
    [problem] = text_problems("name", "𬱖" * 51, 50)
    assert (problem.code, problem.detail) == (ProblemCode.TOO_LONG, "50")


def test_a_problem_names_the_code_point_and_never_the_text() -> None:
    [problem] = text_problems("name", "王\x1b", 50)
    assert problem.as_json() == {"field": "name", "code": "bad_character", "detail": "U+001B"}


def test_direction_controls_are_shown() -> None:
    assert visible("李\u202e四") == "李⟦RLO⟧四"
    assert visible("李四") == "李四"


@pytest.mark.parametrize("text", ["你", "㐂", "𬱖", "ab𠅤", "\U000323af"])
def test_chinese_is_noticed_in_every_plane(text: str):
    assert holds_chinese(text)


@pytest.mark.parametrize("text", ["", "nihao", "ｎｉ", "、。", "あ", "😀"])
def test_other_signs_are_no_chinese(text: str):
    assert not holds_chinese(text)
