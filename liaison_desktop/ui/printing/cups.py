"""Printing through CUPS: the PDF file itself goes to the queue, so that text stays text."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from liaison_desktop.model.faults import Unusable
from liaison_desktop.ui.printing.print_job import PrintJob
from liaison_desktop.ui.printing.printers import Printer

_PATIENCE = 20.0
"""Seconds that the scheduler, which is on this PC, may take to answer."""


class CupsPrinters:
    """The queues of CUPS, through its own commands; CUPS_SERVER holds for them as usual."""

    def __init__(self, lp: Path, lpstat: Path) -> None:
        self._lp, self._lpstat = lp, lpstat

    def find(self) -> list[Printer]:
        """Return the queues; none where no scheduler answers."""
        try:
            names = _run([str(self._lpstat), "-e"]).stdout.split()
            told = _run([str(self._lpstat), "-d", "-v", "-l", "-p"]).stdout
        except (OSError, subprocess.TimeoutExpired):
            return []
        return list(_printers(names, told))

    def send(self, job: PrintJob) -> None:
        """Hand the file to the queue, which keeps a copy of its own."""
        if not job.path.is_file():
            raise Unusable("paper_gone", job.path.name)
        try:
            ended = _run(self._command(job))
        except OSError:
            raise Unusable("printer_refused", name=job.printer) from None
        except subprocess.TimeoutExpired:
            raise Unusable("printing_silent", name=job.printer) from None
        if ended.returncode:
            is_gone = "does not exist" in ended.stderr
            raise Unusable("printer_gone" if is_gone else "printer_refused", name=job.printer)

    def _command(self, job: PrintJob) -> list[str]:
        """Return the command; a form drawn in millimetres must not be fitted to the margins."""
        options = [f"media={job.size}", "print-scaling=none", "collate=true"]
        return [
            *(str(self._lp), "-d", job.printer, "-n", str(job.copies), "-t", job.title),
            *(part for option in options for part in ("-o", option)),
            *("--", str(job.path)),
        ]


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a command of CUPS; it answers in English but keeps Chinese names."""
    return subprocess.run(  # noqa: S603 - a fixed program, no shell, names passed as arguments
        command,
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        timeout=_PATIENCE,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )


def _printers(names: Sequence[str], told: str) -> Iterator[Printer]:
    """Give a printer for each name, with what `lpstat -d -v -l -p` told of it."""
    default = re.search(r"^system default destination: (.+)$", told, re.MULTILINE)
    devices = dict(re.findall(r"^device for (\S+): (.*)$", told, re.MULTILINE))
    parts = re.split(r"^printer (\S+) ", told, flags=re.MULTILINE)[1:]
    about = dict(zip(parts[::2], parts[1::2], strict=True))
    for name in names:
        text = about.get(name, "")
        called = re.search(r"^\s+Description: (.*)$", text, re.MULTILINE)
        yield Printer(
            name=name,
            description=called[1].strip() if called else "",
            device=devices.get(name, ""),
            is_default=default is not None and default[1].strip() == name,
            is_stopped=text.startswith("disabled"),
        )
