"""The command line as an administrator uses it: each verb on a real home, by its exit code."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest

from liaison_desktop.cli.main import VERBS, build_parser, main
from liaison_desktop.model.words import Side
from tests.homes import CLERK, COUNTY_CLERK, HEAD, PASSWORDS, copy_home

VISIT = {
    "visitors": [{"name": "某㛃𬱖䶮", "phone": "13800001234", "address": "和平社区3栋"}],
    "channel": "visit",
    "title": "路灯不亮",
    "statement": "原话：门口的路灯坏了三个月。",
    "handling": "to_handle",
    "category": "城建环资",
}

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def station(tmp_path: Path) -> Path:
    copy_home(tmp_path / "station")
    return tmp_path / "station"


@pytest.fixture
def run(station: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb in the station's home as the head and return (exit code, JSON answered)."""

    def run(*words: str, user: str = HEAD, stdin: str = "", home: Path = station) -> Any:
        monkeypatch.setenv("LIAISON_PASSWORD", PASSWORDS.get(user, "不对的密码"))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        arguments = [*words, "--home", str(home), "--user", user, "--json"]
        code = main(arguments, lambda _out: 0)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return code, json.loads(printed.out) if printed.out else None

    return run


def test_a_visit_registered_is_shown_listed_printed_and_exported(run: Run, tmp_path: Path) -> None:
    code, registered = run("visit", "register", stdin=json.dumps(VISIT))
    assert (code, registered["warnings"]) == (0, [])
    number = registered["number"]
    code, shown = run("visit", "show", number)
    assert (code, shown["visitors"][0]["name"]) == (0, "某㛃𬱖䶮")
    assert {key: shown[key] for key in VISIT if key != "visitors"} == {
        key: value for key, value in VISIT.items() if key != "visitors"
    }
    code, listed = run("visit", "list", "--find", "㛃")
    assert [visit["number"] for visit in listed] == [number]
    for form in ("visit-record", "receipt"):
        target = tmp_path / f"{form}.pdf"
        code, printed = run("print", form, number, "-o", str(target))
        assert (code, printed["missing"]) == (0, [])
        text = "".join(page.extract_text() for page in pypdf.PdfReader(target).pages)
        assert number in text


def test_lines_of_a_file_are_registered_and_a_bad_one_is_named(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps(VISIT), '{"channel": "visit"', "", json.dumps(VISIT | {"title": ""})]
    (tmp_path / "visits.jsonl").write_text("\n".join(lines), encoding="utf-8")
    code, answers = run("visit", "register", "--from", str(tmp_path / "visits.jsonl"))
    assert code == 3
    assert [answer["line"] for answer in answers] == [1, 2, 4]
    assert [answer.get("refused") for answer in answers] == [None, "bad_json", "not_saved"]
    assert answers[2]["problems"] == [{"field": "title", "code": "missing"}]
    assert len(run("visit", "list")[1]) == 1


def test_a_refused_visit_says_every_field(run: Run) -> None:
    bad = {"visitors": [{"name": "王" * 51}], "title": "x", "channel": "visit"}
    code, answer = run("visit", "register", stdin=json.dumps(bad))
    assert code == 3
    assert answer["refused"] == "not_saved"
    assert answer["problems"] == [{"field": "visitors.0.name", "code": "too_long", "detail": "50"}]
    code, answer = run("visit", "register", stdin='{"titel": "x"}')
    assert (code, answer["problems"][0]) == (3, {"field": "titel", "code": "unknown_key"})


def test_a_lone_surrogate_and_a_nul_are_refused_without_a_traceback(run: Run) -> None:
    for bad in ("\\ud800", "\\u0000", "\\u001b"):
        text = json.dumps(VISIT).replace("路灯不亮".encode("unicode_escape").decode(), bad)
        code, answer = run("visit", "register", stdin=text)
        assert (code, answer["problems"][0]["code"]) == (3, "bad_character")


def test_a_receiver_without_a_match_is_kept_as_typed(run: Run) -> None:
    deputies = [{"name": "王建国", "mandates": [{"level": "town"}]}, {"name": "赵明"}]
    code, answer = run("deputy", "register", stdin=json.dumps(deputies))
    assert (code, [one["name"] for one in answer]) == (0, ["王建国", "赵明"])
    run("deputy", "register", stdin=json.dumps({"name": "赵明"}))
    names = ["王建国", "赵明", "钱多多"]
    code, answer = run("visit", "register", stdin=json.dumps(VISIT | {"receivers": names}))
    assert answer["warnings"] == [
        {"field": "receivers.1", "code": "receiver_ambiguous"},
        {"field": "receivers.2", "code": "receiver_unknown"},
    ]
    assert run("visit", "show", answer["number"])[1]["receivers"] == names


