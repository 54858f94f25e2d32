"""What the worker does for the page of one deputy, with the desk in hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from liaison_desktop.desk.deputy_year import DeputyYear
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.code_tables import CodeTables
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.deputy_checks import oddities
from liaison_desktop.model.faults import Problem, Unusable
from liaison_desktop.ui.pages.record_trail import Past, past_of

FORM = "deputy"


@dataclass(frozen=True)
class Opened:
    """Everything the page shows of a deputy, read at once; `photo` is None where there is none."""

    deputy: Deputy
    year: DeputyYear
    photo: bytes | None
    past: Sequence[Past]
    odd: Sequence[Problem]
    tables: CodeTables
    draft: KeptDraft | None


@dataclass(frozen=True)
class Begun:
    """What the form of a new deputy begins with."""

    tables: CodeTables
    draft: KeptDraft | None


def load(desk: Desk, uid: UUID) -> Opened:
    """Return a deputy with his year, his past, and what was typed of him and not saved."""
    deputy, tables = desk.deputies.load(uid), desk.codes.load()
    warnings = [problem for problem in deputy.problems() if not problem.is_error]
    return Opened(
        deputy,
        desk.deputies.year(uid, desk.today().year),
        _photo(desk, deputy),
        past_of(desk, [deputy]),
        [*warnings, *oddities(deputy, tables, desk.station.kind)],
        tables,
        _draft(desk, str(uid)),
    )


def begin_new(desk: Desk) -> Begun:
    """Return what a new deputy is typed with, and what was typed of one and not saved."""
    return Begun(desk.codes.load(), _draft(desk, ""))


def _draft(desk: Desk, uid: str) -> KeptDraft | None:
    drafts = desk.drafts.find(FORM)
    return next((draft for draft in drafts if draft.body.get("deputy") == uid), None)


def _photo(desk: Desk, deputy: Deputy) -> bytes | None:
    try:
        return desk.deputies.photo(deputy)
    except Unusable:
        return b""  # the page says that it is damaged, and shows all the rest
