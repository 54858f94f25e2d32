"""Who may do what: one table, default deny. A pure rule; the store asks it before every act."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from liaison_desktop.model.words import Role


class Action(StrEnum):
    """Everything that is authorized and leaves an audit entry."""

    SET_UP = "set_up"
    LOG_IN = "log_in"
    READ = "read"
    READ_AUDIT = "read_audit"
    KEEP_DRAFT = "keep_draft"
    KEEP_QUEUE = "keep_queue"
    KEEP_INDEX = "keep_index"
    REGISTER_VISIT = "register_visit"
    CORRECT_VISIT = "correct_visit"
    WITHDRAW_VISIT = "withdraw_visit"
    REGISTER_MATTER = "register_matter"
    CORRECT_MATTER = "correct_matter"
    HANDLE_MATTER = "handle_matter"
    CORRECT_PERSON = "correct_person"
    MERGE_PEOPLE = "merge_people"
    IMPORT = "import"
    REGISTER_DEPUTY = "register_deputy"
    CORRECT_DEPUTY = "correct_deputy"
    REGISTER_UNIT = "register_unit"
    CORRECT_UNIT = "correct_unit"
    KEEP_SCHEDULE = "keep_schedule"
    HOLD_SESSION = "hold_session"
    KEEP_JOURNAL = "keep_journal"
    KEEP_CONSULTATION = "keep_consultation"
    CORRECT_STATION = "correct_station"
    ATTACH = "attach"
    PRINT = "print"
    EXPORT = "export"
    WRITE_CARD = "write_card"
    JOIN = "join"
    REGISTER_USER = "register_user"
    CORRECT_USER = "correct_user"
    CHANGE_PASSWORD = "change_password"  # noqa: S105 - an action, not a password
    RESET_PASSWORD = "reset_password"  # noqa: S105 - an action: another's, without the old one
    DISABLE_USER = "disable_user"
    BACK_UP = "back_up"
    RESTORE = "restore"
    CHECK = "check"
    RECOVER = "recover"
    ENROLL_STATION = "enroll_station"
    RECEIVE_PACKAGE = "receive_package"


_CLERK = {Role.CLERK, Role.HEAD}
_ALL = frozenset(Role)
_COUNTY = {Role.COUNTY_CLERK, Role.COUNTY_HEAD}

ALLOWED: Mapping[Action, frozenset[Role]] = {
    Action.LOG_IN: _ALL,
    Action.READ: _ALL,
    Action.READ_AUDIT: frozenset({Role.AUDITOR, Role.HEAD, Role.ADMIN, Role.COUNTY_HEAD}),
    Action.KEEP_DRAFT: frozenset(_CLERK | {Role.REVIEWER}),
    Action.KEEP_QUEUE: frozenset(_CLERK | {Role.REVIEWER}),
    Action.KEEP_INDEX: _ALL,
    Action.REGISTER_VISIT: frozenset(_CLERK),
    Action.CORRECT_VISIT: frozenset(_CLERK),
    Action.WITHDRAW_VISIT: frozenset(_CLERK),
    Action.REGISTER_MATTER: frozenset(_CLERK),
    Action.CORRECT_MATTER: frozenset(_CLERK),
    Action.HANDLE_MATTER: frozenset(_CLERK),
    Action.CORRECT_PERSON: frozenset(_CLERK),
    Action.MERGE_PEOPLE: frozenset(_CLERK),
    Action.IMPORT: frozenset(_CLERK),
    Action.REGISTER_DEPUTY: frozenset(_CLERK | {Role.ADMIN}),
    Action.CORRECT_DEPUTY: frozenset(_CLERK | {Role.ADMIN}),
    Action.REGISTER_UNIT: frozenset(_CLERK | {Role.ADMIN}),
    Action.CORRECT_UNIT: frozenset(_CLERK | {Role.ADMIN}),
    Action.KEEP_SCHEDULE: frozenset(_CLERK),
    Action.HOLD_SESSION: frozenset(_CLERK),
    Action.KEEP_JOURNAL: frozenset(_CLERK),
    Action.KEEP_CONSULTATION: frozenset(_CLERK),
    Action.CORRECT_STATION: frozenset({Role.HEAD, Role.ADMIN}),
    Action.ATTACH: frozenset(_CLERK),
    Action.PRINT: frozenset(_CLERK | {Role.REVIEWER}),
    Action.EXPORT: frozenset(_CLERK),
    Action.WRITE_CARD: frozenset(_CLERK | {Role.ADMIN}),
    Action.JOIN: frozenset({Role.HEAD, Role.ADMIN}),
    Action.REGISTER_USER: frozenset({Role.HEAD, Role.ADMIN, Role.COUNTY_HEAD}),
    Action.CORRECT_USER: frozenset({Role.HEAD, Role.ADMIN, Role.COUNTY_HEAD}),
    Action.CHANGE_PASSWORD: _ALL,
    Action.RESET_PASSWORD: frozenset({Role.HEAD, Role.ADMIN, Role.COUNTY_HEAD}),
    Action.DISABLE_USER: frozenset({Role.HEAD, Role.ADMIN, Role.COUNTY_HEAD}),
    Action.BACK_UP: _ALL - {Role.AUDITOR},
    Action.RESTORE: frozenset({Role.HEAD, Role.ADMIN, Role.COUNTY_HEAD}),
    Action.CHECK: _ALL,
    Action.RECOVER: _ALL,
    Action.ENROLL_STATION: frozenset(_COUNTY),
    Action.RECEIVE_PACKAGE: frozenset(_COUNTY),
}


def authorize(roles: Iterable[Role], action: Action) -> bool:
    """Return whether a holder of these roles may do this; an action without a row is refused."""
    return not ALLOWED.get(action, frozenset()).isdisjoint(roles)