def test_a_visitor_is_found_by_a_rare_character_and_the_index_is_rebuilt(run: Run) -> None:
    _, registered = run("visit", "register", stdin=json.dumps(VISIT))
    code, [people, visits] = run("find", "㛃", "--kind", "person", "--kind", "visit")
    assert (code, people["kind"], people["hits"][0]["title"]) == (0, "person", "某㛃𬱖䶮")
    assert visits["hits"][0]["number"] == registered["number"]
    assert run("index", "rebuild") == (0, {"records": 3})
    assert run("find", "没有的", "--limit", "1") == (0, [])


def test_the_whole_way_to_the_county(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_home(tmp_path / "county", Side.COUNTY)
    county = {"home": tmp_path / "county", "user": COUNTY_CLERK}
    stick = tmp_path / "stick"
    stick.mkdir()
    run("visit", "register", stdin=json.dumps(VISIT))
    assert run("export", "--to", str(stick)) == (3, {"refused": "not_enrolled", "problems": []})
    code, card = run("card", "-o", str(stick / "card"))
    code, enrolled = run(
        "county", "enroll", str(stick / "card"), "-o", str(stick / "invitation"), **county
    )
    assert enrolled["fingerprint"] == card["fingerprint"]
    assert run("join", str(stick / "invitation"))[0] == 0
    code, exported = run("export", "--to", str(stick))
    assert (code, exported["sequence"], exported["from"], exported["records"]) == (0, 1, 0, 4)
    assert run("inspect", exported["file"])[1]["sender"] == "QHJD"
    code, received = run("county", "receive", exported["file"], **county)
    assert (code, received["applied"], received["unchanged"]) == (0, 4, 0)
    code, received = run("county", "receive", exported["file"], **county)
    assert (code, received["applied"], received["unchanged"]) == (0, 0, 4)
    [at_county] = run("county", "list", **county)[1]
    assert at_county == run("visit", "list")[1][0]
    Path(exported["file"]).write_bytes(b"liaison-package\n" + b"x" * 100)
    code, answer = run("county", "receive", exported["file"], **county)
    assert (code, set(answer)) == (3, {"refused", "problems"})


def test_users_are_added_listed_and_disabled(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIAISON_NEW_PASSWORD", "春风又绿江南岸边")
    code, added = run("user", "add", "周平", "--role", "clerk", "--role", "reviewer")
    assert (code, added["roles"]) == (0, ["clerk", "reviewer"])
    PASSWORDS["周平"] = "春风又绿江南岸边"
    assert run("visit", "list", user="周平")[0] == 0
    assert run("user", "add", "吴", user="周平")[1]["refused"] == "not_allowed"
    assert run("user", "disable", "周平")[0] == 0
    assert run("visit", "list", user="周平")[0] == 5
    assert [user["disabled"] for user in run("user", "list")[1]] == [False, False, True]


def test_a_password_is_changed_by_its_owner_and_reset_by_the_head(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIAISON_NEW_PASSWORD", "两个黄鹂鸣翠柳枝")
    assert run("user", "password", CLERK)[0] == 0
    monkeypatch.setitem(PASSWORDS, CLERK, "两个黄鹂鸣翠柳枝")
    assert run("visit", "list", user=CLERK)[0] == 0
    monkeypatch.setenv("LIAISON_NEW_PASSWORD", "short")
    code, answer = run("user", "password", user=CLERK)
    assert (code, answer["refused"]) == (3, "weak_password")


def test_wrong_password_wrong_home_and_wrong_use_have_their_codes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("visit", "list", user="谁")[0] == 5
    assert run("visit", "list", home=tmp_path / "nowhere")[0] == 4
    assert run("county", "list")[1]["refused"] == "wrong_home"
    assert run("print", "receipt")[1]["refused"] == "print_what"
    assert run("visit", "show", "QHJD-L-2026-0001-X")[0] == 3
    with pytest.raises(SystemExit) as usage:
        run("visit", "shwo")
    assert usage.value.code == 2


def test_a_backup_is_made_and_restored(run: Run, tmp_path: Path) -> None:
    run("visit", "register", stdin=json.dumps(VISIT))
    code, backup = run("backup", "make")
    assert code == 0
    run("visit", "register", stdin=json.dumps(VISIT))
    assert run("restore", backup["file"])[0] == 0
    assert len(run("visit", "list")[1]) == 1
    damaged = bytearray(Path(backup["file"]).read_bytes())
    damaged[len(damaged) // 2] ^= 1
    (tmp_path / "damaged").write_bytes(damaged)
    assert run("restore", str(tmp_path / "damaged"))[0] == 4
    assert len(run("visit", "list")[1]) == 1


def test_a_home_is_checked(run: Run, station: Path) -> None:
    code, checks = run("check")
    assert code == 0
    assert all(check["ok"] for check in checks)


def test_blank_forms_and_all_forms_are_printed(run: Run, tmp_path: Path) -> None:
    for _ in range(3):
        run("visit", "register", stdin=json.dumps(VISIT))
    target = str(tmp_path / "out.pdf")
    assert run("print", "visit-record", "--all", "-o", target)[1]["pages"] >= 3
    assert run("print", "receipt", "--blank", "4", "-o", target)[1]["pages"] == 4
    assert run("print", "visit-record", "--blank", "0", "-o", target)[0] == 3


def test_demo_registers_invented_visits(run: Run) -> None:
    assert run("demo", "--people", "3", "--visits", "5", "--seed", "7")[1]["visits"] == 5
    people = {visit["visitors"][0]["phone"] for visit in run("visit", "list")[1]}
    assert all(phone.startswith("1380000") for phone in people)


def test_a_station_and_a_county_are_set_up_and_recovered(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, home = tmp_path / "sheet.pdf", tmp_path / "new"
    facts = ["--station-name", "石桥镇人大代表联络站", "--station-code", "SQZ", "--kind", "镇"]
    assert run("init", *facts, "--recovery", str(sheet), home=home)[0] == 0
    assert run("init", *facts, "--recovery", str(sheet), home=home)[0] == 4
    text = pypdf.PdfReader(sheet).pages[0].extract_text()
    code = _recovery_code(text)
    monkeypatch.setenv("LIAISON_RECOVERY_CODE", code)
    monkeypatch.setenv("LIAISON_NEW_PASSWORD", "两岸猿声啼不住也")
    new_sheet = tmp_path / "sheet2.pdf"
    assert run("recover", "--recovery", str(new_sheet), home=home)[0] == 0
    monkeypatch.setitem(PASSWORDS, HEAD, "两岸猿声啼不住也")
    assert run("visit", "list", home=home)[0] == 0
    assert run("recover", "--recovery", str(sheet), home=home)[0] == 5
    county = ["--name", "清河区人大常委会", "--code", "QHQ", "--recovery", str(tmp_path / "c.pdf")]
    assert run("county", "init", *county, home=tmp_path / "c")[0] == 0
    assert run("county", "list", home=tmp_path / "c") == (0, [])


def test_a_sheet_that_cannot_be_written_leaves_no_home(run: Run, tmp_path: Path) -> None:
    facts = ["--station-name", "石桥镇人大代表联络站", "--station-code", "SQZ", "--kind", "镇"]
    sheet = str(tmp_path / "no" / "such" / "folder" / "sheet.pdf")
    assert run("init", *facts, "--recovery", sheet, home=tmp_path / "new")[0] == 4
    assert not (tmp_path / "new").exists()


def test_every_verb_has_help_worth_reading(capsys: pytest.CaptureFixture[str]) -> None:
    parser = build_parser(lambda _out: 0)
    for words in [verb.words.split() for verb in VERBS] + [["tour"]]:
        with pytest.raises(SystemExit) as shown:
            parser.parse_args([*words, "--help"])
        assert shown.value.code == 0
        assert len(capsys.readouterr().out) > 150, words


@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
def test_the_desk_keeps_chinese_time_on_a_pc_of_any_zone(
    tmp_path: Path, station: Path, zone: str
) -> None:
    late = json.dumps(VISIT | {"received_at": "2026-11-19T23:30:00-05:00"})
    environment = {"TZ": zone, "LIAISON_PASSWORD": PASSWORDS[HEAD]}
    script = (
        "import sys; from liaison_desktop.cli.main import main;"
        "sys.exit(main(sys.argv[1:], lambda out: 0))"
    )
    common = ["--home", str(station), "--user", HEAD, "--json"]

    def run(*words: str, stdin: str = "") -> Any:
        done = subprocess.run(
            [sys.executable, "-c", script, *words, *common],
            input=stdin.encode(),
            capture_output=True,
            env=os.environ | environment,
            check=True,
        )
        return json.loads(done.stdout)

    number = run("visit", "register", stdin=late)["number"]
    assert number.startswith("QHJD-L-2026-")
    assert run("visit", "show", number)["received_at"] == "2026-11-20T12:30:00+08:00"


def _recovery_code(text: str) -> str:
    import re

    groups = re.findall(r"\b[A-Z2-7]{4}\b", text)
    assert len(groups) >= 8
    return "-".join(groups[:8])


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is closed otherwise there")
def test_who_has_read_enough_may_close_the_pipe(station: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    asked = ["visit", "list", "--home", str(station), "--user", CLERK, "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "liaison_desktop", *asked],
        env=os.environ | {"LIAISON_PASSWORD": PASSWORDS[CLERK]},
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_home_of_a_copied_folder_is_lost(station: Path, tmp_path: Path, run: Run) -> None:
    shutil.copytree(station, tmp_path / "copy")
    assert run("visit", "list", home=tmp_path / "copy")[0] == 0
