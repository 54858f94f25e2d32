"""From the start of the process to the login window painted, beside a bare label window.

Both are whole processes that end at their first paint; `python -m bench.start` needs no display.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.harness import compare, show
from liaison_desktop.app import now

MOST = 1.3
ROUNDS = 41

FLOOR = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))

application = QApplication(sys.argv[:1])
label = Label("联络站前台")
label.resize(960, 560)
label.show()
application.exec()
"""

OURS = """
import os, sys
from liaison_desktop import app

run = app.run_windows
def run_to_first_paint(application, options):
    from liaison_desktop.ui.entrance import Entrance
    Entrance.look_at_home = lambda entrance: os._exit(0)  # what comes after the first paint
    return run(application, options)

app.run_windows = run_to_first_paint
app.main(["--home", sys.argv[1]])
"""


def main() -> int:
    """Measure, print, and return 1 where the limit is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        set_up(home, Path(folder, "sheet.pdf"))
        figure = compare(
            "process start to login window painted",
            floor=lambda: paint(FLOOR),
            ours=lambda: paint(OURS, str(home)),
            rounds=ROUNDS,
            most=MOST,
        )
    return show([figure])


def paint(program: str, *arguments: str) -> None:
    """Run a process until it has painted its window."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
    }
    subprocess.run([sys.executable, "-c", program, *arguments], env=environment, check=True)


def set_up(home: Path, sheet: Path) -> None:
    """Make a home with the product's own verb."""
    from liaison_desktop.desk.entrance import NewAccount, NewStation, set_up_station
    from liaison_desktop.model.words import StationKind

    station = NewStation(name="清河街道人大代表联络站", code="QHJD", kind=StationKind.STREET)
    set_up_station(home, station, [NewAccount("liumin", "清风徐来水波不兴")], sheet, now)


if __name__ == "__main__":
    sys.exit(main())
