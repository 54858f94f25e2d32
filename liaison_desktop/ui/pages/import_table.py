"""从表格导入 — the columns are named, every line says what becomes of it, and all is taken back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.import_rows import ImportRow, Preview
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.importing import IMPORT_FIELDS, Importing, ImportKind, Table
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say, say_problem
from liaison_desktop.ui.newest import Newest
from liaison_desktop.ui.pages.column_map import ColumnMap
from liaison_desktop.ui.room import Room

SHOWN = 30
"""Lines of the preview that are shown; those that are not taken in come first."""


class ImportDialog(QDialog):
    """Nothing is written until the button is pressed, and then the same button takes it back."""

    def __init__(self, room: Room, kind: ImportKind, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._kind, self._path = room, kind, path
        self._table: Table | None = None
        self._act: UUID | None = None
        self._newest = Newest(self, room.worker)
        self.columns: ColumnMap | None = None
        self.setWindowTitle(tr("从表格导入"))
        self.resize(820, 600)
        self.banner = Banner()
        self.map_card = Card(tr("每一列是什么"), "fields")
        self.preview_card = Card(tr("导入前先看"), "eye")
        self.import_button = Button(tr("导入"), self._import, kind="primary", key=tr("Ctrl+回车"))
        self.undo_button = Button(tr("撤销这次导入"), self._undo, picture="undo")
        self.close_button = Button(tr("关闭"), self.reject, key="Esc")
        self.import_button.setEnabled(False)
        self.undo_button.hide()
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.import_button.click)
        self._lay_out()
        task = partial(room.desk.imports.read, path, kind)
        room.worker.ask(self, task, self._show_table, self._refuse)

    def _show_table(self, read: tuple[Table, dict[int, str]]) -> None:
        self._table, guessed = read
        fields = [(tr(field.label), field.name) for field in IMPORT_FIELDS[self._kind]]
        samples = [
            "　".join([row[n] for row in self._table.rows[:4] if row[n]])
            for n in range(len(self._table.heading))
        ]
        columns = list(zip(self._table.heading, samples, strict=True))
        self.columns = ColumnMap(columns, fields, guessed)
        self.columns.setContentsMargins(16, 10, 12, 8)
        self.columns.changed.connect(self._look)
        self.map_card.rows.addWidget(self.columns)
        self._look()

    def _look(self) -> None:
        self.banner.clear()
        if self._table is not None and self.columns is not None:
            imports = self._room.desk.imports
            task = partial(imports.preview, self._kind, self._table, self.columns.value())
            self._newest.ask(task, self._show_preview, self._refuse)

    def _show_preview(self, preview: Preview) -> None:
        self.preview_card.clear()
        words = tr("导入 {taken} 条；已有 {known} 条，有误 {wrong} 条，都不导入。")
        self.preview_card.add_words(_counted(words, preview), "body")
        rows = sorted(preview.rows, key=lambda row: (row.is_taken, row.line))
        for row in rows[:SHOWN]:
            self.preview_card.add_words(self._said(row), "muted" if row.is_taken else "body")
        self.import_button.setEnabled(bool(preview.taken))

    def _import(self) -> None:
        if self._table is None or self.columns is None or self._act is not None:
            return
        self.import_button.setEnabled(False)
        kind, columns = self._kind, self.columns.value()
        imports = self._room.desk.imports
        task = partial(imports.register, kind, self._table, columns, self._path.name)
        self._room.worker.ask(self, task, self._end, self._refuse)

    def _end(self, done: tuple[Importing, Preview]) -> None:
        importing, preview = done
        self._act = importing.act
        words = tr("已导入 {taken} 条；已有 {known} 条，有误 {wrong} 条。")
        self.banner.say(_counted(words, preview), "ok")
        self.map_card.setEnabled(False)
        self.undo_button.show()
        self._room.ways.changed.emit()

    def _undo(self) -> None:
        if self._act is not None:
            task = partial(self._room.desk.imports.undo, self._act)
            self._room.worker.ask(self, task, self._say_undone, self._refuse)

    def _say_undone(self, undone: tuple[int, int]) -> None:
        gone, kept = undone
        self._act = None
        self.undo_button.hide()
        self.map_card.setEnabled(True)
        words = tr("已撤销：撤回 {gone} 条，后来改过的 {kept} 条留着。")
        self._look()
        self.banner.say(words.format(gone=gone, kept=kept), "ok")
        self._room.ways.changed.emit()

    def _refuse(self, fault: Fault) -> None:
        self.import_button.setEnabled(False)
        self.banner.say(say(fault), "danger")

    def _said(self, row: ImportRow) -> str:
        """Return a line with what becomes of it."""
        labels = {field.name: tr(field.label) for field in IMPORT_FIELDS[self._kind]}
        texts = [value for value in row.values.values() if isinstance(value, str) and value]
        facts = {"line": row.line, "said": "　".join(texts)}
        if row.is_known:
            return tr("第 {line} 行已有：{said}").format(**facts)
        wrong = [
            f"{labels.get(problem.field, problem.field)}：{say_problem(problem)}"
            for problem in row.problems
            if problem.is_error
        ]
        if wrong:
            words = tr("第 {line} 行有误（{why}）：{said}")
            return words.format(why=tr("；").join(wrong), **facts)
        return tr("第 {line} 行：{said}").format(**facts)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.banner)
        column.addWidget(scrolling_column(self.map_card, self.preview_card), 1)
        column.addLayout(buttons)


def _counted(words: str, preview: Preview) -> str:
    return words.format(taken=preview.taken, known=preview.known, wrong=preview.wrong)
