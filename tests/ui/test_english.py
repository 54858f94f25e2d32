"""English is whole: every text of the source has its translation, and no window forgets one."""

import ast
import importlib.util
import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from liaison_desktop.desk.rules import bundled_packs
from liaison_desktop.model.reception_session import RotaSlot
from liaison_desktop.paths import RESOURCES
from liaison_desktop.ui.i18n import CHINESE, ENGLISH, language_of, speak, tr
from liaison_desktop.ui.main_window import MainWindow
from liaison_desktop.ui.pages.calendar_head import LIST, WEEK
from liaison_desktop.ui.pages.key_card import KeyCard
from liaison_desktop.ui.pages.settings_check import CheckPanel
from tests.builders import a_deputy, a_session, a_visit
from tests.homes import HEAD, PASSWORDS, StoppedClock, a_desk
from tests.ui.conftest import OpenDoor
from tests.ui.hands import Until

WORDS = RESOURCES / "i18n" / "en.ts"
CHINESE_TEXT = re.compile(r"[\u3001\u3002\u3400-\u9fff\uff01-\uff5e]|[\U00020000-\U0003ffff]")


def update() -> ModuleType:
    """Return the program that refreshes the words."""
    spec = importlib.util.spec_from_file_location("update", WORDS.with_name("update.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def messages(words: Path) -> dict[str, ET.Element]:
    found = {}
    for message in ET.parse(words).iter("message"):  # noqa: S314  # our own file
        translation = message.find("translation")
        assert translation is not None
        found[message.findtext("source", "")] = translation
    return found


def fields(text: str) -> list[str]:
    """Return the facts of a text; a word that goes with the count of one is no further fact."""
    parsed = string.Formatter().parse(text)
    return sorted(name for _, name, forms, _ in parsed if name is not None and "|" not in forms)


def test_every_text_of_the_source_is_in_the_words_and_no_other(tmp_path: Path):
    fresh = tmp_path / "en.ts"
    fresh.write_bytes(WORDS.read_bytes())
    update().refresh(fresh)

    assert set(messages(fresh)) == set(messages(WORDS))


def test_every_text_is_translated():
    unfinished = [
        source
        for source, translation in messages(WORDS).items()
        if translation.get("type") or not (translation.text or "").strip(" ,;")
        if source not in PUNCTUATION
    ]
    assert unfinished == []


PUNCTUATION = {"、": ", ", "；": "; ", "：": ": "}
"""What joins words is translated too, by what joins words in English."""


@pytest.mark.parametrize("source", sorted(messages(WORDS)))
def test_a_translation_says_the_same_facts_in_no_chinese(source: str):
    translation = messages(WORDS)[source].text or ""

    assert fields(translation) == fields(source)
    assert not CHINESE_TEXT.findall(translation)


def test_what_the_program_loads_is_what_was_translated(tmp_path: Path):
    compiled = tmp_path / "en.qm"
    update().compile_words(WORDS, compiled)

    assert compiled.read_bytes() == WORDS.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize(
    ("system", "language"),
    [
        (["zh-Hans-CN", "zh-CN", "zh"], CHINESE),
        (["en-Latn-US", "en-US", "en"], ENGLISH),
        (["zh-Hans-CN", "en-US"], CHINESE),
        (["bo-Tibt-CN", "bo"], CHINESE),
        (["C"], CHINESE),
        ([], CHINESE),
    ],
)
def test_the_screen_speaks_as_the_system_does(system: list[str], language: str):
    assert language_of(system) == language


@pytest.mark.usefixtures("english")
def test_a_word_is_said_in_english():
    assert tr("登录") == "Log in"
    assert tr("没有人翻译过这一句") == "没有人翻译过这一句"


def test_words_that_cannot_be_read_leave_the_screen_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("liaison_desktop.paths.RESOURCES", tmp_path)
    before = QLocale()

    assert speak(ENGLISH) == CHINESE
    assert tr("登录") == "登录"
    QLocale.setDefault(before)


DATA = (
    "清河区人大常委会清河街道工作委员会",
    "清河街道人大代表联络站",
    "清河路 1 号",
    "小区门口的路灯坏了三个月。",
    "城建环资",
    "备份_",
    "小标宋",
    "仿宋",
    "楷体",
    "宋体",
    "和平社区3栋",
    "路灯不亮",
    "李桂芳",
    "李**",
    "刘敏",
    "王芳",
    "刘",
    *sorted({rule.source for pack in bundled_packs().values() for rule in pack.rules}, key=len)[
        ::-1
    ],
    *(pack.name for pack in bundled_packs().values()),
)
"""What people typed, what rule packs say, names of fonts and files, categories as papers bear them:
no words of ours."""


def chinese_on(window: QWidget) -> list[str]:
    """Return what a window says in Chinese in its own words."""
    said: list[str] = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        said += [widget.accessibleName(), widget.toolTip(), widget.statusTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            said.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            said += [widget.itemText(n) for n in range(widget.count())]
        if isinstance(widget, QTableView):
            model = widget.model()
            columns = range(model.columnCount())
            said += [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in columns]
    return sorted({text for text in said if text and _is_chinese(text)})


def _is_chinese(text: str) -> bool:
    for known in (
        *DATA,
        "清河街道人大代表联络站",
        "清河区人大常委会清河街道工作委员会",
        "清河路 1 号",
    ):
        text = text.replace(known, "")
    return bool(CHINESE_TEXT.findall(text.replace("　", "")))


@pytest.mark.usefixtures("english")
def test_no_page_in_english_says_anything_in_chinese(
    home: Path, clock: StoppedClock, open_door: OpenDoor, until: Until
):
    desk = a_desk(home, clock, HEAD)
    visit = a_visit()
    desk.visits.register(visit)
    desk.settings.change({"has_queue": True})
    desk.queue.join("李桂芳")
    desk.backups.make()
    desk.deputies.register(a_deputy("李桂芳"))
    slots = [RotaSlot(name="李桂芳")]
    desk.schedule.sessions.register(a_session(slots=slots, place="清河路 1 号", contact="王芳"))
    desk.schedule.sessions.register(a_session(slots=[RotaSlot(name="李桂芳")], place="宋体"))
    desk.close()
    door = open_door(home)
    assert chinese_on(door.entrance) == []
    door.entrance.login.submitted.emit(HEAD, PASSWORDS[HEAD])
    until(lambda: door.main is not None)
    window = door.main
    assert window is not None
    window.resize(1600, 900)
    for place in window.places:
        window.go_to(window.page_of(place))
        answered(window, until)
        assert chinese_on(window) == []
    assert window.findChild(KeyCard)
    say_the_schedule(window, until)
    window.intake._fold_more()
    for made_late in (window.intake.saved, window.intake.reading):
        assert not made_late.isVisible()
    window.data.show_backups()
    window.room.ways.to_visit.emit(visit.number)
    answered(window, until)
    record = window.visits.record()
    record.correct()
    for kind in window.settings.kinds:
        window.settings.parts.set_value(kind)
        answered(window, until)
    window.settings.panel(CheckPanel).save()
    answered(window, until)
    assert chinese_on(window) == []


def say_the_schedule(window: MainWindow, until: Until) -> None:
    """Show what stands beside the calendar, and what it says of a day and of what is carried."""
    calendar = window.schedule.calendar
    window.go_to(window.schedule)
    answered(window, until)
    assert calendar.sheet is not None
    row = next(iter(calendar.sheet.rows.values()))
    assert chinese_said(calendar.days.grid.model().index(3, 4).data()) == []
    calendar.carry.begin(row, by_keys=True)
    assert chinese_on(window) == []
    calendar.carry.let_go()
    calendar.days.grid.opened.emit(row.day, row)
    answered(window, until)
    assert len(calendar.side.entry.links) == 1
    assert chinese_on(window) == []
    for view in (WEEK, LIST):
        calendar.days.head.views.set_value(view)
        answered(window, until)
        assert chinese_on(window) == []
    calendar.side.entry.changing.emit(row)
    until(lambda: calendar.side.is_typing)
    assert chinese_on(window) == []
    calendar.side.form.give_up()
    answered(window, until)


def chinese_said(text: str) -> list[str]:
    return [text] if _is_chinese(text) else []


def answered(window: MainWindow, until: Until) -> None:
    """Wait until the worker has answered what was asked, and what that asked again."""
    for _ in range(3):
        rung: list[None] = []
        window.room.worker.ask(window, lambda: None, rung.append)
        until(lambda rung=rung: bool(rung))


def test_no_text_of_the_source_is_out_of_sight_of_the_translation():
    """Linguist does not look into f-strings; the words in them must stand somewhere else too."""
    known = set(messages(WORDS))
    package = Path(str(RESOURCES)).parent / "liaison_desktop"
    unseen = {
        text
        for layer in update().LAYERS
        for path in (package / layer).rglob("*.py")
        for text in texts_in(ast.parse(path.read_text("utf-8")))
        if text not in known
    }
    assert sorted(unseen) == []


def texts_in(tree: ast.Module) -> Iterator[str]:
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "tr":
            for argument in call.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value
