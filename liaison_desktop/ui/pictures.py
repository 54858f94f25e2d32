"""Pictures of windows, for the tour and for looking at."""

from pathlib import Path

from PySide6.QtWidgets import QWidget


def grab(widget: QWidget, path: Path) -> None:
    """Write what the widget shows as a PNG, in the pixels of the screen it is on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path)):
        raise OSError(f"no picture could be written to {path}")
