"""`rules`: packs listed and taken in from the command line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.cli.main import main
from tests.desk.test_rules import a_pack
from tests.homes import CLERK, HEAD, PASSWORDS, copy_home

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb in a home as one of its users; return code and JSON."""
    copy_home(tmp_path / "station")

    def run(user: str, *words: str) -> tuple[int, Any]:
        monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS[user])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        given = [*words, "--home", str(tmp_path / "station"), "--user", user, "--json"]
        code = main(given, lambda _out: 0)
        printed = capsys.readouterr()
        return code, json.loads(printed.out) if printed.out else None

    return run


def test_a_pack_is_taken_in_and_listed(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "区规则.toml"
    file.write_text(a_pack(), encoding="utf-8")
    assert run(CLERK, "rules", "import", str(file))[1]["refused"] == "not_allowed"
    code, told = run(HEAD, "rules", "import", str(file))
    assert (code, told["code"], told["valid_from"]) == (0, "qinghe-2026", "2026-11-01")
    code, packs = run(CLERK, "rules", "list")
    assert [(one["code"], one["in_force"], one["imported"]) for one in packs] == [
        ("qinghe-2026", True, True),
        ("zhejiang-2026", False, False),
    ]
    asked = ("deadline", "--rule", "reply", "--from")
    assert run(CLERK, *asked, "2026-11-20")[1]["end"] == "2026-12-05"  # 15 days by the new one
    assert run(CLERK, *asked, "2026-10-20")[1]["end"] == "2026-11-20"  # a month by the old one


def test_a_pack_that_cannot_be_counted_by_is_refused_at_its_place(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "区规则.toml"
    file.write_text(a_pack().replace('since = "returned"', 'since = "replied"'), encoding="utf-8")
    code, told = run(HEAD, "rules", "import", str(file))
    assert (code, [problem["field"] for problem in told["problems"]]) == (3, ["rule.18.since"])
    assert run(HEAD, "rules", "import", str(tmp_path / "none.toml"))[0] == 4
