"""A consultation: asked for, signed in for, recorded as it is held, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from liaison_desktop.tour import Tour, answered, wait_until

if TYPE_CHECKING:
    from liaison_desktop.desk.desk import Desk
    from liaison_desktop.model.consultation import Consultation
    from liaison_desktop.model.participant import Participant
    from liaison_desktop.model.statement import Statement
    from liaison_desktop.ui.main_window import MainWindow

AGENDA = ("物业服务评价", "公共收益公示", "电动车充电", "形成意见建议")
PEOPLE = (
    ("王建国", "清河街道", "deputy"),
    ("周丽华", "清河街道", "deputy"),
    ("马秀英", "和平社区", "resident"),
    ("陈国强", "和平社区", "resident"),
    ("赵经理", "物业公司", "department"),
    ("某㛃𬱖", "东门社区", "resident"),
)
SAID = (
    ("马秀英", "opinion", "电梯停运三天才修，业主群里没有人回应。希望物业公开维修时限。"),
    ("陈国强", "suggestion", "建议每月公示一次维修记录，贴在单元门口，老人也看得到。"),
    ("赵经理", "answer", "从 12 月起每月 5 日前公示上月维修记录；电梯故障 24 小时内给出说明。"),
    ("某㛃𬱖", "opinion", "充电桩离住宅太近，晚上有人飞线充电。"),
)
LOOKS = {
    "prepare": "talk-prepare",
    "sign_in": "talk-sign-in",
    "record": "talk-record",
    "notes": "talk-notes",
    "routes": "talk-routes",
    "promises": "talk-promises",
    "ending": "talk-ending",
    "series": "talk-series",
}
"""The parts of an opened meeting, by the name of the picture."""


def show_talk(tour: Tour, window: MainWindow, narrow: tuple[int, int]) -> None:
    """Leave pictures of the meetings, of one in all its parts, and of its record in little room."""
    meeting = _hold(window.room.desk)
    window.go_to(window.consultations)
    answered(window)
    tour.picture(window, "talk-list")
    window.room.ways.to_consultation.emit(meeting.uid)
    view = window.consultations.view
    wait_until(lambda: view.consultation is not None)
    for key, name in LOOKS.items():
        view.parts.set_value(key)
        answered(window)
        tour.picture(window, name)
    view.parts.set_value("record")
    wide = window.size()
    window.resize(*narrow)
    answered(window)
    tour.picture(window, "talk-record-125pct")
    window.resize(wide)
    tour.say(
        "民情恳谈：清单、筹备、签到、记录、去向、承诺、审签 / a consultation and all its parts"
    )


def _hold(desk: Desk) -> Consultation:
    """Register a meeting being recorded: who came, what was said, where it went, the promises."""
    talk, meeting = desk.talk, _meeting(desk)
    talk.meetings.register(meeting)
    people = _people(desk, meeting)
    talk.participants.register_all(list(people.values()))
    opened = talk.meetings.open(talk.meetings.load(meeting.uid))
    talk.statements.register_all(_said(desk, opened, people))
    _route_and_promise(desk, meeting)
    return opened


def _own(desk: Desk) -> dict[str, Any]:
    from liaison_desktop.model.uids import new_uid

    return {"uid": new_uid(desk.now()), "station_uid": desk.station.uid}


def _meeting(desk: Desk) -> Consultation:
    from liaison_desktop.model.consultation import AgendaItem, Consultation
    from liaison_desktop.model.uids import new_uid

    return Consultation(
        **_own(desk),
        title="物业服务民情恳谈会",
        topic="物业服务",
        held_on=desk.today(),
        starts="14:00",
        ends="15:30",
        place="二楼议事厅",
        host="王建国",
        recorder="刘敏",
        size=len(PEOPLE),
        invited=len(PEOPLE),
        agenda=[AgendaItem(uid=new_uid(desk.now()), title=title) for title in AGENDA],
    )


def _people(desk: Desk, meeting: Consultation) -> dict[str, Participant]:
    from liaison_desktop.model.consultation_words import ParticipantKind
    from liaison_desktop.model.participant import Participant
    from liaison_desktop.model.schedule_words import Presence

    return {
        name: Participant(
            **_own(desk),
            consultation_uid=meeting.uid,
            name=name,
            body=body,
            participant_kind=ParticipantKind(kind),
            presence=Presence.PRESENT,
        )
        for name, body, kind in PEOPLE
    }


def _said(desk: Desk, meeting: Consultation, people: dict[str, Participant]) -> list[Statement]:
    from liaison_desktop.model.consultation_words import StatementKind
    from liaison_desktop.model.statement import Statement

    return [
        Statement(
            **_own(desk),
            consultation_uid=meeting.uid,
            item_uid=meeting.agenda[0].uid,
            kind=StatementKind(kind),
            speaker=name,
            participant_uid=people[name].uid,
            content=words,
            said_at=desk.now(),
        )
        for name, kind, words in SAID
    ]


def _route_and_promise(desk: Desk, meeting: Consultation) -> None:
    """Say where two of the opinions go, and keep two promises, one without its unit and day."""
    from liaison_desktop.desk.statements import Routing
    from liaison_desktop.model.commitment import Commitment
    from liaison_desktop.model.consultation_words import StatementRoute

    talk = desk.talk
    asked, suggested, answer, _last = talk.statements.of(meeting.uid)
    talk.statements.route(asked, Routing(StatementRoute.TO_HANDLE))
    talk.statements.route(suggested, Routing(StatementRoute.ANSWERED, note=answer.content))
    promised: dict[str, Any] = {
        "answer_uid": answer.uid,
        "raised_uid": suggested.uid,
        "raised_by": suggested.speaker,
        "content": "每月 5 日前公示上月维修记录",
        "unit_name": "物业公司",
        "person": "赵经理",
        "due_on": desk.today() + timedelta(days=15),
    }
    for fields in (promised, {"content": "核查公共收益账目"}):
        one = Commitment(**_own(desk), consultation_uid=meeting.uid, **fields)
        talk.commitments.register(one)
