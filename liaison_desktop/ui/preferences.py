"""What this account of the PC likes: look, last login, what is folded out. Nothing of a visitor."""

import os
import sys
from pathlib import Path


class Preferences:
    """A small file, one choice a line; losing it loses nothing, and it is never in the way."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or _usual_folder() / "liaison-desktop" / "screen.ini"
        self._values = _read(self._path)

    @property
    def folder(self) -> Path:
        """Where the file lies: what belongs to this account of the PC."""
        return self._path.parent

    @property
    def theme(self) -> str:
        """light, dark, or "" for as the system is set."""
        return self._values.get("theme", "")

    @theme.setter
    def theme(self, name: str) -> None:
        self._set("theme", name)

    @property
    def scale(self) -> float:
        """Text scale, or 0 for as the screen is wide."""
        try:
            return float(self._values.get("scale", "0"))
        except ValueError:
            return 0.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._set("scale", str(scale))

    @property
    def last_login(self) -> str:
        """The account that was used last on this PC."""
        return self._values.get("last_login", "")

    @last_login.setter
    def last_login(self, login: str) -> None:
        self._set("last_login", login)

    @property
    def language(self) -> str:
        """zh_CN, en, or "" for as the system is set; it holds from the next start."""
        return self._values.get("language", "")

    @language.setter
    def language(self, language: str) -> None:
        self._set("language", language)

    def shows_more(self, login: str) -> bool:
        """Return whether this user left 更多 open."""
        return self._values.get(f"more {login}") == "yes"

    def set_shows_more(self, login: str, is_open: bool) -> None:
        """Remember whether 更多 is open."""
        self._set(f"more {login}", "yes" if is_open else "no")

    def columns_for(self, login: str, ledger: str) -> str:
        """Return what this user chose of the columns of a ledger, "" for nothing yet."""
        return self._values.get(f"columns {ledger} {login}", "")

    def set_columns(self, login: str, ledger: str, chosen: str) -> None:
        """Remember which columns of a ledger this user looks at."""
        self._set(f"columns {ledger} {login}", chosen)

    def printer_for(self, size: str) -> str:
        """Return the printer that last took this paper size, "" where none has yet."""
        return self._values.get(f"printer {size}", "")

    def remember_printer(self, size: str, printer: str) -> None:
        """Remember which printer takes this paper size."""
        self._set(f"printer {size}", printer)

    def _set(self, key: str, value: str) -> None:
        if self._values.get(key) != value:
            self._values[key] = value
            _write(self._path, self._values)


def _usual_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def _read(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    parted = [line.partition("\t") for line in lines]
    return {key: value for key, _, value in parted if key}


def _write(path: Path, values: dict[str, str]) -> None:
    """Write the file; where that cannot be done, the choice holds until the program ends."""
    text = "".join(f"{key}\t{value}\n" for key, value in values.items())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except (OSError, ValueError):
        return
