"""人员 — one person: what is known, every visit, who may be the same, and who was taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.same_people import Likely
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.masking import mask_phone
from liaison_desktop.model.person import Person
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.dialogs import Dialog
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.merge import MergeDialog
from liaison_desktop.ui.pages.same_person import reasons_of, who_of
from liaison_desktop.ui.room import Room


@dataclass(frozen=True)
class Told:
    """All that the dialog says of a person."""

    person: Person
    visits: Sequence[Visit]
    likely: Sequence[Likely]
    merged: Sequence[Person]


class PersonDialog(Dialog):
    """Opened over the list of people; a visit of it opens in its own place."""

    def __init__(self, room: Room, key: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._key = room, key
        self.setWindowTitle(tr("人员"))
        self.resize(720, 560)
        roles = room.desk.user.roles_on(room.desk.today())
        self._may_merge = authorize(roles, Action.MERGE_PEOPLE)
        self.banner = Banner()
        self.facts = Card(tr("人员"), "person")
        self.visits = Card(tr("来访"), "ledger")
        self.likely = Card(tr("可能是同一人"), "users", "warn")
        self.merged = Card(tr("已关联到这里"), "link")
        self._lay_out()
        self.load()

    def load(self) -> None:
        """Read the person anew."""
        self._room.worker.ask(self, self._read, self._show, self._refuse)

    def _read(self) -> Told:
        desk = self._room.desk
        person = desk.people.by_key(self._key)
        likely = desk.same_people.likely(person) if person.withdrawn_at is None else []
        merged = desk.same_people.merged_into(person.uid)
        return Told(person, desk.people.visits_of(person.uid), likely, merged)

    def _show(self, told: Told) -> None:
        self._show_facts(told.person)
        self.visits.clear()
        self.visits.show_badge(str(len(told.visits)))
        for visit in told.visits:
            self.visits.rows.addWidget(self._visit_row(visit))
        self.likely.clear()
        self.likely.setVisible(bool(told.likely))
        for likely in told.likely:
            self._add_likely(told.person, likely)
        self.merged.clear()
        self.merged.setVisible(bool(told.merged))
        for person in told.merged:
            self._add_merged(person)

    def _show_facts(self, person: Person) -> None:
        self.facts.heading.setText(person.name)
        self.facts.clear()
        facts = [
            tr(word(person.sex)) if person.sex else "",
            mask_phone(person.phone),
            person.address,
            person.birth_ym,
            person.constituency,
        ]
        self.facts.add_words(
            "　".join(fact for fact in facts if fact) or tr("没有别的资料"), "body"
        )

    def _visit_row(self, visit: Visit) -> RowButton:
        titles = tr("；").join(m.title for m in visit.matters if m.withdrawn_at is None)
        day = visit.received_at.astimezone(SHANGHAI)
        return RowButton(
            titles, f"{day:%Y-%m-%d}　{visit.number}", partial(self._open, visit.number)
        )

    def _open(self, number: str) -> None:
        self.accept()
        self._room.ways.to_visit.emit(number)

    def _add_likely(self, person: Person, likely: Likely) -> None:
        merge = partial(self._merge, person, likely.person)
        row = RowButton(who_of(likely.person), reasons_of(likely.likeness), merge)
        if self._may_merge:
            part = partial(self._part, person.uid, likely.person.uid)
            row.add(Button(tr("关联……"), merge, kind="small"))
            row.add(Button(tr("不是同一人"), part, kind="small"))
        row.setEnabled(self._may_merge)
        self.likely.rows.addWidget(row)

    def _add_merged(self, person: Person) -> None:
        unmerge = partial(self._unmerge, person.uid)
        row = RowButton(who_of(person), tr("恢复成两人"), unmerge)
        row.setEnabled(self._may_merge)
        self.merged.rows.addWidget(row)

    def _merge(self, kept: Person, gone: Person) -> None:
        MergeDialog(self._room, kept, gone, self.load, self).open()

    def _part(self, one: UUID, other: UUID) -> None:
        task = partial(self._room.desk.same_people.say_not_same, one, other)
        self._room.worker.ask(self, task, lambda _nothing: self.load(), self._refuse)

    def _unmerge(self, gone: UUID) -> None:
        task = partial(self._room.desk.same_people.unmerge, gone)
        self._room.worker.ask(self, task, self._parted, self._refuse)

    def _parted(self, _people: tuple[Person, Person]) -> None:
        self.banner.say(tr("已恢复成两人，各自的来访也分开了。"), "ok")
        self._room.ways.changed.emit()
        self.load()

    def _refuse(self, fault: Fault) -> None:
        self.banner.say(say(fault), "danger")

    def _lay_out(self) -> None:
        self.likely.hide()
        self.merged.hide()
        cards = scrolling_column(self.facts, self.likely, self.visits, self.merged)
        close = Button(tr("关闭"), self.reject, key="Esc")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.banner)
        column.addWidget(cards, 1)
        column.addLayout(buttons)
