"""The font files of this machine, by name: what fontconfig, the registry and the folders know.

Reading the names of some hundred files takes a tenth of a second, so the list is kept in the
user's cache and read again until a font folder has changed. Nothing here runs before a paper or the
preflight asks for it.
"""

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import uharfbuzz as hb
from platformdirs import user_cache_path

SUFFIXES = frozenset({".ttf", ".ttc", ".otf", ".otc"})
_COLLECTION = b"ttcf"
_NAMES = (hb.OTNameIdPredefined.FONT_FAMILY, hb.OTNameIdPredefined.FULL_NAME)
_LANGUAGES = ("zh-cn", "en")
_REGISTRY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
_FORMAT = 1


@dataclass(frozen=True)
class FoundFace:
    """A face on this machine; `names` are its Chinese and English ones and the file's, small."""

    path: str
    index: int
    names: str


def find_faces(cache: Path | None = None) -> list[FoundFace]:
    """Return every face of this machine, in the order of their paths; a broken file is left out."""
    kept = cache or user_cache_path("liaison-desktop", appauthor=False) / "fonts.json"
    state = _folder_state()
    try:
        known = json.loads(kept.read_text("utf-8"))
        if known["state"] == state:
            return [FoundFace(**face) for face in known["faces"]]
    except (OSError, ValueError, KeyError, TypeError):
        pass
    faces = [face for path in _files() for face in _faces_of(path)]
    _keep(kept, {"state": state, "faces": [asdict(face) for face in faces]})
    return faces


def _keep(kept: Path, content: object) -> None:
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    except OSError:
        return  # without a cache the fonts are read again next time


def _folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return [_windows_fonts(), Path(local, "Microsoft", "Windows", "Fonts")]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    shared = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    office = [Path("/opt/kingsoft"), Path("/opt/apps")]
    return [*shared, data / "fonts", home / ".fonts", *office]


def _windows_fonts() -> Path:
    return Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")


def _folder_state() -> list[object]:
    """Return what changes when a font is added or removed anywhere."""
    seen = [
        [folder, _changed_at(folder)] for start in _folders() for folder, _, _ in os.walk(start)
    ]
    return [_FORMAT, *sorted(seen), *sorted(map(str, _registered()))]


def _changed_at(folder: str) -> int:
    try:
        return Path(folder).stat().st_mtime_ns
    except OSError:
        return 0


def _files() -> list[Path]:
    walked = (
        Path(folder, name)
        for start in _folders()
        for folder, _, names in os.walk(start)
        for name in names
    )
    found = {path.resolve() for path in [*walked, *_registered(), *_configured()]}
    return sorted(path for path in found if path.suffix.lower() in SUFFIXES and path.is_file())


def _configured() -> list[Path]:
    """Return what fontconfig lists, on systems that have it."""
    if sys.platform == "win32":
        return []
    try:
        listed = subprocess.run(
            ["fc-list", "--format", "%{file}\n"],  # noqa: S607 - found on the PATH of the user
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return [Path(line) for line in listed.stdout.splitlines() if line]


def _registered() -> list[Path]:
    """Return what the Windows registry lists, for the machine and for the user."""
    found: list[Path] = []
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            with suppress(OSError), winreg.OpenKey(root, _REGISTRY) as key:
                count = winreg.QueryInfoKey(key)[1]
                names = [str(winreg.EnumValue(key, place)[1]) for place in range(count)]
                found += [_windows_fonts() / name for name in names]
    return found


def _faces_of(path: Path) -> list[FoundFace]:
    try:
        blob = hb.Blob.from_file_path(str(path))
        faces = [(index, hb.Face(blob, index)) for index in range(_count(path))]
        return [
            FoundFace(str(path), index, _names(face, path))
            for index, face in faces
            if face.glyph_count
        ]
    except (OSError, ValueError, RuntimeError, hb.HarfBuzzError):
        return []


def _count(path: Path) -> int:
    with path.open("rb") as file:
        head = file.read(12)
    return int.from_bytes(head[8:12], "big") if head[:4] == _COLLECTION else 1


def _names(face: hb.Face, path: Path) -> str:
    found = {
        name for kind in _NAMES for tongue in _LANGUAGES if (name := face.get_name(kind, tongue))
    }
    return " | ".join([*sorted(found), path.stem]).lower()
