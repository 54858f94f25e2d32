"""`print` of the papers of consultations, from the command line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.cli.main import main
from liaison_desktop.cli.talk_print_verbs import FORMS
from tests.builders import a_commitment, a_consultation, a_participant, a_statement
from tests.documents.papers import on_paper
from tests.homes import CLERK, PASSWORDS, a_desk

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def number(tmp_path: Path) -> str:
    """A home with one meeting; its number."""
    desk = a_desk(tmp_path / "station")
    one = a_consultation()
    desk.talk.meetings.register(one)
    desk.talk.participants.register(a_participant(one, phone="13800001234"))
    desk.talk.statements.register(a_statement(one, speaker="马秀英"))
    desk.talk.commitments.register(a_commitment(one))
    desk.close()
    return one.number


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb in that home; return code and JSON."""

    def run(*words: str) -> tuple[int, Any]:
        monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS[CLERK])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        given = [*words, "--home", str(tmp_path / "station"), "--user", CLERK, "--json"]
        code = main(given, lambda _out: 0)
        printed = capsys.readouterr()
        return code, json.loads(printed.out) if printed.out else None

    return run


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("consultation-plan", "物业服务民情恳谈会方案"),
        ("consultation-notice", "关于召开物业服务民情恳谈会的通知"),
        ("sign-in", "民情恳谈会签到表"),
        ("consultation-record", "民情恳谈会记录"),
        ("minutes", "物业服务民情恳谈会纪要"),
        ("opinions", "恳谈意见清单和承诺事项清单"),
        ("consultation-public", "民情恳谈会公开记录"),
        ("series", "同一议题历次恳谈"),
    ],
)
def test_every_form_is_drawn_by_its_name(
    run: Run, number: str, tmp_path: Path, form: str, said: str
) -> None:
    target = tmp_path / "p.pdf"
    code, answer = run("print", form, number, "-o", str(target))
    assert (code, answer["file"]) == (0, str(target))
    assert said in on_paper(target)


def test_every_form_has_a_test(request: pytest.FixtureRequest) -> None:
    [mark] = test_every_form_is_drawn_by_its_name.pytestmark  # type: ignore[attr-defined]  # pytest
    assert {form for form, _ in mark.args[1]} == set(FORMS)


def test_parts_can_be_left_out(run: Run, number: str, tmp_path: Path) -> None:
    target = tmp_path / "p.pdf"
    parts = "participants,statements"
    code, _ = run("print", "consultation-record", number, "--without", parts, "-o", str(target))
    text = on_paper(target)
    assert code == 0
    assert "13800001234" not in text
    assert "电梯停运" not in text
    assert "每月5日前公示维修记录" in text


def test_the_stations_own_list_names_everybody(run: Run, number: str, tmp_path: Path) -> None:
    target = tmp_path / "p.pdf"
    for words, is_named in (((), False), (("--with-names",), True)):
        assert run("print", "opinions", number, *words, "-o", str(target))[0] == 0
        assert ("马秀英" in on_paper(target)) is is_named


def test_empty_sign_in_sheets(run: Run, number: str, tmp_path: Path) -> None:
    code, answer = run("print", "sign-in", "--blank", "2", "-o", str(tmp_path / "p.pdf"))
    assert (code, answer["pages"]) == (0, 2)


def test_a_series_is_named_by_its_topic_too(run: Run, number: str, tmp_path: Path) -> None:
    code, _ = run("print", "series", "物业服务", "-o", str(tmp_path / "p.pdf"))
    assert code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("minutes",),
        ("minutes", "--blank", "1"),
        ("sign-in", "--all"),
        ("minutes", "QHJD-K-2026-0001", "--without", "statements"),
        ("opinions", "QHJD-K-2026-0001", "--without", "participants"),
        ("consultation-record", "QHJD-K-2026-0009"),
    ],
)
def test_what_cannot_be_printed_is_refused(
    run: Run, number: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    code, answer = run("print", *words, "-o", str(tmp_path / "p.pdf"))
    assert code != 0
    assert answer["refused"] in {"print_what", "not_found"}
    assert not (tmp_path / "p.pdf").exists()


def test_a_part_that_no_paper_has_is_refused(run: Run, number: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        run("print", "consultation-record", number, "--without", "phones")
