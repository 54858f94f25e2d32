"""People by the command line: found to be one, taken together, parted again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.cli.main import main
from tests.builders import a_visit, a_visitor
from tests.homes import CLERK, PASSWORDS, a_desk

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    desk = a_desk(tmp_path / "station")
    for name in ("李桂芳", "李贵芳"):
        desk.visits.register(a_visit(a_visitor(name)))
    desk.close()
    monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS[CLERK])

    def play(*words: str) -> tuple[int, Any]:
        code = main(
            [*words, "--home", str(tmp_path / "station"), "--user", CLERK, "--json"], lambda _out: 0
        )
        return code, json.loads(capsys.readouterr().out)

    return play


def test_a_likely_pair_is_listed_merged_and_parted_again(run: Run):
    code, [pair] = run("person", "duplicates")
    assert code == 0
    assert pair["reasons"][:2] == ["homophone", "phone"]
    assert pair["people"][0]["phone"] == "138****1234"
    kept, gone = (person["id"] for person in pair["people"])

    assert run("person", "merge", kept, gone, "--take", "name")[1]["name"] == "李贵芳"
    assert run("person", "duplicates") == (0, [])

    code, parted = run("person", "unmerge", gone)
    assert [person["name"] for person in parted["people"]] == ["李桂芳", "李贵芳"]
    assert len(run("person", "duplicates")[1]) == 1
