"""The program with a clerk in front of it, in a process of its own that a test can kill.

Typed with keys alone: one visitor saved, one half typed. Prints the number, then "kept" when the
half typed one is in the store; then it waits to be killed.
"""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.ui import theme
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.preferences import Preferences
from liaison_desktop.ui.tokens import Tokens
from tests.homes import CLERK, PASSWORDS
from tests.ui.hands import Key, enter, fill, press, save_keys, type_keys, type_text

NAME = "某㛃𬱖䶮"
STATEMENT = ("路灯坏了三个月，<b>没人管</b>。", "=1+1 “原话”　𬱖 —— e\u0301 Wi-Fi 12345")


def main(home: str, settings: str, moment: str) -> int:
    application = QApplication([])
    theme.apply(Tokens())
    now = datetime.fromisoformat(moment).astimezone(SHANGHAI)
    door = FrontDoor(Path(home), lambda: now, Preferences(Path(settings)))
    door.show()
    _wait(lambda: door.entrance.facts is not None)
    door.entrance.login.submitted.emit(CLERK, PASSWORDS[CLERK])
    _wait(lambda: door.main is not None)
    assert door.main is not None
    door.main.go_to(door.main.intake)
    _wait(door.main.intake.view.isVisible)
    page = door.main.intake
    _wait(door.main.isActiveWindow)
    _type_a_visit()
    save_keys()
    _wait(page.saved.isVisible)
    print(page.saved.number.text(), flush=True)
    press(Key.Key_F2)
    _wait(page.view.isVisible)
    page.keeper.kept.connect(lambda: print("kept", flush=True))
    type_text("赵半句")
    return application.exec()


def _type_a_visit() -> None:
    fill(NAME)
    type_keys("2")
    enter()
    fill("13800001234", "和平社区3栋")
    enter()
    fill("", "路灯不亮")
    type_text(STATEMENT[0])
    enter()
    type_text(STATEMENT[1])
    press(Key.Key_Tab)
    type_keys("6")
    enter()
    fill("王建国")
    type_keys("2")


def _wait(is_so: object) -> None:
    from time import monotonic, sleep

    assert callable(is_so)
    end = monotonic() + 60
    while not is_so():
        assert monotonic() < end, "waited in vain"
        QApplication.processEvents()
        sleep(0.01)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
