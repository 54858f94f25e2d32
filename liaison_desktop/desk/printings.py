"""打印登记 — every printing of a record is noted for good, with its count, or it was none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.base import Record, kind_of
from liaison_desktop.model.history import Printing
from liaison_desktop.model.station import Station
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store

if TYPE_CHECKING:
    from liaison_desktop.documents.drawn import Drawn, PrintFacts


def draw_noted(
    store: Store,
    user: User,
    station: Station,
    form: str,
    records: Sequence[Record],
    draw: Callable[[Sequence[PrintFacts]], Drawn],
) -> Drawn:
    """Draw a form of these records and note each printing.

    It is drawn within the act, so that a sheet that could not be drawn is not counted either.
    """
    from liaison_desktop.documents.drawn import PrintFacts

    now, name = store.clock(), user.name or user.login
    one = records[0] if len(records) == 1 else None
    with store.act(user, Action.PRINT, one) as session:
        printed = _times_printed(session, form, [record.uid for record in records])
        facts = [
            PrintFacts(station, now, printed.get(record.uid, 0) + 1, name) for record in records
        ]
        drawn = draw(facts)
        session.add_all(
            Printing(
                kind=kind_of(record),
                uid=record.uid,
                form=form,
                edition=drawn.edition,
                times=fact.times,
                user_uid=user.uid,
                at=now,
            )
            for record, fact in zip(records, facts, strict=True)
        )
    return replace(drawn, times=max((fact.times for fact in facts), default=1))


def _times_printed(session: Session, form: str, uids: Sequence[UUID]) -> dict[UUID, int]:
    found: dict[UUID, int] = {}
    for at in range(0, len(uids), 500):
        query = (
            select(Printing.uid, func.max(Printing.times))
            .where(Printing.form == form, Printing.uid.in_(uids[at : at + 500]))
            .group_by(Printing.uid)
        )
        found |= {uid: times for uid, times in session.execute(query)}
    return found
