"""办理文书 — F09 to F15 of a matter, drawn from where it stands, each printing noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from liaison_desktop.desk.matters import MatterFacts, Matters
from liaison_desktop.desk.printings import draw_noted
from liaison_desktop.desk.units import Units
from liaison_desktop.desk.work import WorkLists
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import business_day
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.user import User
from liaison_desktop.model.words import label, tr
from liaison_desktop.model.work_lists import Work
from liaison_desktop.store.store import Store

if TYPE_CHECKING:
    from liaison_desktop.documents.drawn import Drawn, PrintFacts
    from liaison_desktop.documents.matter_values import Asked

TITLES: Mapping[str, str] = {
    "hand_over": tr("交办单"),
    "notification": tr("告知单"),
    "return_request": tr("退回申请单"),
    "extension_request": tr("延期申请单"),
    "chasing": tr("催办单"),
    "reply": tr("办理情况反馈单"),
    "evaluation": tr("征询意见表"),
}
"""The forms of a matter, in the order in which they are needed."""

SIGNING_LIST = "signing_list"
MOST_LISTED = 200
"""Matters on one 送签单; nobody signs more at a sitting."""

FOR_UNITS = frozenset(TITLES) - {"notification", "evaluation"}
"""Papers that a unit reads; 举报材料 is on none of them (信访工作条例 2022 art. 46)."""


class MatterPapers:
    """Verbs of the papers that go with matters."""

    def __init__(
        self, store: Store, user: User, station: Station, matters: Matters, units: Units
    ) -> None:
        self._store, self._user, self._station = store, user, station
        self._matters, self._units = matters, units
        self._work = WorkLists(store, user)

    def print(self, form: str, keys: Sequence[str], target: Path) -> Drawn:
        """Draw the form for each matter, by its number or uid, into one file.

        Refused accusation for a paper that a unit would read; NotFound; Unusable.
        """
        found = [self._matters.load_facts(key) for key in keys]
        if form in FOR_UNITS and any(one.matter.is_accusation for one in found):
            raise Refused("accusation")
        records = [one.matter for one in found]
        draw = partial(self._draw, form, found, target)
        return draw_noted(self._store, self._user, self._station, form, records, draw)

    def print_signing_list(self, target: Path) -> Drawn:
        """Draw what waits for the head's pen, the nearest day first; it counts for the station."""
        from liaison_desktop.documents.signing_list import SigningLine, draw_signing_list

        found = self._work.find(Work.TO_SCREEN, MOST_LISTED)
        lines = [
            SigningLine(row.number, row.title, row.due_on, *(row.suggested or ())) for row in found
        ]

        def draw(facts: Sequence[PrintFacts]) -> Drawn:
            return draw_signing_list(target, lines, facts[0])

        station = self._station
        return draw_noted(self._store, self._user, station, SIGNING_LIST, [station], draw)

    def _draw(
        self, form: str, found: Sequence[MatterFacts], target: Path, facts: Sequence[PrintFacts]
    ) -> Drawn:
        from liaison_desktop.documents.matter_papers import draw_matter_papers
        from liaison_desktop.documents.matter_values import MatterSheet

        today = business_day(self._store.clock())
        sheets, of_sheets = [], []
        for one, fact in zip(found, facts, strict=True):
            sheet = MatterSheet(
                one.matter,
                one.visit,
                one.trail,
                self._station,
                today,
                self._guide(one),
                [said for who in one.people for said in (who.name, who.phone)],
            )
            own = [replace(sheet, asked=asked) for asked in _asked(form, one)] or [sheet]
            sheets += own
            of_sheets += [fact] * len(own)
        return draw_matter_papers(target, form, sheets, of_sheets)

    def _guide(self, one: MatterFacts) -> Unit | None:
        """Return the unit that has the name of where the visitor was sent, for its address."""
        name = label(one.matter.guided_to)
        if one.matter.forwarded_on is not None:
            name = one.matter.unit_name
        named = self._units.find(name) if name else []
        return next((unit for unit in named if unit.name == name), None)


def _asked(form: str, one: MatterFacts) -> list[Asked]:
    """Return whose evaluations a form asks for, each on a sheet of his own."""
    from liaison_desktop.documents.matter_values import Asked

    voters = one.voters if form == "evaluation" else ()
    return [Asked(*voter.who[1:4], voter.told, voter.heard) for voter in voters if voter.is_asked]
