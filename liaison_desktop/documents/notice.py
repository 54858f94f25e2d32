"""F04 代表接待日公告 on A4, as GB/T 9704-2012 sets an official paper: 22 lines of 28 characters.

At 15.75 pt (3 号) such a line is 155.6 mm wide, and 22 of them with a leading of 15/8 are 224.3 mm
high. What would take two pages so is set closer if it then takes one (5.2.3 allows that): a notice
hangs on a wall.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison_desktop.documents.calendar_code import calendar_code
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.marks import qr_code
from liaison_desktop.documents.notice_text import NoticeSheet, notice_body
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.paragraph import Align, Paragraph, Style
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.schedule_values import issuer_of
from liaison_desktop.model.schedule_words import NoticeKind

FORM = "notice"
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "page_left": (),
    "page_right": (),
    **PRINTED,
}
"""Values around the text, none of them a field of a record."""

SIZES = ((15.75, 29.531), (15.75, 24.0), (14.0, 21.0), (14.0, 19.5))
"""Size and leading of the text: the standard's first, then what is tried for one page."""

TITLE_SIZE, TITLE_LEADING = 22.0, 36.0
LEFT, TOP, WIDTH = 28 * MM, 37 * MM, 156 * MM
ROOM = 22 * 29.531
SEAL = 45 * MM
"""A seal is at most 4.5 cm across (国务院关于印章管理的规定, 1999)."""

CODE = 36 * MM
_BESIDE = 4 * MM
CODE_TOLD = "扫码记下接待日（不用联网）"
_LEVELS = {
    "hei": re.compile("[一二三四五六七八九十]+、"),
    "kai": re.compile("（[一二三四五六七八九十]+）"),
}
"""The face of a heading, by how it begins."""

MOST_HEADING = 40
"""Characters; what is longer is a paragraph, however it begins."""


@dataclass(frozen=True)
class _Face:
    """How the text is set."""

    fonts: Fonts
    size: float
    leading: float

    def style(self, font: str, align: Align, indent: float = 0.0) -> Style:
        return Style(self.fonts.stack(font), self.size, self.leading, align, indent)


@dataclass(frozen=True)
class _Block:
    """One paragraph of the page; a heading stays with what follows."""

    text: Paragraph
    is_heading: bool = False


def draw_notice(target: Path, sheet: NoticeSheet, facts: PrintFacts) -> Drawn:
    """Write the notice as PDF; Unusable where the file cannot be written."""
    paper = Paper(FORM, facts.station.name, facts.printed_at, sheet.title.replace("\n", ""))
    pages, signature = _set(paper.fonts, sheet)
    values = paper.printed_values(facts) | {"pages": str(len(pages))}
    for number, blocks in enumerate(pages, start=1):
        is_last = number == len(pages)
        page = _Page(blocks, signature if is_last else None)
        paper.add_page(values | _numbered(number), page.draw)
    return paper.save(target, {"xbs", "fang", *_LEVELS})


def _set(fonts: Fonts, sheet: NoticeSheet) -> "tuple[list[list[_Block]], _Signature]":
    """Return the blocks of each page, set closer than usual only where one page holds them then."""
    for size, leading in SIZES:
        face = _Face(fonts, size, leading)
        signature = _Signature.of(face, sheet)
        blocks = _blocks(face, sheet)
        if sum(block.text.height for block in blocks) + signature.height <= ROOM:
            return [blocks], signature
    face = _Face(fonts, *SIZES[0])
    signature = _Signature.of(face, sheet)
    return _pages(_blocks(face, sheet), signature.height), signature


def _numbered(number: int) -> dict[str, str]:
    """Return the page number between dashes, right on odd pages and left on even ones."""
    mark, is_odd = f"— {number} —", number % 2
    sides = {"page_right": mark if is_odd else "", "page_left": "" if is_odd else mark}
    return {"page": str(number)} | sides


def _blocks(face: _Face, sheet: NoticeSheet) -> list[_Block]:
    weight = 0.0 if "xbs" in face.fonts.official else 0.022
    title = Style(face.fonts.stack("xbs"), TITLE_SIZE, TITLE_LEADING, "center", weight=weight)
    number = face.style("fang", "center")
    head = [_Block(Paragraph(sheet.title, title, WIDTH))]
    head.append(_Block(Paragraph(f"{sheet.notice.doc_number}\n", number, WIDTH)))
    return head + [_block(face, line) for line in notice_body(sheet).split("\n")]


