"""The look as numbers: colours light and dark, type, space and sizes, in logical pixels.

Warm paper ground, ink blue for action, cinnabar only for the emblem and for what is late. The tests
compute WCAG 2.2 contrast from these values; a colour is never the only signal.
"""

Colours = dict[str, str]

LIGHT: Colours = {
    "bg": "#F5F3EE",
    "surface": "#FFFFFF",
    "surface2": "#FAF8F4",
    "sunken": "#EFECE5",
    "border": "#E0DBD0",
    "input_border": "#8C8678",
    "text": "#1E2329",
    "text2": "#444B54",
    "text3": "#5F6670",
    "disabled": "#9AA0A6",
    "primary": "#1F4F7F",
    "primary_hover": "#17406A",
    "primary_pressed": "#103255",
    "on_primary": "#FFFFFF",
    "soft": "#E4EDF6",
    "soft_text": "#173F66",
    "brand": "#A8322A",
    "focus": "#1B66C9",
    "selection": "#D8E7F5",
    "hover": "#F1EEE7",
    "danger": "#A8261D",
    "danger_soft": "#FBEAE7",
    "danger_border": "#E3B4AE",
    "warn": "#7A5200",
    "warn_soft": "#FFF3D6",
    "warn_border": "#E3C77C",
    "ok": "#1D6A3B",
    "ok_soft": "#E4F2E8",
    "ok_border": "#A9D3B7",
    "activity": "#0F5C66",
    "activity_soft": "#E0F0F2",
    "meeting": "#5B3A8C",
    "meeting_soft": "#EEE8F7",
    "rail": "#FCFBF8",
    "rail_text": "#3F464F",
}

DARK: Colours = {
    "bg": "#15181C",
    "surface": "#1D2126",
    "surface2": "#22272D",
    "sunken": "#111417",
    "border": "#333A42",
    "input_border": "#7C8792",
    "text": "#ECEEF0",
    "text2": "#C6CBD1",
    "text3": "#A3ABB4",
    "disabled": "#6B737C",
    "primary": "#86B8EA",
    "primary_hover": "#9CC6F0",
    "primary_pressed": "#B4D4F4",
    "on_primary": "#0C1C2C",
    "soft": "#1F3247",
    "soft_text": "#BBD8F5",
    "brand": "#E5796F",
    "focus": "#8EC0F5",
    "selection": "#294460",
    "hover": "#282E35",
    "danger": "#F2938A",
    "danger_soft": "#3A2120",
    "danger_border": "#7A423D",
    "warn": "#EBC26A",
    "warn_soft": "#362B14",
    "warn_border": "#6E5A28",
    "ok": "#84CC9C",
    "ok_soft": "#1B3124",
    "ok_border": "#3C6B4D",
    "activity": "#7CC9D2",
    "activity_soft": "#17323A",
    "meeting": "#C3A9EE",
    "meeting_soft": "#2B2140",
    "rail": "#191C20",
    "rail_text": "#C6CBD1",
}

THEMES: dict[str, Colours] = {"light": LIGHT, "dark": DARK}
SCALES = (1.0, 1.15, 1.3)


TYPE: dict[str, tuple[int, int]] = {
    "number": (40, 700),
    "big": (28, 700),
    "title": (22, 700),
    "section": (17, 700),
    "body": (16, 400),
    "small": (14, 400),
    "tiny": (13, 400),
}
"""Size in pixels and weight of each role of text; nothing is smaller than 13."""

SIZE: dict[str, int] = {
    "control": 40,
    "control_small": 32,
    "row": 46,
    "nav": 46,
    "rail": 204,
    "rail_narrow": 76,
    "narrow_below": 1200,
    "topbar": 60,
    "status": 34,
    "radius": 8,
    "radius_small": 6,
    "icon": 20,
}


class Tokens:
    """One look: a theme at a text scale. Plain, for a named tuple would cost the start 1 ms."""

    def __init__(self, theme: str = "light", scale: float = 1.0) -> None:
        self.theme, self.scale = theme, scale

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tokens) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.theme, self.scale))

    @property
    def colours(self) -> Colours:
        return THEMES[self.theme]

    def px(self, pixels: float) -> int:
        """Return a length at this scale, in whole logical pixels."""
        return round(pixels * self.scale)

    def size(self, name: str) -> int:
        """Return a size by name at this scale."""
        return self.px(SIZE[name])
