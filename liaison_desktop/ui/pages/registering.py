"""What the worker does for the intake page, with the desk in hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import Fault, Problem
from liaison_desktop.model.visit import Visit


def print_set(desk: Desk, number: str) -> list[Any]:
    """Return the papers behind Ctrl+P, drawn into the folder where they wait to be printed."""
    return desk.papers.print_set(number, desk.papers.folder)


@dataclass(frozen=True)
class Registered:
    """What is left to complete of a saved visit, and which files could not be hung on it."""

    problems: list[Problem]
    not_attached: list[tuple[str, Fault]]


def register(
    desk: Desk,
    visit: Visit,
    draft: UUID,
    attachments: Sequence[str],
    parted: Sequence[Sequence[UUID]] = (),
) -> Registered:
    """Save the visit, then its attachments: a file that cannot be read must not lose the visit.

    `parted` names for each visitor the people of whom the clerk said that this is another.
    """
    registered = Registered(desk.visits.register(visit, draft=draft), [])
    for visitor, others in zip(visit.visitors, parted, strict=False):
        for other in others:
            if visitor.person_uid not in {None, other}:
                desk.same_people.say_not_same(visitor.person_uid, other)
    for path in map(Path, attachments):
        try:
            desk.attachments.register(visit, path)
        except Fault as fault:
            registered.not_attached.append((path.name, fault))
    return registered
