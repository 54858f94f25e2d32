"""历次 — every meeting on one topic: what was said and promised in each, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.meeting import Meeting
from liaison_desktop.model.faults import Fault
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.frames import scrolling_column
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.messages import say
from liaison_desktop.ui.pages.meeting_agenda import circled
from liaison_desktop.ui.pages.meeting_side import due_badge, who_promised
from liaison_desktop.ui.pages.meeting_widget import MeetingWidget
from liaison_desktop.ui.room import Room
from liaison_desktop.ui.texts import label


def load_series(desk: Desk, uid: UUID) -> tuple[str, list[Meeting]]:
    """Return the topic of a meeting and every meeting on it, the first first."""
    topic = desk.talk.meetings.load(uid).topic.strip()
    return topic, desk.talk.meetings.series(topic) if topic else []


class MeetingSeries(MeetingWidget):
    """One card for each meeting of the series, the latest first."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.banner = Banner()
        self.told = label("", "section", wraps=True)
        self.cards: list[Card] = []
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(12)
        inner = QWidget()
        inner.setLayout(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.banner)
        column.addWidget(self.told)
        column.addWidget(scrolling_column(inner), 1)

    def open(self, uid: UUID) -> None:
        """Read the series anew in which a meeting stands."""
        self._uid = uid
        task = partial(load_series, self.room.desk, uid)
        self.room.worker.ask(self, task, self._show, self._refuse)

    def put_down(self, then: Callable[[], object]) -> None:
        """Go on: nothing is typed here."""
        then()

    def _show(self, series: tuple[str, list[Meeting]]) -> None:
        topic, meetings = series
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [self._card(one) for one in reversed(meetings)]
        for card in self.cards:
            self._body.addWidget(card)
        if not topic:
            self.told.setText(tr("这次会议没有填议题，填了议题才能和历次放在一起。"))
            return
        words = tr("“{topic}”历次恳谈 {count} 次：意见建议 {opinions} 条，承诺 {promises} 项")
        self.told.setText(
            words.format(
                topic=visible(topic),
                count=len(meetings),
                opinions=sum(len(one.opinions) for one in meetings),
                promises=sum(len(one.commitments) for one in meetings),
            )
        )

    def _card(self, meeting: Meeting) -> Card:
        one = meeting.consultation
        heading = tr("{day}　{title}").format(day=one.held_on, title=visible(one.title))
        card = Card(heading, "talk")
        is_this = one.uid == self._uid
        card.show_badge(tr("本次") if is_this else tr(word(one.state)), "soft")
        numbers = _matter_numbers(meeting.opinions)
        for statement in meeting.statements:
            card.rows.addWidget(self._statement(statement, statement.uid in numbers))
        for promise in meeting.commitments:
            words = f"{circled(promise.place)} {promise.content}"
            row = RowButton(words, who_promised(promise), partial(_stay, promise.uid))
            row.add_badge(*due_badge(promise, self.room.desk.today()))
            card.rows.addWidget(row)
        if not (meeting.statements or meeting.commitments):
            card.add_words(tr("还没有记录。"))
        return card

    def _statement(self, one: Statement, has_matter: bool) -> QWidget:
        """Return a row of a statement; an opinion that became a matter leads there."""
        facts = [one.speaker, one.speaker_body, tr(word(one.kind))]
        opens = partial(self._open_matter, one) if has_matter else partial(_stay, one.uid)
        row = RowButton(one.content, "　".join(fact for fact in facts if fact), opens)
        if one.route is not None:
            row.add_badge(tr(word(one.route)), "soft")
        elif one.lacks_route:
            row.add_badge(tr("还没有去向"), "danger")
        return row

    def _open_matter(self, one: Statement) -> None:
        task = partial(_number_of, self.room.desk, one)
        self.room.worker.ask(self, task, self.room.ways.to_matter.emit, self._refuse)

    def _refuse(self, fault: Fault) -> None:
        self.banner.say(say(fault), "danger")


def _matter_numbers(opinions: Sequence[Statement]) -> set[UUID]:
    return {one.uid for one in opinions if one.matter_uid is not None}


def _number_of(desk: Desk, one: Statement) -> str:
    visits = desk.visits.find_from(one.consultation_uid)
    numbers = {matter.uid: matter.number for visit in visits for matter in visit.matters}
    return next(number for uid, number in numbers.items() if uid == one.matter_uid)


def _stay(_uid: UUID) -> None:
    """Do nothing: what was said leads nowhere further."""
