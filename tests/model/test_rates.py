"""The rates: worked out by hand, and nothing of nothing is nothing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.model.rates import RATES, MatterFigures, Share, days_taken, is_late
from liaison_desktop.model.words import Handling, MatterState, ResultClass, Route, Satisfaction

S = MatterState
TODAY = date(2026, 11, 30)
OPEN = MatterFigures(
    state=S.ASSIGNED,
    handling=Handling.TO_HANDLE,
    route=Route.TO_LOCAL_UNIT,
    category="城建环资",
    assigned_on=date(2026, 11, 2),
    replied_on=None,
    fed_back_on=None,
    closed_on=None,
    reply_due_on=date(2026, 12, 2),
    result_class=None,
    is_fulfilled=False,
    evaluations=(),
    returns=0,
    redos=0,
)
LATE = replace(OPEN, reply_due_on=date(2026, 11, 20))
CLOSED = replace(
    OPEN,
    state=S.CLOSED,
    replied_on=date(2026, 11, 12),
    fed_back_on=date(2026, 11, 13),
    closed_on=date(2026, 11, 14),
    result_class=ResultClass.RESOLVED,
    evaluations=[Satisfaction.SATISFIED],
)
CLOSED_LATE = replace(
    CLOSED,
    replied_on=date(2026, 12, 3),
    fed_back_on=None,
    result_class=ResultClass.PLANNED,
    evaluations=[Satisfaction.NOT_EVALUATED],
)
UNHAPPY = replace(CLOSED, evaluations=[Satisfaction.DISSATISFIED], state=S.REDO, closed_on=None)
DECLINED = replace(OPEN, state=S.DECLINED, route=Route.DECLINED, reply_due_on=None)
EVERY = [OPEN, LATE, CLOSED, CLOSED_LATE, UNHAPPY, DECLINED]


@pytest.mark.parametrize(
    ("label", "share"),
    [
        ("办结率（全部口径）", Share(2, 5)),  # 6 came, one was declined
        ("办结率（到期口径）", Share(2, 3)),  # OPEN and UNHAPPY are in hand and not yet due
        ("按期率", Share(1, 3)),  # CLOSED in time, two late; UNHAPPY is owed another answer
        ("满意率", Share(1, 2)),  # the sheet that never came back is left out
        ("满意度（严格）", Share(1, 2)),
        ("落实率", Share(2, 3)),
        ("反馈率", Share(2, 3)),
    ],
)
def test_a_rate_worked_out_by_hand(label: str, share: Share) -> None:
    rate = next(rate for rate in RATES if rate.label == label)
    assert rate.work_out(EVERY, TODAY) == share


def test_who_was_answered_on_the_spot_or_sent_elsewhere() -> None:
    rate = next(rate for rate in RATES if rate.label == "办结率（全部口径）")
    spot = replace(OPEN, state=S.ANSWERED_ON_SITE, handling=Handling.ANSWERED_ON_SITE, route=None)
    guided = replace(OPEN, state=S.GUIDED, handling=Handling.GUIDED, route=None)
    merged = replace(OPEN, state=S.ARCHIVED, is_merged=True)
    forwarded = replace(OPEN, state=S.FORWARDED, route=Route.TO_COUNTY, is_forwarded=True)
    assert rate.work_out([spot, guided, merged, forwarded, OPEN], TODAY) == Share(1, 2)
    for left_out in ("转送", "已并入", "引导告知"):
        assert left_out in rate.definition


def test_who_owes_no_answer_is_not_late() -> None:
    rate = next(rate for rate in RATES if rate.label == "按期率")
    merged = replace(LATE, state=S.ARCHIVED, is_merged=True)
    rests = [replace(LATE, state=state) for state in (S.SUSPENDED, S.RETURNED)]
    assert not any(is_late(one, TODAY) for one in (merged, *rests))
    assert rate.work_out([merged, *rests, LATE], TODAY) == Share(0, 1)


def test_another_answer_that_is_owed_is_late_by_its_own_limit() -> None:
    rate = next(rate for rate in RATES if rate.label == "按期率")
    redo = replace(UNHAPPY, reply_due_on=date(2026, 12, 14))
    assert (is_late(redo, TODAY), rate.work_out([redo], TODAY)) == (False, Share(0, 0))
    late = replace(redo, reply_due_on=date(2026, 11, 27))
    assert (is_late(late, TODAY), rate.work_out([late], TODAY)) == (True, Share(0, 1))


def test_every_voter_counts_once_and_who_was_not_heard_does_not() -> None:
    rate = next(rate for rate in RATES if rate.label == "满意率")
    given = [Satisfaction.SATISFIED, Satisfaction.DISSATISFIED, Satisfaction.NOT_EVALUATED]
    assert rate.work_out([replace(CLOSED, evaluations=given), CLOSED], TODAY) == Share(2, 3)


def test_a_promise_that_was_kept_is_carried_out() -> None:
    rate = next(rate for rate in RATES if rate.label == "落实率")
    assert rate.work_out([replace(CLOSED_LATE, is_fulfilled=True)], TODAY) == Share(1, 1)


def test_nothing_of_nothing_is_a_dash_and_few_are_said_to_be_few() -> None:
    assert str(Share(0, 0)) == "—"
    assert str(Share(0, 3)) == "0.0%"
    assert str(Share(2, 3)) == "66.7%"
    assert str(Share(3, 3)) == "100.0%（仅 3 件）"
    assert str(Share(5, 5)) == "100.0%"
    assert all(str(rate.work_out([], TODAY)) == "—" for rate in RATES)
    assert days_taken([]) == "—"


def test_days_are_told_as_mean_and_median() -> None:
    slow = replace(CLOSED, replied_on=date(2026, 11, 30))
    assert days_taken([CLOSED, CLOSED, slow, OPEN]) == "16.0 / 10"


@given(st.lists(st.sampled_from(EVERY), max_size=30))
def test_no_rate_is_above_its_whole(figures: list[MatterFigures]) -> None:
    for rate in RATES:
        share = rate.work_out(figures, TODAY)
        assert 0 <= share.part <= share.whole <= len(figures)


def test_every_rate_says_how_it_is_worked_out() -> None:
    assert all(rate.definition for rate in RATES)
