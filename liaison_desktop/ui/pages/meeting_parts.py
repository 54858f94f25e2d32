"""What an opened consultation consists of: one part after the other, each made when it is wanted.

A part is a line of PARTS and a widget; nothing else of the place knows which parts there are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtCore import SignalInstance

from liaison_desktop.model.consultation_words import ConsultationState as State
from liaison_desktop.model.words import tr
from liaison_desktop.ui.room import Room


class PartWidget(Protocol):
    """`changed` comes when something was saved that the head or another part shows.

    `not_kept` tells with the fault that what is typed could not be kept.
    """

    changed: SignalInstance
    not_kept: SignalInstance

    def open(self, uid: UUID) -> None:
        """Read a meeting anew and show it; what is typed of this same meeting stays."""

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on; where it cannot be kept, say so and stay."""


@runtime_checkable
class StepsBack(Protocol):
    """A part that shows something over its own: Esc leads back from there first."""

    def step_back(self) -> bool:
        """Go one step back within the part; False where there is none to go."""


@dataclass(frozen=True)
class Part:
    """One part: its name, its word on the switch, and what makes its widget in a room.

    `first_when` are the states in which it is in front when the meeting is opened.
    """

    key: str
    label: str
    make: Callable[[Room], PartWidget]
    first_when: frozenset[State] = frozenset()


def _make_prepare(room: Room) -> PartWidget:
    from liaison_desktop.ui.pages.preparing import PreparePanel

    return PreparePanel(room)


def _make_sign_in(room: Room) -> PartWidget:
    from liaison_desktop.ui.pages.signing_in import SignInPanel

    return SignInPanel(room)


def _make_record(room: Room) -> PartWidget:
    from liaison_desktop.ui.pages.meeting_record import LiveRecord

    return LiveRecord(room)


def _make_notes(room: Room) -> PartWidget:
    from liaison_desktop.ui.pages.meeting_notes import MeetingNotes

    return MeetingNotes(room)


def _make_routes(room: Room) -> PartWidget:
    from liaison_desktop.ui.pages.opinion_routes import OpinionRoutes

    return OpinionRoutes(room)


def _make_promises(room: Room) -> PartWidget:
    from liaison_desktop.ui.pages.meeting_promises import MeetingPromises

    return MeetingPromises(room)


def _make_ending(room: Room) -> PartWidget:
    from liaison_desktop.ui.pages.meeting_ending import MeetingEnding

    return MeetingEnding(room)


def _make_series(room: Room) -> PartWidget:
    from liaison_desktop.ui.pages.meeting_series import MeetingSeries

    return MeetingSeries(room)


PREPARE, SIGN_IN, ENDING = "prepare", "sign_in", "ending"

PARTS: tuple[Part, ...] = (
    Part(PREPARE, tr("筹备"), _make_prepare, frozenset({State.PLANNED, State.CANCELLED})),
    Part(SIGN_IN, tr("签到"), _make_sign_in),
    Part("record", tr("记录"), _make_record, frozenset({State.RECORDING})),
    Part("notes", tr("会后整理"), _make_notes),
    Part("routes", tr("意见去向"), _make_routes),
    Part("promises", tr("承诺事项"), _make_promises),
    Part(ENDING, tr("审签"), _make_ending, frozenset({State.READY, State.SIGNED})),
    Part("series", tr("历次"), _make_series),
)


def first_part(state: State) -> str:
    """Return the key of the part that is in front when a meeting of this state is opened."""
    return next((part.key for part in PARTS if state in part.first_when), PARTS[-1].key)
