"""What stands beside the record of a meeting: its promises, and who takes part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation_words import CommitmentState
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.sign_in import count_attendance
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import icon
from liaison_desktop.ui.items import add_item
from liaison_desktop.ui.line import is_enter
from liaison_desktop.ui.pages.meeting_agenda import circled
from liaison_desktop.ui.theme import current


def due_badge(one: Commitment, today: date) -> tuple[str, str]:
    """Return (words, level) of how a promise stands."""
    if one.state is not CommitmentState.OPEN:
        is_kept = one.state is CommitmentState.KEPT
        return tr(word(one.state)), "ok" if is_kept else "danger"
    if one.due_on is None or not one.unit_name.strip():
        return tr("未填期限") if one.due_on is None else tr("未填单位"), "danger"
    if one.is_overdue(today):
        return tr("超期 {days} 天").format(days=(today - one.due_on).days), "danger"
    return day_in_words(one.due_on, today), "soft"


def day_in_words(day: date, today: date) -> str:
    """Return 12月5日, with the year where it is another one."""
    if day.year == today.year:
        return tr("{month}月{day}日").format(month=day.month, day=day.day)
    return tr("{year}年{month}月{day}日").format(year=day.year, month=day.month, day=day.day)


def who_promised(one: Commitment) -> str:
    """Return the unit and the person of a promise."""
    return " · ".join(part for part in (one.unit_name.strip(), one.person.strip()) if part)


class PromisesCard(Card):
    """`adding` asks for a promise without an answer, `opening` for the list of all."""

    adding = Signal()
    opening = Signal()

    def __init__(self) -> None:
        super().__init__(tr("承诺事项"), "promise")
        add = Button(tr("添加"), self.adding.emit, kind="ghost", picture="plus")
        add.setProperty("is_low", "true")
        self.head.addWidget(add)

    def show_promises(self, promises: Sequence[Commitment], today: date) -> None:
        """Show what was promised, by number."""
        self.clear()
        for one in promises:
            row = RowButton(
                f"{circled(one.place)} {one.content}", who_promised(one), self.opening.emit
            )
            row.add_badge(*due_badge(one, today))
            self.rows.addWidget(row)
        if not promises:
            self.add_words(tr("答复里作出承诺时，按 Alt+C 记下。"))
        self.rows.addStretch(1)


class PeopleList(QListWidget):
    """Who takes part; `speaking` carries the uid of who was chosen to speak."""

    speaking = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("people")
        self.setAccessibleName(tr("参加人"))
        self.setAccessibleDescription(tr("回车键选为发言人。"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._choose)

    def show_people(self, people: Sequence[Participant]) -> None:
        """Show everybody, a tick at who has signed in."""
        self.clear()
        for one in people:
            from_where = one.body or tr(word(one.participant_kind))
            item = add_item(self, f"{visible(one.name)}　{visible(from_where)}")
            came = one.presence is Presence.PRESENT
            item.setIcon(icon("check_circle", "ok") if came else icon("person", "text3"))
            state = tr("已签到") if came else tr("未签到")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}　{state}")
            item.setToolTip(f"{item.text()}　{state}")
            item.setData(Qt.ItemDataRole.UserRole, one.uid)
            item.setSizeHint(QSize(0, current().px(38)))

    def keyPressEvent(self, event: object) -> None:
        if is_enter(event) and self.currentItem() is not None:  # type: ignore[arg-type]  # a key's
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]  # as Qt hands it over

    def _choose(self, item: QListWidgetItem) -> None:
        uid = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(uid, UUID):
            self.speaking.emit(uid)


class PeopleCard(Card):
    """Who takes part, and how many have signed in."""

    def __init__(self) -> None:
        super().__init__(tr("参加人"), "users")
        self.list = PeopleList()
        self.rows.addWidget(self.list, 1)

    def show_people(self, people: Sequence[Participant]) -> None:
        """Show everybody and their number."""
        came = count_attendance(people).present
        words = tr("{count} 人 · 签到 {came}").format(count=len(people), came=came)
        self.show_badge(words, "plain")
        self.list.show_people(people)
