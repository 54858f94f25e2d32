"""What a report counts of 民情恳谈: meetings, who came, what was said and promised."""

from dataclasses import dataclass

from liaison_desktop.model.rates import Share

PROMISE_RATE = (
    "承诺兑现率 = 已兑现 ÷（已兑现 + 未兑现 + 超期未办结）；"
    "按会议日期归入，未到期的和未填期限的不计入分母"
)


@dataclass(frozen=True)
class TalkFigures:
    """The meetings held in a period, and how their promises stand on the day of the report.

    `people` counts everybody who came, at every meeting anew. `open_promises` are neither kept nor
    found broken; those of them after their day are `overdue`.
    """

    meetings: int = 0
    people: int = 0
    opinions: int = 0
    routed: int = 0
    promises: int = 0
    kept: int = 0
    broken: int = 0
    overdue: int = 0

    @property
    def open_promises(self) -> int:
        """Promises neither kept nor found broken, the overdue ones with them."""
        return self.promises - self.kept - self.broken

    @property
    def promise_rate(self) -> Share:
        """承诺兑现率, as PROMISE_RATE says."""
        return Share(self.kept, self.kept + self.broken + self.overdue)
