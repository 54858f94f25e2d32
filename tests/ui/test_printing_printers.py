"""Which printers put something on paper, which is offered, and what becomes of a set of jobs."""

import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTransform
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from liaison_desktop.documents.receipt import draw_blank_receipts
from liaison_desktop.model.faults import Unusable
from liaison_desktop.ui.printing.cups import CupsPrinters
from liaison_desktop.ui.printing.folder_printers import FolderPrinters
from liaison_desktop.ui.printing.pages import draw_page, page_shapes
from liaison_desktop.ui.printing.print_job import PrintJob, send_all
from liaison_desktop.ui.printing.printers import (
    Printer,
    first_choice,
    system_printers,
    warning_about,
)
from liaison_desktop.ui.printing.raster import RasterPrinters, draw_on
from tests.builders import NOON, a_station

REAL = Printer("HP_1020", "HP LaserJet 1020", device="usb://HP/LaserJet")
PDF = Printer("PDF", device="cups-pdf:/", is_default=True)


@pytest.mark.parametrize(
    ("printer", "makes"),
    [
        (Printer("Microsoft Print to PDF"), "pdf"),
        (Printer("Microsoft XPS Document Writer"), "xps"),
        (Printer("OneNote (Desktop)"), "note"),
        (Printer("发送至 OneNote 2013"), "note"),
        (Printer("Fax"), "fax"),
        (Printer("传真"), "fax"),
        (Printer("导出为WPS PDF"), "pdf"),
        (Printer("WPS 高级打印"), "pdf"),
        (Printer("Adobe PDF"), "pdf"),
        (Printer("Foxit PDF Reader Printer"), "pdf"),
        (Printer("PDF"), "pdf"),
        (Printer("Office", "Print to PDF"), "pdf"),
        (Printer("Office", model="Generic CUPS-PDF Printer (w/ options)"), "pdf"),
        (Printer("Office", device="cups-pdf:/"), "pdf"),
        (Printer("Office", device="file:///dev/null"), "file"),
        (Printer("Office", device="/var/spool/out.prn"), "file"),
        (Printer("虚拟打印机"), "file"),
    ],
    ids=lambda value: value.name if isinstance(value, Printer) else value,
)
def test_a_printer_without_paper_is_known(printer: Printer, makes: str):
    assert printer.makes == makes
    assert "不出纸" in warning_about(printer)


@pytest.mark.parametrize(
    "printer",
    [
        REAL,
        Printer("Kyocera", model="Generic PDF Printer", device="socket://192.0.2.1:9100"),
        Printer("Brother_MFC_Facsimile_Room", device="ipp://192.0.2.1/ipp/print"),
        Printer("Pantum M6500"),
        Printer("立思辰 GB9541"),
        Printer("窗口", "奔图 P2500", device="usb://Pantum/P2500"),
    ],
    ids=lambda printer: printer.name,
)
def test_a_printer_with_paper_is_not_taken_for_a_virtual_one(printer: Printer):
    assert printer.makes == ""
    assert warning_about(printer) == ""


def test_a_printer_that_was_stopped_is_named():
    assert "已停用" in warning_about(Printer("HP", is_stopped=True))


def test_the_printer_offered_is_the_last_one_then_one_that_takes_paper():
    stopped = Printer("Old", is_stopped=True)

    assert first_choice([PDF, REAL], "PDF") == PDF
    assert first_choice([PDF, stopped, REAL], "") == REAL
    assert first_choice([PDF, stopped], "gone") == stopped
    assert first_choice([Printer("A"), Printer("B", is_default=True)], "") == Printer(
        "B", is_default=True
    )
    assert first_choice([PDF], "") == PDF
    assert first_choice([], "PDF") is None


def job(path: Path, printer: str) -> PrintJob:
    return PrintJob(path, "来访回执", "A4", printer)


