"""`print` of the schedule's papers and `schedule export`, from the command line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import vobject

from liaison_desktop.cli.main import main
from liaison_desktop.cli.schedule_print_verbs import FORMS
from liaison_desktop.model.reception_session import RotaSlot
from tests.builders import (
    a_deputy,
    a_field_visit,
    a_leave,
    a_plan_item,
    a_session,
    an_activity,
)
from tests.documents.papers import on_paper
from tests.homes import CLERK, PASSWORDS, a_desk

Run = Callable[..., tuple[int, Any]]


OUT_OF_YEARS = {"field": "year", "code": "bad_value", "detail": "1949–2199"}


@pytest.fixture
def uids(tmp_path: Path) -> dict[str, str]:
    """A home with one of each record; their uids by the form that prints them."""
    desk = a_desk(tmp_path / "station")
    desk.deputies.register(a_deputy("王建国"))
    made = {
        "session": a_session(slots=[RotaSlot(name="王建国")]),
        "field-visit": a_field_visit(),
        "activity": an_activity(),
        "leave": a_leave(),
    }
    schedule = desk.schedule
    rolls = (schedule.sessions, schedule.field_visits, schedule.activities, schedule.leaves)
    for record, roll in zip(made.values(), rolls, strict=True):
        roll.register(record)
    schedule.plan_items.register(a_plan_item())
    desk.close()
    return {name: str(record.uid) for name, record in made.items()}


@pytest.fixture
def run(
    tmp_path: Path,
    uids: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
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
    ("words", "said"),
    [
        (("notice", "2026-11-20"), "关于开展代表接待日活动的公告"),
        (("notice", "2026-11-20", "--a3"), "代表接待日公告"),
        (("rota", "--year", "2026"), "2026年代表接待日安排表"),
        (("rota", "--a3"), "代表接待日安排表"),
        (("month", "--month", "2026-11"), "2026年11月代表接待日安排"),
        (("session", "2026-11-20"), "代表接待日情况登记表"),
        (("board",), "人大代表公示牌"),
        (("board", "--a3"), "人大代表公示牌"),
        (("wall-sheet", "--year", "2026"), "走访联系选民"),
        (("session", "--blank", "2"), "代表接待日情况登记表"),
        (("field-visit", "--blank", "1"), "代表走访选民记录表"),
        (("leave", "--blank", "1"), "代表请假单"),
        (("activity", "--blank", "1", "--kind", "attendance"), "代表小组活动考勤表"),
    ],
)
def test_each_form_is_drawn(run: Run, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    target = tmp_path / "p.pdf"
    code, told = run("print", *words, "-o", str(target))
    assert (code, told["file"]) == (0, str(target))
    assert said in on_paper(target)


@pytest.mark.parametrize(
    ("form", "further", "said"),
    [
        ("session", (), "代表接待日情况登记表"),
        ("field-visit", ("--for-writing",), "和平社区3栋"),
        ("activity", (), "代表小组活动通知"),
        ("activity", ("--kind", "record"), "代表小组活动记录"),
        ("leave", (), "代表请假单"),
    ],
)
def test_a_record_is_named_by_its_uid(
    run: Run, uids: dict[str, str], tmp_path: Path, form: str, further: tuple[str, ...], said: str
) -> None:
    target = tmp_path / "p.pdf"
    assert run("print", form, uids[form], *further, "-o", str(target))[0] == 0
    assert said in on_paper(target)


def test_a_notice_is_named_by_its_session_s_uid_too(
    run: Run, uids: dict[str, str], tmp_path: Path
) -> None:
    target = str(tmp_path / "p.pdf")
    assert run("print", "notice", uids["session"], "-o", target)[0] == 0
    assert run("print", "notice", uids["leave"], "-o", target)[0] == 3


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("notice",), "print_what"),
        (("rota", "2026-11-20"), "print_what"),
        (("board", "--blank", "2"), "print_what"),
        (("session", "--blank", "0"), "print_what"),
        (("session", "2026-11-20", "--blank", "1"), "print_what"),
        (("session", "2026-11-20", "2026-11-20"), "print_what"),
        (("rota", "--all"), "print_what"),
        (("session", "2026-11-21"), "not_found"),
        (("session", "nobody"), "not_found"),
        (("leave", "nobody"), "not_found"),
    ],
)
def test_what_is_not_said_or_not_there_is_refused(
    run: Run, tmp_path: Path, words: tuple[str, ...], refused: str
) -> None:
    code, told = run("print", *words, "-o", str(tmp_path / "p.pdf"))
    assert (code, told["refused"]) == (3, refused)
    assert not (tmp_path / "p.pdf").exists()


def test_a_day_of_two_sessions_wants_the_uid(run: Run, tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "station")
    desk.schedule.sessions.register(a_session(starts="14:00", ends="16:00"))
    desk.close()
    code, told = run("print", "session", "2026-11-20", "-o", str(tmp_path / "p.pdf"))
    assert (code, told["refused"]) == (3, "several_sessions")


def test_the_schedule_is_exported_for_a_phone(
    run: Run, uids: dict[str, str], tmp_path: Path
) -> None:
    target = tmp_path / "日程.ics"
    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    code, told = run("schedule", "export", "--ics", str(target), *days)
    assert (code, told["entries"]) == (0, 3)
    calendar = vobject.readOne(target.read_text("utf-8"))
    found = {event.uid.value for event in calendar.contents["vevent"]}
    assert found == {uids[name] for name in ("session", "field-visit", "activity")}
    code, told = run("schedule", "export", "--ics", str(target), *days, "--deputy", "王建国")
    assert (code, told["entries"]) == (0, 3)
    code, told = run("schedule", "export", "--ics", str(target), "--deputy", "无此人")
    assert (code, told["refused"]) == (3, "not_found")


def test_two_deputies_of_a_name_are_not_mixed_up(run: Run, tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "station")
    desk.deputies.register(a_deputy("王建国"))
    desk.close()
    words = ("schedule", "export", "--ics", str(tmp_path / "x.ics"), "--deputy", "王建国")
    code, told = run(*words)
    assert (code, told["refused"]) == (3, "deputy_namesakes")


@pytest.mark.parametrize("form", FORMS)
def test_a_day_that_is_none_is_a_mistake_of_usage(run: Run, form: str) -> None:
    with pytest.raises(SystemExit) as ended:
        run("print", form, "--month", "November")
    assert ended.value.code == 2


@pytest.mark.parametrize("form", ["rota", "wall-sheet"])
def test_a_year_that_no_calendar_has_is_refused(run: Run, tmp_path: Path, form: str) -> None:
    target = str(tmp_path / "x.pdf")
    code, told = run("print", form, "--year", "99999", "-o", target)
    assert (code, told["problems"]) == (3, [OUT_OF_YEARS])
