import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import func, select, text

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.visit_json import visit_as_json
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.every_record import AGGREGATES, Quarantine
from liaison_desktop.model.faults import PackageRefused
from liaison_desktop.model.fields import Reach, fields_of
from liaison_desktop.model.visit import Visit
from liaison_desktop.sync.keys import OfficeKeys
from liaison_desktop.sync.package import seal_package
from tests.builders import a_matter, a_visit, a_visitor
from tests.homes import a_county, a_desk
from tests.joined import join


@pytest.fixture(autouse=True)
def _joined(head_desk: Desk, county: County, tmp_path: Path) -> None:
    join(head_desk, county, tmp_path)


def test_the_county_reads_what_the_station_typed(
    desk: Desk, county: County, tmp_path: Path
) -> None:
    visit = a_visit(a_visitor("某㛃𬱖䶮"), matters=[a_matter(statement="原话\n<b>=1+1\u202e")])
    desk.visits.register(visit)
    received = county.receiving.receive(desk.exchange.export(tmp_path).file)
    assert (received.station, received.sequence) == (desk.station.name, 1)
    assert (received.applied, received.unchanged) == (4, 0)
    [at_county] = county.visits.find()
    assert visit_as_json(at_county) == visit_as_json(desk.visits.load(visit.number))


def test_the_same_package_again_changes_nothing(desk: Desk, county: County, tmp_path: Path) -> None:
    desk.visits.register(a_visit())
    package = desk.exchange.export(tmp_path).file
    county.receiving.receive(package)
    before = _dump(county)
    again = county.receiving.receive(package)
    assert (again.applied, again.unchanged, again.notes) == (0, 4, ("repeated",))
    assert _dump(county) == before


def test_packages_may_come_in_any_order(desk: Desk, county: County, tmp_path: Path) -> None:
    desk.visits.register(visit := a_visit())
    first = desk.exchange.export(tmp_path).file
    desk.visits.correct(visit, {"place": "二楼"})
    second = desk.exchange.export(tmp_path).file
    assert county.receiving.receive(second).applied == 4
    late = county.receiving.receive(first)
    assert (late.applied, late.unchanged, late.notes) == (0, 4, ("older",))
    assert county.visits.find()[0].place == "二楼"


def test_a_correction_and_a_withdrawal_travel_and_the_former_text_stays_at_the_county(
    desk: Desk, county: County, tmp_path: Path
) -> None:
    desk.visits.register(visit := a_visit())
    county.receiving.receive(desk.exchange.export(tmp_path).file)
    corrected = desk.visits.correct(visit, {"place": "二楼"}, "搬了")
    desk.visits.withdraw(corrected, "登记重复")
    received = county.receiving.receive(desk.exchange.export(tmp_path).file)
    assert (received.applied, received.unchanged) == (1, 3)
    assert county.visits.find() == []
    with county._store.read() as session:
        kept = session.scalars(select(Visit)).one()
        former = session.execute(text("SELECT rev, body FROM revision")).all()
    assert (kept.withdrawn_reason, kept.rev) == ("登记重复", 3)
    assert [rev for rev, _ in former] == [1]
    assert json.loads(former[0][1])["place"] == ""


def test_a_foreign_record_is_not_echoed(desk: Desk, county: County, tmp_path: Path) -> None:
    desk.visits.register(a_visit())
    county.receiving.receive(desk.exchange.export(tmp_path).file)
    with county._store.read() as session:
        assert session.scalar(text("SELECT count(*) FROM outbox")) == 0


