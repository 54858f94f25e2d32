"""The list of the machine's fonts: found in the user's folder, kept, and read again on a change."""

import json
import os
import sys
from pathlib import Path

import pytest

from liaison_desktop.documents import system_fonts
from liaison_desktop.documents.system_fonts import find_faces
from tests.documents.tiny_font import build_collection, build_font

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the user's folder is another")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the user's font folder of a machine that has no others."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("PATH", "")
    ours = tmp_path / "data" / "fonts"
    ours.mkdir(parents=True)
    monkeypatch.setattr(system_fonts, "_folders", lambda: [ours])
    return ours


def names(cache: Path) -> list[str]:
    return [face.names for face in find_faces(cache)]


def test_faces_are_listed_by_their_names_and_the_file(folder, tmp_path):
    (folder / "SimFang.TTF").write_bytes(build_font("人", "仿宋"))
    (folder / "notes.txt").write_bytes(b"no font")

    [face] = find_faces(tmp_path / "fonts.json")
    assert (face.path, face.index) == (str(folder / "SimFang.TTF"), 0)
    assert face.names == "仿宋 | simfang"


def test_every_face_of_a_collection_is_listed(folder, tmp_path):
    fonts = [build_font("人", "甲体"), build_font("人", "乙体")]
    (folder / "both.ttc").write_bytes(build_collection(fonts))

    faces = find_faces(tmp_path / "fonts.json")
    assert [(face.index, face.names) for face in faces] == [(0, "甲体 | both"), (1, "乙体 | both")]


@pytest.mark.parametrize("data", [b"", b"ttcf\0\1\0\0\0\0\0\3", b"not a font, but long enough"])
def test_a_broken_file_is_left_out(data, folder, tmp_path):
    (folder / "a.ttf").write_bytes(data)
    (folder / "b.ttf").write_bytes(build_font("人", "好体"))

    assert names(tmp_path / "fonts.json") == ["好体 | b"]


def test_the_list_is_kept_until_a_folder_changes(folder, tmp_path):
    cache = tmp_path / "kept" / "fonts.json"
    (folder / "a.ttf").write_bytes(build_font("人", "甲体"))
    assert names(cache) == ["甲体 | a"]
    kept = json.loads(cache.read_text("utf-8"))
    kept["faces"][0]["names"] = "from the kept list"
    cache.write_text(json.dumps(kept), "utf-8")
    assert names(cache) == ["from the kept list"]

    (folder / "b.ttf").write_bytes(build_font("人", "乙体"))
    os.utime(folder, ns=(1, 1))
    assert names(cache) == ["甲体 | a", "乙体 | b"]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"state": 3}', "\udcff"])
def test_a_damaged_list_is_made_anew(content, folder, tmp_path):
    cache = tmp_path / "fonts.json"
    (folder / "a.ttf").write_bytes(build_font("人", "甲体"))
    cache.write_bytes(content.encode("utf-8", "surrogateescape"))

    assert names(cache) == ["甲体 | a"]
    assert names(cache) == ["甲体 | a"]


def test_a_list_that_cannot_be_kept_is_no_fault(folder, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    (folder / "a.ttf").write_bytes(build_font("人", "甲体"))

    assert names(tmp_path / "file" / "fonts.json") == ["甲体 | a"]
