"""Where in a text that is shown stands what was typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from liaison_desktop.store.gram_keys import Asked, Way
from liaison_desktop.store.gram_readings import length_read_as
from liaison_desktop.store.plain_text import plain

Span = tuple[int, int]


def marks_of(asked: Asked, shown: str) -> tuple[Span, ...]:
    """Return the first place of each run in the text, as (start, end); runs not in it have none."""
    found, text = [], _Text(shown)
    for run in asked.runs:
        spans = (span for way in run for span in _spans(way, text))
        first = next(spans, None)
        if first is not None:
            found.append(first)
    return tuple(sorted(set(found)))


@dataclass(frozen=True)
class _Text:
    """A text that is shown, its letters made once for all the ways in which it may be meant."""

    shown: str

    @cached_property
    def letters(self) -> str:
        return "".join(map(_kept, self.shown))

    @cached_property
    def places(self) -> Sequence[int]:
        """Where in the text each of the letters stands."""
        kept = enumerate(map(_kept, self.shown))
        return [place for place, letters in kept for _ in letters]


@lru_cache(maxsize=4096)
def _kept(character: str) -> str:
    return plain(character)


def _spans(way: Way, text: _Text) -> Iterator[Span]:
    if way.literal:
        yield from _literal_spans(way.literal, text)
    elif way.field == "names":
        yield from _read_spans(way.grams[0][1:], text.shown)


def _literal_spans(literal: str, text: _Text) -> Iterator[Span]:
    """Yield where the letters of a literal stand, marks and spaces between them passed over."""
    at = text.letters.find(literal)
    if at >= 0:
        yield text.places[at], text.places[at + len(literal) - 1] + 1


def _read_spans(reading: str, shown: str) -> Iterator[Span]:
    """Yield the stretches of characters that are read so."""
    for start in range(len(shown)):
        if length := length_read_as(shown[start:], reading):
            yield start, start + length
