"""One search: what a keystroke finds, for whom, and what of it is marked."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.search import Hit
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.finding import Found
from liaison_desktop.model.words import MandateLevel, Role
from liaison_desktop.store.gram_keys import ask
from liaison_desktop.store.grams import find_keys, find_wholes, words_of
from liaison_desktop.store.searched import SEARCHED
from tests.builders import (
    NOON,
    a_commitment,
    a_consultation,
    a_deputy,
    a_matter,
    a_participant,
    a_statement,
    a_visit,
    a_visitor,
)
from tests.homes import HEAD, a_desk

FILE = tomllib.loads((Path(__file__).parent / "keystrokes.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk of the file, one deputy and two meetings."""
    desk = a_desk(tmp_path_factory.mktemp("search") / "station", login=HEAD)
    mandate = Mandate(level=MandateLevel.COUNTY, delegation="清河代表团", group_name="南片代表小组")
    desk.deputies.register(a_deputy("王建国", post="清河村支书", mandates=[mandate]))
    for name, phone, id_no, address, title, statement in FILE["visits"]:
        visitor = a_visitor(name, phone=phone, id_no=id_no, address=address)
        desk.visits.register(a_visit(visitor, matters=[a_matter(title, statement=statement)]))
    hold(desk)
    other = a_consultation("停车座谈会", topic="停车", host="李强", place="村口")
    desk.talk.meetings.register(other)
    desk.talk.statements.register(a_statement(other, "车位不够，路灯也坏了", speaker="王伟"))
    yield desk
    desk.close()


def meeting_of(desk: Desk) -> Consultation:
    return desk.talk.meetings.series("物业服务")[0].consultation


def hold(desk: Desk) -> None:
    """Let a meeting have been held, with two participants, three statements and a promise."""
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    desk.talk.participants.register(a_participant(meeting, "马秀英", phone="13800006543"))
    desk.talk.participants.register(a_participant(meeting, "单雄信"))
    for speaker, content in (("马秀英", "电梯停运三天。"), ("王薇", "电梯太旧。"), ("", "路灯")):
        desk.talk.statements.register(a_statement(meeting, content, speaker=speaker))
    desk.talk.commitments.register(
        a_commitment(meeting, "每月公示维修记录", unit_name="清风物业公司", person="赵强")
    )


def hits(desk: Desk, typed: str, kind: Found, limit: int = 8) -> list[Hit]:
    groups = desk.search.find(typed, [kind], limit)
    return [hit for group in groups for hit in group.hits]


@pytest.mark.parametrize(("typed", "kind", "expected"), FILE["keystrokes"])
def test_a_keystroke_finds(full: Desk, typed: str, kind: str, expected: list[str]) -> None:
    found = [hit.title for hit in hits(full, typed, Found(kind))]
    assert found[:3] == expected[:3]


@pytest.mark.parametrize("typed", ["南片", "南片代表小组", "清河代表团"])
def test_a_deputy_is_found_by_his_group_and_delegation(full: Desk, typed: str) -> None:
    [hit] = hits(full, typed, Found.DEPUTY)
    assert (hit.title, hit.facts[-1]) == ("王建国", "南片代表小组")


def test_kinds_come_in_their_order_and_none_is_empty(full: Desk) -> None:
    groups = full.search.find("王")
    assert [group.kind for group in groups] == [
        Found.PERSON,
        Found.VISIT,
        Found.MATTER,
        Found.DEPUTY,
        Found.CONSULTATION,
    ]
    assert all(group.hits for group in groups)
    assert full.search.find("没有这样的话") == []
    assert full.search.find(" ' ") == []


@pytest.mark.parametrize(
    "typed",
    [
        "恳谈会",
        "物业服务",
        "议事厅",
        "wangjg",
        "maxy",
        "停运三天",
        "电梯",
        "公示",
        "清风物业",
        "赵强",
        "6543",
        "单雄信",
    ],
)
def test_a_meeting_is_found_once_by_whatever_belongs_to_it(full: Desk, typed: str) -> None:
    [hit] = hits(full, typed, Found.CONSULTATION)
    assert (hit.title, hit.number, hit.at) == (
        "物业服务民情恳谈会",
        meeting_of(full).number,
        NOON.date(),
    )
    assert hit.facts == ("民情恳谈", "物业服务", "筹备中")


@pytest.mark.parametrize("typed", ["K", "K-2026-0001", "0001"])
def test_a_meeting_is_found_by_its_number(full: Desk, typed: str) -> None:
    found = [hit.number for hit in hits(full, typed, Found.CONSULTATION)]
    assert meeting_of(full).number in found


def test_a_meeting_withdrawn_is_not_found_by_what_was_said_in_it(head_desk: Desk) -> None:
    hold(head_desk)
    meetings = head_desk.talk.meetings
    meetings.withdraw(meetings.newest()[0], "登记错了")
    assert head_desk.search.find("电梯", [Found.CONSULTATION]) == []


def test_a_word_said_often_leaves_no_other_meeting_out(desk: Desk) -> None:
    one, other = a_consultation("春季恳谈会"), a_consultation("秋季恳谈会")
    for meeting in (one, other):
        desk.talk.meetings.register(meeting)
    desk.talk.statements.register(a_statement(one, "停车难"))
    for _ in range(12):
        desk.talk.statements.register(a_statement(other, "停车太贵"))
    titles = [hit.title for hit in hits(desk, "停车", Found.CONSULTATION, limit=2)]
    assert titles == ["秋季恳谈会", "春季恳谈会"]


