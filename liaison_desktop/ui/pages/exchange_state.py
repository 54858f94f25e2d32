"""How it stands with the county: joined or not, what waits, when was the last time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from liaison_desktop.desk.counting import counted
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.exchange_facts import CountyFacts, ExchangeFacts
from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.times import SHANGHAI, business_day
from liaison_desktop.ui.banner import Banner
from liaison_desktop.ui.buttons import Button
from liaison_desktop.ui.frames import frame
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.icons import Picture
from liaison_desktop.ui.pages.exchange_sent import SentList
from liaison_desktop.ui.texts import label, show_typed
from liaison_desktop.ui.theme import current

_WIDE = 780
"""Pixels from which the list of packages stands beside the state."""


@dataclass(frozen=True)
class Standing:
    """What the desk says of the exchange, and what this user may do in it."""

    facts: ExchangeFacts
    today: date
    may_export: bool
    may_write_card: bool
    may_join: bool


def standing_of(desk: Desk) -> Standing:
    """Return how it stands now."""
    today = desk.today()
    roles = desk.user.roles_on(today)
    return Standing(
        desk.exchange.load_facts(),
        today,
        may_export=authorize(roles, Action.EXPORT),
        may_write_card=authorize(roles, Action.WRITE_CARD),
        may_join=authorize(roles, Action.JOIN),
    )


class StatePanel(QWidget):
    """The state in words, what to do next as the one primary button, the packages sent so far."""

    def __init__(self, load: Callable[[], object], join: Callable[[], object]) -> None:
        super().__init__()
        self._mark = Picture("warning", "warn", 24)
        self.county = label("", "section", wraps=True)
        self.county_detail = label("", "small", wraps=True)
        self.unsent = label("", "big", wraps=True)
        self.last = label("", "small", wraps=True)
        self.banner = Banner()
        self.load = Button(tr("上报装盘"), load, kind="primary", picture="upload", key="Ctrl+E")
        self.join = Button(tr("加入县（区）"), join, kind="primary", picture="link")
        self.again = Button(tr("换了密钥？"), join, kind="strip")
        self.again.setAccessibleName(tr("县（区）换了密钥，重新加入"))
        self.allowed = label("", "small", wraps=True)
        self.sent_title = label(tr("已装盘的批次"), "strong")
        self.sent = SentList()
        self._lay_out()

    def show_standing(self, standing: Standing) -> None:
        """Say how it stands."""
        facts = standing.facts
        is_joined = facts.county is not None
        self._say_county(facts.county)
        self.unsent.setText(tr("未上报 {unsent} 条").format(unsent=counted(facts.unsent)))
        self.unsent.setVisible(is_joined)
        self.last.setText(_last(standing))
        self.last.setVisible(is_joined)
        self.load.setVisible(is_joined and standing.may_export)
        self.load.setAccessibleDescription(f"{self.unsent.text()}，{self.last.text()}")
        self.join.setVisible(not is_joined and _may_begin(standing))
        self.again.setVisible(is_joined and standing.may_join)
        self.allowed.setText(_not_allowed(standing))
        self.allowed.setVisible(bool(self.allowed.text()))
        self.sent.show_sent(facts.sent)
        for widget in (self.sent_title, self.sent):
            widget.setVisible(bool(facts.sent))
        self._parts.setStretch(1, 3 if facts.sent else 0)

    def main_button(self) -> Button | None:
        """Return the button for what comes next, None where this user may do nothing here."""
        shown = (button for button in (self.load, self.join) if not button.isHidden())
        return next(shown, None)

    def _say_county(self, county: CountyFacts | None) -> None:
        if county is None:
            self._mark.show_icon("warning", "warn")
            self.county.setText(tr("本站还没有加入县（区）"))
            detail = tr("登记和打印照常使用。要上报，先与县（区）互换两个小文件，共三步。")
            self.county_detail.setText(detail)
            return
        self._mark.show_icon("check_circle", "ok")
        joined = tr("已加入「{name}」（{code}）")
        show_typed(self.county, joined.format(name=county.name, code=county.code))
        words = tr("县（区）指纹 {fingerprint}")
        self.county_detail.setText(words.format(fingerprint=county.fingerprint))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._mark)
        head.addWidget(self.county, 1)
        waiting = QVBoxLayout()
        waiting.setSpacing(0)
        waiting.addWidget(self.unsent)
        waiting.addWidget(self.last)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.load, self.join):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(head)
        detail = QHBoxLayout()
        detail.addWidget(self.county_detail, 1)
        detail.addWidget(self.again)
        column.addLayout(detail)
        column.addWidget(frame("line"))
        column.addLayout(waiting)
        column.addWidget(self.banner)
        column.addWidget(self.allowed)
        column.addLayout(buttons)
        column.addStretch(1)
        list_column = QVBoxLayout()
        list_column.setSpacing(8)
        list_column.addWidget(self.sent_title)
        list_column.addWidget(self.sent, 1)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._parts.setContentsMargins(16, 12, 16, 14)
        self._parts.setSpacing(16)
        self._parts.addLayout(column, 2)
        self._parts.addLayout(list_column, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the state where there is room, else below it."""
        super().resizeEvent(event)
        is_wide = self.width() >= current().px(_WIDE)
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)


def _may_begin(standing: Standing) -> bool:
    return standing.may_write_card or standing.may_join


def _not_allowed(standing: Standing) -> str:
    """Return who may do what this user may not, "" where nothing is missing."""
    if standing.facts.county is None:
        words = tr("加入县（区）由工作人员、站长或管理员来做；您的角色只能看。")
        return "" if _may_begin(standing) else words
    return "" if standing.may_export else tr("上报装盘由工作人员或站长来做；您的角色只能看。")


def _last(standing: Standing) -> str:
    last = standing.facts.last
    if last is None:
        return tr("还没有上报过")
    days = (standing.today - business_day(last.made_at)).days
    ago = tr("距上次上报 {days} 天").format(days=days) if days > 0 else tr("今天已上报过")
    when = f"{last.made_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    words = tr("{ago}（{when}，第 {sequence} 批）")
    return words.format(ago=ago, when=when, sequence=last.sequence)
