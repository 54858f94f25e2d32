"""没有记下的一步 — what was typed of a step and not saved, offered again or at least shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.desk.matters import MatterFacts
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_flow import Row
from liaison_desktop.model.step import Step
from liaison_desktop.model.words import GuidedTo, Move, ResultClass, Route, Satisfaction, Way, Word
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.i18n import tr

WHY = "correction_reason"
"""The field of a correction that says why; a step has none of this name."""

_KEYS = frozenset({"matter", "move", "step"})
_WORDS: dict[str, type[Word]] = {
    "route": Route,
    "guided_to": GuidedTo,
    "result_class": ResultClass,
    "satisfaction": Satisfaction,
    "way": Way,
}


def drafts_of(drafts: Sequence[KeptDraft], matter: Matter) -> list[KeptDraft]:
    """Return the drafts of steps of this matter, the latest first."""
    uid = str(matter.uid)
    moves = {str(move) for move in Move}
    return [one for one in drafts if one.body.get("matter") == uid and one.body["move"] in moves]


def can_go_on(draft: KeptDraft, facts: MatterFacts, rows: Sequence[Row]) -> bool:
    """Return whether what was typed can still be saved: a step now possible, or one still there."""
    if draft.body.get("step"):
        return bool(rows) and any(str(one.uid) == draft.body["step"] for one in facts.trail)
    return any(row.move == draft.body["move"] for row in rows)


def show_left(
    card: Card,
    drafts: Sequence[KeptDraft],
    facts: MatterFacts,
    drop: Callable[[KeptDraft], object],
) -> None:
    """Fill a card with what was typed of steps that cannot be done now; hidden where nothing was.

    Nothing of it is lost: it can be read, copied and, with a press, let go of.
    """
    card.clear()
    card.setVisible(bool(drafts))
    for draft in drafts:
        move = tr(word(Move(str(draft.body["move"]))))
        words = tr("「{move}」这一步现在不能办了；填写的内容还在，可以复制到别处。")
        card.add_words(words.format(move=move), "warn")
        text = _said(draft, facts)
        shown = card.add_words(text, "small")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 8)
        line.setSpacing(8)
        line.addWidget(Button(tr("复制"), partial(_copy, text), kind="small", picture="sheet"))
        line.addWidget(Button(tr("丢弃"), partial(drop, draft), kind="small", picture="close"))
        line.addStretch(1)
        card.rows.addLayout(line)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _said(draft: KeptDraft, facts: MatterFacts) -> str:
    """Return what was typed, a line for each field that has something."""
    labels = {name: field.label for name, field in fields_of(Step).items()}
    labels |= {WHY: tr("更正原因"), "other_uid": tr("另一事项的编号")}
    return "\n".join(
        tr("{name}：{value}").format(name=tr(labels[name]), value=_value(name, str(value), facts))
        for name, value in draft.body.items()
        if value and name not in _KEYS and name in labels
    )


def _value(name: str, value: str, facts: MatterFacts) -> str:
    """Return a value as the form showed it; a draft keeps words and uids as texts."""
    if name in _WORDS and value in {str(one) for one in _WORDS[name]}:
        return tr(word(_WORDS[name](value)))
    if name == "person_uid":
        named = {str(one.person_uid): one.name for one in facts.people}
        return named.get(str(UUID(value)), "")
    return value
