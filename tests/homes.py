"""Real homes for tests: made once by the product's own set-up, then copied for each test."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path

from sqlalchemy.orm import Session

from liaison_desktop.county.county import County
from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.exchange import Installation
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Role, Side
from liaison_desktop.store.homes import Home
from liaison_desktop.store.keyfile import make_recovery_key
from liaison_desktop.store.setting_up import set_up_home
from liaison_desktop.store.store import Store
from liaison_desktop.store.users import NewUser
from liaison_desktop.store.wholes import whole
from liaison_desktop.sync.keys import OfficeKeys
from tests.builders import NOON, STATION_UID, a_station

HEAD, CLERK, COUNTY_CLERK = "刘敏", "王芳", "陈静"
PASSWORDS = {
    HEAD: "清风徐来水波不兴",
    CLERK: "小桥流水人家好景",
    COUNTY_CLERK: "大江东去浪淘尽千古",
}


class StoppedClock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def copy_home(folder: Path, side: Side = Side.STATION) -> Path:
    """Make a home that nobody has open: a station with head 刘敏 and clerk 王芳, or a county."""
    shutil.copytree(_template(side), folder)
    return folder


def a_desk(folder: Path, clock: StoppedClock | None = None, login: str = CLERK) -> Desk:
    """Open a station's home in `folder`, made if it is not there: head 刘敏 and clerk 王芳."""
    store, user = _opened(folder, Side.STATION, clock or StoppedClock(), login)
    return Desk(store, user)


def a_county(folder: Path, clock: StoppedClock | None = None) -> County:
    """Open a county's home in `folder`, made if it is not there."""
    store, user = _opened(folder, Side.COUNTY, clock or StoppedClock(), COUNTY_CLERK)
    return County(store, user)


def _opened(folder: Path, side: Side, clock: StoppedClock, login: str) -> tuple[Store, User]:
    if not folder.exists():
        copy_home(folder, side)
    data_key = _data_key(_template(side), side)
    store = Store.open(Home(folder), data_key, clock)
    with store.read() as session:
        user = session.scalars(whole(User).where(User.login == login)).one()
    return store, user


@cache
def _template(side: Side) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="liaison-test-")) / "home"
    atexit.register(shutil.rmtree, folder.parent)
    installation, users, fill = _station() if side is Side.STATION else _county()
    set_up_home(Home(folder), installation, users, fill, lambda: NOON, lambda _code: None)
    return folder


@cache
def _data_key(template: Path, side: Side) -> bytes:
    login = HEAD if side is Side.STATION else COUNTY_CLERK
    return Home(template).unlock(login, PASSWORDS[login], NOON)


def _station() -> tuple[Installation, list[NewUser], Callable[[Session], None]]:
    users = [
        NewUser(HEAD, "刘敏", PASSWORDS[HEAD], {Role.HEAD, Role.ADMIN}),
        NewUser(CLERK, "王芳", PASSWORDS[CLERK], {Role.CLERK}),
    ]
    installation = _installation(Side.STATION, "QHJD", a_station().name)
    installation.uid = STATION_UID
    return installation, users, lambda session: session.add(a_station())


def _county() -> tuple[Installation, list[NewUser], Callable[[Session], None]]:
    roles = {Role.COUNTY_CLERK, Role.COUNTY_HEAD, Role.ADMIN}
    users = [NewUser(COUNTY_CLERK, "陈静", PASSWORDS[COUNTY_CLERK], roles)]
    installation = _installation(Side.COUNTY, "QHQ", "清河区人大常委会")
    installation.recovery_key = make_recovery_key()
    return installation, users, lambda session: None


def _installation(side: Side, code: str, name: str) -> Installation:
    keys = OfficeKeys.make()
    return Installation.begin(side, code, name, (keys.signing, keys.identity), NOON)
