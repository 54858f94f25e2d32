import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import (
    NotAllowed,
    NotFound,
    NotSaved,
    ProblemCode,
    Refused,
    StaleRecord,
)
from liaison_desktop.model.numbering import is_number
from liaison_desktop.model.visit import Receiver
from liaison_desktop.model.words import Channel, Handling, MatterState
from tests.builders import NOON, a_deputy, a_matter, a_visit, a_visitor
from tests.homes import StoppedClock

NASTY = (
    "某𬱖",
    "㛃䶮",
    "<b>李</b>",
    '=cmd|"/c calc"!A1',
    "李\u202e四",
    "阿卜杜热依木·" * 6,
    "👨‍👩‍👧",
    "a",
)


def test_a_visit_gets_its_number_on_the_first_save_and_its_matter_the_same_base(desk: Desk) -> None:
    visit = a_visit()
    assert desk.visits.register(visit) == []
    assert is_number(visit.number)
    assert visit.number.startswith("QHJD-L-2026-0001-")
    assert [matter.number for matter in visit.matters] == [f"{visit.number}-1"]
    assert visit.rev == 1


def test_numbers_follow_the_year_of_the_day_received(desk: Desk) -> None:
    first, late, next_year = a_visit(), a_visit(), a_visit()
    late.received_at = NOON.replace(year=2025)
    late.derive()
    for visit in (first, late, next_year):
        desk.visits.register(visit)
    counted = [visit.number[:16] for visit in (first, late, next_year)]
    assert counted == ["QHJD-L-2026-0001", "QHJD-L-2025-0001", "QHJD-L-2026-0002"]
    assert late.is_late_entry


@pytest.mark.parametrize("name", NASTY)
def test_what_was_typed_is_what_is_kept(desk: Desk, name: str) -> None:
    statement = f"{name}\n第二行\t制表 e\u0301 é 　全角"
    visit = a_visit(a_visitor(name[:50]), matters=[a_matter(name[:50], statement=statement)])
    desk.visits.register(visit)
    loaded = desk.visits.load(visit.number)
    assert loaded.visitors[0].name == name[:50]
    assert (loaded.matters[0].title, loaded.matters[0].statement) == (name[:50], statement)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", ProblemCode.MISSING),
        ("王\0", ProblemCode.BAD_CHARACTER),
        ("王\ud800", ProblemCode.BAD_CHARACTER),
        ("王\x1b", ProblemCode.BAD_CHARACTER),
        ("王\n", ProblemCode.BAD_CHARACTER),
        ("𬱖" * 51, ProblemCode.TOO_LONG),
    ],
)
def test_a_name_that_cannot_be_kept_is_refused_at_its_field(
    desk: Desk, name: str, code: ProblemCode
) -> None:
    with pytest.raises(NotSaved) as refused:
        desk.visits.register(a_visit(a_visitor(name)))
    assert [(p.field, p.code) for p in refused.value.problems] == [("visitors.0.name", code)]
    assert desk.visits.find() == []


def test_a_statement_of_4000_code_points_is_kept_and_one_more_refused(desk: Desk) -> None:
    desk.visits.register(a_visit(matters=[a_matter(statement="𬱖" * 4000)]))
    with pytest.raises(NotSaved) as refused:
        desk.visits.register(a_visit(matters=[a_matter(statement="𬱖" * 4001)]))
    assert [problem.field for problem in refused.value.problems] == ["statement"]


def test_a_name_a_channel_and_a_title_are_enough_and_the_rest_is_owed(desk: Desk) -> None:
    visit = a_visit(
        a_visitor("王", phone="", address=""),
        matters=[a_matter(statement="", category="", handling=None)],
    )
    owed = {problem.field for problem in desk.visits.register(visit)}
    wanted = {"visitors.0.phone", "visitors.0.address", "statement", "category", "handling"}
    assert owed == wanted


def test_an_anonymous_visitor_needs_no_name_and_becomes_no_person(desk: Desk) -> None:
    visit = a_visit(a_visitor("", is_anonymous=True))
    assert desk.visits.register(visit) == []
    assert visit.visitors[0].person_uid is None
    assert desk.people.find("") == []


def test_saving_the_same_visit_twice_is_harmless(desk: Desk) -> None:
    visit = a_visit()
    desk.visits.register(visit)
    again = a_visit(uid=visit.uid)
    desk.visits.register(again)
    assert again.number == visit.number
    assert again.matters[0].number == visit.matters[0].number
    assert len(desk.visits.find()) == 1


def test_who_comes_again_with_name_and_phone_is_the_same_person(desk: Desk) -> None:
    first, second = a_visit(), a_visit(a_visitor(address="石桥村 2 组"))
    desk.visits.register(first)
    desk.visits.register(second)
    assert first.visitors[0].person_uid == second.visitors[0].person_uid
    [person] = desk.people.find("李桂芳")
    assert person.address == "石桥村 2 组"
    assert desk.visits.load(first.number).visitors[0].address == "和平社区3栋"


def test_two_of_one_name_with_other_phones_are_two_people(desk: Desk) -> None:
    desk.visits.register(a_visit(a_visitor(phone="13800001111")))
    desk.visits.register(a_visit(a_visitor(phone="13800002222")))
    assert len(desk.people.find("李桂芳")) == 2


