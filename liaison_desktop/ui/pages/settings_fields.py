"""登记栏目 — which fields the intake asks: required, asked, or not asked at all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QGridLayout

from liaison_desktop.desk.settings import (
    HIDDEN,
    OPTIONAL,
    REQUIRED,
    USUAL_RULES,
    WANTED,
    StationSettings,
)
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label

OF_VISITOR = (
    "sex",
    "phone",
    "address",
    "birth_ym",
    "guardian",
    "occupation",
    "visitor_kind",
    "constituency",
    "id_no",
)
OF_VISIT = ("place", "receivers")
OF_MATTER = (
    "statement",
    "request",
    "category",
    "handling",
    "people_involved",
    "place_of_issue",
    "other_channels",
    "cause",
    "remark",
)


class FieldsPanel(Panel):
    """One row for each field; the usual choice can be taken back with one press."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, tr("登记栏目"), "fields")
        self.choices: dict[str, Segments] = {}
        self.usual = Button(tr("恢复默认"), self._take_usual, kind="small", picture="undo")
        self._loaded: Mapping[str, str] = {}
        self._lay_out()
        self.tie(self.choices.values())

    def begin(self) -> None:
        """Show what the station has chosen, unless something is changed and not saved."""
        if self.only_head() and not self._changes():
            self.banner.clear()
        if not self._changes():
            self.room.worker.ask(self, self.room.desk.settings.load, self._show, self.refuse)

    def save(self) -> None:
        """Save the choices that differ."""
        changes = self._changes()
        if not self.save_button.isVisible():
            return
        if not changes:
            self.banner.say(tr("没有改动。"), "warn")
            return
        self.save_button.setEnabled(False)
        self.draft.answer()
        task = partial(self.room.desk.settings.change, {"field_rules": changes})
        self.room.worker.ask(self, task, self._saved, self.refuse)

    def _show(self, settings: StationSettings) -> None:
        self.draft.lay_by()
        self._loaded = {name: settings.rule_of(name) for name in self.choices}
        for name, choice in self.choices.items():
            choice.set_value(self._loaded[name])
        self.keep(self.room.desk.station.uid, "rules", self.choices)

    def _saved(self, settings: StationSettings) -> None:
        self.saved(tr("已保存；下一张登记表就按这样问。"))
        self._show(settings)

    def _changes(self) -> dict[str, str]:
        return {
            name: choice.value()
            for name, choice in self.choices.items()
            if self._loaded and choice.value() != self._loaded[name]
        }

    def _take_usual(self) -> None:
        for name, choice in self.choices.items():
            choice.set_value(USUAL_RULES.get(name, OPTIONAL))

    def _lay_out(self) -> None:
        words = tr(
            "姓名或匿名、反映形式、主题总是要填。身份证号默认不问：法律没有要求来访人出示证件；"
            "不问的栏目不出现，也不进“待补”。"
        )
        self.body.addWidget(label(words, "small", wraps=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        columns = ((Visitor, OF_VISITOR), (Matter, (*OF_MATTER, *OF_VISIT)))
        for at, (owner, names) in enumerate(columns):
            for place, name in enumerate(names):
                of = Visit if name in OF_VISIT else owner
                words = tr(fields_of(of)[name].label)
                grid.addWidget(label(words, wraps=True), place, 2 * at)
                grid.addWidget(self._choice(name, words), place, 2 * at + 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.usual)

    def _choice(self, name: str, words: str) -> Segments:
        options = [
            ("1", tr("必填"), REQUIRED),
            ("2", tr("选填"), OPTIONAL),
            ("3", tr("不问"), HIDDEN),
        ][: 2 if name in WANTED else 3]
        self.choices[name] = Segments([(key, shown, value) for key, shown, value in options])
        self.choices[name].say_name(words)
        return self.choices[name]
