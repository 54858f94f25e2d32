"""What a verb answers of a paper that it drew."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from liaison_desktop.cli.answers import Answer


class Replaced(Protocol):
    """A font that this machine has not, and what stands in for it."""

    @property
    def wanted(self) -> str: ...
    @property
    def used(self) -> str: ...


class Drawn(Protocol):
    """What drawing a form tells back."""

    @property
    def path(self) -> Path: ...
    @property
    def pages(self) -> int: ...
    @property
    def missing(self) -> Sequence[str]: ...
    @property
    def replaced(self) -> Sequence[Replaced]: ...


def drawn_answer(drawn: Drawn) -> Answer:
    """Return where the PDF is, how many pages it has, and what of it is not as it should be."""
    lines = [f"已写出 {drawn.pages} 页：{drawn.path}"]
    if drawn.missing:
        lines.append(f"本机字体没有这些字，印作〓，备注栏写明：{' '.join(drawn.missing)}")
    lines += [f"本机没有{one.wanted}，已用{one.used}代替" for one in drawn.replaced]
    content = {"file": str(drawn.path), "pages": drawn.pages, "missing": list(drawn.missing)}
    return Answer(content, lines)
