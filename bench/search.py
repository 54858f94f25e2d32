"""A key in the search → what is found of every kind, beside the same query in raw SQL.

`python -m bench.search [VISITS [PEOPLE]]`: 20,000 visits of 6,000 people, or as many as are asked
for (a county's hub has 1,000,000 visits of 300,000 people); `[HOME]` for one filled and indexed
before. The file is encrypted. What is typed is
cut from records that are there, one figure for each kind of query; then the first query after the
file was opened, what the index adds to a save, and its size beside that of the tables.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import tee
from pathlib import Path

from sqlalchemy.orm import Session

from bench.harness import Figure, compare, show
from bench.people import GIVEN, SURNAMES
from liaison_desktop.desk.people import People
from liaison_desktop.desk.search import Search
from liaison_desktop.model.finding import Found
from liaison_desktop.model.user import User
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.engine import driver_of
from liaison_desktop.store.gram_keys import ask
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.pinyin import readings_of
from liaison_desktop.store.searched import SEARCHED
from liaison_desktop.store.store import Store
from tests.builders import NOON, STATION_UID, a_visit, a_visitor
from tests.store.a_home import DATA_KEY, make_home, register, user_of

ROUNDS = 60
SHOWN = 8
RECORD = "uid, station_uid, owner, incarnation, rev"
PLACES = ("石桥村", "和平社区", "清河路", "桃园里", "柳林村", "东风巷", "新华街", "南湖苑")
THINGS = ("路灯", "电梯", "水渠", "停车位", "宅基地", "低保", "公交站", "学位", "噪声", "危房")
TROUBLES = ("坏了", "停了", "堵了", "不够", "没有人管", "申请不到", "漏水", "一直没有答复")
Row = tuple[str, str, str, str, str, str, str]
"""Name, phone, ID number, address, number, title, statement."""


def rows(chance: random.Random, visits: int, people: int) -> Iterator[tuple[int, Row]]:
    """Yield visits one by one, each with the place of its person."""
    known = [_person(chance, place) for place in range(people)]
    for n in range(visits):
        place = chance.randrange(people) if n >= people else n
        thing, trouble = chance.choice(THINGS), chance.choice(TROUBLES)
        words = [
            f"{chance.choice(PLACES)}{chance.randrange(1, 99)}号的{chance.choice(THINGS)}"
            f"{chance.choice(TROUBLES)}，{''.join(chance.choices(GIVEN, k=8))}"
            for _ in range(4)
        ]
        yield place, (*known[place], f"QH-L-2026-{n:06d}-A", thing + trouble, "；".join(words))


def _person(chance: random.Random, place: int) -> tuple[str, str, str, str]:
    name = chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, chance.choice((1, 2, 2, 2))))
    day = f"{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    id_no = f"999999{chance.randint(1930, 2010)}{day}{place % 10000:04d}"
    address = f"{chance.choice(PLACES)}{chance.randrange(1, 99)}号"
    return name, f"138{chance.randrange(10**8):08d}", id_no * (place % 3 == 0), address


def fill(raw: Connection, chance: random.Random, visits: int, people: int) -> list[Row]:
    """Put everything into the file, and return some rows to cut queries from."""
    sample: list[Row] = []
    raw.execute("BEGIN IMMEDIATE")
    for n, (place, row) in enumerate(rows(chance, visits, people)):
        name, phone, id_no, address, number, title, statement = row
        if n < people:
            raw.execute(
                f"INSERT INTO person ({RECORD}, name, phone, address, birth_ym, id_no, occupation,"  # noqa: S608 - names of our own
                " constituency) VALUES (?, ?, 'station', 1, 1, ?, ?, ?, '', ?, '', '')",
                (_uid(1, n), STATION_UID.bytes, name, phone, address, id_no),
            )
        raw.execute(
            f"INSERT INTO visit ({RECORD}, number, channel, received_at, received_on,"  # noqa: S608 - as above
            " registered_at, is_late_entry, place, headcount, may_publish_name, may_call_back,"
            " notice_version, recorder) VALUES (?, ?, 'station', 1, 1, ?, 'visit', ?,"
            " '2026-01-01', 0, 0, '', 1, 0, 1, '', '')",
            (_uid(2, n), STATION_UID.bytes, number, n),
        )
        raw.execute(
            "INSERT INTO visitor (visit_id, position, person_uid, name, is_anonymous, phone,"
            " address, birth_ym, id_no, occupation, constituency, guardian)"
            " VALUES (last_insert_rowid(), 0, ?, ?, 0, ?, ?, '', ?, '', '', '')",
            (_uid(1, place), name, phone, address, id_no),
        )
        raw.execute(
            f"INSERT INTO matter ({RECORD}, number, visit_uid, title, place_in_visit, statement,"  # noqa: S608 - as above
            " request, category, cause, place_of_issue, people_involved, urgency, disclosure,"
            " state, may_pass_name, onsite_reply, deputy_opinion, head_opinion, remark)"
            " VALUES (?, ?, 'station', 1, 1, ?, ?, ?, 1, ?, '', '城建环资', '', '', 1, 'normal',"
            " 'restricted', 'registered', 0, '', '', '', '')",
            (_uid(3, n), STATION_UID.bytes, f"{number}-1", _uid(2, n), title, statement),
        )
        if chance.random() < 2000 / visits:
            sample.append(row)
    raw.execute("COMMIT")
    return sample


def sample_of(raw: Connection, chance: random.Random, many: int = 2000) -> list[Row]:
    """Return some rows of a file that was filled before."""
    last = raw.execute("SELECT max(id) FROM visit").fetchone()[0]
    keys = [chance.randint(1, last) for _ in range(many)]
    return [row for key in keys for row in raw.execute(_SAMPLE, (key,))]


_SAMPLE = """
    SELECT w.name, w.phone, w.id_no, w.address, v.number, m.title, m.statement
    FROM visit v JOIN visitor w ON w.visit_id = v.id JOIN matter m ON m.visit_uid = v.uid
    WHERE v.id = ? LIMIT 1
