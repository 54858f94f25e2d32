"""检查 — is everything whole, and where does it lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import clear
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label, show_typed


class CheckPanel(Panel):
    """Asked for by a button: it reads the whole home."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, tr("检查"), "check_circle")
        self.save_button.hide()
        self.check_button = Button(tr("现在检查"), self.save, kind="primary", picture="refresh")
        self.about = label("", "muted", wraps=True)
        self.card.head.addWidget(self.check_button)
        self.card.rows.addWidget(self.about)
        self.about.setContentsMargins(16, 8, 16, 8)

    def begin(self) -> None:
        """Say which program this is and where the data lie."""
        words = tr(
            "联络站前台 {version}，按 Apache-2.0 许可使用；Qt（PySide6）按 LGPL，字体按 SIL OFL。\n"
            "数据在 {folder}，加密保存；程序不联网。"
        )
        folder = self.room.desk.papers.folder.parent
        show_typed(self.about, words.format(version=_version(), folder=folder))

    def save(self) -> None:
        """Check everything now."""
        if self.check_button.isEnabled():
            self.check_button.setEnabled(False)
            self.banner.say(tr("正在检查……"), "ok")
            self.room.worker.ask(self, self.room.desk.check, self._show, self._fail)

    def _show(self, checks: Sequence[Any]) -> None:
        self.check_button.setEnabled(True)
        wrong = [check for check in checks if not check.is_ok]
        clear(self.body)
        for check in checks:
            words = tr("正常") if check.is_ok else tr("不正常：{detail}")
            text = f"{'✓' if check.is_ok else '✕'} {tr(check.title)}　"
            self.body.addWidget(
                label(text + words.format(detail=check.detail), "ok" if check.is_ok else "danger")
            )
        if wrong:
            said = tr("有 {count} 项不正常：请先备份，再联系县（区）管理员。")
            self.banner.say(said.format(count=len(wrong)), "danger")
        else:
            self.banner.say(tr("{count} 项检查都正常。").format(count=len(checks)), "ok")

    def _fail(self, fault: Any) -> None:
        self.check_button.setEnabled(True)
        self.refuse(fault)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("liaison-desktop")
    except PackageNotFoundError:
        return ""
