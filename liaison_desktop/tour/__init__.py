"""演示 — the main job played through the real windows, without a screen: how anyone can see it.

A station is made, three invented visitors are registered, their papers drawn; a county is made and
enrolls the station; a day at the desk goes through every page and seals a package; the county reads
it. Pictures, PDFs and the package stay in `out`; the homes are removed. Nobody in it exists.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from liaison_desktop.model.times import SHANGHAI

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from liaison_desktop.county.county import County
    from liaison_desktop.desk.desk import Desk
    from liaison_desktop.ui.front_door import FrontDoor
    from liaison_desktop.ui.main_window import MainWindow
    from liaison_desktop.ui.printing.folder_printers import FolderPrinters
    from liaison_desktop.ui.printing.preview import PreviewDialog

MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=SHANGHAI)
PATIENCE = 60.0
"""Seconds that one step may take on the slowest machine."""

HEAD, CLERK, COUNTY_CLERK = "刘敏", "王芳", "陈静"
PASSWORDS = {
    HEAD: "清风徐来水波不兴",
    CLERK: "小桥流水人家好景",
    COUNTY_CLERK: "大江东去浪淘尽千古",
}
STATION = {
    "name": "清河街道人大代表联络站",
    "code": "QHJD",
    "kind": "street",
    "county_congress": "清河区人大常委会",
    "phone": "0573-80000001",
    "address": "清河路 1 号",
}
VISITS: tuple[dict[str, Any], ...] = (
    {
        "visitors": [
            {"name": "李桂芳", "sex": "female", "phone": "13800001234", "address": "和平社区3栋"}
        ],
        "channel": "visit",
        "headcount": "1",
        "title": "路灯不亮",
        "statement": "小区东门口的路灯坏了三个月，晚上老人不敢出门，跟物业说过两回没人管。",
        "category": "城建环资",
        "receivers": "王建国",
        "handling": "to_handle",
    },
    {
        "visitors": [
            {"name": "某㛃𬱖", "sex": "male", "phone": "13800005678", "address": "石桥村 2 组"}
        ],
        "channel": "call",
        "headcount": "1",
        "title": "低保怎么办",
        "statement": "想问问办低保要带什么材料，在哪里办。",
        "category": "社保民政",
        "handling": "answered_on_site",
        "onsite_reply": "已告知材料清单和社区窗口的时间。",
    },
    {
        "visitors": [
            {"name": "欧阳䶮", "sex": "female", "phone": "13800009012", "address": "东门社区"},
            {"name": "单小明", "sex": "male", "phone": "13800003456", "address": "东门社区"},
        ],
        "channel": "visit",
        "headcount": "12",
        "title": "学校门口堵车",
        "statement": "早上七点半学校门口全堵死，孩子过马路很危险，希望有人疏导。",
        "category": "科教文卫",
        "handling": "to_handle",
    },
)


@dataclass
class Tour:
    """What was left in `out` so far, and the lines of the summary."""

    out: Path
    pictures: int = 0
    lines: list[str] = field(default_factory=list)

    def say(self, line: str) -> None:
        """Put a line into the summary, and show it at once."""
        self.lines.append(line)
        print(line, flush=True)

    def picture(self, window: QWidget, name: str) -> None:
        """Leave a picture of a window as it is now."""
        from liaison_desktop.ui.pictures import grab

        self.pictures += 1
        settle()
        grab(window, self.out / f"{self.pictures:02d}-{name}.png")


def play(out: Path) -> int:
    """Play the tour into `out` and return the exit code; what lay there from before is replaced."""
    _begin_qt()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    tour = Tour(out)
    tour.say("演示：从来访到县（区）收件 / the tour, from a visitor to the county")
    with tempfile.TemporaryDirectory(prefix="liaison-tour-") as folder:
        homes = Path(folder)
        _play_station(tour, homes)
        _play_county(tour, homes)
        _play_day(tour, homes)
        _read_county(tour, homes)
    (out / "summary.txt").write_text("\n".join(tour.lines) + "\n", encoding="utf-8")
    tour.say(f"全部留在 {out} / everything is in {out}")
    return 0


def clock() -> datetime:
    """Return the instant of the tour, always the same, so that its papers are too."""
    return MORNING


def settle() -> None:
    """Let the windows do what they have to do."""
    from PySide6.QtWidgets import QApplication

    for _ in range(5):
        QApplication.processEvents()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Go on when something has happened on the screen; TimeoutError after `PATIENCE`."""
    end = monotonic() + PATIENCE
    while not is_so():
        if monotonic() > end:
            raise TimeoutError("the tour waited for something that did not happen")
        settle()
        sleep(0.002)


