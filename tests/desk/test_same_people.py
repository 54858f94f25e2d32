"""The same person known again: by rules, taken together, and parted again without a loss."""

from collections.abc import Iterator

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.person_facts import facts_of
from liaison_desktop.desk.same_people import GONE, KEPT
from liaison_desktop.model.faults import NotFound, Refused, StaleRecord
from liaison_desktop.model.person import Person
from liaison_desktop.model.same_person import Reason, alike
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Sex
from liaison_desktop.store.driver import open_file
from liaison_desktop.store.homes import file_key
from tests.builders import NOON, STATION_UID, a_visit, a_visitor


def someone(name: str, **known: object) -> Person:
    return Person(uid=new_uid(NOON), station_uid=STATION_UID, name=name, **known)  # type: ignore[arg-type]  # by name


PHONE = {"phone": "13800001234"}
BORN = {"birth_ym": "1962-03"}
PLACE = {"address": "和平社区3栋"}


@pytest.mark.parametrize(
    ("one", "other", "known", "reason"),
    [
        ("李桂芳", "李桂芳", PHONE, Reason.SAME_NAME),
        ("李桂芳", "李桂芳", PLACE, Reason.SAME_NAME),
        ("王喆", "王哲", PHONE, Reason.VARIANT),
        ("陈堃", "陈坤", BORN, Reason.VARIANT),
        ("赵昇", "赵升", PHONE, Reason.VARIANT),
        ("李桂芳", "李贵芳", PHONE, Reason.HOMOPHONE),
        ("李桂芳", "李芳", PHONE, Reason.MISSING),
        ("欧阳明", "歐阳明", PHONE, None),
        ("欧阳明亮", "欧阳明", PHONE, Reason.MISSING),
        ("李䶮", "李YAN", PHONE, Reason.HOMOPHONE),
        ("LI GUIFANG", "李桂芳", PHONE, Reason.HOMOPHONE),
        ("李姞", "李女+吉", PHONE, Reason.SAME_NAME),
        ("李姞", "李女吉", PHONE, Reason.SAME_NAME),
        ("李\ue863", "李\u4dae", PHONE, Reason.SAME_NAME),
        ("李桂芳", "王桂芳", PHONE, None),
        ("李桂芳", "黎桂芳", PHONE, None),
        ("李桂芳", "李桂芳", {}, None),
        ("李桂芳", "李建国", PHONE, None),
        ("李桂芳", "李贵芳", PLACE, None),
    ],
)
def test_two_are_one_by_their_names_and_what_else_agrees(
    one: str, other: str, known: dict[str, object], reason: Reason | None
):
    likeness = alike(facts_of(someone(one, **known)), facts_of(someone(other, **known)))

    assert (likeness.reasons[0] if likeness else None) == reason


@pytest.mark.parametrize(
    "differs",
    [
        {"birth_ym": "1985-01"},
        {"id_no": "99999919850101123X"},
        {"sex": Sex.MALE, "phone": "13800005678"},
    ],
)
def test_what_contradicts_parts_them(differs: dict[str, object]):
    known = {"birth_ym": "1962-03", "id_no": "99999919620315123X", "sex": Sex.FEMALE}
    one = facts_of(
        someone(
            "李桂芳",
            phone="13800001234",
            **{name: known[name] for name in differs if name in known},
        )
    )

    assert alike(one, facts_of(someone("李桂芳", **({"phone": "13800001234"} | differs)))) is None


@pytest.fixture
def two(desk: Desk) -> tuple[Person, Person]:
    """李桂芳 and 李贵芳 with one phone, each with two visits; the second one has an address."""
    for name, address in (("李桂芳", ""), ("李贵芳", "和平社区3栋")):
        for _ in range(2):
            desk.visits.register(a_visit(a_visitor(name, address=address, birth_ym="")))
    first, second = sorted(desk.people.find(""), key=lambda person: person.id)
    return first, second


OF_THE_ACT = {"rev", "changed_at", "act"}
"""Columns that say that a record was changed, and by which act."""


def dump(desk: Desk) -> list[tuple[object, ...]]:
    """Return every row of people and visits, but for what says when and how often they changed."""
    raw = open_file(desk._store.home.database, file_key(desk._store.data_key))
    found: list[tuple[object, ...]] = []
    for table in ("person", "visit", "visitor", "matter", "receiver"):
        columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
        kept = ", ".join(name for name in columns if name not in OF_THE_ACT)
        found += [(table, *row) for row in raw.execute(f"SELECT {kept} FROM {table} ORDER BY id")]  # noqa: S608 - names of our own
    raw.close()
    return found


