"""Who speaks is read whole in a window of 1366 × 768 and of 1093 × 582, in both languages."""

import pytest

from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.ui.pages.meeting_record import LiveRecord
from liaison_desktop.ui.room import Room
from tests.ui.hands import Until
from tests.ui.talk.conftest import Show

AROUND = 44
"""Pixels of a choice that no word stands on: its border, and the sign that it opens."""

ROOMS = [(1114, 560), (969, 380)]
"""What the page has in such windows."""


def opened(
    room: Room, meeting: Consultation, show: Show, size: tuple[int, int], until: Until
) -> LiveRecord:
    record = LiveRecord(room)
    show(record)
    record.resize(*size)
    record.open(meeting.uid)
    until(lambda: record.meeting is not None)
    return record


def fits(record: LiveRecord, kind: StatementKind, until: Until) -> None:
    entry = record.entry
    entry.say_speaker("马秀英")
    entry.kinds.set_value(kind)
    shown = entry.speaker.currentText()
    assert "马秀英" in shown
    words = entry.speaker.fontMetrics().horizontalAdvance(shown)
    until(lambda: entry.speaker.width() >= words + AROUND)


@pytest.mark.parametrize("size", ROOMS)
@pytest.mark.parametrize("kind", [StatementKind.OPINION, StatementKind.ANSWER])
def test_who_speaks_is_read_whole(
    size: tuple[int, int],
    kind: StatementKind,
    room: Room,
    meeting: Consultation,
    show: Show,
    until: Until,
) -> None:
    record = opened(room, meeting, show, size, until)
    fits(record, kind, until)


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("size", ROOMS)
def test_who_speaks_is_read_whole_in_english(
    size: tuple[int, int], room: Room, meeting: Consultation, show: Show, until: Until
) -> None:
    record = opened(room, meeting, show, size, until)
    fits(record, StatementKind.ANSWER, until)


@pytest.mark.usefixtures("english")
def test_the_columns_let_a_wide_window_become_narrow(
    room: Room, meeting: Consultation, show: Show, until: Until
) -> None:
    record = opened(room, meeting, show, ROOMS[0], until)
    until(record.agenda.isVisible)
    record.resize(*ROOMS[1])
    until(lambda: record.width() == ROOMS[1][0] and not record.agenda.isVisible())
