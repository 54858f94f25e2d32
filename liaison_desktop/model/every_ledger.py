"""Every ledger of the station, in the order of the parts of its page."""

from typing import Any

from liaison_desktop.model.ledger import Ledger
from liaison_desktop.model.ledgers import DEPUTIES, MATTERS, PEOPLE, VISITS
from liaison_desktop.model.talk_ledgers import BODY_MEMBERS, COMMITMENTS, CONSULTATIONS

LEDGERS: tuple[Ledger[Any], ...] = (
    VISITS,
    MATTERS,
    PEOPLE,
    DEPUTIES,
    CONSULTATIONS,
    COMMITMENTS,
    BODY_MEMBERS,
)
