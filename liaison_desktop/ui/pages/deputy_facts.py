"""One deputy as he stands: what the public reads, what it does not, his mandates and his year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.deputy_year import DeputyYear, Seat
from liaison_desktop.model.code_tables import EXTENDED
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.duty_entry import DutyEntry
from liaison_desktop.model.fields import Reach, fields_of
from liaison_desktop.model.ledger import Viewer
from liaison_desktop.model.masking import mask_name
from liaison_desktop.model.seen import as_seen
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import MandateState
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.cards import Card, clear
from liaison_desktop.ui.fact_form import FactForm, said
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.deputy_fields import WISHES
from liaison_desktop.ui.pages.deputy_photo import Photo
from liaison_desktop.ui.texts import label

LEVELS = {
    MandateState.ACTIVE: "soft",
    MandateState.SUSPENDED: "warn",
    MandateState.ENDED: "plain",
}
SHOWN = 8
"""Entries, days and households of each kind that stand on the page; the ledger has them all."""


class PublicCard(Card):
    """What a public board shows of a deputy, with his photo; and what is kept off it."""

    def __init__(self) -> None:
        super().__init__(tr("公示栏上的"), "eye")
        self.photo = Photo()
        self._hidden = label(tr("照片不公示"), "muted")
        self._facts = QVBoxLayout()
        line = QHBoxLayout()
        line.setContentsMargins(16, 10, 12, 8)
        line.setSpacing(12)
        column = QVBoxLayout()
        column.addWidget(self.photo)
        column.addWidget(self._hidden)
        column.addStretch(1)
        line.addLayout(column)
        line.addLayout(self._facts, 1)
        self.rows.addLayout(line)

    def show_deputy(self, deputy: Deputy, photo: bytes | None, day: date) -> None:
        """Fill the card; `photo` is None where there is none, empty where it is damaged."""
        self.photo.show_photo(photo, deputy.name)
        self._hidden.setVisible(bool(photo) and not deputy.is_photo_public)
        clear(self._facts)
        declared, form = fields_of(Deputy), FactForm()
        form.setContentsMargins(0, 0, 0, 0)
        exercised = deputy.mandates_on(day)
        form.add(tr(declared["sex"].label), deputy.sex)
        form.add(tr("代表级别"), tr("、").join(said(each.level) for each in exercised))
        for name, words in (("constituency", tr("选区")), ("group_name", tr("代表小组"))):
            form.add(words, tr("、").join(filter(None, (getattr(m, name) for m in exercised))))
        form.add(tr(declared["post"].label), _switched(deputy.post, is_shown=deputy.is_post_public))
        form.add(tr(declared["introduction"].label), deputy.introduction)
        self._facts.addLayout(form)
        if not exercised:
            words = tr("今天没有在任的任职，公示栏上没有这位代表。")
            self._facts.addWidget(label(words, "muted", wraps=True))
        self._facts.addStretch(1)


def show_private(card: Card, deputy: Deputy, viewer: Viewer) -> None:
    """Fill a card with what is not shown to the public; what never leaves the station is marked."""
    card.clear()
    declared, form = fields_of(Deputy), FactForm()
    for name in ("phone", "birth_ym", "id_no", *EXTENDED, *WISHES):
        value = as_seen(name, declared[name], getattr(deputy, name), viewer)
        stays = declared[name].reach is Reach.STATION
        form.add(tr(declared[name].label), _marked(value) if stays else value)
    if form.rowCount():
        card.rows.addLayout(form)
    else:
        card.add_words(tr("没有别的资料"))


def show_mandates(card: Card, mandates: Sequence[Mandate]) -> None:
    """Fill a card with every mandate, with its days, its state and why it ended."""
    card.clear()
    for mandate in mandates:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 12, 0)
        name = label("", "strong", wraps=True)
        name.setText(visible("　".join(filter(None, (said(mandate.level), mandate.term_no)))))
        badge = label(tr(word(mandate.state)), "badge")
        badge.setProperty("level", LEVELS[mandate.state])
        head.addWidget(name, 1)
        head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        card.rows.addLayout(head)
        form, declared = FactForm(), fields_of(Mandate)
        form.add(tr("选区"), mandate.constituency)
        for field in ("delegation", "group_name", "card_no"):
            form.add(tr(declared[field].label), getattr(mandate, field))
        form.add(tr("任职起止"), _span(mandate))
        if mandate.state is not MandateState.ACTIVE:
            why = "　".join(filter(None, (said(mandate.end_reason), mandate.end_note)))
            form.add(tr("原因"), why)
        card.rows.addLayout(form)
    if not mandates:
        card.add_words(tr("还没有登记任职。"))


def show_sessions(card: Card, year: DeputyYear) -> None:
    """Fill a card with the reception days to come, then those that were."""
    card.clear()
    if year.coming:
        card.add_words("\n".join(map(_seat, year.coming[:SHOWN])), "body")
    else:
        card.add_words(tr("没有排到以后的接待日。"))
    if year.held:
        card.add_words("\n".join(map(_seat, year.held[:SHOWN])))
    if len(year.coming) > SHOWN or len(year.held) > SHOWN:
        words = tr("今年已有 {held} 次，往后还有 {coming} 次。")
        card.add_words(words.format(held=len(year.held), coming=len(year.coming)))


def show_journal(card: Card, year: DeputyYear) -> None:
    """Fill a card with the year's entries of the journal, counted by their kind."""
    card.clear()
    card.show_badge(tr("{count} 条").format(count=len(year.entries)) if year.entries else "")
    if not year.entries:
        card.add_words(tr("{year} 年还没有履职纪实。").format(year=year.year))
        return
    kinds = [
        tr("{kind} {count} 次").format(kind=tr(word(kind)), count=count)
        for kind, count in sorted(year.totals.items(), key=lambda each: -each[1])
    ]
    days = tr("共 {days} 天").format(days=f"{year.half_days / 2:g}")
    card.add_words(" · ".join([*kinds, days]), "body")
    card.add_words("\n".join(map(_entry, year.entries[:SHOWN])))
    if len(year.entries) > SHOWN:
        left = len(year.entries) - SHOWN
        card.add_words(tr("还有 {count} 条。").format(count=left))


