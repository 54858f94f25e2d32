"""From the first window to the desk's and back: who is let in, what is locked, what is restored."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from liaison_desktop.ui.entrance import Entrance
from liaison_desktop.ui.garbage import Collector, forget_sources
from liaison_desktop.ui.i18n import speak_chinese, tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.worker import Worker

if TYPE_CHECKING:
    from liaison_desktop.desk.desk import Desk
    from liaison_desktop.desk.drawn import Drawn
    from liaison_desktop.model.faults import Fault
    from liaison_desktop.model.times import Clock
    from liaison_desktop.ui.lock import IdleLock
    from liaison_desktop.ui.main_window import MainWindow, Standing
    from liaison_desktop.ui.printing.printers import Printers
    from liaison_desktop.ui.restoring import Restoring
    from liaison_desktop.ui.sticks import Find


AGAIN_MS = 30_000
"""Between two attempts to keep what a locked window holds and the store could not take."""


class FrontDoor(QObject):
    """Holds the workers and the window in front; `close` lets everything go in order.

    Locking hides the window at once, keeps every draft, and then closes the desk, so that the key
    is gone from the memory; whoever logs in gets a window of his own. Where a draft cannot be kept
    (a full disk), the window stays hidden and its desk open until it can be, which is tried again
    and again; the same user gets both back, whoever was at the desk between.
    """

    def __init__(
        self,
        home: Path,
        clock: Clock,
        preferences: Preferences,
        printers: Printers | None = None,
        find: Find | None = None,
    ) -> None:
        super().__init__()
        self.garbage = Collector(self)
        self.worker, self._errands = Worker(), Worker()
        self._home, self._clock = home, clock
        self._preferences = preferences
        self._printers, self._find = printers, find
        self._left: dict[str, Standing] = {}
        self._idle: IdleLock | None = None
        self.entrance = Entrance(home, clock, self.worker, preferences)
        self.entrance.opened.connect(self._let_in)
        self.entrance.restore_asked.connect(self._restore)
        self.entrance.painted.connect(speak_chinese)
        self.entrance.painted.connect(forget_sources)
        self.main: MainWindow | None = None
        self._hidden: dict[str, MainWindow] = {}
        self._restoring: Restoring | None = None
        self._refused: Fault | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._keep_quietly)

    def show(self) -> None:
        """Show the window before the desk."""
        self.entrance.show()

    def come_forward(self) -> None:
        """Bring the window in front: the program was started a second time."""
        window = self.main if self.main is not None else self.entrance
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """Keep what is typed, close the desk, end the worker."""
        if self._idle is not None:
            self._idle.rest()
        self._again.stop()
        for window in (self.main, *self._hidden.values()):
            if window is not None:
                window.let_go()
                window.close()
        self.entrance.put_down()
        self.entrance.close()
        self.worker.stop()
        self._errands.stop()

    @Slot()
    def lock(self) -> None:
        """Hide the content, keep the drafts, drop the key, and wait for a password."""
        window = self.main
        if window is None:
            return
        self.main = None
        self._left[window.login] = window.standing()
        self._hide(window)
        words = tr("已锁定（{name}）。正在保存草稿……")
        self._show_entrance(words.format(name=window.user_name))
        self.keep_hidden()

    def _hide(self, window: MainWindow) -> None:
        """Let nothing of a window be seen; it is held until what is typed in it is kept."""
        if self._idle is not None:
            self._idle.rest()
        window.put_away()
        self._hidden[window.login] = window

    @Slot()
    def keep_hidden(self) -> None:
        """Keep what is typed in every locked window, and let those go that the store has whole."""
        for window in list(self._hidden.values()):
            window.put_down(partial(self._forget, window))

    @Slot()
    def _keep_quietly(self) -> None:
        """Try again, but not while somebody composes: keeping takes up what is composed."""
        if getattr(QApplication.focusWidget(), "preedit", ""):
            self._again.start()
        else:
            self.keep_hidden()

    @Slot(object)
    def _say_not_kept(self, fault: Fault) -> None:
        """Say that a locked window holds what the store could not take, and try again later."""
        if self._hidden:
            words = tr(
                "{name}的草稿没有存上。内容还在，没有丢：请不要关闭程序；"
                "原来的账号登录回来，就接着填写。{why}"
            )
            names = tr("、").join(window.user_name for window in self._hidden.values())
            self.entrance.login.say(words.format(name=names, why=say(fault)), "danger")
            self._refused = fault
            self._again.start()

    def _forget(self, window: MainWindow) -> None:
        """Let a locked window go, unless its user came back before all of it was kept."""
        if self._hidden.get(window.login) is window:
            del self._hidden[window.login]
            self._let_go(window)
            if not self._hidden:
                self._go_on(window.user_name)
            elif self._refused is not None:
                self._say_not_kept(self._refused)  # of one less

    def _go_on(self, name: str) -> None:
        """Every text is in the store: put the backup that waits for it in its place, or say so."""
        if self._restoring is None:
            self._say_kept(name)
        else:
            self._stop_trying()
            self._restore_now(self._restoring)

    def _say_kept(self, name: str) -> None:
        """Say that the store has all that was typed: not before it is so."""
        words = tr("已锁定（{name}）。草稿都留着；请用自己的账号登录。").format(name=name)
        if self._refused is not None:
            words = tr("草稿现在都存上了；请用自己的账号登录。")
        self._stop_trying()
        self.entrance.login.say(words, "ok")

    def _stop_trying(self) -> None:
        """Try no more: no locked window holds anything."""
        self._refused = None
        self._again.stop()

    def _let_go(self, window: MainWindow) -> None:
        """Close the desk behind a window: everything typed in it is in the store."""
        window.let_go()
        window.close()
        window.deleteLater()
        self.worker.ask(self, _nothing, _collect)  # after the desk is closed

    def _restore(self, asked: Restoring) -> None:
        """Close every desk, put the backup in the place of the data, and ask for a password.

        It waits until every locked window is kept, and no more once somebody has logged in.
        """
        window, self.main = self.main, None
        if window is not None:
            self._hide(window)
        if not self._hidden:
            self._restore_now(asked)
            return
        self._restoring = asked
        self._show_entrance(tr("正在恢复备份，请稍候……"))
        self.keep_hidden()

    def _restore_now(self, asked: Restoring) -> None:
        from liaison_desktop.desk import entrance

        self._restoring = None
        task = partial(
            entrance.restore, self._home, asked.path, asked.login, asked.password, self._clock
        )
        self.worker.ask(self, task, self._restored, self._not_restored)

    def _restored(self, restored: object) -> None:
        aside = getattr(restored, "aside", None)
        words = tr("已从备份恢复，请登录。")
        if aside is not None:
            words += tr("原来的数据另存在 {path}。").format(path=aside)
        self._left.clear()
        self.entrance.show_login(words)
        self.entrance.look_at_home()

    def _not_restored(self, fault: Fault) -> None:
        self.entrance.refuse_restore(fault)

    def _show_entrance(self, words: str) -> None:
        self.entrance.show_login(words)
        self.entrance.look_at_home()
        self.entrance.show()
        self.entrance.activateWindow()

    @Slot(object)
    def _let_in(self, desk: Desk) -> None:
        from liaison_desktop.ui.lock import IdleLock
        from liaison_desktop.ui.main_window import MainWindow
        from liaison_desktop.ui.sticks import find_sticks

        if self.main is not None:  # a window is there already: one desk at a time
            self.worker.ask(self, desk.close, lambda _nothing: None)
            return
        self._restoring = None
        if desk.user.login in self._hidden:
            self._come_back(desk)
            return
        find = self._find or find_sticks
        window = MainWindow(
            desk, self.worker, self._preferences, self._show_papers, find, self._errands
        )
        window.lock_asked.connect(self.lock)
        window.restore_asked.connect(self._restore)
        window.not_kept.connect(self._say_not_kept)
        self.main = window
        window.show()
        forget_sources()
        self.entrance.put_away()
        window.begin(self._left.pop(desk.user.login, None))
        if self._idle is None:
            self._idle = IdleLock(self.lock, self)
        self._idle.watch(window)

    def _come_back(self, desk: Desk) -> None:
        """Give a user his hidden window back: it holds text that no store has."""
        self.worker.ask(self, desk.close, lambda _nothing: None)
        self.main = window = self._hidden.pop(desk.user.login)
        if not self._hidden:
            self._stop_trying()
        window.show()
        window.bring_papers_back()
        self.entrance.put_away()
        if self._idle is not None:
            self._idle.watch(window)

    def _show_papers(
        self, window: MainWindow, drawn: Sequence[Drawn], printed: Callable[[str], object]
    ) -> None:
        """Show papers before they are printed, unless the window that asked is locked by now.

        `printed` is told what went to which printer.
        """
        from liaison_desktop.ui.printing.preview import show_papers

        if window is self.main:
            worker, printers = self.worker, self._printers
            show_papers(window, drawn, worker, self._preferences, printers, printed)


def _nothing() -> None:
    """Do nothing: what was asked before it is done then."""


def _collect(_nothing: None) -> None:
    """Let go of a window, which is a ring of objects."""
    gc.collect()
