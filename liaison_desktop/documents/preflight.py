"""What cannot be printed here, said while it is typed."""

from bisect import bisect_right
from functools import cache

from liaison_desktop.documents.cmap import runs_of
from liaison_desktop.paths import screen_font_paths


def missing_characters(text: str) -> list[str]:
    """Return the characters that no font of this machine has, each once; they would print as 〓.

    A character of the program's own fonts costs microseconds. Only the first one that they lack
    loads what reads fonts and looks through those of the machine. Unusable no_fonts.
    """
    rare = "".join(character for character in text if not _is_usual(character))
    if not rare:
        return []
    from liaison_desktop.documents.fonts import fonts_here

    return fonts_here().missing(rare)


def _is_usual(character: str) -> bool:
    """Return whether a font of the program's own has it: those draw all that they have."""
    return character == "\n" or any(_has(runs, ord(character)) for runs in _own_runs())


def _has(runs: list[range], point: int) -> bool:
    at = bisect_right(runs, point, key=lambda run: run.start)
    return at > 0 and point in runs[at - 1]


@cache
def _own_runs() -> list[list[range]]:
    try:
        return [runs_of(path) for path in screen_font_paths()]
    except OSError:
        return []  # then nothing is usual, and the fonts themselves say that they are gone
