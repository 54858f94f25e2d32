"""What stands of a record, line by line: the name of a field, and what it holds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import Word
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.texts import label


class FactForm(QFormLayout):
    """Lines of a card; a long text wraps and can be copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(16, 8, 16, 4)
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(4)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def add(self, name: str, value: object) -> QLabel | None:
        """Add a line, unless there is nothing to say."""
        text = said(value)
        if not text:
            return None
        shown = label("", wraps=True)
        shown.setText(visible(text))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addRow(_named(name), shown)
        return shown


def said(value: object) -> str:
    """Return a value as text: a word of the house in the language of the screen."""
    if isinstance(value, Word):
        return tr(word(value))
    return "" if value in (None, "") else str(value)


def _named(name: str) -> QWidget:
    shown = label(name, "muted", wraps=True)
    shown.setFixedWidth(84)
    return shown
