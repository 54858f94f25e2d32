import pytest

from liaison_desktop.store.passwords import password_problem

ABOUT = ("zhouhaiyan", "周海燕", "清河街道人大代表联络站", "QHJD")


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("", "too_short"),
        ("1234567", "too_short"),
        ("春风十里", "too_short"),
        ("zhouhaiyan", "about_this_desk"),
        ("ZhouHaiyan2026", "about_this_desk"),
        ("ｚｈｏｕｈａｉｙａｎ！", "about_this_desk"),
        ("清河街道人大代表联络站", "about_this_desk"),
        ("周海燕123456", "about_this_desk"),
        ("qhjd-2026!", "about_this_desk"),
        ("password", "too_common"),
        ("Password123", "too_common"),
        ("admin@2026", "too_common"),
        ("woaini1314", "too_common"),
        ("12345678", "too_common"),
        ("87654321", "too_common"),
        ("1234567890", "too_common"),
        ("abcd1234", "too_common"),
        ("qwer1234", "too_common"),
        ("1qaz2wsx", "too_common"),
        ("1q2w3e4r", "too_common"),
        ("11111111", "too_common"),
        ("88888888", "too_common"),
        ("12121212", "too_common"),
        ("20261120", "too_common"),
        ("19900101", "too_common"),
        ("1990年1月1日", "too_common"),
        ("13800001234", "too_common"),
        ("人大代表2026", "too_common"),
    ],
)
def test_what_everybody_tries_first_is_refused(password: str, why: str) -> None:
    assert password_problem(password, ABOUT) == why


@pytest.mark.parametrize(
    "password",
    [
        "春风十里不如你呀",
        "correct horse battery staple",
        "kite-lamp-river",
        "我家楼下第三棵树",
        "zhouhaiyan likes tea",
        "7394628105",
        "🌲🌊🔥🌙🌲🌊🔥⛰",
        "password of the third drawer",
    ],
)
def test_any_other_password_of_eight_characters_will_do(password: str) -> None:
    assert password_problem(password, ABOUT) is None


def test_empty_facts_about_the_desk_forbid_nothing() -> None:
    assert password_problem("kite-lamp-river", ["", "  ", "12"]) is None
