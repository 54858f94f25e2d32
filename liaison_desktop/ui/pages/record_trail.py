"""修改记录 — what was changed of a visit and its matters, and what was printed, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.history import WITHDRAWAL, Change
from liaison_desktop.desk.matter_papers import TITLES
from liaison_desktop.model.base import Record
from liaison_desktop.model.consultation_words import PAPERS as MEETING_PAPERS
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.history import Printing
from liaison_desktop.model.schedule_words import PAPERS
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.visit import Visit
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.i18n import tr

WITHDRAWN = WITHDRAWAL["withdrawn_at"].label
FORMS = {
    "visit_record": tr("登记表"),
    "receipt": tr("来访回执"),
    **TITLES,
    **PAPERS,
    **MEETING_PAPERS,
}


@dataclass(frozen=True)
class Past:
    """One line of the trail: when, what happened, and the fields of a change."""

    at: datetime
    what: str
    fields: Sequence[tuple[str, str, str]] = ()


def load_past(desk: Desk, visit: Visit) -> list[Past]:
    """Return everything that happened to a visit and its matters, newest first."""
    return past_of(desk, [visit, *visit.matters])


def past_of(desk: Desk, records: Sequence[Record]) -> list[Past]:
    """Return everything that happened to some records, newest first."""
    found: list[Past] = []
    for record in records:
        found += [past_of_change(change) for change in desk.history.history_of(record, tr)]
        found += [_of_printing(printing) for printing in desk.history.printings_of(record)]
    return sorted(found, key=lambda past: past.at, reverse=True)


def past_of_change(change: Change) -> Past:
    """Return one change as a line of the trail."""
    if change.corrects_step:
        words = tr("{who} 更正办理过程　原因：{reason}")
        return Past(change.at, words.format(who=change.who, reason=change.reason).strip())
    if change.is_step:
        return Past(change.at, f"{change.who} {tr('办理')}　{tr(change.reason)}".strip())
    is_withdrawal = tr(WITHDRAWN) in {name for name, _old, new in change.fields if new}
    what = f"{change.who} {tr('撤回') if is_withdrawal else tr('更正')}".strip()
    reason = tr("原因：{reason}").format(reason=tr(change.reason)) if change.reason else ""
    return Past(change.at, f"{what}　{reason}".strip("　"), change.fields)


def without_places(past: Past) -> Past:
    """Return a line without where a statement was put: its place is a figure that nobody reads."""
    place = tr(fields_of(Statement)["place"].label)
    return replace(past, fields=[told for told in past.fields if told[0] != place])


def _of_printing(printing: Printing) -> Past:
    name = tr(FORMS.get(printing.form, printing.form))
    words = tr("打印{form}，第 {times} 次")
    return Past(printing.at, words.format(form=name, times=printing.times))


def show_past(card: Card, past: Sequence[Past], visit: Visit) -> None:
    """Fill a card with the trail; it ends with the registration."""
    show_trail(card, past, visit.registered_at, f"{visit.recorder} {tr('登记')}")


def show_trail(card: Card, past: Sequence[Past], began: datetime, how: str) -> None:
    """Fill a card with what happened to a record, and how it began."""
    card.clear()
    show_past_of(card, past)
    card.add_words(_line(began, how), "small")


def show_past_of(card: Card, past: Sequence[Past]) -> None:
    """Add what happened to some records to a card."""
    for each in past:
        card.add_words(_line(each.at, each.what), "small")
        for name, old, new in each.fields:
            words = tr("{name}：{old} → {new}")
            said = words.format(name=name, old=old or tr("（空）"), new=new or tr("（空）"))
            card.add_words(said, "muted")


def _line(at: datetime, what: str) -> str:
    return f"{at.astimezone(SHANGHAI):%m-%d %H:%M}　{what}"
