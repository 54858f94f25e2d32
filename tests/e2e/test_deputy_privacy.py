"""What a deputy keeps to himself is on nothing that leaves the station or hangs on a wall.

Every private field is planted with a value of its own, by the declarations: a new field is looked
for from the day on which it is declared, or the test says that it has no value yet.
"""

import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from liaison_desktop.cli.main import main
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.contact_household import ContactHousehold
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.deputy_public import PUBLIC_FIELDS, PUBLIC_FIELDS_OF_A_MANDATE
from liaison_desktop.model.fields import Reach, fields_of
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.ledgers import DEPUTIES
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import MandateEnd, Presence
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel, MandateState
from tests.builders import NOON, STATION_UID, a_deputy, a_field_visit, a_leave, a_session
from tests.documents.papers import codes, on_paper
from tests.documents.test_board import streams_of
from tests.homes import CLERK, HEAD, PASSWORDS, StoppedClock, a_county, a_desk
from tests.joined import join

DAY = NOON.date()
NAME = "王建国"
PLANTED = {
    "phone": "13800009911",
    "birth_ym": "1971-03",
    "id_no": "999999197103039911",
    "ethnic_group": "鄂温克族",
    "political_status": "台盟盟员",
    "education": "博士研究生",
    "liked_days": "7月29日",
    "disliked_days": "9月17日",
    "post": "某厂车间副主任",
}
"""Of a deputy; his post is private, for he has not agreed that it be shown."""
PLANTED_IN_A_MANDATE = {"card_no": "甲证第9911号", "end_note": "病退回乡"}
AROUND = {
    "leave": "住院开刀",
    "change": "家中有事来不了",
    "household": "李桂芳",
    "address": "和平社区9栋911室",
    "household_phone": "13800009922",
    "remark": "低保独居",
}
SWITCHES = {"is_post_public", "is_photo_public"}
HIDDEN = [*PLANTED.values(), *PLANTED_IN_A_MANDATE.values(), *AROUND.values()]

Draw = Callable[[Desk, ReceptionSession, Path], object]


def test_every_private_field_is_planted() -> None:
    """A field that is declared later is public, or it is looked for here."""
    of_a_deputy = fields_of(Deputy).keys() - {*PUBLIC_FIELDS, *SWITCHES, "mandates"}
    assert of_a_deputy == PLANTED.keys() - {"post"}
    of_a_mandate = fields_of(Mandate).keys() - {*PUBLIC_FIELDS_OF_A_MANDATE, "end_reason"}
    assert of_a_mandate == PLANTED_IN_A_MANDATE.keys()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = a_desk(tmp_path / "station", StoppedClock(), CLERK)
    exercised = Mandate(
        level=MandateLevel.COUNTY,
        constituency="第3选区",
        card_no=PLANTED_IN_A_MANDATE["card_no"],
    )
    ended = Mandate(
        level=MandateLevel.TOWN,
        state=MandateState.ENDED,
        valid_to=date(2026, 3, 1),
        end_reason=MandateEnd.OTHER,
        end_note=PLANTED_IN_A_MANDATE["end_note"],
    )
    desk.deputies.register(a_deputy(NAME, mandates=[exercised, ended], **PLANTED))
    desk.schedule.leaves.register(a_leave(NAME, reason=AROUND["leave"]))
    household = ContactHousehold(
        uid=new_uid(NOON),
        station_uid=STATION_UID,
        deputy_name=NAME,
        name=AROUND["household"],
        phone=AROUND["household_phone"],
        address=AROUND["address"],
        remark=AROUND["remark"],
    )
    desk.schedule.households.register(household)
    visited = {"visited_name": AROUND["household"], "situation": AROUND["remark"]}
    desk.schedule.field_visits.register(a_field_visit(NAME, place="和平社区", **visited))
    yield desk
    desk.close()


@pytest.fixture
def session(desk: Desk) -> ReceptionSession:
    came = RotaSlot(name=NAME)
    away = RotaSlot(name="周丽华", presence=Presence.ON_LEAVE, change_reason=AROUND["change"])
    session = a_session(held_on=DAY + timedelta(days=10), slots=[came, away])
    desk.schedule.sessions.register(session)
    return session


