"""Light or dark, and how large the text is: two buttons of the status strip, remembered."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from liaison_desktop.ui import theme
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.tokens import SCALES, Tokens


class LookButtons(QWidget):
    """Each press takes the next theme or the next text size, for every window at once."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.size_button = Button("", self.next_scale, kind="strip", picture="text_size")
        self.theme_button = Button("", self.next_theme, kind="strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self.size_button)
        row.addWidget(self.theme_button)
        self._show()

    def next_scale(self) -> None:
        """Make the text larger; after the largest comes the smallest."""
        now = theme.current()
        scale = SCALES[(SCALES.index(now.scale) + 1) % len(SCALES)]
        self._preferences.scale = scale
        self._apply(Tokens(now.theme, scale))

    def next_theme(self) -> None:
        """Change between light and dark."""
        now = theme.current()
        other = "dark" if now.theme == "light" else "light"
        self._preferences.theme = other
        self._apply(Tokens(other, now.scale))

    def _apply(self, tokens: Tokens) -> None:
        theme.apply(tokens)
        self._show()

    def _show(self) -> None:
        now = theme.current()
        sizes = dict(zip(SCALES, (tr("标准字"), tr("大字"), tr("特大字")), strict=True))
        self.size_button.setText(sizes[now.scale])
        self.size_button.refresh_icon()  # there are words beside it now
        self.size_button.setAccessibleName(f"{tr('字号')} {sizes[now.scale]}")
        is_light = now.theme == "light"
        self.theme_button.setText(tr("浅色") if is_light else tr("深色"))
        self.theme_button.setAccessibleName(f"{tr('外观')} {self.theme_button.text()}")
        self.theme_button.set_picture("sun" if is_light else "moon")
