"""The rows behind the accounts: what a user must be, and which roles are his on which day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from liaison_desktop.model.authorize import Action, authorize
from liaison_desktop.model.exchange import Installation
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode, Refused
from liaison_desktop.model.times import Clock, business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User, UserRole
from liaison_desktop.model.words import Owner, Role, Side
from liaison_desktop.store.passwords import password_problem

ROLES_OF: Mapping[Side, frozenset[Role]] = {
    Side.STATION: frozenset({Role.CLERK, Role.HEAD, Role.REVIEWER, Role.ADMIN, Role.AUDITOR}),
    Side.COUNTY: frozenset({Role.COUNTY_CLERK, Role.COUNTY_HEAD, Role.ADMIN, Role.AUDITOR}),
}
"""The roles that a home of each side knows."""


@dataclass(frozen=True)
class NewUser:
    """An account as typed."""

    login: str
    name: str
    password: str = field(repr=False)
    roles: Iterable[Role]


def build_user(new: NewUser, installation: Installation, clock: Clock) -> User:
    """Return the user of a new account, not yet saved.

    NotSaved with what is wrong by field; Refused "weak_password", with `why`.
    """
    now, roles = clock(), frozenset(new.roles)
    user = User(
        uid=new_uid(now),
        station_uid=installation.uid,
        owner=Owner(installation.side.value),
        login=new.login.strip(),
        name=new.name.strip(),
    )
    give_roles(user, roles, business_day(now))
    refuse_problems(user, roles, installation.side)
    refuse_weak(new.password, user, installation)
    return user


def give_roles(user: User, roles: Iterable[Role], today: date) -> None:
    """Let exactly these roles be in force from today on; former ones keep their days."""
    wanted, yesterday = set(roles), today - timedelta(days=1)
    former = [held for held in user.roles if not _is_in_force(held, today)]
    staying = [held for held in user.roles if _is_in_force(held, today) and held.role in wanted]
    ending = [held for held in user.roles if _is_in_force(held, today) and held.role not in wanted]
    for held in ending:
        held.valid_to = yesterday
    # One given and taken away on the same day has no day to keep; the revision remembers it.
    former += [held for held in ending if held.valid_from <= yesterday]
    new = sorted(wanted - {held.role for held in staying})
    user.roles = [*former, *staying, *(UserRole(role=role, valid_from=today) for role in new)]
    for place, held in enumerate(user.roles):
        held.position = place


def refuse_problems(user: User, roles: frozenset[Role], side: Side) -> None:
    """Raise NotSaved for a text that cannot be kept, or for no role or one the side has not."""
    found = user.problems()
    if not user.login:
        found.append(Problem("login", ProblemCode.MISSING))
    if not roles:
        found.append(Problem("roles", ProblemCode.MISSING))
    if strange := sorted(roles - ROLES_OF[side]):
        found.append(Problem("roles", ProblemCode.BAD_VALUE, detail=", ".join(strange)))
    if found:
        raise NotSaved(found)


def refuse_weak(password: str, user: User, installation: Installation) -> None:
    """Raise Refused "weak_password", with `why`, for a password that is guessed too easily."""
    about = (user.login, user.name, installation.code, installation.name)
    if why := password_problem(password, about):
        raise Refused("weak_password", why=why)


def is_managing(user: User, day: date) -> bool:
    """Return whether a user may manage the accounts of others on a day."""
    return authorize(user.roles_on(day), Action.DISABLE_USER)


def find_users(session: Session) -> list[User]:
    """Return every user with his roles, disabled ones too, in the order they were made."""
    query = select(User).options(selectinload(User.roles)).order_by(User.id)
    return list(session.scalars(query))


def load_user(session: Session, login: str) -> User:
    """Return a user in service with his roles; Refused "unknown_login" or "user_disabled"."""
    query = select(User).where(User.login == login.strip()).options(selectinload(User.roles))
    user = session.scalar(query)
    if user is None:
        raise Refused("unknown_login")
    if user.disabled_at is not None:
        raise Refused("user_disabled")
    return user


def _is_in_force(held: UserRole, day: date) -> bool:
    """Return whether a role is in force on a day or will be later."""
    return held.valid_to is None or held.valid_to >= day