PAPERS: dict[str, Draw] = {
    "board": lambda desk, _one, to: desk.schedule_papers.print_board(to),
    "board_a3": lambda desk, _one, to: desk.schedule_papers.print_board(to, is_wide=True),
    "notice": lambda desk, one, to: desk.schedule_papers.print_notice(one, to),
    "poster": lambda desk, one, to: desk.schedule_papers.print_notice(one, to, is_poster=True),
    "rota": lambda desk, one, to: desk.schedule_papers.print_rota(one.held_on.year, to),
    "month": lambda desk, one, to: desk.schedule_papers.print_month(one.held_on, to),
    "ledger": lambda desk, _one, to: desk.ledger(DEPUTIES).draw_pdf(to, Chosen(), is_public=True),
}


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_for_a_wall_tells_it(
    desk: Desk, session: ReceptionSession, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "p.pdf"
    PAPERS[name](desk, session, path)
    text, data = on_paper(path), streams_of(path)
    assert NAME in text
    assert [said for said in HIDDEN if said in text] == []
    for said in HIDDEN:
        forms = (said.encode(), said.encode("utf-16-be"), said.encode("utf-16-be").hex().encode())
        assert not [form for form in forms if form in data], said


def test_no_code_tells_it(desk: Desk, session: ReceptionSession, tmp_path: Path) -> None:
    for is_poster in (False, True):
        desk.schedule_papers.print_notice(session, tmp_path / "n.pdf", is_poster=is_poster)
        read = codes(tmp_path / "n.pdf")
        assert any("BEGIN:VEVENT" in code for code in read)
        assert [said for said in HIDDEN if any(said in code for code in read)] == []


def test_no_calendar_tells_it(desk: Desk, session: ReceptionSession, tmp_path: Path) -> None:
    year = date(2026, 1, 1), date(2026, 12, 31)
    for deputy in (None, desk.deputies.find(NAME)[0]):
        desk.schedule_papers.write_calendar(*year, tmp_path / "x.ics", deputy)
        told = (tmp_path / "x.ics").read_bytes().replace(b"\r\n ", b"").decode()
        assert NAME in told
        assert [said for said in HIDDEN if said in told] == []


def test_the_public_sheet_of_the_roster_does_not_tell_it(desk: Desk, tmp_path: Path) -> None:
    desk.ledger(DEPUTIES).write_xlsx(tmp_path / "x.xlsx", is_public=True)
    with zipfile.ZipFile(tmp_path / "x.xlsx") as packed:
        told = "".join(packed.read(name).decode() for name in packed.namelist())
    assert NAME in told
    assert [said for said in HIDDEN if said in told] == []


def test_the_list_of_the_command_line_does_not_say_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.close()
    monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS[CLERK])
    words = ["deputy", "list", "--home", str(tmp_path / "station"), "--user", CLERK]
    assert main(words, lambda _out: 0) == 0
    told = capsys.readouterr().out
    assert NAME in told
    assert [said for said in HIDDEN if said in told] == []
    assert main([*words, "--json"], lambda _out: 0) == 0
    told = capsys.readouterr().out
    assert PLANTED["post"] in told
    assert PLANTED["id_no"] not in told  # as on the screen, whoever looks


def test_what_stays_at_the_station_is_not_in_the_package(desk: Desk, tmp_path: Path) -> None:
    clock = StoppedClock()
    county = a_county(tmp_path / "county", clock)
    head = a_desk(tmp_path / "station", clock, HEAD)
    join(head, county, tmp_path)
    county.receiving.receive(desk.exchange.export(tmp_path).file)
    with county._store.read() as reading:
        query = select(Deputy).options(selectinload(Deputy.mandates))
        [there] = reading.scalars(query)
    assert (there.name, there.mandates[0].constituency) == (NAME, "第3选区")
    stays = [name for name, one in fields_of(Deputy).items() if one.reach is Reach.STATION]
    assert {"phone", "id_no", "birth_ym", "liked_days", "disliked_days"} <= {*stays}
    assert [name for name in stays if getattr(there, name)] == []
    head.close()
    county.close()
