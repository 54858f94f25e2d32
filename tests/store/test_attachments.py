import hashlib
import threading
from contextlib import closing

import pytest
from sqlalchemy import func, select

from liaison_desktop.model import attachment as limits
from liaison_desktop.model.attachment import Attachment
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import NotAllowed, NotSaved, Refused, Unusable
from liaison_desktop.model.fields import Reach
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import Role
from liaison_desktop.store import attachments
from liaison_desktop.store.attachments import AttachmentFile
from liaison_desktop.store.driver import Connection, open_file
from liaison_desktop.store.homes import Home, file_key
from liaison_desktop.store.store import Store
from tests.builders import a_visit
from tests.store.a_home import DATA_KEY, a_user, register

SCAN = b"%PDF-1.7 a scanned letter of Li Guifang" * 100


@pytest.fixture
def visit(store: Store, clerk: User) -> Visit:
    return register(store, clerk, a_visit())


@pytest.fixture
def file(store: Store) -> AttachmentFile:
    return AttachmentFile(store)


def _opened(home: Home) -> Connection:
    return open_file(home.attachments, file_key(DATA_KEY))


def _contents(home: Home) -> list[tuple[str, int]]:
    with closing(_opened(home)) as connection:
        return connection.execute("SELECT sha256, size FROM content").fetchall()


def _rows(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(Attachment)) or 0


def test_what_was_put_in_comes_back_exactly(
    file: AttachmentFile, clerk: User, visit: Visit
) -> None:
    attachment = file.add(clerk, visit, "来信.PDF", SCAN, Reach.COUNTY)
    assert (attachment.record_kind, attachment.record_uid) == ("visit", visit.uid)
    assert (attachment.size, attachment.media_type) == (len(SCAN), "application/pdf")
    assert (attachment.reach, attachment.rev) == (Reach.COUNTY, 1)
    assert file.load(attachment) == SCAN
    assert [found.name for found in file.find(visit)] == ["来信.PDF"]


def test_nothing_of_it_stands_in_clear(
    file: AttachmentFile, clerk: User, visit: Visit, home: Home
) -> None:
    file.add(clerk, visit, "来信.pdf", SCAN)
    for path in home.folder.rglob("*"):
        if path.is_file():
            assert b"Li Guifang" not in path.read_bytes()


def test_the_same_content_lies_there_once(
    file: AttachmentFile, clerk: User, visit: Visit, home: Home, store: Store
) -> None:
    first = file.add(clerk, visit, "一.pdf", SCAN)
    second = file.add(clerk, visit, "二.pdf", SCAN)
    assert _contents(home) == [(first.sha256, len(SCAN))]
    assert file.load(first) == file.load(second) == SCAN
    assert _rows(store) == 2


def test_limits_are_twenty_and_two_hundred_megabytes() -> None:
    assert (limits.MOST_BYTES, limits.MOST_BYTES_OF_A_RECORD) == (20 << 20, 200 << 20)


@pytest.mark.parametrize(("size", "code"), [(0, "file_empty"), (10, None), (11, "file_too_large")])
def test_a_file_of_no_bytes_or_too_many_is_refused(
    file: AttachmentFile,
    clerk: User,
    visit: Visit,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    size: int,
    code: str | None,
) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES", 10)
    if code is None:
        assert file.add(clerk, visit, "a.jpg", bytes(size)).size == size
        return
    with pytest.raises(Refused) as caught:
        file.add(clerk, visit, "a.jpg", bytes(size))
    assert caught.value.code == code
    assert _rows(store) == 0


