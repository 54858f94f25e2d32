"""QR codes of our numbers (ISO/IEC 18004): versions 1 to 3, error correction M, alphanumeric.

A code is drawn on every form, a thousand at a time, and ReportLab's encoder takes longer than all
the rest of a form (5 ms against 0.07). Most of that is trying eight masks; here it is always the
third: a writer is to take the one that scores best, a reader takes any.
"""

from dataclasses import dataclass
from functools import cache

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_CAPACITY = {1: (16, 10), 2: (28, 16), 3: (44, 26)}
"""Version: codewords of data and of correction, one block each (table 9)."""

_FORMAT_M_MASK_2 = 0b101111001111100
"""Format information of level M with mask 2, as annex C gives it."""

MOST = 61
"""Characters in the largest code drawn here."""

Modules = list[list[bool]]


def is_code_text(text: str) -> bool:
    """Return whether a text is one of our numbers, or written like one."""
    return 0 < len(text) <= MOST and set(text) <= set(_ALPHABET)


def qr_modules(text: str) -> Modules:
    """Return the modules row by row, True for dark; ValueError where the text is no number."""
    bits = _bits(text)
    version = next((v for v, (data, _) in _CAPACITY.items() if len(bits) <= 8 * data), None)
    if version is None:
        raise ValueError("longer than a number may be")
    data = _padded(bits, _CAPACITY[version][0])
    symbol = _symbol(version)
    modules = [row[:] for row in symbol.modules]
    stream = int.from_bytes(data + _correction(data, _CAPACITY[version][1]), "big")
    length = 8 * sum(_CAPACITY[version])
    for place, (row, column) in enumerate(symbol.places[:length]):
        if stream >> (length - 1 - place) & 1:
            modules[row][column] = not modules[row][column]
    return modules


def _bits(text: str) -> str:
    """Return the segment: mode 0010, nine bits of length, eleven bits for each two characters."""
    values = [_ALPHABET.index(character) for character in text]
    pairs = [45 * first + second for first, second in zip(values[::2], values[1::2], strict=False)]
    rest = f"{values[-1]:06b}" if len(values) % 2 else ""
    return f"0010{len(values):09b}" + "".join(f"{pair:011b}" for pair in pairs) + rest


def _padded(bits: str, codewords: int) -> bytes:
    bits += "0" * min(4, 8 * codewords - len(bits))
    bits += "0" * (-len(bits) % 8)
    data = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return (data + b"\xec\x11" * codewords)[:codewords]


def _correction(data: bytes, count: int) -> bytes:
    """Return the Reed-Solomon codewords: the rest of a division by the generator polynomial."""
    powers, logs = _field()
    generator = _generator(count)
    rest = [0] * count
    for byte in data:
        factor = byte ^ rest[0]
        rest = [*rest[1:], 0]
        if factor:
            log = logs[factor]
            for place, exponent in enumerate(generator):
                rest[place] ^= powers[(log + exponent) % 255]
    return bytes(rest)


@cache
def _field() -> tuple[list[int], dict[int, int]]:
    """Return powers and logarithms of 2 in GF(256) over x⁸+x⁴+x³+x²+1."""
    powers, value = [], 1
    for _ in range(255):
        powers.append(value)
        value = value << 1 ^ (0x11D if value & 0x80 else 0)
    return powers, {power: exponent for exponent, power in enumerate(powers)}


@cache
def _generator(count: int) -> list[int]:
    """Return the exponents of the generator's coefficients, without the leading one."""
    powers, logs = _field()
    polynomial = [1]
    for root in range(count):
        shifted = [*polynomial, 0]
        scaled = [0, *(powers[(logs[value] + root) % 255] if value else 0 for value in polynomial)]
        polynomial = [a ^ b for a, b in zip(shifted, scaled, strict=True)]
    return [logs[value] for value in polynomial[1:]]


@dataclass(frozen=True)
class _Symbol:
    """An empty symbol with its mask laid on, and the places of its data in their order."""

    modules: Modules
    places: list[tuple[int, int]]


@cache
def _symbol(version: int) -> _Symbol:
    size = 17 + 4 * version
    fixed = _function_patterns(version, size)
    places = [place for place in _zigzag(size) if place not in fixed]
    modules = [[fixed.get((row, c), c % 3 == 0) for c in range(size)] for row in range(size)]
    return _Symbol(modules, places)


def _function_patterns(version: int, size: int) -> dict[tuple[int, int], bool]:
    """Return all modules that are no data: finders, timing, alignment, format information."""
    fixed = {}
    for place in range(size):
        fixed[6, place] = fixed[place, 6] = place % 2 == 0
    if version > 1:
        fixed |= _square(size - 7, size - 7, 2, {0, 2})
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        finder = _square(row, column, 4, {0, 1, 3})
        fixed |= {at: dark for at, dark in finder.items() if min(at) >= 0 and max(at) < size}
    return fixed | _format_information(size)


def _square(row: int, column: int, reach: int, dark: set[int]) -> dict[tuple[int, int], bool]:
    """Return rings around a centre; `dark` are the distances of the dark ones."""
    span = range(-reach, reach + 1)
    return {(row + a, column + b): max(abs(a), abs(b)) in dark for a in span for b in span}


def _format_information(size: int) -> dict[tuple[int, int], bool]:
    """Return the fifteen bits, written twice, and the module that is always dark (figure 25)."""
    near = [*range(6), 7, 8]
    first = [(8, c) for c in near] + [(r, 8) for r in (7, 5, 4, 3, 2, 1, 0)]
    second = [(size - 1 - r, 8) for r in range(7)] + [(8, size - 8 + c) for c in range(8)]
    bits = [bool(_FORMAT_M_MASK_2 >> (14 - place) & 1) for place in range(15)]
    found = dict(zip(first, bits, strict=True)) | dict(zip(second, bits, strict=True))
    return found | {(size - 8, 8): True}


def _zigzag(size: int) -> list[tuple[int, int]]:
    """Return all modules in the order of data: pairs of columns from the right, up and down."""
    columns = [column for column in range(size - 1, 0, -2) if column > 6]
    columns += [5, 3, 1]
    places = []
    for turn, column in enumerate(columns):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        places += [(row, c) for row in rows for c in (column, column - 1)]
    return places
