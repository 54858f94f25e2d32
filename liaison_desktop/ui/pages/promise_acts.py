"""What can be done with a promise: its word, what it asks for, and the verb of the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation_words import CommitmentState
from liaison_desktop.model.words import Way, tr

Values = Mapping[str, Any]
Does = Callable[[Desk, Commitment, Values], Commitment]


@dataclass(frozen=True)
class PromiseAct:
    """One act; `asks` are the names of its fields, `required` those it cannot do without."""

    key: str
    label: str
    picture: str
    asks: tuple[str, ...]
    does: Does
    required: tuple[str, ...] = ()


def _correct(desk: Desk, seen: Commitment, values: Values) -> Commitment:
    names = ("unit_name", "person", "due_on")
    changes = {name: values[name] for name in names if values[name] != getattr(seen, name)}
    if "unit_name" in changes:
        units = [unit.uid for unit in desk.units.find() if unit.name == changes["unit_name"]]
        changes["unit_uid"] = units[0] if len(units) == 1 else None
    return desk.talk.commitments.correct(seen, changes, values["reason"]) if changes else seen


def _strike(desk: Desk, seen: Commitment, values: Values) -> Commitment:
    return desk.talk.commitments.correct(seen, {"struck_on": values["day"]}, values["reason"])


def _feed_back(desk: Desk, seen: Commitment, values: Values) -> Commitment:
    way: Way = values["way"] or Way.MEETING
    return desk.talk.commitments.feed_back(seen, values["day"], way, values["words"])


FILL = PromiseAct(
    "fill", tr("填写单位、时限"), "edit", ("unit_name", "person", "due_on", "reason"), _correct
)
REPORT = PromiseAct(
    "report",
    tr("记进展"),
    "history",
    ("day", "words"),
    lambda desk, seen, values: desk.talk.commitments.report(seen, values["day"], values["words"]),
    ("day", "words"),
)
KEEP = PromiseAct(
    "keep",
    tr("兑现销号"),
    "check_circle",
    ("day", "words"),
    lambda desk, seen, values: desk.talk.commitments.keep(seen, values["day"], values["words"]),
    ("day",),
)
BREAK = PromiseAct(
    "break",
    tr("未兑现"),
    "close",
    ("day", "reason"),
    lambda desk, seen, values: desk.talk.commitments.give_up(seen, values["day"], values["reason"]),
    ("day", "reason"),
)
STRIKE = PromiseAct("strike", tr("销号"), "archive", ("day", "reason"), _strike, ("day", "reason"))
TELL = PromiseAct(
    "tell", tr("向提出人反馈"), "person", ("day", "way", "words"), _feed_back, ("day",)
)
PUBLISH = PromiseAct(
    "publish",
    tr("公开"),
    "sheet",
    ("day",),
    lambda desk, seen, values: desk.talk.commitments.publish(seen, values["day"]),
    ("day",),
)
TAKE_UP = PromiseAct(
    "take_up",
    tr("重新办理"),
    "undo",
    ("reason",),
    lambda desk, seen, values: desk.talk.commitments.take_up(seen, values["reason"]),
    ("reason",),
)


def acts_for(one: Commitment) -> list[PromiseAct]:
    """Return what can be done with a promise now, what is most wanted first."""
    if one.state is CommitmentState.OPEN:
        acts = [REPORT, KEEP, BREAK, PUBLISH]
        return [FILL, *acts] if one.is_incomplete else [*acts, FILL]
    acts = [PUBLISH, TAKE_UP]
    if one.raised_by.strip():
        acts.insert(0, TELL)
    if one.state is CommitmentState.BROKEN and one.struck_on is None:
        acts.insert(0, STRIKE)
    return acts


def standing(one: Commitment, today: date) -> tuple[int, int, int]:
    """Return what orders promises: without unit or day first, then what is late, then by day."""
    is_open = one.state is CommitmentState.OPEN
    rank = 0 if is_open and one.is_incomplete else 1 if one.is_overdue(today) else 2
    rank = rank if is_open else 3
    return rank, (one.due_on or date.max).toordinal(), one.place