def test_more_than_are_shown_is_said(full: Desk) -> None:
    [group] = full.search.find("石桥", [Found.PERSON], limit=2)
    assert (len(group.hits), group.is_more) == (2, True)
    [group] = full.search.find("石桥", [Found.PERSON], limit=5)
    assert (len(group.hits), group.is_more) == (5, False)


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("桂", ["桂"]),
        ("lgf", ["李桂芳"]),
        ("guif", ["桂芳"]),
        ("li芳", ["李", "芳"]),
        ("1234", []),
    ],
)
def test_the_part_that_matches_is_marked(full: Desk, typed: str, marked: list[str]) -> None:
    [hit] = [hit for hit in hits(full, typed, Found.PERSON) if hit.title == "李桂芳"]
    assert [hit.title[start:end] for start, end in hit.marks] == marked


def test_phones_are_masked_and_id_numbers_are_nowhere(full: Desk) -> None:
    [hit] = hits(full, "桂芳", Found.PERSON)
    assert "138****1234" in hit.facts
    assert "99999919500101123X" not in repr(hit)
    assert "13800001234" not in repr(hit)


def test_who_may_not_read_names_finds_by_words_and_numbers_alone(
    full: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(full.user), "roles_on", lambda *_: frozenset({Role.ADMIN}))
    hidden = [Found.PERSON, Found.VISIT, Found.MATTER, Found.CONSULTATION]
    for typed in ("李", "lgf", "1234", "石桥村", "1962", "马秀英", "6543", "赵强"):
        assert full.search.find(typed, hidden) == []
    found = hits(full, "电梯", Found.VISIT)
    assert [hit.title for hit in found] == ["解**　电梯加装", "单**　电梯停运"]
    assert [hit.facts[0] for hit in hits(full, "三个月", Found.MATTER)] == ["李**"]


def test_what_is_withdrawn_is_not_found(desk: Desk, head_desk: Desk) -> None:
    visit = a_visit()
    desk.visits.register(visit)
    assert hits(desk, "路灯", Found.VISIT)
    head_desk.visits.withdraw(head_desk.visits.load(visit.number), "登记错了")
    assert hits(desk, "路灯", Found.VISIT) == []


def test_a_correction_is_found_and_what_stood_there_is_not(desk: Desk) -> None:
    visit = a_visit(a_visitor("李桂芳"), matters=[a_matter("路灯不亮")])
    desk.visits.register(visit)
    matter = desk.visits.load(visit.number).matters[0]
    desk.visits.correct_matter(matter, {"title": "水管破裂"}, reason="听错了")
    assert [hit.title for hit in hits(desk, "水管", Found.MATTER)] == ["水管破裂"]
    assert [hit.title for hit in hits(desk, "sgpl", Found.VISIT)] == []
    assert [hit.title for hit in hits(desk, "水管", Found.VISIT)] == ["李桂芳　水管破裂"]
    assert hits(desk, "路灯不", Found.VISIT) == []


TYPED = st.text(
    st.sampled_from(
        "李桂芳王伟路灯电梯坏了个月石桥村lgfwzshanu0123489x '\"*()-，·㛃𬱖\U0001f468\u0301"
    ),
    max_size=7,
) | st.text(max_size=5)


@given(typed=TYPED)
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_index_answers_as_a_full_scan_does(full: Desk, typed: str) -> None:
    asked = ask(typed)
    with full._store.read() as session:
        meetings = set()
        for kind, one in SEARCHED.items():
            keys = _every_key(session, kind)
            scanned = [key for key in keys if asked.fits(words_of(session, kind, key))]
            assert find_keys(session, kind, asked, 1000) == scanned
            if Found.CONSULTATION in (kind, one.leads_to):
                meetings |= _meetings_of(session, kind, scanned)
        found = find_wholes(session, {Found.CONSULTATION: ()}, asked, 1000)
        assert found == {Found.CONSULTATION: sorted(meetings, reverse=True)}


def _meetings_of(session: Session, kind: str, keys: list[int]) -> set[int]:
    if kind == Found.CONSULTATION:
        return {*keys}
    query = f'SELECT r.id, k.id FROM "{kind}" r JOIN consultation k ON k.uid = r.consultation_uid'  # noqa: S608 - names of our own
    meetings = {key: meeting for key, meeting in session.execute(text(query))}
    return {meetings[key] for key in keys}


def _every_key(session: Session, kind: str) -> list[int]:
    query = text(f'SELECT id FROM "{kind}" WHERE withdrawn_at IS NULL ORDER BY id DESC')  # noqa: S608 - names of our own
    return list(session.scalars(query))


@pytest.mark.parametrize("typed", ["单小明", "shanxiaoming", "sxm"])
def test_any_member_of_a_group_leads_to_its_visit_and_its_matter(desk: Desk, typed: str) -> None:
    members = [a_visitor("李桂芳"), a_visitor("王建国"), a_visitor("单小明", phone="13800005678")]
    visit = a_visit(*members, headcount=12)
    desk.visits.register(visit)
    number = visit.number

    assert [hit.number for hit in hits(desk, typed, Found.VISIT)] == [number]
    assert [hit.number for hit in hits(desk, "5678", Found.VISIT)] == [number]
    assert [hit.number for hit in hits(desk, typed, Found.MATTER)] == [f"{number}-1"]
