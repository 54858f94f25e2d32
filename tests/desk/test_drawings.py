"""A draw is kept with all that repeats it, registers who was drawn, and is made once."""

import hashlib
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import Origin
from liaison_desktop.model.draw_roster import DrawOrder
from liaison_desktop.model.faults import NotSaved, Refused
from liaison_desktop.model.words import Sex
from tests.builders import NOON, a_consultation, a_participant

HEADING = "姓名,性别,电话,社区"
ORDER = DrawOrder("2026-11-20 双色球 03 08", 12)


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    one = a_consultation()
    desk.talk.meetings.register(one)
    return one


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "居民名单.csv"
    rows = [
        f"居民{n:02d},{'女男'[n % 2]},138000010{n:02d},{'和平社区' if n % 3 else '清河小区'}"
        for n in range(40)
    ]
    path.write_text("\n".join([HEADING, *rows, ""]), "gb18030")
    return path


def test_ten_lines_over_the_file_draw_the_same(desk: Desk, meeting: Consultation, path: Path):
    drawing = desk.talk.drawings.draw(meeting, desk.talk.drawings.read(path), ORDER)

    rows = path.read_text("gb18030").splitlines()[1:]
    rank = {row: hashlib.sha256(f"{drawing.seed}\n{row}".encode()).digest() for row in rows}
    assert drawing.chosen.split("\n") == sorted(rows, key=rank.__getitem__)[: drawing.size]
    assert drawing.roster_hash == hashlib.sha256("\n".join(rows).encode()).hexdigest()
    assert (drawing.roster_name, drawing.roster_rows) == ("居民名单.csv", 40)
    assert (drawing.heading, drawing.roster.split("\n")) == (HEADING, rows)


def test_who_is_drawn_takes_part(desk: Desk, meeting: Consultation, path: Path):
    desk.talk.participants.register(a_participant(meeting, "马秀英"))

    drawing = desk.talk.drawings.draw(meeting, desk.talk.drawings.read(path), ORDER)

    [_first, *drawn] = desk.talk.participants.of(meeting.uid)
    assert [one.name for one in drawn] == [row[:4] for row in drawing.chosen.split("\n")]
    assert {one.origin for one in drawn} == {Origin.DRAWN}
    assert {one.act for one in drawn} == {drawing.act}
    assert [one.place for one in drawn] == list(range(2, 14))
    one = next(one for one in drawn if one.name == drawn[0].name)
    number = int(one.name[2:])
    assert one.phone == f"138000010{number:02d}"
    assert one.sex is (Sex.MALE if number % 2 else Sex.FEMALE)
    assert one.body == ("和平社区" if number % 3 else "清河小区")


def test_the_same_draw_is_made_once(desk: Desk, meeting: Consultation, path: Path):
    roster = desk.talk.drawings.read(path)
    first = desk.talk.drawings.draw(meeting, roster, ORDER)

    assert desk.talk.drawings.draw(meeting, roster, ORDER).uid == first.uid
    assert len(desk.talk.participants.of(meeting.uid)) == 12

    more = desk.talk.drawings.draw(meeting, roster, DrawOrder(ORDER.seed, 14))
    assert len(desk.talk.participants.of(meeting.uid)) == 14
    assert [one.uid for one in desk.talk.meetings.meeting(meeting.uid).drawings] == [
        first.uid,
        more.uid,
    ]


def test_a_seed_is_offered_that_everybody_knows_before(
    desk: Desk, meeting: Consultation, path: Path
):
    seed = desk.talk.drawings.offer_seed(meeting)
    assert seed == f"2026-11-20 {meeting.number}"

    desk.talk.drawings.draw(meeting, desk.talk.drawings.read(path), DrawOrder(seed, 3))
    assert desk.talk.drawings.offer_seed(meeting) == f"{seed} 第2次"


def test_a_bad_draw_leaves_nothing(desk: Desk, meeting: Consultation, path: Path):
    roster = desk.talk.drawings.read(path)
    long = path.with_name("长.csv")
    long.write_text(f"姓名,单位\n马秀英,{'长' * 81}", "utf-8")
    for order, of, field in (
        (DrawOrder("种子", 41), roster, "size"),
        (DrawOrder("", 1), roster, "seed"),
        (DrawOrder("长" * 101, 1), roster, "seed"),
        (DrawOrder("种子", 1), desk.talk.drawings.read(long), "roster.2.post"),
    ):
        with pytest.raises(NotSaved) as refused:
            desk.talk.drawings.draw(meeting, of, order)
        assert [problem.field for problem in refused.value.problems] == [field]
    found = desk.talk.meetings.meeting(meeting.uid)
    assert (found.drawings, found.participants) == ([], [])

    desk.talk.meetings.cancel(desk.talk.meetings.load(meeting.uid), "下雨")
    with pytest.raises(Refused, match="meeting_cancelled"):
        desk.talk.drawings.draw(meeting, roster, ORDER)


def test_a_draw_stays_as_it_was_made(desk: Desk, meeting: Consultation, path: Path):
    drawing = desk.talk.drawings.draw(meeting, desk.talk.drawings.read(path), ORDER)

    with pytest.raises(NotSaved) as refused:
        desk.talk.drawings.correct(drawing, {"seed": "另一个种子"})
    assert [problem.field for problem in refused.value.problems] == ["seed"]

    ready = desk.talk.meetings.finish(desk.talk.meetings.open(meeting))
    desk.talk.meetings.sign(ready, "刘站长", NOON.date())
    with pytest.raises(Refused, match="meeting_signed"):
        desk.talk.drawings.withdraw(drawing, "不要了")


def test_a_namesake_without_a_phone_takes_part_beside_the_one_who_is_there(
    desk: Desk, meeting: Consultation, tmp_path: Path
):
    desk.talk.participants.register(a_participant(meeting, "张伟", body="和平社区"))
    path = tmp_path / "名单.csv"
    path.write_text("姓名,社区\n张伟,清河小区\n张伟,和平社区\n", "utf-8")

    desk.talk.drawings.draw(meeting, desk.talk.drawings.read(path), DrawOrder("种子", 2))

    there = [(one.name, one.body) for one in desk.talk.participants.of(meeting.uid)]
    assert there == [("张伟", "和平社区"), ("张伟", "清河小区")]
