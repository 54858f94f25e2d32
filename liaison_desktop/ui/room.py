"""What a page stands in: one open desk, the worker, and the ways to the other pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drawn import Drawn
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.garbage import give_back
from liaison_desktop.ui.page import Page as BarePage
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.sticks import Find, find_sticks
from liaison_desktop.ui.worker import Worker

T = TypeVar("T")
ShowPapers = Callable[[Sequence[Drawn], Callable[[str], object]], object]
"""Shows papers before they are printed; the second is told what went to which printer."""


class Ways(QObject):
    """Where a page asks to go, and what it tells the others; the main window listens."""

    to_register = Signal(str)
    """The form for the next visitor, with a name where one is known already."""
    to_collect = Signal(object)
    """The form with what is known of it already: a Mapping as a draft keeps one."""
    to_visits = Signal(object)
    """来访登记簿, showing what a Chosen chooses."""
    to_ledger = Signal(object, str)
    """A ledger by its name, showing what a Chosen chooses: the Chosen first."""
    to_visit = Signal(str)
    """One visit, by its number."""
    to_matter = Signal(str)
    """One matter in 意见办理, by its number."""
    to_session = Signal(object)
    """One reception day in 代表日程, by its uid."""
    to_activity = Signal(object)
    """One group activity in 代表日程, by its uid."""
    to_plan = Signal(object)
    """One thing of the year's plan in 代表日程, by its uid."""
    to_consultation = Signal(object)
    """One consultation in 民情恳谈, by its uid."""
    to_deputy = Signal(object)
    """The page of one deputy, by his uid."""
    to_new_deputy = Signal()
    to_work = Signal(object)
    """意见办理, with the list of a Work in front."""
    to_data = Signal()
    to_settings = Signal()
    changed = Signal()
    """Something was registered, corrected, exported or backed up: what counts shall count again."""
    settings_changed = Signal()
    to_restore = Signal(object)
    """A backup takes the place of the data: with a Restoring."""


@dataclass(frozen=True)
class Room:
    """What every page is given."""

    desk: Desk
    worker: Worker
    preferences: Preferences
    show_papers: ShowPapers
    find_sticks: Find = find_sticks
    ways: Ways = field(default_factory=Ways)
    errands: Worker | None = None
    """A second worker, for what takes long; without one, everything is done by the first."""

    def run_errand(
        self,
        owner: QObject,
        errand: Callable[[Desk], T],
        done: Callable[[T], object],
        failed: Callable[[Fault], object] | None = None,
    ) -> None:
        """Do what takes long, with a desk of its own, while this one is typed and saved into."""
        worker = self.errands or self.worker
        worker.ask(owner, partial(_do_beside, self.desk, errand), done, failed)
        worker.ask(self.ways, _nothing, self._give_back)

    def _give_back(self, _nothing: None) -> None:
        """Give memory back when this desk has read anew what the errand changed.

        Until then it holds what it read before, and lets go of 3 MB in pieces while it reads.
        """
        self.worker.ask(self.ways, give_back, _nothing_more)


def _do_beside(desk: Desk, errand: Callable[[Desk], T]) -> T:
    with closing(desk.again()) as beside:
        return errand(beside)


def _nothing() -> None:
    """Come back after an errand, whatever came of it."""


def _nothing_more(_given: None) -> None:
    """End there."""


class Page(BarePage):
    """A place's page in its room."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
