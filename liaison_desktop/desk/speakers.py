"""发言人 — found among those who take part by what is typed: characters, pinyin or initials."""

from collections.abc import Sequence
from dataclasses import dataclass

from liaison_desktop.store.pinyin import readings_of

Readings = Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Spelt:
    """A name with the readings of each of its characters."""

    name: str
    readings: Readings

    def fits(self, typed: str) -> bool:
        """Return whether what is typed is in the name, or begins its pinyin: 马 m, ma, mxy, maxy.

        An input method sets ' and spaces between syllables; they count for nothing.
        """
        if typed in self.name:
            return True
        letters = "".join(sign for sign in typed.lower() if sign not in "' ")
        return letters.isascii() and _begins(letters, self.readings)


def spelt(name: str) -> Spelt:
    """Return a name with its readings; the dictionary is read for the first of them."""
    return Spelt(name, readings_of(name))


def _begins(letters: str, readings: Readings) -> bool:
    if not letters or not readings:
        return not letters
    for reading in readings[0]:
        if reading.startswith(letters):
            return True
        for size in range(len(reading), 0, -1):
            if letters.startswith(reading[:size]) and _begins(letters[size:], readings[1:]):
                return True
    return False
