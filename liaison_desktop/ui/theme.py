"""One theme: palette, font and style sheet, all made from the tokens; drawn by the style Fusion."""

import re
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication

from liaison_desktop import paths
from liaison_desktop.ui.tokens import SCALES, THEMES, TYPE, Tokens

FAMILIES = [
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Microsoft YaHei UI",
    "PingFang SC",
    "WenQuanYi Micro Hei",
]
"""Simplified Chinese faces by name: a bare fallback would take the Japanese shapes first."""

_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Accent: "primary",
}
_MAY_BE_DISABLED = (
    QPalette.ColorRole.Text,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.ButtonText,
)


class News(QObject):
    """`changed` comes after another look was put in force."""

    changed = Signal()


class _Look:
    """The look in force; painting code reads it, only `apply` sets it."""

    tokens = Tokens()
    has_fonts = False
    news = News()


def application() -> QApplication:
    """Return the one application; there is one wherever a window is."""
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        raise TypeError("no window system has been started")
    return found


def current() -> Tokens:
    """Return the look in force."""
    return _Look.tokens


def news() -> News:
    """Return where to hear of a change of look: what is drawn by hand must be drawn again."""
    return _Look.news


def colour(name: str) -> QColor:
    """Return a colour of the look in force."""
    return QColor(_Look.tokens.colours[name])


def stroke(name: str, width: float = 1.75) -> QPen:
    """Return a pen in a colour of the look in force."""
    pen = QPen(colour(name))
    pen.setWidthF(width)
    return pen


def apply(tokens: Tokens) -> None:
    """Give the whole program this look; also while windows are open.

    The former sheet is taken off first: where one sheet follows another, Qt styles every widget
    again for each widget it lies in, which takes seconds once all pages are made.
    """
    _Look.tokens = tokens
    _load_fonts()
    shown = application()
    shown.setStyleSheet("")
    shown.setPalette(_palette(tokens))
    shown.setFont(font("body"))
    shown.setStyleSheet(style_sheet(tokens))
    _Look.news.changed.emit()


def usual(theme: str = "", scale: float = 0.0) -> Tokens:
    """Return the look asked for; where nothing is asked, as the system is set and as wide."""
    if theme not in THEMES:
        ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
        theme = "dark" if ground.lightness() < 128 else "light"
    screen = QGuiApplication.primaryScreen()
    if scale not in SCALES:
        scale = SCALES[1] if screen.availableGeometry().width() >= 1680 else SCALES[0]
    return Tokens(theme, scale)


def font(role: str) -> QFont:
    """Return the font of a text role at the scale in force, the same on every machine."""
    size, weight = TYPE[role]
    made = QFont(FAMILIES)
    made.setPixelSize(_Look.tokens.px(size))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def hand(role: str, *, is_bold: bool = False) -> tuple[QFont, QFontMetrics]:
    """Return a font that is drawn with by hand, and its measures; made once for a scale."""
    return _hand(role, _Look.tokens.scale, is_bold=is_bold)


@cache
def _hand(role: str, _scale: float, *, is_bold: bool) -> tuple[QFont, QFontMetrics]:
    made = font(role)
    made.setBold(is_bold or made.bold())
    return made, QFontMetrics(made)


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet with every colour and size filled in."""
    values = dict(tokens.colours)
    values |= {f"font_{name}": f"{tokens.px(size)}px" for name, (size, _) in TYPE.items()}
    values |= {
        "control": f"{tokens.size('control') - 2}px",  # a border of 1 px lies outside
        "control_thick": f"{tokens.size('control') - 4}px",
        "control_small": f"{tokens.size('control_small') - 2}px",
        "label_line": f"{tokens.px(24)}px",
        "topbar": f"{tokens.size('topbar')}px",
        "status": f"{tokens.size('status')}px",
        "nav": f"{tokens.size('nav')}px",
        "row": f"{tokens.size('row')}px",
        "lead": f"{tokens.px(36)}px",
        "lead_inner": f"{tokens.px(36) - 12}px",  # so much is padding
        "indicator": f"{tokens.px(20)}px",
        "radius": f"{tokens.size('radius')}px",
        "radius_small": f"{tokens.size('radius_small')}px",
    }
    sheet = (paths.RESOURCES / "style.qss").read_text("utf-8")
    return re.sub(r"\$(\w+)", lambda place: values[place[1]], sheet)


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(tokens.colours[name]))
    for role in _MAY_BE_DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.colours["disabled"]))
    return palette


def _load_fonts() -> None:
    """Load what the first window is written in."""
    if not _Look.has_fonts:
        QFontDatabase.addApplicationFont(str(paths.screen_font_paths()[0]))
        _Look.has_fonts = True


def load_further_fonts() -> None:
    """Load the fonts that rare characters may be found in; not needed before a visitor is typed."""
    for path in paths.screen_font_paths()[1:]:
        QFontDatabase.addApplicationFont(str(path))
