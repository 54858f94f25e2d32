"""The definition of a ledger: what it covers, who reads what, and that it fits its paper."""

import pytest

from liaison_desktop.model.fields import Sensitivity
from liaison_desktop.model.ledger import Column, Kind, Ledger, Term, Viewer, term
from liaison_desktop.model.ledgers import VISITS
from liaison_desktop.model.masking import mask_phone
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Channel, Role

WHOLE, MASKED = Viewer(sees_names=True), Viewer(sees_names=False)


def a_column(*values: str, **changes: object) -> Column[object]:
    return Column("name", "姓名", 20, lambda _row: values, **changes)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("sensitivity", "whole", "masked"),
    [
        (Sensitivity.PLAIN, "13800001234", "13800001234"),
        (Sensitivity.PERSONAL, "13800001234", "138****1234"),
        (Sensitivity.SECRET, "138****1234", "138****1234"),
    ],
)
def test_the_grade_of_a_column_decides_who_reads_it_whole(sensitivity, whole, masked):
    column = a_column("13800001234", sensitivity=sensitivity, mask=mask_phone)

    assert (column.teller(WHOLE)(None), column.teller(MASKED)(None)) == (whole, masked)


def test_each_value_is_masked_by_itself_and_an_empty_one_leaves_no_gap():
    column = a_column("13800001234", "", "8888", sensitivity=Sensitivity.SECRET, mask=mask_phone)

    assert column.teller(WHOLE)(None) == "138****1234、**88"


def test_a_word_of_the_house_is_said_and_never_masked():
    column = a_column(Term("匿名"), "匿名", sensitivity=Sensitivity.PERSONAL, mask=lambda _: "*")
    english = Viewer(sees_names=False, say={"匿名": "anonymous"}.__getitem__)

    assert column.teller(english)(None) == "anonymous、*"
    assert term(Channel.CALL) == ["来电"]
    assert term(None) == []


@pytest.mark.parametrize(
    ("roles", "answer"),
    [
        ({Role.CLERK}, True),
        ({Role.HEAD}, True),
        ({Role.REVIEWER}, True),
        ({Role.ADMIN}, False),
        ({Role.AUDITOR}, False),
        ({Role.ADMIN, Role.HEAD}, True),
        (set(), False),
    ],
)
def test_names_are_read_by_who_works_with_them(roles, answer):
    assert Viewer.of(roles).sees_names is answer


def test_a_ledger_sorts_by_fields_of_its_record_only():
    assert set(VISITS.sortable) == {"number", "received_at", "channel", "headcount"}
    assert all(hasattr(Visit, name) for name in VISITS.sortable)


def test_every_column_has_a_name_and_a_label_of_its_own():
    for names in zip(*((column.name, column.label) for column in VISITS.columns), strict=True):
        assert len(set(names)) == len(VISITS.columns)


def test_names_and_phones_are_the_columns_that_are_guarded():
    guarded = {c.name for c in VISITS.columns if c.sensitivity is not Sensitivity.PLAIN}

    assert guarded == {"name", "phone"}
    assert all(column.mask is not str for column in VISITS.columns if column.name in guarded)


def test_the_columns_share_what_the_paper_has():
    assert sum(column.width for column in VISITS.columns) == pytest.approx(255)


def test_days_and_numbers_are_told_from_texts():
    kinds = {column.name: column.kind for column in VISITS.columns}

    assert kinds.pop("headcount") is Kind.NUMBER
    assert kinds.pop("received_at") is Kind.DAY
    assert set(kinds.values()) == {Kind.TEXT}


def test_a_row_is_as_wide_as_its_ledger():
    ledger: Ledger[object] = Ledger(
        "a", "b", "c", (a_column("甲"), a_column("乙", "丙")), "次", ("甲", False)
    )

    assert ledger.teller(WHOLE)(None) == ("甲", "乙、丙")
