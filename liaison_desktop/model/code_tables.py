"""代码表 — the words that a standard has for a field, with what a station has added.

A table judges and never blocks: what is stored is the Chinese word as it was typed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.working_calendar import read_toml

EXTENDED = ("ethnic_group", "political_status", "education")
"""Fields whose table a station may add to; 性别 is closed (GB/T 2261.1)."""

TABLED = ("sex", *EXTENDED)
"""Fields of a deputy that have a table."""

_KEYS = {"label", "standard", "source", "values", "also"}


@dataclass(frozen=True)
class CodeTable:
    """One table. `values` are {code: word}, `also` {other spelling: word}; `own` are added here."""

    label: str
    standard: str
    source: str
    values: Mapping[str, str]
    also: Mapping[str, str]
    own: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """Every word, in the standard's order, then what the station has added."""
        return list(dict.fromkeys([*self.values.values(), *self.own]))

    def knows(self, word: str) -> bool:
        """Return whether a word is of the table, in any of its spellings; nothing is known."""
        plain = word.strip()
        return not plain or plain in self.own or self.plain_word(plain) is not None

    def plain_word(self, text: str) -> str | None:
        """Return the table's own word for a word or another spelling of it; None for a code."""
        plain = text.strip()
        if plain in self.values.values() or plain in self.own:
            return plain
        return self.also.get(plain)

    def word_of_code(self, code: str) -> str | None:
        """Return the word of a code, of digits or letters; leading zeros may be missing."""
        plain = code.strip()
        if not plain.isascii():
            return None
        if plain.isalpha():
            return self.also.get(plain.upper())
        width = max(map(len, self.values))
        return self.values.get(plain) or self.values.get(plain.zfill(width))

    def read(self, cell: str) -> "Read":
        """Return what a cell says: a word as it stands there, or the word of its code.

        A cell may hold both ("01 汉族"); where the two disagree the word is taken.
        """
        plain = cell.strip()
        if (coded := self.word_of_code(plain)) is not None:
            return Read(coded, is_known=True, is_code=True)
        code, word = _parted(plain)
        known = self.plain_word(word)
        coded = self.word_of_code(code) if code else None
        if code and coded is None and known is None:
            return Read(plain, is_known=False)
        agrees = coded is None or known is None or coded == known
        return Read(word, is_known=self.knows(word), agrees=agrees)

    def beginning(self, typed: str) -> list[str]:
        """Return the words that hold what is typed, or whose code or other spelling begins so."""
        plain = typed.strip()
        if not plain:
            return []
        spelled = {word for text, word in self.also.items() if text.startswith(plain.upper())}
        coded = {word for code, word in self.values.items() if code.startswith(plain)}
        return [word for word in self.words if plain in word or word in spelled | coded]

    def with_own(self, own: Sequence[str]) -> "CodeTable":
        """Return the table with what a station has added."""
        return replace(self, own=tuple(own))


@dataclass(frozen=True)
class Read:
    """What a cell says: the word, whether the table has it, whether code and word agree."""

    word: str
    is_known: bool
    agrees: bool = True
    is_code: bool = False


CodeTables = Mapping[str, CodeTable]
"""Name of the field → its table."""


def read_code_table(text: str) -> CodeTable:
    """Return the table that a TOML text holds; NotSaved with what is wrong in it."""
    data = read_toml(text)
    problems = [Problem(key, ProblemCode.UNKNOWN_KEY) for key in data if key not in _KEYS]
    for key in ("label", "standard", "source"):
        if not isinstance(data.get(key), str) or not str(data[key]).strip():
            problems.append(Problem(key, ProblemCode.MISSING))
    values: Any = data.get("values")
    also: Any = data.get("also", {})
    problems += [
        Problem(name, ProblemCode.BAD_VALUE, detail='01 = "…"')
        for name, words in (("values", values), ("also", also))
        if not _is_words(words) or (name == "values" and not words)
    ]
    if not problems:
        known = set(values.values())
        problems += [
            Problem(f"also.{spelling}", ProblemCode.BAD_VALUE, detail=word)
            for spelling, word in also.items()
            if word not in known
        ]
    if problems:
        raise NotSaved(problems)
    return CodeTable(data["label"], data["standard"], data["source"], values, also)


def _is_words(words: Any) -> bool:
    return isinstance(words, Mapping) and all(
        isinstance(word, str) and word.strip() for word in words.values()
    )


def _parted(text: str) -> tuple[str, str]:
    """Return the number that a text begins with, and the word after it."""
    digits = text[: len(text) - len(text.lstrip("0123456789"))]
    rest = text[len(digits) :].strip(" \u3000-—.、:：")
    return (digits, rest) if rest else ("", text)
