"""What this account of the PC likes: look, last login, what is folded out. Nothing of a visitor."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths


class Preferences:
    """A small file of this system account; losing it loses nothing."""

    def __init__(self, path: Path | None = None) -> None:
        self._settings = QSettings(str(path or _usual_path()), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """light, dark, or "" for as the system is set."""
        return self._text("theme")

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("theme", name)

    @property
    def scale(self) -> float:
        """Text scale, or 0 for as the screen is wide."""
        try:
            return float(self._text("scale") or 0)
        except ValueError:
            return 0.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._settings.setValue("scale", str(scale))

    @property
    def last_login(self) -> str:
        """The account that was used last on this PC."""
        return self._text("last_login")

    @last_login.setter
    def last_login(self, login: str) -> None:
        self._settings.setValue("last_login", login)

    def shows_more(self, login: str) -> bool:
        """Return whether this user left 更多 open."""
        return self._text(f"more/{login}") == "yes"

    def set_shows_more(self, login: str, is_open: bool) -> None:
        """Remember whether 更多 is open."""
        self._settings.setValue(f"more/{login}", "yes" if is_open else "no")

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""


def _usual_path() -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "liaison-desktop" / "screen.ini"
