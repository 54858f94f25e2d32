"""The papers of a meeting, each drawn in the worker, shown, and then printed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drawn import Drawn
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.consultation_words import PAPERS
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.menu import Menu
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.room import Room

Without = Collection[str]
Draw = Callable[[Desk, UUID, Path, Without], Drawn]

DRAW: Mapping[str, Draw] = {
    "consultation_plan": lambda desk, uid, to, _: desk.talk_papers.print_plan(uid, to),
    "consultation_notice": lambda desk, uid, to, _: desk.talk_papers.print_notice(uid, to),
    "sign_in_sheet": lambda desk, uid, to, _: desk.talk_papers.print_sign_in(uid, to),
    "consultation_record": lambda desk, uid, to, out: desk.talk_papers.print_record(uid, to, out),
    "minutes": lambda desk, uid, to, _: desk.talk_papers.print_minutes(uid, to),
    "opinions": lambda desk, uid, to, _: desk.talk_papers.print_opinions(uid, to),
    "public_record": lambda desk, uid, to, out: desk.talk_papers.print_public(uid, to, out),
    "series": lambda desk, uid, to, out: desk.talk_papers.print_series(_topic(desk, uid), to, out),
}
"""What draws each paper, in the order in which they are offered."""


class MeetingPrint(QObject):
    """Prints of one meeting; what is left out stays so until it is taken in again."""

    def __init__(self, room: Room, banner: Banner) -> None:
        super().__init__(banner)
        self._room, self._banner = room, banner
        self._uid: UUID | None = None
        self.without: set[str] = set()

    @property
    def may(self) -> bool:
        """Whether there is a meeting, and the user may print."""
        desk = self._room.desk
        return self._uid is not None and authorize(desk.user.roles_on(desk.today()), Action.PRINT)

    def show_meeting(self, uid: UUID | None) -> None:
        """Print of this meeting from now on."""
        self._uid = uid

    def print(self, form: str) -> None:
        """Draw a paper and show it; say why where that fails."""
        if self._uid is not None:
            task = partial(draw_paper, self._room.desk, form, self._uid, frozenset(self.without))
            self._room.worker.ask(self, task, self._show, self._refuse)

    def menu(self, parent: QWidget) -> Menu:
        """Return every paper, and what can be left out of some."""
        menu = Menu(parent)
        for form in DRAW:
            menu.addAction(tr(PAPERS[form]), partial(self.print, form))
        menu.addSeparator()
        for name, words in _left_out():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(name in self.without)
            action.toggled.connect(partial(self._leave_out, name))
        return menu

    def _leave_out(self, name: str, is_out: bool) -> None:
        (self.without.add if is_out else self.without.discard)(name)

    def _show(self, papers: Sequence[Any]) -> None:
        self._room.show_papers(papers, lambda said: self._banner.say(said, "ok"))

    def _refuse(self, fault: Any) -> None:
        self._banner.say(say(fault), "danger")


class PrintMenu(Button):
    """打印 — every paper of a meeting, in a menu below the button."""

    def __init__(self, room: Room, banner: Banner) -> None:
        super().__init__(tr("打印"), self.open_menu, picture="printer", key="Ctrl+P")
        self.papers = MeetingPrint(room, banner)
        self.hide()

    def show_meeting(self, uid: UUID | None) -> None:
        """Print of this meeting from now on."""
        self.papers.show_meeting(uid)
        self.setVisible(self.papers.may)

    def open_menu(self) -> None:
        """Open the menu, with the first paper marked."""
        if self.papers.may:
            menu = self.papers.menu(self)
            menu.popup(self.mapToGlobal(QPoint(0, self.height())))
            menu.setActiveAction(menu.actions()[0])


def draw_paper(desk: Desk, form: str, uid: UUID, without: Without = frozenset()) -> list[Drawn]:
    """Return one paper of a meeting, drawn; called in the worker."""
    target = desk.papers.folder / f"{tr(PAPERS[form])}_{uid}.pdf"
    return [DRAW[form](desk, uid, target, without)]


def _topic(desk: Desk, uid: UUID) -> str:
    return desk.talk.meetings.load(uid).topic


def _left_out() -> list[tuple[str, str]]:
    """Return what the record, its public edition and that of a topic can do without."""
    return [
        ("participants", tr("不印参加人")),
        ("statements", tr("不印发言")),
        ("commitments", tr("不印承诺事项")),
        ("attachments", tr("不印附件")),
    ]
