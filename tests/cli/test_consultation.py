"""`consultation list`, `consultation show`, `consultation draw`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.cli.main import main
from liaison_desktop.desk.statements import Routing
from liaison_desktop.model.consultation import AgendaItem
from liaison_desktop.model.consultation_words import StatementRoute
from liaison_desktop.model.uids import new_uid
from tests.builders import NOON, a_commitment, a_consultation, a_participant, a_statement
from tests.homes import CLERK, PASSWORDS, StoppedClock, a_desk

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one meeting in which something was said, routed and promised."""
    desk = a_desk(tmp_path / "station", StoppedClock(), CLERK)
    meeting = a_consultation(agenda=[AgendaItem(uid=new_uid(NOON), title="物业服务评价")])
    desk.talk.meetings.register(meeting)
    who = a_participant(meeting, "马秀英")
    desk.talk.participants.register(who)
    said = a_statement(meeting, participant_uid=who.uid, speaker=who.name)
    desk.talk.statements.register(said)
    desk.talk.statements.route(said, Routing(StatementRoute.TO_HANDLE))
    desk.talk.commitments.register(a_commitment(meeting, due_on=NOON.date()))
    desk.close()
    return tmp_path / "station"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS[CLERK])

    def run(*words: object) -> tuple[int, Any]:
        code = main(["consultation", *map(str, words), "--user", CLERK, "--json"], lambda _out: 0)
        answered = capsys.readouterr().out
        return code, json.loads(answered) if answered else None

    return run


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "名单.csv"
    rows = [
        f"居民{n:02d},13800000{n:03d},{'和平社区' if n % 3 else '清河小区'}" for n in range(1, 41)
    ]
    path.write_text("\n".join(["姓名,电话,社区", *rows]), "utf-8")
    return path


def test_a_meeting_is_listed_and_shown_whole(run: Run, home: Path):
    code, [listed] = run("list", "--home", home)
    assert (code, listed["title"]) == (0, "物业服务民情恳谈会")
    code, shown = run("show", listed["number"], "--home", home)

    assert code == 0
    assert listed.items() <= shown.items()
    assert [one["title"] for one in shown["agenda"]] == ["物业服务评价"]
    [who], [said], [promised] = (shown[k] for k in ("participants", "statements", "commitments"))
    assert (said["participant"], said["route"]) == (who["id"], "to_handle")
    assert len(said["matter"]) == 36
    assert (promised["place"], promised["due_on"]) == (1, "2026-11-20")
    assert shown["drawings"] == []
    assert run("show", listed["id"], "--home", home)[1] == shown
    assert run("show", "QHJD-K-2026-9999-X", "--home", home)[0] == 3


def test_a_draw_needs_no_home(run: Run, roster: Path):
    code, drawn = run("draw", "--roster", roster, "--size", 5, "--seed", "2026-11-20")

    assert code == 0
    assert len(drawn["names"]) == drawn["size"] == 5
    assert (drawn["seed"], drawn["roster_rows"]) == ("2026-11-20", 40)
    assert len(drawn["roster_hash"]) == 64
    assert "SHA-256" in drawn["algorithm"]
    assert run("draw", "--roster", roster, "--size", 5, "--seed", "2026-11-20")[1] == drawn


def test_a_draw_by_strata(run: Run, roster: Path):
    words = ("draw", "--roster", roster, "--seed", "s", "--stratum", "社区")
    code, drawn = run(*words, "--of", "和平社区=4", "--of", "清河小区=2")

    assert (code, drawn["size"]) == (0, 6)
    assert [row.split(",")[2] for row in drawn["rows"]] == ["和平社区"] * 4 + ["清河小区"] * 2
    assert drawn["sizes"] == {"和平社区": 4, "清河小区": 2}


def test_a_draw_is_kept_for_its_meeting_once(run: Run, home: Path, roster: Path):
    number = run("list", "--home", home)[1][0]["number"]
    words = ("draw", "--roster", roster, "--size", 5, "--seed", "s", "--meeting", number)
    code, drawn = run(*words, "--home", home)
    assert code == 0
    assert run(*words, "--home", home)[1] == drawn

    shown = run("show", number, "--home", home)[1]
    assert [one["id"] for one in shown["drawings"]] == [drawn["id"]]
    assert [one["name"] for one in shown["participants"][1:]] == drawn["names"]


@pytest.mark.parametrize(
    ("words", "field", "said"),
    [
        (("--size", 41), "size", "要抽的人数应在 1 和名单人数之间（40）"),
        (("--size", 0), "size", "要抽的人数应在 1 和名单人数之间（40）"),
        (("--stratum", "楼栋", "--of", "1=1"), "stratum_column", "有的是：姓名、电话、社区"),
        (("--of", "和平社区=1"), "stratum", "还没有填写"),
        (("--stratum", "社区", "--of", "和平社区=1", "--size", 2), "size", "填写不合要求（1）"),
    ],
)
def test_what_cannot_be_drawn_gets_a_sentence(
    roster: Path,
    words: tuple[object, ...],
    field: str,
    said: str,
    capsys: pytest.CaptureFixture[str],
):
    code = main(
        ["consultation", "draw", "--roster", str(roster), "--seed", "s", *map(str, words)],
        lambda _out: 0,
    )
    told = capsys.readouterr().err
    assert code == 3
    assert f"{field}：" in told
    assert said in told


def test_somebody_twice_and_no_file_get_a_sentence(run: Run, roster: Path, tmp_path: Path):
    with roster.open("a", encoding="utf-8") as file:
        file.write("\n居民07,138-0000-0007,清河小区")
    code, refused = run("draw", "--roster", roster, "--size", 5, "--seed", "s")
    assert (code, refused["problems"]) == (
        3,
        [{"field": "roster", "code": "same_person", "detail": "8、42"}],
    )
    assert run("draw", "--roster", tmp_path / "没有.csv", "--size", 5, "--seed", "s")[0] == 4
