"""虚构的来访 — invented people and visits for trying the program; the same seed, the same day."""

import random
from datetime import timedelta

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.model.words import Channel, Handling, Sex

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单仇区解查曾"
_GIVEN = "桂芳建国秀英志强丽华晓东春梅海燕文博玉兰永明小红德福淑珍㛃𬱖䶮"
_PLACES = ("和平社区", "清河社区", "石桥村", "东门社区", "新建村")
_TITLES = (
    ("路灯不亮", "城建环资", "小区门口的路灯坏了三个月，晚上老人不敢出门。"),
    ("楼道堆物", "社会综合", "三号楼楼道堆满纸箱，怕着火，跟物业说过两回没人管。"),
    ("公交站太远", "工信交运", "去医院要走二十分钟才到公交站，能不能在菜场边加一站。"),
    ("水管漏水", "城建环资", "主管道漏水，水表转得飞快，水费一个月多了六十块。"),
    ("低保怎么办", "社保民政", "想问问低保要带什么材料，在哪里办。"),
    ("学校门口堵车", "科教文卫", "早上七点半学校门口全堵死，孩子过马路很危险。"),
)
_CHANNELS = (Channel.VISIT,) * 7 + (Channel.CALL, Channel.LETTER, Channel.FIELD_VISIT)
_HANDLINGS = (Handling.TO_HANDLE,) * 7 + (Handling.ANSWERED_ON_SITE,) * 2 + (Handling.GUIDED,)


def register_demo(desk: Desk, people: int, visits: int, seed: int) -> list[str]:
    """Register invented visits through the desk's own verbs and return their numbers.

    Phones are of the block 138 0000, which no one owns.
    """
    chance = random.Random(seed)  # noqa: S311 - invented people, not secrets
    crowd = [invented_person(chance, place) for place in range(people)]
    numbers = []
    for place in range(visits):
        person = crowd[place] if place < people else chance.choice(crowd)
        visit = _visit(desk, chance, person)
        desk.visits.register(visit)
        numbers.append(visit.number)
    return numbers


def invented_person(chance: random.Random, place: int) -> dict[str, object]:
    """Return name, sex, phone and address of somebody who is not; no one owns his phone."""
    given = "".join(chance.sample(_GIVEN, chance.choice((1, 2, 2))))
    return {
        "name": chance.choice(_SURNAMES) + given,
        "sex": chance.choice((Sex.MALE, Sex.FEMALE)),
        "phone": f"1380000{place % 10_000:04d}",
        "address": f"{chance.choice(_PLACES)}{chance.randint(1, 30)}栋",
    }


def _visit(desk: Desk, chance: random.Random, person: dict[str, object]) -> Visit:
    now, station = desk.now(), desk.station.uid
    title, category, statement = chance.choice(_TITLES)
    visitor = Visitor(**person)  # type: ignore[arg-type]  # the fields of one invented
    return Visit(
        uid=new_uid(now),
        station_uid=station,
        channel=chance.choice(_CHANNELS),
        received_at=now - timedelta(minutes=chance.randint(0, 60 * 24 * 60)),
        registered_at=now,
        place="接待室",
        visitors=[visitor],
        matters=[
            Matter(
                uid=new_uid(now),
                station_uid=station,
                title=title,
                category=category,
                statement=statement,
                handling=chance.choice(_HANDLINGS),
            )
        ],
    )
