"""Phone and ID numbers as they occur at a desk: judged softly, never blocking."""

import re
import unicodedata

from liaison_desktop.model.words import Sex

_PHONE = re.compile(r"(\+?86)?1\d{10}|(0\d{2,3})?[2-9]\d{6,7}(\d{1,6})?|\d{3,6}|400\d{7}")
_OTHER_PERMIT = re.compile(r"[A-Z]{1,2}\d{7,10}|[A-Z]{3}\d{12}|8[123]0000\d{11}[\dX]|9\d{16}[\dX]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def looks_like_phone(text: str) -> bool:
    """Return whether this may be a mobile, a 座机 with or without area code, or a 短号; 无 too."""
    plain = re.sub(r"[\s\-–—()（）转#]", "", unicodedata.normalize("NFKC", text))
    return plain in {"无", "没有"} or _PHONE.fullmatch(plain) is not None


def sex_of_id(text: str) -> Sex | None:
    """Return what the sequence number of an ID number says (GB 11643): odd 男, even 女."""
    plain = _plain(text)
    if re.fullmatch(r"\d{17}[\dX]", plain):
        digit = plain[16]
    elif re.fullmatch(r"\d{15}", plain):
        digit = plain[14]
    else:
        return None
    return Sex.MALE if int(digit) % 2 else Sex.FEMALE


def birth_of_id(text: str) -> str | None:
    """Return the month of birth in an ID number, as 1962-05; None where it holds none."""
    plain = _plain(text)
    digits = plain[6:12] if len(plain) == 18 else f"19{plain[6:10]}" if len(plain) == 15 else ""
    is_month = digits.isdecimal() and 1 <= int(digits[4:]) <= 12
    return f"{digits[:4]}-{digits[4:]}" if is_month else None


def is_old_id(text: str) -> bool:
    """Return whether this is a number of 15 digits, of the time before 1999."""
    return re.fullmatch(r"\d{15}", _plain(text)) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).upper().strip()


def looks_like_id(text: str) -> bool:
    """Return whether the check character fits GB 11643-1999, or it may be another permit."""
    plain = _plain(text)
    if re.fullmatch(r"\d{15}", plain) or _OTHER_PERMIT.fullmatch(plain):
        return True
    if not re.fullmatch(r"\d{17}[\dX]", plain):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(plain, _WEIGHTS, strict=False))
    return plain[17] == "10X98765432"[total % 11]
