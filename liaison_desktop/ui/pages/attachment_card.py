"""附件 — what hangs on the record in front: photos of an activity or field visit; added, opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.base import Record
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.attachment_open import open_attachment
from liaison_desktop.ui.pages.record_facts import show_attachments
from liaison_desktop.ui.room import Room


class AttachmentCard(Card):
    """Hidden where no record is in front: a new one is saved before anything hangs on it."""

    def __init__(self, room: Room) -> None:
        super().__init__(tr("附件"), "folder")
        self._room = room
        self._record: Record | None = None
        self._banner: Banner | None = None
        self._refuse: Callable[[Fault], object] = lambda _fault: None
        self.add_button = Button(tr("添加照片等附件"), self._choose, kind="small", picture="plus")
        self.head.addWidget(self.add_button)
        self.hide()

    def tell(self, banner: Banner, refuse: Callable[[Fault], object]) -> None:
        """Say in this banner what no program here opens, and tell of what was refused."""
        self._banner, self._refuse = banner, refuse

    def show_record(self, record: Record | None) -> None:
        """Ask for what hangs on a record."""
        self._record = record
        self.setVisible(record is not None)
        desk = self._room.desk
        self.add_button.setVisible(authorize(desk.user.roles_on(desk.today()), Action.ATTACH))
        if record is not None:
            task = partial(desk.attachments.find, record)
            self._room.worker.ask(self, task, partial(self._show, record), self._refuse)

    def attach(self, paths: Sequence[Path]) -> None:
        """Hang files on the record in front, one after the other; the first that cannot ends it."""
        if self._record is not None:
            record = self._record
            task = partial(_attach, self._room.desk, record, paths)
            self._room.worker.ask(self, task, partial(self._show, record), self._fail)

    def _fail(self, fault: Fault) -> None:
        self.show_record(self._record)
        self._refuse(fault)

    def _show(self, record: Record, found: Sequence[Attachment]) -> None:
        if record is not self._record or self._banner is None:
            return
        show = partial(open_attachment, self._room, self, self._banner, self._refuse)
        show_attachments(self, found, show)
        self.show_badge(str(len(found)) if found else "")

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(self, tr("添加附件"))
        self.attach([Path(path) for path in chosen])


def _attach(desk: Desk, record: Record, paths: Sequence[Path]) -> list[Attachment]:
    for path in paths:
        desk.attachments.register(record, path)
    return desk.attachments.find(record)
