"""恳谈会台账, 承诺事项台账 and the roster of the deliberation body: what is told, chosen, shown."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import (
    CommitmentState,
    ConsultationKind,
    MemberOrigin,
    StatementKind,
    StatementRoute,
)
from liaison_desktop.model.ledger import Chosen, Ledger
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.talk_ledgers import BODY_MEMBERS, COMMITMENTS, CONSULTATIONS
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Role, Way
from tests.builders import (
    NOON,
    STATION_UID,
    a_commitment,
    a_consultation,
    a_participant,
    a_statement,
)
from tests.documents.papers import by_pypdf

TODAY = NOON.date()


@pytest.fixture
def meeting(desk: Desk) -> Consultation:
    """Four were to come, three came and one walked in; three opinions, one of them routed."""
    one = a_consultation()
    talk = desk.talk
    talk.meetings.register(one)
    for name, presence in (("马秀英", Presence.PRESENT), ("赵强", Presence.PRESENT)):
        talk.participants.register(a_participant(one, name, presence=presence))
    talk.participants.register(a_participant(one, "王伟", presence=Presence.ABSENT))
    talk.participants.register(a_participant(one, "李强", presence=None))
    walk_in = a_participant(
        one, "单雄信", is_walk_in=True, presence=Presence.PRESENT, phone="13800004321"
    )
    talk.participants.register(walk_in)
    kinds = (StatementKind.OPINION, StatementKind.SUGGESTION, StatementKind.OPINION)
    for kind in kinds:
        talk.statements.register(a_statement(one, kind=kind, speaker="马秀英"))
    talk.statements.register(a_statement(one, "月底前修好。", kind=StatementKind.ANSWER))
    first = talk.statements.of(one.uid)[0]
    talk.statements.route(first, Routing(StatementRoute.NOTED, note="另有渠道"))
    promise(desk, one, "修好电梯", due_on=date(2026, 11, 19), unit_name="清风物业公司")
    promise(desk, one, "公示记录", raised_by="马秀英", state=CommitmentState.KEPT)
    promise(desk, one, "商量停车")
    return one


def promise(desk: Desk, one: Consultation, content: str, **changes: object) -> None:
    if changes.get("state"):
        changes["settled_on"] = TODAY
    desk.talk.commitments.register(a_commitment(one, content, **changes))


def told(desk: Desk, ledger: Ledger[object], **chosen: object) -> list[Mapping[str, str]]:
    verbs = desk.ledger(ledger)
    rows = verbs.rows(verbs.find_ids(Chosen(**chosen)))  # type: ignore[arg-type]  # by name
    return [dict(zip((c.name for c in ledger.columns), row, strict=True)) for row in rows]


def contents(desk: Desk, **chosen: object) -> list[str]:
    return sorted(row["content"] for row in told(desk, COMMITMENTS, **chosen))


def test_a_row_counts_what_belongs_to_the_meeting(desk: Desk, meeting: Consultation) -> None:
    [row] = told(desk, CONSULTATIONS)
    assert row == {
        "number": meeting.number,
        "held_on": "2026-11-20",
        "kind": "民情恳谈",
        "title": "物业服务民情恳谈会",
        "topic": "物业服务",
        "place": "二楼议事厅",
        "expected": "4",
        "present": "3",
        "opinions": "3",
        "routed": "1",
        "promises": "3",
        "kept": "1",
        "state": "筹备中",
    }
    attendance = desk.talk.meetings.meeting(meeting.uid).attendance
    assert (attendance.expected, attendance.present) == (4, 3)


def test_a_meeting_without_anything_counts_nothing(desk: Desk) -> None:
    desk.talk.meetings.register(a_consultation())
    [row] = told(desk, CONSULTATIONS)
    counts = ("expected", "present", "opinions", "routed", "promises", "kept")
    assert [row[name] for name in counts] == ["0"] * 6


def test_meetings_are_chosen_by_kind_day_and_what_waits(desk: Desk, meeting: Consultation) -> None:
    early = a_consultation("预算恳谈", kind=ConsultationKind.BUDGET, held_on=date(2026, 3, 1))
    desk.talk.meetings.register(early)

    def titles(**chosen: object) -> list[str]:
        return [row["title"] for row in told(desk, CONSULTATIONS, **chosen)]

    assert titles() == [meeting.title, "预算恳谈"]
    assert titles(words={"kind": ConsultationKind.BUDGET}) == ["预算恳谈"]
    assert titles(since=date(2026, 3, 2)) == [meeting.title]
    assert titles(until=date(2026, 3, 1)) == ["预算恳谈"]
    assert titles(ticks=frozenset({"unrouted"})) == [meeting.title]
    for word in ("单雄信", "修好电梯", "三天才修"):
        assert titles(text=word) == [meeting.title]


def test_a_promise_says_whether_it_is_overdue_or_has_no_day(
    desk: Desk, meeting: Consultation
) -> None:
    states = {row["content"]: row["state"] for row in told(desk, COMMITMENTS)}
    assert states == {"修好电梯": "已超期", "公示记录": "已兑现", "商量停车": "办理中、未填期限"}


@pytest.mark.parametrize(
    ("tick", "expected"),
    [("overdue", "修好电梯"), ("undated", "商量停车"), ("unheard", "公示记录")],
)
def test_promises_are_chosen_by_what_waits(
    desk: Desk, meeting: Consultation, tick: str, expected: str
) -> None:
    assert contents(desk, ticks=frozenset({tick})) == [expected]


def test_a_promise_told_to_who_raised_it_waits_no_longer(desk: Desk, meeting: Consultation) -> None:
    [kept] = desk.talk.commitments.unheard()
    desk.talk.commitments.feed_back(kept, TODAY, Way.CALL)
    assert contents(desk, ticks=frozenset({"unheard"})) == []


def test_promises_are_found_by_their_words_and_by_their_meeting(
    desk: Desk, meeting: Consultation
) -> None:
    other = a_consultation("停车座谈会", topic="停车", held_on=date(2026, 3, 1))
    desk.talk.meetings.register(other)
    promise(desk, other, "划车位")
    assert contents(desk, text="清风物业") == ["修好电梯"]
    assert contents(desk, text="停车座谈") == ["划车位"]
    assert contents(desk, text="物业服务") == ["修好电梯", "公示记录", "商量停车"]
    assert contents(desk, since=date(2026, 11, 1), text="停车") == ["商量停车"]


def test_a_withdrawn_meeting_takes_its_promises_with_it(
    head_desk: Desk, desk: Desk, meeting: Consultation
) -> None:
    head_desk.talk.meetings.withdraw(head_desk.talk.meetings.load(meeting.uid), "登记错了")
    assert contents(desk) == []
    assert len(contents(desk, ticks=frozenset({"withdrawn"}))) == 3


def test_the_public_edition_has_what_was_posted_and_no_names(
    desk: Desk, meeting: Consultation, tmp_path: Path
) -> None:
    promise(desk, meeting, "装监控", person="孙立", raised_by="马秀英", published_on=TODAY)
    target = tmp_path / "公开版.xlsx"
    assert desk.ledger(COMMITMENTS).write_xlsx(target, is_public=True) == 1
    written = str([*openpyxl.load_workbook(target).worksheets[0].values])
    assert "装监控" in written
    for hidden in ("马秀英", "马**", "孙立", "提出人", "修好电梯"):
        assert hidden not in written
    assert desk.ledger(CONSULTATIONS).write_xlsx(target, is_public=True) == 1


def test_who_may_not_read_names_reads_no_name_of_who_raised_it(
    desk: Desk, meeting: Consultation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(desk.user), "roles_on", lambda *_: frozenset({Role.ADMIN}))
    assert {row["raised_by"] for row in told(desk, COMMITMENTS)} == {"", "马**"}
    assert told(desk, CONSULTATIONS, text="单雄信") == []
    assert contents(desk, text="马秀英") == []


@pytest.mark.parametrize("ledger", [CONSULTATIONS, COMMITMENTS])
def test_the_paper_says_what_the_screen_says(
    desk: Desk, meeting: Consultation, tmp_path: Path, ledger: Ledger[object]
) -> None:
    drawn = desk.ledger(ledger).draw_pdf(tmp_path / "台账.pdf")
    assert (drawn.form, drawn.pages) == (ledger.name, 1)
    text = by_pypdf(drawn.path)
    assert ledger.title in text
    for row in told(desk, ledger):
        assert row["state"] in text


def test_members_of_the_body_are_told_with_their_term(desk: Desk, tmp_path: Path) -> None:
    def add(name: str, **changes: object) -> None:
        uids = {"uid": new_uid(NOON), "station_uid": STATION_UID}
        desk.talk.members.register(BodyMember(name=name, **(uids | changes)))  # type: ignore[arg-type]  # by name

    add("赵强", valid_to=date(2026, 11, 19), body="和平社区")
    add("王芳", member_origin=MemberOrigin.CPPCC, valid_from=TODAY, phone="13800001111")
    rows = {row["name"]: row for row in told(desk, BODY_MEMBERS)}
    assert (rows["赵强"]["state"], rows["王芳"]["state"]) == ("任期已满", "任期内")
    assert rows["王芳"]["phone"] == "13800001111"

    def names(**chosen: object) -> list[str]:
        return [row["name"] for row in told(desk, BODY_MEMBERS, **chosen)]

    assert names(ticks=frozenset({"serving"})) == ["王芳"]
    assert names(words={"member_origin": MemberOrigin.CPPCC}) == ["王芳"]
    assert names(text="zhaoq") == names(text="和平") == ["赵强"]
    assert not BODY_MEMBERS.has_public
