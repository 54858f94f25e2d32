"""What is typed at the first start survives a kill, and is gone once the station is made."""

import json
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from shiboken6 import isValid

from liaison_desktop.model.words import StationKind, StationTier
from liaison_desktop.ui.first_start import FirstStart
from liaison_desktop.ui.front_door import FrontDoor
from tests.homes import CLERK, HEAD, PASSWORDS
from tests.killing import kill
from tests.ui.conftest import OpenDoor
from tests.ui.hands import CTRL, Key, Until, fill, press, type_keys, words_on
from tests.ui.test_entrance import first_start, set_up_with_keys

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
from liaison_desktop.app import now
from liaison_desktop.ui import theme
from liaison_desktop.ui.first_start import FirstStart
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.preferences import Preferences
home, settings = map(Path, sys.argv[1:])
theme.apply(theme.usual())
door = FrontDoor(home, now, Preferences(settings))
watch = QTimer(interval=50)

def type_when_it_is_there():
    form = door.entrance.findChild(FirstStart)
    if form is not None and not form.station.fields["name"].value():
        form.station.fields["name"].set_value("清河街道人大代表联络站")
        form.station.fields["address"].set_value("清河路 1 号")
        form.station.fields["kind"].set_value("street")
    if list(settings.parent.glob("first-start*.json")):
        print("kept", flush=True)

watch.timeout.connect(type_when_it_is_there)
watch.start()
door.show()
application.exec()
"""


def first_form(door: FrontDoor, until: Until) -> FirstStart:
    until(lambda: door.entrance.findChild(FirstStart) is not None)
    return first_start(door)


def kept_in(folder: Path) -> list[str]:
    return [str(json.loads(path.read_text("utf-8"))) for path in folder.glob("first-start*.json")]


def test_after_kill_9_the_station_stands_there_as_it_was_typed(
    tmp_path: Path, open_door: OpenDoor, until: Until
) -> None:
    home = tmp_path / "new"
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, home, tmp_path / "screen.ini"],
        stdout=subprocess.PIPE,
        text=True,
    )
    kill(program, "kept")

    form = first_form(open_door(home), until)
    until(lambda: form.station.fields["name"].value() == "清河街道人大代表联络站")
    assert form.station.fields["address"].value() == "清河路 1 号"
    assert form.station.fields["kind"].value() is StationKind.STREET
    assert form.station.fields["tier"].value() is StationTier.STATION
    assert "这是上次没有保存的内容" in words_on(form)


def test_no_account_and_no_password_is_in_it(
    tmp_path: Path, open_door: OpenDoor, until: Until
) -> None:
    form = first_form(open_door(tmp_path / "new"), until)
    fill("清河街道人大代表联络站", "QHJD")
    type_keys("3")
    press(Key.Key_Return, CTRL)
    fill("刘敏", "刘敏", PASSWORDS[HEAD], PASSWORDS[HEAD], "王芳", "王芳", PASSWORDS[CLERK])
    form.keep_now()

    until(lambda: bool(kept_in(tmp_path)))
    [text] = kept_in(tmp_path)
    assert "清河街道人大代表联络站" in text
    for secret in ("刘敏", "王芳", *PASSWORDS.values()):
        assert secret not in text


def test_it_is_gone_once_the_station_is_made(
    tmp_path: Path, open_door: OpenDoor, until: Until
) -> None:
    door = open_door(tmp_path / "new")
    form = first_form(door, until)
    form.station.fields["phone"].set_value("0573-80000001")
    form.keep_now()
    until(lambda: bool(kept_in(tmp_path)))
    form.station.fields["phone"].set_value("")
    set_up_with_keys(form, tmp_path / "恢复单.pdf", until)

    until(lambda: door.entrance.facts is not None and door.entrance.facts.state == "ready")
    until(lambda: kept_in(tmp_path) == [])


def test_what_is_emptied_again_is_no_draft(
    tmp_path: Path, open_door: OpenDoor, until: Until
) -> None:
    form = first_form(open_door(tmp_path / "new"), until)
    fill("清河街道人大代表联络站")
    until(lambda: bool(kept_in(tmp_path)))
    form.station.fields["name"].set_value("")
    until(lambda: kept_in(tmp_path) == [])


def test_who_closes_the_window_at_once_finds_it_again(
    tmp_path: Path, open_door: OpenDoor, until: Until
) -> None:
    door = open_door(tmp_path / "new")
    first_form(door, until)
    fill("清河街道人大代表联络站")
    door.close()
    assert len(kept_in(tmp_path)) == 1


def test_what_cannot_be_kept_is_said(
    tmp_path: Path, open_door: OpenDoor, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = first_form(open_door(tmp_path / "new"), until)
    (tmp_path / "a file").write_text("")
    monkeypatch.setattr(form.draft, "path", tmp_path / "a file" / "first-start.json")
    fill("清河街道人大代表联络站")
    until(lambda: "还没有存下" in form.message.text())
    assert form.station.fields["name"].value() == "清河街道人大代表联络站"


def test_who_looks_for_a_backup_first_finds_it_again(
    tmp_path: Path, open_door: OpenDoor, until: Until
) -> None:
    door = open_door(tmp_path / "new")
    form = first_form(door, until)
    form.station.fields["name"].set_value("清河街道人大代表联络站")
    form.restore.click()
    door.entrance._leave_restore()
    again = door.entrance.findChildren(FirstStart)[-1]
    assert again is not form
    until(lambda: again.station.fields["name"].value() == "清河街道人大代表联络站")


def test_what_cannot_be_kept_is_said_to_nobody_who_has_left(
    tmp_path: Path, open_door: OpenDoor, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = open_door(tmp_path / "new")
    form = first_form(door, until)
    (tmp_path / "a file").write_text("")
    monkeypatch.setattr(form.draft, "path", tmp_path / "a file" / "first-start.json")
    form.station.fields["name"].set_value("清河街道人大代表联络站")
    gate = Event()
    door.worker.ask(door.entrance, gate.wait, lambda _is_open: None)
    form.restore.click()
    until(lambda: not isValid(form))
    gate.set()
    answered: list[bool] = []
    door.worker.ask(door.entrance, lambda: None, lambda _nothing: answered.append(True))
    until(lambda: bool(answered))
    assert door.entrance.findChild(FirstStart) is None
