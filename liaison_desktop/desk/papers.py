"""打印 — the papers of a visit, each printing noted for good with its count.

Drawing is imported when something is drawn: ReportLab takes longer to load than a desk to open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from liaison_desktop.desk.printings import draw_noted
from liaison_desktop.desk.visits import Visits
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.station import Station
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

if TYPE_CHECKING:
    from liaison_desktop.documents.drawn import Drawn, PrintFacts
    from liaison_desktop.documents.fonts import ReplacedFont

VISIT_RECORD = "visit_record"
RECEIPT = "receipt"


@dataclass(frozen=True)
class Asked:
    """One sheet asked for: the visit, and for 登记表 the one matter it is about."""

    visit: Visit
    matter: Matter | None = None

    @property
    def subject(self) -> Visit | Matter:
        """The record whose printing is counted."""
        return self.matter or self.visit


class Papers:
    """Verbs of the printed forms."""

    def __init__(self, store: Store, user: User, station: Station, visits: Visits) -> None:
        self._store, self._user, self._station, self._visits = store, user, station, visits

    @property
    def folder(self) -> Path:
        """Where papers lie while they are printed, for this account only; made where absent."""
        folder = self._store.home.papers
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError:
            raise Unusable("read_only", str(folder)) from None
        return folder

    def clear(self) -> None:
        """Remove the papers that were printed, but one that another program holds open."""
        for paper in self.folder.glob("*.pdf"):
            with suppress(OSError):
                paper.unlink()

    def print_visit_records(
        self, keys: Sequence[str], target: Path, *, for_writing: bool = False
    ) -> Drawn:
        """Draw one 登记表 for each matter of these visits, or for the matters numbered."""
        asked = [sheet for key in keys for sheet in self._matters_of(key)]
        return self._print_visit_records(asked, target, for_writing)

    def print_receipts(self, keys: Sequence[str], target: Path, *, paper: str = "A4") -> Drawn:
        """Draw one 来访回执 for each visit, on A4 with its stub or on A5."""
        return self._print_receipts([Asked(self._visits.load(key)) for key in keys], target, paper)

    def print_every(self, form: str, target: Path) -> Drawn:
        """Draw the form for every visit that is not withdrawn, in the order they came."""
        query = whole(Visit).where(Visit.withdrawn_at.is_(None))
        with self._store.read() as session:
            visits = list(session.scalars(query.order_by(Visit.received_at, Visit.id)))
        if form == RECEIPT:
            return self._print_receipts([Asked(visit) for visit in visits], target, "A4")
        asked = [Asked(visit, matter) for visit in visits for matter in visit.matters]
        return self._print_visit_records(asked, target, for_writing=False)

    def print_set(self, key: str, folder: Path) -> list[Drawn]:
        """Draw the set behind Ctrl+P: 登记表 and 来访回执, unless the station chose otherwise."""
        from liaison_desktop.desk.settings import Settings

        number, settings = self._visits.load(key).number, Settings(self._store, self._user).load()
        drawn = []
        if VISIT_RECORD in settings.paper_set:
            target = folder / f"登记表_{number}.pdf"
            drawn.append(self.print_visit_records([number], target))
        if RECEIPT in settings.paper_set:
            target = folder / f"来访回执_{number}.pdf"
            drawn.append(self.print_receipts([number], target, paper=settings.receipt_paper))
        return drawn

    def print_blank(self, form: str, copies: int, target: Path) -> Drawn:
        """Draw empty forms for a power cut or a reception outside; they bear no number."""
        from liaison_desktop.documents.receipt import draw_blank_receipts
        from liaison_desktop.documents.visit_record import draw_blank_visit_records

        draw = draw_blank_receipts if form == RECEIPT else draw_blank_visit_records
        with self._store.act(self._user, Action.PRINT):
            return draw(target, self._station, copies, self._store.clock())

    def missing_characters(self, text: str) -> list[str]:
        """Return the characters that no font of this machine can print, each once."""
        from liaison_desktop.documents.preflight import missing_characters

        return missing_characters(text)

    def replaced_fonts(self) -> list[ReplacedFont]:
        """Return which house fonts this machine lacks and what stands in for them."""
        from liaison_desktop.documents.fonts import replaced_fonts

        return replaced_fonts()

    def _print_visit_records(
        self, asked: Sequence[Asked], target: Path, for_writing: bool
    ) -> Drawn:
        from liaison_desktop.documents.visit_record import VisitRecordSheet, draw_visit_records

        def draw(facts: Sequence[PrintFacts]) -> Drawn:
            sheets = [
                VisitRecordSheet(sheet.visit, matter, fact)
                for sheet, fact in zip(asked, facts, strict=True)
                if (matter := sheet.matter) is not None
            ]
            return draw_visit_records(target, sheets, for_writing=for_writing)

        return self._print(VISIT_RECORD, asked, draw)

    def _print_receipts(self, asked: Sequence[Asked], target: Path, paper: str) -> Drawn:
        from liaison_desktop.documents.receipt import ReceiptSheet, draw_receipts

        def draw(facts: Sequence[PrintFacts]) -> Drawn:
            sheets = [
                ReceiptSheet(sheet.visit, fact) for sheet, fact in zip(asked, facts, strict=True)
            ]
            return draw_receipts(target, sheets, paper="A5" if paper == "A5" else "A4")

        return self._print(RECEIPT, asked, draw)

    def _matters_of(self, key: str) -> list[Asked]:
        visit = self._visits.load(key)
        named = [matter for matter in visit.matters if matter.number == key]
        return [Asked(visit, matter) for matter in named or visit.matters]

    def _print(
        self, form: str, asked: Sequence[Asked], draw: Callable[[Sequence[PrintFacts]], Drawn]
    ) -> Drawn:
        records = [sheet.subject for sheet in asked]
        return draw_noted(self._store, self._user, self._station, form, records, draw)


def copy_paper(paper: Path, target: Path) -> None:
    """Put a copy of a drawn paper at `target`, whole, in place of what was there.

    Unusable paper_gone, or whatever keeps the copy from being written.
    """
    from liaison_desktop.documents.saving import save

    try:
        data = paper.read_bytes()
    except OSError:
        raise Unusable("paper_gone", paper.name) from None
    save(target, data)
