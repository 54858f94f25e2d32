"""A disk that fails: calls of the system that raise, always or from the n-th on."""

import os
from typing import Any

import pytest


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
