"""A day at the desk, page by page: what a clerk, and then the head, sees of the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from liaison_desktop.tour import (
    CLERK,
    HEAD,
    PASSWORDS,
    Tour,
    answered,
    clock,
    settle,
    wait_until,
)

if TYPE_CHECKING:
    from liaison_desktop.ui.front_door import FrontDoor
    from liaison_desktop.ui.main_window import MainWindow
    from liaison_desktop.ui.sticks import Stick

ROSTER = (
    "姓名,性别,民族,政治面貌,单位及职务,联系电话,级别,届次,选区,代表小组,任职起,任职止,状态,终止原因",
    "周丽华,2,01,群众,小学教师,13800003333,县级,十七届,第四选区,第二代表小组,2022-01-10,,在任,",
    "周丽华,女,汉,群众,小学教师,13800003333,市级,九届,,,2022-01-12,2024-03-01,终止,辞职被接受",
    "赵强,3,汉族,13,个体经营,13800002222,县级,十七届,第五选区,第二代表小组,2022-01-10,,在任,",
)
"""A roster as an office has it: codes, words, two mandates of one deputy, a code that is none."""

WIDE, NARROW = (1366, 768), (1093, 582)
"""A usual window, and one of 1366×768 at 125 %."""


def play_day(tour: Tour, homes: Path) -> None:
    """Show every page and state of the desk's window."""
    from liaison_desktop.tour.reception import show_reception
    from liaison_desktop.tour.schedule import show_schedule
    from liaison_desktop.tour.talk import show_talk
    from liaison_desktop.ui import theme
    from liaison_desktop.ui.front_door import FrontDoor
    from liaison_desktop.ui.preferences import Preferences
    from liaison_desktop.ui.printing.folder_printers import FolderPrinters
    from liaison_desktop.ui.printing.printers import Printer
    from liaison_desktop.ui.tokens import Tokens

    sticks: list[Stick] = []
    printers = FolderPrinters(homes / "printed", Printer("HP LaserJet"))
    preferences = Preferences(homes / "day.ini")
    door = FrontDoor(homes / "station", clock, preferences, printers, lambda: list(sticks))
    door.show()
    try:
        window = enter(door, CLERK)
        _show_today(tour, window)
        _show_search(tour, window)
        _show_intake(tour, window)
        _show_register(tour, window)
        _show_record(tour, window)
        _lock(tour, door, window)
        window = enter(door, HEAD)
        _show_data(tour, window, sticks)
        _show_matters(tour, window)
        show_schedule(tour, window, NARROW)
        show_reception(tour, window)
        show_talk(tour, window, NARROW)
        _show_ledgers(tour, window, homes)
        _show_settings(tour, window)
        _show_looks(tour, window)
        _show_english(tour, door, window)
    finally:
        door.close()
        theme.apply(Tokens())


def enter(door: FrontDoor, login: str) -> MainWindow:
    """Log in and return the window, once it has read the day."""
    wait_until(lambda: door.entrance.facts is not None)
    door.entrance.login.submitted.emit(login, PASSWORDS[login])
    wait_until(lambda: door.main is not None)
    if door.main is None:
        raise RuntimeError("the window that was waited for is gone")
    door.main.resize(*WIDE)
    answered(door.main)
    return door.main


def _show_today(tour: Tour, window: MainWindow) -> None:
    for name in ("李桂芳", "欧阳䶮", ""):
        window.room.desk.queue.join(name)
    tour.picture(window, "today")


def _show_search(tour: Tour, window: MainWindow) -> None:
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    window.search.begin()
    QApplication.sendEvent(window.search, QInputMethodEvent("l'g'f", []))
    wait_until(window.search.found.isVisible)
    tour.picture(window, "search-initials")
    QApplication.sendEvent(window.search, QInputMethodEvent())
    window.search.set_value("路灯")
    answered(window)
    tour.picture(window, "search-words")
    window.search.put_away()
    tour.say("查找：人员、来访、事项、代表 / one search over everything")


def _show_intake(tour: Tour, window: MainWindow) -> None:
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    intake = window.intake
    window.registering.emit()
    wait_until(intake.view.isVisible)
    name = intake.form.visitors[0].name
    name.setFocus()
    QApplication.sendEvent(name, QInputMethodEvent("l'g'f", []))
    answered(window)
    tour.picture(window, "intake-found")
    QApplication.sendEvent(name, QInputMethodEvent())
    intake.form.fill(intake.form.body() | {"visitors": [{"name": "某㛃𬱖"}]})
    intake.save()
    answered(window)
    tour.picture(window, "intake-refused")
    intake.register()
    answered(window)
    intake.form.fill(intake.form.body() | {"visitors": [{"name": "欧阳䶮"}], "title": "公交站"})
    intake.rest()
    answered(window)
    tour.picture(window, "intake-drafts")
    tour.say("找人、漏填、草稿 / finding, refusing, drafts")


