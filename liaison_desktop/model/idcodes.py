"""Phone and ID numbers as they occur at a desk: judged softly, never blocking."""

import re
import unicodedata

_PHONE = re.compile(r"(\+?86)?1\d{10}|(0\d{2,3})?[2-9]\d{6,7}(\d{1,6})?|\d{3,6}|400\d{7}")
_OTHER_PERMIT = re.compile(r"[A-Z]{1,2}\d{7,10}|[A-Z]{3}\d{12}|8[123]0000\d{11}[\dX]|9\d{16}[\dX]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def looks_like_phone(text: str) -> bool:
    """Return whether this may be a mobile, a 座机 with or without area code, or a 短号; 无 too."""
    plain = re.sub(r"[\s\-–—()（）转#]", "", unicodedata.normalize("NFKC", text))
    return plain in {"无", "没有"} or _PHONE.fullmatch(plain) is not None


def looks_like_id(text: str) -> bool:
    """Return whether the check character fits GB 11643-1999, or it may be another permit."""
    plain = unicodedata.normalize("NFKC", text).upper().strip()
    if re.fullmatch(r"\d{15}", plain) or _OTHER_PERMIT.fullmatch(plain):
        return True
    if not re.fullmatch(r"\d{17}[\dX]", plain):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(plain, _WEIGHTS, strict=False))
    return plain[17] == "10X98765432"[total % 11]
