"""QR codes of any text in UTF-8, level M, as large as it needs; one on a poster may take its time.

A text is put in as bytes without a mark of its encoding: readers take such bytes for UTF-8.
"""

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

MOST_BYTES = 400
"""Bytes beyond which the modules of a code of 36 mm are less than half a millimetre wide."""


def dense_modules(text: str) -> list[list[bool]]:
    """Return the modules row by row, True for dark; ValueError where the text is too long."""
    data = text.encode()
    if len(data) > MOST_BYTES:
        raise ValueError("longer than a code on paper may be")
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(data))
    code.make()
    return [[bool(dark) for dark in line] for line in code.modules]
