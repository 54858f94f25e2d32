"""Photos as a paper bears them: cut to their frame, and nothing that a camera wrote beside them."""

from dataclasses import dataclass
from io import BytesIO

from liaison_desktop.model.faults import Unusable

DOTS = 12
"""Dots in a millimetre: 300 to the inch."""

_QUALITY = 88
_FROM_ABOVE = 0.25
"""Where a picture is cut that is too high for its frame: a face is in its upper part."""


@dataclass(frozen=True)
class Picture:
    """A JPEG of this many dots."""

    width: int
    height: int
    data: bytes


def fitted_picture(data: bytes, name: str, width: float, height: float) -> Picture:
    """Return a picture cut to a frame in millimetres, turned upright, without what else it held.

    Where it was taken and by which camera does not go onto a paper. Unusable photo_unreadable,
    naming whom it shows, where the bytes are no whole picture.
    """
    from PIL import Image, ImageOps

    size = (round(width * DOTS), round(height * DOTS))
    try:
        with Image.open(BytesIO(data)) as found:
            upright = ImageOps.exif_transpose(found).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Unusable("photo_unreadable", name) from None
    ground = Image.new("RGBA", upright.size, "white")
    flat = Image.alpha_composite(ground, upright).convert("RGB")
    cut = ImageOps.fit(flat, size, centering=(0.5, _FROM_ABOVE))
    written = BytesIO()
    cut.save(written, "JPEG", quality=_QUALITY)
    return Picture(*size, written.getvalue())
