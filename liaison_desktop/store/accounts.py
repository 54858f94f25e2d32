"""用户 — accounts, the same for station and county: personal, disabled but never deleted.

An account is a row with its roles and a slot of the key file. No account is shared, and none comes
with a default password.
"""

from collections.abc import Callable, Iterable

from sqlalchemy.orm import Session

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import Refused, WrongPassword
from liaison_desktop.model.times import Clock, business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Role
from liaison_desktop.store.attempts import Attempts
from liaison_desktop.store.homes import Home
from liaison_desktop.store.keyfile import make_code
from liaison_desktop.store.passwords import password_problem
from liaison_desktop.store.slots import act_on_slots, refresh_about
from liaison_desktop.store.store import Store
from liaison_desktop.store.users import (
    NewUser,
    build_user,
    find_users,
    give_roles,
    is_managing,
    load_user,
    refuse_problems,
    refuse_weak,
)

__all__ = ["Accounts", "NewUser", "log_in", "password_problem", "recover"]


class Accounts:
    """Verbs of the accounts."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def find(self) -> list[User]:
        """Return every account with its roles, disabled ones too, in the order they were made."""
        with self._store.read() as session:
            return find_users(session)

    def register(self, login: str, name: str, password: str, roles: Iterable[Role]) -> User:
        """Return the new account, which can log in at once.

        NotSaved with its problems, Refused "login_taken" or "weak_password".
        """
        new = NewUser(login, name, password, roles)
        user = build_user(new, self._store.installation, self._store.clock)
        changes = act_on_slots(self._store, self._user, Action.REGISTER_USER, user)
        with changes as (session, keys):
            taken = {other.login.casefold() for other in find_users(session)}
            if user.login.casefold() in taken:
                raise Refused("login_taken")
            session.add(user)
            keys.set_password(user.login, str(user.uid), password, self._store.data_key)
        return user

    def change_password(self, login: str, new: str, old: str | None = None) -> None:
        """Give a user another password: one's own by the old one, another's as 站长 or 管理员.

        WrongPassword, counted like one at the login; Refused "weak_password".
        """
        user, action = self._load(login), Action.RESET_PASSWORD
        if user.uid == self._user.uid:
            action = Action.CHANGE_PASSWORD
            self._store.home.unlock(user.login, old or "", self._store.clock())
        refuse_weak(new, user, self._store.installation)
        with act_on_slots(self._store, self._user, action, user) as (_, keys):
            keys.set_password(user.login, str(user.uid), new, self._store.data_key)

    def correct(
        self,
        login: str,
        *,
        name: str | None = None,
        roles: Iterable[Role] | None = None,
        reason: str = "",
    ) -> User:
        """Return the account under another name, or with exactly these roles from today on.

        NotSaved; Refused "last_account_holder" where nobody would be left to manage accounts.
        """
        action, today = Action.CORRECT_USER, business_day(self._store.clock())
        with self._store.act(self._user, action, self._load(login), reason=reason) as session:
            user = load_user(session, login)
            user.name = user.name if name is None else name.strip()
            wanted = user.roles_on(today) if roles is None else frozenset(roles)
            if roles is not None:
                give_roles(user, wanted, today)
            refuse_problems(user, wanted, self._store.installation.side)
            self._refuse_if_last(session)
        return user

    def disable(self, login: str, reason: str) -> None:
        """Shut a user out from now on; his row and his history stay.

        Refused "reason_missing", or "last_account_holder" for the last who manages accounts.
        """
        if not reason.strip():
            raise Refused("reason_missing")
        seen = self._load(login)
        changes = act_on_slots(self._store, self._user, Action.DISABLE_USER, seen, reason)
        with changes as (session, keys):
            user = load_user(session, login)
            user.disabled_at = self._store.clock()
            self._refuse_if_last(session)
            keys.remove_user(user.login)

    def _load(self, login: str) -> User:
        with self._store.read() as session:
            return load_user(session, login)

    def _refuse_if_last(self, session: Session) -> None:
        """Raise Refused unless somebody is left who manages accounts and has a password."""
        slots, today = self._store.home.logins(), business_day(self._store.clock())
        left = [u for u in find_users(session) if u.login in slots and is_managing(u, today)]
        if not left:
            raise Refused("last_account_holder")


def log_in(home: Home, login: str, password: str, clock: Clock) -> tuple[Store, User]:
    """Return the open store and the user; the caller closes the store.

    WrongPassword with a growing delay and no hint which half was wrong, also for a disabled user;
    NotAllowed for one who holds no role today; Unusable.
    """
    store = Store.open(home, home.unlock(login.strip(), password, clock()), clock)
    try:
        user = _load_in_service(store, login)
        with store.act(user, Action.LOG_IN, user):
            refresh_about(store, store.installation)
    except BaseException:
        store.close()
        raise
    return store, user


def recover(
    home: Home,
    code: str,
    login: str,
    password: str,
    clock: Clock,
    deliver: Callable[[str], None] = lambda _code: None,
) -> str:
    """Give a user a new password by the code of the 密码恢复单, and return the new code.

    `deliver` prints it before the old one is spent, so that a sheet that cannot be written changes
    nothing. WrongPassword for a wrong code; Refused "weak_password" or "unknown_login".
    """
    store = Store.open(home, home.unlock_with_code(code), clock)
    try:
        with store.read() as session:
            user = load_user(session, login)
        refuse_weak(password, user, store.installation)
        new_code = make_code()
        with act_on_slots(store, user, Action.RECOVER, user) as (_, keys):
            keys.set_password(user.login, str(user.uid), password, store.data_key)
            keys.set_recovery(new_code, store.data_key)
            deliver(new_code)
        Attempts(home.attempts, user.login, home.logins()).forget()
    finally:
        store.close()
    return new_code


def _load_in_service(store: Store, login: str) -> User:
    try:
        with store.read() as session:
            return load_user(session, login)
    except Refused:
        raise WrongPassword from None
