"""A text in one width and case: what is searched, and what is typed to find it."""

import re
import unicodedata

from liaison_desktop.store.old_codes import real

_NO_DIGITS = re.compile("[^0-9]+")
_KEPT = frozenset(["Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "No", "Co"])
"""Categories of Unicode that are typed and searched: letters, their marks, numbers, private use."""


def plain(text: str) -> str:
    """Return the letters, digits and characters of a text in one width and case.

    Characters of the private use areas stay, names are written with them on many machines; but
    those that got real code points since are these.
    """
    return "".join(words_of(text))


def words_of(text: str) -> list[str]:
    return unicodedata.normalize("NFKC", real(text)).casefold().translate(_SEARCHED).split()


class _Searched(dict[int, int]):
    """What `str.translate` makes of a code point: itself, or a space; each is looked up once."""

    def __missing__(self, code: int) -> int:
        self[code] = code if unicodedata.category(chr(code)) in _KEPT else ord(" ")
        return self[code]


_SEARCHED = _Searched()


def digits_of(text: str) -> str:
    return _NO_DIGITS.sub("", plain(text))
