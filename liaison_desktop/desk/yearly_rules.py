"""The rules of the yearly meeting that come with the program."""

from functools import cache

from liaison_desktop.model.yearly_meeting import YearlyRules, read_yearly_rules
from liaison_desktop.paths import RESOURCES


@cache
def bundled_yearly_rules() -> YearlyRules:
    """Return the rules that come with the program."""
    text = (RESOURCES / "deliberation" / "zhejiang.toml").read_text(encoding="utf-8")
    return read_yearly_rules(text)
