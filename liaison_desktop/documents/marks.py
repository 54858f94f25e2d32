"""What is drawn on a form besides text and rules: codes, signatures, seal squares, cut lines."""

from dataclasses import dataclass

from liaison_desktop.documents.dense_qr import dense_modules
from liaison_desktop.documents.numbers import MM, plain
from liaison_desktop.documents.paragraph import Paragraph, Style
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.pictures import Picture
from liaison_desktop.documents.qr import is_code_text, qr_modules

DATE = "年　　月　　日"
_CORNER = 5 * MM


def qr_code(text: str, x: float, top: float, side: float) -> str:
    """Return the QR code of a number or of any text as one filled path; lengths in points."""
    modules = qr_modules(text) if is_code_text(text) else dense_modules(text)
    step = side / len(modules)
    boxes = [
        f"{start} {row} {run} 1 re"
        for row, line in enumerate(modules)
        for start, run in _runs(line)
    ]
    scale = f"{step:.4f} 0 0 {-step:.4f} {plain(x)} {plain(top)} cm"
    return f"q 0 g {scale} {' '.join(boxes)} f Q"


def _runs(modules: list[bool]) -> list[tuple[int, int]]:
    """Return (start, length) of each run of dark modules."""
    found: list[tuple[int, int]] = []
    for place, is_dark in enumerate(modules):
        if not is_dark:
            continue
        if found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Room for a signature: who signs at the top, the date to be written at the bottom right."""

    who: Paragraph
    date: Paragraph
    height: float

    @classmethod
    def of(cls, who: str, style: Style, width: float, height: float) -> "SignatureBox":
        inner = width - 3 * MM
        date = Style(style.stack, style.size, style.leading, "right")
        return cls(Paragraph(who, style, inner), Paragraph(DATE, date, inner), height)

    def draw(self, file: PdfFile, x: float, top: float) -> str:
        left = x + 1.5 * MM
        bottom = top - self.height + self.date.height + 1.2 * MM
        return "\n".join(
            [self.who.draw(file, left, top - 1.2 * MM), self.date.draw(file, left, bottom)]
        )


@dataclass(frozen=True, slots=True)
class SealSquare:
    """A free square for a seal of 45 mm (国务院关于印章管理的规定, 1999: at most 4.5 cm across).

    The words over which the seal is set (署名, date) stand in its middle.
    """

    words: Paragraph
    note: Paragraph
    width: float
    height: float
    side: float = 45 * MM

    def draw(self, file: PdfFile, x: float, top: float) -> str:
        left = x + (self.width - self.side) / 2
        upper = top - (self.height - self.side) / 2
        above = upper - (self.side - self.words.height) / 2
        inset = (self.width - self.words.width) / 2
        return "\n".join(
            [
                f"q 0.6 G 0.5 w {_corners(left, upper, self.side)} S Q",
                f"q 0.55 g {self.note.draw(file, x + inset, upper - 1 * MM)} Q",
                self.words.draw(file, x + inset, above),
            ]
        )


def _corners(left: float, top: float, side: float) -> str:
    right, bottom = left + side, top - side
    found = []
    for x, inward in ((left, _CORNER), (right, -_CORNER)):
        for y, down in ((top, -_CORNER), (bottom, _CORNER)):
            found.append(
                f"{plain(x + inward)} {plain(y)} m {plain(x)} {plain(y)} l"
                f" {plain(x)} {plain(y + down)} l"
            )
    return " ".join(found)


def framed_picture(
    file: PdfFile, picture: Picture | None, x: float, top: float, size: tuple[float, float]
) -> str:
    """Return a picture in a thin frame of this width and height, or the empty frame."""
    width, height = size
    place = f"{plain(x)} {plain(top - height)}"
    frame = f"q 0.5 w 0.6 G {place} {plain(width)} {plain(height)} re S Q"
    if picture is None:
        return frame
    shown = f"/{file.picture(picture)} Do"
    return f"q {plain(width)} 0 0 {plain(height)} {place} cm {shown} Q\n{frame}"


def cut_line(x: float, y: float, width: float) -> str:
    """Return a dashed line on which the sheet is cut."""
    return f"q 0.5 w [4 3] 0 d {plain(x)} {plain(y)} m {plain(x + width)} {plain(y)} l S Q"