def test_nothing_of_a_refused_package_is_kept(desk: Desk, county: County, tmp_path: Path) -> None:
    desk.visits.register(a_visit())
    package = desk.exchange.export(tmp_path).file
    before = _dump(county)
    damaged = bytearray(package.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    for name, data in (("flipped", bytes(damaged)), ("cut", bytes(damaged[:-1])), ("empty", b"")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(PackageRefused):
            county.receiving.receive(tmp_path / name)
    assert _dump(county) == before


def test_a_package_for_another_county_is_refused(desk: Desk, tmp_path: Path) -> None:
    desk.visits.register(a_visit())
    package = desk.exchange.export(tmp_path).file
    other = a_county(tmp_path / "other")
    with pytest.raises(PackageRefused, match="unknown_sender"):
        other.receiving.receive(package)
    desk.exchange.write_card(tmp_path / "card")
    other._store.installation.code = "X"
    other.stations.enroll(tmp_path / "card", tmp_path / "invitation")
    own = other._store.installation
    own.signing_key, own.age_identity = (keys := OfficeKeys.make()).signing, keys.identity
    with pytest.raises(PackageRefused, match="other_recipient"):
        other.receiving.receive(package)
    other.close()


def test_two_packages_of_one_number_show_a_cloned_pc(
    desk: Desk, county: County, tmp_path: Path
) -> None:
    desk.visits.register(a_visit())
    shutil.copytree(tmp_path / "station", tmp_path / "clone")
    county.receiving.receive(desk.exchange.export(tmp_path).file)
    clone = a_desk(tmp_path / "clone")
    (tmp_path / "stick").mkdir()
    clone.visits.register(a_visit(a_visitor("赵明")))
    with pytest.raises(PackageRefused, match="forked"):
        county.receiving.receive(clone.exchange.export(tmp_path / "stick").file)
    clone.close()


def test_a_life_left_behind_by_a_restore_is_refused(
    desk: Desk, county: County, tmp_path: Path
) -> None:
    desk.visits.register(a_visit())
    old = desk.exchange.export(tmp_path).file
    own = desk._store.installation
    own.incarnation, own.incarnation_uid = 2, own.uid
    county.receiving.receive(desk.exchange.export(tmp_path).file)
    with pytest.raises(PackageRefused, match="unknown_incarnation"):
        county.receiving.receive(old)


def test_a_package_that_begins_beyond_what_is_here_is_a_gap(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    desk.visits.register(a_visit())
    with head_desk._store.act(None, Action.SET_UP) as session:
        session.execute(text("UPDATE peer SET reached = 2"))
    with pytest.raises(PackageRefused, match="gap"):
        county.receiving.receive(desk.exchange.export(tmp_path).file)


def test_equal_version_and_other_content_is_set_aside_and_both_are_kept(
    desk: Desk, county: County, tmp_path: Path
) -> None:
    desk.visits.register(visit := a_visit())
    county.receiving.receive(desk.exchange.export(tmp_path).file)
    with desk._store.act(desk.user, Action.REGISTER_VISIT) as session:
        session.execute(text("UPDATE capture SET applying = 1"))
        session.execute(text("UPDATE visit SET place = '别处'"))
        session.execute(text("UPDATE capture SET applying = 0"))
    received = county.receiving.receive(desk.exchange.export(tmp_path).file)
    assert received.quarantined == 1
    assert county.visits.find()[0].place == visit.place
    with county._store.read() as session:
        aside = session.scalars(select(Quarantine)).one()
    assert json.loads(aside.body)["place"] == "别处"


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("visit", {"headcount": 0}),
        ("matter", {"title": ""}),
        ("matter", {"visit_uid": "019a9f00-0000-7000-8000-00000000ffff"}),
    ],
)
def test_a_signed_record_against_the_rules_refuses_the_whole_package(
    desk: Desk,
    county: County,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    changes: dict[str, object],
) -> None:
    from liaison_desktop.desk import sealing

    desk.visits.register(a_visit())
    honest = sealing.record_line

    def forged(shape: Any, record: Any) -> Any:
        line = honest(shape, record)
        if line.kind == kind:
            line.body.update(changes)
        return line

    monkeypatch.setattr(sealing, "record_line", forged)
    package = desk.exchange.export(tmp_path).file
    before = _dump(county)
    with pytest.raises(PackageRefused, match="bad_body"):
        county.receiving.receive(package)
    assert _dump(county) == before


def test_a_record_of_another_station_refuses_the_whole_package(
    desk: Desk, county: County, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from liaison_desktop.desk import sealing

    desk.visits.register(visit := a_visit())
    honest = sealing.record_line

    def forged(shape: Any, record: Any) -> Any:
        line = honest(shape, record)
        return msgspec.structs.replace(line, station=visit.uid) if line.kind == "visit" else line

    monkeypatch.setattr(sealing, "record_line", forged)
    package = desk.exchange.export(tmp_path).file
    with pytest.raises(PackageRefused, match="wrong_scope"):
        county.receiving.receive(package)
    assert county.visits.find() == []


def test_no_value_of_a_field_that_stays_at_the_station_is_in_the_package(
    desk: Desk, county: County, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from liaison_desktop.desk import sealing

    staying = [
        name for name, field in fields_of(AGGREGATES["visit"].parts["visitors"]).items()
        if field.reach is Reach.STATION
    ]  # fmt: skip
    planted = {name: f"种{place:04d}" for place, name in enumerate(staying)}
    planted["birth_ym"] = "1907-03"
    desk.visits.register(a_visit(a_visitor(**planted)))
    lines: list[bytes] = []

    def seen(path: Path, header: Any, records: Any, *keys: Any) -> Any:
        records = list(records)
        lines.extend(msgspec.json.encode(record) for record in records)
        return seal_package(path, header, iter(records), *keys)

    monkeypatch.setattr(sealing, "seal_package", seen)
    desk.exchange.export(tmp_path)
    assert "id_no" in staying
    everything = b"\n".join(lines).decode()
    assert "李桂芳" in everything
    assert not [value for value in planted.values() if value in everything]


def _dump(county: County) -> dict[str, int]:
    """Return how many rows each table holds, the audit of refused tries aside."""
    with county._store.read() as session:
        tables = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        names = [n for n in tables if not n.startswith(("sqlite_", "audit_", "alembic"))]
        return {n: session.scalar(select(func.count()).select_from(text(n))) or 0 for n in names}
