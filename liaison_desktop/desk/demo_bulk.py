"""虚构的来访, many: written in bulk, as a county's file of years would be.

Each act writes some thousands of rows. They are what the desk's own verbs would have written, with
numbers drawn in order; the index of finding takes them up afterwards, in the background.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Part, Record, table_of
from liaison_desktop.model.matter import Deadline, Matter, first_state
from liaison_desktop.model.matter_clocks import Rules, begin_clocks
from liaison_desktop.model.numbering import NumberKind, build_number, matter_number
from liaison_desktop.model.person import Person
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.model.words import Channel, Handling, MatterState, Sex
from liaison_desktop.store.numbers import draw_numbers
from liaison_desktop.store.store import Store

CHUNK = 5_000
YEARS = 5
"""Over how many years the visits are spread, up to today."""

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = (
    "桂芳建国秀英志强丽华晓东春梅海燕文博玉兰永明小红德福淑珍伟杰敏静军平刚勇艳涛超霞鹏飞雪莲"
    "振宇浩然子涵欣怡雨泽佳慧天佑思远国庆爱民红旗卫东凤仙金花银环喜顺"
)
TITLES = (
    ("路灯不亮", "城建环资", "小区门口的路灯坏了三个月，晚上老人不敢出门。"),
    ("楼道堆物", "社会综合", "楼道堆满纸箱，怕着火，跟物业说过两回没人管。"),
    ("公交站太远", "工信交运", "去医院要走二十分钟才到公交站，能不能加一站。"),
    ("水管漏水", "城建环资", "主管道漏水，水表转得飞快，水费一个月多了六十块。"),
    ("低保怎么办", "社保民政", "想问问低保要带什么材料，在哪里办。"),
    ("学校门口堵车", "科教文卫", "早上七点半学校门口全堵死，孩子过马路很危险。"),
    ("井盖缺失", "城建环资", "村口的井盖不见了，用木板盖着，怕有人掉下去。"),
    ("夜里施工", "城建环资", "工地半夜还在打桩，全楼的人都睡不着。"),
)
PLACES = tuple(
    f"{name}{kind}"
    for name in ["和平", "清河", "石桥", "东门", "新建", "胜利", "柳林", "红旗"]
    for kind in ("社区", "村")
)

_CHANNELS = tuple(Channel)

Row = dict[str, Any]
Rows = list[Row]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Bearer:
    """What a visit needs of a person."""

    uid: Any
    name: str
    sex: Sex
    phone: str
    address: str


def register_many(
    desk: Desk,
    people: int,
    visits: int,
    seed: int,
    progress: Progress = lambda _done, _every: None,
) -> int:
    """Write so many invented people and visits and return how many visits; the same seed, the same.

    Phones are of the block 138 0000, which no one owns. `progress` is told visits done and all.
    """
    chance = random.Random(seed)  # noqa: S311 - invented people, not secrets
    store = desk._store
    patterns = _Patterns.of(desk)
    crowd = [_bearer(chance, desk.now(), place) for place in range(people)]
    for at in range(0, people, CHUNK):
        with store.act(desk.user, Action.REGISTER_VISIT) as session:
            _write(session, Person, [patterns.of_person(one) for one in crowd[at : at + CHUNK]])
    for at in range(0, visits, CHUNK):
        many = min(CHUNK, visits - at)
        who = [chance.choice(crowd) for _ in range(many)]
        _register_some(desk, store, patterns, who, chance)
        progress(at + many, visits)
    return visits


def _register_some(
    desk: Desk,
    store: Store,
    patterns: "_Patterns",
    who: Sequence[_Bearer],
    chance: random.Random,
) -> None:
    """Write one visit of each, in one act."""
    now = desk.now()
    days = sorted(now - timedelta(minutes=chance.randrange(YEARS * 365 * 1440)) for _ in who)
    with store.act(desk.user, Action.REGISTER_VISIT) as session:
        numbers = _numbers(session, desk.station.code, days)
        first, first_matter = _next_key(session, "visit"), _next_key(session, "matter")
        visits: Rows = []
        visitors: Rows = []
        matters: Rows = []
        deadlines: Rows = []
        for place, (one, at, number) in enumerate(zip(who, days, numbers, strict=True), first):
            visit = patterns.of_visit(place, at, number, chance)
            visits.append(visit)
            visitors.append(patterns.of_visitor(place, one))
            matter = patterns.of_matter(first_matter + len(matters), visit, chance)
            deadlines += patterns.begin_days(matter, visit["received_on"])
            matters.append(matter)
        for kind, rows in (
            (Visit, visits),
            (Visitor, visitors),
            (Matter, matters),
            (Deadline, deadlines),
        ):
            _write(session, kind, rows)


def _next_key(session: Session, table: str) -> int:
    found = session.connection().exec_driver_sql(f"SELECT max(id) FROM {table}").scalar()  # noqa: S608 - ours
    return int(found or 0) + 1


def _numbers(session: Session, code: str, days: Sequence[datetime]) -> Iterator[str]:
    """Yield a number for each day, counted on within its year."""
    years = [business_day(at).year for at in days]
    last = {
        year: draw_numbers(session, NumberKind.VISIT, year, years.count(year))
        for year in set(years)
    }
    for year in years:
        yield build_number(code, NumberKind.VISIT, year, last[year])
        last[year] += 1


def _write(session: Session, kind: type[Record] | type[Part], rows: Rows) -> None:
    session.execute(insert(table_of(kind)), rows)


def _bearer(chance: random.Random, now: datetime, place: int) -> _Bearer:
    given = "".join(chance.choice(GIVEN) for _ in range(chance.choice((1, 2, 2, 2))))
    return _Bearer(
        new_uid(now),
        chance.choice(SURNAMES) + given,
        chance.choice((Sex.MALE, Sex.FEMALE)),
        f"1380000{place % 10_000:04d}",
        f"{chance.choice(PLACES)}{chance.randint(1, 99)}号",
    )


@dataclass(frozen=True)
class _Patterns:
    """One row of each table, with what every row of it has; to make each anew takes far longer."""

    person: Row
    visit: Row
    visitor: Row
    matter: Row
    rules: Rules
    counted: dict[date, tuple[Rows, Row]]
    """The limits of what was registered on a day, and what a matter bears of them, counted once."""

    @classmethod
    def of(cls, desk: Desk) -> "_Patterns":
        """Return the rows of records as the desk's own verbs make them."""
        uid, now = desk.station.uid, desk.now()
        visit = Visit(
            uid=uid,
            station_uid=uid,
            channel=Channel.VISIT,
            received_at=now,
            registered_at=now,
            place="接待室",
        )
        matter = Matter(uid=uid, station_uid=uid, title="")
        computed = {"is_late_entry": False, "is_incomplete": False}
        return cls(
            _row(Person(uid=uid, station_uid=uid, name="")),
            _row(visit) | computed,
            _row(Visitor(name="")),
            _row(matter) | {"is_incomplete": False},
            desk.rules.load(),
            {},
        )

    def of_person(self, one: _Bearer) -> Row:
        return self.person | {
            "uid": one.uid,
            "name": one.name,
            "sex": one.sex,
            "phone": one.phone,
            "address": one.address,
        }

    def of_visit(self, key: int, at: datetime, number: str, chance: random.Random) -> Row:
        return self.visit | {
            "id": key,
            "uid": new_uid(at),
            "number": number,
            "channel": Channel.VISIT if chance.random() < 0.7 else chance.choice(_CHANNELS),
            "received_at": at,
            "registered_at": at,
            "received_on": business_day(at),
            "headcount": 1 if chance.random() < 0.8 else chance.randint(2, 5),
        }

    def of_visitor(self, key: int, one: _Bearer) -> Row:
        return self.visitor | {
            "visit_id": key,
            "person_uid": one.uid,
            "name": one.name,
            "sex": one.sex,
            "phone": one.phone,
            "address": one.address,
        }

    def begin_days(self, matter: Row, registered_on: date) -> Rows:
        """Return the limits that run from registration, and let the matter bear the nearest."""
        if matter["state"] is not MatterState.REGISTERED:
            return []
        if registered_on not in self.counted:
            one = Matter(uid=matter["uid"], station_uid=matter["station_uid"], title="")
            begin_clocks(one, registered_on, self.rules)
            borne = {"due_on": one.due_on, "is_due_tentative": one.is_due_tentative}
            self.counted[registered_on] = [_row(limit) for limit in one.deadlines], borne
        limits, borne = self.counted[registered_on]
        matter |= borne
        return [limit | {"matter_id": matter["id"]} for limit in limits]

    def of_matter(self, key: int, visit: Row, chance: random.Random) -> Row:
        title, category, statement = chance.choice(TITLES)
        handling = chance.choice((Handling.TO_HANDLE, Handling.ANSWERED_ON_SITE))
        return self.matter | {
            "id": key,
            "uid": new_uid(visit["received_at"]),
            "visit_uid": visit["uid"],
            "number": matter_number(visit["number"], 1),
            "title": title,
            "category": category,
            "statement": statement,
            "handling": handling,
            "state": first_state(handling),
        }


def _row(made: Record | Part) -> Row:
    """Return what was set of a record, as a row of its table; what the file sets is left to it."""
    columns = table_of(type(made)).columns
    values = {column.name: getattr(made, column.name, None) for column in columns}
    set_by_the_file = {"id", "rev", "incarnation", "changed_at", "act"}
    return {name: value for name, value in values.items() if name not in set_by_the_file}
