"""How the exchange with the county stands: plain facts, for a screen to say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class CountyFacts:
    """A county: how it calls itself, and its keys in five groups of four to be read aloud."""

    code: str
    name: str
    fingerprint: str


@dataclass(frozen=True)
class SentFacts:
    """One package (批) of this station.

    `name` is the file's, unless the station was renamed since or the stick had one of that name.
    Where `is_written` is false the stick failed: the number is spent and nothing was carried.
    """

    sequence: int
    made_at: datetime
    records: int
    name: str
    is_written: bool
    acknowledged_at: datetime | None


@dataclass(frozen=True)
class ExchangeFacts:
    """How it stands: the county joined, own keys, what waits, and what was sent, newest first."""

    county: CountyFacts | None
    fingerprint: str
    has_written_card: bool
    unsent: int
    sent: Sequence[SentFacts]

    @property
    def last(self) -> SentFacts | None:
        """The last package that was written."""
        return next((sent for sent in self.sent if sent.is_written), None)
