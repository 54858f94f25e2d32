import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.numbering import NumberKind
from liaison_desktop.model.words import Role
from liaison_desktop.store.accounts import Accounts
from liaison_desktop.store.attachments import AttachmentFile
from liaison_desktop.store.checks import CHECKS, Check, check
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.keyfile import KeyFile
from liaison_desktop.store.numbers import draw_number
from liaison_desktop.store.store import Store
from tests.builders import a_consultation, a_visit
from tests.store.a_home import register, user_of
from tests.store.working_home import make_working_home, opened, opened_by_code

Breaking = Callable[[Store, Connection], object]


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home with two visits, an attachment and an account that was disabled; and its code."""
    home, code = make_working_home(tmp_path_factory.mktemp("used") / "home")
    with opened(home) as (store, head):
        clerk = user_of(store, "wang")
        visit = register(store, clerk, a_visit())
        register(store, clerk, a_visit())
        with store.act(clerk, Action.KEEP_CONSULTATION) as session:
            meeting = a_consultation()
            meeting.number = draw_number(session, "QHJD", NumberKind.CONSULTATION, 2026)
            session.add(meeting)
        AttachmentFile(store).add(clerk, visit, "来信.jpg", b"letter" * 50)
        accounts = Accounts(store, head)
        accounts.register("li", "李敏", "四月的雨三月的风", [Role.CLERK])
        accounts.disable("li", "调离")
    return home.folder, code


@pytest.fixture
def store(used: tuple[Path, str], tmp_path: Path) -> Iterator[Store]:
    shutil.copytree(used[0], tmp_path / "home")
    with opened_by_code(Home(tmp_path / "home"), used[1]) as (store, _):
        yield store


def _file(store: Store) -> closing[Connection]:
    return closing(open_file(store.home.database, file_key(store.data_key)))


def _failing(store: Store) -> list[str]:
    return [found.name for found in check(store) if not found.is_ok]


def test_all_is_well_with_a_home_in_use(store: Store) -> None:
    found = check(store)
    assert [one.name for one in found] == list(CHECKS)
    assert all(one == Check(one.name, one.title, True, "") for one in found)
    assert len({one.title for one in found}) == len(found)


def test_all_is_well_while_another_writes(store: Store) -> None:
    other = Store.open(store.home, store.data_key, store.clock)
    with closing(other), other.act(user_of(other, "wang"), Action.REGISTER_VISIT):
        assert _failing(store) == []


def _sql(*statements: str) -> Breaking:
    """Break it as a strange program would that has the key: no triggers, no references checked."""

    def break_it(_store: Store, file: Connection) -> None:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            file.execute(statement)

    return break_it


def _drop_attachment_content(store: Store, _file: Connection) -> None:
    with closing(open_file(store.home.attachments, file_key(store.data_key))) as attachments:
        attachments.execute("UPDATE content SET data = x'00'")


def _remove_slot(login: str) -> Breaking:
    def break_it(store: Store, _file: Connection) -> None:
        keys = KeyFile.read(store.home.keys)
        keys.remove_user(login)
        keys.write(store.home.keys, store.data_key)

    return break_it


def _add_slot(store: Store, _file: Connection) -> None:
    keys = KeyFile.read(store.home.keys)
    keys.set_password("ghost", "nobody", "四月的雨三月的风", store.data_key)
    keys.write(store.home.keys, store.data_key)


def _remove_recovery_slot(store: Store, _file: Connection) -> None:
    keys = KeyFile.read(store.home.keys)
    keys.slots = [slot for slot in keys.slots if slot["kind"] != "recovery"]
    keys.write(store.home.keys, store.data_key)


def _write_key_file_with_another_key(store: Store, _file: Connection) -> None:
    keys = KeyFile.read(store.home.keys)
    store.home.keys.unlink()
    keys.write(store.home.keys, bytes(32))


def _damage_a_page(store: Store, file: Connection) -> None:
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    _damage(store, file, "draft")


def _damage(store: Store, file: Connection, table: str) -> None:
    query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    (page,) = file.execute(query, (table,)).fetchone()
    with store.home.database.open("r+b") as disk:
        disk.seek(4096 * (page - 1) + 2000)
        disk.write(b"damaged!")


def _break_a_tree(_store: Store, file: Connection) -> None:
    file.execute("PRAGMA writable_schema=ON")
    file.execute("DELETE FROM sqlite_master WHERE name = 'ix_user_role_user_id'")


@pytest.mark.parametrize(
    ("breaking", "name", "detail"),
    [
        (_sql("PRAGMA user_version = 99"), "schema", "99"),
        (_damage_a_page, "pages", "liaison.db: 1"),
        (_break_a_tree, "trees", None),
        (_sql("UPDATE user_role SET user_id = 999 WHERE position = 0"), "references", None),
        (_sql(), "triggers", None),
        (_write_key_file_with_another_key, "key_file", "key_file_changed"),
        (_remove_recovery_slot, "key_file", "slots"),
        (_remove_slot("wang"), "accounts", "1"),
        (_add_slot, "accounts", "1"),
        (_sql("UPDATE user SET disabled_at = NULL"), "accounts", "1"),
        (_sql("UPDATE audit_entry SET roles = 'head' WHERE id = 3"), "audit_chain", "3"),
        (_sql("DELETE FROM audit_entry WHERE id = 2"), "audit_chain", "3"),
        (_drop_attachment_content, "attachments", "1"),
        (_sql("UPDATE attachment SET record_uid = x'00'"), "attached_records", None),
        (_sql("UPDATE attachment SET record_kind = 'letter'"), "attached_records", "1"),
        (_sql("INSERT INTO outbox (kind, uid) VALUES ('visit', x'07')"), "outbox", None),
        (_sql("DELETE FROM matter WHERE id = 1"), "matters", "1"),
        (_sql("UPDATE visit SET number = 'QHJD-L-2026-0009-9' WHERE id = 1"), "numbers", "1"),
        (_sql("UPDATE numbering SET last = 1"), "numbers", "2"),
        (_sql("UPDATE consultation SET number = replace(number, 'K', 'L')"), "numbers", "1"),
        (_sql("UPDATE numbering SET last = 0 WHERE kind = 'K'"), "numbers", "1"),
        (_sql("UPDATE visit SET incarnation = 2 WHERE id = 1"), "incarnations", "1"),
    ],
)
def test_each_check_finds_what_was_broken(
    store: Store, breaking: Breaking, name: str, detail: str | None
) -> None:
    with _file(store) as file:
        breaking(store, file)
    found = {one.name: one for one in check(store)}
    assert not found[name].is_ok
    assert detail is None or found[name].detail == detail
    assert found[name].detail


def test_a_page_that_the_log_will_heal_is_no_damage(store: Store) -> None:
    with _file(store) as file:
        file.execute("UPDATE numbering SET last = last + 1")
        _damage(store, file, "numbering")
        assert _failing(store) == []


def test_a_driver_with_other_settings_is_found(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    pragmas = ("journal_mode=WAL", "synchronous=NORMAL")
    monkeypatch.setattr("liaison_desktop.store.driver.PRAGMAS", pragmas)
    found = next(one for one in check(store) if one.name == "settings")
    assert not found.is_ok
    assert "synchronous" in found.detail


def test_a_check_that_cannot_run_is_not_ok(store: Store) -> None:
    store.home.attachments.unlink()
    unable = {"settings", "pages", "trees", "references", "attachments"}
    assert unable <= set(_failing(store))


def test_a_check_changes_nothing(store: Store) -> None:
    files = (store.home.database, store.home.attachments, store.home.keys)
    check(store)
    before = [path.read_bytes() for path in files]
    check(store)
    assert [path.read_bytes() for path in files] == before


def test_what_a_check_says_names_no_person(store: Store) -> None:
    with _file(store) as file:
        _sql("DELETE FROM matter", "UPDATE visit SET number = '李桂芳' || id")(store, file)
    details = " ".join(one.detail for one in check(store))
    assert "李桂芳" not in details
    assert "wang" not in details
