"""`matter` and `deadline`: the flow of a matter from the command line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop import paths
from liaison_desktop.cli.main import main
from liaison_desktop.cli.matter_verbs import OPTIONS
from liaison_desktop.model.matter_flow import TABLE
from tests.builders import a_matter, a_unit, a_visit, a_visitor
from tests.documents.papers import by_pypdf
from tests.homes import CLERK, PASSWORDS, a_desk

Run = Callable[..., tuple[int, Any]]
SIGNED = ("--signed-by", "刘敏")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb in a home with a unit and two visits; return code and JSON."""
    desk = a_desk(tmp_path / "station")
    desk.units.register(a_unit())
    for name in ("李桂芳", "陈明"):
        visit = a_visit(a_visitor(name))
        desk.visits.register(visit)
    desk.close()

    def run(*words: str) -> tuple[int, Any]:
        monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS[CLERK])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        given = [*words, "--home", str(tmp_path / "station"), "--user", CLERK, "--json"]
        code = main(given, lambda _out: 0)
        printed = capsys.readouterr()
        return code, json.loads(printed.out) if printed.out else None

    return run


def numbers(run: Run, name: str) -> list[str]:
    return [row["number"] for row in run("matter", "list", name)[1]]


def test_a_matter_is_moved_from_the_shell(run: Run) -> None:
    first, second = numbers(run, "to_screen")
    assert run("matter", "move", first, "route", "--route", "to_local_unit", *SIGNED)[0] == 0
    code, shown = run("matter", "move", first, "assign", "--unit-name", "街道办城建办", *SIGNED)
    assert (code, shown["state"], shown["unit"]) == (0, "assigned", "街道办城建办")
    assert [step["move"] for step in shown["trail"]] == ["route", "assign"]
    assert "reply" in shown["moves"]
    assert numbers(run, "in_hand") == [first]
    assert numbers(run, "to_screen") == [second]
    said = ("--result-class", "resolved", "--text", "已修好", *SIGNED)
    code, shown = run("matter", "move", first, "reply", *said)
    assert [one["name"] for one in shown["owed"]] == ["李桂芳"]
    assert run("matter", "move", first, "feed_back", "--way", "call", "--person", "某人")[0] == 3
    code, shown = run("matter", "move", first, "feed_back", "--way", "call", "--person", "李桂芳")
    assert (code, shown["state"], shown["owed"]) == (0, "evaluating", [])
    assert run("matter", "show", first)[1] == shown


def test_a_step_is_corrected_from_the_shell(run: Run) -> None:
    first, _ = numbers(run, "to_screen")
    run("matter", "move", first, "route", "--route", "to_local_unit", *SIGNED)
    run("matter", "move", first, "assign", "--unit-name", "街道办城建办", *SIGNED)
    why = ("--why", "签字人写错")
    correct = ("matter", "correct-step", first)
    code, shown = run(*correct, "1", "--signed-by", "王建国", *why)
    (change,) = shown["trail"][0]["corrections"]
    assert (code, shown["trail"][0]["signed_by"], shown["corrections"]) == (0, "王建国", 1)
    assert (change["why"], change["fields"]) == (
        "签字人写错",
        [{"field": "签字人", "old": "刘敏", "new": "王建国"}],
    )
    uid = shown["trail"][1]["id"]
    code, told = run(*correct, uid, "--done-on", "2020-01-01", *why)
    assert (code, [one["field"] for one in told["problems"]]) == (3, ["done_on"])
    assert run(*correct, "9", "--text", "x", *why)[0] == 3
    assert run(*correct, "1", "--text", "x", "--why", " ")[1]["refused"] == "reason_missing"


def test_what_the_table_does_not_allow_is_refused(run: Run) -> None:
    (first, _) = numbers(run, "to_screen")
    said = ("--result-class", "resolved", "--text", "已修好", *SIGNED)
    assert run("matter", "move", first, "reply", *said) == (
        3,
        {"refused": "move_not_allowed", "problems": []},
    )
    code, told = run("matter", "move", first, "route", "--route", "to_local_unit")
    assert (code, told["problems"]) == (3, [{"field": "signed_by", "code": "missing"}])
    assert run("matter", "show", "没有的编号")[0] == 3


def test_several_are_chased_or_none(run: Run) -> None:
    first, second = numbers(run, "to_screen")
    run("matter", "move", first, "route", "--route", "to_local_unit", *SIGNED)
    run("matter", "move", first, "assign", "--unit-name", "街道办城建办", *SIGNED)
    assert run("matter", "chase", first, second)[0] == 3
    assert run("matter", "show", first)[1]["chases"] == 0
    code, chased = run("matter", "chase", first, "--text", "请抓紧")
    assert (code, [(one["number"], one["text"]) for one in chased]) == (0, [(first, "请抓紧")])
    assert run("matter", "show", first)[1]["chases"] == 1


def test_two_matters_are_linked_by_their_numbers(run: Run) -> None:
    first, second = numbers(run, "to_screen")
    assert run("matter", "move", first, "link", "--other", second)[0] == 0
    assert [step["move"] for step in run("matter", "show", second)[1]["trail"]] == ["link"]


