"""Builders: name only what the test is about; all people are invented."""

from datetime import date, datetime, timedelta
from uuid import UUID

from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
from liaison_desktop.model.group_activity import Attendance, GroupActivity
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.plan_item import PlanItem
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.model.words import Channel, Handling, Sex, StationKind

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=SHANGHAI)
STATION_UID = UUID("019a9f00-0000-7000-8000-000000000001")


def a_visitor(name: str = "李桂芳", **changes: object) -> Visitor:
    fields: dict[str, object] = {
        "sex": Sex.FEMALE,
        "phone": "13800001234",
        "address": "和平社区3栋",
    }
    return Visitor(name=name, **(fields | changes))  # type: ignore[arg-type]  # fields by name


def a_matter(title: str = "路灯不亮", **changes: object) -> Matter:
    fields: dict[str, object] = {
        "statement": "小区门口的路灯坏了三个月。",
        "category": "城建环资",
        "handling": Handling.TO_HANDLE,
    }
    uids = {"uid": new_uid(NOON), "station_uid": STATION_UID}
    return Matter(title=title, **(uids | fields | changes))  # type: ignore[arg-type]  # by name


def a_visit(*visitors: Visitor, **changes: object) -> Visit:
    fields: dict[str, object] = {
        "uid": new_uid(NOON),
        "station_uid": STATION_UID,
        "channel": Channel.VISIT,
        "received_at": NOON,
        "registered_at": NOON,
        "visitors": list(visitors) or [a_visitor()],
        "matters": [a_matter()],
    }
    return Visit(**(fields | changes))  # type: ignore[arg-type]  # fields by name


def a_station(**changes: object) -> Station:
    fields: dict[str, object] = {
        "uid": STATION_UID,
        "station_uid": STATION_UID,
        "code": "QHJD",
        "name": "清河街道人大代表联络站",
        "kind": StationKind.STREET,
        "issuing_organ": "清河区人大常委会清河街道工作委员会",
        "phone": "0573-80000001",
        "address": "清河路 1 号",
    }
    return Station(**(fields | changes))  # type: ignore[arg-type]  # fields by name


def a_deputy(name: str = "王建国", **changes: object) -> Deputy:
    uids = {"uid": new_uid(NOON), "station_uid": STATION_UID}
    return Deputy(name=name, **(uids | changes))  # type: ignore[arg-type]  # fields by name


def a_session(**changes: object) -> ReceptionSession:
    held = changes.get("held_on", NOON.date())
    assert isinstance(held, date)
    fields: dict[str, object] = {
        "uid": new_uid(NOON),
        "station_uid": STATION_UID,
        "planned_on": held,
        "held_on": held,
        "starts": "09:00",
        "ends": "11:00",
        "place": "代表联络站",
        "notice_by": held - timedelta(days=3),
    }
    return ReceptionSession(**(fields | changes))  # type: ignore[arg-type]  # fields by name


def a_notice(session: ReceptionSession, **changes: object) -> Notice:
    fields: dict[str, object] = {
        "uid": new_uid(NOON),
        "station_uid": STATION_UID,
        "session_uid": session.uid,
        "held_on": session.held_on,
        "due_on": session.notice_by,
        "doc_number": "〔2026〕7号",
        "issued_on": date(2026, 11, 16),
    }
    return Notice(**(fields | changes))  # type: ignore[arg-type]  # fields by name


def a_field_visit(*names: str, **changes: object) -> FieldVisit:
    fields: dict[str, object] = {
        "uid": new_uid(NOON),
        "station_uid": STATION_UID,
        "visited_on": NOON.date(),
        "place": "和平社区3栋",
        "deputies": [VisitingDeputy(name=name) for name in names or ("王建国",)],
    }
    return FieldVisit(**(fields | changes))  # type: ignore[arg-type]  # fields by name


def an_activity(topic: str = "视察充电桩建设", **changes: object) -> GroupActivity:
    fields: dict[str, object] = {
        "uid": new_uid(NOON),
        "station_uid": STATION_UID,
        "held_on": NOON.date(),
        "attendances": [Attendance(name="王建国"), Attendance(name="周丽华")],
    }
    return GroupActivity(topic=topic, **(fields | changes))  # type: ignore[arg-type]  # by name


def a_leave(name: str = "王建国", **changes: object) -> Leave:
    fields: dict[str, object] = {
        "uid": new_uid(NOON),
        "station_uid": STATION_UID,
        "first_on": NOON.date(),
        "last_on": NOON.date(),
    }
    return Leave(deputy_name=name, **(fields | changes))  # type: ignore[arg-type]  # by name


def a_unit(name: str = "街道办城建办", **changes: object) -> Unit:
    uids = {"uid": new_uid(NOON), "station_uid": STATION_UID}
    return Unit(name=name, **(uids | changes))  # type: ignore[arg-type]  # fields by name


def a_plan_item(title: str = "走访联系选民", **changes: object) -> PlanItem:
    fields: dict[str, object] = {
        "uid": new_uid(NOON),
        "station_uid": STATION_UID,
        "starts_on": date(2026, 1, 5),
    }
    return PlanItem(title=title, **(fields | changes))  # type: ignore[arg-type]  # fields by name


def a_consultation(title: str = "物业服务民情恳谈会", **changes: object) -> Consultation:
    fields: dict[str, object] = {
        "uid": new_uid(NOON),
        "station_uid": STATION_UID,
        "topic": "物业服务",
        "held_on": NOON.date(),
        "starts": "09:00",
        "ends": "11:00",
        "place": "二楼议事厅",
        "host": "王建国",
        "recorder": "刘敏",
    }
    return Consultation(title=title, **(fields | changes))  # type: ignore[arg-type]  # by name


def a_participant(meeting: Consultation, name: str = "马秀英", **changes: object) -> Participant:
    uids = {"uid": new_uid(NOON), "station_uid": STATION_UID, "consultation_uid": meeting.uid}
    return Participant(name=name, **(uids | changes))  # type: ignore[arg-type]  # by name


def a_statement(
    meeting: Consultation, content: str = "电梯停运三天才修。", **changes: object
) -> Statement:
    uids = {"uid": new_uid(NOON), "station_uid": STATION_UID, "consultation_uid": meeting.uid}
    return Statement(content=content, **(uids | changes))  # type: ignore[arg-type]  # by name


def a_commitment(
    meeting: Consultation, content: str = "每月 5 日前公示维修记录", **changes: object
) -> Commitment:
    uids = {"uid": new_uid(NOON), "station_uid": STATION_UID, "consultation_uid": meeting.uid}
    return Commitment(content=content, **(uids | changes))  # type: ignore[arg-type]  # by name
