"""小组活动 and 走访 on the screen: the notice that is due, and the photos that hang on them."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.schedule_words import ActivityState
from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.pages.roll_panel import RollPanel
from liaison_desktop.ui.pages.roll_panels import ActivitiesPanel, FieldVisitsPanel
from tests.builders import a_deputy, a_field_visit, an_activity
from tests.documents.papers import on_paper
from tests.homes import CLERK, StoppedClock, a_desk
from tests.ui.conftest import LogIn, OpenDoor
from tests.ui.hands import Until, words_on


@pytest.fixture
def desk(home: Path, clock: StoppedClock) -> Iterator[Desk]:
    desk = a_desk(home, clock, CLERK)
    desk.deputies.register(a_deputy("王建国"))
    yield desk
    desk.close()


def test_an_activity_of_which_nobody_was_told_is_marked_and_today_leads_to_it(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until, desk: Desk
) -> None:
    today = desk.today()
    for topic, days in (("视察充电桩建设", 2), ("视察老旧小区", 4), ("学习监督法", 20)):
        desk.schedule.activities.register(an_activity(topic, held_on=today + timedelta(days=days)))
    told = an_activity("调研托育", held_on=today + timedelta(days=1), announced_on=today)
    desk.schedule.activities.register(told)
    window = log_in(open_door(home))
    window.today.begin()
    until(lambda: "小组活动已过通知期限" in words_on(window.today))
    assert "2026-11-24 视察老旧小区，最迟 2026-11-21 通知" in words_on(window.today)
    assert "学习监督法" not in words_on(window.today)
    rows = window.today.to_do.findChildren(RowButton)
    next(row for row in rows if "该通知了" in words_on(row)).click()
    panel = window.schedule.panel("activities")
    assert isinstance(panel, RollPanel)
    until(lambda: "视察老旧小区" in panel.card.heading.text())
    rows = [words_on(row) for row in panel.list.findChildren(RowButton)]
    found = {topic: row for row in rows for topic in TOPICS if topic in row}
    assert "通知逾期" in found["视察充电桩建设"]
    assert "该通知了" in found["视察老旧小区"]
    assert "最迟 2026-12-07 通知" in found["学习监督法"]
    assert "通知迟发" in found["调研托育"]


TOPICS = ("视察充电桩建设", "视察老旧小区", "学习监督法", "调研托育")


def test_photos_hang_on_an_activity_and_its_record_counts_them(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until, desk: Desk, tmp_path: Path
) -> None:
    photos = [tmp_path / "现场一.jpg", tmp_path / "现场二.PNG", tmp_path / "签到.pdf"]
    for photo in photos:
        photo.write_bytes(photo.name.encode() * 100)
    activity = an_activity(state=ActivityState.DONE)
    desk.schedule.activities.register(activity)
    window = log_in(open_door(home))
    window.room.ways.to_activity.emit(activity.uid)
    panel = window.schedule.panel("activities")
    assert isinstance(panel, ActivitiesPanel)
    until(lambda: "没有附件。" in words_on(panel.attachments))
    panel.attachments.attach(photos)
    until(lambda: "现场二.PNG" in words_on(panel.attachments))
    [first, *_others] = desk.attachments.find(activity)
    assert desk.attachments.load(first) == photos[0].read_bytes()
    assert photos[0].read_bytes() not in b"".join(
        file.read_bytes() for file in home.rglob("*") if file.is_file()
    )
    paper = tmp_path / "F26.pdf"
    kept = desk.schedule.activities.load(activity.uid)
    desk.schedule_papers.print_activity(kept, "activity_record", paper)
    assert "2张，存于本机附件" in on_paper(paper)
    panel.attachments.attach([tmp_path / "没有这张.jpg"])
    until(panel.banner.isVisible)
    assert "没有这张.jpg" in words_on(panel.banner)
    panel.begin_new()
    until(lambda: not panel.attachments.isVisible())


def test_photos_hang_on_a_field_visit_too(
    home: Path, open_door: OpenDoor, log_in: LogIn, until: Until, desk: Desk, tmp_path: Path
) -> None:
    photo = tmp_path / "现场.jpg"
    photo.write_bytes(b"photo")
    desk.schedule.field_visits.register(visit := a_field_visit("王建国", place="和平社区"))
    window = log_in(open_door(home))
    window.go_to(window.schedule, partial(window.schedule.open_field_visit, visit.uid))
    panel = window.schedule.panel("field_visits")
    assert isinstance(panel, FieldVisitsPanel)
    until(lambda: "没有附件。" in words_on(panel.attachments))
    panel.attachments.attach([photo])
    until(lambda: "现场.jpg" in words_on(panel.attachments))
    assert len(desk.attachments.find(visit)) == 1
