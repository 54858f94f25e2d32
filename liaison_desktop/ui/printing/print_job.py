"""What is handed to a printer, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison_desktop.model.faults import Fault


@dataclass(frozen=True)
class PrintJob:
    """One PDF for one printer; `title` is what the printer's queue shows, `size` a paper size."""

    path: Path
    title: str
    size: str
    printer: str
    copies: int = 1


@dataclass(frozen=True)
class Sent:
    """The jobs that printers took, and why the next one was not taken."""

    jobs: list[PrintJob]
    fault: Fault | None = None


def send_all(send: Callable[[PrintJob], None], jobs: Sequence[PrintJob]) -> Sent:
    """Hand over one job after another, as far as they are taken.

    What was taken is told also where a later one is refused: it must not be printed twice.
    """
    taken: list[PrintJob] = []
    for job in jobs:
        try:
            send(job)
        except Fault as fault:
            return Sent(taken, fault)
        taken.append(job)
    return Sent(taken)
