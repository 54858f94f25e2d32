"""A key while a name is typed → people suggested, at 100,000 people, beside the same query raw.

What is typed is cut from people who are there: characters of the name, readings, initials, pieces
of phones and ID numbers; one figure for each kind, and one for all of them mixed.
"""

import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle, tee
from pathlib import Path

from bench.harness import compare, show
from liaison_desktop.desk.people import LOOKED_AT, People
from liaison_desktop.model.finding import Found
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.gram_keys import ask
from liaison_desktop.store.homes import file_key
from liaison_desktop.store.pinyin import readings_of
from liaison_desktop.store.searched import SEARCHED
from liaison_desktop.store.store import Store
from tests.builders import NOON, STATION_UID
from tests.store.a_home import DATA_KEY, make_home, user_of

PEOPLE = 100_000
ROUNDS = 40
MIXED_ROUNDS = 300
MOST_MS_P95 = 8.0

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单仇区解查曾"
GIVEN = "桂芳建国秀英志强丽华晓东春梅海燕文博玉兰永明小红德福淑珍伟杰敏静军平刚勇艳涛超霞"
Bearer = tuple[str, str, str]

FLOOR = """
    SELECT p.id, p.name, count(v.id), max(v.received_on) FROM (
        SELECT rowid / 8 AS id FROM finding WHERE finding MATCH ? ORDER BY rowid DESC LIMIT ?
    ) g JOIN person p ON p.id = g.id
    LEFT JOIN visitor w ON w.person_uid = p.uid LEFT JOIN visit v ON v.id = w.visit_id
    GROUP BY p.id ORDER BY 4 DESC, 1 DESC LIMIT 8
"""


def fill(store: Store, raw: Connection, chance: random.Random) -> list[Bearer]:
    """Put people with a visit each, some with three, into the file, and index them."""
    bearers = [_bearer(chance, place) for place in range(PEOPLE)]
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(
        "INSERT INTO person (uid, station_uid, owner, name, phone, id_no, address, birth_ym,"
        " occupation, constituency) VALUES (?, ?, 'station', ?, ?, ?, '和平社区', '', '', '')",
        [(_uid(1, n), STATION_UID.bytes, *bearer) for n, bearer in enumerate(bearers)],
    )
    visits = [place for place in range(PEOPLE) for _ in range(1 if place % 10 else 3)]
    chance.shuffle(visits)
    raw.executemany(
        "INSERT INTO visit (uid, station_uid, owner, number, channel, received_at, received_on,"
        " registered_at, is_late_entry, place, headcount, may_publish_name, may_call_back,"
        " notice_version, recorder) VALUES (?, ?, 'station', ?, 'visit', ?,"
        " date('2016-01-01', ? || ' days'), 0, 0, '', 1, 0, 1, '', '')",
        [(_uid(2, n), STATION_UID.bytes, f"Q-{n}", n, n // 40) for n in range(len(visits))],
    )
    raw.executemany(
        "INSERT INTO visitor (visit_id, position, person_uid, name, is_anonymous, phone, address,"
        " birth_ym, id_no, occupation, constituency, guardian)"
        " VALUES (?, 0, ?, '', 1, '', '', '', '', '', '', '')",
        [(n + 1, _uid(1, place)) for n, place in enumerate(visits)],
    )
    raw.execute("COMMIT")
    clerk, left = user_of(store, "wang"), PEOPLE
    people = People(store, clerk)
    while left:
        left = people.catch_up(2000)
    return bearers


def _uid(kind: int, place: int) -> bytes:
    return bytes([kind]) + place.to_bytes(15, "big")


def _bearer(chance: random.Random, place: int) -> Bearer:
    given = "".join(chance.sample(GIVEN, chance.choice((1, 2, 2, 2))))
    id_no = f"999999{chance.randint(1930, 2010)}{chance.randint(1, 12):02d}{place % 10**6:06d}"
    has_id = place % 3 == 0
    return chance.choice(SURNAMES) + given, f"138{chance.randrange(10**8):08d}", id_no * has_id


def _reading(name: str) -> list[str]:
    return [readings[0] for readings in readings_of(name)]


KINDS: dict[str, Callable[[random.Random, Bearer], str]] = {
    "surname": lambda _, bearer: bearer[0][0],
    "name, 2 characters": lambda _, bearer: bearer[0][:2],
    "whole name": lambda _, bearer: bearer[0],
    "whole reading": lambda _, bearer: "".join(_reading(bearer[0])),
    "reading, 1-5 letters": lambda c, bearer: "".join(_reading(bearer[0]))[: c.randint(1, 5)],
    "initials": lambda _, bearer: "'".join(r[0] for r in _reading(bearer[0])),
    "phone begins": lambda c, bearer: bearer[1][: c.randint(1, 7)],
    "phone tail": lambda _, bearer: bearer[1][-4:],
    "whole phone": lambda _, bearer: bearer[1],
    "surname and tail": lambda _, bearer: f"{bearer[0][0]} {bearer[1][-4:]}",
    "ID tail": lambda _, bearer: bearer[2][-4:] or bearer[0],
    "nobody": lambda c, bearer: bearer[0] + c.choice("龘靐齉"),
}


def typed(chance: random.Random, bearers: Sequence[Bearer], *kinds: str) -> Iterator[str]:
    """Yield what is typed in each round, of one kind or of several in turn."""
    for kind in cycle(kinds):
        yield KINDS[kind](chance, chance.choice(bearers))


def _next(keys: Iterator[str], find: Callable[[str], object]) -> object:
    return find(next(keys))


def _floor(raw: Connection, expression: str) -> object:
    return raw.execute(FLOOR, (expression, LOOKED_AT)).fetchall()


def main() -> int:
    """Print the figures; 1 where a limit was not kept."""
    chance = random.Random(2026)  # noqa: S311 - invented people, not secrets
    figures = []
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        home = make_home(Path(folder) / "home")
        store = Store.open(home, DATA_KEY, lambda: NOON)
        raw = open_file(home.database, file_key(DATA_KEY))
        bearers = fill(store, raw, chance)
        people = People(store, user_of(store, "wang"))
        for name, kinds in {**{kind: (kind,) for kind in KINDS}, "all mixed": tuple(KINDS)}.items():
            keys, same_keys = tee(typed(chance, bearers, *kinds))
            one = SEARCHED[Found.PERSON]
            asked = (ask(key).expression(one.letter, one.fields) for key in same_keys)
            figure = compare(
                name,
                ours=partial(_next, keys, people.suggest),
                floor=partial(_next, asked, partial(_floor, raw)),
                rounds=ROUNDS if len(kinds) == 1 else MIXED_ROUNDS,
                most_ms_p95=MOST_MS_P95,
            )
            figures.append(figure)
        raw.close()
        store.close()
    return show(figures)


if __name__ == "__main__":
    sys.exit(main())
