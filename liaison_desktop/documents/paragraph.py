"""A text set in a width: broken, indented and justified as Chinese wants it, cut only by lines."""

from dataclasses import dataclass, replace
from typing import Literal

from liaison_desktop.documents.glyphs import Glyph, Stack
from liaison_desktop.documents.line_breaking import Line, break_lines
from liaison_desktop.documents.numbers import plain
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.text_runs import TextRuns, gaps

Align = Literal["left", "center", "right", "justify", "spread"]

MOST_SPACING = 0.12
"""Letter spacing in em up to which a line is filled; from 0.14 on PDFium sees spaces in it."""

_ABOVE_BASELINE = 0.88
"""Part of an em square above the baseline, in every Chinese face."""


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """How a text is set: size and leading in points, indent in em, `spread` in em for labels.

    `weight` in em is the width of a stroke around each glyph, for a heavier title.
    """

    stack: Stack
    size: float = 10.5
    leading: float = 16.0
    align: Align = "left"
    indent: float = 0.0
    spread: float = 4.0
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line ready to be shown: its glyphs, where it starts, what is added between them."""

    glyphs: list[Glyph]
    x: float
    spacing: float


class Paragraph:
    """Lines of a text in a width in points; newlines in the text begin new paragraphs."""

    def __init__(self, text: str, style: Style, width: float) -> None:
        self.style = style
        self.width = width
        self.lines = [line for part in text.split("\n") for line in self._set(part)]
        self._shown = ""

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def split(self, room: float) -> tuple["Paragraph", "Paragraph"] | None:
        """Return what fits into a height and the rest, two lines at least in each; else None."""
        count = min(int((room + 0.01) // self.style.leading), len(self.lines) - 2)
        if count < 2:
            return None
        return self._part(self.lines[:count]), self._part(self.lines[count:])

    def draw(self, file: PdfFile, x: float, top: float) -> str:
        """Return the operators that show the lines, the first one's box hanging from `top`."""
        for line in self.lines:
            file.use(line.glyphs)
        body = f"1 0 0 1 {plain(x)} {plain(top)} Tm {self._shown or self._show(file)}"
        if self.style.weight:
            return f"q {plain(self.style.weight * self.style.size)} w BT 2 Tr {body} ET Q"
        return f"BT {body} ET"

    def _show(self, file: PdfFile) -> str:
        """Return the operators of the lines, kept for the next form unless only this file's."""
        style = self.style
        down = (style.leading - style.size) / 2 + style.size * _ABOVE_BASELINE
        runs, at = TextRuns(file, style.size), 0.0
        for line in self.lines:
            runs.move(line.x - at, down)
            runs.show(line.glyphs, line.spacing)
            at, down = line.x, style.leading
        shown = " ".join(runs.parts)
        if runs.is_of_any_file:
            self._shown = shown
        return shown

    def _part(self, lines: list[SetLine]) -> "Paragraph":
        part = Paragraph("", replace(self.style), self.width)
        part.lines = lines
        return part

    def _set(self, text: str) -> list[SetLine]:
        style = self.style
        glyphs = style.stack.glyphs(text)
        widths = [glyph.width * style.size for glyph in glyphs]
        indent = 0.0 if text[:1].isspace() else style.indent * style.size
        if indent + sum(widths) <= self.width:
            lines = [Line(0, len(glyphs), sum(widths), is_last=True)]
        else:
            units = [glyph.text for glyph in glyphs]
            lines = break_lines(units, widths, self.width, self.width - indent)
        return [self._place(glyphs, line, 0.0 if line.start else indent) for line in lines]

    def _place(self, glyphs: list[Glyph], line: Line, indent: float) -> SetLine:
        part = glyphs[line.start : line.end]
        slack = self.width - indent - line.width
        align = self.style.align
        if align == "justify" and not line.is_last:
            return SetLine(part, indent, self._filling(part, slack))
        if align == "spread" and 1 < len(part) < self.style.spread:
            wanted = min(self.style.spread * self.style.size, self.width)
            spacing = (wanted - line.width) / (len(part) - 1)
            return SetLine(part, (self.width - wanted) / 2, spacing)
        share = {"center": 0.5, "spread": 0.5, "right": 1.0}.get(align, 0.0)
        return SetLine(part, indent + slack * share, 0.0)

    def _filling(self, glyphs: list[Glyph], slack: float) -> float:
        end = len(glyphs)
        while end and glyphs[end - 1].text == " ":
            end -= 1
        count = gaps(glyphs[:end])
        return slack / count if 0 < slack <= count * MOST_SPACING * self.style.size else 0.0
