"""Who is disabled while he sits at the desk does nothing more, and loses no text."""

from uuid import uuid4

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.every_record import AuditEntry
from liaison_desktop.model.faults import NotAllowed
from tests.builders import a_visit
from tests.homes import CLERK


def test_a_user_disabled_at_the_desk_registers_nothing_and_keeps_his_draft(
    desk: Desk, head_desk: Desk
) -> None:
    desk.visits.register(a_visit())
    head_desk.accounts.disable(CLERK, "调离本站")

    with pytest.raises(NotAllowed):
        desk.visits.register(a_visit())
    assert len(desk.visits.find()) == 1
    desk.drafts.keep(uuid4(), "visit", {"title": "路灯"})
    assert desk.drafts.find("visit")[0].body == {"title": "路灯"}
    with desk._store.read() as session:
        denied = session.query(AuditEntry).filter(AuditEntry.outcome == "denied").one()
    assert denied.action == Action.REGISTER_VISIT
