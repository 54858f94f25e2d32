"""`ledger visits`: the register on paper or as a sheet, from the command line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
import xlsxwriter

from liaison_desktop.cli.main import main
from liaison_desktop.model.words import StationKind
from tests.builders import a_visit, a_visitor
from tests.homes import CLERK, HEAD, PASSWORDS, a_desk

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the verb in a home with two visits, one of them 待补, and return code and JSON."""
    desk = a_desk(tmp_path / "station")
    desk.visits.register(a_visit(a_visitor("李桂芳")))
    desk.visits.register(a_visit(a_visitor("陈明", phone="")))
    desk.close()

    def run(*words: str, ledger: str = "visits") -> tuple[int, Any]:
        monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS[CLERK])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        given = ["ledger", ledger, *words, "--home", str(tmp_path / "station")]
        code = main([*given, "--user", CLERK, "--json"], lambda _out: 0)
        printed = capsys.readouterr()
        return code, json.loads(printed.out) if printed.out else None

    return run


def names_in(path: Path) -> list[object]:
    labels, *rows = openpyxl.load_workbook(path).active.values
    return [row[labels.index("姓名")] for row in rows]


def test_the_register_is_written_as_a_sheet(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "登记簿.xlsx"

    assert run("--xlsx", str(target)) == (0, {"file": str(target), "rows": 2})
    assert names_in(target) == ["李桂芳", "陈明"]


def test_the_register_is_drawn_on_paper(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "登记簿.pdf"

    assert run("--pdf", str(target), "--find", "桂芳")[1]["rows"] == 1
    with pypdf.PdfReader(target) as reader:
        text = reader.pages[0].extract_text()
    assert "李桂芳" in text
    assert "陈明" not in text


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        (["--incomplete"], ["陈明"]),
        (["--since", "2026-11-20", "--until", "2026-11-20"], ["李桂芳", "陈明"]),
        (["--since", "2026-11-21"], []),
        (["--withdrawn"], ["李桂芳", "陈明"]),
    ],
)
def test_what_is_asked_for_is_written(
    run: Run, tmp_path: Path, chosen: list[str], names: list[str]
) -> None:
    run("--xlsx", str(tmp_path / "a.xlsx"), *chosen)

    assert names_in(tmp_path / "a.xlsx") == names


@pytest.mark.parametrize(
    "words", [[], ["--xlsx", "a", "--pdf", "b"], ["--xlsx", "a", "--since", "x"]]
)
def test_another_usage_is_refused(run: Run, words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(*words)
    assert caught.value.code == 2


def test_a_folder_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    code, _ = run("--pdf", str(tmp_path / "gone" / "a.pdf"))

    assert code == 4
    assert not (tmp_path / "gone").exists()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A county's own table: the ordinal, somebody, and what it calls otherwise."""
    path = tmp_path / "县里的表.xlsx"
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet().write_row(0, 0, ["序号", "姓名", "何事"])
    book.close()
    return path


def test_a_county_s_own_table_is_filled(run: Run, table: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    given = ("--template", str(table), "--xlsx", str(target))

    assert run(*given, "--column", "3=title")[1]["rows"] == 2
    assert run(*given)[0] == 0, "the column is remembered"
    _, *rows = openpyxl.load_workbook(target).active.values
    assert [row[:3] for row in rows] == [("1", "李桂芳", "路灯不亮"), ("2", "陈明", "路灯不亮")]


@pytest.mark.parametrize("column", ["title", "0=title", "3=nothing", "x=title"])
def test_a_column_that_is_none_is_refused(
    run: Run, table: Path, tmp_path: Path, column: str
) -> None:
    target = tmp_path / "out.xlsx"

    with pytest.raises(SystemExit) as ended:
        run("--template", str(table), "--xlsx", str(target), "--column", column)
    assert (ended.value.code, target.exists()) == (2, False)


def test_a_county_s_table_is_neither_public_nor_paper(
    run: Run, table: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.xlsx"

    with pytest.raises(SystemExit) as ended:
        run("--template", str(table), "--xlsx", str(target), "--public")
    assert ended.value.code == 2
    code, answer = run("--template", str(table), "--pdf", str(target))
    assert (code, answer["refused"], target.exists()) == (3, "template_xlsx", False)


@pytest.mark.parametrize(
    ("verb", "title"),
    [("consultations", "会议名称"), ("commitments", "承诺内容"), ("members", "成员来源")],
)
def test_the_ledgers_of_the_meetings_are_written_too(
    run: Run, tmp_path: Path, verb: str, title: str
) -> None:
    target = tmp_path / "台账.xlsx"
    assert run("--xlsx", str(target), ledger=verb)[0] == 0
    assert title in next(openpyxl.load_workbook(target).active.values)


def test_a_town_has_no_ledger_of_a_deliberation_body(run: Run, tmp_path: Path) -> None:
    assert run("--xlsx", str(tmp_path / "m.xlsx"), ledger="members")[0] == 0
    desk = a_desk(tmp_path / "station", login=HEAD)
    desk.stations.correct(desk.stations.load(), {"kind": StationKind.TOWN})
    desk.close()
    assert run("--xlsx", str(tmp_path / "n.xlsx"), ledger="members")[0] != 0
    assert not (tmp_path / "n.xlsx").exists()
