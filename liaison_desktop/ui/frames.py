"""Frames with a name, which the style sheet knows them by."""

from PySide6.QtWidgets import QFrame


def frame(name: str) -> QFrame:
    """Return an empty frame."""
    made = QFrame()
    made.setObjectName(name)
    return made
