"""Sessions and acts: what is saved, by whom it may be, and what an object knows afterwards."""

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from liaison_desktop.model.exchange import Outbox
from liaison_desktop.model.history import AuditEntry, Revision
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.store.store import Store
from tests.builders import NOON, a_visit
from tests.store.a_home import register


def test_an_act_saves_all_and_the_object_knows_its_version(store: Store, clerk: User) -> None:
    visit = register(store, clerk, a_visit())
    assert (visit.incarnation, visit.rev, visit.changed_at) == (1, 1, NOON)
    assert visit.act is not None
    with store.read() as session:
        saved = session.scalars(select(Visit).options(selectinload(Visit.visitors))).one()
        assert saved.visitors[0].name == "李桂芳"
        assert (saved.rev, saved.act) == (1, visit.act)
        assert session.scalars(select(Outbox.kind)).all() == ["station", "visit", "matter"]
        assert session.scalars(select(AuditEntry.action)).all() == ["set_up", "register_visit"]
        assert session.scalar(select(func.count()).select_from(Revision)) == 0