"""


def _uid(kind: int, place: int) -> bytes:
    return bytes([kind]) + place.to_bytes(15, "big")


def _reading(name: str) -> list[str]:
    return [readings[0] for readings in readings_of(name)]


KINDS: dict[str, Callable[[random.Random, Row], str]] = {
    "name, 1 character": lambda _, row: row[0][0],
    "name, 2 characters": lambda _, row: row[0][:2],
    "whole name": lambda _, row: row[0],
    "whole reading": lambda _, row: "".join(_reading(row[0])),
    "reading, 1-5 letters": lambda c, row: "".join(_reading(row[0]))[: c.randint(1, 5)],
    "initials": lambda _, row: "'".join(r[0] for r in _reading(row[0])),
    "phone, 3-7 digits": lambda c, row: row[1][: c.randint(3, 7)],
    "phone tail": lambda _, row: row[1][-4:],
    "ID tail": lambda _, row: row[2][-4:] or row[0],
    "birth": lambda c, row: row[2][6:14][: c.choice((4, 6, 8))] or row[0],
    "record number": lambda _, row: row[4],
    "address, 2 characters": lambda _, row: row[3][:2],
    "address, whole": lambda _, row: row[3],
    "content, 1 character": lambda c, row: row[6][c.randrange(len(row[6]) - 1)],
    "content, 2 characters": lambda _, row: row[6][4:6],
    "content, 4 characters": lambda _, row: row[6][4:8],
    "content, 8 characters": lambda _, row: row[6][4:12],
    "name and content": lambda _, row: f"{row[0][0]} {row[5][:2]}",
    "nothing": lambda c, row: row[0] + c.choice("龘靐齉"),
}


def _typed(chance: random.Random, sample: list[Row], kind: str) -> Iterator[str]:
    while True:
        yield KINDS[kind](chance, chance.choice(sample))


def ask_by_hand(raw: Connection, text: str) -> None:
    """Ask the same of the index, kind by kind, without looking at what was found."""
    asked = ask(text)
    for kind in Found:
        one = SEARCHED[kind]
        if expression := asked.expression(one.letter, one.fields):
            raw.execute(
                f'SELECT r.id FROM finding g CROSS JOIN "{kind}" r ON r.id = g.rowid / 8'  # noqa: S608 - as above
                " WHERE g.finding MATCH ? ORDER BY g.rowid DESC LIMIT 9",
                (expression,),
            ).fetchall()


def firsts(home: Home, sample: list[Row], chance: random.Random) -> Figure:
    """Return the figure of the first query after the file was opened."""
    taken = []
    for cut in KINDS.values():
        typed = cut(chance, chance.choice(sample))
        store = Store.open(home, DATA_KEY, lambda: NOON)
        search = Search(store, user_of(store, "wang"))
        began = time.perf_counter()
        search.find(typed)
        taken.append(time.perf_counter() - began)
        store.close()
    return Figure("the first after opening, all kinds", (), taken, most_ms_p95=100.0)


def saves(store: Store) -> Figure:
    """Return the figure of a save with the index beside one without; both end by an act's end."""
    clerk = user_of(store, "wang")

    def save() -> None:
        register(store, clerk, a_visit(a_visitor("李桂芳")))

    from liaison_desktop.store import acts

    keep_up = acts.keep_up

    def forget(session: Session) -> None:
        driver_of(session).execute("DELETE FROM gram_due")

    def save_without() -> None:
        acts.keep_up = forget
        save()
        acts.keep_up = keep_up

    return compare("a save, without → with the index", floor=save_without, ours=save, rounds=60)


