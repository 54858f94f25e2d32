"""Every voter of a matter is told and asked: his own evaluation, his own sheet, his own number."""

from datetime import date
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.matter_json import facts_as_json
from liaison_desktop.model.faults import NotSaved, ProblemCode, Refused
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.words import MatterState, Move, ResultClass, Route, Satisfaction, Way
from liaison_desktop.model.work_lists import Work
from tests.builders import a_matter, a_unit, a_visit, a_visitor
from tests.desk.test_matters import TODAY, a_new_matter, facts, go, replied, told
from tests.documents.papers import by_pypdf

S, M = MatterState, Move
SATISFIED, DISSATISFIED = Satisfaction.SATISFIED, Satisfaction.DISSATISFIED
NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def matter(desk: Desk) -> Matter:
    """A matter of two visitors and one merged into it, answered, everybody told."""
    desk.units.register(a_unit("街道办城建办"))
    matter, merged = a_new_matter(desk, "李桂芳", "赵大伟"), a_new_matter(desk, "陈明")
    go(desk, merged, M.MERGE, other_uid=matter.uid)
    return told(desk, replied(desk, facts(desk, matter).matter))


def asked(desk: Desk, matter: Matter, name: str, said: Satisfaction, way: Way = Way.CALL) -> Matter:
    known = facts(desk, matter)
    who = next(one for one in known.people if one.name == name)
    said_by = {"satisfaction": said, "person_uid": who.person_uid, "way": way}
    return go(desk, known.matter, M.EVALUATE, **said_by)


def rate(desk: Desk, label: str) -> str:
    return next(row.month for row in desk.reports.month(NOVEMBER).rows if row.label == label)


def test_each_is_asked_and_the_last_one_closes_it(desk: Desk, matter: Matter) -> None:
    assert asked(desk, matter, "李桂芳", SATISFIED).state is S.EVALUATING
    assert asked(desk, matter, "陈明", SATISFIED, Way.VISIT).state is S.EVALUATING
    assert [one.name for one in facts(desk, matter).to_hear] == ["赵大伟"]
    closed = asked(desk, matter, "赵大伟", Satisfaction.MOSTLY_SATISFIED)
    assert (closed.state, closed.satisfaction) == (S.CLOSED, Satisfaction.MOSTLY_SATISFIED)
    heard = [voter.heard for voter in facts(desk, matter).voters]
    assert [(step.person, step.way) for step in heard if step] == [
        ("李桂芳", Way.CALL),
        ("赵大伟", Way.CALL),
        ("陈明", Way.VISIT),
    ]


def test_the_rate_counts_everybody_who_answered(desk: Desk, matter: Matter) -> None:
    asked(desk, matter, "李桂芳", SATISFIED)
    asked(desk, matter, "赵大伟", SATISFIED)
    assert rate(desk, "满意率") == "100.0%（仅 2 件）"
    assert rate(desk, "满意") == "2"
    asked(desk, matter, "陈明", DISSATISFIED)
    assert rate(desk, "满意率") == "66.7%"
    assert rate(desk, "不满意") == "1"


def test_one_who_is_dissatisfied_starts_another_answer_of_which_everybody_is_told(
    desk: Desk, matter: Matter
) -> None:
    asked(desk, matter, "李桂芳", SATISFIED)
    matter = asked(desk, matter, "赵大伟", DISSATISFIED)
    assert (matter.state, matter.redos, matter.satisfaction) == (S.REDO, 1, DISSATISFIED)
    matter = go(desk, matter, M.REPLY, result_class=ResultClass.RESOLVED)
    assert [one.name for one in facts(desk, matter).owed] == ["李桂芳", "赵大伟", "陈明"]
    assert rate(desk, "满意率") == "—"  # of the last answer nobody has spoken yet
    matter = told(desk, matter)
    for name in ("李桂芳", "赵大伟", "陈明"):
        matter = asked(desk, matter, name, SATISFIED)
    assert (matter.state, rate(desk, "满意")) == (S.CLOSED, "3")


def test_who_did_not_answer_is_noted_so_only_after_chasing(desk: Desk, matter: Matter) -> None:
    unknown = Satisfaction.NOT_EVALUATED
    asked(desk, matter, "李桂芳", SATISFIED)
    with pytest.raises(Refused, match="not_chased"):
        asked(desk, matter, "赵大伟", unknown)
    go(desk, facts(desk, matter).matter, M.CHASE)
    asked(desk, matter, "赵大伟", unknown)
    closed = asked(desk, matter, "陈明", unknown)
    assert (closed.state, closed.satisfaction) == (S.CLOSED, SATISFIED)
    assert (rate(desk, "满意率"), rate(desk, "未测评")) == ("100.0%（仅 1 件）", "2")


def test_who_was_asked_is_said_where_several_can_be_meant(desk: Desk, matter: Matter) -> None:
    with pytest.raises(NotSaved) as refused:
        go(desk, matter, M.EVALUATE, satisfaction=SATISFIED)
    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("person_uid", ProblemCode.MISSING)
    asked(desk, matter, "李桂芳", SATISFIED)
    with pytest.raises(Refused, match="not_to_hear"):
        asked(desk, matter, "李桂芳", SATISFIED)


def test_nobody_is_left_untold_when_a_matter_is_closed(desk: Desk, matter: Matter) -> None:
    late = a_new_matter(desk, "周丽")
    go(desk, late, M.MERGE, other_uid=matter.uid)
    for name in ("李桂芳", "赵大伟", "陈明"):
        matter = asked(desk, matter, name, SATISFIED)
    assert matter.state is S.EVALUATING
    with pytest.raises(Refused, match="still_owed") as refused:
        go(desk, matter, M.CLOSE)
    assert refused.value.facts()["found"] == 1
    assert asked(desk, told(desk, matter), "周丽", SATISFIED).state is S.CLOSED


