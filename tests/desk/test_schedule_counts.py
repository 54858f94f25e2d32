"""The month's report tells the schedule as it was held."""

from datetime import date

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.field_visit import FieldVisit, VisitingDeputy
from liaison_desktop.model.reception_session import RotaSlot
from liaison_desktop.model.schedule_words import ActivityState, DutyKind, Presence
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel
from tests.builders import NOON, STATION_UID, a_deputy, a_session

NOVEMBER = date(2026, 11, 1)


def _said(desk: Desk, group: str, label: str) -> tuple[str, str]:
    rows = desk.reports.month(NOVEMBER).rows
    row = next(row for row in rows if (row.group, row.label) == (group, label))
    return row.month, row.year


def test_sessions_attendances_and_field_visits_are_counted(desk: Desk) -> None:
    for name, level in (("王建国", MandateLevel.COUNTY), ("周丽华", MandateLevel.TOWN)):
        desk.deputies.register(a_deputy(name, mandates=[Mandate(level=level)]))
    sessions = desk.schedule.sessions
    today = a_session(slots=[RotaSlot(name="王建国"), RotaSlot(name="周丽华")])
    spring = a_session(held_on=date(2026, 3, 16), planned_on=date(2026, 3, 15))
    rained = a_session(held_on=date(2026, 11, 27))
    for one in (today, spring, rained):
        sessions.register(one)
    sessions.cancel(rained, "台风")
    came = {0: Presence.PRESENT, 1: Presence.ON_LEAVE}
    sessions.close(sessions.sign_in(sessions.open(today), came))
    desk.schedule.field_visits.register(
        FieldVisit(
            uid=new_uid(NOON),
            station_uid=STATION_UID,
            visited_on=date(2026, 11, 4),
            place="和平社区",
            headcount=6,
            state=ActivityState.DONE,
            deputies=[VisitingDeputy(name="周丽华")],
        )
    )
    assert _said(desk, "接待日", "计划（次）") == ("2", "3")
    assert _said(desk, "接待日", "已举行（次）") == ("1", "1")
    assert _said(desk, "接待日", "顺延或改期（次）") == ("0", "1")
    assert _said(desk, "接待日", "取消（次）") == ("1", "1")
    assert _said(desk, "参加代表", "县（区）人大代表（人次）") == ("1", "1")
    assert _said(desk, "走访", "走访（人次）") == ("6", "6")
    assert _said(desk, "履职", "接待选民（条）") == ("1", "1")
    assert _said(desk, "代表", "进站率") == ("50.0%", "50.0%")
    assert _said(desk, "代表", "未达最低次数（人）") == ("2", "2")
    groups = {row.label for row in desk.reports.month(NOVEMBER).rows if row.group == "参加代表"}
    assert groups == {"县（区）人大代表（人次）"}


def test_who_was_in_office_in_a_month_counts_in_its_report_for_ever(desk: Desk) -> None:
    left = Mandate(level=MandateLevel.COUNTY, valid_to=date(2026, 6, 30))
    desk.deputies.register(a_deputy("王建国", mandates=[left]))
    came = DutyEntry(
        uid=new_uid(NOON),
        station_uid=STATION_UID,
        deputy_name="王建国",
        kind=DutyKind.STATION_VISIT,
        done_on=date(2026, 5, 15),
    )
    desk.schedule.journal.register(came)
    rows = {row.label: row.month for row in desk.reports.month(date(2026, 5, 1)).rows}
    assert rows["进站率"].startswith("100.0%")
    assert _said(desk, "代表", "进站率")[0] == "—"
