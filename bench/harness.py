"""One figure beside its floor, taken in the same run: rounds alternate, medians are compared.

figures = [compare("save a visit", floor=raw_rows, ours=register_one, most=5.0, most_ms_p95=10.0)]
sys.exit(show(figures))
"""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WARM_UP = 2
"""Rounds that fill caches and are not counted."""


@dataclass(frozen=True)
class Figure:
    """Seconds of every round of the floor and of ours, with the limits set for them."""

    name: str
    floor: Sequence[float]
    ours: Sequence[float]
    most: float | None = None
    most_ms: float | None = None
    most_ms_p95: float | None = None

    @property
    def floor_ms(self) -> float:
        """Return the floor's median in milliseconds; 0 where there is no floor."""
        return statistics.median(self.floor) * 1000 if self.floor else 0.0

    @property
    def ours_ms(self) -> float:
        """Return our median in milliseconds."""
        return statistics.median(self.ours) * 1000

    @property
    def p95_ms(self) -> float:
        """Return the time that 19 of 20 of our rounds kept within, in milliseconds."""
        ranked = sorted(self.ours)
        return ranked[min(len(ranked) - 1, int(len(ranked) * 0.95))] * 1000

    @property
    def ratio(self) -> float | None:
        """Return our median over the floor's; None where there is no floor."""
        return self.ours_ms / self.floor_ms if self.floor_ms else None

    def broken(self) -> list[str]:
        """Return the limits that were not kept, as they are printed."""
        measured = [
            ("ratio", self.ratio, self.most, "×"),
            ("median", self.ours_ms, self.most_ms, " ms"),
            ("p95", self.p95_ms, self.most_ms_p95, " ms"),
        ]
        return [
            f"{what} over {limit:g}{unit}"
            for what, value, limit, unit in measured
            if limit is not None and (value is None or value > limit)
        ]


def compare(
    name: str,
    *,
    ours: Callable[[], object],
    floor: Callable[[], object] | None = None,
    rounds: int = 31,
    most: float | None = None,
    most_ms: float | None = None,
    most_ms_p95: float | None = None,
) -> Figure:
    """Return the figure of `ours` beside `floor`, one round of each in turn after the warm-up.

    A noisy neighbour then slows both, if not alike: on a shared core a call that takes over half of
    a time slice (4 ms) is interrupted in most rounds, and a shorter one in few, so that a ratio may
    jump from 2 to 5 for whichever work runs just then. `most` limits the ratio of the medians;
    `most_ms` and `most_ms_p95` limit our own median and p95 in milliseconds.
    """
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(WARM_UP + rounds):
        for times, work in zip(taken, (floor, ours), strict=True):
            if work is not None:
                seconds = time_of(work)
                if turn >= WARM_UP:
                    times.append(seconds)
    return Figure(name, *taken, most, most_ms, most_ms_p95)


def time_of(work: Callable[[], object]) -> float:
    """Return the seconds that one call takes, with the garbage collector held still."""
    is_automatic = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began
    finally:
        if is_automatic:
            gc.enable()


def show(figures: Sequence[Figure]) -> int:
    """Print one line a figure and return 1 if any limit was not kept, else 0."""
    width = max(len(figure.name) for figure in figures)
    print(f"{'':{width}}  {'floor ms':>9} {'ours ms':>9} {'p95 ms':>9} {'ratio':>7}")
    for figure in figures:
        floor = f"{figure.floor_ms:.2f}" if figure.floor else "–"
        ratio = f"{figure.ratio:.2f}" if figure.ratio is not None else "–"
        verdict = "; ".join(figure.broken()) or "kept"
        print(
            f"{figure.name:{width}}  {floor:>9} {figure.ours_ms:>9.2f}"
            f" {figure.p95_ms:>9.2f} {ratio:>7}  {verdict}"
        )
    return int(any(figure.broken() for figure in figures))
