"""接待日规则 as a form: what each kind asks, and the text that the rule is kept as."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from liaison_desktop.model.faults import Problem
from liaison_desktop.model.reception_rule import KEYS_OF_KIND
from liaison_desktop.model.words import MandateLevel, MonthKind, RecurrenceKind, Shift, Word
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import numbered
from liaison_desktop.ui.tick import Tick

NUMBERS = frozenset({"weekdays", "nth", "days", "months"})
"""Keys that hold a list of numbers, typed one after another."""

WHOLE = frozenset({"every", "deputies", "notice_days"})
DAYS = frozenset({"first_on", "valid_from", "valid_to"})
USUAL: Mapping[str, Any] = {
    "kind": RecurrenceKind.DAY_OF_MONTH,
    "calendar": MonthKind.SOLAR,
    "shift": Shift.NEXT_WORKDAY,
    "weekends_rest": True,
    "deputies": "2",
    "notice_days": "3",
    "starts": "09:00",
    "ends": "11:00",
}

_BETWEEN = re.compile(r"[\s、，,；;]+")
ABREAST = 3


def _labels() -> dict[str, tuple[str, str]]:
    """Return (label, hint) of every key, in the order of the form."""
    return {
        "name": (tr("规则名称"), ""),
        "kind": (tr("按什么定"), ""),
        "weekdays": (tr("星期几"), tr("1 为周一；可填几个")),
        "every": (tr("每几周"), "1"),
        "first_on": (tr("首次日期"), tr("如 2026-11-20")),
        "nth": (tr("第几个"), tr("-1 为最后一个")),
        "days": (tr("几日"), tr("如 9、19；-1 为月末")),
        "months": (tr("哪几个月"), tr("不填为每月")),
        "calendar": (tr("公历或农历"), ""),
        "dates": (tr("日期"), tr("如 2026-03-05、2026-06-05")),
        "starts": (tr("开始时间"), tr("如 09:00")),
        "ends": (tr("结束时间"), tr("如 11:00")),
        "place": (tr("接待地点"), ""),
        "theme": (tr("接待主题"), ""),
        "deputies": (tr("每次几名代表"), ""),
        "county": (tr("其中县（区）代表"), ""),
        "town": (tr("其中镇（乡）代表"), ""),
        "shift": (tr("遇休息日"), ""),
        "weekends_rest": (tr("周末算休息日"), ""),
        "notice_days": (tr("提前几天张贴公告"), ""),
        "joint": (tr("统一接待日"), ""),
        "valid_from": (tr("从哪天起"), tr("如 2026-01-01")),
        "valid_to": (tr("到哪天止"), tr("不填为一直有效")),
    }


class RuleForm(QWidget):
    """`changed` with every change. `text` is the rule as it is kept; what is wrong stays typed."""

    changed = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._other_levels: dict[str, str] = {}  # seats of levels that the form does not ask
        self.fields = {
            key: Field(label, _control(key, hint)) for key, (label, hint) in _labels().items()
        }
        for key in ("name", "kind", "starts", "ends", "place", "deputies", "valid_from"):
            self.fields[key].require(True)
        self._lay_out()
        Chain(self.controls, self.done.emit).tie(self.controls())
        for control in self.controls():
            control.changed.connect(self.changed)
        self.fields["kind"].control.changed.connect(self._show_what_is_asked)
        self.clear()

    def controls(self) -> list[Control]:
        """Return the controls in their order."""
        return [field.control for field in self.fields.values()]

    def clear(self) -> None:
        """Show what is usual."""
        self._other_levels = {}
        for key, field in self.fields.items():
            field.set_value(USUAL.get(key, ""))
            field.say(None)
        self._show_what_is_asked()

    def show_text(self, toml: str) -> None:
        """Show a rule as it is kept."""
        self.clear()
        told = tomllib.loads(toml)
        levels = told.pop("levels", {})
        self._other_levels = {
            level: str(many) for level, many in levels.items() if level not in self.fields
        }
        for key, value in (told | levels).items():
            if key in self.fields:
                self.fields[key].set_value(_shown(key, value))
        self._show_what_is_asked()

    def typed(self) -> dict[str, Any]:
        """Return what stands in the form, as a draft keeps it."""
        return {key: _plain(field.value()) for key, field in self.fields.items()}

    def fill(self, body: Mapping[str, Any]) -> None:
        """Show what a draft kept."""
        for key, value in body.items():
            if key in self.fields:
                self.fields[key].set_value(_known(key, value))
        self._show_what_is_asked()

    def text(self) -> str:
        """Return the rule as TOML, as far as it is filled in; reading it says what is wrong."""
        asked = [key for key in self.fields if key in self._asked()]
        told = {key: self.fields[key].value() for key in asked if key not in ("county", "town")}
        lines = [
            f"{key} = {_toml(key, value)}" for key, value in told.items() if value not in ("", None)
        ]
        asked_levels = {
            level: self.fields[level.value].value().strip()
            for level in (MandateLevel.COUNTY, MandateLevel.TOWN)
        }
        levels = self._other_levels | asked_levels
        kept = ", ".join(f"{level} = {_number(many)}" for level, many in levels.items() if many)
        if kept:
            lines.append(f"levels = {{ {kept} }}")
        return "\n".join(lines) + "\n"

    def say(self, problems: Sequence[Problem]) -> None:
        """Say at each field what is wrong with it, and go to the first."""
        for field in self.fields.values():
            field.say(None)
        for problem in reversed(problems):
            field = self.fields.get(problem.field.partition(".")[0], self.fields["name"])
            field.say(problem)
            field.control.setFocus()

    def _asked(self) -> set[str]:
        kind = self.fields["kind"].value()
        special = {key for keys in KEYS_OF_KIND.values() for key in keys}
        own = set(KEYS_OF_KIND[kind]) if kind is not None else set()
        return (set(self.fields) - special) | own

    def _show_what_is_asked(self) -> None:
        asked = self._asked()
        place = 0
        for key, field in self.fields.items():
            self._grid.removeWidget(field)
            field.setVisible(key in asked)
            if key in asked:
                self._grid.addWidget(field, place // ABREAST, place % ABREAST)
                place += 1

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        for place in range(ABREAST):
            self._grid.setColumnStretch(place, 1)
        for field in self.fields.values():
            field.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)


def _control(key: str, hint: str) -> Control:
    words: Mapping[str, type[Word]] = {
        "kind": RecurrenceKind,
        "calendar": MonthKind,
        "shift": Shift,
    }
    if key in words:
        return Choice(numbered(words[key]))
    if key in {"weekends_rest", "joint"}:
        return Tick("")
    return Line(hint)


def _toml(key: str, value: Any) -> str:
    """Return a typed value as TOML has it; what is no number or day is a text, and refused."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Word):
        return json.dumps(value.value)
    text = str(value).strip()
    if key in NUMBERS:
        return _list(text, _number)
    if key == "dates":
        return _list(text, _day)
    if key in WHOLE:
        return _number(text)
    if key in DAYS:
        return _day(text)
    return json.dumps(str(value), ensure_ascii=False)


def _list(text: str, one: Callable[[str], str]) -> str:
    return "[" + ", ".join(one(part) for part in _BETWEEN.split(text) if part) + "]"


def _number(text: str) -> str:
    return text if re.fullmatch(r"-?[1-9]\d{0,3}|0", text) else json.dumps(text)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return json.dumps(text, ensure_ascii=False)


def _shown(key: str, value: Any) -> Any:
    if isinstance(value, list):
        return tr("、").join(str(one) for one in value)
    return _known(key, value) if isinstance(value, str | bool) else str(value)


def _known(key: str, value: Any) -> Any:
    words: Mapping[str, type[Word]] = {
        "kind": RecurrenceKind,
        "calendar": MonthKind,
        "shift": Shift,
    }
    return words[key](value) if key in words and value else value


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Word) else value


def rule_in_words(toml: str) -> str:
    """Return a rule in one line, for a list of them; "" for a text that is none."""
    try:
        told = tomllib.loads(toml)
        facts = [word(RecurrenceKind(told["kind"])), told.get("starts", ""), told.get("place", "")]
    except (tomllib.TOMLDecodeError, KeyError, ValueError):
        return ""
    return "　".join([tr(facts[0]), *facts[1:]])
