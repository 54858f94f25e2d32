"""轮值表 — what a rota is planned from, and what a plan says. The planning is in `rota_plan`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from liaison_desktop.model.words import MandateLevel


@dataclass(frozen=True)
class Span:
    """Days from the first up to and with the last; None leaves that end open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Return whether the day is one of them."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Held:
    """任职: a mandate that somebody holds, and when; the caller leaves out a suspended one."""

    level: MandateLevel
    span: Span = Span()


@dataclass(frozen=True)
class Wishes:
    """The days that somebody would like, or would rather not; weekdays count from Monday, 0.

    A wish for a day goes before one for its weekday or month, and what is disliked before what is
    liked.
    """

    liked_weekdays: frozenset[int] = frozenset()
    disliked_weekdays: frozenset[int] = frozenset()
    liked_days: frozenset[date] = frozenset()
    disliked_days: frozenset[date] = frozenset()
    liked_months: frozenset[int] = frozenset()
    disliked_months: frozenset[int] = frozenset()

    @property
    def likes_any(self) -> bool:
        """Whether a day can be liked at all."""
        return bool(self.liked_days or self.liked_weekdays or self.liked_months)

    def of(self, day: date) -> int:
        """Return 1 for a day that is liked, -1 for one that is not, 0 for any other."""
        if day in self.disliked_days:
            return -1
        if day in self.liked_days:
            return 1
        weekday, month = day.weekday(), day.month
        if weekday in self.disliked_weekdays or month in self.disliked_months:
            return -1
        return int(weekday in self.liked_weekdays or month in self.liked_months)


@dataclass(frozen=True)
class Candidate:
    """A deputy who may be given turns. `minimum` is the least he is owed in the year.

    `already_used` are his turns of the year at sessions that the plan does not list; turns that a
    listed sitting has fixed are counted by the plan itself.
    """

    uid: UUID
    name: str
    mandates: tuple[Held, ...]
    leave: tuple[Span, ...] = ()
    wishes: Wishes = Wishes()
    minimum: int = 0
    already_used: int = 0

    @property
    def level(self) -> MandateLevel | None:
        """The level he is counted with: the highest that he ever holds; None without a mandate."""
        order = list(MandateLevel)
        return min((held.level for held in self.mandates), key=order.index, default=None)

    def levels_on(self, day: date) -> frozenset[MandateLevel]:
        """Return the levels that he is in office at on this day."""
        return frozenset(held.level for held in self.mandates if held.span.holds(day))

    def is_on_leave(self, day: date) -> bool:
        """Return whether he is on leave on this day."""
        return any(span.holds(day) for span in self.leave)


@dataclass(frozen=True)
class Sitting:
    """One session to be filled: `seats` deputies, of them so many of each level of `levels`.

    What `levels` leaves over is for any level. `fixed` sit there whatever the rules say: a person
    has put them there, or they did sit. Nobody is added to a sitting that `is_over`. ValueError
    where seats are below 0 or fewer than its levels ask for.
    """

    key: str
    day: date
    seats: int
    levels: Mapping[MandateLevel, int] = field(default_factory=dict)
    fixed: tuple[UUID, ...] = ()
    is_over: bool = False

    def __post_init__(self) -> None:
        if min(self.levels.values(), default=0) < 0 or self.seats < sum(self.levels.values()):
            raise ValueError(self.seats)


@dataclass(frozen=True)
class Options:
    """How a plan is made: the seed decides between equals.

    `rest` is how many days with sittings should lie between two turns of one deputy; 0 asks for
    none.
    """

    seed: str = ""
    rest: int = 1


USUAL = Options()


class Reason(StrEnum):
    """Why somebody sits there."""

    BY_HAND = "by_hand"
    ONLY_ONE = "only_one"
    OWED = "owed"
    FEWEST = "fewest"
    WISHED = "wished"
    EVEN = "even"
    UNWISHED = "unwished"
    """He would rather not have come on this day, and it could not be spared him."""
    MISSED = "missed"
    """He would have liked other days of those he could come on, and this is none of them."""
    SPARED = "spared"
    """He was given none of the days that he would rather not come on."""


@dataclass(frozen=True)
class Why:
    """Every reason that holds, the strongest first, and the figures to say it with.

    `turns` are his own of this year before this sitting, `least` the fewest that any other had who
    could have sat there instead, `others` how many those are, `owed` how far he was below his
    minimum. EVEN is told where nothing spoke for him: he had more turns by then than another, who
    sits at other times. What became of his wishes comes last.
    """

    reasons: tuple[Reason, ...]
    turns: int
    least: int
    others: int
    owed: int


@dataclass(frozen=True)
class Pick:
    """Somebody at a sitting."""

    uid: UUID
    is_fixed: bool
    why: Why


class Lack(StrEnum):
    """What is missing where a seat stays empty or a minimum is not met."""

    NOBODY = "nobody"
    """No deputy of that level is among the candidates."""
    NOT_IN_OFFICE = "not_in_office"
    ON_LEAVE = "on_leave"
    BUSY = "busy"
    """Who is free sits in this session already, or in another of the same day."""
    NO_SEATS = "no_seats"
    """Too few seats of his level, or they are taken by hand or by others who are owed as much."""


@dataclass(frozen=True)
class Unfilled:
    """Seats of a level (None: of any) at a sitting that nobody can take."""

    key: str
    level: MandateLevel | None
    seats: int
    why: Lack


@dataclass(frozen=True)
class Unmet:
    """A minimum that cannot be met: how many turns are missing, on how many days he could sit.

    `level` is the one that he is counted with.
    """

    uid: UUID
    level: MandateLevel | None
    short: int
    free_days: int
    why: Lack


class Breach(StrEnum):
    """The rule that a fixed pick breaks."""

    UNKNOWN = "unknown"
    NOT_IN_OFFICE = "not_in_office"
    ON_LEAVE = "on_leave"
    TWICE_IN_SESSION = "twice_in_session"
    TWICE_THAT_DAY = "twice_that_day"
    LEVEL_NOT_WANTED = "level_not_wanted"
    TOO_MANY = "too_many"


@dataclass(frozen=True)
class Warned:
    """A fixed pick that is kept although it breaks a rule."""

    key: str
    uid: UUID
    breach: Breach


@dataclass(frozen=True)
class Fairness:
    """Turns of the year of those who could sit at one sitting at least, or do."""

    people: int
    turns: int
    least: int
    most: int

    @property
    def mean(self) -> float:
        """Turns for each; 0 where there is nobody."""
        return self.turns / self.people if self.people else 0.0

    @property
    def spread(self) -> int:
        """How many turns lie between the most and the least used."""
        return self.most - self.least


@dataclass(frozen=True)
class Plan:
    """A rota: who sits where by the sitting's key, what could not be, and how fair it is.

    Fixed picks come first in their own order, then the others by level and uid. `turns` are those
    of the whole year, of every candidate.
    """

    picks: Mapping[str, Sequence[Pick]]
    unfilled: Sequence[Unfilled]
    unmet: Sequence[Unmet]
    warnings: Sequence[Warned]
    turns: Mapping[UUID, int]
    by_level: Mapping[MandateLevel, Fairness]
    whole: Fairness

    @property
    def wishes(self) -> tuple[int, int]:
        """How many turns are on days that were liked, and on days that were not."""
        given = [pick.why.reasons for picks in self.picks.values() for pick in picks]
        liked = sum(Reason.WISHED in reasons for reasons in given)
        return liked, sum(Reason.UNWISHED in reasons for reasons in given)
