"""人大代表公示牌: the deputies in office as the public may know them, in cards, for a wall.

What a card shows is what `model/deputy_public.py` lets out; nothing else of a deputy comes here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from liaison_desktop.documents.chinese_dates import short_day
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.marks import framed_picture
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.paragraph import Paragraph, Style
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.pictures import Picture, fitted_picture
from liaison_desktop.documents.rows import Cell, Row
from liaison_desktop.documents.schedule_values import level_word
from liaison_desktop.documents.stacked import Stacked
from liaison_desktop.model.deputy_public import PublicDeputy
from liaison_desktop.model.station import Station
from liaison_desktop.model.words import MandateLevel

FORM, WIDE_FORM = "board", "board_a3"
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "reception": (),
    "address": ("station.address",),
    "phone": ("station.phone",),
    **PRINTED,
}
"""Values around the cards; those in them are the public fields of a deputy."""

COLUMNS = {FORM: 2, WIDE_FORM: 4}
PHOTO = (25.0, 35.0)
"""A photo of one inch (一寸), in millimetres."""

NO_PHOTO = "照片"
_PAD = 3 * MM
_LEAST = 46.0
"""Height of a card in millimetres: five stand on A4, one below the other."""

_SIZES = (10.5, 9.5, 8.5, 7.5, 6.5)
_BY_VOTERS = {MandateLevel.COUNTY, MandateLevel.TOWN}
"""Levels whose deputies voters elect; those above are elected by the congress below."""

_NAME = 1.7
"""How much larger than the rest a name is set."""


@dataclass(frozen=True)
class BoardCard:
    """One deputy, his photo where it may be shown, and the next days on which he receives."""

    deputy: PublicDeputy
    photo: bytes | None = None
    days: Sequence[date] = ()


def draw_board(
    target: Path,
    cards: Sequence[BoardCard],
    reception: str,
    facts: PrintFacts,
    *,
    is_wide: bool = False,
) -> Drawn:
    """Write the board as PDF; `reception` says when is received. Unusable, photo_unreadable too."""
    form = WIDE_FORM if is_wide else FORM
    paper = Paper(form, facts.station.name, facts.printed_at)
    part, columns = paper.form.part("cards"), COLUMNS[form]
    width = part.width * MM / columns
    drawn = [_card(paper.fonts, card, facts.station, width) for card in cards]
    cells = [
        Cell(place % columns * width, width, card, is_bare=True) for place, card in enumerate(drawn)
    ]
    rows = [
        _row(cells[at : at + columns], columns, width) for at in range(0, len(cells), columns)
    ] or [Row((Cell(0.0, part.width * MM, _nobody(paper.fonts, part.width * MM)),), 20 * MM)]
    station = facts.station
    values = paper.printed_values(facts) | {
        "reception": f"接待日：{reception}" if reception else "",
        "address": f"地址：{station.address}" if station.address else "",
        "phone": f"联络站电话：{station.phone}" if station.phone else "",
    }
    paper.add({"cards": rows}, values)
    return paper.save(target, {"hei", "song"})


def _row(cells: Sequence[Cell], columns: int, width: float) -> Row:
    """Return the cards side by side, with empty cells at the end of the last row."""
    empty = (Cell(place * width, width, None) for place in range(len(cells), columns))
    return Row((*cells, *empty), _LEAST * MM)


def _nobody(fonts: Fonts, width: float) -> Paragraph:
    return Paragraph("（没有在任代表）", Style(fonts.stack("song"), 10.5, 15.0, "center"), width)


@dataclass(frozen=True)
class _Card:
    """What stands in one cell: the photo at the left, the words at its right."""

    photo: Picture | None
    none: Paragraph
    words: Stacked

    @property
    def height(self) -> float:
        return max(PHOTO[1] * MM, self.words.height) + 2 * _PAD

    def draw(self, file: PdfFile, x: float, top: float) -> str:
        """Return the operators of the card, hanging from `top`."""
        left, upper = x + _PAD, top - _PAD
        size = (PHOTO[0] * MM, PHOTO[1] * MM)
        parts = [framed_picture(file, self.photo, left, upper, size)]
        if self.photo is None:
            middle = upper - (size[1] - self.none.height) / 2
            parts.append(f"q 0.6 g {self.none.draw(file, left, middle)} Q")
        parts.append(self.words.draw(file, left + size[0] + _PAD, upper))
        return "\n".join(parts)


def _card(fonts: Fonts, card: BoardCard, station: Station, width: float) -> _Card:
    none = Paragraph(NO_PHOTO, Style(fonts.stack("song"), 9.0, 12.0, "center"), PHOTO[0] * MM)
    photo = card.photo and fitted_picture(card.photo, card.deputy.name, *PHOTO)
    inner = width - PHOTO[0] * MM - 3 * _PAD
    room = _LEAST * MM - 2 * _PAD
    for size in _SIZES:
        words = _words(fonts, card, station, size, inner)
        if words.height <= room:
            break
    return _Card(photo or None, none, words)


def _words(fonts: Fonts, card: BoardCard, station: Station, size: float, width: float) -> Stacked:
    name = Style(fonts.stack("hei"), size * _NAME, size * _NAME * 1.35)
    text = Style(fonts.stack("song"), size, size * 1.45)
    lines = [Paragraph(line, text, width) for line in _lines(card, station) if line]
    return Stacked((Paragraph(card.deputy.name, name, width), *lines))


def _lines(card: BoardCard, station: Station) -> Iterator[str]:
    for mandate in card.deputy.mandates:
        term = f"（{mandate.term_no}）" if mandate.term_no else ""
        yield f"{level_word(mandate.level, station)}人大代表{term}"
        if mandate.constituency:
            word = "选区" if mandate.level in _BY_VOTERS else "选举单位"
            yield f"{word}：{mandate.constituency}"
    if card.deputy.post:
        yield card.deputy.post
    if card.days:
        yield f"本人接待日：{'、'.join(map(short_day, card.days))}"
