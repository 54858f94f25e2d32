"""各级次数 — a number for each level of deputies, as it is typed: 县2、镇4, or 2 for all."""

import re
import unicodedata
from collections.abc import Mapping

from liaison_desktop.model.words import MandateLevel, tr

EXAMPLE = "县2、镇4"
"""How such numbers are typed, to say it where something else was."""

SHORT = {
    MandateLevel.NATIONAL: tr("全国"),
    MandateLevel.PROVINCIAL: tr("省"),
    MandateLevel.MUNICIPAL: tr("市"),
    MandateLevel.COUNTY: tr("县"),
    MandateLevel.TOWN: tr("镇"),
}

_SPELLED = {
    MandateLevel.NATIONAL: "全国|national",
    MandateLevel.PROVINCIAL: "省|provincial|province",
    MandateLevel.MUNICIPAL: "地级市|市|municipal|city",
    MandateLevel.COUNTY: r"县\(区\)|县区|县|区|county",
    MandateLevel.TOWN: r"镇\(乡\)|乡镇|镇|乡|town",
}
_LEVEL = "|".join(f"(?P<{level.value}>{spelled})" for level, spelled in _SPELLED.items())
_ONE = re.compile(
    rf"(?:(?:{_LEVEL})级?(?:人大)?(?:代表)?|各级|all)?\s*[=:]?\s*(?P<number>\d{{1,2}}|无|不限|none)\s*次?"
    r"(?:[\s、,。;]+|$|(?=\D))",
    re.IGNORECASE,
)


def read_level_numbers(text: str) -> dict[MandateLevel, int]:
    """Return the number of each level that has one from 1 on; ValueError for any other text.

    A number without a level is for each level that none of its own is typed for.
    """
    typed = unicodedata.normalize("NFKC", text).strip()
    numbers, for_all, at = dict[MandateLevel, int](), 0, 0
    while at < len(typed):
        found = _ONE.match(typed, at)
        if found is None:
            raise ValueError(EXAMPLE)
        number = int(found["number"]) if found["number"].isdigit() else 0
        levels = [level for level in MandateLevel if found[level.value]]
        if levels:
            numbers[levels[0]] = number
        else:
            for_all = number
        at = found.end()
    every = {level: numbers.get(level, for_all) for level in MandateLevel}
    return {level: number for level, number in every.items() if number}


def told_numbers(numbers: Mapping[MandateLevel, int]) -> list[tuple[MandateLevel | None, int]]:
    """Return what is to be typed for these numbers: one for all, without a level, where one is."""
    if len(numbers) == len(MandateLevel) and len(set(numbers.values())) == 1:
        return [(None, next(iter(numbers.values())))]
    return [(level, numbers[level]) for level in MandateLevel if numbers.get(level)]
