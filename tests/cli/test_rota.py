"""`schedule keep-rule`, `schedule plan`, `schedule list`."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.cli.main import main
from liaison_desktop.model.deputy import Mandate
from liaison_desktop.model.schedule_words import MandateEnd
from liaison_desktop.model.words import MandateLevel, MandateState
from tests.builders import a_deputy
from tests.cli.test_schedule import RULE
from tests.homes import CLERK, PASSWORDS, StoppedClock, a_desk

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    desk = a_desk(tmp_path / "station", StoppedClock(), CLERK)
    for name in ("王建国", "周丽华", "李志强"):
        desk.deputies.register(a_deputy(name, mandates=[Mandate(level=MandateLevel.TOWN)]))
    desk.close()
    monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS[CLERK])

    def run(*words: object) -> tuple[int, Any]:
        said = [*map(str, words), "--home", str(tmp_path / "station"), "--user", CLERK, "--json"]
        code = main(said, lambda _out: 0)
        answered = capsys.readouterr().out
        return code, json.loads(answered) if answered else None

    return run


def test_a_year_is_planned_and_listed(run: Run, tmp_path: Path) -> None:
    rule = tmp_path / "接待日.toml"
    rule.write_text(RULE, "utf-8")
    assert run("schedule", "keep-rule", rule)[0] == 0
    code, dry = run("schedule", "plan", "--year", 2027, "--dry-run")
    assert (code, dry["registered"]) == (0, 0)
    assert [len(picks) for picks in dry["picks"].values()] == [2] * 6
    assert run("schedule", "list", "--from", "2027-01-01", "--to", "2027-12-31")[1] == []
    code, planned = run("schedule", "plan", "--year", 2027, "--minimum", 2)
    assert code == 0
    assert planned["registered"] == 6
    assert planned["fairness"]["town"]["most"] - planned["fairness"]["town"]["least"] <= 1
    assert planned["unmet"] == []
    assert all(pick["why"] for picks in planned["picks"].values() for pick in picks)
    code, listed = run("schedule", "list", "--from", "2027-01-01", "--to", "2027-03-31")
    assert [one["planned"] for one in listed] == ["2027-01-15", "2027-03-15"]
    assert all(len(one["deputies"]) == 2 for one in listed)
    assert run("schedule", "plan", "--year", 2027, "--minimum", 2)[1]["registered"] == 0


def test_a_minimum_by_level_is_kept_and_a_bad_one_refused(run: Run, tmp_path: Path) -> None:
    rule = tmp_path / "接待日.toml"
    rule.write_text(RULE, "utf-8")
    run("schedule", "keep-rule", rule)
    planned = run("schedule", "plan", "--year", 2027, "--minimum", "县2、镇5")[1]
    assert [(one["level"], one["short"]) for one in planned["unmet"]] == [("town", 1)] * 3
    assert run("schedule", "plan", "--year", 2027)[1]["unmet"] == planned["unmet"]
    assert run("schedule", "plan", "--year", 2027, "--minimum", "无")[1]["unmet"] == []
    assert run("schedule", "plan", "--year", 2027, "--minimum", "村5")[0] == 3


def test_a_bad_year_and_a_bad_rule_are_refused(run: Run, tmp_path: Path) -> None:
    assert run("schedule", "plan", "--year", 1)[0] == 3
    bad = tmp_path / "bad.toml"
    bad.write_text(RULE.replace("[15]", "[32]"), "utf-8")
    assert run("schedule", "keep-rule", bad)[0] == 3


def test_a_year_without_rules_or_without_deputies_says_what_to_do(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ("--home", str(tmp_path / "station"), "--user", CLERK)
    assert main(["schedule", "plan", "--year", "2027", *home], lambda _out: 0) == 0
    assert "没有接待日可排，请先用 schedule keep-rule" in capsys.readouterr().out
    rule = tmp_path / "接待日.toml"
    rule.write_text(RULE, "utf-8")
    run("schedule", "keep-rule", rule)
    desk = a_desk(tmp_path / "station", StoppedClock(), CLERK)
    for deputy in desk.deputies.find():
        ended = Mandate(
            level=MandateLevel.TOWN,
            state=MandateState.ENDED,
            valid_to=date(2026, 1, 1),
            end_reason=MandateEnd.RESIGNED,
        )
        desk.deputies.correct(deputy, {"mandates": [ended]})
    desk.close()
    assert main(["schedule", "plan", "--year", "2027", *home], lambda _out: 0) == 0
    told = capsys.readouterr().out
    assert "新安排 6 次接待日；没有在任的代表可排，座位都空着" in told


def test_a_list_from_its_end_to_its_beginning_is_refused(run: Run) -> None:
    code, told = run("schedule", "list", "--from", "2027-12-31", "--to", "2027-01-01")
    assert (code, told["refused"]) == (3, "days_reversed")
