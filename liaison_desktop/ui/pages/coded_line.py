"""A line of a coded field: the words of its table are offered, a code becomes its word."""

from PySide6.QtWidgets import QWidget

from liaison_desktop.model.code_tables import CodeTable
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.suggestions import Suggestions


class CodedField(Field):
    """What is typed stays as typed; what the table lacks is said, never refused."""

    def __init__(self, text: str, page: QWidget) -> None:
        self.line = Line()
        super().__init__(text, self.line)
        self._table: CodeTable | None = None
        self._suggestions = Suggestions(self.line, page, text)
        self._suggestions.picked.connect(self.line.set_value)
        self.line.typing.connect(self._offer)
        self.line.left.connect(self._settle)

    def know(self, table: CodeTable) -> None:
        """Compare with this table from now on."""
        self._table = table

    def _offer(self, typed: str) -> None:
        words = self._table.beginning(typed) if self._table is not None else []
        self._suggestions.offer([(word, word) for word in words if word != typed.strip()])

    def _settle(self) -> None:
        if self._table is None:
            return
        if (coded := self._table.word_of_code(self.line.value())) is not None:
            self.line.set_value(coded)
        if self._table.knows(self.line.value()):
            self.say(None)
        else:
            code, detail = ProblemCode.NOT_IN_TABLE, self._table.standard
            self.say(Problem("", code, is_error=False, detail=detail))
