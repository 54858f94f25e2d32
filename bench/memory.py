"""The memory of the whole program with 10,000 visits in the home, place by place.

`python -m bench.memory` needs no display. What is counted is the resident memory of a process of
its own, the libraries that other programs share included. The limit holds for the places and for
what the first backup leaves; the peak while it is made is printed beside it.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

VISITS = 10_000
MOST_MB = 160.0
LONGEST_WAIT = 60
"""Seconds for the first backup, which begins when the desk has been open for ten."""


def resident_mb(kind: str = "VmRSS") -> float:
    """Return the memory that this process holds now, or with "VmHWM" the most it ever held."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split(f"{kind}:")[1].split()[0]) / 1024


def open_and_look(home: Path, login: str, password: str) -> None:
    """Start the program, log in, go to every place, and print the memory at each."""
    from liaison_desktop.app import now, start_qt
    from liaison_desktop.ui import theme
    from liaison_desktop.ui.front_door import FrontDoor
    from liaison_desktop.ui.preferences import Preferences
    from liaison_desktop.ui.tokens import Tokens

    application = start_qt()
    if application is None:
        sys.exit("no display")
    theme.apply(Tokens())
    door = FrontDoor(home, now, Preferences(home.parent / "screen.ini"))

    def settle(seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            application.processEvents()
            time.sleep(0.005)

    door.show()
    settle(2)
    door.entrance.login.submitted.emit(login, password)
    while door.main is None:
        settle(0.02)
    settle(3)
    for number, place in enumerate(door.main.places, start=1):
        door.main.go_to(door.main.page_of(place))
        settle(0.7)
        print(number, place.title, f"{resident_mb():.1f}", flush=True)
    until = time.monotonic() + LONGEST_WAIT
    while not any((home / "backups").glob("*.liaison-backup")) and time.monotonic() < until:
        settle(0.1)
    settle(1)
    print(f"at most, in the first backup {resident_mb('VmHWM'):.1f}")
    print(f"after it {resident_mb():.1f}")
    sys.stdout.flush()
    os._exit(0)


def main() -> int:
    """Print the figures and return 1 where all places together take more than the limit."""
    import subprocess  # not in the process that is measured

    from bench import ledger
    from liaison_desktop.store.store import Store
    from tests.homes import CLERK, PASSWORDS, a_desk
    from tests.store.a_home import user_of

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        desk = a_desk(home)
        store: Store = desk._store
        ledger.fill(store, user_of(store, CLERK), VISITS)
        desk.people.begin_index_anew()
        desk.people.rebuild_index(lambda _done, _every: None)
        while desk.matters.begin_days():
            pass  # as any home has them that was not just brought from an earlier version
        desk.close()
        started = [sys.executable, "-OO", "-X", "no_debug_ranges"]  # as run.sh starts the program
        asked = [*started, "-m", "bench.memory", str(home), CLERK, PASSWORDS[CLERK]]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(asked, stdout=subprocess.PIPE, text=True, env=environment, check=True)
    print(done.stdout, end="")
    *places, _peak, after = done.stdout.splitlines()
    return int(max(float(line.split()[-1]) for line in (*places, after)) > MOST_MB)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        open_and_look(Path(sys.argv[1]), *sys.argv[2:])
    sys.exit(main())
