"""Meetings, what was said and promised in them, and who took part go to the county; phones stay."""

from pathlib import Path

import msgspec
from sqlalchemy import select

from liaison_desktop.county.county import County
from liaison_desktop.county.receiving import _Door
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import AgendaItem, Consultation
from liaison_desktop.model.consultation_words import StatementRoute
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.fields import Reach
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.uids import new_uid
from liaison_desktop.store.wholes import whole
from liaison_desktop.sync.bodies import body_types
from liaison_desktop.sync.keys import OfficeKeys
from liaison_desktop.sync.package import open_package
from tests.builders import (
    NOON,
    STATION_UID,
    a_commitment,
    a_consultation,
    a_participant,
    a_statement,
)
from tests.joined import join

ROSTER = ("孙立,和平社区,13800007771", "钱伟,石桥村,13800007772")


def held(desk: Desk) -> Consultation:
    """A meeting with one drawn from a roster who said and was promised something."""
    one = a_consultation(agenda=[AgendaItem(uid=new_uid(NOON), title="物业费")])
    desk.talk.meetings.register(one)
    own = {"uid": new_uid(NOON), "station_uid": STATION_UID}
    drawing = Drawing(
        **own,
        consultation_uid=one.uid,
        drawn_at=NOON,
        seed="20261120",
        size=1,
        roster_rows=2,
        roster_hash="0" * 64,
        heading="姓名,社区,手机",
        roster="\n".join(ROSTER),
        chosen=ROSTER[0],
    )
    with desk._store.act(desk.user, Action.KEEP_CONSULTATION, drawing) as session:
        session.add(drawing)
    desk.talk.participants.register(a_participant(one, "孙立", phone="13800007771"))
    said = a_statement(one, "电梯停了三天。", speaker="孙立")
    desk.talk.statements.register(said)
    desk.talk.statements.route(said, Routing(StatementRoute.TO_HANDLE))
    desk.talk.commitments.register(a_commitment(one, "月底前修好", raised_by="孙立"))
    member = {"uid": new_uid(NOON), "station_uid": STATION_UID, "phone": "13800007773"}
    desk.talk.members.register(BodyMember(name="王芳", **member))
    return one


def written(county: County, package: Path) -> str:
    """Return all that a package says of its records, as the county opens it."""
    own, door = county._store.installation, _Door(county._store)
    keys = OfficeKeys(own.signing_key, own.age_identity)
    bodies = body_types(Reach.COUNTY)
    with open_package(package, keys, door.sender_of, door.accept, bodies) as opened:
        return repr([msgspec.to_builtins(line.body) for line in opened.lines])


def test_the_county_reads_the_meeting_and_what_was_said_and_promised(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    one = held(desk)
    county.receiving.receive(desk.exchange.export(tmp_path).file)
    with county._store.read() as session:
        here = session.scalars(whole(Consultation)).one()
        [said] = session.scalars(select(Statement))
        [promised] = session.scalars(whole(Commitment))
        [came] = session.scalars(select(Participant))
    assert (here.number, here.title) == (one.number, one.title)
    assert [item.title for item in here.agenda] == ["物业费"]
    assert (said.speaker, said.content, said.route) == (
        "孙立",
        "电梯停了三天。",
        StatementRoute.TO_HANDLE,
    )
    assert said.matter_uid is not None
    assert (promised.content, promised.raised_by) == ("月底前修好", "孙立")
    assert (came.name, came.phone) == ("孙立", "")


def test_no_phone_and_no_row_of_a_roster_is_in_a_package(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    held(desk)
    package = desk.exchange.export(tmp_path).file
    text = written(county, package)
    assert "月底前修好" in text
    assert "20261120" in text
    for private in ("7771", "7772", "7773", "钱伟", "手机"):
        assert private not in text
    county.receiving.receive(package)
    with county._store.read() as session:
        [drawing] = session.scalars(select(Drawing))
    assert (drawing.roster, drawing.chosen, drawing.heading) == ("", "", "")
    assert (drawing.seed, drawing.roster_rows, drawing.roster_hash) == ("20261120", 2, "0" * 64)
