"""A deputy's mandates and numbers: what is wrong, and what is only odd."""

from datetime import date

import pytest

from liaison_desktop.desk.code_book import bundled_table
from liaison_desktop.model.code_tables import TABLED
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.deputy_checks import oddities
from liaison_desktop.model.deputy_public import for_public
from liaison_desktop.model.faults import Problem
from liaison_desktop.model.schedule_words import MandateEnd
from liaison_desktop.model.words import MandateLevel, MandateState, Sex, StationKind
from tests.builders import a_deputy

TABLES = {name: bundled_table(name) for name in TABLED}
TOWN, COUNTY = MandateLevel.TOWN, MandateLevel.COUNTY
WOMAN = "999999196203151243"
"""Of the division that does not exist; its 17th digit is even."""


def said(problems: list[Problem]) -> list[tuple[str, str, bool]]:
    return [(problem.field, str(problem.code), problem.is_error) for problem in problems]


def odd(deputy: Deputy, kind: StationKind = StationKind.TOWN) -> list[tuple[str, str]]:
    found = oddities(deputy, TABLES, kind)
    assert not any(problem.is_error for problem in found)
    return [(problem.field, str(problem.code)) for problem in found]


def test_a_mandate_ends_after_it_began():
    mandate = Mandate(level=TOWN, valid_from=date(2022, 1, 10), valid_to=date(2021, 1, 1))
    assert said(a_deputy(mandates=[mandate]).problems()) == [
        ("mandates.0.valid_to", "too_early", True)
    ]


def test_an_end_that_is_half_told_warns():
    ended = Mandate(level=TOWN, state=MandateState.ENDED)
    suspended = Mandate(level=COUNTY, state=MandateState.SUSPENDED)
    assert said(a_deputy(mandates=[ended, suspended]).problems()) == [
        ("mandates.0.valid_to", "end_without_day", False),
        ("mandates.0.end_reason", "end_without_reason", False),
        ("mandates.1.end_reason", "end_without_reason", False),
    ]
    ended.valid_to, ended.end_reason = date(2024, 5, 1), MandateEnd.RESIGNED
    suspended.end_note = "见县人大常委会公告"
    assert not a_deputy(mandates=[ended, suspended]).problems()


def test_two_mandates_of_one_level_and_term_warn_while_both_are_active():
    one, other = (Mandate(level=TOWN, term_no="十七届") for _ in range(2))
    deputy = a_deputy(mandates=[one, Mandate(level=COUNTY, term_no="十七届"), other])
    assert said(deputy.problems()) == [("mandates.2.term_no", "twice_in_office", False)]
    one.state, one.valid_to, one.end_reason = MandateState.ENDED, date(2023, 1, 1), MandateEnd.OTHER
    assert not deputy.problems()


@pytest.mark.parametrize("month", ["196205", "1962-13", "1962"])
def test_a_month_of_birth_is_a_month(month: str):
    assert said(a_deputy(birth_ym=month).problems()) == [("birth_ym", "bad_value", True)]


def test_a_street_has_no_town_deputies():
    deputy = a_deputy(mandates=[Mandate(level=COUNTY), Mandate(level=TOWN)])
    assert odd(deputy, StationKind.STREET) == [("mandates.1.level", "no_town_deputies")]
    assert odd(deputy, StationKind.TOWNSHIP) == []


def test_numbers_that_contradict_are_odd_and_no_more():
    assert odd(a_deputy(sex=Sex.MALE, id_no=WOMAN, birth_ym="1963-01")) == [
        ("sex", "sex_unlike_id"),
        ("birth_ym", "birth_unlike_id"),
    ]
    assert odd(a_deputy(sex=Sex.FEMALE, id_no=WOMAN, birth_ym="1962-03")) == []
    assert odd(a_deputy(id_no="99999919620315A243")) == [("id_no", "unusual_id")]
    assert odd(a_deputy(id_no="999999620315124")) == [("id_no", "old_id")]
    assert odd(a_deputy(phone="12")) == [("phone", "unusual_phone")]


def test_a_word_that_no_table_has_is_odd():
    deputy = a_deputy(ethnic_group="汉", political_status="党员", education="夜大")
    assert odd(deputy) == [("education", "not_in_table")]


def test_the_public_sees_what_the_switches_say():
    mandate = Mandate(level=COUNTY, term_no="十七届", constituency="第三选区", card_no="00021")
    private = {"post": "村支书", "phone": "13800000001", "id_no": WOMAN, "birth_ym": "1962-03"}
    day = date(2026, 11, 20)
    shown = for_public(a_deputy(mandates=[mandate], **private), day)
    assert shown is not None
    assert (shown.name, shown.post, shown.photo_uid) == ("王建国", "", None)
    for hidden in ("村支书", "13800000001", WOMAN, "1962-03", "00021"):
        assert hidden not in repr(shown)
    open_one = for_public(a_deputy(mandates=[mandate], is_post_public=True, **private), day)
    assert open_one is not None
    assert open_one.post == "村支书"


def test_who_is_not_in_office_is_not_shown():
    suspended = Mandate(level=COUNTY, state=MandateState.SUSPENDED)
    assert for_public(a_deputy(mandates=[suspended]), date(2026, 11, 20)) is None
