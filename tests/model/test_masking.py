import pytest

from liaison_desktop.model.masking import mask_id, mask_name, mask_phone


@pytest.mark.parametrize(
    ("name", "masked"),
    [("李桂芳", "李**"), ("欧阳晓燕", "欧阳**"), ("单", "单"), ("", ""), ("𬱖明", "𬱖*")],
)
def test_a_name_keeps_its_surname(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13800001234", "138****1234"),
        ("0573-80000001", "057******0001"),
        ("6612", "**12"),
        ("", ""),
    ],
)
def test_a_phone_keeps_head_and_tail(phone: str, masked: str) -> None:
    assert mask_phone(phone) == masked


def test_an_id_keeps_three_and_two() -> None:
    assert mask_id("999999195001010011") == "999*************11"
    assert mask_id("1234") == "1234"


def test_a_mark_goes_with_its_character():
    assert mask_name("葛\U000e0100文") == "葛\U000e0100*"
    assert mask_name("e\u0301a") == "e\u0301*"
