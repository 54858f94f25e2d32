"""The yearly meeting of a deliberation body: missing, held, and what it has not heard."""

from datetime import date

import pytest

from liaison_desktop.desk.yearly_rules import bundled_yearly_rules
from liaison_desktop.model.consultation import Consultation, HeardItem
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.faults import NotSaved, ProblemCode
from liaison_desktop.model.words import StationKind
from liaison_desktop.model.yearly_meeting import read_yearly_rules, yearly_standing
from tests.builders import a_consultation

RULES = bundled_yearly_rules()
MARCH, APRIL = date(2026, 3, 31), date(2026, 4, 1)


def yearly(state: ConsultationState, held_on: date = date(2026, 2, 3)) -> Consultation:
    one = a_consultation(held_on=held_on, is_yearly=True, heard=RULES.items(held_on))
    one.state = state
    return one


@pytest.mark.parametrize("kind", [StationKind.TOWN, StationKind.TOWNSHIP, StationKind.ZONE])
def test_only_a_street_has_such_a_body(kind: StationKind):
    assert yearly_standing(kind, [], RULES, APRIL) is None
    assert yearly_standing(StationKind.STREET, [], RULES, APRIL) is not None


def test_a_year_without_a_meeting_is_late_after_march():
    planned = yearly(ConsultationState.PLANNED)
    others = [
        a_consultation(held_on=date(2026, 2, 3)),
        yearly(ConsultationState.SIGNED, date(2025, 2, 3)),
        yearly(ConsultationState.CANCELLED),
    ]
    for meetings, today, late in (
        (others, MARCH, False),
        (others, APRIL, True),
        ([*others, planned], APRIL, True),
        ([*others, yearly(ConsultationState.READY)], APRIL, False),
    ):
        standing = yearly_standing(StationKind.STREET, meetings, RULES, today)
        assert standing is not None
        assert (standing.year, standing.is_late) == (2026, late)
    standing = yearly_standing(StationKind.STREET, [planned], RULES, APRIL)
    assert standing is not None
    assert (standing.planned, standing.held, standing.unheard) == (planned, None, [])


def test_what_was_not_heard_is_said_and_nothing_is_forbidden():
    meeting = yearly(ConsultationState.RECORDING)
    for item in meeting.heard[1:]:
        item.is_heard = True
    assert meeting.problems() == []

    meeting.state = ConsultationState.READY
    [warned] = meeting.problems()
    assert (warned.code, warned.is_error) == (ProblemCode.NOT_HEARD, False)
    assert warned.detail == "街道年度工作计划"
    standing = yearly_standing(StationKind.STREET, [meeting], RULES, APRIL)
    assert standing is not None
    assert standing.unheard == ["街道年度工作计划"]
    assert a_consultation(heard=[HeardItem(title="一件事")]).unheard == []


def test_each_rule_says_where_it_is_written():
    assert all("浙江省街道人大工作条例" in one.source for one in RULES.heard)
    assert "建议值" in RULES.source
    assert RULES.items(date(2018, 1, 1)) == []


HEAD = 'last_month = 3\nsource = "x"\n'
ITEM = '[[heard]]\ntitle = "a"\nsource = "b"\nvalid_from = 2020-01-01\n'


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (HEAD.replace("last_month = 3", ""), "last_month"),
        (HEAD.replace("3", "13"), "last_month"),
        (HEAD.replace('"x"', '""'), "source"),
        (HEAD + "month = 1", "month"),
        (HEAD + ITEM.replace("2020-01-01", "2020"), "heard.1.valid_from"),
        (HEAD + ITEM.replace('"a"', '""'), "heard.1.title"),
        (HEAD + ITEM + ITEM + "valid_to = 1", "heard.2.valid_to"),
    ],
)
def test_a_wrong_file_is_named_by_its_key(text: str, field: str):
    with pytest.raises(NotSaved) as refused:
        read_yearly_rules(text)
    assert [one.field for one in refused.value.problems] == [field]
