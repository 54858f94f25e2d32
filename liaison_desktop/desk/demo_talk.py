"""虚构的恳谈会 — invented meetings with what was said, promised and came of it, for trying."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from liaison_desktop.desk.demo import invented_person
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import AgendaItem, Consultation
from liaison_desktop.model.consultation_words import (
    ConsultationKind,
    Origin,
    ParticipantKind,
    StatementKind,
    StatementRoute,
)
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Way

BEFORE = (60, 25, 3, -12)
"""So many days ago each was held; the last is still to come."""

CROWD, EACH = 20, 8
"""Invented people, and so many of them at each meeting."""

_HOST, _UNIT = "王建国", "街道办城建办"
_MEETINGS = (
    (ConsultationKind.SENTIMENT, "老旧小区电梯维修恳谈会", "电梯维修"),
    (ConsultationKind.BUDGET, "财政预算民主恳谈会", "财政预算"),
    (ConsultationKind.SENTIMENT, "电梯维修情况回头看", "电梯维修"),
    (ConsultationKind.FORUM, "停车难座谈会", "停车"),
)
_SAID = (
    ("电梯三天两头停，老人下不了楼，什么时候能修好？", StatementRoute.TO_HANDLE),
    ("希望每月公示一次维修记录和费用。", StatementRoute.NOTED),
    ("楼道堆物堵住电梯口，能不能管一管？", StatementRoute.ANSWERED),
    ("建议装一部担架电梯。", None),
)
_ANSWER = "维修单位下周进场，月底前修好，每月五日前公示一次记录。"


def register_meetings(desk: Desk, seed: int) -> list[str]:
    """Register a few invented meetings, one in each state, and return their numbers.

    A home that has meetings already gets none.
    """
    if desk.talk.meetings.newest(1):
        return []
    chance = random.Random(seed)  # noqa: S311 - invented people, not secrets
    crowd = [invented_person(chance, place) for place in range(CROWD)]
    return [_register(desk, place, chance.sample(crowd, EACH)) for place in range(len(_MEETINGS))]


def _register(desk: Desk, place: int, people: list[dict[str, object]]) -> str:
    meetings, held_on = desk.talk.meetings, desk.today() - timedelta(days=BEFORE[place])
    kind, title, topic = _MEETINGS[place]
    one = Consultation(
        **_own(desk),
        kind=kind,
        title=title,
        topic=topic,
        held_on=held_on,
        starts="14:00",
        ends="16:00",
        place="二楼议事厅",
        host=_HOST,
        recorder=desk.user.name or desk.user.login,
        size=len(people),
        agenda=[AgendaItem(uid=new_uid(desk.now()), title="听取意见"), _answers(desk)],
    )
    meetings.register(one)
    is_held = BEFORE[place] > 0
    came = [_take_part(desk, one, person, is_held=is_held) for person in people]
    if not is_held:
        return one.number
    _speak(desk, one, came)
    _promise(desk, one, held_on, came[0].name)
    opened = meetings.open(meetings.load(one.uid))
    if place < 2:
        finished = meetings.finish(opened)
        if place == 0:
            meetings.sign(finished, _HOST, held_on + timedelta(days=2))
    return one.number


def _own(desk: Desk) -> dict[str, Any]:
    return {"uid": new_uid(desk.now()), "station_uid": desk.station.uid}


def _answers(desk: Desk) -> AgendaItem:
    return AgendaItem(uid=new_uid(desk.now()), title="部门答复")


def _take_part(
    desk: Desk, one: Consultation, person: dict[str, object], *, is_held: bool
) -> Participant:
    who = Participant(
        **_own(desk),
        consultation_uid=one.uid,
        name=str(person["name"]),
        phone=str(person["phone"]),
        body=str(person["address"]),
        participant_kind=ParticipantKind.RESIDENT,
        origin=Origin.VOLUNTEER,
        presence=Presence.PRESENT if is_held else None,
    )
    desk.talk.participants.register(who)
    return who


def _speak(desk: Desk, one: Consultation, came: list[Participant]) -> None:
    for nth, (content, route) in enumerate(_SAID):
        who = came[nth % len(came)]
        said = Statement(
            **_own(desk),
            consultation_uid=one.uid,
            kind=StatementKind.OPINION,
            speaker=who.name,
            speaker_body=who.body,
            participant_uid=who.uid,
            content=content,
        )
        desk.talk.statements.register(said)
        if route is not None:
            desk.talk.statements.route(said, Routing(route, note="已当场说明"))
    answer = Statement(
        **_own(desk),
        consultation_uid=one.uid,
        kind=StatementKind.ANSWER,
        speaker="赵强",
        speaker_body=_UNIT,
        content=_ANSWER,
    )
    desk.talk.statements.register(answer)


def _promise(desk: Desk, one: Consultation, held_on: date, raised_by: str) -> None:
    """Let one be kept and told, one have its day, and one have neither unit nor day."""
    commitments = desk.talk.commitments
    due = {"unit_name": _UNIT, "person": "赵强", "due_on": held_on + timedelta(days=30)}

    def promise(content: str, fields: Mapping[str, Any]) -> Commitment:
        made = Commitment(
            **_own(desk),
            consultation_uid=one.uid,
            raised_by=raised_by,
            content=content,
            **fields,
        )
        commitments.register(made)
        return made

    kept = promise("电梯修好并通过检验", due)
    promise("每月公示维修记录", due)
    promise("商量加装担架电梯", {})
    day = min(held_on + timedelta(days=20), desk.today())
    told = commitments.keep(commitments.load(kept.uid), day, "检验报告")
    commitments.feed_back(told, day, Way.CALL, "满意")
