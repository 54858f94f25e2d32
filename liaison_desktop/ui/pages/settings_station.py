"""联络站 — the station's own facts, as papers and packages bear them."""

from __future__ import annotations

from functools import partial

from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.station import Station
from liaison_desktop.model.words import StationKind, StationTier
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.options import keyed
from liaison_desktop.ui.pages.settings_panel import Panel
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.rows import rows
from liaison_desktop.ui.segments import Segments
from liaison_desktop.ui.texts import label


class StationPanel(Panel):
    """Every fact but the code, which begins every number given so far."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, tr("联络站"), "home")
        declared = fields_of(Station)
        controls: dict[str, Control] = {
            "name": Line(),
            "kind": Segments(keyed(StationKind)),
            "tier": Segments(keyed(StationTier)),
            "issuing_organ": Line(),
            "seal_organ": Line(),
            "county_congress": Line(),
            "phone": Line(),
            "address": Line(),
        }
        self.fields = {
            name: Field(tr(declared[name].label), control, required=name in {"name", "kind"})
            for name, control in controls.items()
        }
        self.reason = Field(tr("更正原因"), Line())
        self.code = label("", "muted", wraps=True)
        self._seen: Station | None = None
        self._kept: dict[str, Field | Control] = {**self.fields, "reason": self.reason}
        self.tie(self._kept.values())
        self._lay_out()

    def begin(self) -> None:
        """Show the station, unless something is typed that is not saved."""
        if self.only_head() and not self._changes():
            self.banner.clear()
        if not self._changes():
            self.room.worker.ask(self, self.room.desk.stations.load, self._show, self.refuse)

    def save(self) -> None:
        """Correct what was changed."""
        changes = self._changes()
        if self._seen is None or not self.save_button.isVisible():
            return
        if not changes:
            self.banner.say(tr("没有改动。"), "warn")
            return
        self.save_button.setEnabled(False)
        self.draft.answer()
        correct = self.room.desk.stations.correct
        task = partial(correct, self._seen, changes, self.reason.value())
        self.room.worker.ask(self, task, self._saved, self.refuse)

    def refuse(self, fault: Fault) -> None:
        super().refuse(fault)
        if isinstance(fault, NotSaved):
            for problem in fault.problems:
                if problem.field in self.fields:
                    self.fields[problem.field].say(problem)

    def _show(self, station: Station) -> None:
        self.draft.lay_by()
        self._seen = station
        words = tr("站点代码 {code}：已有的编号都以它开头，不能再改。")
        self.code.setText(words.format(code=station.code))
        for name, field in self.fields.items():
            field.set_value(getattr(station, name))
            field.say(None)
        self.reason.set_value("")
        self.keep(station.uid, "station", self._kept)

    def _saved(self, station: Station) -> None:
        self.saved(tr("已更正；新印的表和下一次上报用新的内容，窗口标题下次登录时更新。"))
        self._show(station)

    def _changes(self) -> dict[str, object]:
        if self._seen is None:
            return {}
        typed = {name: field.value() for name, field in self.fields.items()}
        return {name: v for name, v in typed.items() if v != getattr(self._seen, name)}

    def _lay_out(self) -> None:
        f = self.fields
        self.body.addWidget(self.code)
        self.body.addLayout(
            rows(
                [
                    [(f["name"], 1)],
                    [(f["kind"], 4), (f["tier"], 3)],
                    [(f["issuing_organ"], 1), (f["seal_organ"], 1)],
                    [(f["county_congress"], 1), (f["phone"], 1)],
                    [(f["address"], 1), (self.reason, 1)],
                ],
                spacing=4,
            )
        )
        controls = [*(field.control for field in f.values()), self.reason.control]
        Chain(lambda: controls, self.save_button.setFocus).tie(controls)
