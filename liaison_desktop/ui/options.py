"""Closed lists as a screen offers them: numbered from 1, one digit for one word."""

from collections.abc import Iterable
from typing import Any

from liaison_desktop.model.words import Word
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr


def keyed(words: Iterable[Word]) -> list[tuple[str, str, Any]]:
    """Return (key, label, value) for choices side by side."""
    return [(str(n), tr(word(each)), each) for n, each in enumerate(words, start=1)]


def numbered(words: Iterable[Word | str]) -> list[tuple[str, Any]]:
    """Return (shown, value) for a list; a bare string stands for itself."""
    return [(f"{n} {_shown(each)}", each) for n, each in enumerate(words, start=1)]


def _shown(each: Word | str) -> str:
    return tr(word(each) if isinstance(each, Word) else each)
