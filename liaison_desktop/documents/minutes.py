"""F20 恳谈会纪要, laid out to GB/T 9704-2012: red head, 22 lines of 28 characters, 版记 at the end.

The lines of the first page stand where they would without its head, so that the two sides of a
sheet lie over each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from liaison_desktop.documents.chinese_dates import dated
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.meeting_sheet import MeetingSheet
from liaison_desktop.documents.meeting_values import computed_of
from liaison_desktop.documents.minutes_text import (
    minutes_body,
    minutes_lists,
    minutes_mark,
    minutes_title,
)
from liaison_desktop.documents.numbers import MM, plain
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.paragraph import Paragraph, Style
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.schedule_values import issuer_of
from liaison_desktop.documents.type_area import (
    HEIGHT,
    LEADING,
    LEFT,
    LEVELS,
    ROOM,
    SIZE,
    TOP,
    WIDTH,
    Block,
    Signature,
    TextFace,
    TextPage,
    balanced,
    listed_block,
    longest_line,
    page_number,
    text_block,
    text_pages,
)
from liaison_desktop.model.consultation_words import ConsultationState

FORM = "minutes"
COMPUTED: Mapping[str, tuple[str, ...]] = computed_of(
    FORM, {"page_left": (), "page_right": (), **PRINTED}
)
"""Values around the text, none of them a field of a record."""

RED = "1 0 0"
MARK_BELOW = 35 * MM
"""From the upper edge of the type area to that of the mark (7.2.4)."""

MARK_SIZES = (30.0, 36.0)
"""At most, of the organ and of what it issues."""

LEAST_MARK = 20.0
"""A name that would be smaller on one line takes another."""

RULE_BELOW = 4 * MM
"""From the number down to the red rule (7.2.7)."""

RED_RULE, THICK, THIN = 0.5 * MM, 0.35 * MM, 0.25 * MM
SMALL, SMALL_LEADING = 14.0, 22.0
"""4 号, of the 版记."""

UNDATED = "　　　　年　　月　　日"


def draw_minutes(target: Path, sheet: MeetingSheet, facts: PrintFacts) -> Drawn:
    """Write the minutes as PDF; Unusable where the file cannot be written."""
    title = f"恳谈会纪要 {sheet.consultation.number}"
    paper = Paper(FORM, facts.station.name, facts.printed_at, title)
    face = TextFace(paper.fonts)
    head, end = _Head.of(paper.fonts, sheet), _End.of(face, sheet)
    pages = text_pages(_blocks(face, sheet), ROOM - head.height, ROOM, end.height)
    values = paper.printed_values(facts) | {"pages": str(len(pages))}
    for number, blocks in enumerate(pages, start=1):
        page = _Page(
            TextPage(blocks, start=0.0 if number > 1 else head.height),
            head if number == 1 else None,
            end if number == len(pages) else None,
        )
        paper.add_page(values | page_number(number), page.draw)
    return paper.save(target, {"xbs", "fang", *LEVELS})


def _blocks(face: TextFace, sheet: MeetingSheet) -> list[Block]:
    text = [text_block(face, line) for line in minutes_body(sheet).split("\n")]
    lists = [listed_block(face, word, said) for word, said in minutes_lists(sheet)]
    return [*text, text_block(face, ""), *lists]


@dataclass(frozen=True)
class _Head:
    """Mark, number, red rule and title of the first page; `height` is a whole number of lines."""

    mark: tuple[Paragraph, ...]
    number: Paragraph
    title: Paragraph

    @classmethod
    def of(cls, fonts: Fonts, sheet: MeetingSheet) -> "_Head":
        face = TextFace(fonts)
        organ, issued = minutes_mark(sheet).split("\n")
        lines = zip((organ, issued), MARK_SIZES, strict=True)
        return cls(
            tuple(_mark_line(face, line, size) for line, size in lines),
            Paragraph(sheet.consultation.doc_number, face.style("fang", "center"), WIDTH),
            balanced(minutes_title(sheet), face.title, WIDTH),
        )

    @property
    def rule(self) -> float:
        """How far the red rule is below the upper edge of the type area."""
        return MARK_BELOW + self._marked + 2 * LEADING + (LEADING + SIZE) / 2 + RULE_BELOW

    @property
    def height(self) -> float:
        """Down to the text: two lines under the rule stands the title, and one line under that."""
        used = self.rule + 2 * LEADING + self.title.height + LEADING
        return ceil(used / LEADING - 0.01) * LEADING

    def draw(self, file: PdfFile, height: float) -> str:
        """Return the operators of the head on a page of this height."""
        top = height - TOP
        y, parts = top - MARK_BELOW, []
        y += (self.mark[0].style.leading - self.mark[0].style.size) / 2
        for line in self.mark:
            parts.append(line.draw(file, LEFT, y))
            y -= line.height
        red = "\n".join(parts)
        number = self.number.draw(file, LEFT, top - MARK_BELOW - self._marked - 2 * LEADING)
        rule = _rule(top - self.rule, RED_RULE)
        title = self.title.draw(file, LEFT, top - self.rule - 2 * LEADING)
        return f"q {RED} rg {RED} RG {red} {rule} Q\n{number}\n{title}"

    @property
    def _marked(self) -> float:
        """Height of the mark."""
        return sum(line.height for line in self.mark)


@dataclass(frozen=True)
class _End:
    """Organ, day and room for the seal; and at the foot of the page the 版记 (7.4)."""

    signature: Signature
    copies: Block | None
    issued: Paragraph
    issued_on: Paragraph

    @classmethod
    def of(cls, face: TextFace, sheet: MeetingSheet) -> "_End":
        one = sheet.consultation
        is_signed = one.state is ConsultationState.SIGNED
        date = dated(one.signed_on) if is_signed else UNDATED
        organ = issuer_of(sheet.station)
        small = Style(face.fonts.stack("fang"), SMALL, SMALL_LEADING)
        right = Style(face.fonts.stack("fang"), SMALL, SMALL_LEADING, "right")
        inner = WIDTH - 2 * SMALL
        return cls(
            Signature.of(face, organ, date, WIDTH - 4 * face.size),
            _copies(small, one.copies_to) if one.copies_to else None,
            Paragraph(organ, small, inner),
            Paragraph(f"{dated(sheet.today)}印发", right, inner),
        )

    @property
    def height(self) -> float:
        """Of all of it; the 版记 ends with the type area, which is lower than 22 whole lines."""
        return self.signature.height + self._foot + ROOM - HEIGHT

    @property
    def _foot(self) -> float:
        copies = self.copies.height if self.copies is not None else 0.0
        return copies + self.issued.height + self._day

    @property
    def _day(self) -> float:
        """The line of the day of issue, where the organ leaves it no room beside it."""
        used = longest_line(self.issued) + longest_line(self.issued_on) + SMALL
        return 0.0 if used <= self.issued.width else self.issued_on.height

    def draw(self, file: PdfFile, top: float, height: float) -> str:
        """Return the operators: the signature below `top`, the 版记 at the foot of the area."""
        lowest = height - TOP - HEIGHT
        parts = [self.signature.draw(file, LEFT, top)]
        y = lowest + self._foot
        parts.append(_rule(y, THICK))
        if self.copies is not None:
            parts.append(self.copies.draw(file, y))
            y -= self.copies.height
            parts.append(_rule(y, THIN))
        parts.append(self.issued.draw(file, LEFT + SMALL, y))
        day = lowest + self.issued_on.height
        parts += [self.issued_on.draw(file, LEFT + SMALL, day), _rule(lowest, THICK)]
        return "\n".join(parts)


@dataclass(frozen=True)
class _Page:
    text: TextPage
    head: _Head | None
    end: _End | None

    def draw(self, file: PdfFile, height: float) -> str:
        parts = [self.text.draw(file, height)]
        if self.head is not None:
            parts.insert(0, self.head.draw(file, height))
        if self.end is not None:
            used = self.text.start + sum(block.height for block in self.text.blocks)
            parts.append(self.end.draw(file, height - TOP - used, height))
        return "\n".join(parts)


def _mark_line(face: TextFace, text: str, most: float) -> Paragraph:
    """Return a part of the mark, as large as it may be and its width allows, on lines enough."""
    lines = ceil(len(text) * LEAST_MARK / WIDTH)
    share = 1.0 if lines == 1 else 0.95  # lines of several are not all of one length
    size = min(most, WIDTH * lines * share / len(text))
    stack, weight = face.title.stack, face.title.weight
    style = Style(stack, size, size * 1.35, "center", weight=weight)
    return balanced(text, style, WIDTH + 1)


def _copies(style: Style, text: str) -> Block:
    """Return 抄送：, one character in, its list hanging after the colon and ended by a mark."""
    word = "抄送："
    x = (1 + len(word)) * SMALL
    label = Paragraph(word, Style(style.stack, SMALL, SMALL_LEADING, indent=1.0), WIDTH)
    told = text if text.rstrip().endswith("。") else f"{text}。"
    return Block(Paragraph(told, style, WIDTH - x - SMALL), label=label, x=x)


def _rule(y: float, width: float) -> str:
    """Return a rule as wide as the type area."""
    return f"q {plain(width)} w {plain(LEFT)} {plain(y)} m {plain(LEFT + WIDTH)} {plain(y)} l S Q"
