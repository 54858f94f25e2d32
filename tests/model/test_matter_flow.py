"""The table of moves, walked by hand and at random."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from liaison_desktop.model.faults import ProblemCode, Refused
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import OtherChannel
from liaison_desktop.model.matter_clocks import recount, running, unextended
from liaison_desktop.model.matter_flow import (
    EVERY_CLOCK,
    HANDING_OVER,
    REPLY_CLOCKS,
    ROUTES,
    TABLE,
    rows_from,
)
from liaison_desktop.model.matter_guards import is_overdue, latest_extension
from liaison_desktop.model.step import Step
from liaison_desktop.model.words import (
    LABELS,
    Actor,
    CountUnit,
    DeadlineCause,
    GuidedTo,
    Handling,
    MatterState,
    Move,
    OtherChannelKind,
    ResultClass,
    Route,
    Satisfaction,
    Urgency,
)
from tests.builders import NOON
from tests.model.matters import (
    BEGAN,
    PACK,
    RULES,
    VOTER,
    around,
    assigned,
    begun,
    go,
    problems,
    refusal,
)

S, M = MatterState, Move


# the table itself


def test_every_state_and_every_move_has_its_place_in_the_table() -> None:
    assert {row.move for row in TABLE} == set(Move)
    reached = {row.target for row in TABLE} | {route.target for route in ROUTES.values()}
    assert reached - {None} == set(S) - {S.REGISTERED, S.GUIDED, S.CLOSED, S.TRACKED} | {S.CLOSED}
    assert set(ROUTES) == set(Route)
    assert [route.code for route in ROUTES.values()] == [f"R{n}" for n in range(10)]
    for state in S:
        assert state is S.ARCHIVED or len(rows_from(state)) > 1, state  # 关联 can always be done


def test_the_table_names_fields_words_and_rules_that_exist() -> None:
    fields, rules = fields_of(Step), {rule.code for rule in PACK.rules}
    for row in TABLE:
        assert set(row.needs) <= set(fields)
        assert {*row.starts, *row.stops} <= rules
        assert row.move in LABELS
    assert set(EVERY_CLOCK) <= rules


def test_no_state_has_two_rows_for_one_move() -> None:
    for state in S:
        moves = [row.move for row in rows_from(state)]
        assert len(moves) == len(set(moves)), state


def test_what_others_did_is_entered_from_a_paper_that_they_signed() -> None:
    for row in TABLE:
        assert row.is_on_paper is (row.actor in {Actor.HEAD, Actor.UNIT, Actor.DEPUTY})
    assert ("signed_by", ProblemCode.MISSING) in problems(
        begun(), M.ROUTE, route=Route.TO_COUNTY, signed_by=" "
    )
    go(begun(), M.ROUTE, route=Route.ANSWERED_ON_SITE, signed_by="")  # cannot wait for a pen


# one matter from door to archive


def test_a_matter_goes_its_whole_way() -> None:
    matter = begun()
    assert matter.due_on == date(2026, 3, 5)  # screening: 3 working days from Monday, 2 March
    go(matter, M.SUBMIT)
    go(matter, M.ROUTE, date(2026, 3, 4), route=Route.TO_LOCAL_UNIT)
    assert (matter.state, matter.due_on) == (S.ROUTED, date(2026, 3, 12))  # 10 days to hand over
    go(matter, M.ASSIGN, date(2026, 3, 5))
    assert (matter.state, matter.unit_name, matter.due_on) == (
        S.ASSIGNED,
        "街道办城建办",
        date(2026, 3, 10),  # to be signed for within 3 working days
    )
    go(matter, M.ACKNOWLEDGE, date(2026, 3, 6))
    go(matter, M.BEGIN, date(2026, 3, 9))
    reply = running(matter, REPLY_CLOCKS)
    assert reply is not None
    assert (matter.state, reply.rule, reply.end_on, reply.due_on) == (
        S.IN_PROGRESS,
        "reply",
        date(2026, 4, 5),
        date(2026, 4, 7),  # the 5th and 6th rest for 清明
    )
    go(matter, M.REPLY, date(2026, 3, 20), result_class=ResultClass.RESOLVED)
    assert (matter.state, matter.due_on) == (S.REPLIED, date(2026, 3, 27))
    assert reply.is_kept
    go(matter, M.FEED_BACK, date(2026, 3, 23), person_uid=VOTER)
    assert (matter.state, matter.due_on) == (S.EVALUATING, date(2026, 4, 21))
    go(matter, M.EVALUATE, date(2026, 3, 24), satisfaction=Satisfaction.SATISFIED)
    assert (matter.state, matter.closed_on, matter.due_on) == (S.CLOSED, date(2026, 3, 24), None)
    go(matter, M.ARCHIVE, date(2026, 12, 31))
    assert (matter.state, matter.archive_no) == (S.ARCHIVED, "2026-001")
    assert not [one for one in matter.deadlines if one.is_running]
    assert [one.rule for one in matter.deadlines] == [
        "screen",
        "hand_over",
        "acknowledge",
        "return",
        "reply",
        "feed_back",
        "evaluate",
    ]
    assert {one.pack for one in matter.deadlines} == {PACK.code}


@pytest.mark.parametrize(
    ("route", "state", "hands_over"),
    [
        (Route.DECLINED, S.DECLINED, None),
        (Route.ANSWERED_ON_SITE, S.ANSWERED_ON_SITE, None),
        (Route.TO_COMMUNITY, S.ROUTED, M.ASSIGN),
        (Route.TO_LOCAL_UNIT, S.ROUTED, M.ASSIGN),
        (Route.TO_COUNTY, S.ROUTED, M.TRANSFER),
        (Route.TO_SUGGESTION, S.AWAITING_DEPUTY, None),
        (Route.TO_HIGHER_DEPUTY, S.ROUTED, M.TRANSFER),
        (Route.URGENT_REPORT, S.REPORTED, None),
        (Route.FOR_REFERENCE, S.FOR_REFERENCE, None),
        (Route.ASSIGN_DIRECT, S.ROUTED, M.ASSIGN),
    ],
)
def test_every_route_leads_where_it_says(
    route: Route, state: MatterState, hands_over: Move | None
) -> None:
    matter = go(begun(), M.ROUTE, route=route)
    assert (matter.state, matter.route, ROUTES[route].hands_over) == (state, route, hands_over)
    if hands_over is not None:
        other = M.TRANSFER if hands_over is M.ASSIGN else M.ASSIGN
        assert refusal(matter, other).code == "wrong_hand_over"
        assert go(matter, hands_over).state in {S.ASSIGNED, S.TRANSFERRED}


@pytest.mark.parametrize("route", [Route.DECLINED, Route.ANSWERED_ON_SITE, Route.FOR_REFERENCE])
def test_nothing_is_due_where_nobody_is_waited_for(route: Route) -> None:
    matter = go(begun(), M.ROUTE, route=route)
    assert matter.due_on is None
    assert not [one for one in matter.deadlines if one.is_running]


def test_a_correction_at_the_door_takes_the_day_away_and_gives_it_back() -> None:
    matter = begun()
    matter.handling = Handling.ANSWERED_ON_SITE
    matter.derive()
    assert (matter.state, matter.due_on) == (S.ANSWERED_ON_SITE, None)
    matter.handling = Handling.TO_HANDLE
    matter.derive()
    assert (matter.state, matter.due_on) == (S.REGISTERED, date(2026, 3, 5))


def test_what_a_route_needs_is_asked_for_at_its_field() -> None:
    missing = ProblemCode.MISSING
    assert problems(begun(), M.ROUTE, route=Route.DECLINED, text="", guided_to=None) == [
        ("text", missing),
        ("guided_to", missing),
    ]
    assert problems(begun(), M.ROUTE, route=Route.TO_SUGGESTION, deputy="") == [("deputy", missing)]
    told = problems(begun(), M.ROUTE, route=Route.URGENT_REPORT, phoned_at=None, phoned_to="")
    assert told == [("phoned_at", missing), ("phoned_to", missing)]
    assert problems(begun(), M.ROUTE, route=None) == [("route", missing)]


def test_a_suggestion_waits_for_the_deputy_and_then_for_three_months() -> None:
    matter = go(begun(), M.ROUTE, route=Route.TO_SUGGESTION)
    assert problems(matter, M.CONFIRM, signed_by="") == [("signed_by", ProblemCode.MISSING)]
    go(matter, M.CONFIRM)
    assert (matter.state, matter.deputy, matter.due_on) == (S.RAISED, "王建国", date(2026, 6, 2))
    assert latest_extension(matter, RULES) == date(2026, 9, 2)
    other = go(begun(), M.ROUTE, route=Route.TO_SUGGESTION)
    assert go(other, M.DISSENT).state is S.SCREENING


def test_urgent_matters_are_answered_sooner() -> None:
    reply = running(assigned(urgency=Urgency.URGENT), REPLY_CLOCKS)
    assert reply is not None
    assert (reply.rule, reply.due_on) == ("reply_urgent", date(2026, 3, 9))


@pytest.mark.parametrize("route", sorted(HANDING_OVER))
def test_only_what_leads_beyond_the_street_is_forwarded(route: Route) -> None:
    matter = go(begun(), M.ROUTE, route=route)
    if route not in {Route.TO_COUNTY, Route.TO_HIGHER_DEPUTY}:
        assert refusal(matter, M.FORWARD).code == "wrong_hand_over"
        return
    go(matter, M.FORWARD, date(2026, 3, 4))
    assert (matter.state, matter.unit_name, matter.forwarded_on) == (
        S.FORWARDED,
        "街道办城建办",
        date(2026, 3, 4),
    )
    assert running(matter, REPLY_CLOCKS) is None  # no answer is awaited
    assert matter.due_on == date(2026, 3, 17)  # told in writing within 15 days of registration


def test_who_spoke_of_what_was_forwarded_is_told_and_not_asked() -> None:
    matter = go(go(begun(), M.ROUTE, route=Route.TO_COUNTY), M.FORWARD)
    assert refusal(matter, M.ARCHIVE).code == "still_owed"
    two = around(BEGAN, owed=[VOTER, UUID(int=8)])
    go(matter, M.FEED_BACK, about=two)
    assert matter.due_on == date(2026, 3, 17)
    go(matter, M.FEED_BACK)
    assert (matter.state, matter.due_on, matter.closed_on) == (S.FORWARDED, None, None)
    assert {row.move for row in rows_from(S.FORWARDED)} == {M.FEED_BACK, M.LINK, M.ARCHIVE}
    assert go(matter, M.ARCHIVE).state is S.ARCHIVED


def test_what_accuses_somebody_is_not_forwarded_either() -> None:
    matter = go(begun(), M.ROUTE, route=Route.TO_COUNTY)
    matter.is_accusation = True
    assert refusal(matter, M.FORWARD).code == "accusation"
    matter.is_accusation, matter.about_unit = False, "街道办城建办"
    assert problems(matter, M.FORWARD) == [("reason", ProblemCode.MISSING)]


# side moves


def test_a_wrong_unit_gives_it_back_and_another_gets_it() -> None:
    matter = go(assigned(), M.RETURN, date(2026, 3, 6))
    assert (matter.state, matter.returns, matter.due_on) == (S.RETURNED, 1, date(2026, 3, 11))
    bad = ("unit_name", ProblemCode.BAD_VALUE)
    assert problems(matter, M.REASSIGN, date(2026, 3, 9)) == [bad]
    go(matter, M.REASSIGN, date(2026, 3, 9), unit_name="街道办民政办")
    reply = running(matter, REPLY_CLOCKS)
    assert reply is not None
    assert (matter.state, matter.unit_name, reply.due_on) == (
        S.ASSIGNED,
        "街道办民政办",
        date(2026, 4, 9),
    )
    assert [one.rule for one in matter.deadlines].count("reply") == 2  # each it ever had is kept


def test_an_extension_keeps_the_limit_it_puts_off() -> None:
    matter = assigned()
    assert latest_extension(matter, RULES) == date(2026, 4, 17)  # 10 working days after 2 April
    day = date(2026, 3, 30)
    assert problems(matter, M.EXTEND, day, due_on=date(2026, 4, 2)) == [
        ("due_on", ProblemCode.TOO_EARLY)
    ]
    assert problems(matter, M.EXTEND, day, due_on=date(2026, 4, 20)) == [
        ("due_on", ProblemCode.TOO_LATE)
    ]
    assert problems(matter, M.EXTEND, date(2026, 4, 3), due_on=date(2026, 4, 10)) == [
        ("done_on", ProblemCode.TOO_LATE)
    ]
    go(matter, M.EXTEND, day, due_on=date(2026, 4, 11))  # a Saturday
    former, present = (one for one in matter.deadlines if one.rule == "reply")
    assert (former.due_on, former.ended_on, former.is_met) == (date(2026, 4, 2), day, False)
    assert (present.cause, present.due_on) == (DeadlineCause.EXTENDED, date(2026, 4, 13))


def test_an_extension_is_counted_from_the_limit_and_not_from_another_extension() -> None:
    matter, day = assigned(), date(2026, 3, 30)
    latest = latest_extension(matter, RULES)
    go(matter, M.EXTEND, day, due_on=date(2026, 4, 13))
    assert latest_extension(matter, RULES) == latest == date(2026, 4, 17)
    assert problems(matter, M.EXTEND, day, due_on=date(2026, 4, 20)) == [
        ("due_on", ProblemCode.TOO_LATE)
    ]
    go(matter, M.SUSPEND, date(2026, 4, 1))
    go(matter, M.RESUME, date(2026, 4, 8))
    # 2 April and the seven days that it stood still, and 10 working days; not a second time those
    assert latest_extension(matter, RULES) == date(2026, 4, 23)


def test_who_asks_for_more_time_after_a_standstill_loses_no_day_of_it() -> None:
    matter = assigned()
    go(matter, M.SUSPEND, date(2026, 3, 10))
    go(matter, M.RESUME, date(2026, 3, 24))  # fourteen days: from 2 to 16 April
    assert latest_extension(matter, RULES) == date(2026, 4, 30)  # and 10 working days from there
    go(matter, M.EXTEND, date(2026, 3, 30), due_on=date(2026, 4, 30))
    go(matter, M.SUSPEND, date(2026, 4, 1))
    go(matter, M.RESUME, date(2026, 4, 8))
    reply = running(matter, REPLY_CLOCKS)
    assert reply is not None
    assert (reply.end_on, reply.due_on) == (date(2026, 5, 7), date(2026, 5, 7))


def test_a_limit_of_working_days_that_was_put_off_is_moved_by_working_days() -> None:
    matter = go(begun(urgency=Urgency.URGENT), M.ROUTE, route=Route.TO_LOCAL_UNIT)
    go(matter, M.ASSIGN)
    go(matter, M.EXTEND, due_on=date(2026, 3, 13))
    go(matter, M.SUSPEND, date(2026, 3, 6))  # a Friday
    go(matter, M.RESUME, date(2026, 3, 10))  # a Tuesday: two working days, four of the calendar
    reply = running(matter, REPLY_CLOCKS)
    assert reply is not None
    assert (reply.rule, reply.due_on) == ("reply_urgent", date(2026, 3, 17))
    assert (reply.number, reply.unit) == (5, CountUnit.WORKDAY)  # as it is told: from 2 March
    assert not recount(matter, RULES)
    own = unextended(matter, RULES)
    assert own is not None
    assert own.due == date(2026, 3, 11)  # the ninth, and two working days


def test_a_suggestion_that_stood_still_may_be_put_off_by_as_many_days_more() -> None:
    matter = go(go(begun(), M.ROUTE, route=Route.TO_SUGGESTION), M.CONFIRM)
    go(matter, M.SUSPEND, date(2026, 3, 31))
    go(matter, M.RESUME, date(2026, 4, 30))  # thirty days, over the end of a month
    present = running(matter, REPLY_CLOCKS)
    assert present is not None
    assert (present.end_on, present.due_on) == (date(2026, 7, 2), date(2026, 7, 2))
    assert latest_extension(matter, RULES) == date(2026, 10, 8)  # 2 October rests until the 7th
    go(matter, M.EXTEND, date(2026, 5, 8), due_on=date(2026, 8, 3))
    go(matter, M.SUSPEND, date(2026, 5, 11))
    go(matter, M.RESUME, date(2026, 5, 20))
    assert latest_extension(matter, RULES) == date(2026, 10, 12)  # nine days more: the 11th, Sunday


def test_what_stands_still_is_not_overdue_and_goes_on_later() -> None:
    matter = go(assigned(), M.ACKNOWLEDGE)
    go(matter, M.SUSPEND, date(2026, 3, 10))
    assert (matter.state, matter.due_on) == (S.SUSPENDED, None)
    assert not is_overdue(matter, date(2026, 12, 1))
    assert problems(matter, M.RESUME, date(2026, 3, 9)) == [("done_on", ProblemCode.TOO_EARLY)]
    go(matter, M.RESUME, date(2026, 3, 24))
    reply = running(matter, REPLY_CLOCKS)
    assert reply is not None
    assert (matter.state, reply.end_on, reply.due_on) == (
        S.ACKNOWLEDGED,
        date(2026, 4, 16),
        date(2026, 4, 16),
    )
    assert reply.cause is DeadlineCause.RESUMED


def test_who_is_dissatisfied_gets_another_answer_by_its_own_clock() -> None:
    matter = go(assigned(), M.REPLY, result_class=ResultClass.CONSTRAINED)
    go(matter, M.FEED_BACK, person_uid=VOTER)
    go(matter, M.EVALUATE, satisfaction=Satisfaction.DISSATISFIED)
    redo = running(matter, REPLY_CLOCKS)
    assert redo is not None
    assert (matter.state, matter.redos, redo.rule, redo.cause) == (
        S.REDO,
        1,
        "redo",
        DeadlineCause.REDO,
    )
    assert matter.due_on == date(2026, 4, 2)
    go(matter, M.REPLY, result_class=ResultClass.RESOLVED)
    assert (matter.state, matter.satisfaction) == (S.REPLIED, None)


def test_a_sheet_that_never_came_back_is_so_only_after_chasing() -> None:
    matter = go(assigned(), M.REPLY, result_class=ResultClass.RESOLVED)
    go(matter, M.FEED_BACK, person_uid=VOTER)
    unknown = Satisfaction.NOT_EVALUATED
    assert refusal(matter, M.EVALUATE, satisfaction=unknown).code == "not_chased"
    about = around(BEGAN, is_chased=True)
    go(matter, M.EVALUATE, about=about, satisfaction=unknown)
    assert (matter.state, matter.satisfaction) == (S.CLOSED, unknown)


def test_a_promise_is_tracked_until_it_is_answered_again() -> None:
    matter = assigned()
    planned = ResultClass.PLANNED
    assert problems(matter, M.REPLY, result_class=planned) == [
        ("promise", ProblemCode.MISSING),
        ("due_on", ProblemCode.MISSING),
    ]
    promise = {"promise": "六月底前换成新灯", "due_on": date(2026, 6, 30)}
    go(matter, M.REPLY, result_class=planned, **promise)
    go(matter, M.FEED_BACK, person_uid=VOTER)
    go(matter, M.EVALUATE, satisfaction=Satisfaction.MOSTLY_SATISFIED)
    assert (matter.state, matter.due_on) == (S.TRACKED, date(2026, 6, 30))
    go(matter, M.FULFIL, date(2026, 6, 29))
    assert (matter.state, matter.is_fulfilled) == (S.REPLIED, True)
    go(matter, M.FEED_BACK, date(2026, 6, 30), person_uid=VOTER)
    go(matter, M.EVALUATE, date(2026, 7, 1), satisfaction=Satisfaction.SATISFIED)
    assert matter.state is S.CLOSED


def test_merging_and_linking_look_at_the_other_matter() -> None:
    matter, other = begun(), begun()
    assert refusal(
        matter, M.MERGE, other_uid=matter.uid, about=around(BEGAN, other=matter)
    ).code == ("same_matter")
    merged = go(begun(), M.MERGE, other_uid=other.uid, about=around(BEGAN, other=other))
    assert (merged.state, merged.merged_into, merged.due_on) == (S.MERGED, other.uid, None)
    about = around(BEGAN, other=merged)
    assert refusal(matter, M.MERGE, other_uid=merged.uid, about=about).code == "target_merged"
    go(matter, M.LINK, other_uid=merged.uid, about=about)
    assert matter.state is S.REGISTERED
    closed = go(begun(), M.ROUTE, route=Route.FOR_REFERENCE)
    about = around(BEGAN, other=closed)
    assert refusal(matter, M.MERGE, other_uid=closed.uid, about=about).code == "target_at_rest"


def test_nothing_is_merged_where_no_answer_comes_any_more() -> None:
    spot = go(begun(), M.ROUTE, route=Route.ANSWERED_ON_SITE)
    about = around(BEGAN, other=spot)
    assert refusal(begun(), M.MERGE, other_uid=spot.uid, about=about).code == "target_at_rest"
    gone = begun()
    gone.withdrawn_at = NOON
    about = around(BEGAN, other=gone)
    assert refusal(begun(), M.MERGE, other_uid=gone.uid, about=about).code == "target_withdrawn"


def test_a_matter_is_closed_when_every_voter_was_heard() -> None:
    matter = go(assigned(), M.REPLY, result_class=ResultClass.RESOLVED)
    other = UUID(int=8)
    go(matter, M.FEED_BACK, about=around(BEGAN, owed=[VOTER, other]))
    about = around(BEGAN, owed=[other], to_hear=[VOTER])
    go(matter, M.EVALUATE, about=about, satisfaction=Satisfaction.SATISFIED)
    assert (matter.state, matter.satisfaction) == (S.EVALUATING, Satisfaction.SATISFIED)
    assert (matter.closed_on, running(matter, ("evaluate",)) is not None) == (None, True)
    alone = around(BEGAN, owed=[other], to_hear=[])
    said = {"satisfaction": Satisfaction.SATISFIED}
    assert refusal(matter, M.EVALUATE, about=alone, person_uid=other, **said).code == "not_to_hear"
    assert refusal(matter, M.CLOSE, about=alone).code == "still_owed"
    go(matter, M.FEED_BACK, about=around(BEGAN, owed=[other]), person_uid=other)
    last = around(BEGAN, owed=[], to_hear=[other])
    assert problems(matter, M.EVALUATE, about=last, person_uid=None, **said) == [
        ("person_uid", ProblemCode.MISSING)
    ]
    mostly = {"satisfaction": Satisfaction.MOSTLY_SATISFIED, "person_uid": other}
    go(matter, M.EVALUATE, about=last, **mostly)
    assert (matter.state, matter.satisfaction) == (S.CLOSED, Satisfaction.MOSTLY_SATISFIED)
    assert running(matter, ("evaluate",)) is None


def test_a_step_is_not_gone_before_the_one_it_follows() -> None:
    matter = assigned()
    late = around(date(2026, 3, 20), moved_on=date(2026, 3, 10))
    day = date(2026, 3, 9)
    assert problems(matter, M.ACKNOWLEDGE, day, about=late) == [("done_on", ProblemCode.TOO_EARLY)]
    go(matter, M.CONTACT, day, about=late)  # its paper may come in later


# law and tact


def test_what_accuses_somebody_goes_to_no_unit() -> None:
    matter = begun(is_accusation=True)
    assert refusal(matter, M.ROUTE, route=Route.TO_LOCAL_UNIT).code == "accusation"
    go(matter, M.ROUTE, route=Route.DECLINED, guided_to=GuidedTo.DISCIPLINE)
    assert (matter.state, matter.guided_to) == (S.DECLINED, GuidedTo.DISCIPLINE)


def test_a_unit_gets_what_is_about_itself_only_with_the_heads_written_reason() -> None:
    matter = go(begun(about_unit="街道办城建办"), M.ROUTE, route=Route.TO_LOCAL_UNIT)
    assert problems(matter, M.ASSIGN) == [("reason", ProblemCode.MISSING)]
    go(matter, M.ASSIGN, reason="只有该办掌握图纸，派纪检联络员参加")
    assert matter.state is S.ASSIGNED


@pytest.mark.parametrize(
    ("about", "co_units"),
    [
        ("街道办城建办", "街道办民政办、街道办城建办"),
        ("街道办城建办张科长", "街道办城建办"),
        ("城建办", "街道办城建办"),
    ],
)
def test_nor_does_it_take_part_in_what_is_about_it_or_its_people(about: str, co_units: str) -> None:
    matter = go(begun(about_unit=about), M.ROUTE, route=Route.TO_LOCAL_UNIT)
    said = {"unit_name": "街道办司法所", "co_units": co_units}
    assert problems(matter, M.ASSIGN, **said) == [("reason", ProblemCode.MISSING)]
    go(matter, M.ASSIGN, **said, reason="只有该办掌握图纸")


def test_what_runs_elsewhere_is_not_handed_over_twice() -> None:
    hotline = OtherChannelKind.HOTLINE_12345
    matter = begun(other_channels=[OtherChannel(kind=hotline, ticket_no="G-77", is_running=True)])
    fault = refusal(matter, M.ROUTE, route=Route.TO_LOCAL_UNIT)
    assert (fault.code, fault.facts()["key"]) == ("running_elsewhere", "G-77")
    go(matter, M.ROUTE, route=Route.FOR_REFERENCE)


def test_what_is_to_be_completed_is_not_handed_over() -> None:
    fault = refusal(begun(category=""), M.ROUTE, route=Route.TO_LOCAL_UNIT)
    assert (fault.code, fault.facts()["key"]) == ("matter_incomplete", "category")


# bad input


def test_a_move_out_of_order_is_refused_with_the_reason() -> None:
    fault = refusal(begun(), M.REPLY, result_class=ResultClass.RESOLVED)
    assert isinstance(fault, Refused)
    assert (fault.code, fault.facts()["key"], fault.facts()["name"]) == (
        "move_not_allowed",
        "答复",
        "已登记",
    )


def test_days_stand_in_their_order() -> None:
    matter = assigned()
    assert problems(matter, M.CONTACT, BEGAN - timedelta(days=1)) == [
        ("done_on", ProblemCode.TOO_EARLY)
    ]
    late = around(BEGAN)
    assert problems(matter, M.CONTACT, BEGAN + timedelta(days=1), about=late) == [
        ("done_on", ProblemCode.TOO_LATE)
    ]
    planned = {"result_class": ResultClass.PLANNED, "promise": "换新灯"}
    assert problems(matter, M.REPLY, due_on=BEGAN - timedelta(days=1), **planned) == [
        ("due_on", ProblemCode.TOO_EARLY)
    ]


def test_too_much_text_and_a_number_for_a_name_are_said_at_their_fields() -> None:
    matter = assigned()
    found = problems(
        matter,
        M.CONTACT,
        signed_by="13800001234",
        person="138 0000 1234",
        reason="长" * 4000,
        text="长" * 4001,
    )
    assert found == [
        ("text", ProblemCode.TOO_LONG),
        ("reason", ProblemCode.TOO_LONG),
        ("signed_by", ProblemCode.NUMBER_FOR_NAME),
        ("person", ProblemCode.NUMBER_FOR_NAME),
    ]


def test_supervision_is_for_what_is_overdue() -> None:
    matter = assigned()
    due = {"due_on": date(2026, 4, 20)}
    assert refusal(matter, M.SUPERVISE, date(2026, 3, 3), **due).code == "not_overdue"
    go(matter, M.SUPERVISE, date(2026, 4, 10), **due)
    assert matter.chases == 1


def test_feedback_goes_to_whom_it_is_owed() -> None:
    matter = go(assigned(), M.REPLY, result_class=ResultClass.RESOLVED)
    assert refusal(matter, M.FEED_BACK, person_uid=UUID(int=8)).code == "not_owed"
