"""Which column of a table is what: one row a column, with what stands in its first lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.texts import Elided, label, show_typed


class ColumnMap(QWidget):
    """`changed` comes with every choice; a field chosen for a second column leaves the first."""

    changed = Signal()

    def __init__(
        self,
        columns: Sequence[tuple[str, str]],
        fields: Sequence[tuple[str, str]],
        chosen: Mapping[int, str],
    ) -> None:
        super().__init__()
        self.choices: list[Choice] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (heading, sample) in enumerate(columns):
            name, seen, choice = label("", "strong"), Elided("muted"), Choice(fields)
            show_typed(name, heading or tr("第 {n} 列").format(n=place + 1))
            seen.show_text(sample)
            choice.say_name(tr("{column} 这一列是").format(column=heading or place + 1))
            choice.setPlaceholderText(tr("不用这一列"))
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)  # none is cut
            choice.set_value(chosen.get(place))
            choice.changed.connect(lambda place=place: self._choose(place))
            self.choices.append(choice)
            for column, widget in enumerate((name, seen, choice)):
                grid.addWidget(widget, place, column)

    def value(self) -> dict[int, str]:
        """Return the field of each column that is used."""
        return {n: choice.value() for n, choice in enumerate(self.choices) if choice.value()}

    def _choose(self, place: int) -> None:
        chosen = self.choices[place].value()
        for other, choice in enumerate(self.choices):
            if other != place and chosen and choice.value() == chosen:
                choice.set_value(None)
        self.changed.emit()
