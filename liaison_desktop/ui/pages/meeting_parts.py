"""What an opened consultation consists of: one part after the other, each made when it is wanted.

A part is a line of PARTS and a widget; nothing else of the place knows which parts there are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import SignalInstance

from liaison_desktop.model.consultation_words import ConsultationState
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


@dataclass(frozen=True)
class Part:
    """One part: its name, its word on the switch, and what makes its widget in a room.

    `first_when` are the states in which it is in front when the meeting is opened.
    """

    key: str
    label: str
    make: Callable[[Room], PartWidget]
    first_when: frozenset[ConsultationState] = frozenset()


PARTS: tuple[Part, ...] = ()


def first_part(state: ConsultationState) -> str:
    """Return the key of the part that is in front when a meeting of this state is opened."""
    return next((part.key for part in PARTS if state in part.first_when), PARTS[0].key)
