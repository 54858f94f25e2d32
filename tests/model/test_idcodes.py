import pytest

from liaison_desktop.model.idcodes import looks_like_id, looks_like_phone


@pytest.mark.parametrize(
    "phone",
    [
        "13800001234",
        "+86 138 0000 1234",
        "0573-80000001",
        "80000001",
        "66123",
        "无",
        "１３８００００１２３４",
    ],
)
def test_mobiles_landlines_and_short_numbers_are_usual(phone: str) -> None:
    assert looks_like_phone(phone)


@pytest.mark.parametrize("phone", ["1380000123", "abc", "12", "138000012345678901"])
def test_what_no_phone_looks_like_is_unusual(phone: str) -> None:
    assert not looks_like_phone(phone)


@pytest.mark.parametrize("id_no", ["11010519491231002X", "11010519491231002x", "999999500101001"])
def test_a_right_check_character_and_an_old_number_are_usual(id_no: str) -> None:
    assert looks_like_id(id_no)


@pytest.mark.parametrize("id_no", ["110105194912310021", "12345", "11010519491231002"])
def test_a_wrong_check_character_is_unusual(id_no: str) -> None:
    assert not looks_like_id(id_no)


@pytest.mark.parametrize("permit", ["H12345678", "ABC123456789012", "810000199001011234"])
def test_permits_the_program_does_not_know_are_let_be(permit: str) -> None:
    assert looks_like_id(permit)
