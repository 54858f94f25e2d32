"""随机抽取 — a roster is chosen, who comes out is seen beforehand, and all is kept in one act."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.draw_roster import DrawOrder, DrawRoster
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.faults import Fault, NotSaved, Problem
from liaison_desktop.model.random_draw import ALGORITHM, RandomDraw
from liaison_desktop.model.texts import visible
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, clear
from liaison_desktop.ui.choice import Choice
from liaison_desktop.ui.field import Field
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say, say_problem
from liaison_desktop.ui.pages.draft_dialog import DraftDialog
from liaison_desktop.ui.pages.fields_draft import FieldsDraft
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.sheet_field import documents_folder
from liaison_desktop.ui.texts import label

MOST_STRATA = 24
"""Groups that are asked for one by one; a column of more of them is no column of groups."""

MOST_WRONG = 12
"""Sentences on the roster that are said at once."""

WHOLE = ""
"""The choice of a draw from all rows."""


class DrawDialog(DraftDialog):
    """`drawn` carries the sentence that says what was kept, and the Drawing.

    How many are drawn and by which seed is `draft` until then.
    """

    drawn = Signal(str, object)

    def __init__(
        self, room: Room, meeting: Consultation, draft: FieldsDraft, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._room, self._meeting, self._draft = room, meeting, draft
        self.held = draft
        self.roster: DrawRoster | None = None
        self._is_saving = False
        self.setWindowTitle(tr("随机抽取参加人"))
        self.resize(860, 560)
        self.banner = Banner()
        self.found = label("", "muted", wraps=True)
        self.column = Choice()
        self.by = Field(tr("按哪一列分组抽（不分组就空着）"), self.column)
        self.size_of = Field(tr("抽取人数"), Line(), required=True)
        self.seed = Field(tr("种子（公开说好的一句话或数字）"), Line(), required=True)
        self.sizes: dict[str, Field] = {}
        self._groups = QGridLayout()
        self.card = Card(tr("名单"), "sheet")
        self.outcome = Card(tr("抽取结果（还没有保存）"), "eye")
        self.file_button = Button(tr("选名单……"), self.choose, picture="folder", key="Ctrl+O")
        self.save_button = Button(
            tr("保存抽取结果"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.close_button = Button(tr("关闭"), self.reject, key="Esc")
        self._lay_out()
        self._connect()
        size = meeting.drawn or max(0, meeting.size - meeting.volunteers - meeting.invited)
        self.size_of.set_value(str(size or ""))
        draft.begin(meeting.uid, "draw", {"size": self.size_of, "seed": self.seed})
        task = partial(room.desk.talk.drawings.offer_seed, meeting)
        room.worker.ask(self, task, partial(draft.show, "seed"), self._refuse)
        self._show_what_there_is()
        self.file_button.setFocus()

    def choose(self) -> None:
        """Ask for the file of the roster."""
        kind = tr("名单 (*.csv *.xlsx)")
        path, _kind = QFileDialog.getOpenFileName(
            self, tr("选名单……"), str(documents_folder()), kind
        )
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Read the roster of a file."""
        self.banner.clear()
        task = partial(self._room.desk.talk.drawings.read, path)
        self._room.worker.ask(self, task, self._show_roster, self._refuse)

    def order(self) -> DrawOrder:
        """Return what is to be drawn, as it is typed; ValueError where a number is none."""
        seed = self.seed.value()
        if column := self.column.value():
            sizes = {name: _number(field) for name, field in self.sizes.items()}
            return DrawOrder(seed, 0, column, {name: many for name, many in sizes.items() if many})
        return DrawOrder(seed, _number(self.size_of))

    def save(self) -> None:
        """Keep the draw, and register who came out, in one act."""
        if self.roster is None or self._is_saving or not self.save_button.isEnabled():
            return
        self._is_saving = True
        self._draft.answer()
        drawings = self._room.desk.talk.drawings
        task = partial(drawings.draw, self._meeting, self.roster, self.order())
        self._room.worker.ask(self, task, self._saved, self._refuse)

    def reject(self) -> None:
        """Draw nothing; what is typed stands there when it is asked again."""
        self._draft.lay_by()
        super().reject()

    def _show_roster(self, roster: DrawRoster) -> None:
        self.roster = roster
        words = tr("{file}：{rows} 人。列：{columns}")
        columns = tr("、").join(filter(None, roster.columns)) or tr("没有表头，第一列当作姓名")
        self.found.setText(
            visible(words.format(file=roster.file, rows=len(roster.rows), columns=columns))
        )
        self.column.offer([(visible(name), name) for name in _grouping(roster)])
        self._show_groups()
        self.size_of.control.setFocus()

    def _show_groups(self) -> None:
        """Ask for one number for each group of the column, or for one number of all."""
        clear(self._groups)
        self.sizes = {}
        column = self.column.value()
        if column and self.roster is not None:
            for name, there in Counter(self.roster.strata(column)).items():
                words = tr("{name}（{there} 人）").format(name=name or tr("空白"), there=there)
                field = Field(visible(words), Line("0"))
                field.control.changed.connect(self._show_result)
                self._groups.addWidget(field, *divmod(len(self.sizes), 3))
                self.sizes[name] = field
        self.size_of.setVisible(not column)
        self._show_what_there_is()
        self._show_result()

    def _show_result(self) -> None:
        """Show who comes out of what is typed, or what is wrong with it."""
        self.save_button.setEnabled(False)
        self.outcome.clear()
        for field in (self.size_of, self.seed, *self.sizes.values()):
            field.say(None)
        if self.roster is None:
            self.outcome.add_words(tr("先选名单。"))
            return
        try:
            order = self.order()
            drawn = self.roster.draw(order)
        except ValueError:
            self.outcome.add_words(tr("人数请填数字"), "danger")
        except NotSaved as fault:
            self._say_wrong(fault.problems)
        else:
            self._show_drawn(self.roster, order, drawn)

    def _show_drawn(self, roster: DrawRoster, order: DrawOrder, drawn: RandomDraw) -> None:
        self.save_button.setEnabled(True)
        self.outcome.show_badge(tr("{count} 人").format(count=len(drawn.chosen)))
        names = [roster.name_of(roster.rows[place]) for place in drawn.chosen]
        self.outcome.add_words(tr("、").join(names), "body")
        told = []
        for name, value in (
            (tr("名单校验值"), drawn.roster_hash),
            (tr("种子"), order.seed),
            (tr("抽取方法"), tr(ALGORITHM)),
        ):
            told.append(f"{name}：{value}")
        self.outcome.add_words("\n".join(told))

    def _say_wrong(self, problems: list[Problem]) -> None:
        """Say at its field what is wrong with a number or the seed, and of the roster by line."""
        self.outcome.show_badge("")
        fields = {"size": self.size_of, "seed": self.seed}
        told = [self._sentence(problem) for problem in problems if problem.field not in fields]
        for problem in problems:
            if problem.field in fields:
                fields[problem.field].say(problem)
        for words in told[:MOST_WRONG]:
            self.outcome.add_words(words, "danger")
        if len(told) > MOST_WRONG:
            more = tr("还有 {count} 处没有列出。").format(count=len(told) - MOST_WRONG)
            self.outcome.add_words(more, "danger")
        if not told:
            self.outcome.add_words(tr("照上面改好，就能看到结果。"))

    def _sentence(self, problem: Problem) -> str:
        words = say_problem(problem)
        line = problem.field.split(".")[1] if problem.field.startswith("roster.") else ""
        return tr("第 {line} 行：{words}").format(line=line, words=words) if line else words

    def _saved(self, drawing: Drawing) -> None:
        self._draft.end()
        words = tr("已抽出 {count} 人，加进了签到名单；种子 {seed} 和名单都留着，谁都能再抽一遍。")
        self.drawn.emit(words.format(count=drawing.size, seed=drawing.seed), drawing)
        self._room.ways.changed.emit()
        self.accept()

    def _refuse(self, fault: Fault) -> None:
        self._is_saving = False
        self._draft.refuse()
        if isinstance(fault, NotSaved):
            self._say_wrong(list(fault.problems))
        self.banner.say(say(fault), "danger")

    def _show_what_there_is(self) -> None:
        is_read = self.roster is not None
        self.by.setVisible(is_read and self.column.count() > 0)
        self.found.setVisible(is_read)

    def _connect(self) -> None:
        for field in (self.size_of, self.seed):
            field.control.changed.connect(self._draft.touch)
        self.column.changed.connect(self._show_groups)
        self.size_of.control.changed.connect(self._show_result)
        self.seed.control.changed.connect(self._show_result)
        self.size_of.control.entered.connect(self.seed.control.setFocus)
        self.seed.control.entered.connect(self.save_button.setFocus)
        QShortcut(QKeySequence("Ctrl+O"), self, self.choose)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.save)
        self._show_result()

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 8, 16, 8)
        inner.setSpacing(6)
        inner.addWidget(self.found)
        inner.addWidget(self.by)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.size_of, 1)
        row.addWidget(self.seed, 2)
        inner.addLayout(row)
        inner.addLayout(self._groups)
        self.card.rows.addLayout(inner)
        self.card.head.addWidget(self.file_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.banner)
        column.addWidget(scrolling_column(self.card, self.outcome), 1)
        column.addLayout(buttons)


def _number(field: Field) -> int:
    return int(str(field.value()).strip() or 0)


def _grouping(roster: DrawRoster) -> list[str]:
    """Return the columns by which groups can be made: their values repeat, and are few."""
    found = []
    for name in filter(None, roster.columns):
        count = len(set(roster.strata(name)))
        if 1 < count <= min(MOST_STRATA, len(roster.rows) // 2):
            found.append(name)
    return found
