"""F04 代表接待日公告 on A4, as GB/T 9704-2012 sets an official paper: 22 lines of 28 characters.

At 15.75 pt (3 号) such a line is 155.6 mm wide, and 22 of them with a leading of 15/8 are 224.3 mm
high. What would take two pages so is set closer if it then takes one (5.2.3 allows that): a notice
hangs on a wall.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from liaison_desktop.documents.calendar_code import calendar_code
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.marks import qr_code
from liaison_desktop.documents.notice_text import NoticeSheet, notice_body
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.paragraph import Paragraph, Style
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.schedule_values import issuer_of
from liaison_desktop.documents.type_area import (
    LEADING,
    LEVELS,
    ROOM,
    SIZE,
    WIDTH,
    Block,
    Signature,
    TextFace,
    TextPage,
    page_number,
    text_block,
    text_pages,
)
from liaison_desktop.model.schedule_words import NoticeKind

FORM = "notice"
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "page_left": (),
    "page_right": (),
    **PRINTED,
}
"""Values around the text, none of them a field of a record."""

SIZES = ((SIZE, LEADING), (SIZE, 24.0), (14.0, 21.0), (14.0, 19.5))
"""Size and leading of the text: the standard's first, then what is tried for one page."""

CODE = 36 * MM
_BESIDE = 4 * MM
CODE_TOLD = "扫码记下接待日（不用联网）"


def draw_notice(target: Path, sheet: NoticeSheet, facts: PrintFacts) -> Drawn:
    """Write the notice as PDF; Unusable where the file cannot be written."""
    paper = Paper(FORM, facts.station.name, facts.printed_at, sheet.title.replace("\n", ""))
    pages, signed = _set(paper.fonts, sheet)
    values = paper.printed_values(facts) | {"pages": str(len(pages))}
    for number, blocks in enumerate(pages, start=1):
        is_last = number == len(pages)
        page = TextPage(blocks, signed if is_last else None)
        paper.add_page(values | page_number(number), page.draw)
    return paper.save(target, {"xbs", "fang", *LEVELS})


def _set(fonts: Fonts, sheet: NoticeSheet) -> "tuple[list[list[Block]], _Signed]":
    """Return the blocks of each page, set closer than usual only where one page holds them then."""
    for size, leading in SIZES:
        face = TextFace(fonts, size, leading)
        signed = _Signed.of(face, sheet)
        blocks = _blocks(face, sheet)
        if sum(block.height for block in blocks) + signed.height <= ROOM:
            return [blocks], signed
    face = TextFace(fonts)
    signed = _Signed.of(face, sheet)
    return text_pages(_blocks(face, sheet), ROOM, ROOM, signed.height), signed


def _blocks(face: TextFace, sheet: NoticeSheet) -> list[Block]:
    number = face.style("fang", "center")
    head = [
        Block(Paragraph(sheet.title, face.title, WIDTH)),
        Block(Paragraph(f"{sheet.notice.doc_number}\n", number, WIDTH)),
    ]
    return head + [text_block(face, line) for line in notice_body(sheet).split("\n")]


@dataclass(frozen=True)
class _Signed:
    """The organ, the day and the room for the seal, with the code at their left."""

    signature: Signature
    code: str
    told: Paragraph

    @property
    def height(self) -> float:
        return self.signature.height

    @classmethod
    def of(cls, face: TextFace, sheet: NoticeSheet) -> "_Signed":
        small = Style(face.fonts.stack("song"), 8.0, 10.0, "center")
        room = WIDTH - CODE - 2 * _BESIDE - 2 * face.size
        is_held = sheet.notice.kind is not NoticeKind.CANCEL
        code = calendar_code(sheet.session, sheet.held_on, sheet.station) if is_held else ""
        told = Paragraph(CODE_TOLD if is_held else "", small, CODE + 2 * _BESIDE)
        return cls(Signature.of(face, issuer_of(sheet.station), sheet.issued, room), code, told)

    def draw(self, file: PdfFile, left: float, top: float) -> str:
        """Return the operators of the block below a text that ends at `top`."""
        parts = [self.signature.draw(file, left, top)]
        if self.code:
            upper = top - self.signature.above
            parts.append(qr_code(self.code, left + _BESIDE, upper, CODE))
            parts.append(self.told.draw(file, left, upper - CODE - 1 * MM))
        return "\n".join(parts)
