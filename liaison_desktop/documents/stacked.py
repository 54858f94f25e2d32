"""Texts one below the other in a cell, each set in its own way."""

from dataclasses import dataclass

from liaison_desktop.documents.paragraph import Paragraph
from liaison_desktop.documents.pdf_file import PdfFile


@dataclass(frozen=True, slots=True)
class Stacked:
    """Paragraphs of a cell; it is never split."""

    texts: tuple[Paragraph, ...]

    @property
    def height(self) -> float:
        return sum(text.height for text in self.texts)

    def draw(self, file: PdfFile, x: float, top: float) -> str:
        """Return the operators of all of them, the first hanging from `top`."""
        parts = []
        for text in self.texts:
            parts.append(text.draw(file, x, top))
            top -= text.height
        return "\n".join(parts)
