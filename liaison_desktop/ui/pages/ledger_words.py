"""来访登记簿 on the screen: how it looks, and how it says what is shown and in which order."""

from datetime import date

from liaison_desktop.desk.visit_filter import VisitFilter
from liaison_desktop.model.ledger import Kind
from liaison_desktop.model.ledgers import INCOMPLETE, VISITS, WITHDRAWN
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.table.ledger_model import Row
from liaison_desktop.ui.table.ledger_view import Appearance


def words_of(chosen: VisitFilter) -> str:
    """Return in words which visits are shown, beyond what is ticked; nothing where all are."""
    words = [
        tr("含“{text}”").format(text=chosen.text.strip()) if chosen.text.strip() else "",
        _days(chosen.since, chosen.until),
        tr(word(chosen.channel)) if chosen.channel else "",
        tr(word(chosen.handling)) if chosen.handling else "",
    ]
    return " · ".join(said for said in words if said)


def order_in_words(name: str, is_descending: bool) -> str:
    """Return in words what the rows are ordered by."""
    column = VISITS.sortable[name]
    if column.kind is Kind.DAY:
        return tr("最近的在前") if is_descending else tr("最早的在前")
    words = tr("按{column}从大到小") if is_descending else tr("按{column}从小到大")
    return words.format(column=tr(column.label))


def _days(since: date | None, until: date | None) -> str:
    if since is not None and since == until:
        return since.isoformat()
    if since is None and until is None:
        return ""
    template = tr("{since} 至 {until}")
    if until is None:
        template = tr("{since} 起")
    elif since is None:
        template = tr("到 {until} 为止")
    return template.format(since=since, until=until)


def appearance(station_code: str) -> Appearance:
    """Return how 来访登记簿 looks: what must be readable, what goes where it is narrow."""
    samples = {
        "number": f"{station_code}-L-2026-0001-W",
        "received_at": "2026-11-20",
        "time": "14:05",
        "channel": 4 * _EM,
        "name": 4 * _EM,
        "phone": "138****1234",
        "title": 11 * _EM,
        "category": 4 * _EM,
        "handling": 4 * _EM,
        "state": 7 * _EM + _HALF_EM,
        "receivers": 3 * _EM,
    }
    fixed = {"number", "received_at", "time", "channel", "headcount", "phone", "state"}
    spare = ("phone", "receivers", "headcount", "category", "time", "channel", "handling")
    badges = {tr(INCOMPLETE): "warn", tr(WITHDRAWN): "plain"}
    return Appearance(samples, frozenset(fixed), spare, {"state": badges}, _is_withdrawn)


def _is_withdrawn(row: Row) -> bool:
    return row[_STATE] == tr(WITHDRAWN)


_EM, _HALF_EM = "\u3000", "\u2002"
_STATE = [column.name for column in VISITS.columns].index("state")