def test_a_limit_is_counted_out(run: Run) -> None:
    days = ("--from", "2026-02-13")
    code, told = run("deadline", *days, "--count", "2", "--unit", "workday")
    assert (code, told["end"], told["due"], told["tentative"]) == (
        0,
        "2026-02-24",
        "2026-02-24",
        False,
    )
    assert told["skipped"][0] == {"date": "2026-02-15", "why": "春节"}
    told = run("deadline", *days, "--rule", "reply")[1]
    assert (told["end"], told["due"]) == ("2026-03-13", "2026-03-13")
    assert run("deadline", "--from", "2026-12-01", "--count", "2", "--unit", "month")[1] == {
        "end": "2027-02-01",
        "due": "2027-02-01",
        "skipped": [],
        "tentative": True,
    }


def test_a_limit_is_counted_where_no_home_was_made_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paths, "default_home", lambda: (tmp_path / "none", False))
    asked = ["deadline", "--from", "2026-02-13", "--count", "2", "--unit", "workday", "--json"]
    assert main(asked, lambda _out: 0) == 0
    assert json.loads(capsys.readouterr().out)["due"] == "2026-02-24"
    assert main([*asked, "--home", str(tmp_path / "none")], lambda _out: 0) == 4
    assert "home_missing" in capsys.readouterr().out  # one that is named must be there


@pytest.mark.parametrize(
    "typed",
    [
        ("deadline", "--from", "2026-02-30", "--rule", "reply"),
        ("matter", "move", "L-1", "chase", "--done-on", "昨天"),
        ("matter", "move", "L-1", "route", "--phoned-at", "九点半"),
    ],
)
def test_a_day_that_cannot_be_read_is_told_how_it_is_written(
    typed: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*typed], lambda _out: 0)
    assert ended.value.code == 2
    assert f"写成 2026-11-20{'T09:30:00+08:00' if '九' in typed[-1] else ''}：" in (
        capsys.readouterr().err
    )


def test_what_cannot_be_counted_is_said(run: Run) -> None:
    days = ("--from", "2026-02-13")
    assert run("deadline", *days, "--count", "0", "--unit", "day")[1]["problems"][0]["field"] == (
        "count"
    )
    assert run("deadline", *days, "--count", "5")[1]["problems"] == [
        {"field": "unit", "code": "missing"}
    ]
    assert run("deadline", *days, "--rule", "rely")[0] == 3


def test_everything_that_a_move_needs_is_an_option() -> None:
    needs = {name for row in TABLE for name in row.needs} - {"other_uid"}
    assert needs <= set(OPTIONS)


def test_the_papers_of_a_matter_are_printed(run: Run, tmp_path: Path) -> None:
    (first, _) = numbers(run, "to_screen")
    run("matter", "move", first, "route", "--route", "to_local_unit", *SIGNED)
    run("matter", "move", first, "assign", "--unit-name", "街道办城建办", *SIGNED)
    target = tmp_path / "交办单.pdf"
    code, printed = run("print", "hand-over", first, "-o", str(target))
    assert (code, printed["pages"]) == (0, 2)
    assert "第 1 次打印" in by_pypdf(target)
    assert run("print", "hand-over", first, "-o", str(target))[0] == 0
    assert "第 2 次打印" in by_pypdf(target)
    assert run("print", "hand-over", "--all", "-o", str(target))[0] == 3


def test_no_paper_of_an_accusation_goes_to_a_unit(run: Run, tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "station")
    visit = a_visit(a_visitor("李桂芳"), matters=[a_matter(is_accusation=True)])
    desk.visits.register(visit)
    desk.close()
    target = str(tmp_path / "x.pdf")
    code, told = run("print", "hand-over", f"{visit.number}-1", "-o", target)
    assert (code, told["refused"]) == (3, "accusation")
    assert run("print", "notification", f"{visit.number}-1", "-o", target)[0] == 0


def test_what_waits_for_the_head_is_listed_on_paper(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "送签单.pdf"
    first, second = numbers(run, "to_screen")
    assert run("print", "signing-list", "--all", "-o", str(target))[0] == 0
    text = by_pypdf(target)
    for said in (first, second, "路灯不亮", "R3 街道（镇）职责", "站长"):
        assert said in text, said


def test_a_calendar_is_taken_in(run: Run, tmp_path: Path) -> None:
    """Only the head or an administrator may, and a bad file is refused by its places."""
    file = tmp_path / "2027.toml"
    file.write_text("year = 2027", encoding="utf-8")
    code, told = run("calendar", "import", str(file))
    assert (code, [problem["field"] for problem in told["problems"]]) == (3, ["source", "rest"])
    assert run("calendar", "import", str(tmp_path / "none.toml"))[0] == 4
    file.write_text('year = 2027\nsource = "通知"\n[rest]\n2027-01-01 = "元旦"', encoding="utf-8")
    assert run("calendar", "import", str(file))[1]["refused"] == "not_allowed"


def test_the_month_is_reported(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "月报.pdf"
    code, told = run("report", "month", "2026-11", "--pdf", str(target))
    assert (code, told["month"]) == (0, "2026-11")
    assert {"group": "接待", "label": "批次", "month": "2", "year": "2"} in told["rows"]
    assert "办结率" in by_pypdf(target)
    assert run("report", "month", "11")[0] == 3
