from datetime import timedelta
from pathlib import Path

import pytest

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.faults import NotAllowed, PackageRefused, Refused, Unusable
from liaison_desktop.store.homes import Home
from liaison_desktop.store.keyfile import KeyFile
from tests.builders import a_visit
from tests.homes import StoppedClock, a_county
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


def test_a_package_that_the_stick_lost_still_waits_to_be_reported(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    waiting = desk.exchange.count_unsent()
    assert waiting > 0
    with pytest.raises(Unusable):
        desk.exchange.export(tmp_path / "gone")
    assert desk.exchange.count_unsent() == waiting


def test_what_was_sent_is_told_newest_first_with_those_that_failed(
    desk: Desk, head_desk: Desk, county: County, clock: StoppedClock, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    first = desk.exchange.export(tmp_path)
    with pytest.raises(Unusable):
        desk.exchange.export(tmp_path / "gone")
    clock.now += timedelta(days=3)
    third = desk.exchange.export(tmp_path)

    sent = desk.exchange.find_sent()

    assert [one.sequence for one in sent] == [3, 2, 1]
    assert [one.is_written for one in sent] == [True, False, True]
    assert [sent[0].name, sent[2].name] == [third.file.name, first.file.name]
    assert (sent[0].made_at, sent[0].records) == (clock.now, third.records)
    assert {one.acknowledged_at for one in sent} == {None}


def test_how_the_exchange_stands_is_told_before_and_after_joining(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    before = desk.exchange.load_facts()
    assert (before.county, before.last, before.has_written_card) == (None, None, False)
    assert before.fingerprint == desk.exchange.fingerprint
    join(head_desk, county, tmp_path)
    desk.exchange.export(tmp_path)
    with pytest.raises(Unusable):
        desk.exchange.export(tmp_path / "gone")

    after = desk.exchange.load_facts()

    assert after.county is not None
    assert after.county.name == "清河区人大常委会"
    assert after.has_written_card
    assert after.last is not None
    assert (after.last.sequence, after.unsent) == (1, 0)


def test_an_invitation_is_looked_at_without_joining(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    head_desk.exchange.write_card(tmp_path / "card")
    county.stations.enroll(tmp_path / "card", tmp_path / "invitation")

    seen = desk.exchange.look_at_invitation(tmp_path / "invitation")

    assert desk.exchange.load_county() is None
    head_desk.exchange.join(tmp_path / "invitation", seen.fingerprint)
    assert desk.exchange.load_facts().county == seen
    assert desk.exchange.look_at_invitation(tmp_path / "invitation") == seen


def test_an_invitation_to_look_at_must_be_whole_and_ours(
    head_desk: Desk, county: County, tmp_path: Path
) -> None:
    head_desk.exchange.write_card(tmp_path / "card")
    county.stations.enroll(tmp_path / "card", tmp_path / "invitation")
    text = (tmp_path / "invitation").read_text("utf-8")
    (tmp_path / "forged").write_text(text.replace("清河区", "青河区"), "utf-8")
    with pytest.raises(PackageRefused, match="bad_invitation"):
        head_desk.exchange.look_at_invitation(tmp_path / "forged")
    with pytest.raises(Unusable, match="file_missing"):
        head_desk.exchange.look_at_invitation(tmp_path / "none")


def test_another_invitation_than_the_one_confirmed_is_not_joined(
    head_desk: Desk, county: County, tmp_path: Path
) -> None:
    """The file on the stick may be changed between the phone call and the last press."""
    head_desk.exchange.write_card(tmp_path / "card")
    county.stations.enroll(tmp_path / "card", tmp_path / "invitation")
    with pytest.raises(Refused, match="invitation_changed"):
        head_desk.exchange.join(tmp_path / "invitation", "QWL6-X2OF-FSDQ-6MJK-XKFB")
    assert head_desk.exchange.load_county() is None


def test_it_is_said_when_a_package_is_read_back(
    desk: Desk, head_desk: Desk, county: County, tmp_path: Path
) -> None:
    join(head_desk, county, tmp_path)
    seen: list[list[str]] = []
    stick = tmp_path / "stick"
    stick.mkdir()

    exported = desk.exchange.export(
        stick, lambda: seen.append([path.name for path in stick.iterdir()])
    )

    assert seen == [[f"{exported.file.name}.part"]]