def test_an_anonymous_visitor_has_no_name_to_ask_for(desk: Desk) -> None:
    desk.units.register(a_unit("街道办城建办"))
    visit = a_visit(a_visitor("", is_anonymous=True), matters=[a_matter()])
    desk.visits.register(visit)
    matter = replied(desk, desk.matters.load(f"{visit.number}-1"))
    matter = go(desk, matter, M.FEED_BACK)
    assert go(desk, matter, M.EVALUATE, satisfaction=SATISFIED).state is S.CLOSED
    assert rate(desk, "满意") == "1"


def test_each_voter_stands_in_the_json(desk: Desk, matter: Matter) -> None:
    asked(desk, matter, "李桂芳", SATISFIED)
    voters = facts_as_json(facts(desk, matter), TODAY)["voters"]
    assert isinstance(voters, list)
    assert [(one["name"], one["told_on"], one["satisfaction"], one["way"]) for one in voters] == [
        ("李桂芳", "2026-11-20", "satisfied", "call"),
        ("赵大伟", "2026-11-20", None, None),
        ("陈明", "2026-11-20", None, None),
    ]
    assert voters[2]["number"] != matter.number


def test_each_voter_has_a_sheet_of_his_own(desk: Desk, matter: Matter, tmp_path: Path) -> None:
    asked(desk, matter, "李桂芳", SATISFIED)
    drawn = desk.matter_papers.print("evaluation", [matter.number], tmp_path / "征询.pdf")
    assert drawn.pages == 3
    text = by_pypdf(drawn.path)
    assert text.count("☑满意") == 1
    for name in ("李桂芳", "赵大伟", "陈明"):
        assert text.count(name) == 1, name
    assert [one.times for one in desk.history.printings_of(matter)] == [1]


def test_who_spoke_of_what_was_forwarded_is_told_by_name(desk: Desk, tmp_path: Path) -> None:
    desk.units.register(a_unit("区交通局", address="清河路 3 号"))
    matter = a_new_matter(desk, "李桂芳", "赵大伟")
    matter = go(desk, matter, M.ROUTE, route=Route.TO_COUNTY)
    matter = go(desk, matter, M.FORWARD, unit_name="区交通局")
    assert [row.number for row in desk.work.find(Work.TO_FEED_BACK)] == [matter.number]
    text = by_pypdf(
        desk.matter_papers.print("notification", [matter.number], tmp_path / "告知.pdf").path
    )
    for said in ("告知转送", "区交通局", "清河路 3 号"):
        assert said in text
    matter = told(desk, matter)
    assert (matter.state, matter.due_on, facts(desk, matter).to_hear) == (S.FORWARDED, None, [])
    assert desk.work.find(Work.TO_FEED_BACK) == []
    assert rate(desk, "办结率（全部口径）") == "—"
    assert go(desk, matter, M.ARCHIVE, archive_no="2026-9").state is S.ARCHIVED
    assert rate(desk, "办结率（全部口径）") == "—"


def test_what_others_were_merged_into_is_not_withdrawn(desk: Desk, matter: Matter) -> None:
    visit = desk.visits.load(matter.number)
    with pytest.raises(Refused, match="merged_here"):
        desk.visits.withdraw(visit, "重复登记")
    assert desk.visits.load(matter.number).withdrawn_at is None


def test_nothing_is_merged_into_what_was_withdrawn(desk: Desk, matter: Matter) -> None:
    gone, late = a_new_matter(desk, "周丽"), a_new_matter(desk, "孙敏")
    desk.visits.withdraw(desk.visits.load(gone.number), "重复登记")
    with pytest.raises(Refused, match="target_withdrawn"):
        go(desk, late, M.MERGE, other_uid=gone.uid)


def test_who_turns_out_to_be_somebody_known_is_not_owed_again(desk: Desk) -> None:
    desk.units.register(a_unit("街道办城建办"))
    matter, other = a_new_matter(desk, "李桂芳"), a_new_matter(desk, "李桂芬")
    matter = told(desk, replied(desk, matter))
    gone, kept = (facts(desk, one).people for one in (matter, other))
    pair = [desk.people.load(one[0].person_uid) for one in (kept, gone)]
    desk.same_people.merge(*pair, {})
    known = facts(desk, matter)
    assert known.people[0].person_uid == kept[0].person_uid
    assert known.owed == []
    matter = asked(desk, matter, "李桂芳", SATISFIED)
    assert matter.state is S.CLOSED
    step = known.trail[0]
    said = {"deputy": "王建国"}
    matter = desk.matters.correct_step(facts(desk, matter).matter, step.uid, said, "补代表")
    assert not [one for one in matter.deadlines if one.is_running]


def test_what_can_be_done_with_voters_is_offered_while_one_waits(
    desk: Desk, matter: Matter
) -> None:
    assert M.FEED_BACK not in {row.move for row in facts(desk, matter).rows}
    assert M.EVALUATE in {row.move for row in facts(desk, matter).rows}


def test_who_withdrew_what_was_merged_is_not_waited_for(desk: Desk) -> None:
    desk.units.register(a_unit("街道办城建办"))
    matter, merged = a_new_matter(desk, "李桂芳"), a_new_matter(desk, "陈明")
    go(desk, merged, M.MERGE, other_uid=matter.uid)
    desk.visits.withdraw(desk.visits.load(merged.number), "不是他说的")
    matter = replied(desk, facts(desk, matter).matter)
    assert [one.name for one in facts(desk, matter).owed] == ["李桂芳"]
