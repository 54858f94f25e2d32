"""Sticks on Linux: what the kernel says is mounted, and whether its disk can be pulled out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from liaison_desktop.ui.sticks import Stick, stick_at

MOUNTS = Path("/proc/self/mountinfo")
SYSTEM = Path("/sys")
PLUGGED_IN = ("/media/", "/run/media/")
"""Where a desktop mounts what a person plugs in; believed only where /sys knows no disk."""

_DISCS = re.compile(r"/dev/(sr|scd|fd|loop|zram|ram)\d")
_OF_THE_SYSTEM = re.compile(r"/(boot|efi|etc|home|opt|root|srv|snap|tmp|usr|var)?(/|$)")


@dataclass(frozen=True)
class Mount:
    """One line of mountinfo: a device of this machine, and where it is mounted."""

    device: str
    folder: str
    is_protected: bool


def linux_sticks(mounts: Path = MOUNTS, system: Path = SYSTEM) -> list[Stick]:
    """Return what is mounted and can be pulled out, by name, each device once."""
    found = {mount.device: mount for mount in _mounts(mounts) if _is_stick(mount, system)}
    sticks = (_stick(mount) for mount in found.values())
    return sorted((stick for stick in sticks if stick is not None), key=lambda one: one.name)


def _stick(mount: Mount) -> Stick | None:
    folder = Path(mount.folder)
    return stick_at(folder, folder.name, is_protected=mount.is_protected)


def _mounts(path: Path) -> Iterator[Mount]:
    """Give each mount of a local device; the fields are described in proc(5)."""
    try:
        lines = path.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return
    for line in lines:
        own, _, of_system = line.partition(" - ")
        fields, rest = own.split(" "), of_system.split(" ")
        if len(fields) < 6 or len(rest) < 3 or not rest[1].startswith("/dev/"):
            continue
        options = {*fields[5].split(","), *rest[2].split(",")}
        yield Mount(_plain(rest[1]), _plain(fields[4]), "ro" in options)


def _plain(field: str) -> str:
    """Return a field of mountinfo with its spaces again; they are written as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), field)


def _is_stick(mount: Mount, system: Path) -> bool:
    is_media = mount.folder.startswith(PLUGGED_IN)
    if _DISCS.match(mount.device):
        return False
    if not is_media and _OF_THE_SYSTEM.match(mount.folder):
        return False
    device = system / "class" / "block" / mount.device.rsplit("/", 1)[-1]
    if not device.exists():
        return is_media
    return _can_be_pulled_out(device.resolve())


def _can_be_pulled_out(device: Path) -> bool:
    """Return whether a disk is on USB, a card in a slot, or says so itself (a partition's disk)."""
    disk = device.parent if (device / "partition").exists() else device
    if "/usb" in disk.as_posix():
        return True
    return _says(disk / "removable", "1") or _says(disk / "device" / "type", "SD")


def _says(path: Path, word: str) -> bool:
    try:
        return path.read_text("ascii").strip() == word
    except (OSError, UnicodeError):
        return False
