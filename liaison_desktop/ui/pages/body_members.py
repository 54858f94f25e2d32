"""议事组织 — who sits in the deliberation body of a 街道, and its yearly meeting."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMargins, Signal

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import MemberOrigin
from liaison_desktop.model.texts import visible
from liaison_desktop.model.words import label as word
from liaison_desktop.model.yearly_meeting import YearlyStanding
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.cards import Card, RowButton
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.roll_panel import RollPanel
from liaison_desktop.ui.pages.roll_sheets import Sheet
from liaison_desktop.ui.room import Room


def _member(one: BodyMember) -> tuple[str, str]:
    term = " – ".join(str(day) for day in (one.valid_from, one.valid_to) if day)
    facts = (tr(word(one.member_origin)), one.body, one.post, one.term_no, term)
    return visible(one.name), visible("　".join(fact for fact in facts if fact))


MEMBERS = Sheet(
    "body_member",
    lambda: tr("议事组织成员"),
    lambda: tr("登记成员"),
    "users",
    BodyMember,
    lambda desk: desk.talk.members,
    (
        "name",
        "sex",
        "member_origin",
        "body",
        "post",
        "phone",
        "term_no",
        "valid_from",
        "valid_to",
        "remark",
    ),
    ("name",),
    _member,
    lambda one: one.valid_from,
    has_paper=False,
    action=Action.KEEP_CONSULTATION,
    wide=frozenset({"remark"}),
    usual={"member_origin": MemberOrigin.RESIDENT},
)


class BodyMembersPanel(RollPanel):
    """`opening` asks for a meeting by its uid, `beginning` for this year's as it is prepared."""

    opening = Signal(object)
    beginning = Signal(object)
    margins = QMargins(24, 8, 24, 16)

    def __init__(self, room: Room) -> None:
        self.yearly = Card(tr("年度议事会议"), "talk")
        self.prepare_button = Button(tr("筹备年度会议"), self.prepare, kind="small", picture="plus")
        self.yearly.head.addWidget(self.prepare_button)
        super().__init__(room, MEMBERS)

    def further_cards(self) -> list[Card]:
        return [self.yearly]

    def begin(self) -> None:
        super().begin()
        task = partial(_standing, self.room.desk)
        self.room.worker.ask(self, task, self._show_standing, self._refuse)

    def prepare(self) -> None:
        """Begin this year's meeting with what it must hear."""
        task = partial(_prepare, self.room.desk)
        self.room.worker.ask(self, task, self.beginning.emit, self._refuse)

    def _show_standing(self, standing: YearlyStanding | None) -> None:
        self.yearly.clear()
        self.yearly.setVisible(standing is not None)
        if standing is None:
            return
        held, planned = standing.held, standing.planned
        self.prepare_button.setVisible(held is None and planned is None and self._may())
        self.yearly.show_badge(tr("应开未开") if standing.is_late else "", "danger")
        for one in (held, planned):
            if one is not None:
                opens = partial(self.opening.emit, one.uid)
                row = RowButton(visible(one.title), f"{one.held_on}　{tr(word(one.state))}", opens)
                self.yearly.rows.addWidget(row)
        if held is None and planned is None:
            words = tr("{year} 年还没有开年度议事会议，每年至少一次。")
            role = "danger" if standing.is_late else "body"
            self.yearly.add_words(words.format(year=standing.year), role)
        if standing.unheard:
            words = tr("还没有听取：{titles}")
            titles = visible(tr("、").join(standing.unheard))
            self.yearly.add_words(words.format(titles=titles), "warn")


def _standing(desk: Desk) -> YearlyStanding | None:
    return desk.talk.yearly.standing()


def _prepare(desk: Desk) -> Consultation:
    return desk.talk.yearly.prepare(desk.today())
