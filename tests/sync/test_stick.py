"""The stick: whole and read back under the final name, or not there at all."""

import errno
import hashlib
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from liaison_desktop.model.faults import Fault, PackageRefused, Unusable
from liaison_desktop.sync import disk
from liaison_desktop.sync.stick import (
    MAX_NAMESAKES,
    card_name,
    package_name,
    packages_on,
    sweep,
    write_file,
    write_to_stick,
)
from tests.sync.parcels import a_unit_line, refusal_of, seal

DAY = date(2026, 11, 23)
NAME = "上报_清河街道_2026-11-23_第17批.liaison"
CONTENT = bytes(range(256)) * 400


def put(part: Path) -> int:
    return part.write_bytes(CONTENT)


def code_of(folder: Path, write: Callable[[Path], object] = put) -> str:
    try:
        write_to_stick(folder, NAME, write)
    except Fault as fault:
        return fault.code
    return "written"


def test_a_package_is_written_whole_under_its_name(tmp_path: Path) -> None:
    path, sealed = write_to_stick(tmp_path, NAME, lambda part: seal(part, [a_unit_line()]))
    assert path == tmp_path / NAME
    assert hashlib.sha256(path.read_bytes()).hexdigest() == sealed.digest
    assert refusal_of(path) is None
    assert os.listdir(tmp_path) == [NAME]


def test_until_it_is_whole_it_is_called_part(tmp_path: Path) -> None:
    seen: list[str] = []

    def write(part: Path) -> None:
        part.write_bytes(CONTENT)
        seen.extend(os.listdir(tmp_path))

    write_to_stick(tmp_path, NAME, write)
    assert seen == [NAME + ".part"]


def test_it_is_flushed_dropped_and_read_back_before_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    for name, of in (("fsync", os), ("rename", os), ("drop_cache", disk), ("digest_of", disk)):
        real = getattr(of, name)

        def step(
            *arguments: object, name: str = name, real: Callable[..., object] = real
        ) -> object:
            steps.append(name)
            return real(*arguments)

        monkeypatch.setattr(of, name, step)
    write_to_stick(tmp_path, NAME, put, lambda: steps.append("reading back"))
    assert steps == [
        "reading back",
        "fsync",
        "digest_of",
        "drop_cache",
        "digest_of",
        "rename",
        "fsync",
    ]


def test_a_stick_that_gives_back_other_bytes_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick with less room than it claims keeps the length and loses the bytes."""

    def forget(descriptor: int) -> None:
        os.pwrite(descriptor, bytes(4096), 8192)

    monkeypatch.setattr(disk, "drop_cache", forget)
    assert code_of(tmp_path) == "stick_damaged"
    assert os.listdir(tmp_path) == []


CALLS = {
    "open": ["ENOSPC", "EROFS", "EIO", "ENODEV"],
    "fsync": ["ENOSPC", "EDQUOT", "EIO", "ENODEV"],
    "rename": ["ENOSPC", "EROFS", "EIO", "ENXIO"],
    "scandir": ["EIO", "ENODEV"],
}
CODES = {
    "ENOSPC": "stick_full",
    "EDQUOT": "stick_full",
    "EROFS": "read_only",
    "EIO": "disk_error",
    "ENODEV": "stick_gone",
    "ENXIO": "stick_gone",
}


@pytest.mark.parametrize(
    ("call", "kind"), [(call, kind) for call, kinds in CALLS.items() for kind in kinds]
)
def test_wherever_the_disk_fails_nothing_bears_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, kind: str
) -> None:
    """The n-th call fails, for every n there is; os.open is that of syncing the folder."""
    real = getattr(os, call)
    for nth in range(1, 10):
        calls: list[int] = []

        def fail(*arguments: object, calls: list[int] = calls, nth: int = nth) -> object:
            calls.append(1)
            if len(calls) == nth:
                raise OSError(getattr(errno, kind), "")
            return real(*arguments)

        monkeypatch.setattr(os, call, fail)
        code = code_of(tmp_path)
        monkeypatch.setattr(os, call, real)
        if len(calls) < nth:
            assert code == "written"
            assert nth > 1
            return
        assert code == CODES[kind]
        assert os.listdir(tmp_path) == []
    pytest.fail("more calls than thought")


def test_a_failure_of_the_writer_leaves_nothing(tmp_path: Path) -> None:
    def refuse(part: Path) -> None:
        part.write_bytes(CONTENT)
        raise PackageRefused("bad_record")

    def interrupt(part: Path) -> None:
        part.write_bytes(CONTENT)
        raise KeyboardInterrupt

    assert code_of(tmp_path, refuse) == "bad_record"
    with pytest.raises(KeyboardInterrupt):
        code_of(tmp_path, interrupt)
    assert os.listdir(tmp_path) == []


def test_a_stick_pulled_out_while_writing_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def pull(part: Path) -> None:
        part.write_bytes(CONTENT)
        shutil.rmtree(folder)

    assert code_of(folder, pull) == "stick_gone"
    assert code_of(folder) == "stick_gone"
    assert not folder.exists()


def test_a_file_is_no_stick(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert code_of(tmp_path / "file") == "stick_gone"


REAL_STICK = """
mount -t tmpfs -o size=256k none "$1" && cd "$1" &&
case "$2" in full) head -c 250000 /dev/zero > other ;; esac
case "$2" in protected) mount -o remount,ro none "$1" ;; esac
"$3" -c '
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from liaison_desktop.model.faults import Fault
from liaison_desktop.sync.stick import write_to_stick
try:
    write_to_stick(Path.cwd(), "a.liaison", lambda part: part.write_bytes(bytes(100_000)))
