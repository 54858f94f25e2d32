"""What text may be: kept exactly as typed, or refused at the field with the text left in place."""

from liaison_desktop.model.faults import Problem, ProblemCode

BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Characters that only turn the direction of others; kept, and shown as a visible mark."""

_BIDI_NAMES = {
    "\u061c": "ALM",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}


def bad_character(text: str, *, multiline: bool = True) -> str | None:
    """Return the first character that cannot be kept, or None.

    Refused are NUL and the other C0 and C1 controls but tab and newline (newline only where the
    field has several lines), DEL, and lone surrogates.
    """
    allowed = "\t\n" if multiline else "\t"
    for character in text:
        point = ord(character)
        if (point < 0x20 and character not in allowed) or 0x7F <= point < 0xA0:
            return character
        if 0xD800 <= point <= 0xDFFF:
            return character
    return None


def text_problems(
    field: str, text: str, size: int | None, *, multiline: bool = False
) -> list[Problem]:
    """Return what is wrong with a text: a bad character, or more code points than `size`."""
    found = []
    if (bad := bad_character(text, multiline=multiline)) is not None:
        found.append(Problem(field, ProblemCode.BAD_CHARACTER, detail=f"U+{ord(bad):04X}"))
    if size is not None and len(text) > size:
        found.append(Problem(field, ProblemCode.TOO_LONG, detail=str(size)))
    return found


def visible(text: str) -> str:
    """Return text with every direction control replaced by its name in brackets."""
    if not BIDI_CONTROLS.intersection(text):
        return text
    return "".join(f"⟦{_BIDI_NAMES[c]}⟧" if c in _BIDI_NAMES else c for c in text)


def holds_chinese(text: str) -> bool:
    """Return whether a 汉字 stands in a text, those of the later planes too."""
    return any("\u3400" <= character <= "\u9fff" or character >= "\U00020000" for character in text)
