"""Buttons, with the key that does the same written inside them."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton

from liaison_desktop.ui.icons import icon
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.theme import current, news, stroke

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

SCAN_SECONDS = 0.1
"""Enter so soon after a sign, on a button, is a scanner's."""

ICON_GAP = 4
"""Pixels between icon and words beside the 4 that Qt leaves there, whatever a style sheet says."""

_ON_GROUND = {"primary": "on_primary", "ghost": "primary"}


class Button(QPushButton):
    """A button that Enter presses too; `kind` is "", primary, ghost, small or strip."""

    def __init__(
        self,
        text: str,
        pressed: Callable[[], object],
        *,
        kind: str = "",
        picture: str = "",
        key: str = "",
    ) -> None:
        super().__init__(f"{text}  {key}" if key else text)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self._kind, self._picture = kind, picture
        self._struck = 0.0
        self.setProperty("kind", kind)
        self.refresh_icon()
        news().changed.connect(self.refresh_icon)
        self.clicked.connect(lambda _checked=False: pressed())

    @Slot()
    def refresh_icon(self) -> None:
        """Draw the icon again in the colours in force."""
        if self._picture:
            size, gap = current().size("icon"), current().px(ICON_GAP if self.text() else 0)
            self.setIcon(icon(self._picture, _ON_GROUND.get(self._kind, "text2"), gap=gap))
            self.setIconSize(QSize(size + gap, size))

    def allow(self, may: bool) -> None:
        """Leave the button out for a user who may not do this.

        It is never shown from here: shown before it hangs in a window, it would be one itself.
        """
        if not may:
            self.hide()

    def set_picture(self, picture: str) -> None:
        """Show another icon."""
        self._picture = picture
        self.refresh_icon()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._kind == "primary" and self.hasFocus():
            self._draw_focus()

    def _draw_focus(self) -> None:
        """Draw the ring inside: no colour beside both the ground and the button has contrast."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(stroke("on_primary"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_sign(event):
            self._struck = monotonic()
        if is_enter(event) and event.isAutoRepeat():
            return  # a key held down goes from field to field, but no further than to a button
        if is_enter(event) and monotonic() - self._struck < SCAN_SECONDS:
            return  # a scanner ends what it types with Enter; a hand does not come so soon
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


def _is_sign(event: QKeyEvent) -> bool:
    """Return whether a key types a sign, which no button takes; Space presses one."""
    return event.text().isprintable() and bool(event.text().strip())