def _block(face: _Face, line: str) -> _Block:
    """Return a paragraph in 仿宋, 一、 in 黑体, （一） in 楷体, each two characters in."""
    level = next((font for font, begins in _LEVELS.items() if begins.match(line)), "")
    is_heading = bool(level) and len(line) <= MOST_HEADING and not line.rstrip().endswith("。")
    style = face.style(level if is_heading else "fang", "justify", 2.0)
    return _Block(Paragraph(line, style, WIDTH), is_heading)


def _pages(blocks: Sequence[_Block], signature: float) -> list[list[_Block]]:
    """Return the blocks of each page; the signature never stands alone on the last."""
    pages: list[list[_Block]] = [[]]
    todo, room = list(blocks), ROOM
    while todo:
        block = todo.pop(0)
        following = 2 * block.text.style.leading if block.is_heading else 0.0
        if block.text.height + following <= room + 0.01:
            pages[-1].append(block)
            room -= block.text.height
            continue
        if not block.is_heading and (parts := block.text.split(room)) is not None:
            pages[-1].append(_Block(parts[0]))
            block = _Block(parts[1])
        pages.append([])
        todo.insert(0, block)
        room = ROOM
    if signature > room:
        pages.append(_taken_along(pages[-1]))
    return pages


def _taken_along(page: list[_Block]) -> list[_Block]:
    """Return the end of a page, taken off it, that goes with the signature: two paragraphs."""
    start = len(page) - 2
    while start > 0 and page[start - 1].is_heading:
        start -= 1
    taken = page[max(start, 0) :]
    del page[max(start, 0) :]
    return taken


@dataclass(frozen=True)
class _Signature:
    """The issuing organ over the 成文日期, free room for its seal over both, the code at the left.

    `centre` is that of both, from the left edge of the text. The date ends four characters from
    the right edge (7.3.5.1); an organ that would go further than two from it moves both inwards.
    """

    organ: Paragraph
    date: Paragraph
    centre: float
    code: str
    told: Paragraph
    above: float

    @property
    def height(self) -> float:
        return self.above + SEAL

    @classmethod
    def of(cls, face: _Face, sheet: NoticeSheet) -> "_Signature":
        style = face.style("fang", "center")
        small = Style(face.fonts.stack("song"), 8.0, 10.0, "center")
        room = WIDTH - CODE - 2 * _BESIDE - 2 * face.size
        organ, date = (
            Paragraph(text, style, room) for text in (issuer_of(sheet.station), sheet.issued)
        )
        centre = WIDTH - max(4 * face.size + _width(date) / 2, 2 * face.size + _width(organ) / 2)
        is_held = sheet.notice.kind is not NoticeKind.CANCEL
        code = calendar_code(sheet.session, sheet.held_on, sheet.station) if is_held else ""
        told = Paragraph(CODE_TOLD if is_held else "", small, CODE + 2 * _BESIDE)
        return cls(organ, date, centre, code, told, face.leading)

    def draw(self, file: PdfFile, left: float, top: float) -> str:
        """Return the operators of the block below a text that ends at `top`."""
        upper = top - self.above
        x = left + self.centre - self.organ.width / 2
        y = upper - (SEAL - self.organ.height - self.date.height) / 2
        parts = [self.organ.draw(file, x, y), self.date.draw(file, x, y - self.organ.height)]
        if self.code:
            parts.append(qr_code(self.code, left + _BESIDE, upper, CODE))
            parts.append(self.told.draw(file, left, upper - CODE - 1 * MM))
        return "\n".join(parts)


def _width(text: Paragraph) -> float:
    """Return the width of the longest line."""
    return max(sum(glyph.width for glyph in line.glyphs) for line in text.lines) * text.style.size


@dataclass(frozen=True)
class _Page:
    """What stands on one page."""

    blocks: Sequence[_Block]
    signature: _Signature | None

    def draw(self, file: PdfFile, height: float) -> str:
        y = height - TOP + (TITLE_LEADING - TITLE_SIZE) / 2
        parts = []
        for block in self.blocks:
            parts.append(block.text.draw(file, LEFT, y))
            y -= block.text.height
        if self.signature is not None:
            parts.append(self.signature.draw(file, LEFT, y))
        return "\n".join(parts)
