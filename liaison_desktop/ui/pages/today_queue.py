"""候访 — who waits at the door, by number and 李**; the name itself goes into the form alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from liaison_desktop.model.masking import mask_name
from liaison_desktop.model.waiting import Waiting
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line

LONG_WAIT = 30
"""Minutes after which the waiting time is coloured, and said with another word."""


class QueueCard(Card):
    """Hidden where the station keeps no queue."""

    def __init__(
        self,
        join: Callable[[str], object],
        call: Callable[[Waiting], object],
        leave: Callable[[Waiting], object],
    ) -> None:
        super().__init__(tr("正在等候"), "users")
        self._join, self._call, self._leave = join, call, leave
        self.name = Line(tr("姓名（可不填）"))
        self.name.say_name(tr("来等候的人的姓名，可以不填"))
        self.name.entered.connect(self.join)
        self.add_button = Button(tr("取号"), self.join, kind="small", picture="plus")
        self.head.addWidget(self.name)
        self.head.addWidget(self.add_button)
        self.name.setMaximumWidth(180)
        self.hide()

    def join(self) -> None:
        """Let somebody wait under the next number."""
        if not self.name.preedit:
            self._join(self.name.value())

    def joined(self) -> None:
        """Wait for the next name."""
        self.name.set_value("")

    def show_waiting(self, waiting: Sequence[Waiting], now: datetime) -> None:
        """Show who waits, the longest first."""
        self.clear()
        self.show_badge(tr("{count} 人").format(count=len(waiting)) if waiting else "")
        for one in waiting:
            self._add(one, now)
        if not waiting:
            self.add_words(tr("没有人在等候。"))

    def _add(self, waiting: Waiting, now: datetime) -> None:
        minutes = max(0, int((now - waiting.arrived_at).total_seconds()) // 60)
        name = mask_name(waiting.name) or tr("未留姓名")
        number = f"{waiting.number:02d}"
        said = tr("等候 {minutes} 分钟").format(minutes=minutes)
        row = RowButton(name, said, partial(self._call, waiting), lead=number)
        begin = tr("开始接待")
        row.setAccessibleName(f"{begin} {number} {name} {said}")
        if minutes >= LONG_WAIT:
            row.add_badge(tr("等久了"), "warn")
        gone = Button(tr("走了"), partial(self._leave, waiting), kind="small")
        gone.setAccessibleName(f"{tr('走了')} {number} {name}")
        row.add(gone)
        self.rows.addWidget(row)
