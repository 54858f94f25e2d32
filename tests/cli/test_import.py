"""`import people|deputies|members|participants|undo` from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.cli.main import main
from tests.builders import a_consultation
from tests.homes import CLERK, PASSWORDS, a_desk, copy_home

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    copy_home(tmp_path / "station")
    monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS[CLERK])

    def play(*words: str) -> tuple[int, Any]:
        given = ["import", *words, "--home", str(tmp_path / "station"), "--user", CLERK, "--json"]
        code = main(given, lambda _out: 0)
        return code, json.loads(capsys.readouterr().out)

    return play


def test_a_table_is_looked_at_taken_in_and_taken_back(run: Run, tmp_path: Path):
    table = tmp_path / "名单.csv"
    table.write_text("谁,联系方式\n李桂芳,13800001234\n,13800005678\n", "utf-8")

    _, seen = run("people", str(table), "--column", "1=name", "--preview")
    said = ["第 3 行 A 列「谁」：还没有填写"]
    wrong = [{"line": 3, "fields": ["name"], "said": said}]
    assert (seen["taken"], seen["wrong"], seen["id"]) == (1, wrong, "")
    assert seen["columns"] == {"1": "name", "2": "phone"}

    code, done = run("people", str(table), "--column", "1=name")
    assert (code, done["taken"]) == (0, 1)
    assert run("undo", done["id"]) == (0, {"withdrawn": 1, "kept": 0})


def test_the_same_table_again_changes_nothing_and_offers_no_undo(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    table = tmp_path / "名单.csv"
    table.write_text("姓名,电话\n李桂芳,13800001234\n", "utf-8")
    first = run("people", str(table))[1]
    assert first["id"]
    again = run("people", str(table))[1]
    assert (again["id"], again["taken"], again["known"]) == ("", 0, 1)
    home = [str(tmp_path / "station"), "--user", CLERK]
    assert main(["import", "people", str(table), "--home", *home], lambda _out: 0) == 0
    said = capsys.readouterr().out
    assert said.startswith("没有可导入的内容，什么也没有改动：导入 0 行，没有变化 1 行")
    assert "undo" not in said


@pytest.mark.parametrize("column", ["name", "0=name", "1=nothing", "x=name"])
def test_a_column_that_is_none_is_refused(run: Run, tmp_path: Path, column: str):
    with pytest.raises(SystemExit) as ended:
        run("people", str(tmp_path / "名单.csv"), "--column", column)
    assert ended.value.code == 2


def test_members_and_who_takes_part_are_taken_in_and_taken_back(run: Run, tmp_path: Path):
    desk = a_desk(tmp_path / "station")
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    desk.close()
    table = tmp_path / "名单.csv"
    table.write_text("姓名,单位,电话\n马秀英,和平社区,13800006543\n", "utf-8")

    for words in (
        ("members", str(table)),
        ("participants", str(table), "--consultation", meeting.number),
    ):
        code, done = run(*words)
        assert (code, done["taken"], done["wrong"]) == (0, 1, [])
        assert run(*words)[1]["known"] == 1
        assert run("undo", done["id"]) == (0, {"withdrawn": 1, "kept": 0})
