"""The keys of one TOML text, read one by one while what is wrong with them is collected."""

import re
from collections.abc import Collection, Mapping
from datetime import date, time
from typing import Any, TypeVar

from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.texts import text_problems
from liaison_desktop.model.words import Word

W = TypeVar("W", bound=Word)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


class TomlKeys:
    """What a text tells by its keys; a key that is missing or bad gives its usual value or None.

    Nothing is made of what was read where there are `problems`.
    """

    def __init__(self, told: Mapping[str, Any]) -> None:
        self._told = told
        self.problems: list[Problem] = []

    def refuse(self, name: str, code: ProblemCode, detail: str = "") -> None:
        """Note that something is wrong with a key."""
        self.problems.append(Problem(name, code, detail=detail))

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Note each key that is not known."""
        for name in sorted(set(self._told) - set(known)):
            self.refuse(name, ProblemCode.UNKNOWN_KEY)

    def text(self, name: str, size: int, *, is_needed: bool = False) -> str:
        """Return one line of so many characters at most; "" where it may be missing and is."""
        told = self._told.get(name, "")
        if not isinstance(told, str):
            self.refuse(name, ProblemCode.BAD_VALUE, '"…"')
            return ""
        self.problems += text_problems(name, told, size)
        if is_needed and not told.strip():
            self.refuse(name, ProblemCode.MISSING)
        return told

    def day(self, name: str, first: date, last: date, *, is_needed: bool = False) -> date | None:
        """Return a date from one to another, both with."""
        told = self._told.get(name)
        if told is None:
            if is_needed:
                self.refuse(name, ProblemCode.MISSING)
            return None
        if _is_day(told, first, last):
            return date.fromisoformat(told.isoformat())
        self.refuse(name, ProblemCode.BAD_VALUE, f"{first}–{last}")
        return None

    def days(self, name: str, first: date, last: date, most: int) -> tuple[date, ...]:
        """Return one to so many dates from one to another, both with, in order, each once."""
        told = self._told.get(name)
        if told is None or told == []:
            self.refuse(name, ProblemCode.MISSING)
            return ()
        if not isinstance(told, list) or not all(_is_day(day, first, last) for day in told):
            self.refuse(name, ProblemCode.BAD_VALUE, f"[{first}–{last}, …]")
            return ()
        if len(told) > most:
            self.refuse(name, ProblemCode.BAD_VALUE, f"≤{most}")
        return tuple(sorted(set(told)))

    def clock(self, name: str) -> time | None:
        """Return a time of the day that is needed, told as "HH:MM"."""
        told = self._told.get(name)
        if told is None:
            self.refuse(name, ProblemCode.MISSING)
        elif isinstance(told, str) and _CLOCK.fullmatch(told):
            return time.fromisoformat(told)
        else:
            self.refuse(name, ProblemCode.BAD_VALUE, '"HH:MM"')
        return None

    def number(self, name: str, least: int, most: int, usual: int | None = None) -> int | None:
        """Return a whole number from one to another, both with; needed where none is usual."""
        told = self._told.get(name, usual)
        if told is None:
            self.refuse(name, ProblemCode.MISSING)
        elif type(told) is int and least <= told <= most:  # True is an int as well
            return told
        else:
            self.refuse(name, ProblemCode.BAD_VALUE, f"{least}–{most}")
        return None

    def numbers(
        self, name: str, least: int, most: int, *others: int, is_needed: bool = True
    ) -> tuple[int, ...]:
        """Return whole numbers from one to another or among others, in order, each once."""
        told = self._told.get(name, [])
        if told == []:
            if is_needed:
                self.refuse(name, ProblemCode.MISSING)
            return ()
        known = {*range(least, most + 1), *others}
        if isinstance(told, list) and all(type(one) is int and one in known for one in told):
            return tuple(sorted(set(told)))
        shown = "、".join([f"{least}–{most}", *map(str, others)])
        self.refuse(name, ProblemCode.BAD_VALUE, f"[{shown}]")
        return ()

    def switch(self, name: str, *, usual: bool) -> bool:
        """Return true or false."""
        told = self._told.get(name, usual)
        if isinstance(told, bool):
            return told
        self.refuse(name, ProblemCode.BAD_VALUE, "true、false")
        return usual

    def word(self, name: str, words: type[W], usual: W | None = None) -> W | None:
        """Return a word of a closed list; needed where none is usual."""
        told = self._told.get(name, usual)
        if told is None:
            self.refuse(name, ProblemCode.MISSING)
        elif isinstance(told, str) and told in list(words):
            return words(told)
        else:
            self.refuse(name, ProblemCode.BAD_VALUE, "、".join(words))
        return None

    def numbers_by_word(self, name: str, words: type[W], most: int) -> dict[W, int]:
        """Return the numbers from 1 on that stand under words of a closed list, in its order."""
        told = self._told.get(name, {})
        if not isinstance(told, dict):
            self.refuse(name, ProblemCode.BAD_VALUE, "{" + "、".join(words) + "}")
            return {}
        under = TomlKeys(told)
        under.refuse_unknown([*words])
        read = {word: under.number(word, 1, most) for word in words if word in told}
        for problem in under.problems:
            self.refuse(f"{name}.{problem.field}", problem.code, problem.detail)
        return {word: number for word, number in read.items() if number is not None}


def _is_day(told: object, first: date, last: date) -> bool:
    return type(told) is date and first <= told <= last  # an instant is a date as well
