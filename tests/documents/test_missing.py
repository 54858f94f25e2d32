"""A character that no font has: said beforehand, printed as 〓, listed, never blank."""

import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.documents.cmap import runs_of
from liaison_desktop.documents.faces import Face
from liaison_desktop.documents.fonts import Fonts
from liaison_desktop.documents.glyphs import GETA, Drawing
from liaison_desktop.documents.preflight import missing_characters
from liaison_desktop.paths import screen_font_paths
from tests.builders import a_matter, a_station, a_visit, a_visitor
from tests.documents.papers import (
    a_record,
    by_pdfium,
    by_pypdf,
    draw_receipt,
    draw_record,
    picture,
)

NOWHERE = "\U000323af\ue000"
"""The last place of an ideograph block that has none, and a private character."""

OURS = Fonts([])
"""The fonts that come with the program, whatever the machine has."""


def test_preflight_names_each_missing_character_once():
    assert missing_characters(f"李{NOWHERE}明{NOWHERE}") == list(NOWHERE)


def test_preflight_of_usual_text_loads_nothing_that_reads_fonts():
    program = (
        "import sys; from liaison_desktop.documents.preflight import missing_characters as asked\n"
        "print(asked('李明\\n，。“好” abc 138'), 'uharfbuzz' in sys.modules)\n"
        f"print(asked({NOWHERE!r}) == list({NOWHERE!r}), 'uharfbuzz' in sys.modules)\n"
    )
    run = [sys.executable, "-c", program]

    said = subprocess.run(run, capture_output=True, text=True, check=True).stdout

    assert said.splitlines() == ["[] False", "True True"]


@pytest.mark.parametrize("path", screen_font_paths(), ids=lambda path: path.stem)
def test_our_fonts_draw_every_character_that_they_name(path):
    face = Face(path)
    named = [point for run in runs_of(path) for point in run]

    assert named == sorted(face.hb.unicodes)
    assert all(face.glyph(chr(point)) for point in named)


def test_preflight_is_silent_about_what_can_be_printed():
    typed = "李㛃𬱖䶮 abc “好”——……①℃\t\u3000\u202e\u200d\ufeff\u200b葛\U000e0100\n第二行"

    assert OURS.missing(typed) == []


def test_the_fonts_that_come_with_the_program_have_every_character_of_a_name():
    table = [chr(point) for point in [*range(0x3400, 0x4DC0), *range(0x4E00, 0x9FF0)]]

    assert OURS.missing("".join(table)) == []


@pytest.mark.parametrize("draw", [draw_record, draw_receipt])
def test_a_missing_character_is_drawn_and_listed_with_its_number(draw, tmp_path):
    visit = a_visit(a_visitor("王"), matters=[a_matter(f"修{NOWHERE[0]}桥")])
    drawn = draw(tmp_path, a_record(visit) if draw is draw_record else visit)

    assert drawn.missing == [NOWHERE[0]]
    for text in (by_pypdf(drawn.path), by_pdfium(drawn.path)):
        assert f"修{NOWHERE[0]}桥" in text
        assert "本机字库缺字，以“〓”代印" in text
        assert f"{NOWHERE[0]} U+323AF" in text


def test_a_paper_that_lacks_nothing_says_nothing_of_it(tmp_path):
    drawn = draw_record(tmp_path, a_record())

    assert drawn.missing == []
    assert "缺字" not in by_pypdf(drawn.path)


def test_the_remark_that_was_typed_stays_beside_the_note(tmp_path):
    matter = a_matter(f"修{NOWHERE[0]}桥", remark="来访人会再来。")
    drawn = draw_record(tmp_path, a_record(matter=matter))

    assert "来访人会再来。本机字库缺字" in by_pypdf(drawn.path)


def test_a_missing_character_is_ink_and_not_a_gap(tmp_path):
    blank, geta = (ink_of_name(tmp_path, name) for name in (" ", NOWHERE[0]))

    assert blank == 0
    assert geta > 50


def ink_of_name(folder: Path, name: str) -> int:
    """Return how many dark pixels the box of the name holds."""
    drawn = draw_record(folder, a_record(a_visit(a_visitor(name))))
    box = picture(drawn.path).crop((285, 335, 500, 370))
    return sum(value < 128 for value in box.tobytes())


UNSEEN = {"Zs", "Zl", "Zp", "Cf", "Cc", "Cs"}


@given(st.text(st.characters(exclude_categories=list(UNSEEN)), min_size=1, max_size=30))
@settings(deadline=None, max_examples=60)
def test_every_character_that_can_be_seen_is_seen(text):
    for glyph in OURS.stack("song").glyphs(text):
        is_selector = any("VARIATION SELECTOR" in unicodedata.name(c, "") for c in glyph.text)
        assert glyph.face is not None or glyph.drawing != Drawing() or is_selector
        if glyph.face is not None:
            assert glyph.face.glyph(glyph.text)
        else:
            assert glyph.width > 0 or is_selector


def test_the_sign_for_a_missing_character_needs_no_font():
    assert OURS.stack("song")["\U000323af"].drawing is GETA
    assert OURS.stack("hei")["\U000323af"].drawing is GETA


def test_a_station_whose_name_lacks_a_glyph_says_so_too(tmp_path):
    sheet = a_record()
    facts = replace(sheet.facts, station=a_station(name=f"清{NOWHERE[0]}街道联络站"))
    drawn = draw_record(tmp_path, replace(sheet, facts=facts))

    assert drawn.missing == [NOWHERE[0]]
    assert "U+323AF" in by_pypdf(drawn.path)
