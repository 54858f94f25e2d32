"""`schedule dates`: the reception days that stored rules give a year."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.cli.main import main
from tests.homes import HEAD, PASSWORDS, a_desk

Run = Callable[..., tuple[int, Any]]
RULE = """
name = "单月15日接待日"
kind = "day_of_month"
days = [15]
months = [1, 3, 5, 7, 9, 11]
valid_from = 2026-01-01
starts = "09:00"
ends = "11:00"
place = "清河街道人大代表联络站"
deputies = 2
"""
MONDAYS = """
name = "每周一接待日"
kind = "weekly"
weekdays = [1]
valid_from = 2026-01-01
starts = "09:00"
ends = "11:00"
place = "清河街道人大代表联络站"
deputies = 2
shift = "cancel"
"""


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    path = tmp_path / "接待日.toml"
    path.write_text(RULE, encoding="utf-8-sig")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `schedule dates` without a home and return (exit code, JSON answered)."""

    def run(*words: object) -> tuple[int, Any]:
        code = main(["schedule", "dates", *map(str, words), "--json"], lambda _out: 0)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return code, json.loads(printed.out)

    return run


def test_a_year_of_one_rule(run: Run, rule: Path) -> None:
    code, told = run("--rule", rule, "--year", 2026)
    assert (code, len(told)) == (0, 6)
    assert told[1] == {
        "planned": "2026-03-15",
        "held": "2026-03-16",
        "notice_by": "2026-03-13",
        "shifted_because": "周末",
        "tentative": False,
    }
    assert run("--rule", rule, "--year", 2027)[1][0]["tentative"]
    assert run("--rule", rule, "--year", 2025) == (0, [])


def test_several_rules_are_one_list_that_says_whose_day_it_is(
    run: Run, rule: Path, tmp_path: Path
) -> None:
    mondays = tmp_path / "周一.toml"
    mondays.write_text(MONDAYS, encoding="utf-8")
    _, told = run("--rule", rule, "--rule", mondays, "--year", 2026)
    assert len(told) == 6 + 52
    assert [one["planned"] for one in told] == sorted(one["planned"] for one in told)
    by_day = {one["planned"]: one for one in told}
    assert by_day["2026-03-15"]["rules"] == ["单月15日接待日"]
    assert by_day["2026-02-16"] == {
        "planned": "2026-02-16",
        "held": None,
        "notice_by": None,
        "shifted_because": "春节",
        "tentative": False,
        "rules": ["每周一接待日"],
    }


def test_people_read_lines(rule: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mondays = tmp_path / "周一.toml"
    mondays.write_text(MONDAYS, encoding="utf-8")
    files = ("--rule", str(rule), "--rule", str(mondays))
    assert main(["schedule", "dates", *files, "--year", "2026"], lambda _out: 0) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2026-01-05 周一　公告不晚于 2026-01-02　每周一接待日"
    assert "2026-02-16 周一　因春节取消　每周一接待日" in lines
    shifted = "2026-03-16 周一（原定 2026-03-15 周日，周末），并入当天的一次　公告不晚于 2026-03-13"
    assert f"{shifted}　单月15日接待日" in lines


def test_a_calendar_of_the_home_moves_what_was_tentative(
    run: Run, rule: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = a_desk(tmp_path / "station", login=HEAD)
    desk.rules.import_calendar('year = 2027\nsource = "通知"\n[rest]\n2027-01-15 = "样本节"')
    desk.close()
    monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS[HEAD])
    given = ("--rule", rule, "--year", 2027)
    home = ("--home", tmp_path / "station", "--user", HEAD)
    without, within = run(*given)[1][0], run(*given, *home)[1][0]
    assert (without["held"], without["tentative"]) == ("2027-01-15", True)
    assert (within["held"], within["shifted_because"], within["tentative"]) == (
        "2027-01-18",
        "样本节",
        False,
    )


def test_what_cannot_be_used_is_said(run: Run, rule: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(RULE.replace("[15]", "[32]"), encoding="utf-8")
    problem = {"field": "days", "code": "bad_value", "detail": "[1–31、-1]"}
    assert run("--rule", bad, "--year", 2026) == (
        3,
        {"refused": "not_saved", "problems": [problem]},
    )
    _, told = run("--rule", rule, "--rule", bad, "--year", 2026)
    assert told["problems"] == [problem | {"field": "rule.2.days"}]
    bad.write_text(RULE.replace("[1, 3, 5, 7, 9, 11]", "[2]").replace("[15]", "[30]"), "utf-8")
    code, told = run("--rule", bad, "--year", 2026)
    assert (code, told["problems"]) == (3, [{"field": "days", "code": "never_occurs"}])
    bad.write_bytes("name = 接".encode("gb18030"))
    assert run("--rule", bad, "--year", 2026) == (4, {"refused": "not_utf8", "path": str(bad)})
    assert run("--rule", tmp_path / "none.toml", "--year", 2026)[0] == 4
    for year in (1948, 2200, 0):
        code, told = run("--rule", rule, "--year", year)
        assert (code, told["problems"][0]["field"]) == (3, "year")


def test_the_answer_is_the_same_in_every_zone(rule: Path) -> None:
    words = ["schedule", "dates", "--rule", str(rule), "--year", "2026", "--json"]
    program = [sys.executable, "-m", "liaison_desktop", *words]
    answers = {
        subprocess.run(
            program, env=os.environ | {"TZ": zone}, capture_output=True, check=True
        ).stdout
        for zone in ("Asia/Shanghai", "UTC", "America/New_York")
    }
    assert len(answers) == 1
    assert len(json.loads(answers.pop())) == 6


def test_what_counts_recurrences_is_not_loaded_before_a_rule_is_read() -> None:
    code = "import sys, liaison_desktop.cli.main; print(*sys.modules)"
    program = [sys.executable, "-c", code]
    loaded = subprocess.run(program, capture_output=True, check=True, text=True).stdout.split()
    assert "liaison_desktop.model.recurrence" in loaded
    assert not {"tyme4py", "dateutil.rrule"} & set(loaded)