def _show_register(tour: Tour, window: MainWindow) -> None:
    from liaison_desktop.model.ledger import Chosen

    window.go_to(window.visits)
    answered(window)
    tour.picture(window, "register")
    window.visits.show_chosen(Chosen(text="路灯"))
    _rest(window, 300)
    tour.picture(window, "register-filtered")
    window.visits.show_chosen(Chosen(text="没有这样的来访"))
    _rest(window, 300)
    tour.picture(window, "register-nothing")
    window.visits.show_chosen(Chosen())
    _rest(window, 300)


def _show_record(tour: Tour, window: MainWindow) -> None:
    desk = window.room.desk
    visit = desk.visits.find()[-1]
    words = visit.matters[0].statement + "物业说这个月修。"
    desk.visits.correct_matter(visit.matters[0], {"statement": words}, "当时漏记一句")
    window.room.ways.to_visit.emit(visit.number)
    answered(window)
    record = window.visits.record()
    tour.picture(window, "record")
    record.correct()
    settle()
    tour.picture(window, "record-correcting")
    record.go_back()
    answered(window)
    record.withdraw_button.click()
    settle()
    tour.picture(window, "record-withdrawing")
    record.go_back()
    record.matter_button.click()
    settle()
    tour.picture(window, "record-matter")
    record.go_back()
    answered(window)
    tour.say("登记簿、一次来访、更正、撤回、加事项 / register, record, correction, withdrawal")


def _lock(tour: Tour, door: FrontDoor, window: MainWindow) -> None:
    door.lock()
    wait_until(door.entrance.isVisible)
    wait_until(lambda: door.entrance.facts is not None)
    tour.picture(door.entrance, "locked")


def _show_data(tour: Tour, window: MainWindow, sticks: list[Any]) -> None:
    from liaison_desktop.ui.sticks import Stick

    window.go_to(window.data)
    answered(window)
    tour.picture(window, "exchange")
    exchange = window.data.exchange
    exchange.open_load()
    answered(window)
    tour.picture(window, "exchange-no-stick")
    sticks.append(Stick(tour.out, "清河街道", 1 << 30))
    wait_until(lambda: exchange.load.sticks.folder is not None)
    tour.picture(window, "exchange-stick")
    exchange.load.write()
    wait_until(exchange.loaded.isVisible)
    answered(window)
    tour.picture(window, "exchange-loaded")
    [package] = tour.out.glob("*.liaison")
    tour.say(f"上报装盘：{package.name} / package sealed")
    exchange.show_state()
    window.data.show_backups()
    answered(window)
    backup = window.data.backup
    backup.make()
    wait_until(backup.make_button.isEnabled)
    tour.picture(window, "backup")
    backup.ask()
    answered(window)
    tour.picture(window, "backup-restoring")
    tour.say("备份、恢复前先说会少什么 / backups, and what a restore would lose")


def _show_matters(tour: Tour, window: MainWindow) -> None:
    """Route a matter, hand it over, and show the lists, the matter and its paper."""
    from liaison_desktop.model.uids import new_uid
    from liaison_desktop.model.unit import Unit
    from liaison_desktop.model.words import Move
    from liaison_desktop.model.work_lists import Work

    desk, page = window.room.desk, window.matters
    uid, station = new_uid(desk.now()), desk.station.uid
    desk.units.register(Unit(uid=uid, station_uid=station, name="街道办城建办"))
    window.go_to(page)
    answered(window)
    tour.picture(window, "matters")
    number = desk.work.find(Work.TO_SCREEN)[0].number
    page.open_matter(number)
    answered(window)
    for move, said in ((Move.ROUTE, {}), (Move.ASSIGN, {"unit_name": "街道办城建办"})):
        page.view.move_buttons[move].click()
        for name, value in ({"signed_by": "刘敏"} | said).items():
            page.view.step.fields[name].set_value(value)
        settle()
        tour.picture(window, f"matter-{move}")
        page.view.step.save()
        wait_until(lambda: not page.view.step.isVisible())
        answered(window)
    tour.picture(window, "matter")
    target = tour.out / "交办单.pdf"
    desk.matter_papers.print("hand_over", [number], target)
    desk.matter_papers.print_signing_list(tour.out / "送签单.pdf")
    desk.reports.draw_pdf(desk.today(), tour.out / "月报.pdf")
    page.view.go_back()
    answered(window)
    tour.say(f"意见办理：分流、交办，{target.name} / routed, handed over, its paper drawn")


def _show_ledgers(tour: Tour, window: MainWindow, folder: Path) -> None:
    """Show the other ledgers, then what is done with people."""
    from liaison_desktop.model.ledger import Chosen
    from liaison_desktop.model.ledgers import DEPUTIES, MATTERS, PEOPLE

    window.go_to(window.visits)
    for ledger, name in ((MATTERS, "matters"), (DEPUTIES, "deputies"), (PEOPLE, "people")):
        window.visits.show_chosen(Chosen(), ledger.name)
        _rest(window, 300)
        tour.picture(window, f"ledger-{name}")
    _show_deputy(tour, window, folder)
    table = folder / "县里的表.xlsx"
    window.room.desk.ledger(PEOPLE).write_xlsx(table)
    window.visits.in_front().more.show_template(table)
    _show_dialog(tour, window, "template")
    _show_people(tour, window, folder / "名单.csv")
    window.visits.show_chosen(Chosen())
    tour.say("台账、导入、同一人 / ledgers, a table taken in, two who are one")


