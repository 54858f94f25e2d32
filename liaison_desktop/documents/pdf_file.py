"""One PDF file: its pages, the fonts they use, and what it says of itself."""

from collections.abc import Iterable
from datetime import datetime

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFPage

from liaison_desktop.documents.faces import Face
from liaison_desktop.documents.font_objects import type0_font, type3_font
from liaison_desktop.documents.glyphs import GETA, Glyph
from liaison_desktop.documents.numbers import plain
from liaison_desktop.documents.odd_glyphs import OddGlyphs
from liaison_desktop.documents.pdf_objects import Objects
from liaison_desktop.documents.pictures import Picture

rl_config.useA85 = 0
PROGRAM = "Liaison Desktop"


class PdfFile:
    """A file being written; the same calls in the same order give the same bytes."""

    def __init__(self, title: str, author: str, made_at: datetime) -> None:
        self.pages = 0
        self.missing: dict[str, None] = {}
        self._document = PDFDocument(invariant=1, lang="zh-CN")
        self._describe(title, author, made_at)
        self._objects = Objects(self._document)
        self._fonts = PDFDictionary({})
        self._faces = PDFDictionary({})
        self._pictures = PDFDictionary({})
        self._resources = PDFDictionary({"Font": self._objects.refer(self._fonts)})
        self._names: dict[Picture, str] = {}
        self._shown: set[Glyph] = set()
        self._used: dict[Face, dict[str, str]] = {}
        self._odd = OddGlyphs()

    def _describe(self, title: str, author: str, made_at: datetime) -> None:
        stamp = made_at.strftime("D:%Y%m%d%H%M%S") + made_at.strftime("%z")[:3] + "'00'"
        self._document.setTitle(title)
        self._document.setAuthor(author)
        self._document.setSubject("")
        self._document.setCreator(PROGRAM)
        self._document.setProducer(PROGRAM)
        self._document.setDateFormatter(lambda *_: stamp)
        self._document.updateSignature(stamp)

    def use(self, glyphs: Iterable[Glyph]) -> None:
        """Note that glyphs are shown, so that they are embedded."""
        self._shown.update(glyphs)

    def odd_code(self, glyph: Glyph) -> tuple[str, str]:
        """Return (font, code) of a glyph that no face is addressed for; a missing one is noted."""
        if glyph.drawing is GETA:
            self.missing.setdefault(glyph.text)
        return self._odd.code(glyph)

    def picture(self, picture: Picture) -> str:
        """Return the name under which a page shows a picture, the same for the same one."""
        if not self._names:
            self._resources["XObject"] = self._objects.refer(self._pictures)
        if picture not in self._names:
            name = self._names[picture] = f"P{len(self._names) + 1}"
            self._pictures[name] = self._objects.jpeg(picture.data, picture.width, picture.height)
        return self._names[picture]

    def add_page(self, width: float, height: float, operators: str) -> None:
        """Add a page of this size in points."""
        content = operators.encode("ascii")
        page = PDFPage()
        page.MediaBox = PDFArray([0, 0, float(plain(width)), float(plain(height))])
        page.Resources = self._resources
        page.Contents = self._objects.stream(content)
        self._document.updateSignature(content)
        self._document.addPage(page)
        self.pages += 1

    def data(self) -> bytes:
        """Return the whole file; nothing can be added afterwards."""
        for glyph in self._shown:
            if glyph.face is not None:
                self._embed(glyph.face, glyph.code, glyph.text)
        for odd in self._odd.fonts:
            font = type3_font(self._objects, odd, self._faces, self._embed)
            self._fonts[odd.name] = self._objects.refer(font)
        for face in sorted(self._used, key=lambda face: face.name):
            font = type0_font(self._objects, face, self._used[face])
            self._fonts[face.name] = self._faces[face.name] = self._objects.refer(font)
        return self._document.GetPDFData(None)

    def _embed(self, face: Face, code: str, text: str) -> None:
        self._used.setdefault(face, {}).setdefault(code, text)
