"""来访登记簿 on the screen: found while it is typed, gone through by keys, opened, cleared."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.ledgers import VISITS
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Channel, Handling, Role
from liaison_desktop.ui.pages.ledgers import LedgersPage
from tests.builders import NOON, a_matter, a_visit
from tests.homes import HEAD, StoppedClock, a_desk
from tests.ui.hands import CTRL, Key, Until, compose, enter, focused, press, type_text, words_on
from tests.ui.test_shape import SMALLEST, nameless
from tests.ui.visits.conftest import OpenPage

COLUMN = {column.name: place for place, column in enumerate(VISITS.columns)}


def register(desk: Desk, *titles: str, **changes: object) -> list[Visit]:
    """Register a visit for each title, each one an hour before the one before it."""
    visits = []
    for hours, title in enumerate(titles):
        at = NOON - timedelta(hours=hours)
        visits.append(
            a_visit(received_at=at, matters=[a_matter(title, statement=f"{title}。")], **changes)
        )
        desk.visits.register(visits[-1])
    return visits


def titles(page: LedgersPage) -> list[str]:
    """Return the titles in the list, as far as they are here."""
    model = page.list.model
    rows = [model.row(place) for place in range(model.rowCount())]
    return [row[COLUMN["title"]] for row in rows if row is not None]


def title_in_front(page: LedgersPage) -> str:
    """Return the title of the current row; "" until its words are here."""
    row = page.list.model.row(page.list.table.place())
    return row[COLUMN["title"]] if row is not None else ""


def test_the_newest_comes_first_and_keys_go_through_the_list_from_the_search_line(
    desk: Desk, open_page: OpenPage, until: Until
):
    register(desk, *(f"第{n}件" for n in range(1, 61)))
    page = open_page(desk)

    assert page.list.count.text() == "共 60 次"
    assert titles(page)[:2] == ["第1件", "第2件"]
    assert focused() is page.list.filter.text
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Up)
    assert title_in_front(page) == "第2件"
    press(Key.Key_PageDown)
    assert page.list.table.place() > 4
    press(Key.Key_End)
    until(lambda: title_in_front(page) == "第60件")
    press(Key.Key_Home)
    assert title_in_front(page) == "第1件"
    assert focused() is page.list.filter.text


def test_home_and_end_stay_in_the_words_while_they_move_there(desk: Desk, open_page: OpenPage):
    register(desk, "路灯不亮", "路灯太暗")
    page = open_page(desk)
    type_text("路灯")
    press(Key.Key_Down)

    press(Key.Key_Home)

    assert page.list.filter.text.cursorPosition() == 0
    assert page.list.table.place() == 1
    press(Key.Key_Home)
    assert page.list.table.place() == 0


def test_enter_opens_the_visit_and_going_back_leads_to_its_row(
    desk: Desk, open_page: OpenPage, until: Until
):
    visits = register(desk, "路灯不亮", "积水", "噪声")
    page = open_page(desk)
    press(Key.Key_Down)

    enter()

    until(lambda: visits[1].number in words_on(page))
    until(lambda: page.record().isVisible())
    page.record().closed.emit()
    until(lambda: focused() is page.list.table)
    assert title_in_front(page) == "积水"


def test_words_are_looked_for_while_they_are_typed_and_composing_takes_no_list_away(
    desk: Desk, open_page: OpenPage, until: Until, qtbot: QtBot
):
    register(desk, "路灯不亮", "积水", "噪声")
    page = open_page(desk)

    compose("ludeng")
    qtbot.wait(300)
    assert page.list.count.text() == "共 3 次"
    type_text("路灯")
    until(lambda: titles(page) == ["路灯不亮"])
    assert "含“路灯”" in words_on(page)
    press(Key.Key_Escape)
    until(lambda: page.list.count.text() == "共 3 次")
    assert focused() is page.list.filter.text
    press(Key.Key_Escape)
    assert focused() is page.list.table
    press(Key.Key_F, CTRL)
    assert focused() is page.list.filter.text


def test_enter_before_the_answer_opens_what_was_typed_and_never_the_former_row(
    desk: Desk, open_page: OpenPage, until: Until
):
    visits = register(desk, "路灯不亮", "积水", "积水又来")
    page = open_page(desk)
    opened: list[str] = []
    page.list.opening.connect(opened.append)

    type_text("积水")
    enter()
    until(lambda: page.list.count.text() == "共 2 次")
    assert opened == []
    type_text("又")
    enter()

    until(lambda: bool(opened))
    assert opened == [visits[2].number]


def test_row_and_sight_stay_with_their_visits_when_others_come(
    desk: Desk, open_page: OpenPage, until: Until
):
    register(desk, *(f"第{n}件" for n in range(1, 131)))
    page = open_page(desk)
    table = page.list.table
    table.choose(70)
    until(lambda: page.list.model.row(70) is not None)
    top = table.anchor()[0]

    a_new = a_visit(
        received_at=NOON + timedelta(hours=1), matters=[a_matter("新来的", statement="新来的。")]
    )
    desk.visits.register(a_new)
    page.room.ways.changed.emit()

    until(lambda: page.list.count.text() == "共 131 次")
    assert title_in_front(page) == "第71件"
    assert table.anchor()[0] == top + 1
    assert table.selectionModel().isRowSelected(71)


def test_a_withdrawn_visit_leaves_its_place_to_the_next(
    desk: Desk, open_page: OpenPage, until: Until
):
    visits = register(desk, "路灯不亮", "积水", "噪声")
    page = open_page(desk)
    press(Key.Key_Down)

    desk.visits.withdraw(visits[1], "重复登记")
    page.room.ways.changed.emit()

    until(lambda: page.list.count.text() == "共 2 次")
    assert title_in_front(page) == "噪声"
    page.list.filter.ticks["withdrawn"].setFocus()
    press(Key.Key_Space)
    until(lambda: page.list.count.text() == "共 3 次")
    assert page.list.model.row(1)[COLUMN["state"]] == "已撤回"  # type: ignore[index]  # is here


def test_a_correction_shows_in_the_row(desk: Desk, open_page: OpenPage, until: Until):
    [visit] = register(desk, "路灯不亮")
    page = open_page(desk)

    desk.visits.correct_matter(visit.matters[0], {"title": "路灯全不亮"})
    page.room.ways.changed.emit()

    until(lambda: titles(page) == ["路灯全不亮"])


def test_columns_order_by_keys_and_say_so(desk: Desk, open_page: OpenPage, until: Until):
    register(desk, "一人", headcount=1)
    register(desk, "五人", headcount=5)
    register(desk, "三人", headcount=3)
    page = open_page(desk)
    page.resize(1400, 600)
    page.list.table.setFocus()
    while page.list.table.currentIndex().column() < COLUMN["headcount"]:
        press(Key.Key_Right)

    press(Key.Key_Space)
    until(lambda: titles(page) == ["五人", "三人", "一人"])
    assert "按人数从大到小" in words_on(page)
    press(Key.Key_Space)

    until(lambda: titles(page) == ["一人", "三人", "五人"])
    assert "按人数从小到大" in words_on(page)


def test_days_forms_and_ways_of_handling_choose_and_one_key_clears(
    desk: Desk, open_page: OpenPage, until: Until
):
    register(desk, "今天的")
    register(desk, "电话", channel=Channel.CALL)
    old = a_visit(
        received_at=NOON - timedelta(days=40), matters=[a_matter("上月的", statement="上月的。")]
    )
    desk.visits.register(old)
    page = open_page(desk)
    bar = page.list.filter

    bar.period.set_value("today")
    until(lambda: page.list.count.text() == "共 2 次")
    assert "2026-11-20" in words_on(page)
    bar.choices["channel"].set_value(Channel.CALL)
    until(lambda: titles(page) == ["电话"])
    press(Key.Key_C, Qt.KeyboardModifier.AltModifier)
    until(lambda: page.list.count.text() == "共 3 次")
    assert bar.value() == Chosen()

    bar.period.set_value("own")
    bar.until.setFocus()
    type_text("十一月")
    enter()
    assert "日期请写作" in words_on(page)
    bar.until.set_value("11-1")
    enter()
    until(lambda: titles(page) == ["上月的"])
    assert bar.value().until == date(2026, 11, 1)
    bar.since.set_value("2026-11-02")
    bar.since.setFocus()
    enter()
    assert "开始日期晚于结束日期" in words_on(page)


def test_another_page_asks_for_a_choice(desk: Desk, open_page: OpenPage, until: Until):
    register(desk, "齐全")
    desk.visits.register(a_visit(matters=[a_matter("缺内容", statement="", category="")]))
    page = open_page(desk)
    page.list.filter.text.set_value("齐全")
    number = desk.visits.find("缺内容")[0].number
    page.open_visit(number)
    until(lambda: number in words_on(page))

    page.show_chosen(
        Chosen(words={"handling": Handling.TO_HANDLE}, ticks=frozenset({"incomplete"}))
    )

    until(lambda: titles(page) == ["缺内容"])
    assert page.list.filter.ticks["incomplete"].isChecked()
    assert page.list.filter.text.value() == ""
    until(lambda: focused() is page.list.table)


def test_the_same_choice_again_is_read_anew(desk: Desk, open_page: OpenPage, until: Until):
    page = open_page(desk)
    register(desk, "路灯不亮")

    page.show_chosen(Chosen())

    until(lambda: titles(page) == ["路灯不亮"])


def test_an_empty_register_offers_the_first_visit(desk: Desk, open_page: OpenPage, until: Until):
    page = open_page(desk)
    asked: list[str] = []
    page.room.ways.to_register.connect(asked.append)

    assert "还没有登记过来访。" in words_on(page)
    page.begin()
    until(lambda: focused() is page.list.empty.register_button)
    enter()
    assert asked == [""]

    register(desk, "路灯不亮")
    page.room.ways.changed.emit()
    until(page.list.table.isVisible)
    page.list.filter.text.setFocus()
    type_text("没有的")
    until(lambda: "没有符合筛选的来访。" in words_on(page))
    page.list.empty.clear_button.setFocus()
    enter()
    until(page.list.table.isVisible)


def test_who_may_not_read_names_reads_them_masked_and_prints_nothing(
    home: Path, clock: StoppedClock, desk: Desk, open_page: OpenPage
):
    register(desk, "路灯不亮")
    desk.close()
    head = a_desk(home, clock, HEAD)
    head.accounts.register("周审", "周审", "山高月小水落石出", {Role.AUDITOR})
    head.close()
    page = open_page(a_desk(home, clock, "周审"))

    row = page.list.model.row(0)

    assert row is not None
    assert row[COLUMN["name"]] == "李**"
    buttons = (page.list.print_button, page.list.pdf_button, page.list.sheet_button)
    assert not any(button.isVisible() for button in buttons)
    assert page.list.open_button.isVisible()


def test_the_page_fits_the_smallest_screen_and_can_be_read_aloud(desk: Desk, open_page: OpenPage):
    register(desk, "路灯不亮")
    page = open_page(desk)
    page.list.filter.period.set_value("own")

    hint = page.minimumSizeHint()

    assert (hint.width() <= SMALLEST[0] - 76, hint.height() <= SMALLEST[1] - 94) == (True, True)
    assert nameless(page) == []
    table = page.list.table
    shown = [name for name, place in COLUMN.items() if not table.isColumnHidden(place)]
    assert {"number", "received_at", "name", "title", "state"} <= set(shown)
    assert sum(table.columnWidth(COLUMN[name]) for name in shown) == table.viewport().width()


def test_a_double_click_opens(desk: Desk, open_page: OpenPage, until: Until):
    visits = register(desk, "路灯不亮", "积水")
    page = open_page(desk)
    table = page.list.table
    cell = table.visualRect(page.list.model.index(1, 0)).center()

    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)

    until(lambda: visits[1].number in words_on(page))
