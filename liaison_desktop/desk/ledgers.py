"""台账 — a list of records: found as ids at once, read by pages, put on paper or a sheet."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from sqlalchemy import ColumnElement, Select, Text, and_, func, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.ledger_filter import FILTERS, conditions, words_of
from liaison_desktop.desk.ledger_loaders import LOADERS
from liaison_desktop.desk.ledger_words import find_records, find_some_records
from liaison_desktop.desk.template_maps import Template, keep_columns, read_template
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import kind_of, table_of
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.fields import Sensitivity
from liaison_desktop.model.history import Printing
from liaison_desktop.model.ledger import (
    ORDINAL,
    THE_PUBLIC,
    WITHDRAWN_TOO,
    Chosen,
    Column,
    Kind,
    Ledger,
    Say,
    Viewer,
)
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.store.engine import given_up
from liaison_desktop.store.grams import lists_lack
from liaison_desktop.store.pinyin import readings_of
from liaison_desktop.store.store import Store

if TYPE_CHECKING:
    from liaison_desktop.documents.drawn import Drawn

R = TypeVar("R")
PaperSize = Literal["A4", "A3"]
Order = tuple[str, bool]
"""The name of a column, and whether the greatest stands first."""

EVERY = Chosen()
CHUNK = 500
GLANCE = 100
"""Records with which a key is answered at once, more than a window shows."""

SHEET_EDITION = 1
"""Of the .xlsx, as it is noted among the printings."""


class LedgerDesk(Generic[R]):
    """Verbs of one ledger."""

    def __init__(self, ledger: Ledger[R], store: Store, user: User, station: Station) -> None:
        self.ledger = ledger
        self._store, self._user, self._station = store, user, station
        self._record = FILTERS[ledger.name].record

    def find_ids(
        self,
        chosen: Chosen = EVERY,
        order: Order | None = None,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> array[int]:
        """Return the keys of the records chosen, in order, to be read by `rows` as they are shown.

        A column that sorts orders in the store, and what is equal stands as it was registered; by
        any other column all rows are read and ordered by what they say to this user, names and
        words by their readings. Overtaken where that is wanted no more: a word that half of a
        million records bear takes seconds.
        """
        with self._store.read() as session, given_up(session, is_wanted):
            return self._find(session, chosen, order or self.ledger.order)

    def glance(
        self, chosen: Chosen, order: Order | None = None, most: int = GLANCE
    ) -> tuple[array[int], bool]:
        """Return the newest of the records that bear what is typed, and whether these are all.

        In order among themselves. A key is answered by them while `find_ids` still reads a word
        that half the records bear. Where nothing is typed there are none.
        """
        if not chosen.text.strip():
            return array("q"), False
        name, bounds = self.ledger.name, self._bounds(chosen)
        with self._store.read() as session:
            some = find_some_records(session, name, chosen.text, most, **bounds)
            condition = self._condition(chosen, some.keys)
            return self._in_order(session, condition, order or self.ledger.order), some.is_all

    def may_lack(self, chosen: Chosen) -> bool:
        """Return whether what is chosen by words may lack some, as the index is far behind."""
        with self._store.read() as session:
            return _may_lack(session, chosen)

    def total(self, chosen: Chosen = EVERY) -> int:
        """Return how many records are chosen."""
        return self.totals(chosen)[0]

    def totals(self, chosen: Chosen = EVERY) -> tuple[int, int]:
        """Return how many records are chosen, and the sum of the column that is added up."""
        with self._store.read() as session:
            summed = getattr(self._record, self.ledger.summed, None)
            added = func.count() if summed is None else func.coalesce(func.sum(summed), 0)
            query = select(func.count(), added).select_from(self._record)
            count, total = session.execute(query.where(self._chosen(session, chosen))).one()
            return count, total

    def rows(self, ids: Sequence[int], say: Say = str) -> list[tuple[str, ...]]:
        """Return what stands in each column of the ledger for these records, in this order.

        Masked as the user's roles of the day demand; `say` gives the words of the house in the
        language of the screen. Some fifty at a time is what a page of a table needs.
        """
        tell = self.ledger.teller(self._viewer(say))
        with self._store.read() as session:
            found: list[R] = LOADERS[self.ledger.name](session, ids, self._today())
        return [tell(row) for row in found]

    def draw_pdf(
        self,
        target: Path,
        chosen: Chosen = EVERY,
        order: Order | None = None,
        *,
        is_public: bool = False,
        paper: PaperSize = "A4",
    ) -> Drawn:
        """Draw the ledger of the records chosen and note the printing, of the station.

        A ledger with wide columns has them on A3; any other ledger is drawn on A4.
        Where the days chosen are a whole year, a cover comes first, to be bound. The public edition
        (脱敏公开版) holds only what may be published. NotAllowed for who may not print; Unusable
        where the file cannot be written, and then nothing is noted either; Refused index_behind
        where `may_lack`, for a paper says nothing of what it lacks.
        """
        from liaison_desktop.documents.drawn import PrintFacts
        from liaison_desktop.documents.ledger import Extent, build_ledger

        now, viewer = self._refuse_unless_allowed(), self._edition(is_public)
        with self._store.read() as session:
            found = list(self._load(session, chosen, order, viewer))
        is_wide = paper == "A3" and self.ledger.has_wide
        columns = self.ledger.columns_on_paper(viewer, is_wide=is_wide)
        tell, name = self.ledger.teller(viewer, columns), self._user.name or self._user.login
        first, last = self._days(found)
        extent = Extent(
            chosen.since or first,
            chosen.until or last,
            words_of(self.ledger, chosen),
            self._total_in_words(found),
            is_public=is_public,
            has_days=self.ledger.has_days,
        )
        texts = [tell(row) for row in found]
        facts = PrintFacts(self._station, now, 0, name)
        drawn = build_ledger(self.ledger, columns, texts, extent, facts, is_wide=is_wide)
        with self._noted(self.ledger.name, drawn.form.edition, now):
            return drawn.save(target)

    def write_xlsx(
        self,
        target: Path,
        chosen: Chosen = EVERY,
        order: Order | None = None,
        *,
        is_public: bool = False,
    ) -> int:
        """Write the records chosen as .xlsx and return how many; it is noted as a printing.

        NotAllowed and Unusable as for the paper, and so is the public edition.
        """
        from liaison_desktop.documents.saving import save
        from liaison_desktop.documents.spreadsheet import build_spreadsheet

        now, viewer = self._refuse_unless_allowed(), self._edition(is_public)
        tell = self.ledger.teller(viewer)
        with self._store.read() as session:
            rows = self._load(session, chosen, order, viewer)
            data, count = build_spreadsheet(
                self.ledger.title,
                self.ledger.columns_for(viewer),
                map(tell, rows),
                author=self._station.name,
                made_at=now,
                folder=target.parent,
            )
        with self._noted(self._sheet(), SHEET_EDITION, now):
            save(target, data)
        return count

    def read_template(self, path: Path) -> Template:
        """Return a county's own table, with the columns that it is filled by; Unusable."""
        with self._store.read() as session:
            return read_template(session, self.ledger, path)

    def fill_template(
        self, template: Template, target: Path, chosen: Chosen = EVERY, order: Order | None = None
    ) -> int:
        """Write the table with the records chosen in it and return how many there are.

        The columns are remembered for the next table of that heading, and the printing is noted.
        NotAllowed and Unusable as for the sheet.
        """
        from liaison_desktop.documents.saving import save
        from liaison_desktop.documents.template_sheet import fill_template

        now, viewer = self._refuse_unless_allowed(), self._viewer()
        places = {column.name: n for n, column in enumerate(self.ledger.columns)}
        columns: dict[int, int | str] = {
            at: ORDINAL if name == ORDINAL else places[name]
            for at, name in template.columns.items()
        }
        with self._store.read() as session:
            rows = map(self.ledger.teller(viewer), self._load(session, chosen, order, viewer))
            data, count = fill_template(template.path, template.first_line, columns, rows)
        with self._noted(self._sheet(), SHEET_EDITION, now) as session:
            save(target, data)
            keep_columns(session, self._store, self.ledger, template)
        return count

    def _sheet(self) -> str:
        return self.ledger.name.replace("_ledger", "_sheet")

    def _find(self, session: Session, chosen: Chosen, order: Order) -> array[int]:
        return self._in_order(session, self._chosen(session, chosen), order)

    def _in_order(
        self, session: Session, condition: ColumnElement[bool], order: Order
    ) -> array[int]:
        name, is_descending = order
        query = select(self._record.id).where(condition)
        if name in self.ledger.sortable:
            columns = (getattr(self._record, name), self._record.id)
            ordered = (c.desc() if is_descending else c.asc() for c in columns)
            return _keys(session, query.order_by(*ordered))
        keys = _keys(session, query.order_by(self._record.id))
        return self._ordered(session, keys, name, is_descending)

    def _ordered(
        self, session: Session, keys: array[int], name: str, is_descending: bool
    ) -> array[int]:
        """Return the keys by what a column says of their records; empty cells stand last."""
        column = next(each for each in self.ledger.columns if each.name == name)
        texts = self._texts(session, keys, column)
        said = [(_order_of(column, text), key) for key, text in texts]
        said.sort(key=lambda pair: pair[0], reverse=is_descending)
        said.sort(key=lambda pair: pair[0] == _order_of(column, ""))
        return array("q", (key for _, key in said))

    def _texts(
        self, session: Session, keys: array[int], column: Column[R]
    ) -> Iterator[tuple[int, str]]:
        """Yield what a column says of each record; a text of the record itself is read alone."""
        viewer, own = self._viewer(), table_of(self._record).c.get(column.name)
        is_read = viewer.sees_names and column.sensitivity is not Sensitivity.SECRET
        if is_read and own is not None and isinstance(own.type, Text):
            chosen = set(keys)
            rows = session.execute(select(self._record.id, own).order_by(self._record.id))
            yield from ((key, text or "") for key, text in rows if key in chosen)
            return
        tell, load, today = column.teller(viewer), LOADERS[self.ledger.name], self._today()
        for at in range(0, len(keys), CHUNK):
            some = keys[at : at + CHUNK]
            yield from zip(some, map(tell, load(session, some, today)), strict=True)

    def _load(
        self, session: Session, chosen: Chosen, order: Order | None, viewer: Viewer
    ) -> Iterator[R]:
        if _may_lack(session, chosen):
            raise Refused("index_behind")
        ids = self._find(session, chosen, order or (self.ledger.order[0], False))
        for at in range(0, len(ids), CHUNK):
            for row in LOADERS[self.ledger.name](session, ids[at : at + CHUNK], self._today()):
                shown = row.for_public() if viewer.is_public else row
                if shown is not None:
                    yield shown

    def _days(self, rows: Sequence[R]) -> tuple[date | None, date | None]:
        if not self.ledger.has_days or not rows:
            return None, None
        days = [row.day for row in rows]  # type: ignore[attr-defined]  # it has days
        return min(days), max(days)

    def _total_in_words(self, rows: Sequence[R]) -> str:
        summed = self.ledger.summed
        total = sum(getattr(row, summed) for row in rows) if summed else 0
        return self.ledger.total_in_words(len(rows), total)

    def _edition(self, is_public: bool) -> Viewer:
        if not is_public:
            return self._viewer()
        if not self.ledger.has_public:
            raise ValueError(f"{self.ledger.name} has no public edition")
        return THE_PUBLIC

    def _refuse_unless_allowed(self) -> datetime:
        """Return the present instant; NotAllowed before a row is read, and that is on record."""
        with self._store.act(self._user, Action.PRINT, self._station, audited=False):
            return self._store.clock()

    @contextmanager
    def _noted(self, form: str, edition: int, now: datetime) -> Iterator[Session]:
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
            yield session

    def _viewer(self, say: Say = str) -> Viewer:
        return Viewer.of(self._user.roles_on(self._today()), say)

    def _today(self) -> date:
        return business_day(self._store.clock())

    def _chosen(self, session: Session, chosen: Chosen) -> ColumnElement[bool]:
        if not chosen.text.strip():
            return self._condition(chosen, None)
        name, bounds = self.ledger.name, self._bounds(chosen)
        return self._condition(chosen, find_records(session, name, chosen.text, **bounds))

    def _condition(self, chosen: Chosen, bearing: Collection[int] | None) -> ColumnElement[bool]:
        return and_(*conditions(self.ledger, chosen, bearing, self._today()))

    def _bounds(self, chosen: Chosen) -> dict[str, bool]:
        """Return in what of the records is looked for words."""
        return {
            "sees_names": self._viewer().sees_names,
            "withdrawn_too": WITHDRAWN_TOO in chosen.ticks,
        }


def _may_lack(session: Session, chosen: Chosen) -> bool:
    return bool(chosen.text.strip()) and lists_lack(session)


def _order_of(column: Column[Any], text: str) -> tuple[int, str]:
    """Return what a column's texts are ordered by: figures by size, words as they are read."""
    if column.kind is Kind.NUMBER:
        return int(text or 0), ""
    if column.kind is Kind.DAY:
        return 0, text
    said = (readings[0] if readings else text[n] for n, readings in enumerate(readings_of(text)))
    return 0, " ".join(said)


def _keys(session: Session, query: Select[int]) -> array[int]:
    """Return the keys in the order of the query, brought as one text.

    Row by row takes twice as long, and each row waits for the thread that paints. SQLite heeds the
    order of what it joins by group_concat.
    """
    found = query.subquery()
    joined = session.connection().scalar(select(func.group_concat(found.c.id)))
    return array("q", map(int, joined.split(","))) if joined else array("q")
