"""台账 — the register as a list: found as ids at once, read by pages, put on paper or a sheet."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.ledger_rows import load_visit_rows
from liaison_desktop.desk.visit_filter import VisitFilter, conditions, words_of
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import kind_of
from liaison_desktop.model.history import Printing
from liaison_desktop.model.ledger import Say, Viewer
from liaison_desktop.model.ledgers import VISITS, VisitRow
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.store.store import Store

if TYPE_CHECKING:
    from liaison_desktop.documents.drawn import Drawn

__all__ = ["EVERY", "Ledgers", "VisitFilter"]

EVERY = VisitFilter()
CHUNK = 500
SHEET, SHEET_EDITION = "visit_sheet", 1
"""The .xlsx as it is noted among the printings."""


class Ledgers:
    """Verbs of the ledgers."""

    def __init__(self, store: Store, user: User, station: Station) -> None:
        self._store, self._user, self._station = store, user, station

    def find_ids(
        self, chosen: VisitFilter = EVERY, order: str = "received_at", is_descending: bool = True
    ) -> array[int]:
        """Return the keys of the visits chosen, in order, to be read by `rows` as they are shown.

        `order` is the name of a column that sorts; what is equal stands as it was registered.
        """
        with self._store.read() as session:
            query = select(Visit.id).where(self._condition(session, chosen))
            return _keys(session, _ordered(query, order, is_descending))

    def total(self, chosen: VisitFilter = EVERY) -> int:
        """Return how many visits are chosen."""
        with self._store.read() as session:
            query = select(func.count()).select_from(Visit)
            return session.scalar(query.where(self._condition(session, chosen))) or 0

    def rows(self, ids: Sequence[int], say: Say = str) -> list[tuple[str, ...]]:
        """Return what stands in each column of `VISITS` for these visits, in this order.

        Masked as the user's roles of the day demand; `say` gives the words of the house in the
        language of the screen. Some fifty at a time is what a page of a table needs.
        """
        tell = VISITS.teller(self._viewer(say))
        with self._store.read() as session:
            found = load_visit_rows(session, ids)
        return [tell(row) for row in found]

    def draw_pdf(
        self,
        target: Path,
        chosen: VisitFilter = EVERY,
        order: str = "received_at",
        is_descending: bool = False,
    ) -> Drawn:
        """Draw 来访登记簿 (F06) of the visits chosen and note the printing, of the station.

        NotAllowed for who may not print; Unusable where the file cannot be written, and then
        nothing is noted either.
        """
        from liaison_desktop.documents.drawn import PrintFacts
        from liaison_desktop.documents.ledger import Extent, build_ledger

        now = self._refuse_unless_allowed()
        with self._store.read() as session:
            found = list(self._load(session, chosen, order, is_descending))
        tell, name = VISITS.teller(self._viewer()), self._user.name or self._user.login
        days = [business_day(row.received_at) for row in found]
        extent = Extent(
            chosen.since or min(days, default=None),
            chosen.until or max(days, default=None),
            words_of(chosen),
            f"共 {len(found)} 次、{sum(row.headcount for row in found)} 人次",
        )
        texts = [tell(row) for row in found]
        paper = build_ledger(VISITS, texts, extent, PrintFacts(self._station, now, 0, name))
        with self._noted(VISITS.name, paper.form.edition, now):
            return paper.save(target)

    def write_xlsx(
        self,
        target: Path,
        chosen: VisitFilter = EVERY,
        order: str = "received_at",
        is_descending: bool = False,
    ) -> int:
        """Write the visits chosen as .xlsx and return how many; it is noted as a printing.

        NotAllowed and Unusable as for the paper.
        """
        from liaison_desktop.documents.saving import save
        from liaison_desktop.documents.spreadsheet import build_spreadsheet

        now, tell = self._refuse_unless_allowed(), VISITS.teller(self._viewer())
        with self._store.read() as session:
            rows = self._load(session, chosen, order, is_descending)
            data, count = build_spreadsheet(
                VISITS,
                map(tell, rows),
                author=self._station.name,
                made_at=now,
                folder=target.parent,
            )
        with self._noted(SHEET, SHEET_EDITION, now):
            save(target, data)
        return count

    def _load(
        self, session: Session, chosen: VisitFilter, order: str, is_descending: bool
    ) -> Iterator[VisitRow]:
        query = select(Visit.id).where(self._condition(session, chosen))
        ids = _keys(session, _ordered(query, order, is_descending))
        for at in range(0, len(ids), CHUNK):
            yield from load_visit_rows(session, ids[at : at + CHUNK])

    def _refuse_unless_allowed(self) -> datetime:
        """Return the present instant; NotAllowed before a row is read, and that is on record."""
        with self._store.act(self._user, Action.PRINT, self._station, audited=False):
            return self._store.clock()

    @contextmanager
    def _noted(self, form: str, edition: int, now: datetime) -> Iterator[None]:
        """Note a printing of the station; what is done within must succeed, or it is not noted."""
        with self._store.act(self._user, Action.PRINT, self._station) as session:
            times = select(func.count()).select_from(Printing)
            times = times.where(Printing.form == form, Printing.uid == self._station.uid)
            session.add(
                Printing(
                    kind=kind_of(self._station),
                    uid=self._station.uid,
                    form=form,
                    edition=edition,
                    times=(session.scalar(times) or 0) + 1,
                    user_uid=self._user.uid,
                    at=now,
                )
            )
            yield

    def _viewer(self, say: Say = str) -> Viewer:
        return Viewer.of(self._user.roles_on(business_day(self._store.clock())), say)

    def _condition(self, session: Session, chosen: VisitFilter) -> ColumnElement[bool]:
        return and_(*conditions(session, chosen, self._viewer().sees_names))


def _keys(session: Session, query: Select[int]) -> array[int]:
    """Return the keys in the order of the query, brought as one text.

    Row by row takes twice as long, and each row waits for the thread that paints. SQLite heeds the
    order of what it joins by group_concat.
    """
    found = query.subquery()
    joined = session.connection().scalar(select(func.group_concat(found.c.id)))
    return array("q", map(int, joined.split(","))) if joined else array("q")


def _ordered(query: Select[int], order: str, is_descending: bool) -> Select[int]:
    columns = (getattr(Visit, VISITS.sortable[order].name), Visit.id)
    return query.order_by(*(c.desc() if is_descending else c.asc() for c in columns))
