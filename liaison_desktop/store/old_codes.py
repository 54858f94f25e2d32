"""Characters that were typed with code points of their own before they had real ones.

GBK, and GB 18030-2000 after it, gave 80 characters (bytes FE50–FEA0) places in Unicode's private
use area, U+E815–U+E864. All of them have real code points by now: 66 since GB 18030-2000 itself,
the others since GB 18030-2022 (GB 18030-2022, 附录 D). Names on cards and in old rosters bear both.
What was typed is kept as it was; only what is searched and compared is mapped.
"""

_FIRST = 0xE815
_LEADING = 0xFE
_TRAILING = (*range(0x50, 0x7F), *range(0x80, 0xA1))
_SINCE_2022 = {
    0xE816: 0x20087,
    0xE817: 0x20089,
    0xE818: 0x200CC,
    0xE81E: 0x9FB4,
    0xE826: 0x9FB5,
    0xE82B: 0x9FB6,
    0xE82C: 0x9FB7,
    0xE831: 0x215D7,
    0xE832: 0x9FB8,
    0xE83B: 0x2298F,
    0xE843: 0x9FB9,
    0xE854: 0x9FBA,
    0xE855: 0x241FE,
    0xE864: 0x9FBB,
}
"""Which Python's own GB 18030, of the edition before, still leaves in private use."""

REAL_CODES: dict[int, int] = {
    _FIRST + place: ord(bytes([_LEADING, trailing]).decode("gb18030"))
    for place, trailing in enumerate(_TRAILING)
} | _SINCE_2022
"""The real code point of each old private one."""


def real(text: str) -> str:
    """Return a text with the real characters in the place of the old private ones."""
    return text if text.isascii() else text.translate(REAL_CODES)
