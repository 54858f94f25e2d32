"""How many there are, as far as a person wants to know: beyond ten thousand nobody waits for it."""

from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

MOST_COUNTED = 10_000
"""Where counting stops; the screen then says that there are as many and more."""


def count_some(session: Session, query: Select[*tuple[Any, ...]], most: int = 0) -> int:
    """Return how many rows a query gives, at most `most`, or MOST_COUNTED where none is given."""
    some = query.limit(most or MOST_COUNTED).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def counted(count: int, most: int = 0) -> str:
    """Return a count as it is said: 37, or 10000+ where counting stopped."""
    return f"{count}+" if count >= (most or MOST_COUNTED) else str(count)
