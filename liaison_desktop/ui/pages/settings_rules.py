"""规则与日历 — the rule packs of this home, the rest days known, and how others come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.rules import KnownPack
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.matter_flow import RULE_LABELS
from liaison_desktop.model.rule_pack import Rule, RulePack
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.model.working_calendar import CalendarYear
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import RowButton, clear, show_choice
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say, say_problem
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label, show_typed

MOST_PLACES = 6
"""Places of a refused file that are said; who writes one mends it by them."""


class Known(NamedTuple):
    """What the panel shows: the packs, and the years whose rest days are known."""

    packs: Sequence[KnownPack]
    years: Sequence[int]


class RulesPanel(Panel):
    """The packs at the left, the latest first; the rules of the chosen one at the right."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, tr("规则与日历"), "clock")
        self.chosen = ""
        self._rows: dict[str, RowButton] = {}
        self.list, self.rules = QVBoxLayout(), QVBoxLayout()
        self.list.setSpacing(0)
        self.rules.setSpacing(0)
        self.years = label("", "muted", wraps=True)
        self.heading = label("", "section", wraps=True)
        self.pack_button = Button(
            tr("导入规则包"), self._choose_pack, kind="small", picture="upload"
        )
        self.calendar_button = Button(
            tr("导入节假日日历"), self._choose_calendar, kind="small", picture="upload"
        )
        for button in (self.pack_button, self.calendar_button):
            self.card.head.addWidget(button)
        self.save_button.hide()
        self._lay_out()

    def begin(self) -> None:
        """Read the packs and the years anew."""
        may = self.may(Action.CORRECT_STATION)
        for button in (self.pack_button, self.calendar_button):
            button.setVisible(may)
        self.room.worker.ask(self, partial(_load, self.room.desk), self._show, self.refuse)

    def import_pack(self, path: Path) -> None:
        """Take in a rule pack, in force from its day on."""
        task = partial(self.room.desk.rules.import_pack_file, path)
        self.room.worker.ask(self, task, self._imported_pack, self.refuse)

    def import_calendar(self, path: Path) -> None:
        """Take in a year's calendar; limits counted without it are counted again."""
        task = partial(self.room.desk.rules.import_calendar_file, path)
        self.room.worker.ask(self, task, self._imported_year, self.refuse)

    def refuse(self, fault: Fault) -> None:
        """Say why nothing was taken in, and at which places of the file."""
        super().refuse(fault)
        if isinstance(fault, NotSaved):
            places = [f"{one.field}：{say_problem(one)}" for one in fault.problems[:MOST_PLACES]]
            said = tr("这个文件没有导入，什么也没有改动；请按各处的提示改好再导入。")
            self.banner.say("\n".join([said, *places]), "danger")
        else:
            self.banner.say(say(fault), "danger")

    def _imported_pack(self, pack: RulePack) -> None:
        self.chosen = pack.code
        words = tr("已导入「{name}」，{day} 起现行；已经开始的事项仍按原来的规则。")
        self.saved(words.format(name=visible(pack.name), day=pack.valid_from))
        self.begin()

    def _imported_year(self, told: tuple[CalendarYear, int]) -> None:
        year, moved = told
        words = tr("已导入 {year} 年日历；{count} 件事项的期限重新算过。")
        self.saved(words.format(year=year.year, count=moved))
        self.begin()

    def _show(self, known: Known) -> None:
        clear(self.list)
        self._rows = {one.pack.code: self._row(one) for one in known.packs}
        for row in self._rows.values():
            self.list.addWidget(row)
        years = tr("、").join(str(year) for year in known.years)
        self.years.setText(
            tr("已有节假日安排的年份：{years}。其余年份只按周末算，注明待公布。").format(
                years=years
            )
        )
        packs = {one.pack.code: one.pack for one in known.packs}
        in_force = next(one.pack for one in known.packs if one.is_in_force)
        self._choose(packs.get(self.chosen, in_force))

    def _row(self, known: KnownPack) -> RowButton:
        pack = known.pack
        facts = tr("{day} 起　{count} 条规则").format(day=pack.valid_from, count=len(pack.rules))
        row = RowButton(visible(pack.name), facts, partial(self._choose, pack))
        row.add_badge(*_mark(known))
        return row

    def _choose(self, pack: RulePack) -> None:
        self.chosen = pack.code
        show_choice(self._rows, pack.code)
        show_typed(self.heading, f"{visible(pack.name)}　{pack.code}")
        clear(self.rules)
        for rule in pack.rules:
            self.rules.addWidget(label(_rule_in_words(rule), "body", wraps=True))
            source = label("", "muted", wraps=True)
            source.setContentsMargins(0, 0, 0, 8)
            show_typed(source, visible(rule.source))
            self.rules.addWidget(source)
        self.rules.addStretch(1)

    def _choose_pack(self) -> None:
        self._choose_file(tr("导入规则包"), tr("规则包 (*.toml)"), self.import_pack)

    def _choose_calendar(self) -> None:
        self._choose_file(tr("导入节假日日历"), tr("日历文件 (*.toml)"), self.import_calendar)

    def _choose_file(self, title: str, kind: str, take: Callable[[Path], object]) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, title, "", kind)
        if path:
            take(Path(path))

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        right.setSpacing(8)
        left.addLayout(self.list)
        left.addWidget(self.years)
        left.addStretch(1)
        right.addWidget(self.heading)
        right.addLayout(self.rules)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 3)
        columns.addLayout(right, 4)
        self.body.addLayout(columns)


def _load(desk: Desk) -> Known:
    return Known(desk.rules.packs(), desk.rules.years())


def _mark(known: KnownPack) -> tuple[str, str]:
    if known.is_in_force:
        return tr("现行"), "ok"
    return (tr("导入"), "soft") if known.is_imported else (tr("自带"), "soft")


def _rule_in_words(rule: Rule) -> str:
    """Return a rule as it is said: what it is of, how long, from which days on it holds."""
    words = tr("{label}：{number} {unit}").format(
        label=_label(rule), number=rule.number, unit=tr(word(rule.unit))
    )
    if rule.valid_to is None:
        return words
    span = tr("{first} 至 {last}").format(first=rule.valid_from, last=rule.valid_to)
    return f"{words}（{span}）"


def _label(rule: Rule) -> str:
    """Return what a limit is called: by the house where it knows it, else as its pack calls it."""
    return tr(RULE_LABELS[rule.code]) if rule.code in RULE_LABELS else visible(rule.label)
