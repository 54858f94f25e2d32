"""虚构的办理 — invented matters led into every list of 意见办理, for trying."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.work import WorkRow
from liaison_desktop.model.step import Step
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.words import Move, ResultClass, Route, Satisfaction, Way
from liaison_desktop.model.work_lists import Work

UNITS = ("街道办城建办", "街道办民政办", "街道办综治办")
Said = dict[str, Any]
"""A move with what is said at it, by the names of the fields of a step."""

_HEAD, _ANSWER = "王建国", "已到现场查看，下周内处理完毕。"
_ROUTE: Said = {"move": Move.ROUTE, "route": Route.TO_LOCAL_UNIT}
_ASSIGN: Said = {"move": Move.ASSIGN, "unit_name": UNITS[0]}
_REPLY: Said = {"move": Move.REPLY, "text": _ANSWER}
_DONE = _REPLY | {"result_class": ResultClass.RESOLVED}
_TELL: Said = {"move": Move.FEED_BACK, "way": Way.CALL}
_ASK = _TELL | {"move": Move.EVALUATE}
_PROMISE = _REPLY | {"result_class": ResultClass.PLANNED, "promise": "月底前更换"}
_GOOD = _ASK | {"satisfaction": Satisfaction.SATISFIED}
_BAD = _ASK | {"satisfaction": Satisfaction.DISSATISFIED}

WAYS: Sequence[Sequence[Said]] = (
    (_ROUTE, _ASSIGN),
    (_ROUTE, _ASSIGN, _DONE, _TELL, _BAD),
    (_ROUTE, _ASSIGN, _PROMISE, _TELL, _GOOD),
    (_ROUTE, _ASSIGN, _DONE, _TELL),
    (_ROUTE, _ASSIGN, _DONE, _TELL, _GOOD),
    (_ROUTE, _ASSIGN, _DONE),
    (_ROUTE, _ASSIGN, {"move": Move.ACKNOWLEDGE}, {"move": Move.CHASE, "text": "请抓紧办理。"}),
    (_ROUTE,),
)
"""How far each is led, the one that was received first to begin with: its limits are over."""

PROMISED_WITHIN = timedelta(days=5)


def lead_matters(desk: Desk) -> list[str]:
    """Lead a few matters that wait to be screened on, and return their numbers.

    The units they go to are registered where there are none; a home that has handed something over
    already is left alone.
    """
    if desk.work.count(Work.IN_HAND) or desk.units.find():
        return []
    for name in UNITS:
        uid = new_uid(desk.now())
        desk.units.register(Unit(uid=uid, station_uid=desk.station.uid, name=name))
    waiting = desk.work.find(Work.TO_SCREEN)
    rows = [row for row in waiting if not desk.matters.load(row.number).is_incomplete]
    rows.sort(key=lambda row: (row.received_on, row.number))
    for row, way in zip(rows, WAYS, strict=False):
        _lead(desk, row, way)
    return [row.number for row, _way in zip(rows, WAYS, strict=False)]


def _lead(desk: Desk, row: WorkRow, way: Sequence[Said]) -> None:
    """Let a matter go its way: decided and handed over when it came, the rest today."""
    matter = desk.matters.load(row.number)
    for said in way:
        is_early = said["move"] in {Move.ROUTE, Move.ASSIGN}
        day = row.received_on if is_early else desk.today()
        matter = desk.matters.move(matter, _step(desk, matter.uid, said, day))


def _step(desk: Desk, matter_uid: UUID, said: Said, day: date) -> Step:
    fields: Said = {
        "uid": new_uid(desk.now()),
        "station_uid": desk.station.uid,
        "matter_uid": matter_uid,
        "done_on": day,
        "signed_by": _HEAD,
    }
    if said.get("result_class") is ResultClass.PLANNED:
        fields["due_on"] = day + PROMISED_WITHIN
    return Step(**(fields | said))
