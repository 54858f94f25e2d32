"""The first paint comes before anything heavy is loaded, and a look around loads little more."""

import json
import subprocess
import sys
from pathlib import Path

from tests.homes import CLERK, PASSWORDS, copy_home

HEAVY = ["sqlalchemy", "alembic", "reportlab", "pypinyin", "cryptography", "argon2", "sqlcipher3"]

WHERE_IT_IS_USED = {
    *("alembic", "reportlab", "pypinyin", "openpyxl", "xlsxwriter", "pypdfium2", "icalendar"),
    *("uharfbuzz", "liaison_desktop.documents.fonts", "liaison_desktop.ui.printing.preview"),
    *("asyncio", "ssl", "socket", "email", "importlib.metadata", "concurrent.futures"),
    *("_hashlib", "tarfile"),
    *("html.entities", "multiprocessing", "unittest", "sqlite3", "http", "xml", "zstandard"),
    *("PySide6.QtNetwork", "PySide6.QtDBus", "PySide6.QtPrintSupport", "PySide6.QtPdf"),
}
"""What is loaded by printing, exporting, upgrading and the like, or never."""

PROGRAM = """
import json, sys
from pathlib import Path
from datetime import UTC, datetime
from PySide6.QtWidgets import QApplication
application = QApplication([])
from liaison_desktop.ui import theme
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.preferences import Preferences
home, settings = map(Path, sys.argv[1:])
theme.apply(theme.usual())
door = FrontDoor(home, lambda: datetime.now(UTC), Preferences(settings))
entrance = door.entrance
loaded = []

def look():
    import PySide6.QtCore
    loaded.extend({name.partition(".")[0] for name in sys.modules})
    loaded.extend(["the whole namespace Qt"] if "Qt" in vars(PySide6.QtCore) else [])
    application.quit()

entrance.painted.disconnect()
entrance.painted.connect(look)
door.show()
application.exec()
door.close()
print(json.dumps(loaded))
"""


def test_the_login_window_is_painted_before_anything_heavy_is_loaded(tmp_path: Path):
    copy_home(tmp_path / "home")

    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, tmp_path / "home", tmp_path / "screen.ini"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    loaded = json.loads(run.stdout)
    assert "liaison_desktop" in loaded
    assert not set(HEAVY) & set(loaded)
    assert "the whole namespace Qt" not in loaded


LOOK_AROUND = """
import json, sys
from pathlib import Path
from liaison_desktop.app import now, start_qt
from liaison_desktop.ui import theme
from liaison_desktop.ui.front_door import FrontDoor
from liaison_desktop.ui.preferences import Preferences
application = start_qt()
home, settings, login, password = sys.argv[1:]
theme.apply(theme.usual())
door = FrontDoor(Path(home), now, Preferences(Path(settings)))
door.show()
while door.entrance.facts is None:
    application.processEvents()
door.entrance.login.submitted.emit(login, password)
while door.main is None:
    application.processEvents()
for place in door.main.places:
    door.main.go_to(door.main.page_of(place))
    answered = []
    door.worker.ask(door, lambda: None, answered.append)
    while not answered:
        application.processEvents()
loaded = sorted(name for name, module in sys.modules.items() if module)
import linecache
print(json.dumps(loaded + [name for name in linecache.cache if name.endswith("typing.py")]))
door.close()
"""


def test_every_place_is_opened_without_what_none_of_them_uses(tmp_path: Path):
    copy_home(tmp_path / "home")
    asked = [tmp_path / "home", tmp_path / "screen.ini", CLERK, PASSWORDS[CLERK]]

    run = subprocess.run(
        [sys.executable, "-c", LOOK_AROUND, *asked],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )

    loaded = set(json.loads(run.stdout))
    assert {"sqlalchemy.orm", "liaison_desktop.ui.pages.settings"} <= loaded
    assert sorted(WHERE_IT_IS_USED & loaded) == []
    assert not [name for name in loaded if name.endswith("typing.py")], "sources are kept"
