"""Texts one below the other in a cell, each set in its own way."""

from dataclasses import dataclass

from liaison_desktop.documents.paragraph import Paragraph
from liaison_desktop.documents.pdf_file import PdfFile


@dataclass(frozen=True, slots=True)
class Stacked:
    """Paragraphs of a cell."""

    texts: tuple[Paragraph, ...]

    @property
    def height(self) -> float:
        return sum(text.height for text in self.texts)

    def split(self, room: float) -> "tuple[Stacked, Stacked] | None":
        """Return the paragraphs that fit into a height and the rest; None where none does."""
        fitting = 0
        for text in self.texts:
            if text.height > room:
                break
            room -= text.height
            fitting += 1
        head, rest = self.texts[:fitting], self.texts[fitting:]
        if rest and (parts := rest[0].split(room)) is not None:
            head, rest = (*head, parts[0]), (parts[1], *rest[1:])
        return (Stacked(head), Stacked(rest)) if head and rest else None

    def draw(self, file: PdfFile, x: float, top: float) -> str:
        """Return the operators of all of them, the first hanging from `top`."""
        parts = []
        for text in self.texts:
            parts.append(text.draw(file, x, top))
            top -= text.height
        return "\n".join(parts)
