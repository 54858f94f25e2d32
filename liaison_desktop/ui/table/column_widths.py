"""How the columns of a table share its width."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Wish:
    """What a column needs to be read at all, and its share of what is left."""

    name: str
    least: int
    share: float


def share_out(room: int, wishes: Sequence[Wish], spare: Iterable[str]) -> dict[str, int]:
    """Return the width of each column, which add up to the room.

    Where there is no room for all of them, those of `spare` are left out, the first one first; a
    room too small even then is shared by need, and texts end in ….
    """
    shown, going = list(wishes), iter(spare)
    while sum(wish.least for wish in shown) > room and (name := next(going, "")):
        shown = [wish for wish in shown if wish.name != name]
    left = room - sum(wish.least for wish in shown)
    parts = [wish.share if left >= 0 else wish.least for wish in shown]
    whole = sum(parts) or 1  # every width may be drawn by hand; the last column takes the rest
    widths = {
        wish.name: wish.least + int(left * part / whole)
        for wish, part in zip(shown, parts, strict=True)
    }
    return widths | {shown[-1].name: widths[shown[-1].name] + room - sum(widths.values())}
