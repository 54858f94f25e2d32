"""Garbage is collected in the thread of the screen alone.

Python looks for rings of objects in whichever thread happens to allocate, and a timer or a window
that is freed in the worker's thread is undefined behaviour of Qt. So it looks only when it is
asked, and a timer asks in the thread that owns the windows.
"""

from __future__ import annotations

import ctypes
import gc
import linecache
import sys

from PySide6.QtCore import QObject, QTimer, Slot

_ARENA_MAX = -8
"""M_ARENA_MAX of malloc.h."""

PERIOD_MS = 1000
"""Between two looks; a look that finds little to do takes no time."""


def forget_sources() -> None:
    """Let go of the lines of source that PySide reads of what is imported, a megabyte of them."""
    linecache.clearcache()


def keep_one_heap() -> None:
    """Let all threads take from one heap: each with its own keeps 3 MB for the next time.

    glibc has words for this and for `give_back`, and keeps the most; elsewhere nothing is done.
    """
    _tell_glibc("mallopt", _ARENA_MAX, 1)


def give_back() -> None:
    """Give the system what the C library keeps for the next time, some MB after a backup."""
    _tell_glibc("malloc_trim", 0)


def _tell_glibc(word: str, *numbers: int) -> None:
    if sys.platform == "linux":
        tell = getattr(ctypes.CDLL(None), word, None)
        if tell is not None:
            tell(*numbers)


class Collector(QObject):
    """Looks for garbage from now on, here and nowhere else."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self, interval=PERIOD_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect what the counts of the collector say is due, the youngest first."""
        counts = gc.get_count()
        due = [n for n, most in enumerate(self._thresholds) if counts[n] > most]
        if due:
            gc.collect(due[-1])
