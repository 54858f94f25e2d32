"""来访登记簿: what is found, in which order, and who reads which names."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.ledgers import LedgerDesk
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import Overtaken
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.ledgers import VISITS, VisitRow
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User, UserRole
from liaison_desktop.model.visit import Receiver, Visit, Visitor
from liaison_desktop.model.words import Channel, GuidedTo, Handling, Role
from tests.builders import NOON, STATION_UID, a_matter, a_visit, a_visitor

Visits = LedgerDesk[VisitRow]
INCOMPLETE, TO_SIGN, WITHDRAWN = ({name} for name in ("incomplete", "to_sign", "withdrawn"))


def ledgers_of(desk: Desk, *roles: Role) -> Visits:
    """Return the ledgers as one who has these roles reads them."""
    user = User(
        uid=new_uid(NOON),
        station_uid=STATION_UID,
        login="某人",
        roles=[UserRole(role=role, valid_from=date(2026, 1, 1)) for role in roles],
    )
    return LedgerDesk(VISITS, desk._store, user, desk.station)


@pytest.fixture
def ledgers(desk: Desk) -> Visits:
    return ledgers_of(desk, Role.CLERK)


def register(desk: Desk, *visits: Visit) -> list[Visit]:
    for visit in visits:
        desk.visits.register(visit)
    return list(visits)


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=SHANGHAI)


def cell(ledgers: Visits, visit: Visit, name: str) -> str:
    place = [column.name for column in VISITS.columns].index(name)
    return ledgers.rows([visit.id])[0][place]


def found(ledgers: Visits, **chosen: object) -> set[int]:
    return set(ledgers.find_ids(Chosen(**chosen)))  # type: ignore[arg-type]  # by name


def ids(visits: Iterable[Visit]) -> list[int]:
    return [visit.id for visit in visits]


def test_a_row_says_what_the_register_says(desk: Desk, ledgers: Visits) -> None:
    visit = a_visit(
        a_visitor("李桂芳"),
        a_visitor("欧阳明", phone="0573-1234"),
        headcount=12,
        received_at=at(3, 14),
        receivers=[Receiver(name="王建国"), Receiver(name="赵强")],
    )
    register(desk, visit)

    [row] = ledgers.rows(ledgers.find_ids())

    assert dict(zip((column.name for column in VISITS.columns), row, strict=True)) == {
        "number": "QHJD-L-2026-0001-" + visit.number[-1],
        "received_at": "2026-11-03",
        "time": "14:00",
        "channel": "来访",
        "name": "李桂芳、欧阳明",
        "phone": "138****1234、*******34",
        "headcount": "12",
        "title": "路灯不亮",
        "category": "城建环资",
        "handling": "待办理",
        "state": "已登记",
        "receivers": "王建国、赵强",
    }


def test_every_matter_stands_in_the_row_of_its_visit_but_one_withdrawn(
    desk: Desk, ledgers: Visits
) -> None:
    guided = a_matter("欠薪", handling=Handling.GUIDED, guided_to=GuidedTo.ARBITRATION)
    visit = a_visit(matters=[a_matter("路灯不亮"), guided])
    register(desk, visit)

    assert cell(ledgers, visit, "title") == "路灯不亮；欠薪"
    assert cell(ledgers, visit, "category") == "城建环资"
    assert cell(ledgers, visit, "handling") == "待办理、仲裁机构"
    with desk._store.act(desk.user, Action.CORRECT_MATTER) as session:
        gone = session.get_one(Matter, visit.matters[0].id)
        gone.withdrawn_at, gone.withdrawn_reason = NOON, "记错"
    assert cell(ledgers, visit, "title") == "欠薪"
    assert found(ledgers, words={"handling": Handling.TO_HANDLE}) == set()


def test_a_list_that_nobody_waits_for_is_given_up_and_the_desk_works_on(
    desk: Desk, ledgers: Visits
) -> None:
    register(desk, *(a_visit(a_visitor("李桂芳")) for _ in range(60)))
    asked: list[None] = []

    def is_wanted() -> bool:
        asked.append(None)
        return len(asked) < 2

    with pytest.raises(Overtaken):
        ledgers.find_ids(Chosen(text="李桂芳"), is_wanted=is_wanted)

    assert len(asked) == 2
    assert len(ledgers.find_ids(Chosen(text="李桂芳"), is_wanted=lambda: True)) == 60
    register(desk, a_visit(a_visitor("李桂芳")))
    assert len(found(ledgers, text="李桂芳")) == 61
    assert len(asked) == 2


def test_newest_first_and_what_is_equal_as_it_was_registered(desk: Desk, ledgers: Visits) -> None:
    first, second, old = register(
        desk, a_visit(), a_visit(), a_visit(received_at=NOON - timedelta(days=1))
    )

    assert list(ledgers.find_ids()) == ids([second, first, old])
    assert list(ledgers.find_ids(order=("received_at", False))) == ids([old, first, second])


@pytest.mark.parametrize("order", list(VISITS.sortable))
def test_every_column_that_sorts_sorts_both_ways(desk: Desk, ledgers: Visits, order: str) -> None:
    low, high = register(
        desk,
        a_visit(channel=Channel.CALL, headcount=2, received_at=at(1)),
        a_visit(channel=Channel.VISIT, headcount=10, received_at=at(2)),
    )

    assert list(ledgers.find_ids(order=(order, False))) == ids([low, high])
    assert list(ledgers.find_ids(order=(order, True))) == ids([high, low])


def test_rows_come_in_the_order_asked_for(desk: Desk, ledgers: Visits) -> None:
    visits = register(desk, a_visit(), a_visit(), a_visit())
    wanted = [visits[2], visits[0], visits[1]]

    assert [row[0] for row in ledgers.rows(ids(wanted))] == [visit.number for visit in wanted]
    assert ledgers.rows([]) == []


def test_days_are_those_of_the_desk_and_both_ends_are_included(desk: Desk, ledgers: Visits) -> None:
    before, first, last, after = register(
        desk,
        a_visit(received_at=at(1, 0) - timedelta(milliseconds=1)),
        a_visit(received_at=at(1, 0)),
        a_visit(received_at=at(3, 0) - timedelta(milliseconds=1)),
        a_visit(received_at=at(3, 0)),
    )

    assert found(ledgers, since=date(2026, 11, 1), until=date(2026, 11, 2)) == {first.id, last.id}
    assert found(ledgers, until=date(2026, 10, 31)) == {before.id}
    assert found(ledgers, since=date(2026, 11, 3)) == {after.id}


def test_each_choice_leaves_out_what_it_says(desk: Desk, ledgers: Visits) -> None:
    call, guided, lacking = register(
        desk,
        a_visit(channel=Channel.CALL),
        a_visit(matters=[a_matter(), a_matter(handling=Handling.GUIDED, guided_to=GuidedTo.COURT)]),
        a_visit(a_visitor(phone="")),
    )
    gone = desk.visits.withdraw(register(desk, a_visit())[0], "登记重复")
    every = {call.id, guided.id, lacking.id}

    assert found(ledgers) == every
    assert found(ledgers, words={"channel": Channel.CALL}) == {call.id}
    assert found(ledgers, words={"handling": Handling.GUIDED}) == {guided.id}
    assert found(ledgers, ticks=INCOMPLETE) == {lacking.id}
    assert found(ledgers, ticks=WITHDRAWN) == every | {gone.id}
    assert found(ledgers, words={"channel": Channel.CALL}, ticks=INCOMPLETE) == set()


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("桂芳", True),
        ("00001234", True),
        ("L-2026-0001", True),
        ("路灯", True),
        ("桂芳 路灯", True),
        ("桂芳 井盖", False),
        ("%", False),
        ("_", False),
        ("  ", True),
        ("lgf", True),
        ("guif 路灯", True),
        ("和平社区3栋", True),
        ("三个月", True),
        ("lgx", False),
        ("桂芳 两个月", False),
    ],
)
def test_every_word_must_stand_somewhere(
    desk: Desk, ledgers: Visits, text: str, is_found: bool
) -> None:
    register(desk, a_visit())

    assert bool(found(ledgers, text=text)) is is_found
    assert ledgers.total(Chosen(text=text)) == int(is_found)


def test_the_state_says_what_is_withdrawn_and_what_is_incomplete(
    desk: Desk, ledgers: Visits
) -> None:
    whole, lacking, gone = register(
        desk, a_visit(), a_visit(matters=[a_matter(category="")]), a_visit()
    )
    desk.visits.withdraw(gone, "登记重复")

    assert cell(ledgers, whole, "state") == "已登记"
    assert cell(ledgers, lacking, "state") == "已登记、待补"
    assert cell(ledgers, gone, "state") == "已撤回"


@pytest.mark.parametrize("role", list(Role))
def test_names_are_whole_for_who_works_with_them_and_phones_for_nobody(
    desk: Desk, role: Role
) -> None:
    [visit] = register(desk, a_visit(a_visitor("李桂芳"), Visitor(is_anonymous=True)))
    ledgers = ledgers_of(desk, role)

    is_whole = role in {Role.CLERK, Role.HEAD, Role.REVIEWER}
    assert cell(ledgers, visit, "name") == ("李桂芳、匿名" if is_whole else "李**、匿名")
    assert cell(ledgers, visit, "phone") == "138****1234"


@pytest.mark.parametrize("text", ["桂芳", "13800001234", "lgf", "和平社区"])
def test_who_does_not_read_a_name_does_not_find_by_it(desk: Desk, text: str) -> None:
    register(desk, a_visit())

    assert found(ledgers_of(desk, Role.AUDITOR), text=text) == set()
    assert len(found(ledgers_of(desk, Role.AUDITOR), text="路灯")) == 1


def test_a_character_that_turns_the_direction_is_shown_as_a_mark(
    desk: Desk, ledgers: Visits
) -> None:
    [visit] = register(desk, a_visit(matters=[a_matter("路灯\u202e不亮")]))

    assert cell(ledgers, visit, "title") == "路灯⟦RLO⟧不亮"


def test_words_of_the_house_are_said_in_the_language_of_the_screen(
    desk: Desk, ledgers: Visits
) -> None:
    register(desk, a_visit(a_visitor("来访")))  # a person may have such a name

    [row] = ledgers.rows(ledgers.find_ids(), say=lambda word: f"<{word}>")

    assert "<来访>" in row
    assert "来访" in row
    assert "2026-11-20" in row


def test_a_later_change_of_roles_is_seen_at_the_next_page(desk: Desk) -> None:
    [visit] = register(desk, a_visit())
    ledgers = ledgers_of(desk, Role.CLERK)
    ledgers._user.roles[0].valid_to = date(2026, 11, 19)

    assert cell(ledgers, visit, "name") == "李**"


def test_what_waits_for_the_head_is_found_until_he_has_said_his_opinion(
    desk: Desk, ledgers: Visits
) -> None:
    waits, answered, lacking, withdrawn = register(
        desk,
        a_visit(),
        a_visit(matters=[a_matter(handling=Handling.ANSWERED_ON_SITE, onsite_reply="已答复")]),
        a_visit(matters=[a_matter(statement="")]),
        a_visit(),
    )
    desk.visits.withdraw(withdrawn, "重复登记")

    assert found(ledgers, ticks=TO_SIGN) == {waits.id}
    assert found(ledgers, ticks=TO_SIGN, text="没有的") == set()

    desk.visits.correct_matter(waits.matters[0], {"head_opinion": "请城建办办理。"})
    assert found(ledgers, ticks=TO_SIGN) == set()
    assert {answered.id, lacking.id} <= set(ledgers.find_ids())
