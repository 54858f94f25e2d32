"""A disk that fails: calls of the system that raise, one after the other or from one on."""

import os
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest

T = TypeVar("T")


def fail_calls(
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    number: int,
    *,
    begin: int = 1,
    end: int | None = None,
) -> list[int]:
    """Let the calls `begin` … `end` (from 1) of os.<name> fail; return a list that grows."""
    real = getattr(os, name)
    calls: list[int] = []

    def call(*arguments: Any, **named: Any) -> Any:
        calls.append(len(calls) + 1)
        if len(calls) >= begin and (end is None or len(calls) <= end):
            raise OSError(number, os.strerror(number))
        return real(*arguments, **named)

    monkeypatch.setattr(os, name, call)
    return calls


def fail_each_call(
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    number: int,
    deed: Callable[[], T],
    *,
    once: bool = True,
) -> Iterator[T]:
    """Do the deed again and again, its first, second, third … call of os.<name> failing.

    Yields what came of each, outside of the failing disk, and ends when no call was left to fail.
    """
    for place in range(1, 1000):
        with monkeypatch.context() as disk:
            end = place if once else None
            calls = fail_calls(disk, name, number, begin=place, end=end)
            outcome = deed()
        if len(calls) < place:
            return
        yield outcome
    raise AssertionError("it never ended")