def test_a_record_takes_no_more_than_its_sum_and_its_neighbour_is_not_counted(
    file: AttachmentFile,
    clerk: User,
    visit: Visit,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES_OF_A_RECORD", 25)
    neighbour = register(store, clerk, a_visit())
    for letter in b"ab":
        file.add(clerk, visit, "a.jpg", bytes([letter]) * 10)
    file.add(clerk, neighbour, "b.jpg", b"n" * 25)
    with pytest.raises(Refused) as caught:
        file.add(clerk, visit, "c.jpg", b"c" * 6)
    assert caught.value.code == "record_too_large"
    file.add(clerk, visit, "c.jpg", b"c" * 5)
    assert len(file.find(visit)) == 3


@pytest.mark.parametrize("name", ["", "  ", "长" * 121, "a\x00b.jpg", "a\ud800.jpg", "a\nb.jpg"])
def test_a_name_that_cannot_be_kept_is_refused(
    file: AttachmentFile, clerk: User, visit: Visit, store: Store, name: str
) -> None:
    with pytest.raises(NotSaved):
        file.add(clerk, visit, name, SCAN)
    assert _rows(store) == 0


@pytest.mark.parametrize("name", ["../../etc/passwd", "CON", "C:\\a.jpg", "x.jpg:stream"])
def test_a_name_is_only_a_name_and_never_a_path(
    file: AttachmentFile, clerk: User, visit: Visit, home: Home, name: str
) -> None:
    before = {path.name for path in home.folder.rglob("*")}
    assert file.add(clerk, visit, name, SCAN).name == name
    after = {path.name for path in home.folder.rglob("*")}
    assert {n for n in after - before if not n.endswith(("-wal", "-shm"))} == set()


def test_one_who_may_not_attaches_nothing(
    file: AttachmentFile, store: Store, head: User, visit: Visit, home: Home
) -> None:
    auditor = a_user("sun", Role.AUDITOR)
    with store.act(head, Action.REGISTER_USER, auditor) as session:
        session.add(auditor)
    with pytest.raises(NotAllowed):
        file.add(auditor, visit, "a.jpg", SCAN)
    assert file.load_content(hashlib.sha256(SCAN).hexdigest()) is None


def test_bytes_without_a_record_do_no_harm(
    file: AttachmentFile, clerk: User, visit: Visit, store: Store, home: Home
) -> None:
    digest = file.put(SCAN)
    assert file.find(visit) == []
    assert file.add(clerk, visit, "a.jpg", SCAN).sha256 == digest
    assert len(_contents(home)) == 1


def test_bytes_are_there_before_the_record_that_names_them(
    file: AttachmentFile,
    clerk: User,
    visit: Visit,
    store: Store,
    home: Home,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_arguments: object) -> None:
        raise Unusable("disk_full")

    monkeypatch.setattr("liaison_desktop.store.acts.audit", fail)
    with pytest.raises(Unusable):
        file.add(clerk, visit, "a.jpg", SCAN)
    assert _rows(store) == 0
    assert len(_contents(home)) == 1


def test_other_bytes_under_a_hash_are_noticed_and_healed_by_putting_them_again(
    file: AttachmentFile, clerk: User, visit: Visit, home: Home
) -> None:
    attachment = file.add(clerk, visit, "a.jpg", SCAN)
    with closing(_opened(home)) as connection:
        connection.execute("UPDATE content SET data = ?", (SCAN + b"x",))
    with pytest.raises(Unusable) as caught:
        file.load(attachment)
    assert caught.value.code == "attachment_damaged"
    assert file.count_bad([attachment.sha256]) == 1
    file.put(SCAN)
    assert file.load(attachment) == SCAN
    assert file.count_bad([attachment.sha256]) == 0


def test_missing_bytes_and_a_missing_file_are_said(
    file: AttachmentFile, clerk: User, visit: Visit, home: Home
) -> None:
    attachment = file.add(clerk, visit, "a.jpg", SCAN)
    with closing(_opened(home)) as connection:
        connection.execute("DELETE FROM content")
    with pytest.raises(Unusable) as caught:
        file.load(attachment)
    assert caught.value.code == "attachment_missing"
    home.attachments.unlink()
    with pytest.raises(Unusable) as caught:
        file.load(attachment)
    assert caught.value.code == "file_missing"


def test_a_damaged_file_is_said(
    file: AttachmentFile, clerk: User, visit: Visit, home: Home
) -> None:
    attachment = file.add(clerk, visit, "a.jpg", SCAN)
    whole = home.attachments.read_bytes()
    home.attachments.write_bytes(whole[:5000] + b"damaged!" + whole[5008:])
    with pytest.raises(Unusable) as caught:
        file.load(attachment)
    assert caught.value.code == "damaged"


def test_two_may_put_at_once(store: Store) -> None:
    faults: list[BaseException] = []

    def put(letter: bytes) -> None:
        try:
            for n in range(20):
                AttachmentFile(store).put(letter * (n + 1))
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=put, args=(letter,)) for letter in (b"a", b"b", b"a")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(_contents(store.home)) == 40