def test_a_receiver_is_linked_when_the_roster_knows_exactly_one(desk: Desk) -> None:
    for name in ("王建国", "赵明", "赵明"):
        desk.deputies.register(a_deputy(name))
    names = ("王建国", "赵明", "钱多多")
    visit = a_visit(receivers=[Receiver(name=name) for name in names])
    warnings = [(problem.field, problem.code) for problem in desk.visits.register(visit)]
    assert warnings == [
        ("receivers.1", ProblemCode.RECEIVER_AMBIGUOUS),
        ("receivers.2", ProblemCode.RECEIVER_UNKNOWN),
    ]
    linked = [receiver.deputy_uid is not None for receiver in visit.receivers]
    assert linked == [True, False, False]
    assert [receiver.name for receiver in visit.receivers] == list(names)


def test_the_first_state_follows_what_was_decided_at_the_door(desk: Desk) -> None:
    visit = a_visit(matters=[a_matter(handling=Handling.ANSWERED_ON_SITE)])
    desk.visits.register(visit)
    assert visit.matters[0].state is MatterState.ANSWERED_ON_SITE
    desk.visits.correct_matter(visit.matters[0], {"handling": Handling.TO_HANDLE})
    assert desk.visits.load(visit.number).matters[0].state is MatterState.REGISTERED


def test_a_visit_is_found_by_a_part_of_name_phone_number_and_title(desk: Desk) -> None:
    visit = a_visit(a_visitor("欧阳晓燕", phone="13800008888"))
    desk.visits.register(visit)
    desk.visits.register(a_visit(a_visitor("赵明"), matters=[a_matter("100%_好")]))
    for text in ("阳晓", "8888", visit.number[5:], "路灯"):
        assert [found.number for found in desk.visits.find(text)] == [visit.number], text
    assert len(desk.visits.find("%")) == 1
    assert len(desk.visits.find("_")) == 1


def test_one_visit_is_loaded_by_number_matter_number_or_id(desk: Desk) -> None:
    visit = a_visit()
    desk.visits.register(visit)
    for key in (visit.number, visit.matters[0].number, str(visit.uid)):
        assert desk.visits.load(key).uid == visit.uid
    with pytest.raises(NotFound):
        desk.visits.load("QHJD-L-2026-9999-X")


def test_a_withdrawn_visit_leaves_the_list_and_stays_with_its_number_and_reason(
    desk: Desk, clock: StoppedClock
) -> None:
    visit = a_visit()
    desk.visits.register(visit)
    with pytest.raises(Refused, match="reason_missing"):
        desk.visits.withdraw(visit, " ")
    desk.visits.withdraw(visit, "登记重复")
    assert desk.visits.find() == []
    kept = desk.visits.load(visit.number)
    assert (kept.withdrawn_at, kept.withdrawn_reason) == (clock.now, "登记重复")
    with pytest.raises(Refused, match="already_withdrawn"):
        desk.visits.withdraw(kept, "再来一次")
    desk.visits.register(second := a_visit())
    assert second.number[:16] == "QHJD-L-2026-0002"


def test_a_correction_of_what_somebody_changed_since_is_refused(desk: Desk) -> None:
    visit = a_visit()
    desk.visits.register(visit)
    stale = desk.visits.load(visit.number)
    desk.visits.correct(desk.visits.load(visit.number), {"place": "二楼"})
    with pytest.raises(StaleRecord):
        desk.visits.correct(stale, {"place": "三楼"})
    assert desk.visits.load(visit.number).place == "二楼"


def test_a_second_matter_gets_the_next_number_of_the_visit(desk: Desk) -> None:
    visit = a_visit()
    desk.visits.register(visit)
    desk.visits.add_matter(desk.visits.load(visit.number), a_matter("公交站太远"))
    numbers = [matter.number for matter in desk.visits.load(visit.number).matters]
    assert numbers == [f"{visit.number}-1", f"{visit.number}-2"]


def test_the_day_follows_a_corrected_instant(desk: Desk) -> None:
    visit = a_visit()
    desk.visits.register(visit)
    corrected = desk.visits.correct(visit, {"received_at": NOON.replace(day=18)}, "补录")
    assert corrected.received_on.day == 18
    assert corrected.is_late_entry


def test_an_unknown_field_or_a_fixed_one_is_not_corrected(desk: Desk) -> None:
    visit = a_visit()
    desk.visits.register(visit)
    for name in ("number", "owner", "nonsense"):
        with pytest.raises(NotSaved) as refused:
            desk.visits.correct(visit, {name: "X"})
        assert [p.code for p in refused.value.problems] == [ProblemCode.UNKNOWN_KEY]


def test_a_head_without_the_clerks_role_may_register_but_not_an_admin(
    desk: Desk, head_desk: Desk
) -> None:
    head_desk.visits.register(a_visit())
    admin = head_desk.accounts.register("管", "管理", "晴川历历汉阳树林", ["admin"])
    admin_desk = Desk(head_desk._store, admin)
    with pytest.raises(NotAllowed):
        admin_desk.visits.register(a_visit())
    assert len(desk.visits.find()) == 1


def test_a_group_of_six_is_asked_for_five_representatives(desk: Desk) -> None:
    group = [a_visitor(f"王{place}", phone=f"1380000000{place}") for place in range(6)]
    visit = a_visit(*group, headcount=40, channel=Channel.VISIT)
    codes = [problem.code for problem in desk.visits.register(visit)]
    assert codes == [ProblemCode.TOO_MANY_REPRESENTATIVES]
    assert len(desk.visits.load(visit.number).visitors) == 6


def test_a_retry_after_a_failure_numbers_its_matters_anew(desk: Desk) -> None:
    visit = a_visit()
    visit.number, visit.matters[0].number = "QHJD-L-2026-0007-X", "QHJD-L-2026-0007-X-1"
    desk.visits.register(visit)
    assert visit.matters[0].number == f"{visit.number}-1"
