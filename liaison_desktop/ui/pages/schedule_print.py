"""Printing from 代表日程: which paper is of what, drawn in the worker, shown and then printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.schedule_papers import ACTIVITIES
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.room import Room

Draw = Callable[[Desk, Any, Path], list[Any]]


def print_paper(room: Room, banner: Banner, form: str, about: Any) -> None:
    """Draw a paper, or the few that belong together, and show them; say why where that fails."""
    task = partial(_draw, room.desk, form, about)
    room.worker.ask(
        banner,
        task,
        lambda papers: room.show_papers(papers, lambda said: banner.say(said, "ok")),
        lambda fault: banner.say(say(fault), "danger"),
    )


def export_calendar(room: Room, page: QWidget, banner: Banner, year: int) -> None:
    """Ask where to, and write a year as a calendar file that a phone takes in."""
    name = tr("日程_{year}.ics").format(year=year)
    path, _kind = QFileDialog.getSaveFileName(
        page, tr("导出日历文件"), name, tr("日历文件 (*.ics)")
    )
    if path:
        write_calendar(room, banner, year, Path(path))


def write_calendar(room: Room, banner: Banner, year: int, path: Path) -> None:
    """Write the year there, and say how much it was."""
    task = partial(_write_calendar, room.desk, year, path)
    words = tr("已导出 {count} 项，手机上打开这个文件就能收进日历。")
    room.worker.ask(
        banner,
        task,
        lambda count: banner.say(words.format(count=count), "ok"),
        lambda fault: banner.say(say(fault), "danger"),
    )


def _draw(desk: Desk, form: str, about: Any) -> list[Any]:
    title, draw = PAPERS[form]
    return draw(desk, about, desk.papers.folder / f"{tr(title)}_{_named(about)}.pdf")


def _named(about: Any) -> str:
    """Return what tells the file of one paper from that of another of its kind."""
    return str(getattr(about, "uid", about))


def _notice(desk: Desk, about: Any, target: Path) -> list[Any]:
    notice = desk.schedule.notices.load(about) if isinstance(about, UUID) else about
    return [desk.schedule_papers.print_notice(notice, target)]


def _activity(desk: Desk, about: Any, target: Path) -> list[Any]:
    papers = desk.schedule_papers
    return [
        papers.print_activity(about, form, target.with_stem(f"{target.stem}_{place}"))
        for place, form in enumerate(ACTIVITIES, start=1)
    ]


def _write_calendar(desk: Desk, year: int, path: Path) -> int:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return desk.schedule_papers.write_calendar(first, last, path)


PAPERS: Mapping[str, tuple[str, Draw]] = {
    "notice": (tr("公告"), _notice),
    "session": (
        tr("接待日情况登记表"),
        lambda desk, about, target: [desk.schedule_papers.print_session(about, target)],
    ),
    "rota": (
        tr("代表接待日安排表"),
        lambda desk, about, target: [desk.schedule_papers.print_rota(about, target)],
    ),
    "month": (
        tr("接待日月表"),
        lambda desk, about, target: [desk.schedule_papers.print_month(about, target)],
    ),
    "board": (
        tr("公示牌"),
        lambda desk, _about, target: [desk.schedule_papers.print_board(target)],
    ),
    "plan": (
        tr("年度计划表"),
        lambda desk, about, target: [desk.schedule_papers.print_wall_sheet(about, target)],
    ),
    "field_visit": (
        tr("走访记录表"),
        lambda desk, about, target: [desk.schedule_papers.print_field_visit(about, target)],
    ),
    "leave": (
        tr("请假单"),
        lambda desk, about, target: [desk.schedule_papers.print_leave(about, target)],
    ),
    "group_activity": (tr("小组活动"), _activity),
}
"""Name of each paper → (title, what draws it)."""
