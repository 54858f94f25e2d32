"""Numbers as a page description writes them."""


def plain(value: float) -> str:
    """Return a length in points to a hundredth."""
    return f"{value:.2f}"


def per_mille(value: float) -> str:
    """Return a length in em as thousandths, to a tenth of one."""
    return f"{round(value * 1000, 1):g}"


MM = 72 / 25.4
"""Points in a millimetre."""
