"""`deputy register|list|import` from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from liaison_desktop.cli.main import main
from tests.homes import CLERK, PASSWORDS, copy_home

Run = Callable[..., tuple[int, Any]]
ROSTER = [
    "姓名,性别,联系电话,级别,届次,选区,代表小组,任职止",
    "王建国,男,13800001111,县级,十七届,第三选区,第一小组,",
    "王建国,男,13800001111,市级,九届,,,2024-12-31",
    "赵强,男,13800002222,县级,十七届,第四选区,第二小组,",
    "周丽华,女,13800003333,特级,,,,",
]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    copy_home(tmp_path / "station")
    monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS[CLERK])

    def play(*words: str) -> tuple[int, Any]:
        given = [*words, "--home", str(tmp_path / "station"), "--user", CLERK, "--json"]
        code = main(given, lambda _out: 0)
        return code, json.loads(capsys.readouterr().out)

    return play


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "名册.csv"
    path.write_text("\n".join(ROSTER), "gb18030")
    return path


def test_a_roster_is_tried_taken_in_and_taken_in_again(run: Run, roster: Path, tmp_path: Path):
    bad = tmp_path / "有误.xlsx"
    _, tried = run("deputy", "import", str(roster), "--dry-run", "--bad-rows", str(bad))
    assert (tried["id"], tried["taken"], tried["joined"], tried["known"]) == ("", 3, 1, 0)
    assert tried["wrong"] == [
        {
            "line": 5,
            "fields": ["level"],
            "said": ["第 5 行 D 列「级别」：填写不合要求（特级）"],
        }
    ]
    rows = list(openpyxl.load_workbook(bad).worksheets[0].iter_rows(values_only=True))
    assert rows[1][:2] == ("第 5 行 D 列「级别」：填写不合要求（特级）", "周丽华")
    assert run("deputy", "list") == (0, [])

    code, done = run("deputy", "import", str(roster))
    assert (code, done["taken"], len(done["wrong"])) == (0, 3, 1)
    _, again = run("deputy", "import", str(roster))
    assert (again["taken"], again["known"]) == (0, 3)
    assert run("import", "undo", done["id"]) == (0, {"withdrawn": 2, "kept": 0})


def test_a_column_is_mapped(run: Run, tmp_path: Path):
    table = tmp_path / "名册.csv"
    table.write_text("谁,哪一级\n王建国,县\n", "utf-8")
    words = ("deputy", "import", str(table), "--map", "1=name", "--map", "2=level")
    assert run(*words)[1]["columns"] == {"1": "name", "2": "level"}


def test_the_roster_is_listed_by_level_and_day(run: Run, roster: Path):
    run("deputy", "import", str(roster))

    def names(*words: str) -> list[str]:
        return [deputy["name"] for deputy in run("deputy", "list", *words)[1]]

    assert names() == ["王建国", "赵强"]
    assert names("--level", "municipal") == ["王建国"]
    assert names("--level", "municipal", "--active-on", "2024-12-31") == ["王建国"]
    assert names("--level", "municipal", "--active-on", "2026-11-20") == []
    _, [wang, _zhao] = run("deputy", "list")
    assert wang["mandates"][0]["group"] == "第一小组"
    with pytest.raises(SystemExit):
        run("deputy", "list", "--active-on", "昨天")


def test_a_deputy_is_registered_from_json(run: Run, tmp_path: Path):
    given = {"name": "王建国", "ethnic_group": "汉族", "mandates": [{"level": "county"}]}
    (tmp_path / "代表.json").write_text(json.dumps(given), "utf-8")
    code, answer = run("deputy", "register", "--from", str(tmp_path / "代表.json"))
    assert (code, answer["ethnic_group"]) == (0, "汉族")
