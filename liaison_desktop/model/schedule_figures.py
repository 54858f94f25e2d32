"""What a report counts of the schedule: sessions, who came to them, field visits, the journal."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from liaison_desktop.model.rates import Share
from liaison_desktop.model.schedule_words import DutyKind, SessionState
from liaison_desktop.model.words import MandateLevel

STATION_RATE = (
    "进站率 = 期内至少进站一次（接待选民或进站履职）的在任代表 ÷ 制表日在任代表（履职纪实所记）"
)


class SessionFigures(NamedTuple):
    """What a report asks of a session."""

    state: SessionState
    is_moved: bool


@dataclass(frozen=True)
class ScheduleFigures:
    """The sessions of a period, attendances by level (None: no level known), and what was done.

    `in_office` are deputies in office on the day of the report, `at_station` those of them who came
    to the station in the period, `behind` those who are behind a minimum of the year.
    """

    sessions: Sequence[SessionFigures] = ()
    attendances: Mapping[MandateLevel | None, int] = field(default_factory=Counter)
    field_visits: int = 0
    visited: int = 0
    duties: Mapping[DutyKind, int] = field(default_factory=Counter)
    in_office: int = 0
    at_station: int = 0
    behind: int = 0

    @property
    def planned(self) -> int:
        """Sessions of the period that were planned, the cancelled ones too."""
        return len(self.sessions)

    @property
    def held(self) -> int:
        """Sessions that were opened or closed."""
        return sum(one.state in {SessionState.OPEN, SessionState.CLOSED} for one in self.sessions)

    @property
    def moved(self) -> int:
        """Sessions that are held on another day than planned."""
        return sum(one.is_moved for one in self.sessions)

    @property
    def cancelled(self) -> int:
        """Sessions that were called off."""
        return sum(one.state is SessionState.CANCELLED for one in self.sessions)

    @property
    def station_rate(self) -> Share:
        """进站率, as STATION_RATE says."""
        return Share(self.at_station, self.in_office)
