"""The words of the screen: Chinese in the source, translated when shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication

CHINESE, ENGLISH = "zh_CN", "en"
LANGUAGES = (CHINESE, ENGLISH)
FORMS = "|"
"""Between the word for one and for more in a translation: "{count} {count:entry|entries}"."""


def tr(text: str) -> str:
    """Return text in the language of the screen; Chinese where nothing is installed."""
    said = QCoreApplication.translate("", text)
    return _counting(said) if FORMS in said else said


def _counting(said: str) -> str:
    from liaison_desktop.ui.plurals import Sentence

    return Sentence(said)


def speak(language: str = "") -> str:
    """Let every window made from now on speak a language, "" for the system's; return which.

    A translation that cannot be read leaves the screen Chinese. Dates and numbers go with it.
    """
    from PySide6.QtCore import QLocale, QTranslator

    from liaison_desktop.paths import RESOURCES

    asked = language or language_of(QLocale.system().uiLanguages())
    spoken = CHINESE
    if asked == ENGLISH:
        words = QTranslator(QCoreApplication.instance())
        is_read = words.load(str(RESOURCES / "i18n" / "en.qm"))
        spoken = ENGLISH if is_read and QCoreApplication.installTranslator(words) else CHINESE
    languages = {CHINESE: QLocale.Language.Chinese, ENGLISH: QLocale.Language.English}
    QLocale.setDefault(QLocale(languages[spoken], QLocale.Country.China))
    return spoken


def language_of(system: Sequence[str]) -> str:
    """Return the language for a system that prefers these, the first before all others.

    English only where it is asked for first: a system that says nothing stands in China.
    """
    return ENGLISH if system and system[0].split("-")[0] == ENGLISH else CHINESE


@cache
def speak_chinese() -> bool:
    """Let Qt's own menus and dialogs speak Chinese where the screen does: they are born English."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    if QLocale().language() is QLocale.Language.English:
        return False
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    words = QTranslator(QCoreApplication.instance())
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return words.load("qtbase_zh_CN", folder) and QCoreApplication.installTranslator(words)
