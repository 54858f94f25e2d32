import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import NotAllowed, NotSaved, Refused, Unusable, WrongPassword
from liaison_desktop.model.history import AuditEntry, Revision
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Role
from liaison_desktop.store.accounts import Accounts, log_in, recover
from liaison_desktop.store.attempts import FREE_TRIES
from liaison_desktop.store.homes import Home
from liaison_desktop.store.keyfile import KeyFile, make_code
from liaison_desktop.store.store import Store
from tests.builders import NOON
from tests.store.failing_disk import fail_calls
from tests.store.working_home import CLERKS_PASSWORD, HEADS_PASSWORD, opened, opened_by_code

NEW = "白日依山尽黄河入"
TODAY = NOON.date()


@pytest.fixture
def desk(working: Home, sheet_code: str) -> Iterator[tuple[Store, User]]:
    with opened_by_code(working, sheet_code) as pair:
        yield pair


@pytest.fixture
def accounts(desk: tuple[Store, User]) -> Accounts:
    return Accounts(*desk)


@pytest.fixture
def clerks(desk: tuple[Store, User], accounts: Accounts) -> Accounts:
    """The same accounts, in the hands of the clerk."""
    return Accounts(desk[0], next(user for user in accounts.find() if user.login == "wang"))


def _can_log_in(home: Home, login: str, password: str, now: datetime = NOON) -> bool:
    try:
        store, _ = log_in(home, login, password, lambda: now)
    except WrongPassword:
        return False
    store.close()
    return True


def _roles(accounts: Accounts, login: str, day: date = TODAY) -> set[Role]:
    return set(next(u for u in accounts.find() if u.login == login).roles_on(day))


def _audit(store: Store) -> list[tuple[str, str]]:
    with store.read() as session:
        rows = session.execute(select(AuditEntry.action, AuditEntry.outcome))
        return [(action, outcome) for action, outcome in rows][1:]


# log in


def test_logging_in_opens_the_store_and_is_audited(working: Home) -> None:
    with opened(working, "wang", CLERKS_PASSWORD) as (store, user):
        assert user.login == "wang"
        assert user.roles_on(TODAY) == {Role.CLERK}
        with store.read() as session:
            last = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
            assert last is not None
            assert (last.action, last.user_uid, last.uid) == ("log_in", user.uid, user.uid)


@pytest.mark.parametrize(
    ("login", "password"), [("wang", HEADS_PASSWORD), ("nobody", HEADS_PASSWORD), ("", "")]
)
def test_a_wrong_login_gives_no_hint(working: Home, login: str, password: str) -> None:
    with pytest.raises(WrongPassword) as caught:
        log_in(working, login, password, lambda: NOON)
    assert caught.value.facts() == {"wait_seconds": 0}
    assert caught.value.args == ("wrong_password",)


def test_a_failed_login_does_not_keep_the_home_open(working: Home) -> None:
    day_before_roles = NOON - timedelta(days=1)
    with pytest.raises(NotAllowed):
        log_in(working, "wang", CLERKS_PASSWORD, lambda: day_before_roles)
    working.folder.rename(working.folder.with_name("moved"))


def test_an_old_key_file_does_not_let_a_disabled_user_in(working: Home) -> None:
    old = working.keys.read_bytes()
    with opened(working) as pair:
        Accounts(*pair).disable("wang", "调离")
    working.keys.write_bytes(old)
    assert not _can_log_in(working, "wang", CLERKS_PASSWORD)


# register


def test_a_registered_user_can_log_in_at_once(working: Home, accounts: Accounts) -> None:
    user = accounts.register(" li ", "李敏", NEW, [Role.CLERK, Role.REVIEWER])
    assert (user.login, user.rev) == ("li", 1)
    assert _roles(accounts, "li") == {Role.CLERK, Role.REVIEWER}
    assert [held.valid_from for held in user.roles] == [TODAY] * 2
    assert _can_log_in(working, "li", NEW)


