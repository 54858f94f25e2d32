"""Printing through a real scheduler, as far as the printer's own door."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from liaison_desktop.documents.receipt import draw_blank_receipts
from liaison_desktop.model.faults import Unusable
from liaison_desktop.ui.printing.cups import CupsPrinters
from liaison_desktop.ui.printing.print_job import PrintJob
from liaison_desktop.ui.printing.printers import Printers, system_printers
from tests.builders import NOON, a_station
from tests.ui.cups import Scheduler, cupsd

pytestmark = pytest.mark.skipif(
    not (cupsd() and shutil.which("lp") and shutil.which("lpadmin")),
    reason="cupsd, lp and lpadmin are not installed (Debian: cups-daemon, cups-client)",
)

NO_PLUGIN = 75
RASTER = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from liaison_desktop.ui.printing.print_job import PrintJob
from liaison_desktop.ui.printing.raster import RasterPrinters
app = QApplication([])
printers = RasterPrinters()
found = {{printer.name for printer in printers.find()}}
if not found:
    sys.exit({NO_PLUGIN})
assert "Window" in found, found
printers.send(PrintJob(Path(sys.argv[1]), "receipt", "A4", "Window", copies=2))
"""
"""In a process of its own: the library of CUPS asks only once which server it is to ask."""


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Scheduler]:
    folder = Path(tempfile.mkdtemp(prefix="cups-"))
    started = Scheduler(folder)
    started.add_printer("Window", "窗口打印机 HP LaserJet")
    started.add_printer("Back", "里间")
    started.stop_printer("Back")
    started.choose_default("Window")
    yield started
    started.end()
    shutil.rmtree(folder)


@pytest.fixture
def printers(scheduler: Scheduler, monkeypatch: pytest.MonkeyPatch) -> Printers:
    monkeypatch.setenv("CUPS_SERVER", scheduler.server)
    return system_printers()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return draw_blank_receipts(tmp_path / "空白 回执.pdf", a_station(), 1, NOON).path


def test_the_queues_are_found_with_what_people_call_them(printers: Printers):
    assert isinstance(printers, CupsPrinters)
    found = {printer.name: printer for printer in printers.find()}

    assert set(found) == {"Window", "Back"}
    assert found["Window"].title == "窗口打印机 HP LaserJet"
    assert (found["Window"].is_default, found["Window"].is_stopped) == (True, False)
    assert (found["Back"].is_default, found["Back"].is_stopped) == (False, True)
    assert found["Window"].device == "folder:/"
    assert found["Window"].makes == ""


def test_the_printer_gets_the_file_itself(printers: Printers, scheduler: Scheduler, paper: Path):
    before = len(scheduler.printed(0))

    printers.send(PrintJob(paper, "来访回执", "A4", "Window", copies=3))

    job = scheduler.printed(before + 1)[-1]
    assert job.data == paper.read_bytes()
    assert (job.title, job.copies) == ("来访回执", 3)
    assert {"media=A4", "print-scaling=none"} <= set(job.options)


def test_a_file_is_the_queue_s_own_once_it_was_taken(
    printers: Printers, scheduler: Scheduler, paper: Path
):
    data, before = paper.read_bytes(), len(scheduler.printed(0))

    printers.send(PrintJob(paper, "来访回执", "A5", "Window"))
    paper.unlink()

    job = scheduler.printed(before + 1)[-1]
    assert job.data == data
    assert "media=A5" in job.options


@pytest.mark.parametrize(
    ("printer", "name", "code"),
    [("Gone", "空白 回执.pdf", "printer_gone"), ("Window", "nothing.pdf", "paper_gone")],
)
def test_a_job_that_no_queue_takes_is_a_fault(
    printers: Printers, paper: Path, printer: str, name: str, code: str
):
    with pytest.raises(Unusable) as fault:
        printers.send(PrintJob(paper.with_name(name), "来访回执", "A4", printer))

    assert fault.value.code == code


def test_a_queue_that_takes_no_more_is_a_fault(
    printers: Printers, scheduler: Scheduler, paper: Path
):
    scheduler.add_printer("Full", "满")
    scheduler.refuse_jobs("Full")

    with pytest.raises(Unusable, match="printer_refused"):
        printers.send(PrintJob(paper, "来访回执", "A4", "Full"))


def test_where_no_scheduler_answers_there_is_no_printer(
    printers: Printers, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CUPS_SERVER", "/nowhere/socket")

    assert printers.find() == []


def test_pictures_of_the_pages_reach_a_queue_too(scheduler: Scheduler, paper: Path, tmp_path: Path):
    before = len(scheduler.printed(0))

    ended = subprocess.run(
        [sys.executable, "-c", RASTER, str(paper)],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"CUPS_SERVER": scheduler.server},
    )

    if ended.returncode == NO_PLUGIN:
        pytest.skip("this Qt has no plugin for CUPS")
    assert ended.returncode == 0, ended.stderr
    job = scheduler.printed(before + 1)[-1]
    (tmp_path / "printed.pdf").write_bytes(job.data)
    page = PdfReader(tmp_path / "printed.pdf").pages[0]
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
    assert job.copies == 2
