"""文号 — numbers of a year as an office writes them: 〔2026〕7号, or in its own form (2026)7号."""

import re
from collections.abc import Iterable

USUAL_FORM = "〔{year}〕{number}号"
MOST_FORM = 30
"""Characters of a form; the number that it makes fits into what a record keeps."""

_BRACES = re.compile(r"[{}]")


def is_form(text: str) -> bool:
    """Return whether a text says where year and number stand, each once."""
    rest = text.replace("{year}", "", 1).replace("{number}", "", 1)
    return len(text) <= MOST_FORM and len(rest) == len(text) - 14 and not _BRACES.search(rest)


def doc_number(form: str, year: int, number: int) -> str:
    """Return the number of a year in a form."""
    return form.format(year=year, number=number)


def form_of(example: str, year: int) -> str:
    """Return the form of a number of a year that was written as an example.

    Where it is not clear what in it is the year and what the number, it comes back as it is.
    """
    before, found, after = example.strip().partition(str(year))
    digits = re.compile(r"\d+")
    parts = [before, after]
    if not found or sum(len(digits.findall(part)) for part in parts) != 1:
        return example
    return "{year}".join(digits.sub("{number}", part) for part in parts)


def next_doc_number(form: str, year: int, given: Iterable[str]) -> str:
    """Return the number after the highest of the year that was given in this form, else the first.

    What was typed in another form counts for nothing: it is another row of numbers.
    """
    pattern = re.escape(form).replace(r"\{year\}", str(year)).replace(r"\{number\}", r"(\d+)")
    found = (re.fullmatch(pattern, text.strip()) for text in given)
    return doc_number(form, year, max((int(match[1]) for match in found if match), default=0) + 1)
