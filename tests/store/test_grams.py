"""The index knows of every change in the act that makes it, whatever statement did it."""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.fields import Reach
from liaison_desktop.model.finding import Found
from liaison_desktop.model.person import Person
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.store.acts import applying
from liaison_desktop.store.bodies import PlainRecord, apply_records
from liaison_desktop.store.copies import faults_of
from liaison_desktop.store.driver import open_file, open_to_read
from liaison_desktop.store.gram_keys import Words, ask
from liaison_desktop.store.grams import (
    MOST_IN_AN_ACT,
    begin_anew,
    catch_up,
    count_due,
    find_keys,
    is_indexed,
    merge,
)
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.store import Store
from tests.builders import NOON, STATION_UID
from tests.store.a_home import DATA_KEY

KEY = file_key(DATA_KEY)


def a_person(name: str = "李桂芳", phone: str = "13800001234", **changes: str) -> Person:
    return Person(uid=new_uid(NOON), station_uid=STATION_UID, name=name, phone=phone, **changes)


def save(store: Store, user: User, *people: Person) -> None:
    with store.act(user, Action.CORRECT_PERSON) as session:
        session.add_all(people)


def found(store: Store, typed: str) -> list[str]:
    with store.read() as session:
        keys = find_keys(session, Found.PERSON, ask(typed), 250)
        names = {key: name for key, name in session.execute(select(Person.id, Person.name))}
    return [names[key] for key in keys]


def due(store: Store) -> int:
    with store.read() as session:
        return count_due(session)


def is_whole(store: Store) -> bool:
    with store.read() as session:
        return is_indexed(session)


def in_the_index(store: Store, typed: str) -> int:
    """Return how many documents the table itself gives, due or not."""
    with closing(open_to_read(store.home.database, KEY)) as raw:
        query = "SELECT count(*) FROM finding WHERE finding MATCH ?"
        return int(
            raw.execute(query, (ask(typed).expression("p", ["names", "phones"]),)).fetchone()[0]
        )


def test_a_new_home_is_indexed_and_knows_nobody(store: Store) -> None:
    assert is_whole(store)
    assert found(store, "李") == []


def by_orm(session: Session) -> None:
    session.scalars(select(Person)).one().name = "赵大伟"


