"""An attachment is copied out of the encrypted file and shown by whatever this PC opens it with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.room import Room


def open_attachment(
    room: Room,
    owner: QObject,
    banner: Banner,
    refuse: Callable[[Fault], object],
    attachment: Attachment,
) -> None:
    """Show an attachment; the banner says where it lies if nothing here opens it."""
    task = partial(_copy_out, room.desk, attachment)
    room.worker.ask(owner, task, partial(_open_file, banner), refuse)


def _copy_out(desk: Desk, attachment: Attachment) -> Path:
    target = desk.papers.folder / f"{attachment.sha256[:8]}_{attachment.name}"
    target.write_bytes(desk.attachments.load(attachment))
    return target


def _open_file(banner: Banner, path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        words = tr("本机没有能打开它的程序；文件在 {path}。")
        banner.say(words.format(path=path), "warn")
