"""What is typed above a ledger finds what the search finds, and whatever a full scan would."""

import tomllib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session, selectinload

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.every_ledger import LEDGERS
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.finding import Found, GramDue
from liaison_desktop.model.ledger import WITHDRAWN_TOO, Chosen
from liaison_desktop.model.ledgers import DEPUTIES, MATTERS, PEOPLE, VISITS
from liaison_desktop.model.person import Person
from liaison_desktop.model.talk_ledgers import BODY_MEMBERS, COMMITMENTS, CONSULTATIONS
from liaison_desktop.model.visit import Receiver, Visit
from liaison_desktop.store.engine import driver_of
from liaison_desktop.store.gram_keys import Asked, Words, ask_one_by_one
from liaison_desktop.store.grams import DUE_IN_A_LIST, words_of
from liaison_desktop.store.plain_text import plain
from tests.builders import (
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
RECEIVERS = ("王建国", "单永红", "陈玉兰、代", "王建国")
NAMES = {
    VISITS.name: Found.VISIT,
    MATTERS.name: Found.MATTER,
    PEOPLE.name: Found.PERSON,
    CONSULTATIONS.name: Found.CONSULTATION,
    COMMITMENTS.name: "commitment",
}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The visits of the file, some with receivers, one withdrawn, and two deputies."""
    desk = a_desk(tmp_path_factory.mktemp("words") / "station", login=HEAD)
    desk.deputies.register(a_deputy("王建国", post="清河村支书"))
    desk.deputies.register(a_deputy("单永红", post="第三小学教师"))
    for n, (name, phone, id_no, address, title, statement) in enumerate(FILE["visits"]):
        visitor = a_visitor(
            name, phone=phone, id_no=id_no, address=address, constituency=f"第{n % 3}选区"
        )
        matters = [a_matter(title, statement=statement), a_matter("停车难", statement="没有车位。")]
        receivers = [Receiver(name=RECEIVERS[n % 4])] if n % 2 else []
        visit = a_visit(visitor, matters=matters, receivers=receivers)
        desk.visits.register(visit)
    desk.visits.withdraw(visit, "登记重复")
    _hold(desk)
    yield desk
    desk.close()


def _hold(desk: Desk) -> None:
    for title, said, promised in (
        ("物业服务恳谈会", "电梯坏了三个月。", "每月公示"),
        ("停车座谈会", "石桥村没有车位。", "装路灯"),
    ):
        meeting = a_consultation(title)
        desk.talk.meetings.register(meeting)
        desk.talk.participants.register(a_participant(meeting, "单雄信", phone="13800001235"))
        desk.talk.statements.register(a_statement(meeting, said, speaker="李桂芳"))
        desk.talk.commitments.register(a_commitment(meeting, promised, raised_by="王芳"))
    uids = {"uid": meeting.uid, "station_uid": meeting.station_uid}
    desk.talk.members.register(BodyMember(name="王建国", body="石桥村", post="教师", **uids))


def found(desk: Desk, ledger: str, typed: str, *ticks: str) -> set[int]:
    [one] = [each for each in LEDGERS if each.name == ledger]
    return set(desk.ledger(one).find_ids(Chosen(text=typed, ticks=frozenset(ticks))))


def texts_of(desk: Desk) -> Mapping[str, Mapping[int, list[str]]]:
    """Return by ledger and key what a record and what belongs to it says; withdrawn ones too."""
    whole = select(Visit).options(
        selectinload(Visit.visitors), selectinload(Visit.matters), selectinload(Visit.receivers)
    )
    said: dict[str, dict[int, list[str]]] = {ledger.name: {} for ledger in LEDGERS}
    with desk._store.read() as session:
        for visit in session.scalars(whole):
            around = [each.name for each in (*visit.visitors, *visit.receivers)]
            around += [each.phone for each in visit.visitors]
            said[VISITS.name][visit.id] = [*around, *_said(visit.matters)]
            for matter in visit.matters:
                said[MATTERS.name][matter.id] = [*around, *_said([matter])]
        for person in session.scalars(select(Person)):
            said[PEOPLE.name][person.id] = [person.name, person.phone, person.constituency]
        for deputy in session.scalars(select(Deputy)):
            said[DEPUTIES.name][deputy.id] = [deputy.name, deputy.post]
        for member in session.scalars(select(BodyMember)):
            said[BODY_MEMBERS.name][member.id] = [member.name, member.body, member.post]
    for meeting in map(desk.talk.meetings.meeting, _meetings(desk)):
        one = meeting.consultation
        own = [one.title, one.topic, one.place, one.host]
        around = [text for who in meeting.participants for text in (who.name, who.phone)]
        around += [text for each in meeting.statements for text in (each.speaker, each.content)]
        promised = [(p.id, [p.content, p.raised_by]) for p in meeting.commitments]
        said[COMMITMENTS.name] |= {key: [*own, *texts] for key, texts in promised}
        around += [text for _, texts in promised for text in texts]
        said[CONSULTATIONS.name][one.id] = [*own, *around]
    return said


def _meetings(desk: Desk) -> list[UUID]:
    return [meeting.uid for meeting in desk.talk.meetings.newest()]


def _said(matters: Iterable[object]) -> list[str]:
    return [getattr(each, name) for each in matters for name in ("title", "statement")]


@given(data=st.data())
@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_piece_of_any_text_finds_every_record_it_stands_in(
    full: Desk, data: st.DataObject
) -> None:
    """LIKE over all texts is the scan; three digits of a phone are the fewest that are a piece."""
    ledger, said = data.draw(st.sampled_from(sorted(texts_of(full).items())))
    text = data.draw(st.sampled_from([t for texts in said.values() for t in texts if t]))
    at = data.draw(st.integers(0, len(text) - 1))
    piece = text[at : data.draw(st.integers(at + 1, len(text)))]
    looked_for = plain(piece)
    if not looked_for or (looked_for.isdecimal() and len(looked_for) < 3):
        return
    scanned = {
        key
        for key, texts in said.items()
        if any(piece in each or looked_for in plain(each) for each in texts)
    }
    assert scanned
    assert scanned <= found(full, ledger, piece, WITHDRAWN_TOO)


TYPED = st.text(
    st.sampled_from("李桂芳王建国单红路灯电梯坏了个月石桥村选区lgfwjzshanu0123489x '，·"),
    max_size=7,
)


@given(typed=TYPED)
@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_is_found_is_what_a_scan_by_the_same_rules_finds(full: Desk, typed: str) -> None:
    parts = ask_one_by_one(typed)
    with full._store.read() as session:
        for ledger in (VISITS, MATTERS, PEOPLE, CONSULTATIONS, COMMITMENTS):
            keys = _keys(session, NAMES[ledger.name])
            scanned = {
                key
                for key in keys
                if parts and all(_bears(session, ledger.name, key, part) for part in parts)
            }
            assert found(full, ledger.name, typed) == (scanned if typed.strip() else {*keys})


def _keys(session: Session, kind: str) -> list[int]:
    query = f"SELECT id FROM {kind} WHERE withdrawn_at IS NULL"  # noqa: S608 - names of our own
    return [key for (key,) in driver_of(session).execute(query)]


def _bears_of_meeting(session: Session, ledger: str, key: int, asked: Asked) -> bool:
    """Return the same for a meeting, or for a promise, which has its meeting's own words."""
    of = "SELECT {key}.id FROM {kind} r JOIN consultation k ON k.uid = r.consultation_uid"
    own, meeting = list[Words](), key
    if ledger == COMMITMENTS.name:
        own = [words_of(session, "commitment", key)]
        its = of.format(key="k", kind="commitment")
        [meeting] = _column(session, f"{its} WHERE r.id = :key", key)
    else:
        for kind in ("statement", "commitment", "participant"):
            parts = _column(session, of.format(key="r", kind=kind) + " WHERE k.id = :key", key)
            own += [words_of(session, kind, each) for each in parts]
    return any(asked.fits(each) for each in (*own, words_of(session, Found.CONSULTATION, meeting)))


def _bears(session: Session, ledger: str, key: int, asked: Asked) -> bool:
    """Return whether a record or what belongs to it bears one part, read from the tables alone."""
    if ledger in {CONSULTATIONS.name, COMMITMENTS.name}:
        return _bears_of_meeting(session, ledger, key, asked)
    if ledger == PEOPLE.name:
        own = [words_of(session, Found.PERSON, key)]
        sayings = _column(session, "SELECT constituency FROM person WHERE id = :key", key)
    elif ledger == VISITS.name:
        own = [words_of(session, Found.VISIT, key)]
        mine = (
            "SELECT m.id FROM matter m JOIN visit v ON v.uid = m.visit_uid"
            " WHERE v.id = :key AND m.withdrawn_at IS NULL"
        )
        own += [words_of(session, Found.MATTER, each) for each in _column(session, mine, key)]
        sayings = _column(session, "SELECT name FROM receiver WHERE visit_id = :key", key)
    else:
        of = "SELECT v.id FROM matter m JOIN visit v ON v.uid = m.visit_uid WHERE m.id = :key"
        [visit] = _column(session, of, key)
        around = words_of(session, Found.VISIT, visit)
        own = [words_of(session, Found.MATTER, key), _without_words(around)]
        sayings = _column(session, "SELECT name FROM receiver WHERE visit_id = :key", visit)
    said = [Words(names=[each], words=[each]) for each in sayings if each]
    return any(asked.fits(each) for each in (*own, *said))


def _without_words(words: Words) -> Words:
    return Words(
        names=words.names,
        phones=words.phones,
        ids=words.ids,
        births=words.births,
        numbers=words.numbers,
        addresses=words.addresses,
    )


def _column(session: Session, query: str, key: int) -> list[object]:
    return list(session.scalars(text(query), {"key": key}))


@pytest.mark.parametrize("typed", ["王建国", "wjg", "建国", "wangjianguo"])
def test_a_receiver_is_found_in_every_spelling(full: Desk, typed: str) -> None:
    received = [n for n in range(len(FILE["visits"])) if n % 2 and RECEIVERS[n % 4] == "王建国"]
    assert len(found(full, VISITS.name, typed, WITHDRAWN_TOO)) >= len(received)
    assert found(full, DEPUTIES.name, typed)


@pytest.mark.parametrize(("typed", "is_found"), [("2026-00", True), ("QHJD-L-2026-00", True)])
def test_a_number_is_found_while_it_is_typed(full: Desk, typed: str, is_found: bool) -> None:
    assert bool(found(full, VISITS.name, typed)) is is_found
    assert bool(found(full, MATTERS.name, typed)) is is_found


def test_only_what_is_asked_for_with_it_is_found_when_withdrawn(full: Desk) -> None:
    shown, every = (
        found(full, VISITS.name, "停车难"),
        found(full, VISITS.name, "停车难", WITHDRAWN_TOO),
    )
    assert len(every - shown) == 1
    assert shown < every


def test_marks_alone_find_nothing_and_beside_words_count_for_nothing(full: Desk) -> None:
    assert found(full, VISITS.name, "，") == set()
    assert found(full, VISITS.name, "停车难 ，") == found(full, VISITS.name, "停车难")


def test_a_list_by_words_says_when_it_may_lack_some_and_no_paper_is_made_of_it(
    desk: Desk, tmp_path: Path
) -> None:
    """As after an upgrade of a million records: more waits than a list reads one by one."""
    desk.visits.register(a_visit(a_visitor("李桂芳")))
    ledger = desk.ledger(VISITS)
    by_words = Chosen(text="李桂芳")
    assert not ledger.may_lack(by_words)
    with desk._store.act(desk.user, Action.KEEP_INDEX, audited=False) as session:
        waiting = [{"kind": 1, "key": 10**9 + n} for n in range(DUE_IN_A_LIST + 1)]
        session.execute(insert(GramDue), waiting)

    assert ledger.may_lack(by_words)
    assert not ledger.may_lack(Chosen())
    with pytest.raises(Refused, match="index_behind"):
        ledger.draw_pdf(tmp_path / "a.pdf", by_words)
    with pytest.raises(Refused, match="index_behind"):
        ledger.write_xlsx(tmp_path / "a.xlsx", by_words)
    assert ledger.write_xlsx(tmp_path / "all.xlsx") == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".xlsx") == [
        "all.xlsx"
    ]