def answered(window: MainWindow) -> None:
    """Go on when the worker has answered everything that was asked so far, twice over."""
    for _ in range(3):
        rung: list[None] = []
        window.room.worker.ask(window, lambda: None, rung.append)
        wait_until(lambda rung=rung: bool(rung))  # type: ignore[misc]  # bound now


def _begin_qt() -> None:
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from liaison_desktop.ui import theme
    from liaison_desktop.ui.tokens import Tokens

    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    qInstallMessageHandler(_pass_on)
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _keep.append(QApplication(["liaison-desktop"]))
    theme.apply(Tokens())


def _pass_on(_kind: object, _context: object, message: str) -> None:
    """Print what Qt says, but that a platform without a screen has no sizes to hint at."""
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


_keep: list[object] = []
"""The application must live as long as its windows."""


def _play_station(tour: Tour, homes: Path) -> None:
    from liaison_desktop.ui.front_door import FrontDoor
    from liaison_desktop.ui.preferences import Preferences
    from liaison_desktop.ui.printing.folder_printers import FolderPrinters
    from liaison_desktop.ui.printing.printers import Printer

    printers = FolderPrinters(homes / "printed", Printer("HP LaserJet"))
    door = FrontDoor(homes / "station", clock, Preferences(homes / "screen.ini"), printers)
    try:
        _set_up(tour, door)
        window = _log_in(tour, door)
        _register_all(tour, window, printers)
        for job in printers.sent:
            shutil.copyfile(job.path, tour.out / job.path.name)
    finally:
        door.close()
    tour.say(f"打印：{len(printers.sent)} 份登记表和来访回执 / papers drawn")


def _set_up(tour: Tour, door: FrontDoor) -> None:
    """Make the station in the window of the first start."""
    from liaison_desktop.model.words import StationKind
    from liaison_desktop.ui.first_start import FirstStart

    door.show()
    wait_until(lambda: bool(door.entrance.findChildren(FirstStart)))
    [first] = door.entrance.findChildren(FirstStart)
    for name, value in STATION.items():
        first.station.fields[name].set_value(StationKind(value) if name == "kind" else value)
    first.station.fields["kind"].control.left.emit()
    wait_until(lambda: bool(first.station.fields["issuing_organ"].value()))
    tour.picture(door.entrance, "first-start-station")
    first.go_on()
    for person, login in ((first.accounts.head, HEAD), (first.accounts.clerk, CLERK)):
        values = (login, login, PASSWORDS[login], PASSWORDS[login])
        for control, value in zip(person.controls(), values, strict=True):
            control.set_value(value)
    tour.picture(door.entrance, "first-start-accounts")
    first.go_on()
    first.sheet.field.line.set_value(str(tour.out / "密码恢复单.pdf"))
    tour.picture(door.entrance, "first-start-sheet")
    first.go_on()
    wait_until(lambda: door.entrance.facts is not None and door.entrance.facts.state == "ready")
    tour.say(f"建站：{STATION['name']}，密码恢复单已写出 / station made")


