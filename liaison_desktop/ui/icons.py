"""Our own icons: 24 px grid, strokes of 1.75 px, coloured by `currentColor`."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from liaison_desktop.paths import RESOURCES
from liaison_desktop.ui.theme import application, current, news


def icon(name: str, colour: str = "text2", *, gap: int = 0) -> QIcon:
    """Return an icon in a colour of the look in force, sharp on the sharpest screen there is.

    `gap` logical pixels at its right stay empty. One in `on_primary` has a picture of its own for
    a button that may not be pressed: the paler one that Qt makes is not seen on that ground.
    """
    size, ratio = current().size("icon"), application().devicePixelRatio()
    colours = current().colours
    made = QIcon(_draw(name, colours[colour], size, ratio, gap))
    if colour == "on_primary":
        made.addPixmap(_draw(name, colours["disabled"], size, ratio, gap), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str, size: int, ratio: float = 2.0) -> QPixmap:
    """Return one picture of `size` logical pixels."""
    return _draw(name, current().colours[colour], size, ratio)


class Picture(QLabel):
    """An icon on its own, drawn again with every change of look."""

    def __init__(self, name: str, colour: str, size: int) -> None:
        super().__init__()
        self._name, self._colour, self._size = name, colour, size
        self.draw()
        news().changed.connect(self.draw)

    @Slot()
    def draw(self) -> None:
        """Draw it in the colours in force."""
        self.setPixmap(pixmap(self._name, self._colour, current().px(self._size)))

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.draw()


@cache
def _draw(name: str, colour: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
    source = (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")
    svg = QByteArray(source.replace("currentColor", colour).encode())
    side = round(size * ratio)
    picture = QPixmap(side + round(gap * ratio), side)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    QSvgRenderer(svg).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
