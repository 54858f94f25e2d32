"""新建站点 — the first start: the station, its first two accounts, the 密码恢复单."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from liaison_desktop.desk.entrance import (
    default_sheet_name,
    set_up_station,
)
from liaison_desktop.desk.first_draft import FirstDraft
from liaison_desktop.model.faults import Fault, NotSaved, Refused
from liaison_desktop.model.times import Clock
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.chain import Chain, focus
from liaison_desktop.ui.first_steps import AccountsStep, SheetStep, StationStep
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.texts import label, show_typed
from liaison_desktop.ui.typing_line import TypingLine
from liaison_desktop.ui.worker import Worker

DELAY_MS = 400
"""From the first change to the keeping; later changes do not put it off."""


class FirstStart(QWidget):
    """Three steps; nothing is made before the last, and a failure leaves nothing behind.

    What is typed of the station is kept in `draft`; accounts and passwords are kept nowhere.
    `restore_asked` comes where the station is to come out of a backup instead.
    """

    restore_asked = Signal()

    def __init__(
        self,
        worker: Worker,
        home: Path,
        clock: Clock,
        draft: FirstDraft,
        done: Callable[[Path], object],
    ) -> None:
        super().__init__()
        self._ask = partial(worker.ask, self)
        self._home, self._clock, self._done = home, clock, done
        self.draft = draft
        self.station = StationStep(self._ask)
        self.accounts = AccountsStep()
        self.sheet = SheetStep()
        self.steps: list[StationStep | AccountsStep | SheetStep] = [
            self.station,
            self.accounts,
            self.sheet,
        ]
        self._stack = QStackedWidget()
        self._heading = label("", "title")
        self.typing = TypingLine()
        self.typing_note = label("", "warn", wraps=True)
        self.left_note = label(tr("这是上次没有保存的内容。"), "warn", wraps=True)
        self.left_note.hide()
        self.message = label("", "danger", wraps=True)
        self.back = Button(tr("上一步"), partial(self._move, -1))
        self.forward = Button(tr("下一步"), self.go_on, kind="primary", key=tr("Ctrl+回车"))
        self.restore = Button(tr("从备份恢复"), self._ask_restore, kind="ghost", picture="undo")
        self._lay_out()
        self._chains = [Chain(step.controls, self.go_on) for step in self.steps]
        self._shown = self._kept = self.station.typed()
        self._delay = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._connect()
        self._show_step(0)

    def begin(self) -> None:
        """Wait for the first field, with what was typed before in it."""
        focus(self.steps[0].controls()[0])
        self._ask(self.draft.find, self._fill)

    @Slot()
    def keep_now(self) -> None:
        """Keep what is typed of the station, where that is not kept already."""
        self._delay.stop()
        typed = self.station.typed()
        if typed != self._kept:
            self._kept = typed
            is_empty = typed == self._shown
            task = self.draft.drop if is_empty else partial(self.draft.keep, typed)
            self._ask(task, lambda _nothing: None, self._say_not_kept)

    def go_on(self) -> None:
        """Go to the next step, or make the home after the last one."""
        step = self.steps[self._stack.currentIndex()]
        if not self.forward.isEnabled() or not step.is_good():
            return
        if step is self.sheet:
            self._set_up()
        else:
            self._move(1)

    def _ask_restore(self) -> None:
        """Make room for a backup, which may be given up for this again."""
        self.keep_now()
        self.restore_asked.emit()

    @Slot()
    def _touch(self) -> None:
        if not self._delay.isActive():
            self._delay.start()

    def _fill(self, kept: Mapping[str, str]) -> None:
        """Let what was typed before stand there, where nothing is typed already."""
        now = self.station.typed()
        for name, text in kept.items():
            if now[name] == self._shown[name]:
                self.station.fields[name].set_value(text)
        self.left_note.setVisible(bool(kept))

    def _say_not_kept(self, fault: Fault) -> None:
        self._kept = {}  # asked again with the next key
        words = tr("填写的内容还没有存下，程序关闭就没有了；可以照常建立站点。{why}")
        self._say(words.format(why=say(fault)))

    def _move(self, by: int) -> None:
        self._show_step(self._stack.currentIndex() + by)

    def _show_step(self, place: int) -> None:
        titles = [tr("1 / 3　联络站"), tr("2 / 3　两个账号"), tr("3 / 3　密码恢复单")]
        self._heading.setText(titles[place])
        self._say("")
        self._stack.setCurrentIndex(place)
        self.back.setVisible(place > 0)
        self.typing.setVisible(place == 0)
        self.restore.setVisible(place == 0)
        self.left_note.setHidden(place > 0 or self.left_note.isHidden())
        self.typing_note.setVisible(place == 0 and bool(self.typing_note.text()))
        is_last = place == len(self.steps) - 1
        words = tr("建立站点") if is_last else tr("下一步")
        self.forward.setText(f"{words}  {tr('Ctrl+回车')}")
        if is_last:
            name = self.station.fields["name"].value()
            self.sheet.field.offer(default_sheet_name(name.strip(), self._clock))
        focus(self.steps[place].controls()[0])

    @Slot(str)
    def _note_typing(self, advice: str) -> None:
        self.typing_note.setText(advice)
        self.typing_note.setVisible(bool(advice) and self._stack.currentIndex() == 0)

    def _set_up(self) -> None:
        self._be_busy(True)
        self._say("")
        sheet = self.sheet.field.path()
        task = partial(
            set_up_station,
            self._home,
            self.station.value(),
            self.accounts.value(),
            sheet,
            self._clock,
        )
        self._ask(task, lambda _nothing: self._done(sheet), self._refuse)

    def _be_busy(self, is_busy: bool) -> None:
        """Let nobody leave while the home is made: how it ends is told here."""
        for button in (self.back, self.forward):
            button.setEnabled(not is_busy)

    def _refuse(self, fault: Fault) -> None:
        self._be_busy(False)
        if isinstance(fault, NotSaved):
            self._show_step(0)
            self.station.say(fault.problems)
        elif isinstance(fault, Refused):
            self._show_step(1)
        self._say(say(fault))

    def _say(self, text: str) -> None:
        show_typed(self.message, text)
        self.message.setVisible(bool(text))

    def _connect(self) -> None:
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.go_on)
        self.typing.told.connect(self._note_typing)
        self.station.name.textChanged.connect(self.typing.judge)
        for chain, step in zip(self._chains, self.steps, strict=True):
            chain.tie(step.controls())
        self._delay.timeout.connect(self.keep_now)
        for field in self.station.fields.values():
            field.control.changed.connect(self._touch)

    def _lay_out(self) -> None:
        for step in self.steps:
            self._stack.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        heading = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self.typing)
        column.addLayout(heading)
        column.addWidget(self.left_note)
        column.addWidget(self._stack, 1)
        column.addWidget(self.message)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addWidget(self.back)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.typing_note, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.forward)
        column.addLayout(buttons)
