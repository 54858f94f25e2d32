"""Sticks on Windows, by kernel32; tried here with a stand-in only, not yet on Windows itself.

Large USB disks call themselves fixed there: for those a folder is chosen.
"""

import ctypes
from pathlib import Path
from typing import Any

from liaison_desktop.ui.sticks import Stick, stick_at

REMOVABLE = 2
READ_ONLY_VOLUME = 0x80000
SILENT = 0x0001 | 0x8000
"""SEM_FAILCRITICALERRORS, SEM_NOOPENFILEERRORBOX: an empty card reader opens no window."""


def windows_sticks(kernel: Any) -> list[Stick]:
    """Return the removable drives with a medium in them, by letter; A: and B: are floppies."""
    kernel.SetThreadErrorMode(SILENT, None)
    letters = kernel.GetLogicalDrives()
    roots = [f"{chr(ord('A') + place)}:\\" for place in range(2, 26) if letters >> place & 1]
    removable = (root for root in roots if kernel.GetDriveTypeW(root) == REMOVABLE)
    sticks = (_stick(kernel, root) for root in removable)
    return [stick for stick in sticks if stick is not None]


def _stick(kernel: Any, root: str) -> Stick | None:
    label = ctypes.create_unicode_buffer(261)
    flags = ctypes.c_uint32(0)
    is_there = kernel.GetVolumeInformationW(
        root, label, len(label), None, None, ctypes.byref(flags), None, 0
    )
    if not is_there:
        return None
    name = f"{label.value} {root[:2]}".strip()
    return stick_at(Path(root), name, is_protected=bool(flags.value & READ_ONLY_VOLUME))
