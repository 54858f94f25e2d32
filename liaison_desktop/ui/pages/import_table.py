"""从表格导入 — the columns are named, every line says what becomes of it, and all is taken back."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.import_rows import ImportRow, Outcome, Preview
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.import_words import in_words
from liaison_desktop.model.importing import IMPORT_FIELDS, Importing, ImportKind, Table
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card
from liaison_desktop.ui.dialogs import Dialog
from liaison_desktop.ui.fact_form import said
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.newest import Newest
from liaison_desktop.ui.pages.column_map import ColumnMap
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.sheet_field import documents_folder
from liaison_desktop.ui.texts import label

SHOWN = 30
"""Lines of the preview that are shown; those that are not taken in come first."""


class ImportDialog(Dialog):
    """Nothing is written until the button is pressed, and then the same button takes it back."""

    def __init__(self, room: Room, kind: ImportKind, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._kind, self._path = room, kind, path
        self._table: Table | None = None
        self._preview: Preview | None = None
        self._act: UUID | None = None
        self._newest = Newest(self, room.worker)
        self.columns: ColumnMap | None = None
        self.setWindowTitle(tr("从表格导入"))
        self.resize(820, 600)
        self.banner = Banner()
        self.counted = label("", "strong", wraps=True)
        self.map_card = Card(tr("每一列是什么"), "fields")
        self.preview_card = Card(tr("导入前先看"), "eye")
        self.import_button = Button(tr("导入"), self._import, kind="primary", key=tr("Ctrl+回车"))
        self.undo_button = Button(tr("撤销这次导入"), self._undo, picture="undo")
        self.bad_button = Button(tr("有误的行另存……"), self._choose_target, picture="sheet")
        self.close_button = Button(tr("关闭"), self.reject, key="Esc")
        self.import_button.setEnabled(False)
        for button in (self.undo_button, self.bad_button):
            button.hide()
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
        self._preview = preview
        words = tr("导入 {taken} 行；没有变化 {known} 行，有误 {wrong} 行，都不导入。")
        told = _counted(words, preview)
        if preview.joined:
            told += tr("{count} 行给同一代表再加一项任职。").format(count=preview.joined)
        if preview.warned:
            told += tr("{count} 行导入后要核对。").format(count=preview.warned)
        if not preview.taken:
            told = tr("没有可导入的内容，什么也没有改动。") + told
        self.counted.setText(told)
        for row in sorted(preview.rows, key=_rank)[:SHOWN]:
            is_quiet = row.is_taken and not row.warnings
            self.preview_card.add_words(self._said(row), "muted" if is_quiet else "body")
        self.import_button.setEnabled(bool(preview.taken))
        self.bad_button.setVisible(bool(preview.wrong))

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
        if not importing.made:
            self._show_preview(preview)
            return
        self._act = importing.act
        self._preview = preview
        words = tr("已导入 {taken} 行；没有变化 {known} 行，有误 {wrong} 行。")
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

    def _choose_target(self) -> None:
        name = tr("有误的行_{file}.xlsx").format(file=self._path.stem)
        kind = tr("Excel 表格 (*.xlsx)")
        usual = str(documents_folder() / name)
        path, _kind = QFileDialog.getSaveFileName(self, tr("有误的行另存……"), usual, kind)
        if path:
            self.write_bad_rows(Path(path).with_suffix(".xlsx"))

    def write_bad_rows(self, target: Path) -> None:
        """Write the lines that are not taken in, each with its reason."""
        if self._table is None or self.columns is None or self._preview is None:
            return
        imports, columns = self._room.desk.imports, self.columns.value()
        task = partial(imports.write_bad_rows, target, self._table, columns, self._preview, tr)
        self._room.worker.ask(self, task, partial(self._say_written, target), self._refuse)

    def _say_written(self, target: Path, count: int) -> None:
        words = tr("有误的 {count} 行已另存：{path}；第一列是原因，改好后可以再导入。")
        self.banner.say(words.format(count=count, path=target), "ok")

    def _refuse(self, fault: Fault) -> None:
        self.import_button.setEnabled(False)
        self.banner.say(say(fault), "danger")

    def _said(self, row: ImportRow) -> str:
        """Return a line with what becomes of it, and why by its row and column."""
        facts = [told(value) for value in row.values.values()]
        line = "　".join(fact for fact in facts if fact)
        words = {
            Outcome.KNOWN: tr("第 {line} 行没有变化：{said}"),
            Outcome.JOINED: tr("第 {line} 行再加一项任职：{said}"),
            Outcome.FILLED: tr("第 {line} 行填入当天已安排的接待日：{said}"),
            Outcome.WRONG: tr("第 {line} 行有误：{said}"),
        }.get(row.outcome, tr("第 {line} 行：{said}"))
        first = words.format(line=row.line, said=line)
        if row.is_known or self._table is None or self.columns is None:
            return first
        problems = row.errors or row.warnings
        columns = self.columns.value()
        return "\n".join(
            [first, *(in_words(self._table, columns, row.line, p, tr) for p in problems)]
        )

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.undo_button)
        buttons.addWidget(self.bad_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.banner)
        column.addWidget(scrolling_column(self.map_card, self.preview_card), 1)
        column.addWidget(self.counted)
        column.addLayout(buttons)


def told(value: object) -> str:
    """Return a value of a line as it is said: hours with a stroke between, a day, a word's name."""
    if isinstance(value, tuple):
        return "–".join(str(one) for one in value if one)
    return said(value) if isinstance(value, str | date) else ""


def _rank(row: ImportRow) -> tuple[int, int]:
    """Order what is wrong first, then what is odd, then what is known, then all the rest."""
    places = (bool(row.errors), row.is_taken and bool(row.warnings), row.is_known)
    return (*places, True).index(True), row.line


def _counted(words: str, preview: Preview) -> str:
    return words.format(taken=preview.taken, known=preview.known, wrong=preview.wrong)
