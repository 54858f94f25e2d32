"""外观 — light or dark, how large the text is, which language; of this account of the PC."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from liaison_desktop.ui import theme
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import CHINESE, ENGLISH, tr
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.tokens import SCALES


class LookPanel(Panel):
    """A choice shows at once; the language from the next start on."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, tr("外观"), "eye")
        self.save_button.hide()
        sizes = zip("123", (tr("标准字"), tr("大字"), tr("特大字")), SCALES, strict=True)
        self.theme = Field(
            tr("颜色"),
            Segments([("1", tr("浅色"), "light"), ("2", tr("深色"), "dark")]),
        )
        self.scale = Field(tr("字号"), Segments(list(sizes)))
        self.language = Field(
            tr("语言"),
            Segments(
                [
                    ("1", tr("随系统"), "system"),
                    ("2", tr("中文"), CHINESE),
                    ("3", "English", ENGLISH),
                ]
            ),
        )
        self._is_showing = False
        self._lay_out()
        for field in (self.theme, self.scale, self.language):
            field.control.changed.connect(self._apply)

    def begin(self) -> None:
        """Show the look in force."""
        now = theme.current()
        self._is_showing = True
        self.theme.set_value(now.theme)
        self.scale.set_value(now.scale)
        self.language.set_value(self.room.preferences.language or "system")
        self._is_showing = False

    def _apply(self) -> None:
        if self._is_showing:
            return
        preferences, now = self.room.preferences, theme.current()
        preferences.theme = self.theme.value() or now.theme
        preferences.scale = self.scale.value() or now.scale
        language = self.language.value()
        preferences.language = "" if language in {None, "system"} else language
        theme.apply(theme.usual(preferences.theme, preferences.scale))
        self.banner.say(tr("已保存；语言从下次打开程序起改变。"), "ok")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(24)
        for field in (self.theme, self.scale, self.language):
            row.addWidget(field)
        row.addStretch(1)
        self.body.addLayout(row)
        sample = tr("字样：来访只录入一次，其余都由它得出。㛃𬱖䶮 0123456789")
        self.body.addWidget(label(sample))
