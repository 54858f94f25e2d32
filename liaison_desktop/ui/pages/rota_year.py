"""全年安排 — of which year, with how many turns at least, by which seed a rota is planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.model.level_numbers import EXAMPLE, read_level_numbers
from liaison_desktop.model.rota import Options
from liaison_desktop.model.words import MandateLevel
from liaison_desktop.model.working_calendar import FIRST_YEAR, LAST_YEAR
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.pages.fields_draft import FieldsDraft
from liaison_desktop.ui.pages.rota_words import minimums_typed
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.wrapping import Wrapping


class YearCard(Card):
    """`chosen` comes when another year was typed and is one; what is typed is `draft`."""

    chosen = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__(tr("全年安排"), "refresh")
        this_year = room.desk.today().year
        self._station = room.desk.station.uid
        self.draft = FieldsDraft(room, self)
        self.year = Field(tr("年份"), Line())
        hint = tr("如 县2、镇4；各级一样只填一个数；不填为不要求")
        self.minimum = Field(tr("每名代表一年至少几次"), Line(hint))
        self.seed = Field(tr("排班号（同号排出同一张表）"), Line())
        self._shown = this_year
        self.year.set_value(str(this_year))
        self.year.control.entered.connect(self._choose)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(16, 8, 16, 8)
        for field in (self.year, self.minimum, self.seed):
            self._lines.addWidget(field)
            field.control.changed.connect(self.draft.touch)
        self.rows.addLayout(self._lines)
        self.keep()

    def keep(self) -> None:
        """Keep from now on what is typed, as nobody has typed what stands here."""
        fields = {"year": self.year, "minimum": self.minimum, "seed": self.seed}
        self.draft.begin(self._station, "rota", fields)

    def add_line(self, widgets: Sequence[QWidget]) -> None:
        """Put a line of buttons below the fields."""
        self._lines.addWidget(Wrapping(*widgets, margins=QMargins(0, 8, 0, 0)))

    def typed_year(self) -> int | None:
        """Return the year; None where it is none, which is said at its field."""
        text = str(self.year.value()).strip()
        year = int(text) if text.isascii() and text.isdigit() else 0
        if not FIRST_YEAR <= year <= LAST_YEAR:
            words = tr("请填 {first} 到 {last} 之间的年份").format(first=FIRST_YEAR, last=LAST_YEAR)
            self.year.show_message(words, "danger")
            self.year.control.setFocus()
            return None
        self.year.show_message("", "")
        self._shown = year
        return year

    def shown_year(self) -> int:
        """Return the year that was last a year."""
        return self._shown

    def options(self) -> Options:
        """Return how ties are decided."""
        return Options(seed=str(self.seed.value()).strip())

    def minimums(self) -> Mapping[MandateLevel, int] | None:
        """Return the least turns of each level; None where no such are typed, which is said."""
        try:
            minimums = read_level_numbers(self.minimum.value())
        except ValueError:
            words = tr("填写不合要求（{detail}）").format(detail=EXAMPLE)
            self.minimum.show_message(words, "danger")
            self.minimum.control.setFocus()
            return None
        self.minimum.show_message("", "")
        return minimums

    def show_minimums(self, minimums: Mapping[MandateLevel, int]) -> None:
        """Show those kept with the year; what somebody has typed since stays."""
        if self.draft.show("minimum", minimums_typed(minimums)):
            self.minimum.show_message("", "")

    def _choose(self) -> None:
        if self.typed_year() is not None:
            self.chosen.emit()
