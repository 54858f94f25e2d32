"""What nobody has to think of: backups, the index of finding, days of an earlier version."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QObject, QTimer, Slot

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.people import PAUSE
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.faults import Fault, NotAllowed, Unusable
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.shell import Shell

LOOK_MS = 10 * 60_000
"""Between two looks whether a backup is due; a look reads the names of the backups alone."""

CATCH_UP_SECONDS = 2.0
"""Of work on the index of finding, until it is said how much is left."""


class Safekeeping(QObject):
    """Works for one window, and says in the strip what it does.

    A backup of 10,000 visits takes 0.8 s, and nobody who types may wait for that: it is made in a
    thread of its own, with a desk of its own. One that is cut off (a power cut) leaves a part that
    the next one sweeps away, and the former backups as they were.
    """

    def __init__(self, room: Room, window: Shell) -> None:
        super().__init__(window)
        self._room, self._window = room, window
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._is_ending = False

    def begin(self) -> None:
        """Look from now on, and let the index of finding catch up."""
        self._timer.start()
        QTimer.singleShot(LOOK_MS // 60, self.look)
        self._room.worker.ask(self, self._room.desk.people.is_indexed, self._index, _pass)
        self._begin_days()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Make a backup where one is due."""
        if not self._is_ending:
            self._room.run_errand(self, _make_if_due, self._say_made, self._say_not_made)

    def end(self, then: Callable[[], object]) -> None:
        """Make a backup where anything was changed since the last one, then go on in any case."""
        self._is_ending = True
        self._window.note.setText(tr("正在备份，请稍候……"))
        self._room.run_errand(
            self, _make_if_stale, partial(self._end_well, then), partial(self._end_anyway, then)
        )

    def _end_well(self, then: Callable[[], object], _made: str) -> None:
        then()

    def _end_anyway(self, then: Callable[[], object], fault: Fault) -> None:
        """Go on: a full disk must not keep a clerk from going home."""
        self._window.note.setText(say(fault))
        QTimer.singleShot(0, then)

    def _say_made(self, made: str) -> None:
        if made:
            self._window.note.setText(made)
            self._room.ways.changed.emit()

    def _say_not_made(self, fault: Fault) -> None:
        self._window.note.setText(tr("没有备份成：{why}").format(why=say(fault)))

    def _begin_days(self) -> None:
        """Let matters of an earlier version have their days; a clerk's, for nobody else may."""
        desk = self._room.desk
        if authorize(desk.user.roles_on(desk.today()), Action.HANDLE_MATTER):
            self._room.worker.ask(self, desk.matters.lack_days, self._give_days, _pass)

    def _give_days(self, is_lacking: bool) -> None:
        if is_lacking and not self._is_ending:
            self._room.run_errand(self, _begin_days, self._say_begun, _pass)

    def _say_begun(self, count: int) -> None:
        if count and not self._is_ending:
            self._room.ways.changed.emit()

    def _index(self, is_indexed: bool) -> None:
        if not is_indexed and not self._is_ending:
            self._window.note.setText(tr("正在整理查找索引，登记不受影响……"))
            self._room.run_errand(self, _catch_up_some, self._indexed, _pass)

    def _indexed(self, left: int) -> None:
        if left and not self._is_ending:
            words = tr("正在整理查找索引，还有 {count} 条，登记不受影响……")
            self._window.note.setText(words.format(count=f"{left:,}"))
            self._room.run_errand(self, _catch_up_some, self._indexed, _pass)
        else:
            self._room.run_errand(self, partial(_merge_some, begins=True), self._merged, _pass)

    def _merged(self, is_more: bool) -> None:
        if is_more and not self._is_ending:
            self._room.run_errand(self, partial(_merge_some, begins=False), self._merged, _pass)
        else:
            self._window.note.setText("")


def _catch_up_some(desk: Desk) -> int:
    """Let the index take up some of what it lacks, and return how much it still lacks."""
    until = monotonic() + CATCH_UP_SECONDS
    while is_more := desk.people.catch_up():
        if monotonic() > until:
            break
        sleep(PAUSE)  # or nobody else would ever find the file free
    return desk.people.count_unindexed() if is_more else 0


def _merge_some(desk: Desk, *, begins: bool) -> bool:
    """Put some of the index's parts together, and return whether there is more to do."""
    return desk.people.merge_index(CATCH_UP_SECONDS, begins=begins)


def _begin_days(desk: Desk) -> int:
    """Give every matter that lacks them its days, and return how many there were."""
    count = 0
    while begun := desk.matters.begin_days():
        count += begun
        sleep(PAUSE)
    return count


def _make_if_due(desk: Desk) -> str:
    """Return what to say of the backup made; "" where none was due."""
    if not desk.backups.is_due():
        return ""
    return _make(desk)


def _make_if_stale(desk: Desk) -> str:
    facts = desk.today_facts()
    if facts.last_backup_at is not None and not desk.was_changed_since(facts.last_backup_at):
        return ""
    return _make(desk)


def _make(desk: Desk) -> str:
    """Make a backup, thin the old ones, and put a copy where the station keeps one."""
    try:
        backup = desk.backups.make()
    except NotAllowed:
        return ""
    desk.backups.thin()
    folder = desk.settings.load().copy_folder
    if not folder:
        return tr("已自动备份")
    try:
        desk.backups.copy_to(Path(folder), backup)
    except Unusable:
        return tr("已自动备份；备份副本的文件夹不在，没有另存副本")
    return tr("已自动备份，并另存了副本")


def _pass(_fault: Fault) -> None:
    """Say nothing: what failed is tried again at the next start."""
