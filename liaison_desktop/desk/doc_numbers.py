"""文号 — the numbers that the office has given so far, whatever paper bears them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.notice import Notice


def given_doc_numbers(session: Session) -> list[str]:
    """Return them all: notices of reception days and minutes of meetings are one row of a year."""
    bearers = (Notice.doc_number, Consultation.doc_number)
    return [number for bearer in bearers for number in session.scalars(select(bearer)) if number]
