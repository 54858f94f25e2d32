"""Numbers of a year, in the usual form and in an office's own."""

import pytest

from liaison_desktop.model.doc_numbers import (
    MOST_FORM,
    USUAL_FORM,
    form_of,
    is_form,
    next_doc_number,
)


@pytest.mark.parametrize("form", [USUAL_FORM, "({year}){number}号", "清人大〔{year}〕第{number}号"])
def test_the_next_number_follows_the_highest_of_its_year_and_form(form: str) -> None:
    assert is_form(form)
    given = [form.format(year=2026, number=number) for number in (2, 10, 9)]
    given += [form.format(year=2025, number=40), "另一种2026年99号", ""]
    assert next_doc_number(form, 2026, given) == form.format(year=2026, number=11)
    assert next_doc_number(form, 2027, given) == form.format(year=2027, number=1)


@pytest.mark.parametrize(
    "form",
    [
        "",
        "7号",
        "{year}",
        "{number}",
        "{year}{year}{number}",
        "{year}{number}{",
        "{year}{number:d}",
    ],
)
def test_a_form_says_where_year_and_number_stand(form: str) -> None:
    assert not is_form(form)


@pytest.mark.parametrize(
    ("example", "form"),
    [
        ("〔2026〕7号", USUAL_FORM),
        (" (2026)12号 ", "({year}){number}号"),
        ("清人大〔2026〕第1号", "清人大〔{year}〕第{number}号"),
        ("7号〔2026〕", "{number}号〔{year}〕"),
        ("〔2025〕7号", "〔2025〕7号"),
        ("〔2026〕号", "〔2026〕号"),
        ("1组〔2026〕7号", "1组〔2026〕7号"),
    ],
)
def test_a_form_is_read_from_an_example(example: str, form: str) -> None:
    assert form_of(example, 2026) == form
    assert is_form(form) is ("{year}" in form)


def test_a_form_makes_a_number_that_can_be_kept() -> None:
    assert is_form("关" * (MOST_FORM - 14) + "{year}{number}")
    assert not is_form("关" * (MOST_FORM - 13) + "{year}{number}")
