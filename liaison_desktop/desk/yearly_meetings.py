"""年度议事会议 — the meeting that a deliberation body must hold every year."""

from datetime import date

from liaison_desktop.desk.consultations import Consultations
from liaison_desktop.desk.yearly_rules import bundled_yearly_rules
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import ConsultationKind
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.yearly_meeting import YearlyStanding, yearly_standing
from liaison_desktop.store.store import Store


class YearlyMeetings:
    """Verbs of the yearly meeting."""

    def __init__(self, store: Store, station: Station, meetings: Consultations) -> None:
        self._store, self._station, self._meetings = store, station, meetings

    def prepare(self, held_on: date, title: str = "") -> Consultation:
        """Return a new yearly meeting with what it must hear, not saved yet, named by its year.

        Refused no_deliberation_body where the station has none.
        """
        if not self._station.kind.has_deliberation_body:
            raise Refused("no_deliberation_body")
        return Consultation(
            uid=new_uid(self._store.clock()),
            station_uid=self._station.uid,
            kind=ConsultationKind.DELIBERATION,
            title=title or f"{held_on.year} 年居民议事会议",
            held_on=held_on,
            is_yearly=True,
            heard=bundled_yearly_rules().items(held_on),
        )

    def standing(self) -> YearlyStanding | None:
        """Return how this year's meeting stands; None for a station without such a body."""
        today = business_day(self._store.clock())
        first, last = today.replace(month=1, day=1), today.replace(month=12, day=31)
        meetings = self._meetings.find(
            Consultation.is_yearly, Consultation.held_on.between(first, last)
        )
        return yearly_standing(self._station.kind, meetings, bundled_yearly_rules(), today)
