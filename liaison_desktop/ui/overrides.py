"""What of ours Qt calls: a mistake in it is reported and does not end the program.

Before 3.12, Python may hand on an error that C raised (`int("x")`, `[][0]`) as its kind and a bare
text. Where our own call into Qt (`show`, `setFocus`, `sendEvent` …) led to the method that fails,
PySide (6.9.3 to 6.11.3 at least) takes that text for the exception, and the process dies of it
without a report. Any `except` on the way makes a whole exception of it, which PySide then hands
back to our call.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from types import FunctionType

from PySide6.QtCore import QObject

QT = "PySide6."
"""How the modules begin whose classes are Qt's."""


def guard_overrides() -> None:
    """Let every class that is made of Qt's from now on have its overrides guarded.

    Done once, in `liaison_desktop.ui`, so that nobody who writes a class has to think of it.
    """
    if sys.version_info < (3, 12):
        QObject.__init_subclass__ = classmethod(_guard)  # type: ignore[assignment]  # hook


def overridden(made: type) -> list[str]:
    """Return the names of what a class of ours defines itself and Qt's class below it has too."""
    below = next(base for base in made.__mro__ if base.__module__.startswith(QT))
    return [
        name
        for name, value in vars(made).items()
        if isinstance(value, FunctionType) and hasattr(below, name) and not name.startswith("__")
    ]


def _guard(made: type[QObject], /, **options: object) -> None:
    super(QObject, made).__init_subclass__(**options)
    for name in overridden(made):
        setattr(made, name, _guarded(vars(made)[name]))


def _guarded(override: FunctionType) -> Callable[..., object]:
    """Return the override with an `except` around it.

    PySide counts the parameters of what a signal is connected to, and painting and looking up
    cells are frequent, so what takes nothing or an event does so in its guard, too.
    """
    takes = 0 if override.__defaults__ else override.__code__.co_argcount
    guard = {1: _without_event, 2: _with_event}.get(takes, _with_anything)
    return functools.wraps(override)(guard(override))


def _without_event(override: Callable[..., object]) -> Callable[..., object]:
    def guarded(self: object) -> object:
        try:
            return override(self)
        except BaseException:
            raise

    return guarded


def _with_event(override: Callable[..., object]) -> Callable[..., object]:
    def guarded(self: object, event: object, /) -> object:
        try:
            return override(self, event)
        except BaseException:
            raise

    return guarded


def _with_anything(override: Callable[..., object]) -> Callable[..., object]:
    def guarded(self: object, /, *given: object, **named: object) -> object:
        try:
            return override(self, *given, **named)
        except BaseException:
            raise

    return guarded
