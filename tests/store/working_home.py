"""A home as it is set up at a desk: 站长 zhao who is 管理员 too, and 工作人员 wang."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from liaison_desktop.model.user import User
from liaison_desktop.model.words import Role
from liaison_desktop.store.accounts import NewUser, log_in
from liaison_desktop.store.homes import Home
from liaison_desktop.store.setting_up import set_up_home
from liaison_desktop.store.store import Store
from tests.builders import NOON, a_station
from tests.store.a_home import an_installation, user_of

HEADS_PASSWORD = "三月的风四月的雨"
CLERKS_PASSWORD = "kite lamp river 7"

USERS = (
    NewUser("zhao", "赵立新", HEADS_PASSWORD, [Role.HEAD, Role.ADMIN]),
    NewUser("wang", "王小燕", CLERKS_PASSWORD, [Role.CLERK]),
)


def make_working_home(folder: Path, *users: NewUser, **changes: object) -> tuple[Home, str]:
    """Return the home and the code of its 密码恢复单; `changes` are of the installation."""
    home, codes = Home(folder), list[str]()
    set_up_home(
        home,
        an_installation(**changes),
        users or USERS,
        lambda session: session.add(a_station()),
        lambda: NOON,
        codes.append,
    )
    return home, codes[0]


@contextmanager
def opened_by_code(home: Home, code: str, login: str = "zhao") -> Iterator[tuple[Store, User]]:
    """Open as `login` without his password, whose stretching takes its time."""
    store = Store.open(home, home.unlock_with_code(code), lambda: NOON)
    try:
        yield store, user_of(store, login)
    finally:
        store.close()


@contextmanager
def opened(
    home: Home, login: str = "zhao", password: str = HEADS_PASSWORD, now: datetime = NOON
) -> Iterator[tuple[Store, User]]:
    store, user = log_in(home, login, password, lambda: now)
    try:
        yield store, user
    finally:
        store.close()
