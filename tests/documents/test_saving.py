"""A paper is on the disk whole and private, or not at all."""

import errno
import stat

import pytest

from liaison_desktop.documents.saving import save
from liaison_desktop.model.faults import Unusable
from tests.store.failing_disk import fail_calls

FAULTS = [
    (errno.ENOSPC, "disk_full"),
    (errno.EDQUOT, "disk_full"),
    (errno.EROFS, "read_only"),
    (errno.EACCES, "read_only"),
    (errno.EIO, "disk_error"),
]


def test_the_file_is_for_its_owner_alone(tmp_path):
    save(tmp_path / "a.pdf", b"%PDF")

    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF"
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize(("number", "code"), FAULTS)
@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_disk_that_fails_leaves_nothing_and_says_why(call, number, code, tmp_path, monkeypatch):
    target = tmp_path / "a.pdf"
    with monkeypatch.context() as disk:
        calls = fail_calls(disk, call, number)
        with pytest.raises(Unusable) as refused:
            save(target, b"%PDF")

    assert calls == [1]
    assert (refused.value.code, refused.value.path) == (code, str(target))
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_old_file_as_it_was(tmp_path, monkeypatch):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    fail_calls(monkeypatch, "fsync", errno.ENOSPC)

    with pytest.raises(Unusable):
        save(target, b"new")

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("place", ["no/a.pdf", "file/a.pdf"])
def test_a_folder_that_is_not_there_is_named_so(place, tmp_path):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(Unusable) as refused:
        save(tmp_path / place, b"%PDF")

    assert refused.value.code == "folder_missing"