except Fault as fault:
    print(fault.code, end=" ")
else:
    print("written", end=" ")
print(*sorted(os.listdir()))
' "$4"
"""


@pytest.mark.skipif(not shutil.which("unshare"), reason="mounts a file system of its own")
@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("sound", "written a.liaison"),
        ("full", "stick_full other"),
        ("protected", "read_only"),
    ],
)
def test_a_real_stick_full_or_write_protected(tmp_path: Path, state: str, expected: str) -> None:
    root = Path(__file__).parents[2]
    arguments = ["unshare", "-rm", "sh", "-c", REAL_STICK, "sh", tmp_path, state]
    made = subprocess.run(
        [*arguments, sys.executable, root], capture_output=True, text=True, check=False
    )
    if not made.stdout and ("unshare:" in made.stderr or "mount:" in made.stderr):
        pytest.skip("this system lets nobody mount")
    assert made.stdout.strip() == expected, made.stderr


KILLED = """
import hashlib, os, sys
from itertools import count
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from liaison_desktop.sync.stick import write_to_stick

def write(part):
    with part.open("xb", buffering=0) as file:
        body = os.urandom(65536)
        for _ in range(8):
            file.write(body)
        file.write(hashlib.sha256(body * 8).digest())

for n in count():
    write_to_stick(Path(sys.argv[1]), f"{n}.liaison", write)
    print(n, flush=True)
