"""Before a home is open: made, looked at, opened, recovered."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from liaison_desktop.county.entrance import NewCounty, open_county, set_up_county
from liaison_desktop.desk.entrance import (
    NewAccount,
    NewStation,
    look_at,
    open_desk,
    recover,
    set_up_station,
)
from liaison_desktop.model.faults import NotSaved, Refused, Unusable, WrongPassword
from liaison_desktop.model.words import Role, StationKind
from tests.homes import HEAD, PASSWORDS, StoppedClock

STATION = NewStation("石桥镇人大代表联络站", "SQZ", StationKind.TOWN)
HEADS = NewAccount(HEAD, PASSWORDS[HEAD], HEAD, frozenset({Role.HEAD, Role.ADMIN}))


def _code_on(sheet: Path) -> str:
    text = pypdf.PdfReader(sheet).pages[0].extract_text()
    return "".join(re.findall(r"\b[A-Z2-7]{4}\b", text)[:8])


def test_a_station_is_made_and_opened(tmp_path: Path, clock: StoppedClock) -> None:
    home = tmp_path / "home"
    assert look_at(home).state == "absent"
    set_up_station(home, STATION, [HEADS], tmp_path / "sheet.pdf", clock)
    facts = look_at(home)
    assert (facts.state, facts.name, facts.side) == ("ready", STATION.name, "station")
    assert facts.logins == (HEAD,)
    desk = open_desk(home, HEAD, PASSWORDS[HEAD], clock)
    assert (desk.station.name, desk.station.kind) == (STATION.name, StationKind.TOWN)
    desk.close()


def test_bad_facts_make_no_home(tmp_path: Path, clock: StoppedClock) -> None:
    home, sheet = tmp_path / "home", tmp_path / "sheet.pdf"
    with pytest.raises(NotSaved) as refused:
        set_up_station(home, replace(STATION, code="石桥"), [HEADS], sheet, clock)
    assert [problem.field for problem in refused.value.problems] == ["code"]
    with pytest.raises(Refused, match="weak_password"):
        set_up_station(home, STATION, [replace(HEADS, password="12345678")], sheet, clock)
    assert not home.exists()
    assert not sheet.exists()


def test_a_county_home_is_no_station_and_the_other_way_round(
    tmp_path: Path, clock: StoppedClock
) -> None:
    new = NewCounty("清河区人大常委会", "QHQ", HEAD, PASSWORDS[HEAD])
    set_up_county(tmp_path / "county", new, tmp_path / "a.pdf", clock)
    set_up_station(tmp_path / "station", STATION, [HEADS], tmp_path / "b.pdf", clock)
    with pytest.raises(Refused, match="wrong_home"):
        open_desk(tmp_path / "county", HEAD, PASSWORDS[HEAD], clock)
    with pytest.raises(Refused, match="wrong_home"):
        open_county(tmp_path / "station", HEAD, PASSWORDS[HEAD], clock)
    with pytest.raises(NotSaved):
        set_up_county(tmp_path / "x", replace(new, code="q"), tmp_path / "c.pdf", clock)


def test_the_recovery_sheet_opens_the_home_once(tmp_path: Path, clock: StoppedClock) -> None:
    home = tmp_path / "home"
    set_up_station(home, STATION, [HEADS], tmp_path / "sheet.pdf", clock)
    code = _code_on(tmp_path / "sheet.pdf")
    assert len(code) == 32
    with pytest.raises(Unusable):
        recover(home, code, HEAD, "孤帆远影碧空尽也", clock, tmp_path / "no" / "folder.pdf")
    recover(home, code, HEAD, "孤帆远影碧空尽也", clock, tmp_path / "new.pdf")
    with pytest.raises(WrongPassword):
        open_desk(home, HEAD, PASSWORDS[HEAD], clock)
    with pytest.raises(WrongPassword):
        recover(home, code, HEAD, "两岸青山相对出也", clock, tmp_path / "third.pdf")
    open_desk(home, HEAD, "孤帆远影碧空尽也", clock).close()
    assert _code_on(tmp_path / "new.pdf") != code


def test_looking_at_a_home_loads_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from liaison_desktop.desk.entrance import look_at;"
        "look_at(Path(sys.argv[1]));"
        "print(sorted({'sqlalchemy', 'reportlab', 'alembic'} & set(sys.modules)))"
    )
    run = [sys.executable, "-c", script, str(tmp_path)]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout == "[]\n"
