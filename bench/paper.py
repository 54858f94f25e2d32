"""Draw forms: the first one in a process, the next ones, and a thousand in one file.

The floor of the thousand is a bare ReportLab canvas that shows the same words, run by run, at the
same places in the same faces: without rules and codes, and where every line ends is known.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from bench.harness import Figure, compare, show
from liaison_desktop.documents.drawn import PrintFacts
from liaison_desktop.documents.faces import Face
from liaison_desktop.documents.font_objects import type0_font
from liaison_desktop.documents.fonts import fonts_here
from liaison_desktop.documents.paragraph import Paragraph
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.pdf_objects import Objects
from liaison_desktop.documents.visit_record import VisitRecordSheet, draw_visit_records
from tests.builders import NOON, a_matter, a_station, a_visit, a_visitor

FORMS = 1000
FIRST_MS = 100
WARM_MS = 15
MOST = 1.5
SENTENCES = (
    "和平里社区12号楼建成于1987年，楼内“双气”管线老化严重，今年8月以来已发生三次渗漏。",
    "居民多次拨打12345热线反映，得到的答复均为“已转相关部门办理”，但至今未见实质进展……",
    "《物业管理条例》明确规定了专项维修资金的使用程序，街道、社区应当依法启动应急维修；",
    "所需费用约36.8万元，不足部分由产权单位、居民按6∶3∶1的比例分担。",
    "建议在小区东门增设无障碍坡道，Wi-Fi智能门禁（型号AC-2000Pro）应保留刷卡功能。",
    "楼道里堆放的杂物一直没有清走，消防通道走不过去，晚上老人出门看不清路。",
)
Run = tuple[float, float, str, float, str]
"""x, y, name of the face, size, text."""


def many_sheets() -> list[VisitRecordSheet]:
    """Return a thousand invented forms, no two alike."""
    chance = random.Random(20261120)  # noqa: S311 - invented text, not keys
    facts = PrintFacts(a_station(), NOON, 1, "赵敏")
    sheets = []
    for turn in range(FORMS):
        words = "".join(chance.choices(SENTENCES, k=5)) + f"门牌{chance.randrange(10**6)}号。"
        matter = a_matter(f"第{turn}件", statement=words, request="尽快维修，并书面告知。")
        name = "李" + chr(0x4E00 + chance.randrange(20_000))
        visit = a_visit(a_visitor(name, phone=f"1380000{turn:04d}"), matters=[matter])
        matter.number = f"QHJD-L-2026-{turn:04d}-K-1"
        sheets.append(VisitRecordSheet(visit, matter, facts))
    return sheets


class BareFont:
    """A face behind ReportLab's own interface of fonts that are embedded as they are used."""

    shapable = False
    _multiByte = _dynamicFont = 1  # noqa: N815 - ReportLab's names

    def __init__(self, source: Face) -> None:
        self.fontName = source.name
        self.face = SimpleNamespace(name=source.name.encode(), subfontNameX=b"")
        self._source = source
        self._codes: dict[str, bytes] = {}
        self._widths: dict[str, float] = {}

    def splitString(self, text: str, _doc: PDFDocument) -> list[tuple[int, bytes]]:
        """Return the one subset with the codes of a text."""
        for character in text:
            if character not in self._codes:
                self._codes[character] = self._source.glyph(character).to_bytes(2, "big")
        return [(0, b"".join(map(self._codes.__getitem__, text)))]

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Return the width in points, which drawString asks for."""
        for character in text:
            if character not in self._widths:
                self._widths[character] = self._source.width(self._source.glyph(character))
        return sum(map(self._widths.__getitem__, text)) * size

    def getSubsetInternalName(self, _subset: int, doc: PDFDocument) -> str:
        """Return the name in the page and have `addObjects` called at the end."""
        if self not in doc.delayedFonts:
            doc.delayedFonts.append(self)
        return f"/{self.fontName}"

    def addObjects(self, doc: PDFDocument) -> None:
        """Embed what was shown."""
        used = {code.hex().upper(): text for text, code in self._codes.items()}
        fonts = doc.idToObject["BasicFonts"].dict
        fonts[self.fontName] = type0_font(Objects(doc), self._source, used)
        self._codes = {}


@contextmanager
def words_noted() -> Iterator[list[list[Run]]]:
    """Give a list that takes, page by page, every run of text drawn meanwhile."""
    pages: list[list[Run]] = [[]]
    draw, add_page = Paragraph.draw, PdfFile.add_page

    def noting_draw(paragraph: Paragraph, file: PdfFile, x: float, top: float) -> str:
        pages[-1] += runs_of(paragraph, x, top)
        return draw(paragraph, file, x, top)

    def noting_add_page(file: PdfFile, width: float, height: float, operators: str) -> None:
        pages.append([])
        add_page(file, width, height, operators)

    Paragraph.draw, PdfFile.add_page = noting_draw, noting_add_page
    try:
        yield pages
    finally:
        Paragraph.draw, PdfFile.add_page = draw, add_page
        pages.pop()


def runs_of(paragraph: Paragraph, x: float, top: float) -> Iterator[Run]:
    """Yield the runs of a paragraph, a glyph that is in no face as the first one's."""
    size, y = paragraph.style.size, top
    for line in paragraph.lines:
        y -= paragraph.style.leading
        at = x + line.x
        for face, found in groupby(line.glyphs, key=lambda glyph: glyph.face):
            run = list(found)
            named = face or paragraph.style.stack.faces[0]
            yield at, y, named.name, size, "".join(glyph.text for glyph in run)
            at += sum(glyph.width for glyph in run) * size


