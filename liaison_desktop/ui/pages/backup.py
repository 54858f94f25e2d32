"""备份 — the backups there are: made, checked, copied, and brought back after a warning."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.losses import Backup, Losses
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton, show_choice
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.frames import scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.password import PasswordField
from liaison_desktop.ui.restoring import Restoring
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label, show_typed


class BackupPanel(QWidget):
    """The list at the left, what can be done with the chosen one at the right."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.chosen: Backup | None = None
        self._rows: dict[Path, RowButton] = {}
        self.backups: Sequence[Backup] = ()
        self.banner = Banner()
        self.list = Card(tr("备份"), "archive")
        self.detail = Card(tr("这一份"), "shield")
        self.make_button = Button(
            tr("立即备份"), self.make, kind="primary", picture="archive", key="Ctrl+B"
        )
        self.check_button = Button(tr("核对"), self.check, kind="small", picture="check_circle")
        self.copy_button = Button(tr("另存副本"), self._copy, kind="small", picture="stick")
        self.restore_button = Button(tr("恢复……"), self.ask, kind="small", picture="undo")
        self.other_button = Button(
            tr("用别处的备份恢复"), self._choose_other, kind="small", picture="folder"
        )
        self.when = label("", "strong", wraps=True)
        self.facts = label("", "muted", wraps=True)
        self.warning = label("", "warn", wraps=True)
        self.login = Field(tr("登录名"), Line())
        self.password = PasswordField(tr("备份那时的密码"))
        self.yes = Button(tr("恢复这一份"), self.restore, kind="primary")
        self.no = Button(tr("不恢复"), self._put_away)
        self._asked = QWidget()
        self._lay_out()

    def begin(self) -> None:
        """Read the list anew."""
        self.room.worker.ask(self, self.room.desk.backups.find, self._show, self._refuse)

    def make(self) -> None:
        """Make a backup now."""
        if self.make_button.isEnabled():
            self._be_busy(tr("正在备份……"))
            self.room.run_errand(self, lambda desk: desk.backups.make(), self._made, self._refuse)

    def check(self) -> None:
        """Read the chosen backup back whole."""
        if self.chosen is not None:
            self._be_busy(tr("正在核对，逐字节读一遍……"))
            self.room.run_errand(
                self, partial(_check, self.chosen.path), self._checked, self._refuse
            )

    def copy_to(self, folder: Path) -> None:
        """Put a second copy of the chosen backup into a folder."""
        if self.chosen is not None:
            self._be_busy(tr("正在另存并核对……"))
            errand = partial(_copy_to, folder, self.chosen)
            self.room.run_errand(self, errand, self._copied, self._refuse)

    def ask(self) -> None:
        """Say what would be lost, and ask for the password of then."""
        if self.chosen is not None:
            task = partial(self.room.desk.losses, self.chosen.made_at)
            self.room.worker.ask(self, task, self._warn, self._refuse)

    def restore(self) -> None:
        """Let the backup take the place of the data: the window is closed for it."""
        if self.chosen is None:
            return
        if not self.password.value():
            self.password.show_message(tr("还没有填写"), "danger")
            self.password.line.setFocus()
            return
        asked = Restoring(self.chosen.path, self.login.value().strip(), self.password.value())
        self.password.set_value("")
        self.room.ways.to_restore.emit(asked)

    def _show(self, backups: Sequence[Backup]) -> None:
        self.backups = backups
        self.list.clear()
        self._rows = {backup.path: self._row(backup) for backup in backups}
        for row in self._rows.values():
            self.list.rows.addWidget(row)
        if not backups:
            self.list.add_words(tr("还没有备份。请按“立即备份”。"), "body")
        self.list.show_badge(tr("{count} 份").format(count=len(backups)) if backups else "")
        self.list.rows.addStretch(1)
        known = [each.path for each in backups]
        if self.chosen is None or self.chosen.path not in known:
            self._choose(backups[0] if backups else None)
        else:
            show_choice(self._rows, self.chosen.path)

    def _row(self, backup: Backup) -> RowButton:
        visits = backup.manifest.counts.get("visit", 0)
        second = tr("来访 {visits} 次　{size}").format(visits=visits, size=_size(backup.size))
        return RowButton(_when(backup), second, partial(self._choose, backup))

    def _choose(self, backup: Backup | None) -> None:
        self.chosen = backup
        show_choice(self._rows, backup.path if backup else None)
        self._put_away()
        self.detail.setVisible(backup is not None)
        if backup is not None:
            self.when.setText(_when(backup))
            words = tr("{name}（{code}）　来访 {visits} 次　{size}\n{path}")
            show_typed(
                self.facts,
                words.format(
                    name=backup.manifest.name,
                    code=backup.manifest.code,
                    visits=backup.manifest.counts.get("visit", 0),
                    size=_size(backup.size),
                    path=backup.path,
                ),
            )

    def _choose_other(self) -> None:
        kinds = tr("备份 (*.liaison-backup)")
        path, _kind = QFileDialog.getOpenFileName(self, tr("选择备份文件"), "", kinds)
        if path:
            self.look_at(Path(path))

    def look_at(self, path: Path) -> None:
        """Check a backup that lies elsewhere, and choose it."""
        self._be_busy(tr("正在核对，逐字节读一遍……"))
        self.room.run_errand(self, partial(_check, path), self._checked, self._refuse)

    def _made(self, backup: Backup) -> None:
        self._be_free()
        self.chosen = backup
        self.banner.say(tr("已备份，并读回核对过：{path}").format(path=backup.path), "ok")
        self._choose(backup)
        self.begin()
        self.room.ways.changed.emit()

    def _checked(self, backup: Backup) -> None:
        self._be_free()
        self._choose(backup)
        self.banner.say(tr("这份备份完好，可以恢复。"), "ok")

    def _copied(self, backup: Backup) -> None:
        self._be_free()
        words = tr("已另存并核对：{path}。现在可以拔盘。")
        self.banner.say(words.format(path=backup.path), "ok")

    def _warn(self, losses: Losses) -> None:
        if self.chosen is None:
            return
        words = [
            tr("恢复后，数据回到 {when} 的样子。").format(when=_when(self.chosen)),
            _said_of(losses),
            tr("现在的数据会另存在一旁，不会删去；县（区）在下次上报时会知道恢复过。"),
        ]
        self.warning.setText("\n".join(words))
        self.login.set_value(self.room.desk.user.login)
        self.password.set_value("")
        self._asked.show()
        self.password.line.setFocus()

    def _put_away(self) -> None:
        self._asked.hide()
        self.password.set_value("")

    def _copy(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("另存到哪个文件夹或 U 盘"))
        if folder:
            self.copy_to(Path(folder))

    def _be_busy(self, words: str) -> None:
        self.banner.say(words, "ok")
        for button in self._verbs():
            button.setEnabled(False)

    def _be_free(self) -> None:
        for button in self._verbs():
            button.setEnabled(True)

    def _verbs(self) -> list[Button]:
        return [self.make_button, self.check_button, self.copy_button, self.restore_button]

    def _refuse(self, fault: Fault) -> None:
        self._be_free()
        self.banner.say(say(fault), "danger")

    def _lay_out(self) -> None:
        desk = self.room.desk
        roles = desk.user.roles_on(desk.today())
        may_restore = authorize(roles, Action.RESTORE)
        self.make_button.allow(authorize(roles, Action.BACK_UP))
        self.copy_button.allow(authorize(roles, Action.BACK_UP))
        self.restore_button.allow(may_restore)
        self.other_button.allow(may_restore)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.detail)
        right.addWidget(label(_plan(may_restore=may_restore), "muted", wraps=True))
        right.addStretch(1)
        self._fill_detail()
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(scrolling(self.list), 5)
        columns.addLayout(right, 6)
        buttons = QHBoxLayout()
        buttons.addWidget(self.make_button)
        buttons.addStretch(1)
        buttons.addWidget(self.other_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(buttons)
        column.addWidget(self.banner)
        column.addLayout(columns, 1)

    def _fill_detail(self) -> None:
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        for button in (self.check_button, self.copy_button, self.restore_button):
            verbs.addWidget(button)
        verbs.addStretch(1)
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(8)
        asked.addWidget(self.warning)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.login, 1)
        line.addWidget(self.password, 1)
        asked.addLayout(line)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addStretch(1)
        answers.addWidget(self.no)
        answers.addWidget(self.yes)
        asked.addLayout(answers)
        self._asked.hide()
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 10, 16, 8)
        inner.setSpacing(8)
        inner.addWidget(self.when)
        inner.addWidget(self.facts)
        inner.addLayout(verbs)
        inner.addWidget(self._asked)
        self.detail.rows.addLayout(inner)


def _check(path: Path, desk: Desk) -> Backup:
    return desk.backups.check(path)


def _copy_to(folder: Path, backup: Backup, desk: Desk) -> Backup:
    return desk.backups.copy_to(folder, backup)


def _plan(*, may_restore: bool) -> str:
    words = tr(
        "关闭程序时和每工作四小时自动备份一次，读回核对；保留最近 7 天、4 周、12 个月各一份。"
        "副本请放在另一个盘上：电脑坏了，同一个盘上的备份也会没有。"
    )
    restoring = tr("恢复要由站长或管理员来做。")
    return words if may_restore else f"{words}{restoring}"


def _said_of(losses: Losses) -> str:
    if not losses.visits and not losses.changes:
        return tr("那以后没有登记和更正，什么也不会少。")
    numbers = tr("、").join(losses.numbers)
    words = tr("会少：那以后登记的来访 {visits} 次（{numbers}），更正等改动 {changes} 处。")
    return words.format(visits=losses.visits, numbers=numbers or "–", changes=losses.changes)


def _when(backup: Backup) -> str:
    return f"{backup.made_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M:%S}"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
