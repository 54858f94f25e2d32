"""Numbers as a page description writes them."""


def plain(value: float) -> str:
    """Return a length in points to a hundredth, without needless zeros."""
    return f"{round(value, 2):g}"


def per_mille(value: float) -> str:
    """Return a length in em as thousandths, to a tenth of one."""
    return f"{round(value * 1000, 1):g}"


MM = 72 / 25.4
"""Points in a millimetre."""
