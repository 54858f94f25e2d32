"""公告过的内容 — what of a reception day hangs out, and what is other than it was."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import Presence

BETWEEN = "、"
COMING = frozenset({None, Presence.PRESENT})
"""Of whom it is not known that he does not come."""

AT_STATION = "本站"
"""Where a session is held of which no place was typed; a notice prints the station."""

NOBODY_NAMED = "未写明"
"""Who was to come by a notice that named nobody."""

FORMER = ("former_on", "former_starts", "former_ends", "former_place", "former_names")
"""What a notice of a change tells of the notice that hangs out."""


@dataclass(frozen=True)
class Announced:
    """What of a session hangs out once it is posted; `names` are of who is to come."""

    held_on: date
    starts: str
    ends: str
    place: str
    names: frozenset[str]
    named: str = field(compare=False)

    def unlike(self, now: "Announced") -> dict[str, Any]:
        """Return what is other now, as `former_…` of the notice that tells of it.

        Hours are told together: one of them alone would say nothing.
        """
        former: dict[str, Any] = {}
        if self.held_on != now.held_on:
            former["former_on"] = self.held_on
        if (self.starts, self.ends) != (now.starts, now.ends):
            former |= {"former_starts": self.starts, "former_ends": self.ends}
        if self.place != now.place:
            former["former_place"] = self.place or AT_STATION
        if self.names != now.names:
            former["former_names"] = self.named or NOBODY_NAMED
        return former

    def as_posted(self, notice: Notice) -> "Announced":
        """Return what hangs out, where a notice that was not posted told of changes since."""
        has_hours = bool(notice.former_starts or notice.former_ends)
        named = _said(notice.former_names, NOBODY_NAMED, self.named)
        return Announced(
            held_on=notice.former_on or self.held_on,
            starts=notice.former_starts if has_hours else self.starts,
            ends=notice.former_ends if has_hours else self.ends,
            place=_said(notice.former_place, AT_STATION, self.place),
            names=frozenset(named.split(BETWEEN)) if named else frozenset(),
            named=named,
        )


def _said(former: str, unsaid: str, unchanged: str) -> str:
    """Return what was posted, where it is told as former, or stands for nothing that was said."""
    return "" if former == unsaid else former or unchanged


def announced(session: ReceptionSession) -> Announced:
    """Return what a notice of the session says now of its day, hours, place and deputies."""
    coming = [slot.name for slot in session.slots if slot.presence in COMING]
    return Announced(
        session.held_on,
        session.starts,
        session.ends,
        session.place,
        frozenset(coming),
        BETWEEN.join(coming),
    )
