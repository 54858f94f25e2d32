"""Open or make a county's home; nothing heavy is imported before it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode, Refused
from liaison_desktop.model.numbering import STATION_CODE
from liaison_desktop.model.texts import text_problems
from liaison_desktop.model.times import Clock
from liaison_desktop.model.words import LABELS, Role, Side

if TYPE_CHECKING:
    from liaison_desktop.county.county import County

FIRST_ROLES = frozenset({Role.COUNTY_CLERK, Role.COUNTY_HEAD, Role.ADMIN})


@dataclass(frozen=True)
class NewCounty:
    """The county's facts and its first account as typed."""

    name: str
    code: str
    login: str
    password: str = field(repr=False)

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field."""
        found = text_problems("name", self.name, 60)
        if not self.name.strip():
            found.append(Problem("name", ProblemCode.MISSING))
        if not STATION_CODE.match(self.code):
            found.append(Problem("code", ProblemCode.BAD_VALUE, detail="A-Z 0-9, 2–12"))
        return found


def open_county(home: Path, login: str, password: str, clock: Clock) -> County:
    """Return the open county; WrongPassword without a hint, Unusable, Refused wrong_home."""
    from liaison_desktop.county.county import County
    from liaison_desktop.store.accounts import log_in
    from liaison_desktop.store.homes import Home

    store, user = log_in(Home(home), login, password, clock)
    if store.installation.side is not Side.COUNTY:
        store.close()
        raise Refused("wrong_home", side=LABELS[Side.COUNTY])
    return County(store, user)


def set_up_county(home: Path, county: NewCounty, sheet: Path, clock: Clock) -> None:
    """Make a county's home with its first account; the 密码恢复单 is drawn to `sheet`.

    Its keys are made here: one pair to sign and to be written to, and one by which it can open the
    home of each station that joins.
    """
    from liaison_desktop.documents.recovery_sheet import draw_recovery_sheet
    from liaison_desktop.model.exchange import Installation
    from liaison_desktop.store.accounts import NewUser
    from liaison_desktop.store.homes import Home
    from liaison_desktop.store.keyfile import make_recovery_key
    from liaison_desktop.store.setting_up import set_up_home
    from liaison_desktop.sync.keys import OfficeKeys

    if errors := county.problems():
        raise NotSaved(errors)
    keys = OfficeKeys.make()
    own = (keys.signing, keys.identity)
    installation = Installation.begin(Side.COUNTY, county.code, county.name, own, clock())
    installation.recovery_key = make_recovery_key()

    def deliver(code: str) -> None:
        draw_recovery_sheet(
            sheet,
            station_name=county.name,
            station_code=county.code,
            code=code,
            made_at=installation.made_at,
        )

    users = [NewUser(county.login, "", county.password, FIRST_ROLES)]
    set_up_home(Home(home), installation, users, lambda _session: None, clock, deliver)
