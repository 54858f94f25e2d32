"""Which drives are sticks: what the system says of them, and what forbids writing."""

import ctypes
import os
import shutil
from collections import namedtuple
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from liaison_desktop.ui import sticks_linux, sticks_windows
from liaison_desktop.ui.sticks import ROOM_NEEDED, Stick, find_sticks, stick_at
from liaison_desktop.ui.sticks_linux import linux_sticks
from liaison_desktop.ui.sticks_windows import READ_ONLY_VOLUME, REMOVABLE, windows_sticks

USB = "pci0000:00/0000:00:14.0/usb1/1-2/host6/block/sdb"
INSIDE = "pci0000:00/0000:00:17.0/ata1/host0/block/sda"


class Machine:
    """A machine whose /proc and /sys are folders; every mount point is there."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._mounts, self._system = folder / "mountinfo", folder / "sys"
        self._lines: list[str] = []
        (self._system / "class" / "block").mkdir(parents=True)
        free = namedtuple("free", "free")(8 * ROOM_NEEDED)
        monkeypatch.setattr(shutil, "disk_usage", lambda _folder: free)
        monkeypatch.setattr(os, "access", lambda _folder, _how: True)

    def plug_in(self, path: str, partition: str, removable: str = "0", kind: str = "") -> None:
        disk = self._system / "devices" / path
        (disk / partition).mkdir(parents=True)
        (disk / "device").mkdir()
        (disk / "removable").write_text(f"{removable}\n")
        (disk / "device" / "type").write_text(f"{kind}\n")
        (disk / partition / "partition").write_text("1\n")
        (self._system / "class" / "block" / partition).symlink_to(disk / partition)

    def mount(self, device: str, folder: str, options: str = "rw,nosuid", kind: str = "vfat"):
        line = f"40 27 8:17 / {folder} {options} shared:1 - {kind} {device} rw,fmask=0022"
        self._lines.append(line)

    def sticks(self) -> list[Stick]:
        self._mounts.write_text("\n".join(self._lines) + "\n", "utf-8")
        return linux_sticks(self._mounts, self._system)

    def names(self) -> list[str]:
        return [stick.name for stick in self.sticks()]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


def test_a_usb_stick_is_found_where_the_desktop_mounted_it(machine: Machine):
    machine.plug_in(USB, "sdb1", removable="1")
    machine.mount("/dev/sdb1", "/media/wang/联络站\\040备份")

    assert machine.sticks() == [
        Stick(Path("/media/wang/联络站 备份"), "联络站 备份", 8 * ROOM_NEEDED)
    ]


def test_usb_disks_and_cards_are_sticks_wherever_they_are_mounted(machine: Machine):
    machine.plug_in(USB, "sdb1", removable="0")
    machine.plug_in("platform/mmc0/mmc0:aaaa/block/mmcblk0", "mmcblk0p1", kind="SD")
    machine.mount("/dev/sdb1", "/mnt/disk")
    machine.mount("/dev/mmcblk0p1", "/run/media/wang/CARD")

    assert machine.names() == ["CARD", "disk"]


def test_what_belongs_to_the_machine_or_the_network_is_no_stick(machine: Machine):
    machine.plug_in(INSIDE, "sda2")
    machine.plug_in(USB, "sdb1", removable="1")
    machine.plug_in("platform/mmc0/mmc0:aaaa/block/mmcblk0", "mmcblk0p1", kind="MMC")
    machine.mount("/dev/sda2", "/")
    machine.mount("/dev/sda2", "/media/wang/数据", kind="ext4")
    machine.mount("/dev/mmcblk0p1", "/media/wang/eMMC")
    machine.mount("/dev/sdb1", "/boot/efi")
    machine.mount("/dev/sdb1", "/home")
    machine.mount("/dev/sr0", "/media/wang/光盘", kind="iso9660")
    machine.mount("/dev/loop3", "/media/wang/映像", kind="squashfs")
    machine.mount("//server/share", "/media/wang/share", kind="cifs")
    machine.mount("server:/export", "/media/wang/export", kind="nfs")
    machine.mount("tmpfs", "/run/media/x", kind="tmpfs")

    assert machine.names() == []


def test_where_the_kernel_knows_no_disk_the_place_tells(machine: Machine):
    """An encrypted stick is a mapped device, and its disk does not bear the name."""
    machine.mount("/dev/mapper/luks-1", "/run/media/wang/SAFE")
    machine.mount("/dev/mapper/data", "/data")

    assert machine.names() == ["SAFE"]


def test_a_write_protected_stick_is_known(machine: Machine):
    machine.plug_in(USB, "sdb1", removable="1")
    machine.mount("/dev/sdb1", "/media/wang/LOCKED", options="ro,nosuid")

    assert [stick.trouble for stick in machine.sticks()] == ["read_only"]


def test_a_machine_that_says_nothing_has_no_sticks(tmp_path: Path):
    (tmp_path / "mountinfo").write_text("nonsense\n1 2 - x\n")

    assert linux_sticks(tmp_path / "mountinfo", tmp_path) == []
    assert linux_sticks(tmp_path / "none", tmp_path) == []


def test_a_stick_that_is_full_protected_or_gone_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert stick_at(tmp_path, "A", is_protected=True).trouble == "read_only"
    assert stick_at(tmp_path, "A").trouble == ""
    assert stick_at(tmp_path / "gone", "A") is None
    nearly = namedtuple("nearly", "free")(ROOM_NEEDED - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: nearly)
    assert stick_at(tmp_path, "A").trouble == "stick_full"
    monkeypatch.setattr(os, "access", lambda _folder, _how: False)
    assert stick_at(tmp_path, "A").trouble == "read_only"


def test_this_machine_is_asked_without_a_fault(monkeypatch: pytest.MonkeyPatch):
    assert isinstance(find_sticks(), list)
    assert sticks_linux.MOUNTS.name == "mountinfo"


@dataclass
class Kernel:
    """A stand-in for kernel32, with a medium in every drive that has a label."""

    drives: dict[str, tuple[int, str | None, int]]

    def SetThreadErrorMode(self, mode: int, _former: None) -> None:
        assert mode == sticks_windows.SILENT

    def GetLogicalDrives(self) -> int:
        return sum(1 << ord(root[0]) - ord("A") for root in self.drives)

    def GetDriveTypeW(self, root: str) -> int:
        return self.drives[root][0]

    def GetVolumeInformationW(self, root: str, label: Any, *rest: Any) -> bool:
        _, name, flags = self.drives[root]
        ctypes.cast(rest[3], ctypes.POINTER(ctypes.c_uint32)).contents.value = flags
        label.value = name or ""
        return name is not None


def test_removable_drives_of_windows_are_sticks(monkeypatch: pytest.MonkeyPatch):
    free = namedtuple("free", "free")(8 * ROOM_NEEDED)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: free)
    monkeypatch.setattr(os, "access", lambda _folder, _how: True)
    kernel = Kernel(
        {
            "A:\\": (REMOVABLE, "floppy", 0),
            "C:\\": (3, "系统", 0),
            "E:\\": (REMOVABLE, "联络站", 0),
            "F:\\": (REMOVABLE, "", READ_ONLY_VOLUME),
            "G:\\": (REMOVABLE, None, 0),
            "Z:\\": (4, "share", 0),
        }
    )

    found = [(stick.name, stick.trouble) for stick in windows_sticks(kernel)]

    assert found == [("联络站 E:", ""), ("F:", "read_only")]
