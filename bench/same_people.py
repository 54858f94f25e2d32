"""How many of the people entered twice are known again, and how many others are taken for them.

`python -m bench.same_people [ENTRIES [SEED]]`: 10,000 entries, of which 2 % are somebody entered
before, written in another way, and 0.5 % hold a character that few keyboards give. Surnames and
given names are as common as in life, couples share a phone, and things are left out or have changed
as they do at a desk. Each entry is asked for as if it was typed, against those entered before it;
then the scan of all people is asked for its pairs.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from liaison_desktop.desk.people import People
from liaison_desktop.desk.person_facts import variants_of_characters
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.same_people import SamePeople
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.person import Person
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Sex
from liaison_desktop.store.pinyin import readings_of
from liaison_desktop.store.store import Store
from tests.builders import NOON, STATION_UID
from tests.store.a_home import DATA_KEY, make_home, user_of

ENTRIES: Final = 10_000
TWICE, RARE = 0.02, 0.005
LEAST_RECALL = 0.95
MOST_ALARMS: Final = 5.0
"""Entries of 1,000 at which somebody is shown who is another."""

SURNAMES: Mapping[str, int] = {
    **dict(zip("王李张刘陈杨黄赵周吴", (72, 70, 68, 54, 45, 31, 22, 21, 20, 20), strict=True)),
    **dict(zip("徐孙马朱胡林郭何高罗", (17, 15, 13, 12, 12, 11, 11, 11, 10, 10), strict=True)),
    **dict.fromkeys("郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭", 6),
    **dict.fromkeys(("欧阳", "上官", "单", "仇", "区", "解", "查", "盖"), 1),
}
GIVEN: Mapping[str, int] = {
    **dict.fromkeys("英华玉秀明珍芳兰文国春梅丽桂荣建平红军云海", 12),
    **dict.fromkeys("志金德福林生永成伟强龙凤小淑霞萍杰敏静勇艳涛超磊燕辉玲莲香月东祥", 7),
    **dict.fromkeys("贵喆哲堃坤昇升峰慧惠琴雪莉晓康宁安庆喜顺田根水木火土清亮新良民", 3),
    **dict.fromkeys("嘉怡梓涵雨欣浩宇轩博晨佳琪思颖俊子诺一凡可心语", 3),
}
UNCOMMON: Mapping[str, Sequence[str]] = {
    "䶮": ("YAN", "龙天", "\ue863"),
    "姞": ("JI", "女+吉", "女吉"),
    "喆": ("ZHE", "吉吉", "哲"),
    "堃": ("KUN", "方方土", "坤"),
    "𬀩": ("WEI", "日韦"),
    "淼": ("MIAO", "渺"),
}
"""Characters that few keyboards give, and what is written in their place."""

VILLAGES = [f"{name}{kind}" for name in "石桥柳林东风和平清河" for kind in ("村", "社区")]
Facts = dict[str, Any]


def entries(chance: random.Random, count: int) -> list[tuple[Facts, int | None]]:
    """Return what is entered, in order, each with the place of the same person's first entry."""
    found: list[tuple[Facts, int | None]] = []
    again = set(chance.sample(range(count // 10, count), int(count * TWICE)))
    for place in range(count):
        first = chance.randrange(place) if place in again else None
        while first is not None and found[first][1] is not None:
            first = chance.randrange(place)
        if first is not None:
            found.append((_again(chance, found[first][0]), first))
        else:
            beside = found[place - 1][0] if place and chance.random() < 0.03 else None
            found.append((_someone(chance, beside), None))
    return found


def _someone(chance: random.Random, beside: Facts | None) -> Facts:
    """Return somebody; `beside` is of his household: one roof, and often one phone."""
    given = "".join(_drawn(chance, GIVEN) for _ in range(chance.choices((1, 2), (15, 85))[0]))
    if chance.random() < RARE:
        given = given[:-1] + chance.choice(list(UNCOMMON))
    year, month = chance.randint(1935, 2005), chance.randint(1, 12)
    phone = f"1{chance.choice('35789')}{chance.randrange(10**9):09d}"
    address = f"{chance.choice(VILLAGES)}{chance.randint(1, 12)}组"
    has = {"phone": 0.95, "birth_ym": 0.6, "id_no": 0.15, "address": 0.9, "sex": 1.0}
    facts: Facts = {
        "phone": beside.get("phone", phone) if beside and chance.random() < 0.5 else phone,
        "birth_ym": f"{year}-{month:02d}",
        "id_no": f"999999{year}{month:02d}{chance.randint(1, 28):02d}{chance.randrange(10**4):04d}",
        "address": beside.get("address", address) if beside else address,
        "sex": chance.choice((Sex.MALE, Sex.FEMALE)),
    }
    kept = {name: value for name, value in facts.items() if chance.random() < has[name]}
    return {"name": _drawn(chance, SURNAMES) + given, **kept}


def _drawn(chance: random.Random, weights: Mapping[str, int]) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]


def _again(chance: random.Random, before: Facts) -> Facts:
    """Return the same person as he is entered another time: something known of him still agrees."""
    stays = {"phone": 0.8, "birth_ym": 0.7, "id_no": 0.5, "address": 0.8, "sex": 0.95}
    facts = {
        name: before[name] for name in stays if before.get(name) and chance.random() < stays[name]
    }
    if not {"phone", "birth_ym", "id_no"} & set(facts):
        facts |= {name: before[name] for name in ("phone", "birth_ym") if before.get(name)}
    if "phone" not in facts and chance.random() < 0.5:
        facts["phone"] = f"138{chance.randrange(10**8):08d}"
    return {"name": _written(chance, before["name"]), **facts}


def _written(chance: random.Random, name: str) -> str:
    if name[-1] in UNCOMMON:
        return name[:-1] + chance.choice(UNCOMMON[name[-1]])
    ways: Sequence[Callable[[random.Random, str], str]] = (_same, _variant, _alike, _shorter)
    return chance.choices(ways, (50, 15, 25, 10))[0](chance, name)


def _same(_: random.Random, name: str) -> str:
    return name


def _variant(chance: random.Random, name: str) -> str:
    ways = [each for each in variants_of_characters().get(name[-1], "") if each != name[-1]]
    return name[:-1] + chance.choice(ways) if ways else name


def _alike(chance: random.Random, name: str) -> str:
    """Return the name with its last character replaced by one that is read the same."""
    read = readings_of(name[-1])[0][0]
    ways = [each for each in GIVEN if each != name[-1] and readings_of(each)[0][0] == read]
    return name[:-1] + chance.choice(ways) if ways else name


def _shorter(_: random.Random, name: str) -> str:
    return name[:-2] + name[-1] if len(name) == 3 else name


def fill(store: Store, entered: Sequence[tuple[Facts, int | None]]) -> list[Person]:
    """Return the people, in the file and indexed, in the order of their entry."""
    clerk = user_of(store, "wang")
    people = [Person(uid=new_uid(NOON), station_uid=STATION_UID, **facts) for facts, _ in entered]
    with store.act(clerk, Action.REGISTER_VISIT) as session:
        session.add_all(people)
    while People(store, clerk).catch_up(2000):
        pass
    return people


def typed(
    people: Sequence[Person], firsts: Sequence[int | None], same: SamePeople
) -> tuple[Counter[str], list[str]]:
    """Return how many were known again and how often somebody else was shown, and the missed."""
    counts: Counter[str] = Counter()
    missed = []
    place = {person.uid: n for n, person in enumerate(people)}
    for n, person in enumerate(people):
        shown = {place[one.person.uid] for one in same.likely(person, limit=20)}
        before = {other for other in shown if other < n}
        ones = {other for other in before if _root(firsts, other) == _root(firsts, n)}
        if firsts[n] is not None:
            counts["twice"] += 1
            counts["known"] += bool(ones)
            if not ones:
                missed.append(f"{people[_root(firsts, n)].name} → {person.name}")
        counts["alarms"] += bool(before - ones)
    return counts, missed


def _root(firsts: Sequence[int | None], place: int) -> int:
    first = firsts[place]
    return place if first is None else first


def scanned(
    people: Sequence[Person], firsts: Sequence[int | None], same: SamePeople
) -> Counter[str]:
    """Return how many of the pairs of the scan are one person, and how many are two."""
    place = {person.uid: n for n, person in enumerate(people)}
    counts: Counter[str] = Counter(twice=sum(first is not None for first in firsts))
    known, others = set(), set()
    for pair in same.pairs(limit=len(people)):
        one, other = sorted((place[pair.first.uid], place[pair.second.uid]))
        (known if _root(firsts, one) == _root(firsts, other) else others).add(other)
    counts["known"] = len(known)
    counts["alarms"] = len(others)
    return counts


def main() -> int:
    """Print the figures; 1 where a limit was not kept."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 2026)  # noqa: S311 - invented people, not secrets
    entered = entries(chance, count)
    firsts = [first for _, first in entered]
    kept = True
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        store = Store.open(make_home(Path(folder) / "home"), DATA_KEY, lambda: NOON)
        clerk = user_of(store, "wang")
        same = SamePeople(store, clerk, RuleBook(store, clerk))
        people = fill(store, entered)
        counts, missed = typed(people, firsts, same)
        for name, each in (("typed", counts), ("scanned", scanned(people, firsts, same))):
            recall, alarms = each["known"] / each["twice"], 1000 * each["alarms"] / count
            kept = kept and recall >= LEAST_RECALL and alarms <= MOST_ALARMS
            print(
                f"{name:8}  {each['known']} of {each['twice']} known again ({recall:.1%}),"
                f" {alarms:.1f} false alarms in 1,000 entries"
            )
        print("missed:", "，".join(missed) or "–")
        store.close()
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
