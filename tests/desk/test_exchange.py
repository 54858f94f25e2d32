from pathlib import Path

import pytest

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import NotAllowed, PackageRefused, Unusable
from liaison_desktop.store.homes import Home
from liaison_desktop.store.keyfile import KeyFile
from tests.builders import a_visit
from tests.homes import a_county
from tests.joined import join


def test_nothing_is_exported_before_joining(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(PackageRefused, match="not_enrolled"):
        desk.exchange.export(tmp_path)


def test_a_package_carries_what_changed_since_the_last_acknowledged(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    desk.visits.register(a_visit())
    first = desk.exchange.export(tmp_path)
    assert (first.sequence, first.from_, first.to, first.records) == (1, 0, 4, 4)
    assert first.file.name == "上报_清河街道_2026-11-20_第1批.liaison"
    desk.visits.register(a_visit())
    second = desk.exchange.export(tmp_path)
    assert (second.sequence, second.from_, second.to) == (2, 0, 6)
    claims = desk.exchange.inspect(second.file)
    assert claims["counts"] == {"matter": 2, "person": 1, "station": 1, "visit": 2}
    assert claims["sender"] == "QHJD"
    assert claims["previous"] != ""


def test_what_waits_to_be_reported_is_counted(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    desk.exchange.export(tmp_path)
    assert desk.exchange.count_unsent() == 0
    desk.visits.register(a_visit())
    assert desk.exchange.count_unsent() == 3


def test_a_stick_that_is_gone_leaves_a_number_unused_and_nothing_lost(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    with pytest.raises(Unusable):
        desk.exchange.export(tmp_path / "gone")
    exported = desk.exchange.export(tmp_path)
    assert (exported.sequence, exported.from_) == (2, 0)
    received = county.receiving.receive(exported.file)
    assert received.notes == ("numbers_missing",)


def test_an_invitation_for_another_station_is_refused(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    head_desk.exchange.write_card(tmp_path / "card")
    county.stations.enroll(tmp_path / "card", tmp_path / "invitation")
    data = (tmp_path / "invitation").read_bytes()
    (tmp_path / "cut").write_bytes(data[:-10])
    with pytest.raises(PackageRefused, match="bad_invitation"):
        head_desk.exchange.join(tmp_path / "cut")
    with pytest.raises(NotAllowed):
        desk.exchange.join(tmp_path / "invitation")
    assert head_desk.exchange.load_county() is None


def test_joining_lets_the_countys_recovery_key_open_the_home(
    head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    private = county._store.installation.recovery_key
    assert private is not None
    keys = KeyFile.read(Home(tmp_path / "station").keys)
    assert keys.open_with_county(private) == head_desk._store.data_key


def test_a_station_belongs_to_one_county(head_desk: Desk, county: County, tmp_path: Path) -> None:
    join(head_desk, county, tmp_path)
    again = head_desk.exchange.load_county()
    join(head_desk, county, tmp_path / "..")  # the same county once more changes nothing
    assert again is not None
    assert head_desk.exchange.load_county().uid == again.uid  # type: ignore[union-attr]  # joined


def test_the_fingerprint_is_the_same_on_both_sides(
    head_desk: Desk, county: County, tmp_path: Path
) -> None:
    head_desk.exchange.write_card(tmp_path / "card")
    _, seen = county.stations.enroll(tmp_path / "card", tmp_path / "invitation")
    assert seen == head_desk.exchange.fingerprint


def test_another_home_with_the_same_code_is_not_enrolled(
    head_desk: Desk, county: County, tmp_path: Path
) -> None:
    head_desk.exchange.write_card(tmp_path / "card")
    county.stations.enroll(tmp_path / "card", tmp_path / "invitation")
    text = (tmp_path / "card").read_text(encoding="utf-8")
    (tmp_path / "forged").write_text(text.replace("QHJD", "QHJX"), encoding="utf-8")
    with pytest.raises(PackageRefused, match="bad_card"):
        county.stations.enroll(tmp_path / "forged", tmp_path / "x")
    assert len(a_county(tmp_path / "county").stations.find()) == 1