def _show_deputy(tour: Tour, window: MainWindow, folder: Path) -> None:
    """Take in a roster with a line that is wrong, then show one deputy and his correction."""
    from liaison_desktop.model.importing import ImportKind
    from liaison_desktop.model.ledger import Chosen
    from liaison_desktop.model.ledgers import DEPUTIES

    desk, page, roster = window.room.desk, window.visits, folder / "代表名册.csv"
    roster.write_text("\n".join(ROSTER), "gb18030")
    page.show_chosen(Chosen(), DEPUTIES.name)
    page.in_front().more.import_table(roster)
    _show_dialog(tour, window, "deputy-import")
    table, columns = desk.imports.read(roster, ImportKind.DEPUTIES)
    desk.imports.register(ImportKind.DEPUTIES, table, columns, roster.name)
    zhou = next(one for one in desk.deputies.find() if one.name == "周丽华")
    window.room.ways.to_deputy.emit(zhou.uid)
    view = page.deputy()
    wait_until(lambda: view.deputy is not None)
    answered(window)
    tour.picture(window, "deputy")
    view.correct()
    answered(window)
    tour.picture(window, "deputy-correcting")
    view.go_back()
    answered(window)
    view.go_back()
    answered(window)
    tour.say("代表名册导入、代表一页 / a roster taken in, the page of a deputy")


def _show_people(tour: Tour, window: MainWindow, table: Path) -> None:
    """Show a table that is taken in, one person, and two who are one."""
    from liaison_desktop.model.importing import ImportKind
    from liaison_desktop.ui.pages.merge import MergeDialog

    desk, more = window.room.desk, window.visits.in_front().more
    known = desk.people.find("李桂芳")[0]
    table.write_text(f"姓名,电话,住址\n李贵芳,{known.phone},{known.address}\n", "utf-8")
    more.import_table(table)
    _show_dialog(tour, window, "import")
    read, columns = desk.imports.read(table, ImportKind.PEOPLE)
    desk.imports.register(ImportKind.PEOPLE, read, columns, table.name)
    window.visits.show_person(known.id)
    _show_dialog(tour, window, "person")
    more.show_pairs()
    _show_dialog(tour, window, "likely-pairs")
    [pair] = desk.same_people.pairs()
    MergeDialog(window.room, pair.first, pair.second, settle, window.visits).open()
    _show_dialog(tour, window, "merge")


def _show_dialog(tour: Tour, window: MainWindow, name: str) -> None:
    """Take the picture of what stands over the list, and put it away."""
    from PySide6.QtWidgets import QDialog

    [dialog] = [each for each in window.visits.findChildren(QDialog) if each.isVisible()]
    answered(window)
    tour.picture(dialog, name)
    dialog.reject()


def _show_settings(tour: Tour, window: MainWindow) -> None:
    settings = window.settings
    names = ("station", "fields", "users", "desk", "look", "units", "codes", "rules", "check")
    window.go_to(settings)
    for name, kind in zip(names, settings.kinds, strict=True):
        settings.parts.set_value(kind)
        answered(window)
        if name == "check":
            settings.panel(settings.kinds[-1]).save()
            answered(window)
        tour.picture(window, f"settings-{name}")
    window.room.desk.settings.change({"has_queue": True})
    tour.say("设置九页 / nine parts of the settings")


def _show_looks(tour: Tour, window: MainWindow) -> None:
    from liaison_desktop.ui import theme
    from liaison_desktop.ui.tokens import Tokens

    def show(suffix: str) -> None:
        for name, page in (
            ("today", window.today),
            ("intake", window.intake),
            ("register", window.visits),
        ):
            window.go_to(page)
            answered(window)
            _rest(window, 300)
            tour.picture(window, f"{name}-{suffix}")

    theme.apply(Tokens("dark"))
    show("dark")
    theme.apply(Tokens())
    window.resize(*NARROW)
    show("125pct")
    window.resize(*WIDE)
    tour.say("深色和 125% / dark, and 125 %")


def _show_english(tour: Tour, door: FrontDoor, window: MainWindow) -> None:
    """Speak English from the next window on, and Chinese again afterwards."""
    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication

    from liaison_desktop.ui.i18n import CHINESE, ENGLISH, speak

    application = QApplication.instance()
    if application is None or speak(ENGLISH) != ENGLISH:
        return
    door.lock()
    window = enter(door, HEAD)
    for name, page in (
        ("today", window.today),
        ("intake", window.intake),
        ("register", window.visits),
        ("data", window.data),
        ("settings", window.settings),
    ):
        window.go_to(page)
        answered(window)
        _rest(window, 300)
        tour.picture(window, f"{name}-english")
    for words in application.findChildren(QTranslator):
        application.removeTranslator(words)
    speak(CHINESE)
    tour.say("英文界面 / the screen in English")


def _rest(window: MainWindow, milliseconds: int) -> None:
    """Let what waits for the typing to end, happen."""
    from time import monotonic

    end = monotonic() + milliseconds / 1000
    wait_until(lambda: monotonic() > end)
    answered(window)
