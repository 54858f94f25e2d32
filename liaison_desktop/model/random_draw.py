"""随机抽取 — a draw from a roster that anyone can repeat from its rows, its seed and its size.

Rows are ordered by SHA-256(seed ‖ LF ‖ row), row and seed as NFC UTF-8, and the first N are taken;
per stratum where strata are chosen. The roster's hash is SHA-256 of its rows, as NFC UTF-8, joined
by LF in the order of the file.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.words import tr

ALGORITHM = tr("按 SHA-256（种子、换行符、名单行）由小到大排序，取前 N 名")


@dataclass(frozen=True)
class RandomDraw:
    """A draw: `chosen` are the places of the rows taken, from 0, in the order they came out."""

    roster_hash: str
    chosen: tuple[int, ...]


def hash_of(rows: Sequence[str]) -> str:
    """Return the hash of a roster, 64 hexadecimal digits."""
    return hashlib.sha256("\n".join(map(_plain, rows)).encode()).hexdigest()


def draw(
    rows: Sequence[str],
    size: int,
    seed: str,
    strata: Sequence[str] = (),
    sizes: Mapping[str, int] | None = None,
) -> RandomDraw:
    """Return who is drawn: `size` of all rows, or of each stratum as many as `sizes` says.

    `strata` names the stratum of each row. NotSaved names the field: an empty roster or one with
    the same row twice (`roster`), no seed (`seed`), more than there are (`size`, `sizes`). Strata
    come out one after the other, as `sizes` names them.
    """
    _refuse_wrong(rows, seed)
    places = sorted(range(len(rows)), key=lambda place: _rank(seed, rows[place]))
    if not sizes:
        _refuse_size("size", size, len(rows))
        return RandomDraw(hash_of(rows), tuple(places[:size]))
    chosen: list[int] = []
    for stratum, many in sizes.items():
        here = [place for place in places if strata[place] == stratum]
        _refuse_size("sizes", many, len(here), stratum)
        chosen += here[:many]
    return RandomDraw(hash_of(rows), tuple(chosen))


def _refuse_wrong(rows: Sequence[str], seed: str) -> None:
    if not seed.strip():
        raise NotSaved([Problem("seed", ProblemCode.MISSING)])
    if not rows:
        raise NotSaved([Problem("roster", ProblemCode.MISSING)])
    seen: dict[str, int] = {}
    for place, row in enumerate(map(_plain, rows), start=1):
        if row in seen:
            both = f"{seen[row]}、{place}"
            raise NotSaved([Problem("roster", ProblemCode.SAME_PERSON, detail=both)])
        seen[row] = place


def _refuse_size(field: str, wanted: int, there: int, stratum: str = "") -> None:
    if not 1 <= wanted <= there:
        detail = f"{stratum} {there}".strip()
        raise NotSaved([Problem(field, ProblemCode.TOO_FEW_ROWS, detail=detail)])


def _rank(seed: str, row: str) -> bytes:
    return hashlib.sha256(f"{_plain(seed)}\n{_plain(row)}".encode()).digest()


def _plain(text: str) -> str:
    return normalize("NFC", text)
