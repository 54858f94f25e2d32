"""Rows onto pages: stretched or tightened to one page where that can be, else carried over whole.

A row that may be split goes on on the next page; signatures never stand alone on one, and the rows
of one visitor stay together. A list that goes on has its heading again, and no heading ends a page.
"""

from collections.abc import Sequence
from itertools import takewhile

from liaison_desktop.documents.rows import Row

Page = list[tuple[Row, float]]
"""Rows of one page with their heights in points."""

_LEAST_SPLIT = 40.0
"""Room below which a row is rather carried over whole."""

_WHOLE = 0.3
"""Part of a page up to which a row of a list is carried over whole."""


def flow(rows: Sequence[Row], first: float, later: float) -> list[Page]:
    """Return the pages of these rows; `first` and `later` are the heights to be had, in points."""
    if sum(row.natural for row in rows) <= first:
        return [_one_page(rows, first)]
    heading = list(takewhile(lambda row: row.repeats, rows))
    above = sum(row.wanted for row in heading)
    headed = [(row, row.wanted) for row in heading]
    pages = _pages(rows[len(heading) :], first - above, later - above)
    return [[*headed, *page] for page in pages]


def _pages(rows: Sequence[Row], first: float, later: float) -> list[Page]:
    pages: list[Page] = [[]]
    todo = list(rows)
    room = first
    while todo:
        row = todo.pop(0)
        if not pages[-1] and len(pages) > 1:
            pages[-1] = [(head, head.wanted) for head in row.heads]
            room -= sum(head.wanted for head in row.heads)
        if row.wanted <= room and not _ends_page(row, todo, room, pages[-1]):
            pages[-1].append((row, row.wanted))
            room -= row.wanted
        elif (parts := _parts(row, room, later)) is not None:
            pages[-1].append((parts[0], parts[0].wanted))
            todo.insert(0, parts[1])
            pages.append([])
            room = later
        elif _is_begun(pages[-1], row):  # taller than a page and not to be split: it stands alone
            pages[-1].append((row, row.wanted))
            room = 0.0
        else:
            todo[:0] = [*_former(pages[-1], row), row]
            pages.append([])
            room = later
    return pages


def _ends_page(row: Row, todo: Sequence[Row], room: float, page: Page) -> bool:
    """Return whether a row that stays with the next would be the last one of its page."""
    if not row.stays_with_next or not page:
        return False
    needed = row.wanted
    for following in todo:
        if not following.stays_with_next:
            least = min(following.wanted, _LEAST_SPLIT) if following.may_split else 0.0
            return needed + (least or following.wanted) > room
        needed += following.wanted
    return False


def _is_begun(page: Page, row: Row) -> bool:
    """Return whether nothing but the heading of a list stands on a page yet."""
    return len(page) <= len(row.heads) and all(former in row.heads for former, _ in page)


def _one_page(rows: Sequence[Row], room: float) -> Page:
    wanted = sum(row.wanted for row in rows)
    if wanted <= room:
        filling = sum(row.fills for row in rows)
        share = (room - wanted) / filling if filling else 0.0
        return [(row, row.wanted + share * row.fills) for row in rows]
    natural = sum(row.natural for row in rows)
    share = (room - natural) / (wanted - natural)
    return [(row, row.natural + share * (row.wanted - row.natural)) for row in rows]


def _parts(row: Row, room: float, later: float) -> tuple[Row, Row] | None:
    """Return the row split at the end of this page, where that is allowed or cannot be helped."""
    if room < _LEAST_SPLIT or row.stays_with_next or not (row.may_split or row.natural > later):
        return None
    if row.heads and row.natural <= later * _WHOLE:
        return None
    return row.split(room)


def _former(page: Page, row: Row) -> list[Row]:
    """Return what stands before a row that may not begin a page, and is taken along with it.

    That is the end of a row that may be split, else the whole row, and what that stays with.
    """
    taken: list[Row] = []
    while row.stays_with_former:
        last, _ = page[-1]
        if last.may_split and (parts := last.split(last.natural - 1)) is not None:
            page[-1] = (parts[0], parts[0].wanted)
            return [parts[1], *taken]
        if len(page) == 1 + len(last.heads):
            break
        row = page.pop()[0]
        taken.insert(0, row)
    return taken
