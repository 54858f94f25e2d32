"""U 盘 — the sticks that are plugged in now, each with what forbids writing to it.

Network drives, optical discs and the disks of the machine are none. Finding them asks the system
only; a stick itself is never opened.
"""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOM_NEEDED = 1 << 20
"""Bytes below which a stick counts as full; whole packages of a year are smaller."""


@dataclass(frozen=True)
class Stick:
    """A stick: where it is mounted, its name, its free bytes; `trouble` read_only, stick_full."""

    folder: Path
    name: str
    free: int
    trouble: str = ""


Find = Callable[[], list[Stick]]


def find_sticks() -> list[Stick]:
    """Return the sticks that are plugged in and mounted, by name."""
    if sys.platform == "win32":
        import ctypes

        from liaison_desktop.ui.sticks_windows import windows_sticks

        return windows_sticks(ctypes.WinDLL("kernel32"))
    from liaison_desktop.ui.sticks_linux import linux_sticks

    return linux_sticks()


def stick_at(folder: Path, name: str, *, is_protected: bool = False) -> Stick | None:
    """Return the stick mounted here, or None where it went away in this moment."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return None
    if is_protected or not os.access(folder, os.W_OK):
        return Stick(folder, name, free, "read_only")
    return Stick(folder, name, free, "" if free >= ROOM_NEEDED else "stick_full")
