"""Font objects of a PDF file: Type 0 with Identity-H for a face, Type 3 for odd glyphs."""

import zlib
from collections.abc import Mapping
from functools import lru_cache

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from liaison_desktop.documents.faces import Face
from liaison_desktop.documents.numbers import per_mille
from liaison_desktop.documents.odd_glyphs import OddFont, Use
from liaison_desktop.documents.pdf_objects import Objects
from liaison_desktop.documents.subsetting import FontProgram, subset

_SYMBOLIC = 4


def type0_font(objects: Objects, face: Face, used: Mapping[str, str]) -> PDFDictionary:
    """Return the font dictionary of a face; `used` are the glyphs by code, with their texts."""
    texts = {int(code, 16): text for code, text in used.items()}
    glyphs = sorted(texts)
    name = f"{_subset_tag(face, glyphs)}+{face.postscript_name}"
    descendant = _cid_font(objects, face, texts, name)
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(f"{name}-Identity-H" if face.is_cff else name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([objects.refer(PDFDictionary(descendant))]),
            "ToUnicode": objects.stream(to_unicode(texts, digits=4)),
        }
    )


def type3_font(objects: Objects, odd: OddFont, faces: PDFDictionary, use: Use) -> PDFDictionary:
    """Return the font dictionary of odd glyphs; `faces` are the fonts its programs may use."""
    programs, widths, texts = {}, [], {}
    for code, glyph, program in odd.programs(use):
        programs[f"g{code}"] = objects.stream(program)
        widths.append(round(glyph.width * 1000, 1))
        texts[code] = glyph.text
    differences = [1, *(PDFName(name) for name in programs)]
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type3"),
            "Name": PDFName(odd.name),
            "FontBBox": PDFArray([0, -250, 3000, 1000]),
            "FontMatrix": PDFArray([0.001, 0, 0, 0.001, 0, 0]),
            "CharProcs": PDFDictionary(programs),
            "Encoding": PDFDictionary({"Differences": PDFArray(differences)}),
            "FirstChar": 1,
            "LastChar": len(widths),
            "Widths": PDFArray(widths),
            "Resources": PDFDictionary({"Font": faces}),
            "ToUnicode": objects.stream(to_unicode(texts, digits=2)),
        }
    )


def to_unicode(texts: Mapping[int, str], *, digits: int) -> bytes:
    """Return the CMap from codes to text, in UTF-16BE so that every plane comes back right."""
    known = [_mapping(code, text, digits) for code, text in sorted(texts.items()) if text]
    lines = [*_CMAP_HEAD, f"<{'0' * digits}> <{'F' * digits}>", "endcodespacerange"]
    for start in range(0, len(known), 100):
        part = known[start : start + 100]
        lines.append(f"{len(part)} beginbfchar")
        lines += [*part, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
)


@lru_cache(maxsize=4096)
def _mapping(code: int, text: str, digits: int) -> str:
    utf16 = text.encode("utf-16-be", "surrogatepass").hex().upper()
    return f"<{code:0{digits}X}> <{utf16}>"


def _subset_tag(face: Face, glyphs: list[int]) -> str:
    digest = zlib.crc32(repr((face.postscript_name, glyphs)).encode())
    return "".join(chr(65 + digest // 26**place % 26) for place in range(6))


def _cid_font(
    objects: Objects, face: Face, texts: Mapping[int, str], name: str
) -> dict[str, object]:
    program = subset(face, tuple(sorted(texts.items())))
    font: dict[str, object] = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType0" if face.is_cff else "CIDFontType2"),
        "BaseFont": PDFName(name),
        "CIDSystemInfo": PDFDictionary(
            {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        ),
        "FontDescriptor": objects.refer(PDFDictionary(_descriptor(objects, face, name, program))),
        "DW": 1000,
    }
    if widths := _widths(face, sorted(texts)):
        font["W"] = f"[{widths}]"
    if program.cid_to_glyph is not None:
        font["CIDToGIDMap"] = objects.stream(program.cid_to_glyph)
    return font


def _descriptor(objects: Objects, face: Face, name: str, program: FontProgram) -> dict[str, object]:
    metrics = face.metrics
    if face.is_cff:
        key, extra = "FontFile3", {"Subtype": PDFName("CIDFontType0C")}
    else:
        key, extra = "FontFile2", {"Length1": len(program.data)}
    return {
        "Type": PDFName("FontDescriptor"),
        "FontName": PDFName(name),
        "Flags": _SYMBOLIC,
        "FontBBox": PDFArray([round(side) for side in metrics.box]),
        "ItalicAngle": 0,
        "Ascent": round(metrics.ascent),
        "Descent": round(metrics.descent),
        "CapHeight": round(metrics.ascent),
        "StemV": 80,
        key: objects.packed_stream(program.packed, extra),
    }


def _widths(face: Face, glyphs: list[int]) -> str:
    """Return what the W array holds: runs of neighbouring glyphs that are not one em wide."""
    runs: list[tuple[int, list[str]]] = []
    for glyph in glyphs:
        if (width := face.width(glyph)) == 1:
            continue
        if runs and glyph == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(per_mille(width))
        else:
            runs.append((glyph, [per_mille(width)]))
    return " ".join(f"{first} [{' '.join(widths)}]" for first, widths in runs)
