"""What a drawn paper tells back to whoever asked for it and may not know the drawing."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class Replaced(Protocol):
    """A font that this machine lacks, and the one that stands in for it."""

    @property
    def wanted(self) -> str: ...
    @property
    def used(self) -> str: ...


class Drawn(Protocol):
    """What drawing a form tells back; `times` above 1 is a reprint."""

    @property
    def path(self) -> Path: ...
    @property
    def form(self) -> str: ...
    @property
    def pages(self) -> int: ...
    @property
    def missing(self) -> Sequence[str]: ...
    @property
    def replaced(self) -> Sequence[Replaced]: ...
    @property
    def times(self) -> int: ...
