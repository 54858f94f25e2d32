import os
import stat
from pathlib import Path

import pytest

from liaison_desktop.model.faults import Unusable
from liaison_desktop.store.whole_file import write_whole
from tests.store.failing_disk import fail_calls


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "名单.json"
    write_whole(target, b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows inherits its access lists")
def test_a_file_is_for_its_owner_alone_unless_the_folder_is_a_groups(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    write_whole(tmp_path / "own", b"x")
    tmp_path.chmod(0o2770)
    write_whole(tmp_path / "shared", b"x")
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("own", "shared")]
    assert modes == [0o600, 0o660]


@pytest.mark.parametrize(
    ("number", "code"), [(28, "disk_full"), (30, "read_only"), (13, "read_only"), (5, "disk_error")]
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: str
) -> None:
    target = tmp_path / "keys.json"
    write_whole(target, b"old")
    fail_calls(monkeypatch, call, number)
    with pytest.raises(Unusable) as caught:
        write_whole(target, b"new")
    assert caught.value.code == code
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_a_fault_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        write_whole(tmp_path / "gone" / "file", b"x")
