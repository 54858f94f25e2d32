"""Printing where no queue takes a PDF file: each page as a picture of 600 dpi, band by band."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from liaison_desktop.model.faults import Unusable
from liaison_desktop.ui.printing.pages import POINTS_PER_INCH, draw_bands, page_shapes
from liaison_desktop.ui.printing.print_job import PrintJob
from liaison_desktop.ui.printing.printers import Printer

_DPI = 600
_ROWS = 600
"""Rows of a band: 12 MB for A4."""


class RasterPrinters:
    """The printers that Qt knows."""

    def find(self) -> list[Printer]:
        """Return the printers there are."""
        return [
            Printer(
                name=info.printerName(),
                description=info.description(),
                model=info.makeAndModel(),
                is_default=info.isDefault(),
                is_stopped=info.state() is QPrinter.PrinterState.Error,
            )
            for info in QPrinterInfo.availablePrinters()
        ]

    def send(self, job: PrintJob) -> None:
        """Draw the pages on the printer."""
        info = QPrinterInfo.printerInfo(job.printer)
        if info.isNull():
            raise Unusable("printer_gone", name=job.printer)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setCopyCount(job.copies)
        printer.setCollateCopies(True)
        printer.setDocName(job.title)
        if not draw_on(printer, job.path):
            raise Unusable("printer_refused", name=job.printer)


def draw_on(printer: QPrinter, path: Path) -> bool:
    """Draw every page of a PDF at its own size; False where the printer does not take it."""
    shapes = page_shapes(path)
    printer.setResolution(_DPI)
    printer.setFullPage(True)
    _lay_paper(printer, shapes[0])
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for place, shape in enumerate(shapes):
        if place:
            _lay_paper(printer, shape)
            if not printer.newPage():
                return painter.end() and False
        _draw_page(painter, printer, path, place)
    return painter.end()


def _draw_page(painter: QPainter, printer: QPrinter, path: Path, place: int) -> None:
    dots = printer.resolution() / POINTS_PER_INCH
    scale = _DPI / POINTS_PER_INCH
    larger = dots / scale
    for top, band in draw_bands(path, place, scale, _ROWS):
        where = QRectF(0, top * larger, band.width() * larger, band.height() * larger)
        painter.drawImage(where, band)


def _lay_paper(printer: QPrinter, shape: QSizeF) -> None:
    """Put in the paper of a page's size, lying where the page lies."""
    lies = shape.width() > shape.height()
    standing = shape.transposed() if lies else shape
    size = QPageSize(standing, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))
