"""People suggested while the clerk types: who came last stands first."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.people import CAUGHT_UP, People
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.visit import Visit
from tests.builders import NOON, STATION_UID, a_visit, a_visitor
from tests.joined import join


def came(desk: Desk, name: str, phone: str, days_ago: int = 0, **changes: object) -> Visit:
    visit = a_visit(
        a_visitor(name, phone=phone, **changes), received_at=NOON - timedelta(days=days_ago)
    )
    desk.visits.register(visit)
    return visit


def suggested(desk: Desk, typed: str) -> list[tuple[str, int, date | None]]:
    return [
        (known.person.name, known.visits, known.last_visit) for known in desk.people.suggest(typed)
    ]


def names(desk: Desk, typed: str) -> list[str]:
    return [name for name, _, _ in suggested(desk, typed)]


def test_who_registered_today_is_suggested_with_his_visits(desk: Desk) -> None:
    came(desk, "李桂芳", "13800001234", days_ago=9)
    came(desk, "李桂芳", "13800001234", days_ago=2)
    came(desk, "赵大伟", "13800005678")

    for typed in ("李", "lgf", "l'g'f", "liguifang", "1234", "李 138"):
        assert suggested(desk, typed) == [("李桂芳", 2, date(2026, 11, 18))]
    assert desk.people.suggest("") == []
    assert desk.people.suggest("无此人") == []


def test_who_came_last_stands_first_however_long_he_is_known(desk: Desk) -> None:
    came(desk, "李桂芳", "13800000001", days_ago=30)
    came(desk, "李强", "13800000002", days_ago=3)
    came(desk, "李明", "13800000003", days_ago=8)
    assert names(desk, "李") == ["李强", "李明", "李桂芳"]

    came(desk, "李桂芳", "13800000001")
    assert names(desk, "李") == ["李桂芳", "李强", "李明"]
    assert names(desk, "138") == ["李桂芳", "李强", "李明"]
    assert [known.person.name for known in desk.people.suggest("李", limit=1)] == ["李桂芳"]


def test_a_withdrawn_visit_does_not_count_but_the_person_stays_known(desk: Desk) -> None:
    visit = came(desk, "李桂芳", "13800001234")
    desk.visits.withdraw(visit, "登记重复")

    assert suggested(desk, "lgf") == [("李桂芳", 0, None)]


def test_what_a_visitor_says_of_himself_is_what_he_is_found_by(desk: Desk) -> None:
    visit = came(desk, "李桂芳", "13800001234")
    [known] = desk.people.suggest("lgf")
    again = a_visit(a_visitor("李贵芳", phone="13800005678", person_uid=known.person.uid))
    desk.visits.register(again)
    assert (names(desk, "5678"), names(desk, "桂"), names(desk, "1234")) == (["李贵芳"], [], [])

    person = desk.people.correct(
        desk.people.suggest("5678")[0].person, {"id_no": "99999919500101123X"}
    )
    assert names(desk, "123x") == ["李贵芳"]
    assert person.uid == visit.visitors[0].person_uid


def fill(desk: Desk, count: int) -> None:
    """Put people into the file as a package or an import would: many in one act."""
    statement = text(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)"
        " INSERT INTO person (uid, station_uid, owner, name, phone, address, birth_ym, id_no,"
        " occupation, constituency) SELECT randomblob(16), :station, 'station', '王小' || i, '',"
        " '', '', '', '', '' FROM n"
    )
    with desk._store.act(desk.user, Action.CORRECT_PERSON) as session:
        session.execute(statement, {"count": count, "station": STATION_UID.bytes})


def test_the_index_catches_up_in_small_acts_and_says_how_far_it_is(desk: Desk) -> None:
    fill(desk, 850)
    assert not desk.people.is_indexed()
    told: list[tuple[int, int]] = []

    desk.people.rebuild_index(lambda done, missing: told.append((done, missing)))
    steps = [CAUGHT_UP, 2 * CAUGHT_UP, 3 * CAUGHT_UP, 850]  # the last few go with the act's end
    assert told == [(done, 850) for done in steps]
    assert desk.people.is_indexed()
    with desk._store.read() as session:
        assert session.scalar(text("SELECT count(DISTINCT segid) FROM finding_idx")) == 1
    assert names(desk, "王小 wx") != []
    assert len(desk.people.suggest("wx", limit=99)) == 99


def test_nothing_is_done_where_nothing_is_missing(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    desk.people.rebuild_index(lambda done, missing: told.append((done, missing)))
    assert told == []


@pytest.mark.parametrize(
    "harm",
    [
        "DROP TABLE finding",
        "INSERT INTO finding (finding) VALUES ('delete-all')",
    ],
)
def test_an_index_that_was_lost_is_made_anew(desk: Desk, harm: str) -> None:
    came(desk, "李桂芳", "13800001234")
    with desk._store.act(desk.user, Action.KEEP_INDEX) as session:
        session.execute(text(harm))
    assert names(desk, "lgf") == []
    assert not desk.people.is_indexed()

    desk.people.rebuild_index()
    assert names(desk, "lgf") == ["李桂芳"]
    assert desk.people.is_indexed()


def test_the_county_finds_whom_its_stations_sent(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    came(desk, "李桂芳", "13800001234", id_no="99999919500101123X")
    county.receiving.receive(desk.exchange.export(tmp_path).file)

    people = People(county._store, county.user)
    assert people.is_indexed()
    assert [known.person.name for known in people.suggest("lgf")] == ["李桂芳"]
    assert people.suggest("123x") == []
