"""F03: the reception days of a year as a table, and of a month as a calendar, read back."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from liaison_desktop.desk.rules import bundled_years
from liaison_desktop.documents.month_sheet import draw_month_sheet
from liaison_desktop.documents.rota import RotaLine, draw_rota
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import SessionState, SlotRole
from liaison_desktop.model.words import MandateLevel, StationKind
from liaison_desktop.model.working_calendar import WorkingCalendar
from tests.builders import a_notice, a_session, a_station
from tests.documents.papers import FACTS, by_pypdf, on_paper, opened, pages_by_pdfium, solid

CALENDAR = WorkingCalendar(bundled_years())


def a_day(held_on: date, *names: str, **changes: object) -> ReceptionSession:
    slots = [RotaSlot(name=name, level=MandateLevel.COUNTY) for name in names]
    return a_session(held_on=held_on, slots=slots, **changes)


def test_a_line_says_everything_of_its_day(tmp_path: Path) -> None:
    session = a_day(
        date(2026, 10, 8),
        "王建国",
        "李㛃",
        planned_on=date(2026, 10, 1),
        shifted_because="国庆节",
        theme="小区停车",
        guests="街道办城建办",
        contact="赵敏",
        contact_phone="8622",
        remark="带投影",
        is_joint=True,
        is_tentative=True,
    )
    session.slots.append(RotaSlot(name="刘国强", slot_role=SlotRole.VISITING))
    draw_rota(tmp_path / "r.pdf", 2026, [RotaLine(session)], FACTS)
    text = on_paper(tmp_path / "r.pdf")
    for said in (
        "2026年代表接待日安排表",
        "清河街道人大代表联络站",
        "2026年11月20日编制",
        "共1次",
        "10月8日",
        "星期四",
        "是（10月1日，国庆节）",
        "09:00—11:00",
        "代表联络站",
        "王建国（区）李㛃（区）",
        "刘国强",
        "小区停车",
        "街道办城建办",
        "赵敏8622",
        "统一接待日；节假日安排待公布；带投影",
        "由人大街道工委交有关单位办理并反馈",
        "清河区人大常委会清河街道工作委员会",
    ):
        assert said in text, said


def test_what_was_posted_late_and_what_was_called_off_is_marked(tmp_path: Path) -> None:
    late, off = a_day(date(2026, 3, 20), "王建国"), a_day(date(2026, 4, 20), "周丽华")
    off.state = SessionState.CANCELLED
    notices = [a_notice(late, posted_on=date(2026, 3, 19))]
    draw_rota(tmp_path / "r.pdf", 2026, [RotaLine(late, notices), RotaLine(off)], FACTS)
    text = on_paper(tmp_path / "r.pdf")
    assert "公告迟于期限，3月19日张贴" in text
    assert "已取消" in text


@pytest.mark.parametrize("is_wide", [False, True])
def test_a_long_table_repeats_its_heading_and_loses_no_day(tmp_path: Path, is_wide: bool) -> None:
    days = [date(2026, 1, 5) + timedelta(days=3 * place) for place in range(100)]
    lines = [RotaLine(a_day(day, f"代表{place:03}")) for place, day in enumerate(days)]
    drawn = draw_rota(tmp_path / "r.pdf", 2026, lines, FACTS, is_wide=is_wide)
    pages = [solid(page) for page in pages_by_pdfium(drawn.path)]
    assert drawn.pages == len(pages) > 3
    assert all("是否顺延" in page for page in pages)
    assert not [place for place in range(100) if f"代表{place:03}" not in "".join(pages)]
    assert "盖章处" in pages[-1]


def test_a_town_has_its_own_words(tmp_path: Path) -> None:
    town = a_station(kind=StationKind.TOWN, issuing_organ="清河镇人民代表大会主席团")
    session = a_day(date(2026, 3, 20))
    session.slots = [RotaSlot(name="王建国", level=MandateLevel.TOWN)]
    draw_rota(tmp_path / "r.pdf", 2026, [RotaLine(session)], replace(FACTS, station=town))
    text = on_paper(tmp_path / "r.pdf")
    assert "王建国（镇）" in text
    assert "由镇人民代表大会主席团交有关单位办理" in text
    assert "街道" not in text.replace("清河街道", "")


def test_a_month_shows_who_receives_on_which_day(tmp_path: Path) -> None:
    sessions = [
        a_day(date(2026, 10, 10), "王建国", "李㛃", "周丽华", theme="小区停车"),
        a_day(date(2026, 10, 20), "陈明", place="和平社区"),
        a_day(date(2026, 11, 3), "刘国强"),
    ]
    sessions[1].state = SessionState.CANCELLED
    drawn = draw_month_sheet(tmp_path / "m.pdf", date(2026, 10, 15), sessions, CALENDAR, FACTS)
    assert drawn.pages == 1
    text = on_paper(drawn.path)
    for said in (
        "2026年10月代表接待日安排",
        "10班09:00—11:00王建国（区）李㛃（区）周丽华（区）小区停车",
        "2009:00—11:00已取消和平社区",
        "1休国庆节",
        "17休",
        "31休",
    ):
        assert said in text, said
    assert "刘国强" not in text  # of another month
    assert "陈明" not in text


def test_a_crowded_month_is_set_smaller_and_then_goes_on(tmp_path: Path) -> None:
    crowded = [
        a_day(date(2026, 10, day), *(f"代表{day:02}{place}" for place in range(6)))
        for day in range(1, 32)
        for _ in range(2)
    ]
    drawn = draw_month_sheet(tmp_path / "m.pdf", date(2026, 10, 1), crowded, CALENDAR, FACTS)
    text = by_pypdf(drawn.path)
    assert all(
        text.count(f"代表{day:02}{place}") == 2 for day in range(1, 32) for place in range(6)
    )
    assert all("星期日" in page for page in pages_by_pdfium(drawn.path))


def test_a_day_taller_than_a_page_goes_on_on_the_next(tmp_path: Path) -> None:
    day = date(2026, 10, 14)
    sessions = [
        a_day(
            day, *(f"代表{room:02}{place}" for place in range(6)), starts=f"{room:02}:00", ends=""
        )
        for room in range(20)
    ]
    drawn = draw_month_sheet(tmp_path / "m.pdf", day, sessions, CALENDAR, FACTS)
    assert drawn.pages > 1
    text = by_pypdf(drawn.path)
    assert all(f"代表{room:02}{place}" in text for room in range(20) for place in range(6))
    empty = draw_month_sheet(tmp_path / "e.pdf", day, [], CALENDAR, FACTS)
    assert _lowest(drawn.path) == _lowest(empty.path)  # nothing runs below the foot of the page


def _lowest(path: Path) -> float:
    """Return how far above the edge the lowest character of all pages stands, in points."""
    found = []
    with opened(path) as document:
        for page in document:
            text = page.get_textpage()
            said = text.get_text_range()
            found += [text.get_charbox(at)[1] for at in range(len(said)) if said[at].strip()]
    return min(found)
