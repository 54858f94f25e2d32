"""Where in a text that is shown stands what was typed."""

from collections.abc import Iterator, Sequence

from liaison_desktop.store.gram_keys import Asked, Way, length_read_as, plain

Span = tuple[int, int]


def marks_of(asked: Asked, shown: str) -> tuple[Span, ...]:
    """Return the first place of each run in the text, as (start, end); runs not in it have none."""
    found = []
    for run in asked.runs:
        spans = (span for way in run for span in _spans(way, shown))
        first = next(spans, None)
        if first is not None:
            found.append(first)
    return tuple(sorted(set(found)))


def _spans(way: Way, shown: str) -> Iterator[Span]:
    if way.literal:
        yield from _literal_spans(way.literal, shown)
    elif way.field == "names":
        yield from _read_spans(way.grams[0][1:], shown)


def _literal_spans(literal: str, shown: str) -> Iterator[Span]:
    """Yield where the letters of a literal stand, marks and spaces between them passed over."""
    letters, places = _letters(shown)
    at = letters.find(literal)
    if at >= 0:
        yield places[at], places[at + len(literal) - 1] + 1


def _letters(shown: str) -> tuple[str, Sequence[int]]:
    letters, places = "", list[int]()
    for place, character in enumerate(shown):
        kept = plain(character)
        letters += kept
        places += [place] * len(kept)
    return letters, places


def _read_spans(reading: str, shown: str) -> Iterator[Span]:
    """Yield the stretches of characters that are read so."""
    for start in range(len(shown)):
        if length := length_read_as(shown[start:], reading):
            yield start, start + length
