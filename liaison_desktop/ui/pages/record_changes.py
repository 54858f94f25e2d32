"""What a correction changes: the form before and after, told apart key by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from liaison_desktop.desk.visit_json import MATTER, VISIT, visit_as_json
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import SHANGHAI, parse_rfc3339, rfc3339
from liaison_desktop.model.visit import Receiver, Visit, Visitor
from liaison_desktop.ui.pages.intake_body import visit_from_body

Body = dict[str, Any]


@dataclass(frozen=True)
class Changes:
    """The fields of the visit and of the matter that a correction changes, with their values."""

    visit: Mapping[str, object]
    matter: Mapping[str, object]


def body_of(visit: Visit, matter: Matter) -> Body:
    """Return a saved visit with one of its matters as the intake form shows it."""
    data: Body = visit_as_json(visit)
    place = next(n for n, each in enumerate(visit.matters) if each.uid == matter.uid)
    if place:
        own = {key: value for key, value in data["matters"][place].items() if key in MATTER}
        data = {key: value for key, value in data.items() if key not in MATTER} | own
        data["other_channels"] = data["matters"][place]["other_channels"]
    received = parse_rfc3339(str(data["received_at"])).astimezone(SHANGHAI)
    data["received_at"] = f"{received:%Y-%m-%d %H:%M}"
    data["receivers"] = "、".join(data["receivers"])
    for name in ("headcount", "people_involved"):
        data[name] = str(data.get(name) or 1)
    return data


def changes_between(
    before: Body, after: Body, visit: Visit, matter: Matter, station: Station, now: datetime
) -> Changes:
    """Return what was changed; NotSaved with every problem of what was typed.

    What stands in the form as it was stays as it is in the store, to the second, and so does what
    the form does not show.
    """
    typed = after | {"begun_at": rfc3339(now)}
    new = visit_from_body(typed, station, visit.uid, visit.recorder, now)
    changed = {key for key in after if after[key] != before.get(key)}
    own = {name: getattr(new, name) for key, (name, _) in VISIT.items() if key in changed}
    if "visitors" in changed:
        own["visitors"] = [_kept(place, each, visit) for place, each in enumerate(new.visitors)]
    if "receivers" in changed:
        own["receivers"] = [_known(each.name, visit) for each in new.receivers]
    [told] = new.matters
    of_matter = {name: getattr(told, name) for key, (name, _) in MATTER.items() if key in changed}
    if "handling" in changed:
        of_matter |= {"guided_to": told.guided_to, "onsite_reply": told.onsite_reply}
    if "other_channels" in changed:
        of_matter["other_channels"] = [*told.other_channels, *matter.other_channels[1:]]
    return Changes(own, of_matter)


def _kept(place: int, typed: Visitor, visit: Visit) -> Visitor:
    """Return a visitor as typed, with what the form does not show of the one in his place."""
    if place < len(visit.visitors) and not typed.id_no:
        typed.id_no = visit.visitors[place].id_no
    return typed


def _known(name: str, visit: Visit) -> Receiver:
    known = {receiver.name: receiver.deputy_uid for receiver in visit.receivers}
    return Receiver(name=name, deputy_uid=known.get(name))


def is_word_of_visitor(changes: Changes) -> bool:
    """Return whether what the visitor said is touched: then the reason must be given."""
    return bool({"statement", "title", "request"} & set(changes.matter))