def sizes(home: Home, raw: Connection) -> str:
    """Return the size of the index beside that of everything else in the file."""
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = home.database.stat().st_size
    index = raw.execute("SELECT sum(length(block)) FROM finding_data").fetchone()[0]
    rest = whole - index
    return f"index {index / 1e6:.0f} MB, the rest {rest / 1e6:.0f} MB: {index / rest:.2f} ×"


def main(visits: str = "20000", people: str = "") -> int:
    """Print the figures; 1 where a limit was not kept."""
    chance = random.Random(2026)  # noqa: S311 - invented people, not secrets
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        made_before = not visits.isdecimal()
        home = Home(Path(visits)) if made_before else make_home(Path(folder) / "home")
        store = Store.open(home, DATA_KEY, lambda: NOON)
        with closing(open_file(home.database, file_key(DATA_KEY))) as raw:
            clerk = user_of(store, "wang")
            if made_before:
                sample = sample_of(raw, chance)
            else:
                sample = fill(raw, chance, int(visits), int(people or int(visits) * 3 // 10))
                put_in_order(store, clerk)
            search = Search(store, clerk)
            figures = [firsts(home, sample, chance)]
            for kind in KINDS:
                ours, floor = tee(_typed(chance, sample, kind))
                figures.append(
                    compare(
                        kind,
                        ours=partial(_next, ours, search.find),
                        floor=partial(_next, floor, partial(ask_by_hand, raw)),
                        rounds=ROUNDS,
                        most_ms_p95=16.0,
                    )
                )
            if not made_before:  # they leave records that the index does not know
                figures.append(saves(store))
            print(sizes(home, raw))
        store.close()
    return show(figures)


def put_in_order(store: Store, clerk: User) -> None:
    """Make the index of what was filled in, in one part."""
    began, people = time.perf_counter(), People(store, clerk)
    while people.catch_up(2000):
        pass
    people.merge_index()
    print(f"index made in {time.perf_counter() - began:.0f} s")


def _next(keys: Iterator[str], find: Callable[[str], object]) -> object:
    return find(next(keys))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
