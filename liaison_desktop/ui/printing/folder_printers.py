"""A printer whose paper is a folder: for the tour and for tests, where no printer is."""

import shutil
from pathlib import Path

from liaison_desktop.model.faults import Unusable
from liaison_desktop.ui.printing.print_job import PrintJob
from liaison_desktop.ui.printing.printers import Printer


class FolderPrinters:
    """Printers under the names given; what they print lies in `folder`, jobs in `sent`."""

    def __init__(self, folder: Path, *printers: Printer) -> None:
        self._folder, self._printers = folder, printers
        self.sent: list[PrintJob] = []

    def find(self) -> list[Printer]:
        """Return the printers given."""
        return list(self._printers)

    def send(self, job: PrintJob) -> None:
        """Copy the file into the folder, as a printer would take it."""
        if job.printer not in {printer.name for printer in self._printers}:
            raise Unusable("printer_gone", name=job.printer)
        if not job.path.is_file():
            raise Unusable("paper_gone", job.path.name)
        self._folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(job.path, self._folder / f"{len(self.sent) + 1}_{job.path.name}")
        self.sent.append(job)
