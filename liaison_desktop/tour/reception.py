"""A reception day that is held, a year that is planned, and the lists of the schedule."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from liaison_desktop.tour import Tour, answered, wait_until

if TYPE_CHECKING:
    from liaison_desktop.desk.desk import Desk
    from liaison_desktop.ui.main_window import MainWindow
    from liaison_desktop.ui.pages.rota_panel import RotaPanel
    from liaison_desktop.ui.pages.schedule import SchedulePage

RULE = """name = "单月15日接待日"
kind = "day_of_month"
days = [15]
months = [1, 3, 5, 7, 9, 11]
valid_from = 2027-01-01
starts = "09:00"
ends = "11:00"
place = "联络站接待室"
deputies = 2
"""


def show_reception(tour: Tour, window: MainWindow) -> None:
    """Leave pictures of the day itself, its notices, the rota with its figures, and the lists."""
    page, desk = window.schedule, window.room.desk
    _hold_a_day(tour, window, page)
    _plan_a_year(tour, window, page)
    _fill_the_lists(desk)
    for name in ("field_visits", "activities", "journal", "plan"):
        page.parts.set_value(name)
        answered(window)
        tour.picture(window, f"schedule-{name.replace('_', '-')}")
    page.parts.set_value("calendar")
    answered(window)
    tour.say(
        "接待日、公告、轮值表、走访、活动、纪实、计划 / the day, its notice, the rota, the lists"
    )


def _hold_a_day(tour: Tour, window: MainWindow, page: SchedulePage) -> None:
    from liaison_desktop.model.schedule_words import Presence

    sessions = window.room.desk.schedule.sessions
    session = next(one for one in sessions.find() if len(one.slots) > 1)
    page.open_session(session.uid)
    wait_until(lambda: page.session.session is not None)
    tour.picture(window, "session-planned")
    session = sessions.open(session)
    session = sessions.sign_in(session, {0: Presence.PRESENT})
    sessions.substitute(session, 1, "孙立军", "临时有会", Presence.ON_LEAVE)
    page.session.begin()
    answered(window)
    tour.picture(window, "session-open")
    page.session.parts.set_value(1)
    answered(window)
    tour.picture(window, "session-notices")
    page.session.go_back()
    answered(window)


def _plan_a_year(tour: Tour, window: MainWindow, page: SchedulePage) -> None:
    from liaison_desktop.model.kept_rule import KeptRule
    from liaison_desktop.model.uids import new_uid

    desk = window.room.desk
    rule = KeptRule(
        uid=new_uid(desk.now()), station_uid=desk.station.uid, name="单月15日接待日", toml=RULE
    )
    desk.schedule.rules.register(rule)
    page.parts.set_value("rota")
    panel = cast("RotaPanel", page.panel("rota"))
    panel.plan.year.set_value("2027")
    panel.register_sessions()
    answered(window)
    panel.plan_rota()
    answered(window)
    tour.picture(window, "rota")
    panel.begin_rule(rule)
    answered(window)
    tour.picture(window, "rota-rule")
    panel.leave_rule()
    answered(window)


def _fill_the_lists(desk: Desk) -> None:
    from liaison_desktop.model.group_activity import Attendance, GroupActivity
    from liaison_desktop.model.plan_item import PlanItem
    from liaison_desktop.model.schedule_words import DutyKind, Presence, Rhythm
    from liaison_desktop.model.uids import new_uid

    def own() -> dict[str, Any]:
        return {"uid": new_uid(desk.now()), "station_uid": desk.station.uid}

    there = [
        Attendance(name=name, presence=Presence.PRESENT) for name in ("周丽华", "王建国", "李志强")
    ]
    desk.schedule.activities.register(
        GroupActivity(
            **own(),
            held_on=date(2026, 11, 12),
            topic="视察老旧小区改造",
            group_name="第一代表小组",
            convener="周丽华",
            duty_kind=DutyKind.INSPECTION,
            attendances=there,
        )
    )
    desk.schedule.plan_items.register(
        PlanItem(**own(), title="代表小组活动", rhythm=Rhythm.QUARTER, starts_on=date(2026, 2, 16))
    )
