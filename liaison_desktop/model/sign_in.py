"""签到 counted: how many were expected, came, had leave or stayed away, also by how each came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from liaison_desktop.model.consultation_words import Origin
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence

NOTHING: Mapping[UUID, Presence | None] = {}


@dataclass(frozen=True)
class Attendance:
    """应到、实到、请假、缺席 — the numbers of a 签到表; `by_origin` are the same by 产生方式.

    Who walked in was not expected and is counted as present. Of those expected, who did not come
    and had no leave is absent, also before anybody said so of him.
    """

    expected: int
    present: int
    on_leave: int
    absent: int
    walked_in: int
    by_origin: Mapping[Origin, "Attendance"] = field(default_factory=dict)


def count_attendance(
    participants: Iterable[Participant], pressed: Mapping[UUID, Presence | None] = NOTHING
) -> Attendance:
    """Return the numbers of a 签到表.

    `pressed` is what is said of some by now and not in the store yet.
    """
    said = [
        (one.origin, one.is_walk_in, pressed.get(one.uid, one.presence)) for one in participants
    ]
    ways = {
        origin: [(walked, came) for how, walked, came in said if how is origin] for origin in Origin
    }
    every = _count([(walked, came) for _, walked, came in said])
    return replace(every, by_origin={origin: _count(here) for origin, here in ways.items()})


def _count(said: list[tuple[bool, Presence | None]]) -> Attendance:
    expected = [presence for is_walk_in, presence in said if not is_walk_in]
    walked_in = sum(is_walk_in and presence is Presence.PRESENT for is_walk_in, presence in said)
    came = expected.count(Presence.PRESENT)
    on_leave = sum(presence is not None and presence.is_leave for presence in expected)
    absent = len(expected) - came - on_leave
    return Attendance(len(expected), came + walked_in, on_leave, absent, walked_in)
