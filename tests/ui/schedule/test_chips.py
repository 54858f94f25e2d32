"""Where the things of a day stand: whole where there is room, what is chosen always in sight."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from liaison_desktop.desk.agenda import SESSION, AgendaRow
from liaison_desktop.model.conflicts import Who
from liaison_desktop.model.schedule_words import SessionState
from liaison_desktop.ui.pages.calendar_chips import lay_out_day, text_width
from liaison_desktop.ui.pages.calendar_sheet import Entry
from liaison_desktop.ui.pages.calendar_words import heading, names_of
from liaison_desktop.ui.theme import font

NAMES = ("欧阳建国", "周丽华", "李志强", "赵春梅")
ROOMY, TIGHT, TINY = QRect(0, 0, 150, 96), QRect(0, 0, 140, 57), QRect(0, 0, 60, 38)


def entry(number: int, names: int = 2, *conflicts: str) -> Entry:
    people = tuple(Who(name) for name in NAMES[:names])
    row = AgendaRow(
        (SESSION, UUID(int=number)),
        1,
        date(2026, 11, 25),
        "09:00",
        "11:00",
        "会议室",
        "",
        SessionState.PLANNED,
        people,
    )
    return Entry(row, heading(row), names_of(people), conflicts, "")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("rect", "names", "lines"),
    [
        (ROOMY, 0, ["09:00 接待日"]),
        (ROOMY, 2, ["09:00 接待日", "欧阳建国 周丽华"]),
        (ROOMY, 3, ["09:00 接待日", "欧阳建国 周丽华", "李志强"]),
        (TIGHT, 2, ["09:00 接待日", "欧阳建国 周丽华"]),
        (TIGHT, 3, ["09:00 接待日", "欧阳建国 周丽华 李志强"]),  # the last is cut
        (TINY, 3, ["接 欧阳建国 周丽华 李志强"]),
    ],
)
def test_a_chip_says_what_there_is_room_for(rect: QRect, names: int, lines: list[str]):
    layout = lay_out_day(rect, (entry(1, names),), None, is_tall=False)

    assert list(layout.chips[0].lines) == lines
    assert layout.hidden == 0


@pytest.mark.usefixtures("qapp")
def test_in_a_week_each_fact_has_its_line():
    layout = lay_out_day(QRect(0, 0, 140, 400), (entry(1),), None, is_tall=True)

    assert layout.chips[0].lines == ("09:00–11:00", "接待日", "会议室", "欧阳建国", "周丽华")


@given(
    st.integers(40, 300),
    st.integers(38, 240),
    st.lists(st.integers(0, 4), max_size=6),
    st.integers(0, 6),
    st.booleans(),
)
def test_chips_stand_in_their_cell_and_none_on_another(
    qapp: QApplication, width: int, height: int, names: list[int], chosen: int, is_tall: bool
):
    rect = QRect(5, 7, width, height)
    entries = tuple(entry(n, count, *("x",) * (n % 2)) for n, count in enumerate(names))
    link = (SESSION, UUID(int=chosen))

    layout = lay_out_day(rect, entries, link, is_tall=is_tall)

    assert layout.hidden + len(layout.chips) == len(entries)
    assert bool(layout.chips) == bool(entries)
    assert all(rect.contains(chip.place) for chip in layout.chips)
    places = [chip.place for chip in layout.chips]
    assert not any(one.intersects(other) for n, one in enumerate(places) for other in places[:n])
    shown = [chip.entry.row.link for chip in layout.chips]
    assert link in shown or chosen >= len(entries)
    metrics = QFontMetrics(font(layout.sizes.role))
    for chip in layout.chips:
        if len(chip.lines) > 2 and not is_tall:  # names stand in lines that hold them whole
            room = text_width(rect, chip.entry)
            for line in chip.lines[1:]:
                assert metrics.horizontalAdvance(line) <= room or " " not in line
