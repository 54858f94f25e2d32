"""What was done with a matter goes to the county: its steps, its days, where it stands."""

from pathlib import Path

from sqlalchemy import select

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.step import Step
from liaison_desktop.model.words import MatterState, Move
from liaison_desktop.store.wholes import whole
from tests.builders import a_unit
from tests.desk.test_matters import a_new_matter, assigned, go
from tests.joined import join


def test_the_county_reads_the_steps_and_the_days(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    desk.units.register(a_unit("街道办城建办"))
    matter = assigned(desk, a_new_matter(desk, "李桂芳"))
    first = desk.exchange.export(tmp_path).file
    matter = go(desk, matter, Move.ACKNOWLEDGE)
    second = desk.exchange.export(tmp_path).file
    for package in (first, second):
        county.receiving.receive(package)
    with county._store.read() as session:
        here = session.scalars(whole(Matter)).one()
        moves = list(session.scalars(select(Step.move).order_by(Step.id)))
    assert (here.state, here.unit_name, here.due_on) == (
        MatterState.ACKNOWLEDGED,
        "街道办城建办",
        matter.due_on,
    )
    assert moves == [Move.ROUTE, Move.ASSIGN, Move.ACKNOWLEDGE]
    assert [(one.rule, one.due_on, one.ended_on) for one in here.deadlines] == [
        (one.rule, one.due_on, one.ended_on) for one in matter.deadlines
    ]


def test_a_corrected_step_travels_as_a_later_version_of_itself(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    desk.units.register(a_unit("街道办城建办"))
    matter = assigned(desk, a_new_matter(desk, "李桂芳"))
    first = desk.exchange.export(tmp_path).file
    county.receiving.receive(first)
    step = desk.matters.load_facts(matter.number).trail[1]
    matter = desk.matters.correct_step(matter, step.uid, {"text": "请三日内查看"}, "漏写")
    county.receiving.receive(desk.exchange.export(tmp_path).file)
    with county._store.read() as session:
        here = session.scalars(select(Step).where(Step.uid == step.uid)).one()
        corrections = session.scalars(select(Matter.corrections)).one()
    assert (here.text, here.rev, corrections) == ("请三日内查看", step.rev + 1, 1)
