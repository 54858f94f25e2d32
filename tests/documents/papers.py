"""What tests draw, and what readers of PDF find on it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import zxingcpp
from PIL import Image

from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.receipt import ReceiptSheet, Size, draw_receipts
from liaison_desktop.documents.visit_record import VisitRecordSheet, draw_visit_records
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.numbering import matter_number
from liaison_desktop.model.visit import Visit
from tests.builders import NOON, a_matter, a_station, a_visit

FACTS = PrintFacts(a_station(), NOON, 1, "赵敏")
NUMBER = "QHJD-L-2026-0001-K"


def numbered(visit: Visit) -> Visit:
    """Return the visit with the numbers that a saved one has."""
    visit.number = NUMBER
    for place, matter in enumerate(visit.matters, 1):
        matter.number = matter_number(NUMBER, place)
    return visit


def a_record(visit: Visit | None = None, matter: Matter | None = None) -> VisitRecordSheet:
    """Return the sheet of a visit's first matter, or of the given one alone."""
    whole = visit or a_visit(matters=[matter or a_matter()])
    return VisitRecordSheet(numbered(whole), whole.matters[0], FACTS)


def draw_record(folder: Path, sheet: VisitRecordSheet, *, for_writing: bool = False) -> Drawn:
    return draw_visit_records(folder / "record.pdf", [sheet], for_writing=for_writing)


def draw_receipt(folder: Path, visit: Visit, paper: Size = "A4", times: int = 1) -> Drawn:
    sheet = ReceiptSheet(numbered(visit), replace(FACTS, times=times))
    return draw_receipts(folder / "receipt.pdf", [sheet], paper=paper)


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(path)
    try:
        yield document
    finally:
        document.close()


def by_pypdf(path: Path) -> str:
    """Return the text of all pages, its lines joined."""
    with pypdf.PdfReader(path) as reader:
        return "".join(page.extract_text() for page in reader.pages).replace("\n", "")


def by_pdfium(path: Path) -> str:
    """Return the text of all pages, its lines joined; this reader makes one space of several."""
    return "".join(pages_by_pdfium(path)).replace("\r\n", "")


def pages_by_pdfium(path: Path) -> list[str]:
    with opened(path) as document:
        texts = [document[place].get_textpage() for place in range(len(document))]
        return [text.get_text_range() for text in texts]


def solid(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def on_paper(path: Path) -> str:
    """Return what both readers agree on, without white space; fails where they do not."""
    first, second = solid(by_pypdf(path)), solid(by_pdfium(path))
    assert sorted(first) == sorted(second)
    return first


def picture(path: Path, page: int = 0, scale: float = 2.0) -> Image.Image:
    with opened(path) as document:
        return document[page].render(scale=scale).to_pil().convert("L")


def codes(path: Path, page: int = 0) -> list[str]:
    """Return what a camera reads in the bar codes of a page."""
    return [found.text for found in zxingcpp.read_barcodes(picture(path, page, scale=3.0))]


def in_order(text: str, parts: Sequence[str]) -> bool:
    """Return whether the parts stand in the text, one after the other."""
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True
