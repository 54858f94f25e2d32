"""What a password must not be: short, about this desk, or one that everybody tries first.

After OWASP ASVS 5.0, 6.2: at least eight characters, any characters, no rule of composition, no
forced change; known passwords and words of the office are refused instead.
"""

import re
import unicodedata
from collections.abc import Iterable

LEAST = 8
"""Code points."""

_WORDS = """
password passwd passw0rd p@ssword p@ssw0rd pass admin administrator root user guest test default
login welcome letmein secret master abc abcd abcde abcdef qwerty qwertyuiop qwer asdf asdfgh
asdfghjkl zxcv zxcvbnm qazwsx qazwsxedc iloveyou woaini woaiwojia woaizhongguo nihao dragon monkey
superman football sunshine princess michael computer internet windows china zhongguo beijing renda
rendadaibiao daibiao lianluozhan lianluo liaison station office
密码 我的密码 人大 人大代表 代表 联络站 人大代表联络站 工作人员 站长 管理员 街道 办公室
我爱你 我爱中国
"""
_COMMON = frozenset(_WORDS.split())
"""What is left of a common password when the digits and marks around it are taken away."""

_ROWS = (
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p",
)
_DATE = re.compile(r"(19|20)\d{2}[-./年]?(0?[1-9]|1[0-2])[-./月]?(0?[1-9]|[12]\d|3[01])日?\Z")
_MOBILE = re.compile(r"(\+?86)?1[3-9]\d{9}\Z")


def password_problem(password: str, about: Iterable[str]) -> str | None:
    """Return why a password is refused, or None.

    "too_short", "about_this_desk" where it is one of the words `about` the desk (login, names) with
    no more than digits and marks around it, or "too_common".
    """
    if len(password) < LEAST:
        return "too_short"
    plain = _plain(password)
    core = _core(plain)
    words = {_plain(word) for word in about if word.strip()}
    if plain in words or core in {_core(word) for word in words if _core(word)}:
        return "about_this_desk"
    return "too_common" if _is_common(plain, core) else None


def _is_common(plain: str, core: str) -> bool:
    return (
        core in _COMMON
        or len(set(plain)) < 4
        or _is_repeated(plain)
        or _is_walk(plain)
        or bool(_DATE.match(plain) or _MOBILE.match(plain))
    )


def _is_repeated(text: str) -> bool:
    """Return whether the whole is a shorter piece again and again, as abcd1abcd1 or 12341234."""
    return text in (text + text)[1:-1]


def _is_walk(text: str) -> bool:
    """Return whether the whole is one or two walks along a row of keys, either way."""
    at = 0
    for _ in range(2):
        at += _walk_length(text[at:])
    return at >= len(text)


def _walk_length(text: str) -> int:
    for length in range(len(text), 2, -1):
        piece = text[:length]
        if any(piece in row or piece[::-1] in row for row in _ROWS):
            return length
    return 0


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _core(text: str) -> str:
    """Return the text without the digits and marks before and after it."""
    return re.sub(r"^[\W\d_]+|[\W\d_]+$", "", text)
