"""Where things are: from source, installed and frozen alike; and where a home lies by default."""

import os
import sys
from pathlib import Path

import pylopdf_fonts_zh_cn

PACKAGE = Path(__file__).parent
_FROZEN = getattr(sys, "_MEIPASS", None)


def _beside(name: str) -> Path:
    for base in (Path(_FROZEN) if _FROZEN else PACKAGE, PACKAGE.parent):
        if (base / name).is_dir():
            return base / name
    return PACKAGE / name


RESOURCES = _beside("resources")
FORMS = _beside("forms")
MIGRATIONS = PACKAGE / "store" / "migrations"


def default_home() -> tuple[Path, bool]:
    """Return (home, shared): per machine where this account may write, else per user.

    Per machine means %ProgramData% on Windows and /var/lib/liaison-desktop on Linux, so that two
    clerks with two system accounts share one file.
    """
    from platformdirs import site_data_path, user_data_path  # not needed for the first fonts

    if sys.platform == "linux":
        shared = Path("/var/lib/liaison-desktop")
    else:
        shared = site_data_path("liaison-desktop", appauthor=False)
    if _writable(shared):
        return shared, True
    return user_data_path("liaison-desktop", appauthor=False), False


def _writable(folder: Path) -> bool:
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    return os.access(existing, os.W_OK | os.X_OK)


def screen_font_paths() -> list[Path]:
    """Return the font files that come with the program: 黑体, then 宋体, for screen and paper."""
    return [pylopdf_fonts_zh_cn.sans_path(), pylopdf_fonts_zh_cn.serif_path()]