CHANGES: dict[str, Callable[[Session], object]] = {
    "the orm": by_orm,
    "core": lambda session: session.execute(update(Person).values(name="赵大伟")),
    "raw sql": lambda session: session.execute(text("UPDATE person SET name = '赵大伟'")),
    "two statements": lambda session: [
        session.execute(update(Person).values(name=name, phone="1")) for name in ("某", "赵大伟")
    ],
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_in_the_index_when_it_is_in_the_record(
    store: Store, clerk: User, name: str
) -> None:
    save(store, clerk, a_person())
    assert (found(store, "lgf"), in_the_index(store, "李")) == (["李桂芳"], 1)

    with store.act(clerk, Action.CORRECT_PERSON) as session:
        CHANGES[name](session)
    assert (found(store, "zdw"), found(store, "李")) == (["赵大伟"], [])
    assert (in_the_index(store, "赵"), in_the_index(store, "李")) == (1, 0)
    assert is_whole(store)


def fail_after_changes(session: Session) -> None:
    session.execute(update(Person).values(name="赵大伟"))
    session.add(a_person("王小明"))
    session.flush()
    session.execute(text("UPDATE person SET uid = x'00'"))


def test_what_fails_leaves_the_index_as_it_was(store: Store, clerk: User) -> None:
    save(store, clerk, a_person())
    act = store.act(clerk, Action.CORRECT_PERSON)
    with pytest.raises(IntegrityError), act as session:
        fail_after_changes(session)
    assert (in_the_index(store, "李"), in_the_index(store, "赵"), due(store)) == (1, 0, 0)


def test_a_change_outside_every_act_is_found_and_taken_up_by_the_next(
    store: Store, clerk: User
) -> None:
    save(store, clerk, a_person())
    with closing(open_file(store.home.database, KEY)) as raw:
        raw.execute("UPDATE person SET name = '赵大伟'")
    assert (is_whole(store), due(store)) == (False, 1)
    assert (found(store, "赵"), found(store, "zdw"), found(store, "李")) == (
        ["赵大伟"],
        ["赵大伟"],
        [],
    )

    save(store, clerk)
    assert (is_whole(store), in_the_index(store, "赵"), in_the_index(store, "李")) == (True, 1, 0)


def test_a_change_of_what_is_not_looked_for_leaves_the_index_alone(
    store: Store, clerk: User
) -> None:
    save(store, clerk, a_person())
    with closing(open_file(store.home.database, KEY)) as raw:
        raw.execute("UPDATE person SET occupation = '石桥村', name = name")
    assert due(store) == 0


def test_who_is_withdrawn_is_not_found(store: Store, clerk: User) -> None:
    save(store, clerk, a_person(), a_person("李强"))
    with store.act(clerk, Action.CORRECT_PERSON) as session:
        withdrawn: dict[str, datetime] = {"withdrawn_at": NOON}
        session.execute(update(Person).where(Person.name == "李强").values(**withdrawn))
    assert found(store, "李") == ["李桂芳"]
    assert is_whole(store)


def test_the_latest_known_come_first_and_never_more_than_asked(store: Store, clerk: User) -> None:
    save(store, clerk, *(a_person(f"李{n}") for n in "甲乙丙丁"))
    assert found(store, "李") == ["李丁", "李丙", "李乙", "李甲"]
    with store.read() as session:
        assert find_keys(session, Found.PERSON, ask("李"), 2) == [4, 3]


def test_what_is_typed_of_marks_alone_finds_nobody(store: Store, clerk: User) -> None:
    save(store, clerk, a_person())
    for typed in ("", " ", "'", '"', "*"):
        assert found(store, typed) == []


def test_the_index_finds_whom_the_grams_say(store: Store, clerk: User) -> None:
    chance = random.Random(7)  # noqa: S311 - invented people
    people = [
        a_person(
            "".join(chance.choices("李王单曾区桂芳建国雄信", k=chance.randint(1, 6))),
            f"138{chance.randrange(10**4):04d}",
            id_no=chance.choice(("", f"999999{chance.randrange(10**5):05d}X")),
        )
        for _ in range(120)
    ]
    borne = [
        (person.name, Words(names=[person.name], phones=[person.phone], ids=[person.id_no]))
        for person in people
    ]
    save(store, clerk, *people)
    for typed in (
        "李",
        "桂芳",
        "l",
        "lg",
        "shan",
        "1",
        "138",
        "1380",
        "90X",
        "芳 13",
        "李g 38",
        "李王单曾区",
    ):
        named = [name for name, words in borne if ask(typed).fits(words)]
        assert sorted(found(store, typed)) == sorted(named)


def test_no_gram_of_a_former_name_is_left_in_the_file(store: Store, clerk: User) -> None:
    save(store, clerk, a_person("赵大伟"), a_person("李桂芳", id_no="99999919500101123X"))
    assert [held(store, piece) for piece in ("芳", "123x", "明")] == [True, True, False]
    with store.act(clerk, Action.CORRECT_PERSON) as session:
        person = session.scalars(select(Person).where(Person.name == "李桂芳")).one()
        person.name, person.id_no = "王小明", ""
    assert [held(store, piece) for piece in ("芳", "123x", "明")] == [False, False, True]


def held(store: Store, piece: str) -> bool:
    """Return whether a piece of a gram stands anywhere in the index, found by a query or not."""
    with closing(open_to_read(store.home.database, KEY)) as raw:
        blocks = raw.execute("SELECT block FROM finding_data").fetchall()
    return any(piece.encode() in block for (block,) in blocks)


# what is more than one act takes up


def received(count: int, **changes: object) -> list[PlainRecord]:
    first = PlainRecord(
        kind="person",
        uid=new_uid(NOON),
        station_uid=STATION_UID,
        owner=a_person().owner,
        incarnation=1,
        rev=1,
        changed_at=NOON,
        withdrawn_at=None,
        withdrawn_reason="",
        body={
            "name": "李桂芳",
            "sex": None,
            "phone": "",
            "address": "",
            "visitor_kind": None,
            "constituency": "",
        },
    )
    return [replace(first, uid=new_uid(NOON), **changes) for _ in range(count)]  # type: ignore[arg-type]  # by name


def receive(store: Store, user: User, records: list[PlainRecord]) -> None:
    with store.act(user, Action.CORRECT_PERSON) as session, applying(session):
        apply_records(session, records, Reach.COUNTY)


def test_a_small_package_is_in_the_index_at_once(store: Store, clerk: User) -> None:
    records = received(3)
    receive(store, clerk, records)
    assert (is_whole(store), in_the_index(store, "李")) == (True, 3)

    newer = replace(records[0], rev=2, body=records[0].body | {"name": "赵大伟"})
    receive(store, clerk, [newer])
    assert (found(store, "zdw"), in_the_index(store, "李")) == (["赵大伟"], 2)


def test_a_large_package_is_taken_up_in_the_background_and_is_found_meanwhile(
    store: Store, clerk: User
) -> None:
    receive(store, clerk, received(MOST_IN_AN_ACT + 50))
    assert (is_whole(store), due(store)) == (False, MOST_IN_AN_ACT + 50)
    assert len(found(store, "lgf")) == MOST_IN_AN_ACT + 50
    save(store, clerk, a_person("赵大伟"))
    assert found(store, "zdw") == ["赵大伟"]

    left = []
    while not left or left[-1]:
        with store.act(clerk, Action.KEEP_INDEX, audited=False) as session:
            catch_up(session, 40)
            left.append(count_due(session))
    assert left == [MOST_IN_AN_ACT + 11, MOST_IN_AN_ACT - 29, 0]  # the act's end took the rest
    assert (is_whole(store), in_the_index(store, "李")) == (True, MOST_IN_AN_ACT + 50)


def parts(store: Store) -> int:
    with store.read() as session:
        return session.scalar(text("SELECT count(DISTINCT segid) FROM finding_idx")) or 0


def test_what_was_taken_up_bit_by_bit_is_put_together_and_found_as_before(
    store: Store, clerk: User
) -> None:
    for given in "甲乙丙":
        save(store, clerk, *(a_person(f"李{given}{n}") for n in range(40)))
    before = parts(store), found(store, "李"), found(store, "丙")
    begins, is_more = True, True
    while is_more:
        with store.act(clerk, Action.KEEP_INDEX, audited=False) as session:
            is_more = merge(session, begins=begins)
        begins = False
    assert before[0] > 1
    assert (parts(store), found(store, "李"), found(store, "丙")) == (1, *before[1:])
    save(store, clerk, a_person("李丁"))
    assert (found(store, "丁"), is_whole(store)) == (["李丁"], True)
    assert faults_of(store.home.database, KEY) == []


# an index that is not there, or not whole


def test_a_home_without_its_index_saves_and_makes_it_anew(store: Store, clerk: User) -> None:
    save(store, clerk, a_person())
    with closing(open_file(store.home.database, KEY)) as raw:
        raw.execute("DROP TABLE finding")
    assert not is_whole(store)
    save(store, clerk, a_person("赵大伟"))
    assert (due(store), found(store, "赵")) == (1, ["赵大伟"])

    with store.act(clerk, Action.KEEP_INDEX, audited=False) as session:
        catch_up(session, 10)
    assert due(store) == 0
    assert (is_whole(store), found(store, "lgf"), found(store, "zdw")) == (
        True,
        ["李桂芳"],
        ["赵大伟"],
    )


def test_an_index_of_another_edition_is_not_whole(store: Store, clerk: User) -> None:
    save(store, clerk, a_person())
    with closing(open_file(store.home.database, KEY)) as raw:
        raw.execute("DROP TABLE finding")
        raw.execute("CREATE VIRTUAL TABLE finding USING fts5(grams_0, content='')")
    assert not is_whole(store)
    with store.act(clerk, Action.KEEP_INDEX, audited=False) as session:
        begin_anew(session)
        catch_up(session, 10)
    assert is_whole(store)


def test_an_index_that_lacks_somebody_is_not_whole(store: Store, clerk: User) -> None:
    save(store, clerk, a_person(), a_person("赵大伟"))
    with closing(open_file(store.home.database, KEY)) as raw:
        raw.execute("INSERT INTO finding (finding) VALUES ('delete-all')")
    assert not is_whole(store)


def test_a_home_with_people_in_its_index_passes_every_check_of_the_file(
    home: Home, store: Store, clerk: User
) -> None:
    save(store, clerk, *(a_person(f"李{n}") for n in "甲乙丙丁"))
    save(store, clerk)
    store.close()
    assert faults_of(home.database, KEY) == []
