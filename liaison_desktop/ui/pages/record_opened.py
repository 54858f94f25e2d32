"""What the worker does for the view of one visit, with the desk in hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.base import Record
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.visit import Visit
from liaison_desktop.ui.pages.record_correct import FORM, draft_of
from liaison_desktop.ui.pages.record_matter import FORM as MATTER_FORM
from liaison_desktop.ui.pages.record_trail import Past, load_past
from liaison_desktop.ui.pages.source_row import load_source


@dataclass(frozen=True)
class Opened:
    """Everything the view shows of a visit, read at once."""

    visit: Visit
    past: Sequence[Past]
    attachments: Sequence[Attachment]
    draft: KeptDraft | None
    matter_draft: KeptDraft | None
    source: Consultation | None
    """The meeting in which its matters were raised."""


def load(desk: Desk, key: str) -> Opened:
    """Return a visit with its trail, its attachments, and what was typed of it and not saved."""
    visit = desk.visits.load(key)
    return Opened(
        visit,
        load_past(desk, visit),
        desk.attachments.find(visit),
        draft_of(desk.drafts.find(FORM), visit),
        draft_of(desk.drafts.find(MATTER_FORM), visit),
        load_source(desk, visit),
    )


def undo_last(desk: Desk, visit: Visit) -> object:
    """Undo the change that was made last, of the visit or of one of its matters."""
    records: list[Record] = [visit, *visit.matters]
    pasts = [(record, desk.history.history_of(record)) for record in records]
    changed = [(past[-1].at, record) for record, past in pasts if past]
    return desk.undo(max(changed, key=lambda one: one[0])[1] if changed else visit)
