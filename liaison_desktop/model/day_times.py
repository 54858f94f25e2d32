"""Times of a day as the office writes them: HH:MM, kept as text, in China Standard Time."""

import re

from liaison_desktop.model.faults import Problem, ProblemCode

SIZE = 5
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d\Z")


def is_time(text: str) -> bool:
    """Return whether text is a time from 00:00 to 23:59."""
    return _TIME.match(text) is not None


def span_problems(starts: str, ends: str) -> list[Problem]:
    """Return what is wrong with a beginning and an end; either may be left empty."""
    found = [
        Problem(name, ProblemCode.BAD_VALUE, detail="HH:MM")
        for name, value in (("starts", starts), ("ends", ends))
        if value and not is_time(value)
    ]
    if not found and starts and ends and ends <= starts:
        found.append(Problem("ends", ProblemCode.TOO_EARLY, detail=starts))
    return found


def overlap(starts: str, ends: str, other_starts: str, other_ends: str) -> bool:
    """Return whether two spans of one day share time; an end that is missing is the day's end."""
    return (starts or "00:00") < (other_ends or "24:00") and (other_starts or "00:00") < (
        ends or "24:00"
    )
