"""签到 counted: who had leave is not absent, who walked in was not expected."""

from liaison_desktop.model.consultation_words import Origin
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.sign_in import Attendance, count_attendance
from tests.builders import a_consultation, a_participant

MEETING = a_consultation()


def people(*told: tuple[Origin, Presence | None, bool]) -> list[Participant]:
    return [
        a_participant(MEETING, origin=origin, presence=presence, is_walk_in=walked)
        for origin, presence, walked in told
    ]


def numbers(counted: Attendance) -> tuple[int, ...]:
    return counted.expected, counted.present, counted.on_leave, counted.absent, counted.walked_in


def test_every_number_is_told_apart_also_by_origin() -> None:
    counted = count_attendance(
        people(
            (Origin.DRAWN, Presence.PRESENT, False),
            (Origin.DRAWN, Presence.ON_LEAVE, False),
            (Origin.DRAWN, Presence.LEAVE_UNAPPROVED, False),
            (Origin.INVITED, Presence.ABSENT, False),
            (Origin.INVITED, None, False),
            (Origin.VOLUNTEER, Presence.PRESENT, True),
        )
    )
    assert numbers(counted) == (5, 2, 2, 2, 1)
    assert {origin: numbers(here) for origin, here in counted.by_origin.items()} == {
        Origin.DRAWN: (3, 1, 2, 0, 0),
        Origin.INVITED: (2, 0, 0, 2, 0),
        Origin.VOLUNTEER: (0, 1, 0, 0, 1),
    }


def test_what_is_pressed_counts_before_it_is_in_the_store() -> None:
    [one] = people((Origin.INVITED, None, False))
    counted = count_attendance([one], {one.uid: Presence.ON_LEAVE})
    assert numbers(counted) == (1, 0, 1, 0, 0)
