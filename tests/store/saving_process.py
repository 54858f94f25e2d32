"""A desk that saves visits until something stops it: python -m tests.store.saving_process HOME HOW.

Writes one line to stdout for each visit that was saved, and "! <code>" for each fault.
"""

import sys
from pathlib import Path

from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.user import User
from liaison_desktop.store.homes import Home
from liaison_desktop.store.store import Store
from tests.builders import NOON, a_matter, a_visit
from tests.store.a_home import DATA_KEY, make_home, register, user_of

LONG = "路灯坏了三个月。" * 400


def main(folder: Path, how: str) -> None:
    home = Home(folder) if folder.exists() else make_home(folder)
    store = Store.open(home, DATA_KEY, lambda: NOON)
    clerk = user_of(store, "wang")
    {"for_ever": _for_ever, "limited": _limited, "full": _until_full}[how](store, clerk)
    store.close()


def _for_ever(store: Store, clerk: User) -> None:
    while True:
        _save(store, clerk)


def _limited(store: Store, clerk: User) -> None:
    """Save while no file may grow, then while it may again."""
    import resource

    _save(store, clerk)
    size = store.home.database.with_name("liaison.db-wal").stat().st_size
    for limit in (size + 20_000, resource.RLIM_INFINITY):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        for _ in range(5):
            _save(store, clerk)


def _until_full(store: Store, clerk: User) -> None:
    """Save until the disk is full, take a file away, save again."""
    ballast = store.home.folder / "ballast"
    ballast.write_bytes(bytes(200_000))
    for _ in range(3):
        while _save(store, clerk):
            pass
    ballast.unlink()
    _save(store, clerk)


def _save(store: Store, clerk: User) -> bool:
    try:
        visit = register(store, clerk, a_visit(matters=[a_matter(statement=LONG)]))
    except Unusable as fault:
        print("!", fault.code, flush=True)
        return False
    print(visit.number, flush=True)
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