"""


def test_killed_while_writing_it_leaves_nothing_half_under_a_name(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - moments to kill at, not keys
    root = Path(__file__).parents[2]
    whole = parts = 0
    for turn in range(12):
        folder = tmp_path / str(turn)
        folder.mkdir()
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, folder, root], stdout=subprocess.PIPE
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.random() * 0.03)
            writer.kill()
        for path in folder.iterdir():
            data = path.read_bytes()
            if path.name.endswith(".part"):
                parts += 1
                continue
            whole += 1
            assert hashlib.sha256(data[:-32]).digest() == data[-32:]
        sweep(folder)
        assert not list(folder.glob("*.part"))
    assert whole >= 12
    assert parts >= 1


def test_leftovers_of_ours_are_swept_and_nothing_else(tmp_path: Path) -> None:
    keep = ["a.part", "a.liaison", "notes.txt", "上报.liaison.part.txt"]
    for name in [*keep, "上报_x.liaison.part", "y.liaison.part"]:
        (tmp_path / name).write_text("x")
    (tmp_path / "folder.liaison.part").mkdir()
    assert sweep(tmp_path) == 2
    assert sorted(os.listdir(tmp_path)) == sorted([*keep, "folder.liaison.part"])


def test_a_leftover_does_not_stand_in_the_way(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(b"half")
    assert code_of(tmp_path) == "written"
    assert (tmp_path / NAME).read_bytes() == CONTENT
    assert os.listdir(tmp_path) == [NAME]


def test_the_same_file_again_is_the_same_file(tmp_path: Path) -> None:
    for _ in range(2):
        path, _ = write_to_stick(tmp_path, NAME, put)
        assert path == tmp_path / NAME
    assert os.listdir(tmp_path) == [NAME]


def test_a_file_of_that_name_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"another's")
    path, _ = write_to_stick(tmp_path, NAME, put)
    assert path.name == "上报_清河街道_2026-11-23_第17批-2.liaison"
    assert path.read_bytes() == CONTENT
    assert (tmp_path / NAME).read_bytes() == b"another's"
    again, _ = write_to_stick(tmp_path, NAME, put)
    assert again == path
    assert len(os.listdir(tmp_path)) == 2


def test_after_many_of_one_name_it_is_said(tmp_path: Path) -> None:
    for _ in range(MAX_NAMESAKES):
        write_to_stick(tmp_path, "a.liaison", lambda part: part.write_bytes(os.urandom(8)))
    with pytest.raises(Unusable, match="name_taken"):
        write_to_stick(tmp_path, "a.liaison", lambda part: part.write_bytes(os.urandom(8)))
    assert len(os.listdir(tmp_path)) == MAX_NAMESAKES


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_on_the_stick_leads_nowhere(tmp_path: Path) -> None:
    """Neither under the final name nor under that of the part is another's file reached."""
    mine, stick = tmp_path / "mine", tmp_path / "stick"
    stick.mkdir()
    mine.write_bytes(CONTENT)
    (stick / NAME).symlink_to(mine)
    path, _ = write_to_stick(stick, NAME, put)
    assert path.name != NAME
    (stick / f"{NAME}.part").symlink_to(mine)
    with pytest.raises(Unusable, match="name_taken"):
        write_to_stick(stick, NAME, lambda part: part.write_bytes(b"x"))
    assert mine.read_bytes() == CONTENT
    assert (stick / f"{NAME}.part").is_symlink()


@pytest.mark.parametrize("name", ["", "a/b", "../a", "/etc/passwd", ".", ".."])
def test_a_name_is_no_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        write_to_stick(tmp_path, name, lambda part: part.write_bytes(b"x"))


def test_a_small_file_is_never_written_over_either(tmp_path: Path) -> None:
    write_file(tmp_path / "card", b"one")
    write_file(tmp_path / "card", b"one")
    with pytest.raises(Unusable, match="name_taken") as fault:
        write_file(tmp_path / "card", b"two")
    assert fault.value.path == str(tmp_path / "card")
    assert (tmp_path / "card").read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["card"]


def test_a_package_has_a_name_that_a_person_can_find() -> None:
    assert package_name("清河街道人大代表联络站", DAY, 17) == NAME
    assert package_name("清河街道", DAY, 17) == NAME
    assert card_name("清河街道人大代表联络站") == "站点卡_清河街道.liaison-card"


@pytest.mark.parametrize(
    "station",
    [
        "",
        "人大代表联络站",
        "../../etc",
        "C:\\CON",
        'a<b>:"|?*/b',
        "\u202e街道\u2066",
        "街 道\n\0",
        "𬱖街道😀",
        "㛃" * 60,
        "é" * 60,
        ".. .",
        "-",
    ],
)
def test_a_name_is_one_that_every_file_system_holds(tmp_path: Path, station: str) -> None:
    name = package_name(station, DAY, 10**9)
    assert len(f"{name}.part".encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*\0\n \u202e\u2066')
    assert all(ord(letter) < 0x10000 for letter in name)
    assert name.startswith("上报_")
    assert "__" not in name
    path, _ = write_to_stick(tmp_path, name, lambda part: part.write_bytes(b"x"))
    assert path.name == name


def test_packages_are_found_in_their_order(tmp_path: Path) -> None:
    for sequence in (17, 2, 100):
        (tmp_path / package_name("清河街道", DAY, sequence)).touch()
    for name in ("a.part", "b.liaison.part", "._x.liaison", "c.pdf", "改名.liaison"):
        (tmp_path / name).touch()
    (tmp_path / "folder.liaison").mkdir()
    found = [path.name for path in packages_on(tmp_path)]
    assert found == [
        *(f"上报_清河街道_2026-11-23_第{n}批.liaison" for n in (2, 17, 100)),
        "改名.liaison",
    ]
    with pytest.raises(Unusable, match="stick_gone"):
        packages_on(tmp_path / "none")
