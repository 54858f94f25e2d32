import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.model.faults import Fault, NotSaved, Refused, Unusable
from liaison_desktop.model.history import AuditEntry
from liaison_desktop.model.station import Station
from liaison_desktop.model.user import User
from liaison_desktop.model.words import Role, Side
from liaison_desktop.store.accounts import NewUser
from liaison_desktop.store.homes import Home, HomeState
from liaison_desktop.store.keyfile import KeyFile
from liaison_desktop.store.setting_up import set_up_home
from tests.builders import NOON, a_station
from tests.store.a_home import an_installation
from tests.store.failing_disk import fail_each_call
from tests.store.working_home import HEADS_PASSWORD, USERS, make_working_home, opened


def _set_up(
    folder: Path,
    users: tuple[NewUser, ...] = USERS,
    deliver: Callable[[str], None] = lambda _code: None,
) -> None:
    set_up_home(
        Home(folder),
        an_installation(),
        users,
        lambda session: session.add(a_station()),
        lambda: NOON,
        deliver,
    )


def test_a_home_is_set_up_with_its_station_and_its_accounts(working: Home) -> None:
    assert working.state() is HomeState.READY
    assert working.logins() == ["zhao", "wang"]
    assert working.about()["code"] == "QHJD"
    with opened(working) as (store, user), store.read() as session:
        assert user.login == "zhao"
        assert session.scalars(select(Station.name)).one() == "清河街道人大代表联络站"
        assert session.scalars(select(User.login).order_by(User.id)).all() == ["zhao", "wang"]
        assert session.scalars(select(AuditEntry.action)).all() == ["set_up", "log_in"]


def test_the_code_that_was_printed_opens_the_home(working: Home, sheet_code: str) -> None:
    assert working.unlock_with_code(sheet_code) == working.unlock("zhao", HEADS_PASSWORD, NOON)


def test_two_homes_never_share_a_key_or_a_code(
    working: Home, sheet_code: str, tmp_path: Path
) -> None:
    other, other_code = make_working_home(tmp_path / "other")
    assert other_code != sheet_code
    assert other.unlock_with_code(other_code) != working.unlock_with_code(sheet_code)


@pytest.mark.skipif(os.name == "nt", reason="Windows inherits its access lists")
def test_everything_in_a_home_is_for_its_owner_alone(working: Home) -> None:
    with opened(working):
        paths = [working.folder, *working.folder.rglob("*")]
        assert any(path.name.endswith("-wal") for path in paths)
        for path in paths:
            assert path.stat().st_mode & 0o077 == 0, path


def _fails(_code: str) -> None:
    raise Unusable("read_only", "密码恢复单.pdf")


def test_a_sheet_that_cannot_be_written_leaves_no_home(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as caught:
        _set_up(tmp_path / "home", deliver=_fails)
    assert caught.value.code == "read_only"
    assert list(tmp_path.iterdir()) == []


def test_the_sheet_is_delivered_before_the_home_is_there(tmp_path: Path) -> None:
    seen: list[HomeState] = []
    home = Home(tmp_path / "home")
    _set_up(home.folder, deliver=lambda _code: seen.append(home.state()))
    assert seen == [HomeState.HALF_MADE]


def test_a_filling_that_fails_leaves_no_home(tmp_path: Path) -> None:
    def fill(session: Session) -> None:
        session.add(a_station(name=None))
        session.flush()

    with pytest.raises(Exception, match="NOT NULL"):
        set_up_home(
            Home(tmp_path / "home"),
            an_installation(),
            USERS,
            fill,
            lambda: NOON,
            lambda _code: None,
        )
    assert list(tmp_path.iterdir()) == []


def _user(login: str = "zhao", password: str = HEADS_PASSWORD, *roles: Role) -> NewUser:
    return NewUser(login, "", password, roles or (Role.HEAD,))


@pytest.mark.parametrize(
    ("users", "code"),
    [
        ((), "last_account_holder"),
        ((_user("wang", "kite lamp river", Role.CLERK, Role.AUDITOR),), "last_account_holder"),
        ((_user(), _user("ZHAO")), "login_taken"),
        ((_user(password="12345678"),), "weak_password"),
        ((_user(password="清河街道人大代表联络站"),), "weak_password"),
        ((_user(login="  "),), "not_saved"),
        ((_user(login="z" * 51),), "not_saved"),
        ((_user(login="a\x00b"),), "not_saved"),
        ((NewUser("li", "", HEADS_PASSWORD, []),), "not_saved"),
        ((_user("li", HEADS_PASSWORD, Role.HEAD, Role.COUNTY_HEAD),), "not_saved"),
    ],
)
def test_accounts_that_will_not_do_are_refused_before_anything_is_made(
    tmp_path: Path, users: tuple[NewUser, ...], code: str
) -> None:
    with pytest.raises(Refused) as caught:
        _set_up(tmp_path / "home", users)
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_county_knows_other_roles_than_a_station(tmp_path: Path) -> None:
    head = NewUser("sun", "", HEADS_PASSWORD, [Role.COUNTY_HEAD, Role.COUNTY_CLERK])
    home, _ = make_working_home(tmp_path / "county", head, side=Side.COUNTY, code="QHQ")
    assert home.about() == {"side": "county", "code": "QHQ", "name": "清河街道人大代表联络站"}
    with pytest.raises(NotSaved):
        make_working_home(tmp_path / "other", *USERS, side=Side.COUNTY)


def test_a_home_that_is_there_is_not_touched(working: Home) -> None:
    before = {path: path.read_bytes() for path in working.folder.rglob("*") if path.is_file()}
    with pytest.raises(Unusable) as caught:
        _set_up(working.folder)
    assert caught.value.code == "home_exists"
    assert before == {p: p.read_bytes() for p in working.folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_disk_that_fails_at_any_call_leaves_no_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(KeyFile, "set_password", lambda *_: None)
    codes = []
    for fault in fail_each_call(monkeypatch, call, 28, lambda: _fault_of(tmp_path / "home")):
        codes.append(fault.code if fault else "set_up")
        assert list(tmp_path.iterdir()) == []
    assert len(codes) > 1
    assert set(codes) == {"disk_full"}


def _fault_of(folder: Path) -> Fault | None:
    try:
        _set_up(folder)
    except Fault as fault:
        return fault
    return None
