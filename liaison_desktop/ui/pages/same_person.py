"""是同一个人吗？ — asked under a visitor while he is typed, before anything is saved."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout

from liaison_desktop.desk.same_people import Likely, SamePeople
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.masking import mask_phone
from liaison_desktop.model.person import Person
from liaison_desktop.model.same_person import REASON_LABELS, Likeness
from liaison_desktop.model.words import Sex
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.newest import Newest
from liaison_desktop.ui.pages.visitor_fields import VisitorFields
from liaison_desktop.ui.texts import label, show_typed
from liaison_desktop.ui.worker import Worker

TELLING = ("name", "phone", "birth_ym", "id_no", "address")
"""Fields after which it is asked anew who this may be."""


class SamePersonPanel(QFrame):
    """Hidden until somebody known is likely the one typed; it never keeps anybody from saving."""

    def __init__(self, worker: Worker, people: SamePeople, visitor: VisitorFields) -> None:
        super().__init__(visitor)
        self.setObjectName("banner_warn")
        self._people, self._visitor = people, visitor
        self._newest = Newest(self, worker)
        self._found: list[Likely] = []
        self.words = label("", wraps=True)
        self.same_button = Button(tr("是同一人"), self._take, kind="small", key="Alt+Y")
        self.other_button = Button(tr("不是"), self._part, kind="small", key="Alt+N")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 18, 14, 8)
        row.setSpacing(10)
        row.addWidget(Picture("person", "warn", 20))
        row.addWidget(self.words, 1)
        row.addWidget(self.same_button)
        row.addWidget(self.other_button)
        self.hide()
        visitor.add_below(self)
        for key, button in (("Alt+Y", self.same_button), ("Alt+N", self.other_button)):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(key), visitor, button.click, context=within)
        for name in TELLING:
            visitor.fields[name].control.left.connect(self.ask)
        visitor.name.changed.connect(self.hide)

    @Slot()
    def ask(self) -> None:
        """Ask who may be meant by what is typed, unless somebody was chosen."""
        typed = self._typed()
        if typed is None:
            self._newest.forget()
            self.hide()
        else:
            self._newest.ask(partial(self._people.likely, typed), self._show, _pass)

    def _typed(self) -> Person | None:
        visitor = self._visitor
        texts = {name: str(visitor.fields[name].value() or "").strip() for name in TELLING}
        is_asked = visitor.person_uid is None and not visitor.anonymous.value()
        if not (is_asked and texts["name"] and any(texts[name] for name in TELLING[1:])):
            return None
        nobody = UUID(int=0)
        sex: Sex | None = visitor.fields["sex"].value()
        return Person(
            uid=nobody,
            station_uid=nobody,
            name=texts["name"],
            sex=sex,
            phone=texts["phone"],
            birth_ym=texts["birth_ym"],
            id_no=texts["id_no"],
            address=texts["address"],
        )

    def _show(self, found: list[Likely]) -> None:
        parted = self._visitor.parted_from
        self._found = [one for one in found if one.person.uid not in parted]
        if not self._found or self._typed() is None:
            self.hide()
            return
        likely = self._found[0]
        words = tr("可能是同一人：{who}（{why}）")
        show_typed(
            self.words,
            words.format(who=who_of(likely.person), why=reasons_of(likely.likeness)),
        )
        self.show()

    def _take(self) -> None:
        """Take the known one, with what is known of him; the name stays as it was typed."""
        if self._found:
            self._visitor.recognise(self._found[0].person)
            self.hide()

    def _part(self) -> None:
        """Remember that he is another, and ask about the next one."""
        if self._found:
            self._visitor.part_from(self._found[0].person)
            self._show(self._found[1:])


def who_of(person: Person) -> str:
    """Return who is meant, in one line: the phone masked."""
    facts = [person.name, mask_phone(person.phone), person.address]
    return "　".join(fact for fact in facts if fact)


def reasons_of(likeness: Likeness) -> str:
    """Return why two are likely one, in words."""
    return tr("、").join(tr(REASON_LABELS[reason]) for reason in likeness.reasons)


def _pass(_fault: Fault) -> None:
    """Say nothing: a visitor can be registered all the same."""
