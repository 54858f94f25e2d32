"""The words of the screen: Chinese in the source, translated when shown."""

from functools import cache

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return text in the language of the screen; Chinese where nothing is installed."""
    return QCoreApplication.translate("", text)


@cache
def speak_chinese() -> bool:
    """Let Qt's own menus and dialogs speak Chinese, and dates and numbers be written as here."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    words = QTranslator(QCoreApplication.instance())
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return words.load("qtbase_zh_CN", folder) and QCoreApplication.installTranslator(words)
