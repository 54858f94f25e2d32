"""The window before a home is open: whose home it is, then login, first start or recovery."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.login import LoginForm
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.texts import label, show_typed

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from liaison_desktop.desk.desk import Desk
    from liaison_desktop.desk.entrance import HomeFacts
    from liaison_desktop.desk.first_draft import FirstDraft
    from liaison_desktop.model.faults import Fault
    from liaison_desktop.model.times import Clock
    from liaison_desktop.ui.preferences import Preferences
    from liaison_desktop.ui.worker import Worker

_WIDEST = 800
"""Pixels; a form that is wider is read less easily."""


class Entrance(QWidget):
    """`opened` carries the open desk; `painted` comes once, after the first paint."""

    opened = Signal(object)
    painted = Signal()
    restore_asked = Signal(object)
    """With a Restoring: a backup is to take the place of the data, or of none."""

    def __init__(self, home: Path, clock: Clock, worker: Worker, preferences: Preferences) -> None:
        super().__init__()
        self._home, self._clock = home, clock
        self._worker, self._preferences = worker, preferences
        self._is_painted = False
        self.facts: HomeFacts | None = None
        self.setObjectName("page")
        self.setWindowTitle(tr("联络站前台"))
        self.name = label(tr("联络站前台"), "title", wraps=True)
        self.note = label("", "muted", wraps=True)
        self.restore_button = Button(
            tr("从备份恢复"), self.show_restore, kind="small", picture="undo"
        )
        self.restore_button.hide()
        self.login = LoginForm(self.show_recovery)
        self.login.submitted.connect(self._log_in)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.login)
        self._lay_out()
        self.painted.connect(self.look_at_home)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def put_away(self) -> None:
        """Hide behind a user's window, and give back what the picture of this one takes."""
        self.hide()
        self.destroy()  # made again by the next `show`

    def put_down(self) -> None:
        """Keep what is typed of a station that is not made yet: the program ends."""
        form = self._stack.currentWidget()
        if form is not self.login:
            from liaison_desktop.ui.first_start import FirstStart

            if isinstance(form, FirstStart):
                form.keep_now()

    def show_recovery(self) -> None:
        """Ask for the code of the 密码恢复单."""
        from liaison_desktop.ui.recovery import RecoveryForm

        if self.facts is None or self.facts.state != "ready":
            return
        form = RecoveryForm(self._ask, self.facts, self._clock, self._end_recovery, self.show_login)
        self._show(form)
        form.begin()

    def show_login(self, message: str = "") -> None:
        """Go back to account and password."""
        self._show(self.login)
        self.login.begin()
        self.login.say(message, "ok")

    def show_restore(self) -> None:
        """Ask for a backup, for a home that is damaged or not there."""
        from liaison_desktop.ui.restoring import RestoreForm

        form = RestoreForm(self._leave_restore, self.facts.logins if self.facts else ())
        form.asked.connect(self.restore_asked)
        self._show(form)
        form.begin()

    def refuse_restore(self, fault: Fault) -> None:
        """Say why nothing was restored, where it was asked for."""
        from liaison_desktop.ui.restoring import RestoreForm

        form = self._stack.currentWidget()
        if isinstance(form, RestoreForm):
            form.refuse(say(fault))
        else:
            self.login.say(say(fault))

    def _leave_restore(self) -> None:
        if self.facts is not None and self.facts.state == "absent":
            self._show_first_start()
        else:
            self.show_login()

    def look_at_home(self) -> None:
        """Ask whose home it is; nothing of it is needed for the first paint."""
        from liaison_desktop.desk import entrance

        self._ask(partial(entrance.look_at, self._home), self._show_facts, self._say)

    def _show_facts(self, facts: HomeFacts) -> None:
        from liaison_desktop.desk.entrance import warm_up
        from liaison_desktop.model.faults import Unusable

        self.facts = facts
        if facts.state == "absent":
            self._show_first_start()
        elif facts.state != "ready":
            codes = {"half_made": "home_half_made", "other": "home_not_empty"}
            self.restore_button.show()
            self._say(Unusable(codes[facts.state], str(facts.folder)))
        else:
            self._ask(self._first_draft().drop, _nothing, _nothing)  # tried at every start
            show_typed(self.name, facts.name)
            self.login.show_accounts(facts.logins, self._preferences.last_login)
        if not facts.is_shared:
            self.note.setText(tr("数据只在本机的这个系统账户下；换一个系统账户登录电脑就看不到。"))
        self._ask(warm_up, lambda _nothing: None)

    def _show_first_start(self) -> None:
        from liaison_desktop.ui.first_start import FirstStart

        form = FirstStart(
            self._worker, self._home, self._clock, self._first_draft(), self._end_first_start
        )
        form.restore_asked.connect(self.show_restore)
        self._show(form)
        form.begin()

    def _first_draft(self) -> FirstDraft:
        from liaison_desktop.desk.first_draft import FirstDraft

        return FirstDraft(self._preferences.folder, self._home)

    def _end_first_start(self, sheet: Path) -> None:
        words = tr("站点已建立。密码恢复单：{path}。请打印、签封、另处保管，再把它从电脑里删去。")
        self.show_login(words.format(path=sheet))
        self.look_at_home()

    def _end_recovery(self, sheet: Path) -> None:
        words = tr("密码已重设，旧的恢复单作废。新的恢复单：{path}。请打印、签封、另处保管。")
        self.show_login(words.format(path=sheet))

    def _log_in(self, login: str, password: str) -> None:
        from liaison_desktop.desk.entrance import open_desk

        task = partial(open_desk, self._home, login, password, self._clock)
        self._ask(task, self._let_in, self.login.refuse)

    def _let_in(self, desk: Desk) -> None:
        self._preferences.last_login = desk.user.login
        self.opened.emit(desk)

    def _say(self, fault: Fault) -> None:
        self.restore_button.show()
        self.login.say(say(fault))

    def _ask(
        self,
        task: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[Fault], None] | None = None,
    ) -> None:
        self._worker.ask(self, task, done, failed)

    def _show(self, form: QWidget) -> None:
        former = self._stack.currentWidget()
        if self._stack.indexOf(form) < 0:
            self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        if former is not None and former not in {self.login, form}:
            self._stack.removeWidget(former)
            former.deleteLater()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._cover())
        inner = QHBoxLayout()
        inner.setContentsMargins(32, 24, 32, 24)
        self._stack.setMaximumWidth(_WIDEST)
        inner.addStretch(1)
        inner.addWidget(self._stack, 100)
        inner.addStretch(1)
        row.addLayout(inner, 1)
        self.resize(960, 560)

    def _cover(self) -> QFrame:
        cover = frame("rail")
        cover.setFixedWidth(320)
        column = QVBoxLayout(cover)
        column.setContentsMargins(28, 32, 28, 24)
        column.setSpacing(12)
        column.addWidget(Picture("emblem", "brand", 56))
        column.addWidget(self.name)
        column.addWidget(label(tr("人大代表联络站来访登记"), "small"))
        column.addStretch(1)
        column.addWidget(self.restore_button)
        column.addWidget(self.note)
        column.addWidget(label(tr("本机不得录入、存储国家秘密和工作秘密"), "warn", wraps=True))
        return cover


def _nothing(_given: object) -> None:
    """Say nothing."""
