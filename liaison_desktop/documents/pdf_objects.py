"""The objects of a PDF file in the making; ReportLab numbers and writes them."""

import zlib
from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
)


class Objects:
    """Objects of one document."""

    def __init__(self, document: PDFDocument) -> None:
        self.document = document

    def refer(self, found: PDFObject) -> PDFObjectReference:
        """Return a reference to an object, which becomes part of the file."""
        return self.document.Reference(found)

    def stream(
        self, content: bytes, extra: Mapping[str, object] | None = None
    ) -> PDFObjectReference:
        """Return a reference to a compressed stream."""
        return self.packed_stream(zlib.compress(content), extra)

    def packed_stream(
        self, packed: bytes, extra: Mapping[str, object] | None = None
    ) -> PDFObjectReference:
        """Return a reference to a stream that is compressed already."""
        entries = {"Filter": PDFName("FlateDecode"), **(extra or {})}
        return self.refer(PDFStream(PDFDictionary(entries), packed + b"\n", filters=[]))

    def jpeg(self, data: bytes, width: int, height: int) -> PDFObjectReference:
        """Return a reference to a picture in colour."""
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": width,
            "Height": height,
            "ColorSpace": PDFName("DeviceRGB"),
            "BitsPerComponent": 8,
            "Filter": PDFName("DCTDecode"),
        }
        return self.refer(PDFStream(PDFDictionary(entries), data + b"\n", filters=[]))
