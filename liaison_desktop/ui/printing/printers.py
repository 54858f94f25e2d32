"""The printers of this PC, and which of them put nothing on paper."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from liaison_desktop.paths import RESOURCES
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.printing.print_job import PrintJob

_DEVICES = {"cups-pdf": "pdf", "file": "file"}
"""Schemes of a queue's device that lead to no paper."""


@dataclass(frozen=True)
class Printer:
    """One printer: the name of its queue, what people call it, where its pages go."""

    name: str
    description: str = ""
    model: str = ""
    device: str = ""
    is_default: bool = False
    is_stopped: bool = False

    @property
    def title(self) -> str:
        """What people call it."""
        return self.description or self.name

    @property
    def makes(self) -> str:
        """pdf, xps, note, fax or file: what a virtual one makes instead; "" for a real one."""
        scheme, colon, _ = self.device.partition(":")
        if self.device and not colon:
            return "file"  # lpstat shows a device that is a file by its path alone
        if scheme in _DEVICES:
            return _DEVICES[scheme]
        names = [name.lower() for name in (self.name, self.description, self.model)]
        return next((makes for words, makes in _virtual() if any(map(words.search, names))), "")


class Printers(Protocol):
    """What prints. Both verbs may take seconds: the worker calls them."""

    def find(self) -> list[Printer]:
        """Return the printers there are."""

    def send(self, job: PrintJob) -> None:
        """Hand over a job; Unusable printer_gone, printer_refused, printing_silent, paper_gone."""


def system_printers() -> Printers:
    """Return the printers of this system: CUPS gets the file itself, others get pictures."""
    lp, lpstat = shutil.which("lp"), shutil.which("lpstat")
    if sys.platform != "win32" and lp and lpstat:
        from liaison_desktop.ui.printing.cups import CupsPrinters

        return CupsPrinters(Path(lp), Path(lpstat))
    from liaison_desktop.ui.printing.raster import RasterPrinters

    return RasterPrinters()


def first_choice(printers: Sequence[Printer], last: str) -> Printer | None:
    """Return the printer to offer: the last one used, else one that works and takes paper."""
    known = [printer for printer in printers if printer.name == last]
    return next(iter(known or sorted(printers, key=_reluctance)), None)


def warning_about(printer: Printer) -> str:
    """Return what to know before printing on this one; "" for a real printer that is ready."""
    instead = {
        "pdf": tr("存成 PDF 文件"),
        "xps": tr("存成 XPS 文件"),
        "note": tr("送进 OneNote 笔记"),
        "fax": tr("当作传真发出去"),
        "file": tr("存成文件"),
    }
    if printer.makes:
        words = tr("这是虚拟打印机，不出纸，只会{what}。")
        return words.format(what=instead[printer.makes])
    return tr("这台打印机已停用，打印会排队等着。") if printer.is_stopped else ""


def _reluctance(printer: Printer) -> tuple[bool, bool, bool]:
    return bool(printer.makes), printer.is_stopped, not printer.is_default


@cache
def _virtual() -> list[tuple[re.Pattern[str], str]]:
    listed = tomllib.loads((RESOURCES / "printing" / "virtual.toml").read_text("utf-8"))
    return [(re.compile(words), v["makes"]) for v in listed["virtual"] for words in v["words"]]