def test_what_was_taken_is_told_where_the_next_is_refused(tmp_path: Path):
    (tmp_path / "1.pdf").write_bytes(b"1")
    printers = FolderPrinters(tmp_path / "out", REAL)
    jobs = [job(tmp_path / "1.pdf", "HP_1020"), job(tmp_path / "1.pdf", "gone")]

    sent = send_all(printers.send, [*jobs, jobs[0]])

    assert sent.jobs == jobs[:1]
    assert sent.fault is not None
    assert sent.fault.code == "printer_gone"
    assert [path.read_bytes() for path in (tmp_path / "out").iterdir()] == [b"1"]


def test_a_folder_prints_only_what_is_there(tmp_path: Path):
    printers = FolderPrinters(tmp_path / "out", REAL)

    assert printers.find() == [REAL]
    with pytest.raises(Unusable, match="paper_gone"):
        printers.send(job(tmp_path / "nothing.pdf", "HP_1020"))
    assert printers.sent == []


def test_where_cups_has_no_commands_pages_are_printed_as_pictures(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert isinstance(system_printers(), RasterPrinters)

    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert isinstance(system_printers(), CupsPrinters)
    monkeypatch.setattr(sys, "platform", "win32")
    assert isinstance(system_printers(), RasterPrinters)


@pytest.mark.skipif(sys.platform == "win32", reason="stands in for lp by a script of the shell")
def test_a_print_service_that_is_silent_or_fails_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "1.pdf").write_bytes(b"1")
    lp = tmp_path / "lp"
    lp.write_text("#!/bin/sh\nexec sleep 20\n")
    lp.chmod(0o700)
    monkeypatch.setattr("liaison_desktop.ui.printing.cups._PATIENCE", 0.1)
    printers = CupsPrinters(lp, lp)

    assert printers.find() == []
    with pytest.raises(Unusable, match="printing_silent"):
        printers.send(job(tmp_path / "1.pdf", "HP_1020"))
    lp.unlink()
    assert printers.find() == []
    with pytest.raises(Unusable, match="printer_refused"):
        printers.send(job(tmp_path / "1.pdf", "HP_1020"))


@pytest.mark.usefixtures("qapp")
def test_pages_are_drawn_as_pictures_at_their_own_size(tmp_path: Path):
    receipt = draw_blank_receipts(tmp_path / "回执.pdf", a_station(), 2, NOON, paper="A5").path
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    assert draw_on(printer, receipt)

    pages = PdfReader(tmp_path / "printed.pdf").pages
    assert [[round(float(s)) for s in p.mediabox[2:]] for p in pages] == [[420, 595], [420, 595]]
    assert pages[1].extract_text() == ""
    wanted = draw_page(receipt, 1, 1.5)
    assert difference(wanted, draw_page(tmp_path / "printed.pdf", 1, 1.5)) < 3
    assert difference(wanted, wanted.transformed(QTransform(-1, 0, 0, -1, 0, 0))) > 10


@pytest.mark.usefixtures("qapp")
def test_a_lying_page_is_printed_lying(tmp_path: Path):
    canvas = Canvas(str(tmp_path / "ledger.pdf"))
    for size in ((842, 595), (595, 842)):
        canvas.setPageSize(size)
        canvas.rect(40, 40, 300, 100, fill=1)
        canvas.showPage()
    canvas.save()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    assert draw_on(printer, tmp_path / "ledger.pdf")

    assert page_shapes(tmp_path / "printed.pdf") == page_shapes(tmp_path / "ledger.pdf")
    for place in (0, 1):
        pages = [draw_page(tmp_path / name, place, 1.0) for name in ("ledger.pdf", "printed.pdf")]
        assert difference(*pages) < 3


def difference(first: QImage, second: QImage) -> float:
    """Return the mean difference of two pictures, seen from afar, in steps of grey, 0 to 255."""
    a, b = (from_afar(picture) for picture in (first, second))
    places = [(x, y) for x in range(a.width()) for y in range(a.height())]
    return sum(abs(a.pixelColor(*p).red() - b.pixelColor(*p).red()) for p in places) / len(places)


def from_afar(picture: QImage) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.scaled(80, 110, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_the_system_does_not_know_takes_nothing(tmp_path: Path):
    with pytest.raises(Unusable) as fault:
        RasterPrinters().send(job(tmp_path / "1.pdf", "no such printer"))

    assert fault.value.code == "printer_gone"
