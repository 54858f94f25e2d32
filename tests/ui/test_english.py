"""English is whole: every text of the source has its translation, and no window forgets one."""

import importlib.util
import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from liaison_desktop.paths import RESOURCES
from liaison_desktop.ui.i18n import CHINESE, ENGLISH, language_of, speak, tr

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


def messages(words: Path) -> dict[str, ET.Element]:
    found = {}
    for message in ET.parse(words).iter("message"):  # noqa: S314  # our own file
        translation = message.find("translation")
        assert translation is not None
        found[message.findtext("source", "")] = translation
    return found


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


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


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """Speak English until the end of the test."""
    before = QLocale()
    assert speak(ENGLISH) == ENGLISH
    yield
    for words in qapp.findChildren(QTranslator):
        if tr("登录") != "登录":
            qapp.removeTranslator(words)
    QLocale.setDefault(before)
    assert tr("登录") == "登录"


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
