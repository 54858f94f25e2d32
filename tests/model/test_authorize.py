import pytest

from liaison_desktop.model.authorize import ALLOWED, Action, authorize
from liaison_desktop.model.words import Role


def test_nobody_without_a_role_may_do_anything() -> None:
    assert not [action for action in Action if authorize((), action)]


def test_every_action_but_the_set_up_has_its_row() -> None:
    assert set(Action) - set(ALLOWED) == {Action.SET_UP}
    assert not [action for action in ALLOWED if not ALLOWED[action]]


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        (Role.CLERK, Action.REGISTER_VISIT, Action.REGISTER_USER),
        (Role.HEAD, Action.JOIN, Action.RECEIVE_PACKAGE),
        (Role.ADMIN, Action.RESTORE, Action.REGISTER_VISIT),
        (Role.AUDITOR, Action.READ_AUDIT, Action.EXPORT),
        (Role.REVIEWER, Action.PRINT, Action.CORRECT_VISIT),
        (Role.COUNTY_CLERK, Action.RECEIVE_PACKAGE, Action.REGISTER_VISIT),
        (Role.COUNTY_HEAD, Action.REGISTER_USER, Action.REGISTER_MATTER),
    ],
)
def test_each_role_may_its_own_and_not_anothers(role: Role, may: Action, may_not: Action) -> None:
    assert authorize([role], may)
    assert not authorize([role], may_not)


def test_a_set_of_roles_may_what_any_of_them_may() -> None:
    assert authorize([Role.AUDITOR, Role.CLERK], Action.REGISTER_VISIT)
