"""A meeting as its papers get it: what it is called, who came, what was said on what."""

import pytest

from liaison_desktop.documents.meeting_sheet import file_size, meeting_word
from liaison_desktop.model.consultation_words import ConsultationKind
from tests.documents.meetings import a_meeting, a_sheet


def test_every_kind_is_called_a_meeting() -> None:
    called = [meeting_word(a_meeting(kind=kind)) for kind in ConsultationKind]
    assert called == ["民情恳谈会", "民主恳谈会", "预算恳谈会", "议事会", "座谈会"]


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "0 KB"), (1, "0.1 KB"), (2048, "2 KB"), (1_500_000, "1.5 MB"), (20 * 1024**2, "20 MB")],
)
def test_the_size_of_a_file_is_never_said_too_small(size: int, said: str) -> None:
    assert file_size(size) == said


def test_what_was_said_is_grouped_by_the_agenda() -> None:
    groups = a_sheet().by_agenda()
    assert [(item.title if item else "", len(said)) for item, said in groups] == [
        ("电梯", 3),
        ("", 1),
    ]


def test_who_walked_in_was_not_expected() -> None:
    sheet = a_sheet()
    assert (len(sheet.expected), len(sheet.present), len(sheet.on_leave)) == (5, 5, 1)
