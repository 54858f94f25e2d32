"""规则包的核对 — whether the flow of a matter can be counted by a pack that somebody brings."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.matter_flow import BEGINS, EVERY_CLOCK, TABLE
from liaison_desktop.model.rule_pack import (
    ACTIVITY_NOTICE,
    CONSULTATION_NOTICE,
    Rule,
    RulePack,
    Since,
)
from liaison_desktop.model.words import CountUnit

REPLIES = ("reply", "reply_urgent")
"""What `reply` in the table stands for but for a 建议."""

UNTOLD = frozenset({"co_handle_suggestion"})
"""Limits that nothing in the table starts yet; a pack may do without them."""

BEFORE_A_DAY = frozenset({ACTIVITY_NOTICE, CONSULTATION_NOTICE})
"""Limits that end so many calendar days before a day; a pack may do without them."""

_CODE = re.compile(r"[0-9A-Za-z-]{1,30}")
_ORDER = (Since.REGISTERED, Since.ASSIGNED, Since.REPLIED, Since.FED_BACK, Since.EVALUATED)
_DAY = timedelta(days=1)


def _events() -> dict[str, Since]:
    started = {code: BEGINS[row.move] for row in TABLE for code in row.starts}
    started |= dict.fromkeys(REPLIES, started["reply"])
    return started | {
        "screen": Since.REGISTERED,
        "hand_over": Since.REGISTERED,
        "co_handle": Since.ASSIGNED,
        "redo": Since.EVALUATED,
        "extension": Since.DUE,
        "suggestion_extended": Since.ASSIGNED,
    }


EVENTS: Mapping[str, Since] = _events()
"""The event whose move starts each limit; a rule may count from it or from an earlier one."""

WANTED = (set(EVERY_CLOCK) | set(EVENTS)) - UNTOLD


def countable_from(code: str) -> tuple[Since, ...]:
    """Return the events from which a limit can be counted: its own, and those that are past then.

    Empty for a code that the flow does not know, which may count from what it likes.
    """
    own = EVENTS.get(code)
    if own is None:
        return ()
    if own is Since.RETURNED:
        return (Since.REGISTERED, Since.ASSIGNED, own)
    return _ORDER[: _ORDER.index(own) + 1] if own in _ORDER else (own,)


def check_pack(pack: RulePack) -> None:
    """Raise NotSaved where the flow could not be counted by a pack.

    A code that is none, a limit that is missing or has a gap in its validity, an event that is yet
    to come when its limit starts; each problem at its place.
    """
    found = []
    if not _CODE.fullmatch(pack.code):
        found.append(Problem("code", ProblemCode.BAD_VALUE, detail="0-9 A-Z a-z -"))
    for place, rule in enumerate(pack.rules, start=1):
        events = countable_from(rule.code)
        if events and rule.since not in events:
            detail = "、".join(events)
            found.append(Problem(f"rule.{place}.since", ProblemCode.BAD_VALUE, detail=detail))
        if rule.code in BEFORE_A_DAY and rule.unit is not CountUnit.DAY:
            detail = CountUnit.DAY.value
            found.append(Problem(f"rule.{place}.unit", ProblemCode.BAD_VALUE, detail=detail))
    found += [problem for code in sorted(WANTED) for problem in _gaps(pack, code)]
    if found:
        raise NotSaved(found)


def _gaps(pack: RulePack, code: str) -> Iterator[Problem]:
    """Yield that there is no rule of a code, else each day from which none holds."""
    rules = pack.rules_of(code)
    if not rules:
        yield Problem(f"rule.{code}", ProblemCode.MISSING)
        return
    ends = [_after(rule) for rule in rules]
    for day in (pack.valid_from, *(end for end in ends if end is not None)):
        if day >= pack.valid_from and not any(rule.is_valid(day) for rule in rules):
            yield Problem(f"rule.{code}", ProblemCode.GAP, detail=str(day))


def _after(rule: Rule) -> date | None:
    if rule.valid_to is None or rule.valid_to == date.max:
        return None
    return rule.valid_to + _DAY
