"""一步办理 — what was done is entered here, from the paper that shows it; kept as a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drafts import KeptDraft
from liaison_desktop.desk.matters import MatterFacts
from liaison_desktop.desk.owed import Owed
from liaison_desktop.model.faults import Fault, NotSaved
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_flow import Row, row_of
from liaison_desktop.model.matter_guards import GIVES_AWAY, latest_extension
from liaison_desktop.model.matter_trail import FIXED
from liaison_desktop.model.step import Step
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import Move, ResultClass, Route
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import clear
from liaison_desktop.ui.chain import Chain
from liaison_desktop.ui.field import Control, Field
from liaison_desktop.ui.frames import frame, scrolling
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.line import Line
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.draft_keeper import DraftKeeper
from liaison_desktop.ui.pages.matter_drafts import WHY
from liaison_desktop.ui.pages.matter_fields import BY_ROUTE, WIDE, build_fields
from liaison_desktop.ui.pages.matter_words import day_typed
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label
from liaison_desktop.ui.tick import Tick

FORM = "step"
NOT_A_SUGGESTION = (
    tr("代表本人或亲属的个人问题"),
    tr("转递群众来信、申诉"),
    tr("学术探讨、产品推介"),
    tr("没有具体内容"),
    tr("对在审案件的意见"),
    tr("为某单位承揽项目说话"),
    tr("其他不应作为建议的"),
)
"""What must not be raised as a 建议 (浙江省代表建议办理的规定 2016, art. 6)."""


class StepPanel(QWidget):
    """`saved` comes with the matter after the step, `given_up` when nothing is to be done."""

    saved = Signal(object)
    given_up = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self._facts: MatterFacts | None = None
        self._row: Row | None = None
        self._uid: UUID | None = None
        self._step: Step | None = None
        self._person: UUID | None = None
        self._is_saving = False
        self.fields: dict[str, Field] = {}
        self._unasked: set[str] = set()
        self._route = Route.TO_LOCAL_UNIT
        self.heading = label("", "section", wraps=True)
        self.about = label("", "muted", wraps=True)
        self.none_of_these = Tick(tr("以上情形都没有"))
        self.banner = Banner()
        self.keeper = DraftKeeper(room.worker, room.desk.drafts, FORM, self)
        self.save_button = Button(
            tr("记下这一步"), self.save, kind="primary", picture="save", key=tr("Ctrl+回车")
        )
        self.back_button = Button(tr("返回"), self.give_up, picture="arrow_left", key="Esc")
        self.keeper.failed.connect(self._refuse)
        self._body = QVBoxLayout()
        self._lay_out()

    def controls(self) -> list[Control]:
        """Return the controls in their order."""
        return [field.control for field in self.fields.values()]

    @property
    def is_correction(self) -> bool:
        """Whether a step is being corrected, and not a new one entered."""
        return self._step is not None

    def begin(
        self,
        facts: MatterFacts,
        row: Row,
        units: list[str],
        draft: KeptDraft | None = None,
        route: Route = Route.TO_LOCAL_UNIT,
        person: UUID | None = None,
    ) -> None:
        """Ask what the step needs, or show what was typed of it before."""
        self._step, self._route, self._person = None, route, person
        waiting = facts.to_hear if row.move is Move.EVALUATE else facts.owed
        typed = str(draft.body.get("person_uid", "")) if draft else ""
        waiting += [one for one in facts.people if str(one.person_uid) == typed]
        self._build(row, build_fields(row, units, waiting))
        self._ask(facts, row, draft, tr("记下这一步"))

    def begin_correction(
        self, facts: MatterFacts, step: Step, units: list[str], draft: KeptDraft | None = None
    ) -> None:
        """Show what a step says, to be corrected; or what was typed of its correction before."""
        row = row_of(step.move, step.state_before)
        if row is None:
            return
        self._step, self._person = step, None
        fields = build_fields(row, units, _people_of(facts, step))
        fields = {name: field for name, field in fields.items() if name not in FIXED}
        fields[WHY] = Field(tr("更正原因"), Line(tr("写明为什么更正，会留在历史里")), required=True)
        self._build(row, fields)
        self._ask(facts, row, draft, tr("更正这一步"))

    def _ask(self, facts: MatterFacts, row: Row, draft: KeptDraft | None, save: str) -> None:
        """Show the form with what is usual and what was typed, and keep it from now on."""
        self._facts, self._row = facts, row
        self._uid = draft.uid if draft else new_uid(self.room.desk.now())
        self.banner.clear()
        matter = facts.matter
        self.heading.setText(f"{tr(word(row.move))}　{matter.number}　{matter.title}")
        if self._step is not None:
            self.heading.setText(tr("更正「{move}」").format(move=tr(word(row.move))))
        self.save_button.setText(f"{save}  {tr('Ctrl+回车')}")
        self.save_button.setAccessibleName(save)
        typed = dict(draft.body) if draft else {}
        for name, value in (self._usual() | typed).items():
            if name in self.fields:
                self.fields[name].set_value(self._known(name, value))
        self._show_what_is_asked()
        self.keeper.begin(self._uid, self._typed, is_kept=draft is not None)
        self.controls()[0].setFocus()

    def put_down(self, then: Callable[[], object]) -> None:
        """Keep what is typed, then go on."""
        self.keeper.put_down(then)

    def give_up(self) -> None:
        """Go back; what was typed stays as a draft, and is offered again."""
        if not self._is_saving:
            self.keeper.put_down(partial(self._end, self.given_up.emit))

    def save(self) -> None:
        """Enter the step."""
        if self._is_saving or self._facts is None or self._row is None:
            return
        QGuiApplication.inputMethod().commit()
        if any(getattr(control, "preedit", "") for control in self.controls()):
            self.banner.say(tr("请先选定输入法里的字，再保存。"), "warn")
            return
        values = self._values()
        if values is None:
            return
        if not self.none_of_these.isHidden() and not self.none_of_these.value():
            self.banner.say(tr("请先核对：有上列情形的，不应作为代表建议提出。"), "warn")
            return
        self._is_saving = True
        self.keeper.rest()
        desk, matter = self.room.desk, self._facts.matter
        task = partial(_enter, desk, matter, self._row.move, self._uid, values)
        if self._step is not None:
            task = partial(_correct, desk, matter, self._step, self._uid, values)
        self.room.worker.ask(self, task, self._entered, self._refuse)

    def _entered(self, matter: Matter) -> None:
        self._end(partial(self.saved.emit, matter))

    def _end(self, then: Callable[[], object]) -> None:
        self._is_saving = False
        self.keeper.end()
        self._facts = None
        then()

    def _refuse(self, fault: Fault) -> None:
        self._is_saving = False
        self.keeper.keep_on()
        if isinstance(fault, NotSaved):
            for field in self.fields.values():
                field.say(None)
            for problem in fault.problems:
                if problem.field in self.fields:
                    self.fields[problem.field].say(problem)
        self.banner.say(say(fault), "danger")

    def _values(self) -> dict[str, Any] | None:
        """Return what is filled in, as a step has it; None where a day or time is none."""
        values: dict[str, Any] = {}
        for name, field in self.fields.items():
            if name in self._unasked:
                continue
            try:
                value = self._read(name, field.value())
            except ValueError:
                how = tr("如 2026-11-20 09:30") if name == "phoned_at" else tr("如 2026-11-20")
                field.show_message(how, "danger")
                field.control.setFocus()
                return None
            if value not in (None, "") or self._step is not None:
                values[name] = value
        return values

    def _read(self, name: str, value: Any) -> Any:
        if name in {"done_on", "due_on"}:
            today = self.room.desk.today()
            return day_typed(value, today, is_coming=name == "due_on")
        if name == "phoned_at" and value.strip():
            return datetime.fromisoformat(value.strip()).replace(tzinfo=SHANGHAI)
        return value

    def _usual(self) -> dict[str, Any]:
        """Return what stands there before anything is typed."""
        if self._step is not None:
            return {name: _shown(getattr(self._step, name, "")) for name in self.fields}
        usual: dict[str, Any] = {"done_on": self.room.desk.today().isoformat()}
        usual |= self._suggested()
        if self._person is not None:
            usual["person_uid"] = self._person
        elif self._facts is not None and self._row is not None:
            is_asked = self._row.move is Move.EVALUATE
            waiting = self._facts.to_hear if is_asked else self._facts.owed
            if len(waiting) == 1:
                usual["person_uid"] = waiting[0].person_uid
        return usual

    def _suggested(self) -> dict[str, Any]:
        """Return what the clerk suggested to the head; else where most of the station's go."""
        move = self._row.move if self._row is not None else None
        said = self._facts.suggested if self._facts is not None else None
        if move is Move.SUBMIT or (move is Move.ROUTE and (said is None or said.route is None)):
            return {"route": self._route}
        if move is Move.ROUTE and said is not None:
            return {"route": said.route}
        return {"unit_name": said.unit_name} if move in GIVES_AWAY and said is not None else {}

    def _known(self, name: str, value: Any) -> Any:
        """Return a value as its control has it: a draft keeps words and uids as texts."""
        if name == "person_uid" and isinstance(value, str):
            return UUID(value) if value else None
        return value

    def _typed(self) -> dict[str, Any] | None:
        """Return what a draft keeps, nothing where only what is usual stands there."""
        if self._facts is None or self._row is None:
            return None
        usual = self._usual()
        body = {name: field.value() for name, field in self.fields.items()}
        if not any(value for name, value in body.items() if value != usual.get(name)):
            return None
        said = {name: str(value) if value else "" for name, value in body.items()}
        said |= {"matter": str(self._facts.matter.uid), "move": str(self._row.move)}
        return said | ({"step": str(self._step.uid)} if self._step is not None else {})

    def _show_what_is_asked(self) -> None:
        """Show the fields that the route or the result asks for, and no others."""
        route = self.fields["route"].value() if "route" in self.fields else None
        if self._step is not None:
            route = self._step.route
        unasked = {name for name, routes in BY_ROUTE.items() if route not in routes}
        is_route = self._row is not None and self._row.move is Move.ROUTE
        self._unasked = unasked if is_route else set()
        if "result_class" in self.fields:
            is_promise = self.fields["result_class"].value() == ResultClass.PLANNED
            self._unasked |= set() if is_promise else {"promise", "due_on"}
        if self._facts is not None and not self._facts.matter.about_unit.strip():
            self._unasked |= {"reason"}
        for name, field in self.fields.items():
            field.setVisible(name not in self._unasked)
        self.none_of_these.setVisible(route == Route.TO_SUGGESTION and self._step is None)
        self.about.setText(self._about(route))
        self.about.setVisible(bool(self.about.text()))

    def _about(self, route: Any) -> str:
        """Return what a clerk should know of this step before he enters it."""
        if self._facts is None or self._row is None:
            return ""
        if self._step is not None:
            return tr("原来的内容留在办理过程里；由这一步推出的期限会重新算。")
        if route == Route.TO_SUGGESTION:
            return tr("不应作为建议提出的：") + tr("；").join(map(tr, NOT_A_SUGGESTION))
        if route == Route.URGENT_REPORT:
            return tr("先电话报告，再补书面；这里记下电话报告的时间和接报人。")
        if self._row.move is Move.EXTEND:
            latest = latest_extension(self._facts.matter, self._facts.rules)
            return tr("应在原时限以前提出；最迟可延至 {day}。").format(day=latest)
        if self._row.is_on_paper:
            return tr("按纸质件补记：日期和签字人以纸面为准。")
        return ""

    def _build(self, row: Row, fields: dict[str, Field]) -> None:
        self._row = row
        clear(self._body)
        self.fields = fields
        line: QHBoxLayout | None = None
        for name, field in self.fields.items():
            if name in WIDE or name == WHY:
                self._body.addWidget(field)
                line = None
                continue
            if line is None or line.count() == 2:
                line = QHBoxLayout()
                line.setSpacing(16)
                self._body.addLayout(line)
            line.addWidget(field, 1)
        Chain(self.controls, self.save_button.setFocus).tie(self.controls())
        for control in self.controls():
            control.changed.connect(self.keeper.touch)
        for name in ("route", "result_class"):
            if name in self.fields:
                self.fields[name].control.changed.connect(self._show_what_is_asked)

    def _lay_out(self) -> None:
        card = frame("card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 12)
        outer.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 12, 20, 12)
        column.addWidget(self.heading)
        column.addWidget(self._build_body(), 1)
        column.addWidget(self.banner)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)

    def _build_body(self) -> QScrollArea:
        """Return what is asked; it scrolls where a window is low, and the buttons stay."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        area = scrolling(body)
        column.addWidget(self.about)
        column.addWidget(self.none_of_these)
        column.addLayout(self._body)
        column.addStretch(1)
        area.setObjectName("card_scroll")  # on the ground of the card, not of the page
        for widget in (body, area.viewport()):
            widget.setAutoFillBackground(False)
        return area


def _people_of(facts: MatterFacts, step: Step) -> list[Owed]:
    """Return whom a step can be of; one who is not known by that entry any more keeps his name."""
    gone = step.person_uid not in {None, *(one.person_uid for one in facts.people)}
    own = [Owed(step.person_uid, step.person, "", "")] if gone and step.person_uid else []
    return [*facts.people, *own]


def _shown(value: Any) -> Any:
    """Return a value of a step as its control has it."""
    if isinstance(value, datetime):
        return f"{value.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else value


def _correct(
    desk: Desk, matter: Matter, step: Step, draft: UUID | None, values: Mapping[str, Any]
) -> Matter:
    """Correct a step by what differs from it, and its draft goes with it."""
    said = {name: value for name, value in values.items() if name != WHY}
    changes = {
        name: value or ("" if isinstance(getattr(step, name), str) else None)
        for name, value in said.items()
        if (value or None) != (getattr(step, name) or None)
    }
    return desk.matters.correct_step(matter, step.uid, changes, values[WHY], draft=draft)


def _enter(
    desk: Desk, matter: Matter, move: Move, uid: UUID | None, values: Mapping[str, Any]
) -> Matter:
    """Enter the step, and its draft goes with it; another matter is named by its number."""
    said = dict(values)
    if "other_uid" in said:
        said["other_uid"] = desk.matters.load(str(said["other_uid"]).strip()).uid
    uid = uid or new_uid(desk.now())
    step = Step(uid=uid, station_uid=matter.station_uid, matter_uid=matter.uid, move=move, **said)
    return desk.matters.move(matter, step)
