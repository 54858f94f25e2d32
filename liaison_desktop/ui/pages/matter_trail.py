"""办理过程 — the steps of a matter as a timeline, its days, and who is yet to be told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from liaison_desktop.desk.matters import MatterFacts
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.masking import mask_phone
from liaison_desktop.model.step import Step
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.words import Word
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.matter_words import deadline_in_words

TOLD = (
    "route",
    "guided_to",
    "unit_name",
    "co_units",
    "deputy",
    "result_class",
    "satisfaction",
    "way",
    "person",
    "phoned_to",
    "promise",
    "due_on",
    "archive_no",
    "text",
    "reason",
)
"""Fields of a step that the timeline says, in this order."""


def show_trail(card: Card, facts: MatterFacts) -> None:
    """Fill a card with the steps, the newest first; it ends with the registration."""
    card.clear()
    for step in reversed(facts.trail):
        _add_heading(card, f"{step.done_on}　{tr(word(step.move))}")
        card.add_words(_facts_of(step, facts), "small").setContentsMargins(16, 0, 16, 6)
    registered = facts.visit.registered_at.astimezone(SHANGHAI)
    _add_heading(card, f"{registered:%Y-%m-%d}　{tr('登记')}")


def _add_heading(card: Card, text: str) -> None:
    card.add_words(text, "strong").setContentsMargins(16, 8, 16, 0)


def _facts_of(step: Step, facts: MatterFacts) -> str:
    declared = fields_of(Step)
    said = []
    for name in TOLD:
        value = getattr(step, name)
        if value not in (None, ""):
            shown = tr(word(value)) if isinstance(value, Word) else str(value)
            said.append(tr("{name}：{value}").format(name=tr(declared[name].label), value=shown))
    if step.other_uid is not None:
        number = facts.numbers.get(step.other_uid, "")
        said.append(tr("{name}：{value}").format(name=tr("另一事项"), value=number))
    entered = step.entered_at.astimezone(SHANGHAI)
    if step.signed_by:
        words = tr("{name} 签，{who} 按纸质件补记于 {when}")
        by = words.format(
            name=step.signed_by, who=step.entered_by, when=f"{entered:%Y-%m-%d %H:%M}"
        )
    else:
        words = tr("{who} 记于 {when}")
        by = words.format(who=step.entered_by, when=f"{entered:%Y-%m-%d %H:%M}")
    return "\n".join([*said, by])


def show_deadlines(card: Card, facts: MatterFacts, today: date) -> None:
    """Fill a card with every limit that the matter has or had, the running ones first."""
    card.clear()
    ordered = sorted(facts.matter.deadlines, key=lambda one: (not one.is_running, one.due_on))
    for one in ordered:
        first, second = deadline_in_words(one, today, facts.rules)
        card.add_words(f"{first}\n{second}", "small" if one.is_running else "muted")
    if not ordered:
        card.add_words(tr("还没有期限。"))


def show_owed(card: Card, facts: MatterFacts, tell: Callable[[], object]) -> None:
    """Fill a card with who is yet to be told; it is hidden where nobody is."""
    card.clear()
    card.setVisible(bool(facts.owed))
    card.show_badge(str(len(facts.owed)) if facts.owed else "", "warn")
    for one in facts.owed:
        second = "　".join(part for part in (mask_phone(one.phone), one.number) if part)
        card.rows.addWidget(RowButton(one.name, second, tell))


def show_links(card: Card, facts: MatterFacts, open_matter: Callable[[str], object]) -> None:
    """Fill a card with the matters that this one is linked to, or was merged into."""
    card.clear()
    numbers = dict.fromkeys(facts.numbers.values())
    card.setVisible(bool(numbers))
    merged = facts.numbers.get(facts.matter.merged_into) if facts.matter.merged_into else None
    for number in numbers:
        second = tr("并入原事项") if number == merged else tr("关联")
        card.rows.addWidget(RowButton(number, second, partial(open_matter, number)))