def _log_in(tour: Tour, door: FrontDoor) -> MainWindow:
    form = door.entrance.login
    form.account.set_value(CLERK)
    form.password.set_value(PASSWORDS[CLERK])
    tour.picture(door.entrance, "login")
    form.submit()
    wait_until(lambda: door.main is not None)
    window = door.main
    if window is None:
        raise RuntimeError("the window that was waited for is gone")
    window.resize(1366, 768)
    answered(window)
    tour.picture(window, "today-empty")
    window.registering.emit()
    wait_until(window.intake.view.isVisible)
    return window


def _register_all(tour: Tour, window: MainWindow, printers: FolderPrinters) -> None:
    intake = window.intake
    tour.picture(window, "intake-empty")
    for place, body in enumerate(VISITS, start=1):
        intake.form.fill(intake.form.body() | body)
        tour.picture(window, f"intake-filled-{place}")
        if place == 1:
            intake.read_back()
            tour.picture(window, "read-back")
            intake.rest()
        intake.save_and_print()
        preview = _preview(window)
        if place == 1:
            tour.picture(preview, "preview")
        preview.print_papers()
        wait_until(lambda count=2 * place: len(printers.sent) >= count)  # type: ignore[misc]  # bound now
        wait_until(intake.saved.banner.isVisible)
        tour.picture(window, f"intake-saved-{place}")
        tour.say(f"登记：第 {place} 位，编号 {intake.saved.number.text()} / registered")
        intake.register()
        wait_until(intake.view.isVisible)


def _preview(window: MainWindow) -> PreviewDialog:
    """Return the preview once its pages are drawn."""
    from liaison_desktop.ui.printing.preview import PreviewDialog

    def ready() -> list[PreviewDialog]:
        shown = window.findChildren(PreviewDialog)
        return [one for one in shown if one.isVisible() and one.print_button.isEnabled()]

    wait_until(lambda: bool(ready()))
    return ready()[0]


def _play_county(tour: Tour, homes: Path) -> None:
    from liaison_desktop.county.entrance import NewCounty, open_county, set_up_county
    from liaison_desktop.desk.entrance import open_desk

    county_home, sheet = homes / "county", homes / "county-sheet.pdf"
    new = NewCounty("清河区人大常委会", "QHQ", COUNTY_CLERK, PASSWORDS[COUNTY_CLERK])
    set_up_county(county_home, new, sheet, clock)
    desk = open_desk(homes / "station", HEAD, PASSWORDS[HEAD], clock)
    county = open_county(county_home, COUNTY_CLERK, PASSWORDS[COUNTY_CLERK], clock)
    try:
        _join(tour, desk, county, homes)
    finally:
        desk.close()
        county.close()


def _play_day(tour: Tour, homes: Path) -> None:
    from liaison_desktop.tour.day import play_day

    play_day(tour, homes)


def _read_county(tour: Tour, homes: Path) -> None:
    """Let the county receive what the day left on the stick."""
    from liaison_desktop.county.entrance import open_county
    from liaison_desktop.desk.visit_json import visit_as_json

    county = open_county(homes / "county", COUNTY_CLERK, PASSWORDS[COUNTY_CLERK], clock)
    try:
        [package] = tour.out.glob("*.liaison")
        received = county.receiving.receive(package)
        tour.say(f"县（区）收件：新收 {received.applied} 条 / package received")
        listed = [visit_as_json(visit) for visit in county.visits.find()]
        text = json.dumps(listed, ensure_ascii=False, indent=1)
        (tour.out / "county.json").write_text(text, encoding="utf-8")
    finally:
        county.close()


def _join(tour: Tour, desk: Desk, county: County, folder: Path) -> None:
    card, invitation = folder / "station.card", folder / "county.invitation"
    desk.exchange.write_card(card)
    _, seen = county.stations.enroll(card, invitation)
    desk.exchange.join(invitation)
    tour.say(f"加入县（区）：两边核对的指纹 {seen} / station enrolled and joined")
