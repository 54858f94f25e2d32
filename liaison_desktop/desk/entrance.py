"""What can be done before a home is open: look at it, log in, recover, set it up.

Nothing heavy is imported here: the login window paints before SQLAlchemy is loaded, and `warm_up`
loads it while the password is typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from liaison_desktop import paths
from liaison_desktop.model.faults import NotSaved, Refused
from liaison_desktop.model.times import Clock, business_day
from liaison_desktop.model.words import LABELS, Role, Side, StationKind, StationTier

if TYPE_CHECKING:
    from liaison_desktop.desk.desk import Desk
    from liaison_desktop.model.exchange import Installation
    from liaison_desktop.model.station import Station
    from liaison_desktop.store.restoring import Restored

FIRST_ROLES = frozenset({Role.CLERK, Role.HEAD, Role.ADMIN})
"""Of a home's only account; a home with two gives 站长 and 管理员 to the head alone."""


@dataclass(frozen=True)
class HomeFacts:
    """What a folder says of itself without a key; `state` is absent, ready, half_made or other."""

    folder: Path
    state: str
    is_shared: bool
    side: str
    name: str
    logins: tuple[str, ...]


@dataclass(frozen=True)
class NewStation:
    """The station's facts as typed at the first start."""

    name: str
    code: str
    kind: StationKind
    tier: StationTier = StationTier.STATION
    issuing_organ: str = ""
    seal_organ: str = ""
    county_congress: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True)
class NewAccount:
    """One of the first accounts as typed."""

    login: str
    password: str = field(repr=False)
    name: str = ""
    roles: frozenset[Role] = FIRST_ROLES


def look_at(home: Path) -> HomeFacts:
    """Return what lies at a folder; Unusable where its key file cannot be read."""
    from liaison_desktop.store.homes import Home

    here = Home(home)
    state = here.state()
    about = here.about() if state == "ready" else {}
    logins = here.logins() if state == "ready" else []
    is_shared = (home, True) == paths.default_home()
    return HomeFacts(
        home, str(state), is_shared, about.get("side", ""), about.get("name", ""), tuple(logins)
    )


def warm_up() -> None:
    """Load what opening a home needs; called in a thread while the password is typed."""
    from liaison_desktop.store.loading import load_sqlalchemy

    load_sqlalchemy()
    from liaison_desktop.desk import desk

    desk.__name__  # noqa: B018 - the import is the work


def open_desk(home: Path, login: str, password: str, clock: Clock) -> Desk:
    """Return the open desk; WrongPassword without a hint, Unusable, Refused wrong_home."""
    from liaison_desktop.desk.desk import Desk
    from liaison_desktop.store.accounts import log_in
    from liaison_desktop.store.homes import Home

    store, user = log_in(Home(home), login, password, clock)
    if store.installation.side is not Side.STATION:
        store.close()
        raise Refused("wrong_home", side=LABELS[Side.STATION])
    return Desk(store, user)


def recover(home: Path, code: str, login: str, password: str, clock: Clock, sheet: Path) -> None:
    """Set a new password by the code of the 密码恢复单; a new one is drawn to `sheet`.

    The old code is spent. WrongPassword for a wrong code, Refused weak_password.
    """
    from liaison_desktop.documents.recovery_sheet import draw_recovery_sheet
    from liaison_desktop.store import accounts
    from liaison_desktop.store.homes import Home

    here = Home(home)
    about = here.about()

    def deliver(new_code: str) -> None:
        draw_recovery_sheet(
            sheet,
            station_name=about["name"],
            station_code=about["code"],
            code=new_code,
            made_at=clock(),
        )

    accounts.recover(here, code, login, password, clock, deliver)


def set_up_station(
    home: Path, station: NewStation, accounts: Sequence[NewAccount], sheet: Path, clock: Clock
) -> None:
    """Make a home with its station and first accounts; the 密码恢复单 is drawn to `sheet`.

    NotSaved with the station's problems, Refused weak_password, Unusable where the home or the
    sheet cannot be written: then nothing is left behind.
    """
    from liaison_desktop.documents.recovery_sheet import draw_recovery_sheet
    from liaison_desktop.store.accounts import NewUser
    from liaison_desktop.store.homes import Home
    from liaison_desktop.store.setting_up import set_up_home

    installation, record = _begin(station, clock)

    def deliver(code: str) -> None:
        draw_recovery_sheet(
            sheet,
            station_name=station.name,
            station_code=station.code,
            code=code,
            made_at=installation.made_at,
        )

    users = [NewUser(a.login, a.name, a.password, a.roles) for a in accounts]
    set_up_home(Home(home), installation, users, lambda s: s.add(record), clock, deliver)


def _begin(station: NewStation, clock: Clock) -> tuple[Installation, Station]:
    """Return the first rows of a station's home; NotSaved with the station's problems."""
    from liaison_desktop.model.exchange import Installation
    from liaison_desktop.model.station import Station
    from liaison_desktop.sync.keys import OfficeKeys

    keys = OfficeKeys.make()
    own = (keys.signing, keys.identity)
    installation = Installation.begin(Side.STATION, station.code, station.name, own, clock())
    record = Station(uid=installation.uid, station_uid=installation.uid, **vars(station))
    if errors := [problem for problem in record.problems() if problem.is_error]:
        raise NotSaved(errors)
    return installation, record


def only_login_of_backup(path: Path) -> str:
    """Return the login of a backup's only account; Refused which_user where there are several."""
    from liaison_desktop.store.backups import logins_of_backup

    logins = logins_of_backup(path)
    if len(logins) != 1:
        raise Refused("which_user")
    return logins[0]


def restore(home: Path, path: Path, login: str, password: str, clock: Clock) -> Restored:
    """Put a verified backup in the place of a home's data, which is kept aside.

    Unusable bad_backup, other_home or home_locked; WrongPassword. Nothing is changed then.
    """
    from liaison_desktop.store import restoring
    from liaison_desktop.store.homes import Home

    return restoring.restore(Home(home), path, login, password, clock)


def default_sheet_name(station_name: str, clock: Clock) -> str:
    """Return the file name offered for a 密码恢复单."""
    return f"密码恢复单_{station_name}_{business_day(clock()).isoformat()}.pdf"
