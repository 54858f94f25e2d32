"""A page of the window, as the shell knows it: it paints before the desk is loaded."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One place's page."""

    def begin(self) -> None:
        """Read the desk anew and set the focus: the page comes in front."""

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on; where it cannot be kept, say so and stay."""
        then()
