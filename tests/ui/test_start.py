"""The first paint comes before anything heavy is loaded."""

import json
import subprocess
import sys
from pathlib import Path

from tests.homes import StoppedClock, a_desk

HEAVY = ["sqlalchemy", "alembic", "reportlab", "pypinyin", "cryptography", "argon2", "sqlcipher3"]

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
    a_desk(tmp_path / "home", StoppedClock()).close()

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
