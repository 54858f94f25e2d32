"""The file itself: whole in itself, the same each time, and saying what it is."""

import os
import subprocess
import sys
from datetime import UTC
from pathlib import Path
from typing import Any

import pypdf
import pytest

from liaison_desktop.documents.pdf_file import PdfFile
from liaison_desktop.documents.visit_record import draw_visit_records
from tests.builders import NOON, a_matter, a_visit, a_visitor
from tests.documents.papers import a_record, draw_receipt, draw_record

RARE = "李㛃𬱖䶮é\u0301—\u202e𠮷\U000323af"

DRAW = """
import sys
from pathlib import Path
from tests.builders import a_matter, a_visit, a_visitor
from tests.documents.papers import a_record, draw_record
visit = a_visit(a_visitor(sys.argv[2]), matters=[a_matter(statement=sys.argv[2] * 9)])
draw_record(Path(sys.argv[1]), a_record(visit))
"""


def a_rare_record():
    return a_record(a_visit(a_visitor(RARE), matters=[a_matter(statement=RARE * 9)]))


def test_the_same_form_is_the_same_bytes(tmp_path):
    first = draw_record(tmp_path, a_rare_record()).path.read_bytes()
    draw_receipt(tmp_path, a_visit(a_visitor("别人⼀一")))
    again = draw_record(tmp_path, a_rare_record()).path.read_bytes()

    assert again == first


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_makes_the_same_bytes(seed, tmp_path):
    here = draw_record(tmp_path, a_rare_record()).path.read_bytes()
    there = tmp_path / seed
    there.mkdir()
    command = [sys.executable, "-c", DRAW, str(there), RARE]
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "America/New_York"}
    subprocess.run(command, check=True, env=environment, cwd=Path(__file__).parents[2])

    assert (there / "record.pdf").read_bytes() == here


def test_another_word_makes_other_bytes(tmp_path):
    first = draw_record(tmp_path, a_record(matter=a_matter("甲"))).path.read_bytes()

    assert draw_record(tmp_path, a_record(matter=a_matter("乙"))).path.read_bytes() != first


def fonts_of(path: Path) -> list[Any]:
    pages = pypdf.PdfReader(path).pages
    found = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    drawn = [outer["/Resources"]["/Font"] for outer in found if outer["/Subtype"] == "/Type3"]
    return [*found, *(font.get_object() for fonts in drawn for font in fonts.values())]


@pytest.mark.parametrize("draw", [draw_record, draw_receipt])
def test_every_font_is_embedded_in_part_and_says_its_text(draw, tmp_path):
    sheet = a_rare_record()
    drawn = draw(tmp_path, sheet if draw is draw_record else sheet.visit)
    fonts = fonts_of(drawn.path)

    assert {font["/Subtype"] for font in fonts} <= {"/Type0", "/Type3"}
    assert len(fonts) >= 2
    for font in fonts:
        assert "/ToUnicode" in font
        if font["/Subtype"] == "/Type0":
            descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert descriptor["/FontName"][7] == "+"
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            program = descriptor.get("/FontFile3", descriptor.get("/FontFile2")).get_object()
            assert 500 < len(program.get_data()) < 200_000


def test_a_font_is_embedded_once_for_all_pages(tmp_path):
    long = draw_record(tmp_path, a_record(matter=a_matter(statement="路灯不亮，" * 790)))
    with pypdf.PdfReader(long.path) as reader:
        named = {page["/Resources"].raw_get("/Font").idnum for page in reader.pages}

    assert long.pages > 2
    assert len(named) == 1
    assert long.path.stat().st_size < 100_000


def test_it_says_its_title_its_language_who_made_it_and_when(tmp_path):
    with pypdf.PdfReader(draw_record(tmp_path, a_record()).path) as reader:
        about = reader.metadata
        language = reader.root_object["/Lang"]

    assert about.title == "人大代表接待选民登记表 QHJD-L-2026-0001-K-1"
    assert about.author == "清河街道人大代表联络站"
    assert about.creator == about.producer == "Liaison Desktop"
    assert about.creation_date == NOON
    assert language == "zh-CN"


def test_the_title_of_many_forms_names_no_number(tmp_path):
    drawn = draw_visit_records(tmp_path / "all.pdf", [a_record(), a_record()])
    with pypdf.PdfReader(drawn.path) as reader:
        assert reader.metadata.title == "人大代表接待选民登记表"


def test_no_personal_value_is_in_what_the_file_says_of_itself(tmp_path):
    with pypdf.PdfReader(draw_record(tmp_path, a_record()).path) as reader:
        said = " ".join(str(value) for value in reader.metadata.values())

    assert "李桂芳" not in said
    assert "13800001234" not in said


def test_a_time_of_another_zone_is_written_with_it():
    file = PdfFile("题", "站", NOON.astimezone(UTC))
    file.add_page(100, 100, "")

    assert b"D:20261120040000+00'00'" in file.data()
