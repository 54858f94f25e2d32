"""One look for every window, from the tokens."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from liaison_desktop.paths import RESOURCES
from liaison_desktop.ui import theme
from liaison_desktop.ui.buttons import ICON_GAP, Button
from liaison_desktop.ui.icons import pixmap
from liaison_desktop.ui.look import LookButtons
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.tokens import SCALES, THEMES, Tokens

ICONS = sorted((RESOURCES / "icons").glob("*.svg"))


class Styled(QObject):
    """Counts how often a widget is given a style."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.StyleChange
        return False


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", SCALES)
def test_every_place_of_the_style_sheet_is_filled(name: str, scale: float):
    sheet = theme.style_sheet(Tokens(name, scale))

    assert "$" not in sheet
    assert f"font-size: {round(16 * scale)}px" in sheet


def test_no_rule_of_the_style_sheet_falls_on_more_than_it_means():
    """QLabel is a QFrame, so a bare rule for frames would frame every word."""
    sheet = (RESOURCES / "style.qss").read_text("utf-8")
    selectors = [s.strip() for s in re.findall(r"([^{}/*]+)\{", sheet)]

    assert not [s for s in selectors if re.search(r"(^|[ ,])(QFrame|QWidget|\*)\s*($|,)", s)]


def test_the_palette_is_the_themes_own(qapp: QApplication):
    theme.apply(Tokens("dark"))

    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == "#1D2126"


def test_text_is_the_same_on_every_machine():
    font = theme.font("body")

    assert font.families()[0] == "Noto Sans SC"
    assert font.pixelSize() == 16
    assert font.hintingPreference() is QFont.HintingPreference.PreferNoHinting


def test_the_font_that_comes_with_the_program_is_used(qtbot: QtBot):
    label = QLabel("㛃䶮")
    qtbot.addWidget(label)

    assert label.fontInfo().family() == "Noto Sans SC"


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_drawn_on_the_grid_in_the_colour_asked_for(path: Path):
    source = path.read_text("utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert 'stroke-width="1.75"' in source
    assert source.count("currentColor") == 1

    picture = pixmap(path.stem, "danger", 24, 2.0).toImage()

    points = [(x, y) for x in range(48) for y in range(48)]
    colours = {
        picture.pixelColor(*at).name() for at in points if picture.pixelColor(*at).alpha() == 255
    }
    assert colours == {"#a8261d"}


def test_every_icon_named_in_the_source_is_there():
    source = "\n".join(path.read_text("utf-8") for path in Path("liaison_desktop/ui").rglob("*.py"))
    named = set(re.findall(r'(?:picture=|Picture\(|pixmap\(|set_picture\()"(\w+)"', source))

    assert named
    assert named <= {path.stem for path in ICONS}


def test_the_look_changes_under_open_windows_and_is_remembered(
    qtbot: QtBot, preferences: Preferences
):
    buttons = LookButtons(preferences)
    action = Button("x", lambda: None, picture="save")
    for widget in (buttons, action):
        qtbot.addWidget(widget)
    before = action.icon().pixmap(20).toImage()

    buttons.theme_button.click()
    buttons.size_button.click()

    assert theme.current() == Tokens("dark", 1.15)
    assert (preferences.theme, preferences.scale) == ("dark", 1.15)
    assert action.icon().pixmap(20).toImage() != before
    assert "大字" in buttons.size_button.text()


def test_a_change_of_look_styles_what_lies_deep_no_oftener(qtbot: QtBot):
    outer = QWidget()
    qtbot.addWidget(outer)
    place, words = outer, QLabel("一")
    for _ in range(9):
        within = QWidget()
        QVBoxLayout(place).addWidget(within)
        place = within
    QVBoxLayout(place).addWidget(words)
    with qtbot.waitExposed(outer):
        outer.show()
    styled = Styled(words)

    theme.apply(Tokens("dark"))

    assert words.palette().color(QPalette.ColorRole.WindowText) == theme.colour("text")
    assert 1 <= styled.times <= 2


def test_an_unknown_look_gives_way_to_the_usual_one():
    assert theme.usual("purple", 7.0) == theme.usual()
    assert theme.usual("dark", 1.3) == Tokens("dark", 1.3)


@pytest.mark.parametrize("scale", SCALES)
def test_an_icon_keeps_its_distance_from_the_words(qtbot: QtBot, scale: float):
    theme.apply(Tokens("light", scale))
    named, bare = (Button(words, lambda: None, picture="next") for words in ("打开", ""))
    for button in (named, bare):
        qtbot.addWidget(button)
    side = theme.current().size("icon")
    drawn = named.icon().pixmap(named.iconSize()).deviceIndependentSize()
    assert (drawn.width(), drawn.height()) == (side + theme.current().px(ICON_GAP), side)
    assert bare.iconSize() == QSize(side, side)
    bare.setText("下一步")
    bare.refresh_icon()
    assert bare.iconSize() == named.iconSize()


@pytest.mark.parametrize("shade", THEMES)
def test_an_icon_is_seen_on_a_button_that_may_not_be_pressed(qtbot: QtBot, shade: str):
    theme.apply(Tokens(shade))
    button = Button("保存", lambda: None, kind="primary", picture="save")
    qtbot.addWidget(button)
    drawn = button.icon().pixmap(button.iconSize(), QIcon.Mode.Disabled).toImage()
    inks = {
        drawn.pixelColor(x, y).name()
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert inks == {theme.colour("disabled").name()}
