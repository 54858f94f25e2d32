"""One entry, two entries: the words of a language that has a form of its own for one."""

from __future__ import annotations

from string import Formatter
from typing import Any

from liaison_desktop.ui.i18n import FORMS


class Sentence(str):
    """A text whose `format` chooses, for every count, the word for one or the word for more.

    A sentence can have several counts, which Qt's own plural forms cannot.
    """

    __slots__ = ()

    def __add__(self, more: str) -> Sentence:
        return Sentence(str.__add__(self, more))

    def format(self, *args: object, **facts: object) -> str:
        """Return the sentence with its facts."""
        return _WORDS.vformat(self, args, facts)


class _Words(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        one, is_counted, more = format_spec.partition(FORMS)
        if not is_counted:
            return str(super().format_field(value, format_spec))
        return one if str(value) == "1" else more


_WORDS = _Words()
