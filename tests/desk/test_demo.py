from liaison_desktop.desk.demo import register_demo
from liaison_desktop.desk.demo_bulk import register_many
from liaison_desktop.desk.demo_matters import WAYS, lead_matters
from liaison_desktop.desk.demo_talk import register_meetings
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.numbering import is_number
from liaison_desktop.model.times import business_day
from liaison_desktop.model.words import MatterState
from liaison_desktop.model.work_lists import Work


def test_the_same_seed_gives_the_same_visits(desk: Desk) -> None:
    for _ in range(2):
        assert len(register_demo(desk, people=3, visits=4, seed=7)) == 4
    said = [
        (visit.visitors[0].name, visit.matters[0].title, visit.received_at)
        for visit in desk.visits.find()
    ]
    assert len(said) == 8
    assert len(set(said)) == 4
    assert len(desk.people.find("", limit=99)) == 3


def test_a_demo_has_matters_in_every_list(desk: Desk) -> None:
    register_demo(desk, people=20, visits=50, seed=1)

    numbers = lead_matters(desk)

    assert len(numbers) == len(WAYS)
    assert lead_matters(desk) == []
    counts = desk.work.count_all()
    assert [work for work, count in counts.items() if not count] == [Work.DUE_TODAY]
    assert [check.name for check in desk.check() if not check.is_ok] == []


def test_a_demo_leads_as_many_matters_as_there_are(desk: Desk) -> None:
    register_demo(desk, people=2, visits=2, seed=1)
    assert 0 < len(lead_matters(desk)) <= 2


def test_a_demo_has_a_meeting_in_every_place(desk: Desk) -> None:
    assert len(register_meetings(desk, seed=7)) == 4
    assert register_meetings(desk, seed=8) == []

    meetings = [desk.talk.meetings.meeting(one.uid) for one in desk.talk.meetings.newest()]
    assert {one.consultation.state for one in meetings} == {
        ConsultationState.PLANNED,
        ConsultationState.RECORDING,
        ConsultationState.READY,
        ConsultationState.SIGNED,
    }
    held = [one for one in meetings if one.statements]
    assert len(held) == 3
    assert all(one.participants and one.opinions and len(one.commitments) == 3 for one in held)
    assert all(any(said.matter_uid for said in one.statements) for one in held)
    facts = desk.today_facts().talk
    assert facts.overdue.count
    assert facts.undated.count
    assert facts.unrouted.count
    assert facts.to_sign.count
    assert [check.name for check in desk.check() if not check.is_ok] == []


def test_many_are_written_in_bulk_as_the_verbs_would_have(desk: Desk) -> None:
    register_demo(desk, people=2, visits=2, seed=1)

    assert register_many(desk, people=50, visits=120, seed=1) == 120

    assert [check.name for check in desk.check() if not check.is_ok] == []
    visits = desk.visits.find(limit=999)
    assert len(visits) == 122
    assert len({visit.number for visit in visits}) == 122
    assert all(is_number(visit.number) and visit.matters for visit in visits)
    [registered] = desk.visits.find(visits[-1].number)
    assert registered.received_on == business_day(registered.received_at)
    assert desk.today_facts().unsent_count >= 122
    for matter in (visit.matters[0] for visit in visits):
        seen = desk.matters.load(matter.number)
        rules = [one.rule for one in seen.deadlines]
        is_open = seen.state is MatterState.REGISTERED
        assert rules == (["screen", "hand_over"] if is_open else []), seen.number
        due = min((one.due_on for one in seen.deadlines), default=None)
        assert seen.due_on == due
    assert desk.matters.begin_days() == 0  # none is left without
    desk.people.rebuild_index()
    name = registered.visitors[0].name
    assert name in {known.person.name for known in desk.people.suggest(name)}
