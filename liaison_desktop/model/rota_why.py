"""排班理由 — why the planner chose somebody, as a slot keeps it."""

import json
from dataclasses import asdict

from liaison_desktop.model.rota import Reason, Why


def write_why(why: Why) -> str:
    """Return the reason as a short line of JSON."""
    return json.dumps(asdict(why), separators=(",", ":"))


def read_why(text: str) -> Why | None:
    """Return the reason that a slot keeps; None where a person chose, or a later program."""
    try:
        told = json.loads(text)
        reasons = tuple(Reason(reason) for reason in told.pop("reasons"))
        return Why(reasons, **told)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
