"""The words of the screen: Chinese in the source, translated when shown."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return text in the language of the screen; Chinese where nothing is installed."""
    return QCoreApplication.translate("", text)