@pytest.mark.parametrize(
    ("login", "password", "roles", "code"),
    [
        ("wang", NEW, [Role.CLERK], "login_taken"),
        ("Wang", NEW, [Role.CLERK], "login_taken"),
        ("li", "1234567", [Role.CLERK], "weak_password"),
        ("limin123", "LiMin456", [Role.CLERK], "weak_password"),
        ("li", NEW, [], "not_saved"),
        ("li", NEW, [Role.COUNTY_HEAD], "not_saved"),
        ("", NEW, [Role.CLERK], "not_saved"),
        ("a\u202eb\ud800", NEW, [Role.CLERK], "not_saved"),
    ],
)
def test_an_account_that_will_not_do_is_refused_and_nothing_is_kept(
    working: Home, accounts: Accounts, login: str, password: str, roles: list[Role], code: str
) -> None:
    before = working.keys.read_bytes()
    with pytest.raises(Refused) as caught:
        accounts.register(login, "", password, roles)
    assert caught.value.code == code
    assert working.keys.read_bytes() == before
    assert [user.login for user in accounts.find()] == ["zhao", "wang"]


def test_a_key_file_that_cannot_be_written_leaves_no_account(
    working: Home, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = working.keys.read_bytes()
    with monkeypatch.context() as disk:
        fail_calls(disk, "replace", 28)
        with pytest.raises(Unusable):
            accounts.register("li", "", NEW, [Role.CLERK])
    assert working.keys.read_bytes() == before
    assert len(accounts.find()) == 2


def test_a_database_that_cannot_commit_puts_the_key_file_back(
    working: Home, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = working.keys.read_bytes()
    with monkeypatch.context() as disk:
        disk.setattr("liaison_desktop.store.acts.audit", _fail_to_audit)
        with pytest.raises(Unusable):
            accounts.register("li", "", NEW, [Role.CLERK])
    assert working.keys.read_bytes() == before
    assert len(accounts.find()) == 2


def _fail_to_audit(*_arguments: object) -> None:
    raise Unusable("disk_full")


def test_two_windows_register_accounts_at_once(working: Home, desk: tuple[Store, User]) -> None:
    faults: list[BaseException] = []

    def register(letter: str) -> None:
        try:
            with closing(Store.open(working, desk[0].data_key, desk[0].clock)) as store:
                for n in range(3):
                    Accounts(store, desk[1]).register(f"{letter}{n}", "", NEW, [Role.CLERK])
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=register, args=(letter,)) for letter in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(working.logins()) == 2 + 9
    assert sorted(working.logins()) == sorted(user.login for user in Accounts(*desk).find())


# change_password


def test_ones_own_password_is_changed_by_the_old_one(working: Home, clerks: Accounts) -> None:
    clerks.change_password("wang", NEW, CLERKS_PASSWORD)
    assert _can_log_in(working, "wang", NEW)
    assert not _can_log_in(working, "wang", CLERKS_PASSWORD)


@pytest.mark.parametrize("old", [None, "", HEADS_PASSWORD])
def test_ones_own_password_is_not_changed_without_the_old_one(
    working: Home, clerks: Accounts, old: str | None
) -> None:
    with pytest.raises(WrongPassword):
        clerks.change_password("wang", NEW, old)
    assert _can_log_in(working, "wang", CLERKS_PASSWORD)


def test_wrong_old_passwords_count_as_wrong_tries(working: Home, clerks: Accounts) -> None:
    for _ in range(FREE_TRIES):
        with pytest.raises(WrongPassword):
            clerks.change_password("wang", NEW, "wrong wrong wrong")
    with pytest.raises(WrongPassword) as caught:
        log_in(working, "wang", CLERKS_PASSWORD, lambda: NOON)
    assert caught.value.wait_seconds == 60


def test_a_head_gives_another_a_password_without_the_old_one(
    working: Home, accounts: Accounts, desk: tuple[Store, User]
) -> None:
    accounts.change_password("wang", NEW)
    assert _can_log_in(working, "wang", NEW)
    assert _audit(desk[0])[0] == ("reset_password", "done")


def test_a_clerk_gives_nobody_else_a_password(
    working: Home, clerks: Accounts, desk: tuple[Store, User]
) -> None:
    with pytest.raises(NotAllowed):
        clerks.change_password("zhao", NEW, HEADS_PASSWORD)
    assert _audit(desk[0]) == [("reset_password", "denied")]
    assert _can_log_in(working, "zhao", HEADS_PASSWORD)


def test_a_weak_new_password_is_refused(working: Home, accounts: Accounts) -> None:
    with pytest.raises(Refused) as caught:
        accounts.change_password("wang", "wangwang")
    assert caught.value.facts() == {"why": "too_common"}
    assert _can_log_in(working, "wang", CLERKS_PASSWORD)


def test_an_unknown_login_is_said(accounts: Accounts) -> None:
    with pytest.raises(Refused) as caught:
        accounts.change_password("nobody", NEW)
    assert caught.value.code == "unknown_login"


# correct


def test_roles_change_from_today_on_and_the_former_ones_keep_their_days(
    working: Home, desk: tuple[Store, User]
) -> None:
    later = NOON + timedelta(days=30)
    with opened(working, now=later) as pair:
        accounts = Accounts(*pair)
        accounts.correct("wang", roles=[Role.REVIEWER], reason="换岗")
        assert _roles(accounts, "wang", TODAY) == {Role.CLERK}
        assert _roles(accounts, "wang", later.date() - timedelta(days=1)) == {Role.CLERK}
        assert _roles(accounts, "wang", later.date()) == {Role.REVIEWER}


def test_a_role_given_and_taken_away_on_one_day_is_in_force_on_none(accounts: Accounts) -> None:
    accounts.correct("wang", roles=[Role.CLERK, Role.AUDITOR])
    accounts.correct("wang", roles=[Role.CLERK])
    assert _roles(accounts, "wang") == {Role.CLERK}
    assert [held.role for held in accounts.find()[1].roles] == [Role.CLERK]


def test_what_an_account_was_before_is_kept(accounts: Accounts, desk: tuple[Store, User]) -> None:
    accounts.correct("wang", name="王小雁", reason="笔误")
    with desk[0].read() as session:
        kept = session.scalars(select(Revision).where(Revision.kind == "user")).one()
    assert "王小燕" in kept.body
    assert kept.reason == "笔误"


def test_a_bad_name_or_role_is_refused(accounts: Accounts) -> None:
    with pytest.raises(NotSaved):
        accounts.correct("wang", name="王" * 51)
    with pytest.raises(NotSaved):
        accounts.correct("wang", roles=[])
    with pytest.raises(NotSaved):
        accounts.correct("wang", roles=[Role.COUNTY_CLERK])
    assert accounts.find()[1].name == "王小燕"
    assert _roles(accounts, "wang") == {Role.CLERK}


# disable, and the last who manages accounts


def test_a_disabled_user_is_shut_out_but_stays(working: Home, accounts: Accounts) -> None:
    accounts.disable("wang", "调离本站")
    assert not _can_log_in(working, "wang", CLERKS_PASSWORD)
    assert working.logins() == ["zhao"]
    gone = accounts.find()[1]
    assert (gone.login, gone.disabled_at) == ("wang", NOON)
    assert gone.roles_on(TODAY) == frozenset()


@pytest.mark.parametrize(
    "deed",
    [
        lambda accounts: accounts.change_password("wang", NEW),
        lambda accounts: accounts.correct("wang", name="王"),
        lambda accounts: accounts.disable("wang", "再来"),
    ],
)
def test_nothing_more_is_done_with_a_disabled_account(
    accounts: Accounts, deed: Callable[[Accounts], object]
) -> None:
    accounts.disable("wang", "调离本站")
    with pytest.raises(Refused) as caught:
        deed(accounts)
    assert caught.value.code == "user_disabled"


def test_disabling_needs_a_reason(accounts: Accounts) -> None:
    with pytest.raises(Refused) as caught:
        accounts.disable("wang", "  ")
    assert caught.value.code == "reason_missing"


def test_the_last_who_manages_accounts_stays(working: Home, accounts: Accounts) -> None:
    with pytest.raises(Refused) as caught:
        accounts.disable("zhao", "退休")
    assert caught.value.code == "last_account_holder"
    with pytest.raises(Refused) as caught:
        accounts.correct("zhao", roles=[Role.CLERK])
    assert caught.value.code == "last_account_holder"
    assert _can_log_in(working, "zhao", HEADS_PASSWORD)
    assert _roles(accounts, "zhao") == {Role.HEAD, Role.ADMIN}


def test_one_of_two_who_manage_accounts_may_go(working: Home, accounts: Accounts) -> None:
    accounts.register("li", "李敏", NEW, [Role.ADMIN])
    accounts.disable("zhao", "退休")
    with opened(working, "li", NEW) as pair, pytest.raises(Refused):
        Accounts(*pair).disable("li", "也走")


def test_one_who_has_no_password_does_not_count_as_left(
    working: Home, accounts: Accounts, desk: tuple[Store, User]
) -> None:
    accounts.register("li", "李敏", NEW, [Role.ADMIN])
    keys = KeyFile.read(working.keys)
    keys.remove_user("li")
    keys.write(working.keys, desk[0].data_key)
    with pytest.raises(Refused):
        accounts.disable("zhao", "退休")


@pytest.mark.parametrize("role", [r for r in Role if not r.value.startswith("county")])
def test_only_the_head_and_the_admin_manage_accounts(
    accounts: Accounts, desk: tuple[Store, User], role: Role
) -> None:
    held = accounts.register("li", "李敏", NEW, [role])
    theirs = Accounts(desk[0], held)
    deeds = [
        lambda: theirs.register("sun", "", NEW, [Role.CLERK]),
        lambda: theirs.change_password("wang", NEW),
        lambda: theirs.correct("wang", name="王"),
        lambda: theirs.disable("wang", "试"),
    ]
    for deed in deeds:
        if role in {Role.HEAD, Role.ADMIN}:
            deed()
        else:
            with pytest.raises(NotAllowed):
                deed()
    done = {action for action, outcome in _audit(desk[0]) if outcome == "denied"}
    denied = {Action.REGISTER_USER, Action.RESET_PASSWORD, Action.CORRECT_USER, Action.DISABLE_USER}
    assert done == (set() if role in {Role.HEAD, Role.ADMIN} else {a.value for a in denied})


# recover


def test_the_printed_code_gives_a_new_password_and_a_new_code(
    working: Home, sheet_code: str
) -> None:
    delivered: list[str] = []
    new_code = recover(working, sheet_code, "zhao", NEW, lambda: NOON, delivered.append)
    assert delivered == [new_code]
    assert new_code != sheet_code
    with opened(working, "zhao", NEW) as (store, user):
        with store.read() as session:
            actions = session.scalars(select(AuditEntry.action)).all()
        assert actions == ["set_up", "recover", "log_in"]
        assert user.login == "zhao"
    with pytest.raises(WrongPassword):
        recover(working, sheet_code, "wang", NEW, lambda: NOON)
    assert recover(working, new_code, "wang", NEW, lambda: NOON)


def test_a_wrong_code_opens_nothing(working: Home) -> None:
    before = working.keys.read_bytes()
    with pytest.raises(WrongPassword):
        recover(working, make_code(), "zhao", NEW, lambda: NOON)
    assert working.keys.read_bytes() == before


def test_recovering_ends_the_wait_after_wrong_passwords(working: Home, sheet_code: str) -> None:
    for _ in range(FREE_TRIES):
        assert not _can_log_in(working, "zhao", "wrong wrong wrong")
    recover(working, sheet_code, "zhao", NEW, lambda: NOON)
    assert _can_log_in(working, "zhao", NEW)


def test_a_new_sheet_that_cannot_be_written_spends_nothing(working: Home, sheet_code: str) -> None:
    def deliver(_code: str) -> None:
        raise Unusable("read_only", "密码恢复单.pdf")

    before = working.keys.read_bytes()
    with pytest.raises(Unusable):
        recover(working, sheet_code, "zhao", NEW, lambda: NOON, deliver)
    assert working.keys.read_bytes() == before
    assert _can_log_in(working, "zhao", HEADS_PASSWORD)
    assert working.unlock_with_code(sheet_code)


@pytest.mark.parametrize(
    ("login", "password", "refusal"),
    [("nobody", NEW, "unknown_login"), ("zhao", "zhao2026", "too_common"), ("wang", "短", "")],
)
def test_recovering_refuses_what_will_not_do(
    working: Home, sheet_code: str, login: str, password: str, refusal: str
) -> None:
    with pytest.raises(Refused):
        recover(working, sheet_code, login, password, lambda: NOON)
    assert working.unlock_with_code(sheet_code)


# secrets


def test_no_password_and_no_code_reaches_a_log_a_fault_or_a_repr(
    working: Home, sheet_code: str, accounts: Accounts, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    with pytest.raises(WrongPassword) as wrong:
        log_in(working, "wang", "planted secret phrase", lambda: NOON)
    with pytest.raises(Refused) as weak:
        accounts.register("sun", "", "planted", [Role.CLERK])
    said = [repr(wrong.value), repr(weak.value), repr(vars(weak.value)), caplog.text]
    assert not any("planted" in text for text in said)


def test_the_users_table_holds_no_password(desk: tuple[Store, User]) -> None:
    with desk[0].read() as session:
        users = session.scalars(select(User).options(selectinload(User.roles))).all()
    assert not {column for user in users for column in vars(user) if "pass" in column}