def show_households(card: Card, year: DeputyYear, viewer: Viewer) -> None:
    """Fill a card with the households that he keeps in contact with."""
    card.clear()
    card.show_badge(str(len(year.households)) if year.households else "")
    for one in year.households[:SHOWN]:
        name = one.name if viewer.sees_names else mask_name(one.name)
        facts = (name, tr(word(one.household_kind)), one.village)
        card.add_words("　".join(fact for fact in facts if fact), "body")
    if not year.households:
        card.add_words(tr("还没有联系户。"))
    elif len(year.households) > SHOWN:
        left = len(year.households) - SHOWN
        card.add_words(tr("还有 {count} 户。").format(count=left))


def _entry(entry: DutyEntry) -> str:
    facts = (f"{entry.done_on:%m-%d}", tr(word(entry.kind)), entry.title, entry.place)
    return "　".join(fact for fact in facts if fact)


def _seat(seat: Seat) -> str:
    one, slot = seat.session, seat.slot
    hours = "–".join(filter(None, (one.starts, one.ends)))
    state = tr(word(slot.presence)) if slot.presence else ""
    facts = (one.held_on.isoformat(), hours, one.place, tr(word(slot.slot_role)), state)
    return "　".join(fact for fact in facts if fact)


def _span(mandate: Mandate) -> str:
    if mandate.valid_from is None and mandate.valid_to is None:
        return ""
    begin = mandate.valid_from.isoformat() if mandate.valid_from else tr("（不详）")
    end = mandate.valid_to.isoformat() if mandate.valid_to else tr("今")
    return tr("{begin} 至 {end}").format(begin=begin, end=end)


def _switched(text: str, *, is_shown: bool) -> str:
    return text if is_shown or not text else tr("{text}（不公示）").format(text=text)


def _marked(text: str) -> str:
    return tr("{text}（只留本站）").format(text=text) if text else ""
