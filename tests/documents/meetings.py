"""A consultation as its papers get it: people of every kind, what was said, what was promised."""

from dataclasses import replace
from datetime import date, timedelta

from liaison_desktop.documents.meeting_sheet import MeetingSheet
from liaison_desktop.model.commitment import Commitment, Progress
from liaison_desktop.model.consultation import AgendaItem, Consultation, HeardItem, LinkedMatter
from liaison_desktop.model.consultation_words import (
    CommitmentState,
    Origin,
    ParticipantKind,
    StatementKind,
    StatementRoute,
)
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Sex
from tests.builders import (
    NOON,
    a_commitment,
    a_consultation,
    a_matter,
    a_participant,
    a_statement,
    a_station,
)
from tests.documents.papers import NUMBER

RARE = "李㛃𬱖"
"""A name that only few fonts can print whole."""

TODAY = date(2026, 11, 21)


def a_meeting(**changes: object) -> Consultation:
    """Return a meeting of which every fact was typed."""
    fields: dict[str, object] = {
        "topic": "老旧小区电梯更新",
        "topic_source": "接待日多名选民反映",
        "host_post": "街道工委主任",
        "departments": "城建办、派出所",
        "size": 40,
        "volunteers": 5,
        "invited": 10,
        "drawn": 25,
        "channels": "社区公示栏",
        "materials": "合同样本\n投诉统计",
        "notice_by": date(2026, 11, 15),
        "announced_on": date(2026, 11, 13),
        "copies_to": "街道办事处，各社区居民委员会",
        "remark": "会议录音已归档",
        "agenda": [AgendaItem(uid=new_uid(NOON), title=title) for title in ("电梯", "停车")],
        "heard": [HeardItem(title="上年议定事项办理情况", is_heard=True)],
    }
    one = a_consultation(**(fields | changes))
    one.number = "QHJD-K-2026-0001-T"
    return one


def people_of(meeting: Consultation) -> list[Participant]:
    """Return one of each kind; of the residents only 马秀英 may be named."""
    came: dict[str, object] = {"presence": Presence.PRESENT, "signed_at": NOON}
    told: list[tuple[str, dict[str, object]]] = [
        ("周丽华", {"participant_kind": ParticipantKind.DEPUTY, "post": "区人大代表"}),
        ("陈静", {"participant_kind": ParticipantKind.DEPARTMENT, "body": "城建办"}),
        ("马秀英", {"may_publish_name": True, "body": "和平社区", "origin": Origin.DRAWN}),
        (RARE, {"body": "清河小区", "sex": Sex.FEMALE, "is_walk_in": True}),
        ("刘国强", {"participant_kind": ParticipantKind.EXPERT, "origin": Origin.VOLUNTEER}),
        ("赵敏", {"presence": Presence.ON_LEAVE, "signed_at": None}),
    ]
    return [
        a_participant(meeting, name, phone=f"1380000{place:04}", place=place, **(came | fields))
        for place, (name, fields) in enumerate(told, start=1)
    ]


def said_by(meeting: Consultation, who: Participant, content: str, **changes: object) -> Statement:
    fields: dict[str, object] = {
        "speaker": who.name,
        "speaker_body": who.body,
        "participant_uid": who.uid,
        "item_uid": meeting.agenda[0].uid if meeting.agenda else None,
    }
    return a_statement(meeting, content, **(fields | changes))


def a_sheet(meeting: Consultation | None = None, **changes: object) -> MeetingSheet:
    """Return a meeting with an opinion, its answer, a promise, a suggestion not routed yet."""
    one = meeting or a_meeting()
    people = people_of(one)
    _deputy, office, agreed, silent, expert, _away = people
    matter = a_matter("电梯停运")
    matter.number = f"{NUMBER}-1"
    opinion = said_by(one, silent, "电梯停运三天才修。", said_at=NOON + timedelta(minutes=5))
    opinion.route, opinion.matter_uid = StatementRoute.TO_HANDLE, matter.uid
    answer = said_by(one, office, "明天上午检修。", kind=StatementKind.ANSWER)
    answer.answers_uid = opinion.uid
    wish = said_by(one, agreed, f"{RARE}说得对，请公示维修记录。", kind=StatementKind.SUGGESTION)
    remark = said_by(one, expert, "可以加装传感器。", kind=StatementKind.REMARK, item_uid=None)
    one.linked = [LinkedMatter(matter_uid=matter.uid)]
    fields: dict[str, object] = {
        "participants": people,
        "statements": [opinion, answer, wish, remark],
        "commitments": [a_promise(one, opinion, answer)],
        "matters": {matter.uid: matter},
        "attachments": ["现场照片.jpg（12 KB）"],
    }
    sheet = MeetingSheet(one, a_station(), TODAY)
    return replace(sheet, **(fields | changes))  # type: ignore[arg-type]  # fields by name


def a_promise(meeting: Consultation, opinion: Statement, answer: Statement) -> Commitment:
    """Return a promise that was kept."""
    return a_commitment(
        meeting,
        raised_by=opinion.speaker,
        raised_uid=opinion.uid,
        answer_uid=answer.uid,
        unit_name="城建办",
        person="陈静",
        due_on=date(2026, 12, 5),
        state=CommitmentState.KEPT,
        settled_on=date(2026, 12, 3),
        struck_on=date(2026, 12, 4),
        published_on=date(2026, 12, 6),
        proof="公示照片",
        progress=[Progress(noted_on=date(2026, 12, 1), content="已贴出样张")],
    )
