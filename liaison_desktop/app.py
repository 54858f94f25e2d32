"""The program: a window without a verb, the command line with one.

liaison-desktop [--home DIR] [--theme light|dark] [--scale 1.0|1.15|1.3] [--lang zh_CN|en]
liaison-desktop VERB …
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

UNUSABLE = 4
"""Exit code where the system cannot show a window and cannot be helped from here."""

DEBIAN_LIBRARIES = (
    "libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)
_WINDOW_OPTIONS = ("home", "theme", "scale", "lang")


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit code: of the window, or of the verb."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    options = window_options(arguments)
    if options is None:
        from liaison_desktop.cli.main import main as run

        return run(arguments, play_tour)
    return show_window(options)


def window_options(arguments: Sequence[str]) -> dict[str, str] | None:
    """Return the window's own options, or None where anything else is asked for."""
    found: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, has_value, value = rest.pop(0).partition("=")
        if name.removeprefix("--") not in _WINDOW_OPTIONS or not name.startswith("--"):
            return None
        if not has_value and not rest:
            return None
        found[name.removeprefix("--")] = value if has_value else rest.pop(0)
    return found


def show_window(options: Mapping[str, str]) -> int:
    """Open the first window and return when the last one is closed."""
    gc.disable()  # a start makes much and drops little; looking for garbage costs a tenth of it
    try:
        application = start_qt()
    except ImportError as error:
        sys.stderr.write(
            f"缺少系统库，窗口打不开 / a system library is missing: {error}\n"
            f"    sudo apt-get install --no-install-recommends {DEBIAN_LIBRARIES}\n"
        )
        return UNUSABLE
    if application is None:
        gc.enable()
        out = Path("out", "tour")
        sys.stderr.write(
            f"没有图形桌面，改为演示，结果在 {out} / no display: playing the tour into {out}\n"
        )
        return play_tour(out)
    return run_windows(application, options)


def start_qt() -> QApplication | None:
    """Return the application, or None where there is no display to show a window on.

    Qt ends the process where no platform can be used, which nobody can catch; so where none was
    asked for, offscreen stands last in the list and is recognised afterwards.
    """
    asked = os.environ.get("QT_QPA_PLATFORM")
    if sys.platform == "linux" and not asked:
        first = "wayland;xcb" if os.environ.get("WAYLAND_DISPLAY") else "xcb;wayland"
        os.environ["QT_QPA_PLATFORM"] = f"{first};offscreen"
        os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    _hash_without_openssl()
    from PySide6.QtWidgets import QApplication

    from liaison_desktop.ui.input_methods import prepare_input_methods

    prepare_input_methods()
    _import_plainly()
    application = QApplication([sys.argv[0], "-style", "fusion"])
    if not asked:
        os.environ.pop("QT_QPA_PLATFORM", None)
    is_shown = asked or application.platformName() != "offscreen"
    return application if is_shown else None


def _hash_without_openssl() -> None:
    """Let hashlib use what Python has of its own: a second OpenSSL is 3 MB of memory.

    What hashes whole files asks cryptography, which brings its own and is quick.
    """
    sys.modules.setdefault("_hashlib", None)  # type: ignore[arg-type]  # None: not to be imported


def _import_plainly() -> None:
    """Take PySide6's own `import` away again.

    It reads the source of every module imported later, in search of a switch that nothing here uses
    (`from __feature__`): a fifth of the time that opening a home takes for its imports.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def play_tour(out: Path) -> int:
    """Show the program in pictures, PDFs and a package in `out`; return the exit code."""
    from liaison_desktop.tour import play

    return play(out)


def run_windows(application: QApplication, options: Mapping[str, str]) -> int:
    """Show the first window and return when the last one is closed."""
    from liaison_desktop.paths import default_home
    from liaison_desktop.ui import i18n, theme
    from liaison_desktop.ui.front_door import FrontDoor
    from liaison_desktop.ui.preferences import Preferences
    from liaison_desktop.ui.single import FirstWindow

    home = Path(options["home"]) if "home" in options else default_home()[0]
    first = FirstWindow(home)
    if first.is_taken():
        return 0
    preferences = Preferences()
    i18n.speak(options.get("lang") or preferences.language)
    theme.apply(
        theme.usual(
            options.get("theme") or preferences.theme,
            _number(options.get("scale")) or preferences.scale,
        )
    )
    sys.excepthook = _report_bug
    door = FrontDoor(home, now, preferences)
    first.listen(door.come_forward)
    door.entrance.painted.connect(gc.freeze)
    door.show()
    try:
        return application.exec()
    finally:
        first.end()
        door.close()


def _report_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    from liaison_desktop.ui import bugs

    bugs.report(kind, error, trace)


def now() -> datetime:
    """Return the present instant: the one clock of the program."""
    from datetime import datetime

    from liaison_desktop.model.times import SHANGHAI

    return datetime.now(SHANGHAI)


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
