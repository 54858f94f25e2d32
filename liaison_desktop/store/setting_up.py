"""Set up a home: its keys, its encrypted files, its first rows, and the 密码恢复单."""

from collections.abc import Callable, Sequence

from sqlalchemy.orm import Session

from liaison_desktop.model.exchange import Installation
from liaison_desktop.model.faults import Refused
from liaison_desktop.model.times import Clock, business_day
from liaison_desktop.model.user import User
from liaison_desktop.store.homes import Home
from liaison_desktop.store.keyfile import KeyFile, make_code, make_data_key
from liaison_desktop.store.making import make_store
from liaison_desktop.store.slots import about_of
from liaison_desktop.store.users import NewUser, build_user, is_managing


def set_up_home(
    home: Home,
    installation: Installation,
    users: Sequence[NewUser],
    fill: Callable[[Session], None],
    clock: Clock,
    deliver: Callable[[str], None],
) -> None:
    """Make a home; `fill` adds its first rows, `deliver` prints the code of the 密码恢复单.

    The code is delivered before the home is there, so a sheet that cannot be written leaves no
    home. On any failure nothing is left behind. NotSaved or Refused for an account ("login_taken",
    "weak_password", "last_account_holder" where none would manage the others); Unusable
    "home_exists", "home_half_made", "home_not_empty" or the disk's code.
    """
    home.refuse_unless_absent()
    rows = _build_users(users, installation, clock)

    def fill_all(session: Session) -> None:
        fill(session)
        session.add_all(rows)

    data_key, code = make_data_key(), make_code()
    keys = KeyFile(about_of(installation))
    for new, row in zip(users, rows, strict=True):
        keys.set_password(row.login, str(row.uid), new.password, data_key)
    keys.set_recovery(code, data_key)
    with home.making() as part:
        make_store(part, data_key, installation, fill_all, clock)
        keys.write(part / "keys.json", data_key)
        deliver(code)


def _build_users(users: Sequence[NewUser], installation: Installation, clock: Clock) -> list[User]:
    rows = [build_user(new, installation, clock) for new in users]
    if len({row.login.casefold() for row in rows}) < len(rows):
        raise Refused("login_taken")
    if not any(is_managing(row, business_day(clock())) for row in rows):
        raise Refused("last_account_holder")
    return rows
