"""Which face sets which character: the machine's official faces, ours, and any that has it."""

from pathlib import Path

import pypdf
import pytest

from liaison_desktop.documents.faces import Face
from liaison_desktop.documents.fonts import Fonts, ReplacedFont
from liaison_desktop.documents.glyphs import GETA, Stack
from liaison_desktop.documents.paragraph import Paragraph, Style
from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.system_fonts import FoundFace
from liaison_desktop.model.faults import Unusable
from tests.builders import NOON
from tests.documents.papers import by_pdfium, by_pypdf, picture
from tests.documents.tiny_font import ADVANCE, EM, build_collection, build_font, symbol_cmap

PROBE = "人民代表大会联络站接待登记"
NOWHERE = "\U000323af"
RESTRICTED = 0x0002


def found(folder: Path, name: str, data: bytes, index: int = 0) -> FoundFace:
    path = folder / f"{name}.ttf"
    path.write_bytes(data)
    return FoundFace(str(path), index, name)


def test_without_official_faces_ours_stand_in_and_it_is_said():
    fonts = Fonts([])

    assert fonts.replaced() == [
        ReplacedFont("fang", "仿宋", "宋体"),
        ReplacedFont("kai", "楷体", "宋体"),
        ReplacedFont("xbs", "小标宋", "宋体"),
    ]
    assert fonts.stack("fang")["人"].face is fonts.stack("song").faces[0]
    assert fonts.stack("hei")["人"].face is not fonts.stack("song")["人"].face


def test_a_program_that_lost_its_own_fonts_says_so(tmp_path, monkeypatch):
    gone = [tmp_path / "hei.otf", tmp_path / "song.otf"]
    monkeypatch.setattr("liaison_desktop.documents.fonts.screen_font_paths", lambda: gone)

    with pytest.raises(Unusable) as refused:
        Fonts([])
    assert refused.value.code == "no_fonts"


def test_an_official_face_of_the_machine_is_used_first(tmp_path):
    fonts = Fonts([found(tmp_path, "仿宋", build_font(PROBE, "仿宋"))])

    assert fonts.stack("fang")["人"].face is fonts.official["fang"]
    assert fonts.stack("fang")["路"].face is fonts.stack("song").faces[0]
    assert fonts.stack("song")["人"].face is fonts.stack("song").faces[0]
    assert [font.role for font in fonts.replaced()] == ["kai", "xbs"]


@pytest.mark.parametrize(
    "data",
    [
        build_font(PROBE[:-1], "仿宋"),
        build_font(PROBE, "仿宋", fs_type=RESTRICTED),
        build_font(PROBE, "仿宋", more={"COLR": b"\0" * 14}),
        b"no font at all",
        b"",
    ],
    ids=["lacks a character", "may not be embedded", "in colours", "broken", "empty"],
)
def test_a_face_that_cannot_be_used_is_left_alone(data, tmp_path):
    fonts = Fonts([found(tmp_path, "仿宋", data)])

    assert fonts.official == {}
    assert fonts.stack("fang")[NOWHERE].drawing is GETA


def test_a_file_that_went_away_is_left_alone(tmp_path):
    fonts = Fonts([FoundFace(str(tmp_path / "gone.ttf"), 0, "楷体")])

    assert fonts.official == {}
    assert fonts.missing(NOWHERE) == [NOWHERE]


