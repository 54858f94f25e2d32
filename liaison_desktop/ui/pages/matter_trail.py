"""办理过程 — the steps of a matter as a timeline, its days, and who is yet to be told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout

from liaison_desktop.desk.matters import MatterFacts
from liaison_desktop.desk.owed import Voter
from liaison_desktop.desk.step_corrections import UNDONE, StepChange
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.masking import mask_phone
from liaison_desktop.model.matter_clocks import of_voter
from liaison_desktop.model.step import Step
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.words import Move, Satisfaction, Word
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.matter_fields import SUGGESTED
from liaison_desktop.ui.pages.matter_words import deadline_in_words
from liaison_desktop.ui.texts import label

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


def show_trail(card: Card, facts: MatterFacts, correct: Callable[[Step], object] | None) -> None:
    """Fill a card with the steps, the newest first; it ends with the registration.

    Each says what it said before it was corrected; `correct` begins another correction, and is None
    for whom that is not allowed.
    """
    card.clear()
    for step in reversed(facts.trail):
        _add_step(card, step, name_of_step(step, facts), correct)
        card.add_words(_facts_of(step, facts), "small").setContentsMargins(16, 0, 16, 6)
        for change in facts.corrections.get(step.uid, ()):
            card.add_words(_correction(change), "muted").setContentsMargins(16, 0, 16, 6)
    registered = facts.visit.registered_at.astimezone(SHANGHAI)
    _add_heading(card, f"{registered:%Y-%m-%d}　{tr('登记')}")


def name_of_step(step: Step, facts: MatterFacts) -> str:
    """Return what a step is called here; a merge is told otherwise where the other came in."""
    return tr("另一事项并入") if step.uid in facts.took_in else tr(word(step.move))


def _add_step(card: Card, step: Step, name: str, correct: Callable[[Step], object] | None) -> None:
    """Add the day and the name of a step, with the button that corrects it."""
    line = QHBoxLayout()
    line.setContentsMargins(16, 8, 12, 0)
    line.addWidget(label(f"{step.done_on}　{name}", "strong", wraps=True), 1)
    if correct is not None:
        button = Button(tr("更正"), partial(correct, step), kind="small")
        button.setAccessibleName(tr("更正 {day} {move}").format(day=step.done_on, move=name))
        line.addWidget(button)
    card.rows.addLayout(line)


def _correction(change: StepChange) -> str:
    """Return what was corrected: when, by whom, why, and what had stood there."""
    before = tr("；").join(
        tr("{name}原为 {old}").format(name=tr(name), old=tr(old) or tr("（空）"))
        for name, old, _new in change.fields
    )
    when = f"{change.at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    if change.reason == UNDONE:
        return tr("更正于 {when} 撤销（{who}）：{what}").format(
            when=when, who=change.who, what=before
        )
    return tr("更正于 {when}（{who}，原因：{why}）：{what}").format(
        when=when, who=change.who, why=change.reason, what=before
    )


def _add_heading(card: Card, text: str) -> None:
    card.add_words(text, "strong").setContentsMargins(16, 8, 16, 0)


def _facts_of(step: Step, facts: MatterFacts) -> str:
    labels = {name: field.label for name, field in fields_of(Step).items()}
    labels |= SUGGESTED if step.move is Move.SUBMIT else {}
    said = []
    for name in TOLD:
        value = getattr(step, name)
        if value not in (None, ""):
            shown = tr(word(value)) if isinstance(value, Word) else str(value)
            said.append(tr("{name}：{value}").format(name=tr(labels[name]), value=shown))
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
    told = {step.uid: step.person for step in facts.trail}
    for one in ordered:
        voter = told.get(one.told_by, "") if one.told_by is not None else ""
        first, second = deadline_in_words(one, today, facts.rules, voter)
        card.add_words(f"{first}\n{second}", "small" if one.is_running else "muted")
    if not ordered:
        card.add_words(tr("还没有期限。"))


def show_voters(card: Card, facts: MatterFacts, go: Callable[[Move, UUID], object]) -> None:
    """Fill a card with every voter and how it stands with him; hidden before there is an answer.

    A press on a row begins what is next for him: that he is told, or asked.
    """
    card.clear()
    card.setVisible(bool(facts.voters))
    waiting = len(facts.owed) + len(facts.to_hear)
    possible = {row.move for row in facts.rows}
    card.show_badge(str(waiting) if waiting else "", "warn")
    for voter in facts.voters:
        who, move = voter.who, Move.EVALUATE if voter.told else Move.FEED_BACK
        words, level, when = _standing(voter)
        begin = partial(go, move, who.person_uid)
        own = of_voter(facts.matter, voter.told)
        until = tr("测评期限 {day}").format(day=own.due_on) if own and own.is_running else ""
        facts_of = (when, until, mask_phone(who.phone), who.number)
        row = RowButton(who.name, "\n".join(filter(None, facts_of)), begin)
        row.add_badge(words, level)
        is_waiting = voter.told is None or (voter.is_asked and voter.heard is None)
        row.setEnabled(is_waiting and move in possible)
        card.rows.addWidget(row)


def _standing(voter: Voter) -> tuple[str, str, str]:
    """Return what is said of a voter, in which colour, and when and how that came to be."""
    if voter.told is None:
        return tr("待反馈"), "warn", ""
    if not voter.is_asked:
        return tr("已告知"), "soft", str(voter.told.done_on)
    if voter.heard is None:
        return tr("待测评"), "warn", ""
    way, day = tr(word(voter.heard.way)), str(voter.heard.done_on)
    level = "danger" if voter.heard.satisfaction is Satisfaction.DISSATISFIED else "soft"
    return tr(word(voter.heard.satisfaction)), level, "　".join(filter(None, (day, way)))


def show_links(card: Card, facts: MatterFacts, open_matter: Callable[[str], object]) -> None:
    """Fill a card with the matters that this one is linked to, was merged into, or took in."""
    card.clear()
    card.setVisible(bool(facts.numbers))
    for uid, number in facts.numbers.items():
        second = tr("关联")
        if uid == facts.matter.merged_into:
            second = tr("并入原事项")
        elif uid in facts.took_in.values():
            second = tr("已并入的事项")
        card.rows.addWidget(RowButton(number, second, partial(open_matter, number)))
