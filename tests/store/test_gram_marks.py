"""Where in what is shown stands what was typed."""

import pytest

from liaison_desktop.store.gram_keys import ask
from liaison_desktop.store.gram_marks import marks_of


@pytest.mark.parametrize(
    ("typed", "shown", "marked"),
    [
        ("桂", "李桂芳", ["桂"]),
        ("lgf", "李桂芳", ["李桂芳"]),
        ("liguif", "李桂芳", ["李桂芳"]),
        ("g", "李桂芳", ["桂"]),
        ("shanx", "单雄信", ["单雄"]),
        ("danx", "单雄信", ["单雄"]),
        ("zgq", "张曾国庆", ["曾国庆"]),
        ("阿卜杜拉买", "阿卜杜拉·买买提", ["阿卜杜拉·买"]),
        ("ＷＩＦＩ", "坏了的WiFi", ["WiFi"]),
        ("李 路灯", "李桂芳　路灯不亮", ["李", "路灯"]),
        ("不在", "李桂芳", []),
        ("1234", "李桂芳", []),
        ("", "李桂芳", []),
        ("𬱖", "某㛃𬱖", ["𬱖"]),
    ],
)
def test_marks(typed: str, shown: str, marked: list[str]) -> None:
    assert [shown[start:end] for start, end in marks_of(ask(typed), shown)] == marked
