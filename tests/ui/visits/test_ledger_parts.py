"""The ledgers beside 来访登记簿: matters, people, deputies; columns of one's own; copying."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from sqlalchemy import insert

from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.ledgers import GLANCE
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.body_member import BodyMember
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.every_ledger import LEDGERS
from liaison_desktop.model.finding import GramDue
from liaison_desktop.model.ledgers import DEPUTIES, MATTERS, PEOPLE, VISITS
from liaison_desktop.model.talk_ledgers import COMMITMENTS, CONSULTATIONS
from liaison_desktop.model.words import Disclosure, MandateLevel, StationKind
from liaison_desktop.store.grams import DUE_IN_A_LIST
from liaison_desktop.ui.pages.ledger_list import LedgerList
from liaison_desktop.ui.pages.ledgers import LedgersPage
from tests.builders import a_commitment, a_consultation, a_matter, a_visit, a_visitor
from tests.ui.hands import CTRL, Key, Until, compose, enter, press, type_text, words_on
from tests.ui.test_shape import nameless
from tests.ui.visits.conftest import OpenPage


@pytest.fixture
def page(desk: Desk, open_page: OpenPage) -> LedgersPage:
    desk.visits.register(
        a_visit(
            a_visitor("李桂芳"),
            matters=[
                a_matter("路灯不亮", disclosure=Disclosure.PUBLISHABLE),
                a_matter("井盖缺失", people_involved=30),
            ],
        )
    )
    desk.visits.register(a_visit(a_visitor("陈明", phone="13800009999")))
    desk.deputies.register(
        Deputy(
            uid=desk.station.uid,
            station_uid=desk.station.uid,
            name="赵强",
            mandates=[Mandate(level=MandateLevel.TOWN, constituency="第三选区")],
        )
    )
    meeting = a_consultation()
    desk.talk.meetings.register(meeting)
    desk.talk.commitments.register(a_commitment(meeting, due_on=date(2026, 11, 19)))
    uids = {"uid": meeting.uid, "station_uid": meeting.station_uid}
    desk.talk.members.register(BodyMember(name="王芳", **uids))
    return open_page(desk)


def show(page: LedgersPage, name: str, until: Until) -> LedgerList:
    """Go to the part of a ledger and wait for its rows."""
    page.parts.set_value(name)
    page._show_part()
    shown = page.list_of(name)
    until(lambda: bool(shown.count.text()) and not shown.is_waiting)
    return shown


def column_of(shown: LedgerList, name: str) -> list[str]:
    place = [column.name for column in shown.look.ledger.columns].index(name)
    rows = [shown.model.row(n) for n in range(shown.model.rowCount())]
    return [row[place] for row in rows if row is not None]


@pytest.mark.parametrize("name", [ledger.name for ledger in LEDGERS])
def test_every_ledger_has_its_part_and_can_be_read_aloud(
    page: LedgersPage, until: Until, name: str
):
    shown = show(page, name, until)

    assert shown.isVisible()
    assert shown.model.rowCount() >= 1
    assert nameless(page) == []


def test_matters_stand_by_themselves_and_open_their_visit(page: LedgersPage, until: Until):
    shown = show(page, MATTERS.name, until)

    assert column_of(shown, "title") == ["路灯不亮", "井盖缺失", "路灯不亮"]
    assert column_of(shown, "people_involved") == ["1", "30", "1"]
    shown.filter.text.setFocus()
    type_text("井盖")
    until(lambda: column_of(shown, "title") == ["井盖缺失"])
    enter()
    until(lambda: "李桂芳" in words_on(page))
    assert page.opened() != ""


@pytest.mark.parametrize("ledger", [CONSULTATIONS.name, COMMITMENTS.name])
def test_a_meeting_and_its_promises_lead_to_the_meeting(
    desk: Desk, page: LedgersPage, until: Until, ledger: str
):
    shown, asked = show(page, ledger, until), list[UUID]()
    page.room.ways.to_consultation.connect(asked.append)

    shown.table.setFocus()
    enter()

    until(lambda: bool(asked))
    [meeting] = desk.talk.meetings.newest()
    assert asked == [meeting.uid]


def test_only_a_street_has_the_part_of_its_deliberation_body(desk: Desk, open_page: OpenPage):
    assert "议事组织" in [button.label for button in open_page(desk).parts.buttons]
    desk.station.kind = StationKind.TOWN
    assert "议事组织" not in [button.label for button in open_page(desk).parts.buttons]


def test_people_are_found_as_the_search_finds_them(page: LedgersPage, until: Until):
    shown = show(page, PEOPLE.name, until)

    assert column_of(shown, "name") == ["陈明", "李桂芳"]  # as they are read
    shown.filter.text.setFocus()
    type_text("lgf")
    until(lambda: column_of(shown, "name") == ["李桂芳"])
    assert column_of(shown, "visits") == ["1"]
    assert column_of(shown, "phone") == ["138****1234"]


def test_a_key_is_answered_at_once_and_so_are_letters_still_composed(
    page: LedgersPage, until: Until
):
    shown = show(page, PEOPLE.name, until)
    shown._typing.setInterval(3_600_000)  # the whole is asked for after a pause that never comes
    shown.filter.text.setFocus()
    type_text("陈")
    until(lambda: not shown.is_waiting)
    assert column_of(shown, "name") == ["陈明"]
    press(Key.Key_Backspace)
    compose("l'g'f")
    until(lambda: not shown.is_waiting)
    assert (column_of(shown, "name"), shown.filter.text.value()) == (["李桂芳"], "")


def test_of_a_common_word_the_newest_are_shown_before_all_are(
    page: LedgersPage, desk: Desk, until: Until
):
    for n in range(GLANCE + 5):
        desk.visits.register(a_visit(a_visitor(f"钱{n}", phone=f"138000{n:05}")))
    shown = show(page, PEOPLE.name, until)
    shown.reload()
    shown._typing.setInterval(3_600_000)
    shown.filter.text.setFocus()
    type_text("钱")
    until(lambda: len(shown.model.ids) == GLANCE)
    assert (shown.is_waiting, shown.count.text()) == (True, f"先列最近的 {GLANCE} 条，其余正在找")
    enter()
    until(lambda: not shown.is_waiting)
    assert len(shown.model.ids) == GLANCE + 5


def test_deputies_are_chosen_by_their_level(page: LedgersPage, until: Until):
    shown = show(page, DEPUTIES.name, until)

    assert column_of(shown, "constituency") == ["第三选区"]
    shown.filter.choices["level"].set_value(MandateLevel.COUNTY)
    until(lambda: shown.model.rowCount() == 0)
    assert "没有符合筛选的代表" in words_on(page)


def test_a_column_without_an_index_sorts_too_by_how_it_is_read(page: LedgersPage, until: Until):
    shown = page.list
    shown.table.setFocus()
    shown._sort("name")

    until(lambda: column_of(shown, "name") == ["陈明", "李桂芳"])
    shown._sort("name")
    until(lambda: column_of(shown, "name") == ["李桂芳", "陈明"])
    assert "按姓名从大到小" in words_on(page)


def test_a_column_can_be_left_out_and_that_is_remembered(page: LedgersPage, desk: Desk):
    table = page.list.table
    phone = [column.name for column in VISITS.columns].index("phone")
    page.resize(1500, 600)
    assert not table.isColumnHidden(phone)

    menu = table.columns_menu()
    next(action for action in menu.actions() if action.text() == "联系电话").trigger()

    assert table.isColumnHidden(phone)
    again = LedgerList(page.room, page.list.look)
    again.resize(1500, 600)
    again.table._share_width()
    assert again.table.isColumnHidden(phone)
    next(action for action in table.columns_menu().actions() if "恢复" in action.text()).trigger()
    assert not table.isColumnHidden(phone)


def test_a_width_drawn_by_hand_stays_and_the_others_share_the_rest(page: LedgersPage):
    page.resize(1500, 600)
    table = page.list.table
    title = [column.name for column in VISITS.columns].index("title")

    table.horizontalHeader().resizeSection(title, 400)

    assert table.columnWidth(title) == 400
    widths = [table.columnWidth(n) for n in range(len(VISITS.columns))]
    assert sum(widths) == table.viewport().width()
    assert '"title": 400' in page.room.preferences.columns_for("王芳", VISITS.name)


def test_a_row_is_copied_as_it_is_shown(page: LedgersPage, until: Until):
    shown = page.list
    shown.table.setFocus()
    until(lambda: shown.table.place() == 0)

    press(Key.Key_C, CTRL)

    copied = QGuiApplication.clipboard().text().split("\t")
    assert "陈明" in copied
    assert "13800009999" not in "".join(copied)


def test_the_public_edition_holds_only_what_may_be_published(
    page: LedgersPage, until: Until, shown: list[Path]
):
    menu = page.list.more.menu()
    next(action for action in menu.actions() if "打印公开版" in action.text()).trigger()

    until(lambda: len(shown) == 1)
    text = "".join(sheet.extract_text() for sheet in PdfReader(shown[0]).pages)
    assert "公开版" in text
    assert "李**" in text
    assert "路灯不亮" in text
    assert "井盖缺失" not in text
    assert "李桂芳" not in text
    assert "陈" not in text
    assert "联系电话" not in text


def test_people_have_no_public_edition(page: LedgersPage, until: Until):
    menu = show(page, PEOPLE.name, until).more.menu()

    assert not [action for action in menu.actions() if "公开版" in action.text()]


def test_the_more_menu_opens_by_the_button(page: LedgersPage, until: Until):
    page.list.more_button.click()
    until(lambda: QGuiApplication.topLevelWindows() != [])
    popup = page.list.more_button.window()
    assert popup is not None
    press(Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


def test_a_list_by_words_says_that_it_may_lack_some(
    page: LedgersPage, desk: Desk, until: Until
) -> None:
    shown = show(page, VISITS.name, until)
    shown.filter.text.set_value("李桂芳")
    shown.search()
    until(lambda: not shown.is_waiting)
    assert "可能不全" not in shown.count.text()
    with desk._store.act(desk.user, Action.KEEP_INDEX, audited=False) as session:
        waiting = [{"kind": 1, "key": 10**9 + n} for n in range(DUE_IN_A_LIST + 1)]
        session.execute(insert(GramDue), waiting)

    shown.search()
    until(lambda: not shown.is_waiting)
    assert shown.count.text().endswith("（查找索引在整理，可能不全）")
    shown.pdf_button.click()
    until(lambda: "按文字筛选的台账可能不全，没有打印也没有导出" in words_on(shown))
