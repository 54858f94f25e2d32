"""The part of a face that is embedded has every glyph that it was asked for."""

from pathlib import Path

import pytest

from liaison_desktop.documents.faces import Face
from liaison_desktop.documents.subsetting import subset
from tests.documents.tiny_font import build_font

LETTERS = "ABCDEFGH"


def a_face(folder: Path, *, is_cff: bool = False) -> Face:
    path = folder / "tiny.ttf"
    path.write_bytes(build_font(LETTERS, "Tiny", is_cff=is_cff))
    return Face(path)


def place_of(places: bytes, glyph: int) -> int:
    return int.from_bytes(places[2 * glyph : 2 * glyph + 2], "big")


@pytest.mark.parametrize(
    "glyphs",
    [((2, "B"), (5, "E")), ((2, "A"), (5, "D")), ((8, "H"),), ((0, ""), (3, "C"))],
    ids=["by characters", "another text behind a glyph", "the last one", "none at all"],
)
def test_each_glyph_has_a_place_of_its_own(glyphs, tmp_path):
    places = subset(a_face(tmp_path), glyphs).cid_to_glyph
    found = [place_of(places, glyph) for glyph, _ in glyphs if glyph]

    assert all(found)
    assert len(set(found)) == len(found)


def test_glyphs_with_names_keep_their_numbers(tmp_path):
    program = subset(a_face(tmp_path, is_cff=True), ((5, "E"),))

    assert program.cid_to_glyph is None
    assert len(program.data) > 50


def test_what_was_asked_for_twice_is_made_once(tmp_path):
    face = a_face(tmp_path)

    assert subset(face, ((2, "B"),)) is subset(face, ((2, "B"),))
    assert subset(face, ((2, "B"),)).packed
