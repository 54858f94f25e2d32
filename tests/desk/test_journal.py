"""履职纪实 follows from what was done, once for everybody, and goes visibly with it."""

from datetime import date

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
from liaison_desktop.model.group_activity import Attendance, GroupActivity
from liaison_desktop.model.minimums import Counted
from liaison_desktop.model.schedule_words import ActivityState, DutyKind, HouseholdKind, Presence
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel
from tests.builders import NOON, STATION_UID, a_deputy

DAY = NOON.date()


def _own() -> dict[str, object]:
    return {"uid": new_uid(NOON), "station_uid": STATION_UID}


def _visit(*names: str, **changes: object) -> FieldVisit:
    deputies = [VisitingDeputy(name=name) for name in names]
    fields = {"visited_on": DAY, "place": "和平社区", "deputies": deputies, **_own()}
    return FieldVisit(**(fields | changes))  # type: ignore[arg-type]  # fields by name


def _journal(desk: Desk) -> list[tuple[str, DutyKind]]:
    return [(entry.deputy_name, entry.kind) for entry in desk.schedule.journal.find()]


def test_a_field_visit_that_is_done_has_one_entry_for_each_who_went(desk: Desk) -> None:
    visits = desk.schedule.field_visits
    visit = _visit("王建国", "周丽华")
    visits.register(visit)
    assert _journal(desk) == []
    done = visits.correct(visit, {"state": ActivityState.DONE})
    assert _journal(desk) == [("王建国", DutyKind.FIELD_VISIT), ("周丽华", DutyKind.FIELD_VISIT)]
    done = visits.correct(done, {"situation": "三户"})
    assert len(desk.schedule.journal.find_all()) == 2  # none is made twice
    one = visits.correct(done, {"deputies": [VisitingDeputy(name="王建国")]}, "周丽华没有去")
    assert [name for name, _kind in _journal(desk)] == ["王建国"]
    visits.withdraw(visits.undo(one), "登错了")
    assert _journal(desk) == []
    gone = [entry.withdrawn_reason for entry in desk.schedule.journal.find_all()]
    assert gone
    assert set(gone) == {"来源记录已改"}


def test_an_activity_counts_for_those_who_came(desk: Desk) -> None:
    there = [
        Attendance(name="王建国", presence=Presence.PRESENT),
        Attendance(name="周丽华", presence=Presence.ON_LEAVE),
    ]
    activity = GroupActivity(  # type: ignore[misc]  # fields by name
        held_on=DAY,
        topic="视察",
        duty_kind=DutyKind.INSPECTION,
        state=ActivityState.DONE,
        attendances=there,
        **_own(),  # type: ignore[arg-type]  # fields by name
    )
    desk.schedule.activities.register(activity)
    assert _journal(desk) == [("王建国", DutyKind.INSPECTION)]


def test_who_is_behind_is_counted_from_journal_and_households(desk: Desk) -> None:
    town = [Mandate(level=MandateLevel.TOWN)]
    deputy = a_deputy("王建国", mandates=town)
    desk.deputies.register(deputy)
    desk.deputies.register(a_deputy("孙立军"))  # in no office: nothing is asked of him
    for n in range(5):
        desk.schedule.households.register(
            ContactHousehold(name=f"户{n}", deputy_name="王建国", **_own())  # type: ignore[arg-type]  # by name
        )
    ended = ContactHousehold(name="旧", deputy_name="王建国", until=date(2026, 1, 1), **_own())  # type: ignore[arg-type]  # by name
    desk.schedule.households.register(ended)
    visit = _visit("王建国", state=ActivityState.DONE, headcount=4)
    desk.schedule.field_visits.register(visit)
    typed = DutyEntry(  # type: ignore[misc]  # fields by name
        deputy_name="王建国",
        kind=DutyKind.FIELD_VISIT,
        done_on=DAY,
        **_own(),  # type: ignore[arg-type]  # fields by name
    )
    desk.schedule.journal.register(typed)
    found = {one.minimum.what: one for one in desk.schedule.behind(DAY)}
    assert {one.name for one in found.values()} == {"王建国"}
    assert Counted.HOUSEHOLDS not in found
    assert found[Counted.PERSON_TIMES].done == 5
    assert found[Counted.STATION_VISITS].short == 2
    assert found[Counted.DUTY_HALF_DAYS].done == 2


def test_a_contact_that_began_later_or_ended_before_does_not_count(desk: Desk) -> None:
    desk.deputies.register(a_deputy("王建国", mandates=[Mandate(level=MandateLevel.TOWN)]))
    for n in range(4):
        kept = ContactHousehold(name=f"户{n}", deputy_name="王建国", **_own())  # type: ignore[arg-type]  # by name
        desk.schedule.households.register(kept)
    for name, span in (
        ("明年", {"since": date(2027, 1, 1)}),
        ("旧", {"until": date(2026, 1, 1)}),
    ):
        other = ContactHousehold(name=name, deputy_name="王建国", **span, **_own())  # type: ignore[arg-type]  # by name
        desk.schedule.households.register(other)
    found = {one.minimum.what: one.done for one in desk.schedule.behind(DAY)}
    assert found[Counted.HOUSEHOLDS] == 4


def test_an_entry_tells_the_corrected_place_and_keeps_what_its_clerk_added(desk: Desk) -> None:
    visits, journal = desk.schedule.field_visits, desk.schedule.journal
    visits.register(visit := _visit("王建国", state=ActivityState.DONE))
    [entry] = journal.find()
    journal.correct(entry, {"work": "听了三户的意见", "half_days": 2})
    done = visits.correct(visits.load(visit.uid), {"place": "清河社区"})
    [entry] = journal.find()
    assert (entry.title, entry.place) == ("清河社区", "清河社区")
    assert (entry.work, entry.half_days) == ("听了三户的意见", 2)
    journal.correct(entry, {"title": "走访困难户"})
    done = visits.correct(done, {"situation": "三户"})
    assert [one.title for one in journal.find()] == ["走访困难户"]
    visits.undo(visits.undo(done))
    assert len(journal.find()) == 1


def test_an_entry_names_nobody_who_was_visited(desk: Desk) -> None:
    fields = {"place": "", "visited_name": "李桂芳", "household_kind": HouseholdKind.NEEDY}
    visit = _visit("王建国", state=ActivityState.DONE, **fields)
    desk.schedule.field_visits.register(visit)
    assert [(one.title, one.place) for one in desk.schedule.journal.find()] == [("困难户", "")]


def test_a_visit_to_a_contact_household_is_tied_to_it(desk: Desk) -> None:
    visits = desk.schedule.field_visits
    for deputy in ("王建国", "周丽华"):
        kept = ContactHousehold(name="李桂芳", deputy_name=deputy, **_own())  # type: ignore[arg-type]  # by name
        desk.schedule.households.register(kept)
    his = desk.schedule.households.find()[0]
    visits.register(visit := _visit("王建国", visited_name=" 李桂芳 "))
    assert visits.load(visit.uid).household_uid == his.uid
    other = visits.correct(visits.load(visit.uid), {"visited_name": "赵敏"})
    assert other.household_uid is None
    assert visits.undo(other).household_uid == his.uid
