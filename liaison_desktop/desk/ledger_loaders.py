"""What reads the rows of each ledger."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from liaison_desktop.desk.ledger_rows import (
    load_deputy_rows,
    load_matter_rows,
    load_person_rows,
    load_visit_rows,
)
from liaison_desktop.desk.talk_ledger_rows import (
    load_body_member_rows,
    load_commitment_rows,
    load_consultation_rows,
)
from liaison_desktop.model.ledgers import DEPUTIES, MATTERS, PEOPLE, VISITS
from liaison_desktop.model.talk_ledgers import BODY_MEMBERS, COMMITMENTS, CONSULTATIONS

LOADERS: Mapping[str, Callable[[Session, Sequence[int], date], list[Any]]] = {
    VISITS.name: load_visit_rows,
    MATTERS.name: load_matter_rows,
    PEOPLE.name: load_person_rows,
    DEPUTIES.name: load_deputy_rows,
    CONSULTATIONS.name: load_consultation_rows,
    COMMITMENTS.name: load_commitment_rows,
    BODY_MEMBERS.name: load_body_member_rows,
}
"""From keys to rows in that order, as of the business day."""