def draw_bare(target: Path, pages: list[list[Run]]) -> None:
    """Write the words on a bare canvas."""
    canvas = Canvas(str(target), pagesize=(595.28, 841.89), invariant=1)
    for page in pages:
        for x, y, name, size, text in page:
            canvas.setFont(name, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()


def seconds_to_first() -> float:
    """Return the seconds of the first form in a new process that has imported everything."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.paper", "first"], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def time_first() -> None:
    """Print the seconds of one form in this process."""
    [sheet] = many_sheets()[:1]
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        draw_visit_records(Path(folder) / "first.pdf", [sheet])
        print(time.perf_counter() - began)


def main() -> int:
    """Print the figures; 1 where a limit was not kept."""
    sheets = many_sheets()
    turn = iter(range(FORMS))
    with tempfile.TemporaryDirectory() as folder:
        target, bare = Path(folder) / "ours.pdf", Path(folder) / "bare.pdf"
        with words_noted() as pages:
            draw_visit_records(target, sheets)
        for face in fonts_here().stack("song").faces:
            registerFont(BareFont(face))
        firsts = [seconds_to_first() for _ in range(7)]
        figures = [
            Figure("first form of a process", [], firsts, most_ms=FIRST_MS),
            compare("next form", ours=one_more(target, sheets, turn), most_ms=WARM_MS),
            compare(
                "1,000 forms",
                floor=lambda: draw_bare(bare, pages),
                ours=lambda: draw_visit_records(target, sheets),
                rounds=7,
                most=MOST,
            ),
        ]
        print(
            f"{len(pages)} pages, {sum(len(run[-1]) for page in pages for run in page):,} letters"
        )
        print(f"{target.stat().st_size:,} bytes; bare {bare.stat().st_size:,}")
    return show(figures)


def one_more(
    target: Path, sheets: list[VisitRecordSheet], turn: Iterator[int]
) -> Callable[[], object]:
    """Return what draws another of these forms each time."""
    return lambda: draw_visit_records(target, [sheets[next(turn)]])


if __name__ == "__main__":
    sys.exit(time_first() if sys.argv[1:] == ["first"] else main())
