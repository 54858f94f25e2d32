from liaison_desktop.desk.demo import register_demo
from liaison_desktop.desk.desk import Desk


def test_the_same_seed_gives_the_same_visits(desk: Desk) -> None:
    for _ in range(2):
        assert len(register_demo(desk, people=3, visits=4, seed=7)) == 4
    said = [
        (visit.visitors[0].name, visit.matters[0].title, visit.received_at)
        for visit in desk.visits.find()
    ]
    assert len(said) == 8
    assert len(set(said)) == 4
    assert len(desk.people.find("", limit=99)) == 3
