"""A matter as JSON, for the command line: where it stands, its days, its trail."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from liaison_desktop.desk.matters import MatterFacts
from liaison_desktop.desk.owed import Voter
from liaison_desktop.desk.work import WorkRow
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import Deadline, Matter
from liaison_desktop.model.matter_clocks import of_voter
from liaison_desktop.model.matter_guards import is_overdue
from liaison_desktop.model.step import Step
from liaison_desktop.model.times import rfc3339


def row_as_json(row: WorkRow, today: date) -> dict[str, object]:
    """Return one matter of a list."""
    return {
        "id": str(row.uid),
        "number": row.number,
        "title": row.title,
        "state": str(row.state),
        "urgency": str(row.urgency),
        "unit": row.unit_name,
        "due": _plain(row.due_on),
        "tentative": row.is_tentative,
        "overdue": row.due_on is not None and row.due_on < today,
        "chases": row.chases,
        "received_on": row.received_on.isoformat(),
        "names": [str(name) for name in row.names],
        "suggested": row.suggested and {"route": row.suggested[0], "unit": row.suggested[1]},
    }


def facts_as_json(facts: MatterFacts, today: date) -> dict[str, object]:
    """Return a matter with everything that its page shows."""
    matter = facts.matter
    return {
        "id": str(matter.uid),
        "number": matter.number,
        "title": matter.title,
        "statement": matter.statement,
        "state": str(matter.state),
        "route": _plain(matter.route),
        "unit": matter.unit_name,
        "due": _plain(matter.due_on),
        "tentative": matter.is_due_tentative,
        "overdue": is_overdue(matter, today),
        "result_class": _plain(matter.result_class),
        "satisfaction": _plain(matter.satisfaction),
        "chases": matter.chases,
        "returns": matter.returns,
        "redos": matter.redos,
        "corrections": matter.corrections,
        "merged_into": _plain(matter.merged_into),
        "deadlines": [_deadline(one) for one in matter.deadlines],
        "trail": [step_as_json(step) | _corrections(facts, step) for step in facts.trail],
        "moves": list(dict.fromkeys(str(row.move) for row in facts.rows)),
        "owed": [{"id": str(one.person_uid), "name": one.name} for one in facts.owed],
        "voters": [_voter(matter, voter) for voter in facts.voters],
    }


def _voter(matter: Matter, voter: Voter) -> dict[str, object]:
    """Return how it stands with one voter: when he was told and asked, until when, what he said."""
    who, told, heard, _is_asked = voter
    own = of_voter(matter, told)
    return {
        "id": str(who.person_uid),
        "name": who.name,
        "number": who.number,
        "told_on": _plain(told.done_on if told else None),
        "due": _plain(own.due_on if own and own.is_running else None),
        "evaluated_on": _plain(heard.done_on if heard else None),
        "way": _plain(heard.way if heard else None),
        "satisfaction": _plain(heard.satisfaction if heard else None),
    }


def _corrections(facts: MatterFacts, step: Step) -> dict[str, object]:
    """Return what was corrected of a step, nothing where nothing was."""
    told = [
        {
            "at": rfc3339(change.at),
            "by": change.who,
            "why": change.reason,
            "fields": [{"field": name, "old": old, "new": new} for name, old, new in change.fields],
        }
        for change in facts.corrections.get(step.uid, ())
    ]
    return {"corrections": told} if told else {}


def step_as_json(step: Step) -> dict[str, object]:
    """Return one step, without what was left empty."""
    values: Mapping[str, Any] = {name: getattr(step, name) for name in fields_of(Step)}
    told = {name: _plain(value) for name, value in values.items() if value not in (None, "")}
    return {"id": str(step.uid)} | told


def _deadline(one: Deadline) -> dict[str, object]:
    return {
        "rule": one.rule,
        "pack": one.pack,
        "cause": str(one.cause),
        "from": one.starts_on.isoformat(),
        "count": one.number,
        "unit": str(one.unit),
        "end": one.end_on.isoformat(),
        "due": one.due_on.isoformat(),
        "tentative": one.is_tentative,
        "ended": _plain(one.ended_on),
        "met": one.is_met,
        "suspended": _plain(one.suspended_on),
        "told_by": _plain(one.told_by),
    }


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else str(value)
