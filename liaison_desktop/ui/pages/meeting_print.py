"""The papers of a meeting as buttons: each is drawn in the worker, shown, and then printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol, cast
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drawn import Drawn
from liaison_desktop.model.consultation_words import PAPERS
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.room import Room

BEFORE = ("consultation_plan", "consultation_notice", "sign_in_sheet")
"""The papers of a meeting that is prepared."""


class MeetingPapers(Protocol):
    """What the desk draws of a meeting."""

    def print(self, form: str, meeting: UUID, target: Path) -> Drawn:
        """Return the paper of a form, drawn to a file."""


class PrintButtons(QWidget):
    """One button a paper; hidden until there is a meeting, and where the desk draws none."""

    def __init__(self, room: Room, banner: Banner, forms: Sequence[str] = BEFORE) -> None:
        super().__init__()
        self._room, self._banner = room, banner
        self._uid: UUID | None = None
        self.buttons = {
            form: Button(tr(PAPERS[form]), partial(self.print, form), picture="printer")
            for form in forms
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in self.buttons.values():
            row.addWidget(button)
        self.hide()

    def show_meeting(self, uid: UUID | None) -> None:
        """Print of this meeting from now on."""
        self._uid = uid
        self.setVisible(uid is not None and papers_of(self._room.desk) is not None)

    def print(self, form: str) -> None:
        """Draw a paper and show it; say why where that fails."""
        if self._uid is not None:
            task = partial(draw_paper, self._room.desk, form, self._uid)
            self._room.worker.ask(
                self._banner,
                task,
                self._show,
                lambda fault: self._banner.say(say(fault), "danger"),
            )

    def _show(self, papers: Sequence[Drawn]) -> None:
        self._room.show_papers(papers, lambda said: self._banner.say(said, "ok"))


def papers_of(desk: Desk) -> MeetingPapers | None:
    """Return what draws the papers of meetings."""
    return cast("MeetingPapers | None", getattr(desk, "consultation_papers", None))


def draw_paper(desk: Desk, form: str, uid: UUID) -> list[Any]:
    """Return one paper of a meeting, drawn; nothing where the desk draws none."""
    papers = papers_of(desk)
    if papers is None:
        return []
    return [papers.print(form, uid, desk.papers.folder / f"{tr(PAPERS[form])}_{uid}.pdf")]