@given(data=st.data())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_glance_is_a_part_of_the_whole_and_says_where_it_is_all(
    full: Desk, data: st.DataObject
) -> None:
    one = full.ledger(data.draw(st.sampled_from(LEDGERS)))
    typed = data.draw(
        st.sampled_from(
            [
                "李",
                "单",
                "电梯",
                "路灯",
                "王芳",
                "lgf",
                "1380",
                "龘",
                "李 电",
                "李 停车",
                "单 路灯",
                "李桂芳 1380",
            ]
        )
    )
    whole = list(one.find_ids(Chosen(text=typed)))
    ids, is_all = one.glance(Chosen(text=typed), most=data.draw(st.sampled_from([1, 2, 5, 100])))
    if is_all:
        assert list(ids) == whole
    else:
        assert [key for key in whole if key in set(ids)] == list(ids)
    assert list(one.glance(Chosen())[0]) == []


def test_a_glance_at_several_parts_is_what_one_record_bears_and_never_all(full: Desk) -> None:
    ids, is_all = full.ledger(VISITS).glance(Chosen(text="李 停车"))
    assert (len(ids) > 0, is_all) == (True, False)
    assert set(ids) <= set(full.ledger(VISITS).find_ids(Chosen(text="李 停车")))
    assert full.ledger(VISITS).glance(Chosen(text="李 龘")) == (array("q"), False)
    ids, is_all = full.ledger(VISITS).glance(Chosen(text="李"), most=1)
    assert (len(ids) > 0, is_all) == (True, False)
