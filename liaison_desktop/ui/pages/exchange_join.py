"""加入县（区） — three steps: our card, the county's invitation, and a look at it first."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.exchange_facts import CountyFacts
from liaison_desktop.model.exchange import Peer
from liaison_desktop.model.faults import Fault
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.exchange_confirm import ConfirmCounty
from liaison_desktop.ui.pages.exchange_state import Standing
from liaison_desktop.ui.pages.exchange_sticks import StickChoice
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.sheet_field import documents_folder
from liaison_desktop.ui.sticks import Find
from liaison_desktop.ui.texts import label, show_typed


class JoinPanel(QWidget):
    """One step is open at a time; `joined` is told the county's name, `back` nothing."""

    def __init__(
        self,
        room: Room,
        find: Find,
        joined: Callable[[str], object],
        back: Callable[[], object],
    ) -> None:
        super().__init__()
        self._room, self._joined, self._back = room, joined, back
        self._invitation: Path | None = None
        self._standing: Standing | None = None
        self.is_busy = False
        self.banner = Banner()
        self.sticks = StickChoice(room.worker, find)
        self.write = Button(
            tr("写站点卡"), self.write_card, kind="primary", picture="stick", key=tr("回车")
        )
        self.sticks.chosen.connect(self.write.setFocus)
        self.to_third = Button(tr("已拿到邀请文件"), self.show_third, kind="strip")
        self.fingerprint = label("", "title", wraps=True)
        self.fingerprint.setTextInteractionFlags(
            QtCore.Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.read = Button(
            tr("读邀请文件……"), self.ask_file, kind="primary", picture="folder", key=tr("回车")
        )
        self.to_first = Button(tr("再写一次"), self.show_first, kind="strip")
        self.not_mine = label(
            tr("读邀请文件、加入，要由站长或管理员登录后来做。"), "warn", wraps=True
        )
        self.confirm = ConfirmCounty(self.join, self.refuse)
        self.leave = Button(tr("返回"), self.go_back, key="Esc")
        self.dialog: QFileDialog | None = None
        escape = QShortcut(QKeySequence("Esc"), self, self.go_back)
        escape.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._lay_out()

    def begin(self, standing: Standing) -> None:
        """Open the step that comes next."""
        self._standing = standing
        self.fingerprint.setText(standing.facts.fingerprint)
        self.banner.clear()
        self.sticks.use_stick()
        self.not_mine.setVisible(not standing.may_join)
        self.to_first.setVisible(standing.may_write_card)
        if standing.facts.has_written_card or not standing.may_write_card:
            self.show_third()
        else:
            self.show_first()

    def show_first(self) -> None:
        """Open ①."""
        self._show(self._first)
        self.sticks.watch()
        self.write.setFocus()

    def show_third(self) -> None:
        """Open ② and ③: the county's part, and what comes after it."""
        self.sticks.rest()
        self._show(self._third)
        (self.leave if self.read.isHidden() else self.read).setFocus()

    def write_card(self) -> None:
        """Write the station's card where it is clear where to."""
        folder = self.sticks.folder
        if self.is_busy:
            return
        if folder is None:
            self.banner.say(tr("还没有选定 U 盘；请插好再按一次，或选一个文件夹。"), "warn")
            return
        path = folder / self._room.desk.exchange.card_name()
        self._be_busy(True)
        task = partial(self._room.desk.exchange.write_card, path)
        self._room.worker.ask(self, task, partial(self._say_written, path), self._say_fault)

    def ask_file(self) -> None:
        """Let the user pick the county's invitation, beginning at the stick where there is one."""
        start = str(self.sticks.folder or documents_folder())
        self.dialog = dialog = QFileDialog(self, tr("读邀请文件"), start)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.finished.connect(self.window().activateWindow)  # not every window manager does
        dialog.fileSelected.connect(self.look_at)
        dialog.open()

    @Slot(str)
    def look_at(self, name: str) -> None:
        """Show whose invitation a file is; nothing is joined by it."""
        self.banner.clear()
        self._invitation = Path(name)
        task = partial(self._room.desk.exchange.look_at_invitation, self._invitation)
        self._room.worker.ask(self, task, self._show_county, self._say_fault)

    def join(self, confirmed: str) -> None:
        """Join the county whose fingerprint was compared."""
        if self._invitation is not None and not self.is_busy:
            self._be_busy(True)
            task = partial(self._room.desk.exchange.join, self._invitation, confirmed)
            self._room.worker.ask(self, task, self._finish, self._say_not_joined)

    def refuse(self) -> None:
        """Put the invitation away: the fingerprints differ."""
        self.show_third()
        words = tr("没有加入，什么也没有改动。请与县（区）核实，这份邀请文件不要再用。")
        self.banner.say(words, "warn")

    @Slot()
    def go_back(self) -> None:
        """Go back by one step, from the first out of it all; not while something is written."""
        if self.is_busy:
            return
        if self.confirm.isVisible():
            self.banner.clear()
            self.show_third()
        else:
            self.sticks.rest()
            self._back()

    def _say_written(self, path: Path, _nothing: None) -> None:
        self._be_busy(False)
        self.show_third()
        words = tr("现在可以拔盘：「{name}」已写好，回读核对过。")
        self.banner.say(words.format(name=path.name), "ok")

    def _show_county(self, county: CountyFacts) -> None:
        former = None if self._standing is None else self._standing.facts.county
        self._show(self.confirm)
        self.confirm.begin(county, former)

    def _finish(self, county: Peer) -> None:
        self._be_busy(False)
        self._room.ways.changed.emit()
        self._joined(county.name)

    def _say_not_joined(self, fault: Fault) -> None:
        self._be_busy(False)
        self.show_third()
        self.banner.say(say(fault), "danger")

    def _say_fault(self, fault: Fault) -> None:
        self._be_busy(False)
        self.banner.say(say(fault), "danger")

    def _be_busy(self, is_busy: bool) -> None:
        self.is_busy = is_busy
        if is_busy:
            self.banner.clear()

    def _show(self, step: QWidget) -> None:
        for other in (self._first, self._third, self.confirm):
            other.setVisible(other is step)
        self.write.setVisible(step is self._first)
        may_join = self._standing is not None and self._standing.may_join
        self.read.setVisible(step is self._third and may_join)
        for button in (self.confirm.differs, self.confirm.join):
            button.setVisible(step is self.confirm)

    def _lay_out(self) -> None:
        self._first, self._third = self._build_first(), self._build_third()
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        for button in (self.write, self.read, self.confirm.differs, self.confirm.join):
            buttons.addWidget(button)
            button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.banner)
        for widget in (self._first, self._third, self.confirm):
            column.addWidget(widget)
            widget.hide()
        column.addLayout(buttons)
        column.addStretch(1)

    def _build_first(self) -> QWidget:
        step, column = _step()
        column.addLayout(_heading("1", tr("把站点卡写到 U 盘")))
        what = tr("站点卡只说明本站是谁、用什么密钥，里面没有来访人的信息。")
        column.addWidget(label(what, "small", wraps=True))
        column.addWidget(self.sticks)
        column.addWidget(frame("line"))
        column.addLayout(_heading("2", tr("县（区）登记本站，写一份邀请文件"), is_next=False))
        third = _heading("3", tr("读邀请文件，核对后加入"), is_next=False)
        third.addWidget(self.to_third)
        column.addLayout(third)
        return step

    def _build_third(self) -> QWidget:
        step, column = _step()
        first = _heading("1", tr("站点卡已写好"), is_done=True)
        first.addWidget(self.to_first)
        column.addLayout(first)
        column.addLayout(_heading("2", tr("县（区）登记本站，写一份邀请文件")))
        call = tr("把 U 盘送到县（区），再打电话把本站指纹念给他们，两边一样才登记：")
        column.addWidget(label(call, "small", wraps=True))
        column.addWidget(self.fingerprint)
        column.addWidget(frame("line"))
        column.addLayout(_heading("3", tr("读邀请文件，核对后加入")))
        back = tr("U 盘拿回来插好，读县（区）写的邀请文件；先看是谁的，核对了才加入。")
        column.addWidget(label(back, "small", wraps=True))
        column.addWidget(self.not_mine)
        return step


def _step() -> tuple[QWidget, QVBoxLayout]:
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return step, column


def _heading(
    number: str, words: str, *, is_next: bool = True, is_done: bool = False
) -> QHBoxLayout:
    badge = label("✓" if is_done else number, "step")
    badge.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
    shown = label("", "strong" if is_next and not is_done else "muted", wraps=True)
    show_typed(shown, words)
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(badge)
    row.addWidget(shown, 1)
    return row