def test_who_is_typed_is_known_again_while_he_is_typed(desk: Desk, two: tuple[Person, Person]):
    typed = someone("李贵方", phone="13800001234")

    found = desk.same_people.likely(typed)

    assert {one.person.name for one in found} == {"李桂芳", "李贵芳"}
    assert found[0].likeness.reasons == (Reason.HOMOPHONE, Reason.PHONE)
    assert desk.same_people.likely(someone("王建国", phone="13800001234")) == []


def test_the_scan_lists_the_pair_until_it_is_said_to_be_two(desk: Desk, two: tuple[Person, Person]):
    [pair] = desk.same_people.pairs()
    assert (pair.first.uid, pair.second.uid) == (two[0].uid, two[1].uid)

    desk.same_people.say_not_same(two[1].uid, two[0].uid)
    desk.same_people.say_not_same(two[0].uid, two[1].uid)

    assert desk.same_people.pairs() == []
    assert two[1].uid not in {one.person.uid for one in desk.same_people.likely(two[0])}


def test_a_merge_keeps_one_with_every_visit_and_what_the_other_knew(
    desk: Desk, two: tuple[Person, Person]
):
    kept = desk.same_people.merge(*two, {"name": KEPT})

    assert (kept.name, kept.address) == ("李桂芳", "和平社区3栋")
    assert [known.visits for known in desk.people.suggest("李桂芳")] == [4]
    assert [person.name for person in desk.people.find("芳")] == ["李桂芳"]
    assert [person.uid for person in desk.same_people.merged_into(kept.uid)] == [two[1].uid]
    assert desk.same_people.pairs() == []


def test_the_words_of_the_visits_stay_as_they_were(desk: Desk, two: tuple[Person, Person]):
    desk.same_people.merge(*two, {})

    names = [visit.visitors[0].name for visit in desk.visits.find()]
    assert sorted(names) == ["李桂芳", "李桂芳", "李贵芳", "李贵芳"]


@pytest.mark.parametrize("choices", [{}, {"name": GONE, "phone": KEPT}])
def test_what_was_merged_is_parted_again_without_a_loss(
    desk: Desk, two: tuple[Person, Person], choices: dict[str, str]
):
    before = dump(desk)
    desk.same_people.merge(*two, choices)
    assert dump(desk) != before

    kept, gone = desk.same_people.unmerge(two[1].uid)

    assert dump(desk) == before
    assert (kept.name, gone.name, gone.withdrawn_at) == ("李桂芳", "李贵芳", None)
    with pytest.raises(NotFound):
        desk.same_people.unmerge(two[1].uid)


def test_what_was_corrected_since_the_merge_stays(desk: Desk, two: tuple[Person, Person]):
    kept = desk.same_people.merge(*two, {})
    desk.people.correct(kept, {"address": "胜利村12号"})
    desk.visits.register(a_visit(a_visitor("李桂芳", address="")))

    again, gone = desk.same_people.unmerge(two[1].uid)

    assert (again.address, gone.address) == ("胜利村12号", "和平社区3栋")
    assert [known.visits for known in desk.people.suggest("李桂芳")] == [3]


def test_a_merge_of_what_changed_since_or_of_one_is_refused(desk: Desk, two: tuple[Person, Person]):
    desk.people.correct(two[0], {"address": "胜利村12号"})
    with pytest.raises(StaleRecord):
        desk.same_people.merge(*two, {})
    with pytest.raises(Refused):
        desk.same_people.merge(two[1], two[1], {})


SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗"
RARE = "䶮姞喆堃犇垚翀玥珺淏"
PARTS = dict(
    zip(
        RARE,
        ["龙天", "女吉", "吉吉", "方方土", "牛牛牛", "土土土", "羽中", "王月", "王君", "水昊"],
        strict=True,
    )
)
READ = dict(
    zip(RARE, ["YAN", "JI", "ZHE", "KUN", "BEN", "YAO", "CHONG", "YUE", "JUN", "HAO"], strict=True)
)


def spelled_four_ways() -> Iterator[list[str]]:
    """Yield 200 names, each as on the card, taken apart, with a mark, and by its reading."""
    for surname in SURNAMES:
        for rare in RARE:
            parts = PARTS[rare]
            yield [
                surname + rare,
                surname + parts,
                f"{surname}{parts[0]}+{parts[1:]}",
                surname + READ[rare],
            ]


def test_two_hundred_names_in_four_spellings_are_two_hundred_people():
    people = [
        [facts_of(someone(name, phone=f"1380000{n:04}")) for name in names]
        for n, names in enumerate(spelled_four_ways())
    ]

    assert len(people) == 200
    assert all(alike(one[0], other) for one in people for other in one)
    flat = [(n, facts) for n, spelled in enumerate(people) for facts in spelled]
    assert not [1 for n, one in flat[:80] for m, other in flat if n != m and alike(one, other)]
