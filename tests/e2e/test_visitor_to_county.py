"""The main job whole: typed, saved, killed, opened again, printed, sealed, received, equal."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from liaison_desktop import paths
from liaison_desktop.desk.visit_json import visit_as_json
from liaison_desktop.model.times import parse_rfc3339
from tests.e2e.at_the_desk import NAME, STATEMENT
from tests.homes import HEAD, StoppedClock, a_county, a_desk
from tests.joined import join

JUST_AFTER_MIDNIGHT = "2027-01-01T00:30:00+08:00"
"""Still 2026 in UTC and in New York: the number's year must be the desk's."""


@pytest.fixture(params=["Asia/Shanghai", "UTC", "America/New_York"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The PC's own time zone, in this process and in those it starts."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_a_visitor_becomes_a_record_a_paper_and_a_package_that_the_county_opens(
    zone: str, tmp_path: Path
) -> None:
    clock = StoppedClock(parse_rfc3339(JUST_AFTER_MIDNIGHT))
    a_desk(tmp_path / "station", clock).close()
    number = _typed_and_killed(tmp_path)
    assert number.startswith("QHJD-L-2027-0001-")

    desk = a_desk(tmp_path / "station", clock)
    visit = desk.visits.load(number)
    assert (visit.visitors[0].name, visit.matters[0].statement) == (NAME, "\n".join(STATEMENT))
    assert (str(visit.received_on), visit.is_late_entry) == ("2027-01-01", False)
    [draft] = desk.drafts.find("visit")
    assert draft.body["visitors"][0]["name"] == "赵半句"  # type: ignore[index]  # as typed
    assert [check.name for check in desk.check() if not check.is_ok] == []

    for paper in desk.papers.print_set(number, tmp_path):
        assert paper.missing == []
    _assert_printed(tmp_path / f"登记表_{number}.pdf", number)

    county, head = a_county(tmp_path / "county", clock), a_desk(tmp_path / "station", clock, HEAD)
    join(head, county, tmp_path)
    exported = desk.exchange.export(tmp_path)
    assert exported.file.name == "上报_清河街道_2027-01-01_第1批.liaison"
    received = county.receiving.receive(exported.file)
    assert (received.applied, received.unchanged) == (exported.records, 0)
    [at_county] = county.visits.find()
    assert visit_as_json(at_county) == visit_as_json(visit)
    for office in (desk, head, county):
        office.close()


def _typed_and_killed(folder: Path) -> str:
    """Return the number that stood on the screen; the program is killed while a clerk types on."""
    program = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.e2e.at_the_desk",
            str(folder / "station"),
            str(folder / "screen.ini"),
            JUST_AFTER_MIDNIGHT,
        ],
        stdout=subprocess.PIPE,
        text=True,
        cwd=paths.PACKAGE.parent,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    assert program.stdout is not None
    with program.stdout:
        number = program.stdout.readline().strip()
        assert program.stdout.readline() == "kept\n"
        os.kill(program.pid, signal.SIGKILL)
    program.wait()
    return number


def _assert_printed(paper: Path, number: str) -> None:
    """Assert that two readers of PDF read what was typed, line breaks of the paper aside."""
    by_pypdf = "".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
    document = pypdfium2.PdfDocument(paper)
    by_pdfium = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    for read in (by_pypdf, by_pdfium):
        flat = "".join(read.split())
        for typed in (number, NAME, "13800001234", "和平社区3栋", "路灯不亮", *STATEMENT):
            assert "".join(typed.split()) in flat, typed
