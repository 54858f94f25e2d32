"""Where a visit came from, as a line that leads there."""

from functools import partial

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.texts import visible
from liaison_desktop.model.visit import Visit
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.room import Ways


def load_source(desk: Desk, visit: Visit) -> Consultation | None:
    """Return the meeting in which a visit's matters were raised; None for any other visit."""
    return None if visit.source_uid is None else desk.talk.links.meeting_of(visit)


def show_source(card: Card, meeting: Consultation | None, ways: Ways) -> None:
    """Add the line to what a card shows of a visit; nothing where it came from no meeting."""
    if meeting is not None:
        words = f"{visible(meeting.title)}　{meeting.held_on}"
        press = partial(ways.to_consultation.emit, meeting.uid)
        card.rows.addWidget(RowButton(tr("来自恳谈会"), words, press))
