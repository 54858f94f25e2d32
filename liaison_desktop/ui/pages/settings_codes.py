"""代码表 — the words that a station adds to those of the national standards."""

from __future__ import annotations

from functools import partial

from liaison_desktop.model.code_tables import EXTENDED, CodeTables
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.ui.box import Box
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label


class CodesPanel(Panel):
    """One box for each table, a word in each line; what the standard has stands above it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, tr("代码表"), "fields")
        labels = {
            "ethnic_group": tr("民族"),
            "political_status": tr("政治面貌"),
            "education": tr("学历"),
        }
        self.fields = {
            name: Field(tr("{table}：另加的，一行一个").format(table=labels[name]), Box(lines=2))
            for name in EXTENDED
        }
        self.standards = {name: label("", "muted") for name in EXTENDED}
        self._own: dict[str, tuple[str, ...]] | None = None
        self.tie(self.fields.values())
        self._lay_out()

    def begin(self) -> None:
        """Show what was added, unless something is typed and not saved."""
        if self.only_head() and not self._is_changed():
            self.banner.clear()
        if not self._is_changed():
            self.room.worker.ask(self, self.room.desk.codes.load, self._show, self.refuse)

    def save(self) -> None:
        """Save the words that the standards lack."""
        if not self.save_button.isVisible():
            return
        self.save_button.setEnabled(False)
        self.draft.answer()
        task = partial(self.room.desk.settings.change, {"own_codes": self._typed()})
        self.room.worker.ask(self, task, self._kept, self.refuse)

    def refuse(self, fault: Fault) -> None:
        super().refuse(fault)
        if isinstance(fault, NotSaved):
            self.banner.say(tr("没有保存：每行写一个词，最多 20 个字。"), "danger")

    def _kept(self, _settings: object) -> None:
        self._own = self._typed()
        self.saved()
        self._keep()

    def _show(self, tables: CodeTables) -> None:
        self.draft.lay_by()
        self._own = {name: tables[name].own for name in EXTENDED}
        for name in EXTENDED:
            table = tables[name]
            words = tr("{standard}，{count} 个词")
            facts = {"standard": table.standard, "count": len(table.values)}
            self.standards[name].setText(words.format(**facts))
            self.fields[name].set_value("\n".join(table.own))
        self._keep()

    def _keep(self) -> None:
        self.keep(self.room.desk.station.uid, "codes", self.fields)

    def _typed(self) -> dict[str, tuple[str, ...]]:
        return {
            name: tuple(line.strip() for line in str(field.value()).split("\n") if line.strip())
            for name, field in self.fields.items()
        }

    def _is_changed(self) -> bool:
        return self._own is not None and self._typed() != self._own

    def _lay_out(self) -> None:
        words = tr("登记和导入时，表里没有的词照写保留，只作提醒；在这里加上以后不再提醒。")
        self.body.addWidget(label(words, "body", wraps=True))
        for name, field in self.fields.items():
            self.body.addWidget(self.standards[name])
            self.body.addWidget(field)