KINDS = {
    "TrueType": build_font(PROBE + NOWHERE, "Rare"),
    "names for glyphs": build_font(PROBE + NOWHERE, "Rare", is_cff=True),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_character_that_only_a_font_of_the_machine_has_is_printed_by_it(kind, tmp_path):
    fonts = Fonts([found(tmp_path, "hanamin", KINDS[kind])])
    target = draw(tmp_path, fonts, f"路{NOWHERE}灯")

    assert fonts.missing(NOWHERE) == []
    assert f"路{NOWHERE}灯" in by_pypdf(target)
    assert f"路{NOWHERE}灯" in by_pdfium(target)
    assert ink(target, 100) > 500


@pytest.mark.parametrize("is_cff", [False, True])
def test_a_glyph_that_shows_nothing_is_no_glyph(is_cff, tmp_path):
    data = build_font(PROBE + NOWHERE, "Rare", is_cff=is_cff, empty=NOWHERE)
    fonts = Fonts([found(tmp_path, "hanamin", data)])

    assert fonts.missing(NOWHERE) == [NOWHERE]


def test_a_symbol_font_is_embedded_although_it_has_other_characters(tmp_path):
    path = tmp_path / "symbol.ttf"
    path.write_bytes(build_font("AB", "Symbol", more={"cmap": symbol_cmap("AB")}))
    stack = Stack([Face(path)], lambda _: None)
    target = draw_with(tmp_path, stack, "AB")

    assert "AB" in by_pypdf(target)
    assert ink(target, 0) > 300


@pytest.mark.parametrize("kind", KINDS)
def test_each_glyph_of_a_font_of_the_machine_is_its_own(kind, tmp_path):
    """The rectangles of a tiny font grow with the glyph's number: a wrong number is seen."""
    fonts = Fonts([found(tmp_path, "仿宋", KINDS[kind])])
    target = draw(tmp_path, fonts, "人登记", role="fang")
    first, last = ink(target, 0), ink(target, 160)

    assert last > first + 100


def test_a_face_of_a_collection_is_found_by_its_place(tmp_path):
    both = build_collection([build_font("甲", "One"), build_font(PROBE, "仿宋")])
    face = found(tmp_path, "仿宋", both, index=1)
    fonts = Fonts([face])
    target = draw(tmp_path, fonts, "人民", role="fang")

    assert fonts.stack("fang")["人"].width == ADVANCE / EM
    assert "人民" in by_pypdf(target)
    assert ink(target, 0) > 300


def test_a_subset_is_a_small_part_of_the_whole(tmp_path):
    target = draw(tmp_path, Fonts([]), "路灯")

    assert target.stat().st_size < 6_000


def test_glyphs_without_a_character_are_embedded_by_their_number(tmp_path):
    """é in two parts is drawn from glyphs that no single character names."""
    target = draw(tmp_path, Fonts([]), "e\u0301ｅ\u0301 n\u0303")

    assert "e\u0301ｅ\u0301 n\u0303" in by_pypdf(target)
    fonts = pypdf.PdfReader(target).pages[0]["/Resources"]["/Font"]
    assert any(font.get_object()["/Subtype"] == "/Type3" for font in fonts.values())


def test_the_width_of_a_glyph_is_the_fonts_own(tmp_path):
    path = tmp_path / "a.ttf"
    path.write_bytes(build_font("甲乙", "Tiny"))
    face = Face(path)

    assert [face.glyph(character) for character in "甲乙丙"] == [1, 2, 0]
    assert face.width(1) == ADVANCE / EM


def test_a_long_dash_has_no_gap():
    dash = Fonts([]).stack("song")["—"]

    assert dash.width == 1.0
    assert dash.drawing is not None


def test_a_direction_control_is_seen_as_its_name_in_a_frame(tmp_path):
    target = draw(tmp_path, Fonts([]), "\u202e")
    side = picture(target).crop((4, 0, 9, 200))
    inside = picture(target).crop((12, 0, 60, 200))

    assert sum(value < 128 for value in side.tobytes()) > 60
    assert sum(value < 128 for value in inside.tobytes()) > 100


def draw(folder: Path, fonts: Fonts, text: str, role: str = "song") -> Path:
    return draw_with(folder, fonts.stack(role), text)


def draw_with(folder: Path, stack: Stack, text: str) -> Path:
    """Write one line at 50 points from the left edge on."""
    file = PdfFile("题", "站", NOON)
    paragraph = Paragraph(text, Style(stack, 50, 60), 1000)
    file.add_page(1000, 100, paragraph.draw(file, 0, 80))
    target = folder / "line.pdf"
    target.write_bytes(file.data())
    return target


def ink(path: Path, left: int) -> int:
    """Return the dark pixels of a tiny glyph, 80 wide, from `left` on (two pixels a point)."""
    box = picture(path).crop((left, 0, left + 80, 200))
    return sum(value < 128 for value in box.tobytes())
