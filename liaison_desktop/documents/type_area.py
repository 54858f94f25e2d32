"""The type area of GB/T 9704-2012 (5.2): 156 × 225 mm, 37 mm from above, 28 mm from the left.

Its text is 仿宋 of 3 号 (15.75 pt): 28 characters make 155.6 mm of a line. A line has 15/8 of that,
which is 29.531 pt, so that 22 of them, the last without the room below it, are 224.3 mm high.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.paragraph import Align, Paragraph, Style
from liaison_desktop.documents.pdf_file import PdfFile

SIZE, LEADING = 15.75, 29.531
TITLE_SIZE, TITLE_LEADING = 22.0, 36.0
LEFT, TOP, WIDTH, HEIGHT = 28 * MM, 37 * MM, 156 * MM, 225 * MM
LINES = 22
ROOM = LINES * LEADING
SEAL = 45 * MM
"""A seal is at most 4.5 cm across (国务院关于印章管理的规定, 1999)."""

LEVELS = {
    "hei": re.compile("[一二三四五六七八九十]+、"),
    "kai": re.compile("（[一二三四五六七八九十]+）"),
}
"""The face of a heading, by how it begins."""

MOST_HEADING = 40
"""Characters; what is longer is a paragraph, however it begins."""

_EASE = 0.01


@dataclass(frozen=True)
class TextFace:
    """How a text is set: in the size of the standard, or closer."""

    fonts: Fonts
    size: float = SIZE
    leading: float = LEADING

    def style(self, font: str, align: Align = "justify", indent: float = 0.0) -> Style:
        return Style(self.fonts.stack(font), self.size, self.leading, align, indent)

    @property
    def title(self) -> Style:
        """小标宋 of 2 号, centred; made heavier where 宋体 stands in."""
        weight = 0.0 if "xbs" in self.fonts.official else 0.022
        stack = self.fonts.stack("xbs")
        return Style(stack, TITLE_SIZE, TITLE_LEADING, "center", weight=weight)


@dataclass(frozen=True)
class Block:
    """One paragraph of a page; a heading stays with what follows; `label` stands at its left."""

    text: Paragraph
    is_heading: bool = False
    label: Paragraph | None = None
    x: float = 0.0

    @property
    def height(self) -> float:
        return self.text.height

    def split(self, room: float) -> "tuple[Block, Block] | None":
        """Return what fits into a height and the rest; None for a heading or too little room."""
        if self.is_heading or (parts := self.text.split(room)) is None:
            return None
        head, rest = parts
        return replace(self, text=head), replace(self, text=rest, label=None)

    def draw(self, file: PdfFile, top: float) -> str:
        """Return the operators of the block hanging from `top`."""
        text = self.text.draw(file, LEFT + self.x, top)
        return text if self.label is None else f"{self.label.draw(file, LEFT, top)}\n{text}"


def text_block(face: TextFace, line: str) -> Block:
    """Return a paragraph in 仿宋, 一、 in 黑体, （一） in 楷体, each two characters in."""
    level = next((font for font, begins in LEVELS.items() if begins.match(line)), "")
    is_heading = bool(level) and len(line) <= MOST_HEADING and not line.rstrip().endswith("。")
    style = face.style(level if is_heading else "fang", indent=2.0)
    return Block(Paragraph(line, style, WIDTH), is_heading)


def titled_block(face: TextFace, title: str, text: str) -> Block:
    """Return a paragraph that begins with its title in 黑体: 一、会议时间：…"""
    indent = 2.0 + len(title)
    named = Paragraph(title, face.style("hei", "left", 2.0), WIDTH)
    return Block(Paragraph(text, face.style("fang", indent=indent), WIDTH), label=named)


def listed_block(face: TextFace, label: str, text: str) -> Block:
    """Return 出席： in 黑体, two characters in, and its list, whose lines hang after the colon."""
    x = (2 + len(label)) * face.size
    named = Paragraph(label, face.style("hei", "left", 2.0), WIDTH)
    return Block(Paragraph(text, face.style("fang"), WIDTH - x), label=named, x=x)


def balanced(text: str, style: Style, width: float) -> Paragraph:
    """Return a title on as few lines as it needs, each about as long, set in the whole width."""
    usual = Paragraph(text, style, width)
    narrow = width
    while len(usual.lines) > 1 and narrow > style.size:
        closer = Paragraph(text, style, narrow - style.size)
        if len(closer.lines) > len(usual.lines):
            break
        narrow -= style.size
    lines = Paragraph(text, style, narrow).lines
    usual.lines = [replace(line, x=line.x + (width - narrow) / 2) for line in lines]
    return usual


def text_pages(
    blocks: Sequence[Block], first: float, later: float, end: float
) -> list[list[Block]]:
    """Return the blocks of each page; what stands at the end, so high, is never alone on a page."""
    pages: list[list[Block]] = [[]]
    todo, room = list(blocks), first
    while todo:
        block = todo.pop(0)
        following = _following(todo) if block.is_heading else 0.0
        if block.height + following <= room + _EASE:
            pages[-1].append(block)
            room -= block.height
            continue
        if (parts := block.split(room)) is not None:
            pages[-1].append(parts[0])
            block = parts[1]
        pages.append([])
        todo.insert(0, block)
        room = later
    if end > room:
        pages.append(_taken_along(pages[-1]))
    return pages


def _following(blocks: Sequence[Block]) -> float:
    """Return what a heading wants below it: the headings that follow at once, and two lines."""
    height = 0.0
    for block in blocks:
        if not block.is_heading:
            return height + 2 * block.text.style.leading
        height += block.height
    return height


def _taken_along(page: list[Block]) -> list[Block]:
    """Return the end of a page, taken off it, that goes with the signature: two lines at least."""
    last = page.pop()
    if (parts := last.split(last.height - 2 * last.text.style.leading)) is not None:
        page.append(parts[0])
        return [parts[1]]
    taken = [last]
    while page and page[-1].is_heading:
        taken.insert(0, page.pop())
    if not page:
        page[:], taken = taken, []
    return taken


@dataclass(frozen=True)
class Signature:
    """The issuing organ over the 成文日期, with free room for its seal over both.

    `centre` is that of both, from the left edge of the text. The date ends four characters from
    the right edge (7.3.5.1); an organ that would go further than two from it moves both inwards.
    """

    organ: Paragraph
    date: Paragraph
    centre: float
    above: float

    @property
    def height(self) -> float:
        return self.above + SEAL

    @classmethod
    def of(cls, face: TextFace, organ: str, date: str, room: float) -> "Signature":
        style = face.style("fang", "center")
        signed, dated = (Paragraph(text, style, room) for text in (organ, date))
        edge = max(
            4 * face.size + longest_line(dated) / 2, 2 * face.size + longest_line(signed) / 2
        )
        return cls(signed, dated, WIDTH - edge, face.leading)

    def draw(self, file: PdfFile, left: float, top: float) -> str:
        """Return the operators below a text that ends at `top`."""
        x = left + self.centre - self.organ.width / 2
        y = top - self.above - (SEAL - self.organ.height - self.date.height) / 2
        return "\n".join(
            [self.organ.draw(file, x, y), self.date.draw(file, x, y - self.organ.height)]
        )


class End(Protocol):
    """What stands below the text of the last page."""

    def draw(self, file: PdfFile, left: float, top: float) -> str: ...


@dataclass(frozen=True)
class TextPage:
    """Blocks from the upper edge of the type area down, `start` below it; on the last page an end.

    The characters of the first line begin at that edge, not the room above them.
    """

    blocks: Sequence[Block]
    end: End | None = None
    start: float = 0.0

    def draw(self, file: PdfFile, height: float) -> str:
        """Return the operators of the page."""
        y, parts = height - TOP - self.start, []
        if self.blocks:
            first = self.blocks[0].text.style
            y += (first.leading - first.size) / 2
        for block in self.blocks:
            parts.append(block.draw(file, y))
            y -= block.height
        if self.end is not None:
            parts.append(self.end.draw(file, LEFT, y))
        return "\n".join(parts)


def longest_line(text: Paragraph) -> float:
    """Return the width of the longest line in points."""
    return max(sum(glyph.width for glyph in line.glyphs) for line in text.lines) * text.style.size


def page_number(number: int) -> dict[str, str]:
    """Return the page number between dashes, right on odd pages and left on even ones (7.5)."""
    mark, is_odd = f"— {number} —", number % 2
    sides = {"page_right": mark if is_odd else "", "page_left": "" if is_odd else mark}
    return {"page": str(number)} | sides
