"""A station that has joined a county: card, enrolment, invitation, joining, by the real verbs."""

from pathlib import Path

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk


def join(head_desk: Desk, county: County, folder: Path) -> None:
    """Carry a card to the county and its invitation back, through files in `folder`."""
    card, invitation = folder / f"{head_desk.station.code}.card", folder / "county.invitation"
    head_desk.exchange.write_card(card)
    county.stations.enroll(card, invitation)
    head_desk.exchange.join(invitation)
