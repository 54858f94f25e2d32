"""Contrast by WCAG 2.2, computed from the tokens themselves."""

import pytest

from liaison_desktop.ui.tokens import DARK, LIGHT, THEMES

TEXT = 4.5
"""Success criterion 1.4.3, level AA."""

PART = 3.0
"""Success criterion 1.4.11: borders of inputs and the mark of the focus."""

PAIRS = [
    ("text", "surface", TEXT),
    ("text", "bg", TEXT),
    ("text", "selection", TEXT),
    ("text2", "surface", TEXT),
    ("text2", "surface2", TEXT),
    ("text2", "sunken", TEXT),
    ("text3", "surface", TEXT),
    ("text3", "bg", TEXT),
    ("text3", "surface2", TEXT),
    ("text3", "sunken", TEXT),
    ("on_primary", "primary", TEXT),
    ("on_primary", "primary_hover", TEXT),
    ("on_primary", "primary_pressed", TEXT),
    ("primary", "surface", TEXT),
    ("primary", "bg", TEXT),
    ("soft_text", "soft", TEXT),
    ("rail_text", "rail", TEXT),
    ("brand", "surface", TEXT),
    ("danger", "surface", TEXT),
    ("danger", "bg", TEXT),
    ("danger", "danger_soft", TEXT),
    ("text", "danger_soft", TEXT),
    ("warn", "surface", TEXT),
    ("warn", "bg", TEXT),
    ("warn", "rail", TEXT),
    ("warn", "warn_soft", TEXT),
    ("ok", "surface", TEXT),
    ("ok", "bg", TEXT),
    ("ok", "ok_soft", TEXT),
    ("primary", "soft", TEXT),
    ("activity", "activity_soft", TEXT),
    ("activity", "surface", TEXT),
    ("meeting", "meeting_soft", TEXT),
    ("meeting", "surface", TEXT),
    ("text", "soft", TEXT),
    ("text", "ok_soft", TEXT),
    ("text", "activity_soft", TEXT),
    ("text", "meeting_soft", TEXT),
    ("text3", "soft", TEXT),
    ("danger", "soft", TEXT),
    ("input_border", "surface", PART),
    ("input_border", "bg", PART),
    ("focus", "surface", PART),
    ("focus", "bg", PART),
]


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB, from 0 to 1."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_the_standard_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_contrast_is_enough(theme: str, front: str, ground: str, least: float):
    colours = THEMES[theme]

    assert contrast(colours[front], colours[ground]) >= least


def test_both_themes_name_the_same_colours():
    assert LIGHT.keys() == DARK.keys()
