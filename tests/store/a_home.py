"""A small home for the tests of the store: a station, its head and a clerk."""

from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.exchange import Installation
from liaison_desktop.model.numbering import NumberKind, matter_number
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User, UserRole
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Role, Side
from liaison_desktop.store.homes import Home
from liaison_desktop.store.making import make_store
from liaison_desktop.store.numbers import draw_number
from liaison_desktop.store.store import Store
from tests.builders import NOON, STATION_UID, a_station

DATA_KEY = bytes(range(32))


def an_installation(**changes: object) -> Installation:
    fields: dict[str, object] = {
        "side": Side.STATION,
        "uid": STATION_UID,
        "code": "QHJD",
        "name": "清河街道人大代表联络站",
        "incarnation": 1,
        "incarnation_uid": new_uid(NOON),
        "signing_key": bytes(32),
        "age_identity": "",
        "made_at": NOON,
    }
    return Installation(**(fields | changes))  # type: ignore[arg-type]  # fields by name


def a_user(login: str, *roles: Role) -> User:
    held = [
        UserRole(role=role, valid_from=date(2026, 1, 1), position=n) for n, role in enumerate(roles)
    ]
    return User(uid=new_uid(NOON), station_uid=STATION_UID, login=login, roles=held)


def first_rows(session: Session) -> None:
    session.add_all([a_station(), a_user("wang", Role.CLERK), a_user("zhao", Role.HEAD)])


def make_home(folder: Path) -> Home:
    home = Home(folder)
    home.data.mkdir(parents=True)
    make_store(home.data, DATA_KEY, an_installation(), first_rows, lambda: NOON)
    home.keys.write_text("{}")
    return home


def user_of(store: Store, login: str) -> User:
    with store.read() as session:
        query = select(User).where(User.login == login).options(selectinload(User.roles))
        return session.scalars(query).one()


def register(store: Store, clerk: User, visit: Visit) -> Visit:
    with store.act(clerk, Action.REGISTER_VISIT, visit) as session:
        visit.number = draw_number(session, "QHJD", NumberKind.VISIT, visit.received_on.year)
        for place, matter in enumerate(visit.matters, start=1):
            matter.number, matter.place_in_visit = matter_number(visit.number, place), place
        session.add(visit)
    return visit
