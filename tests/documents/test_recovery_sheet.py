"""密码恢复单: the code in eight groups, each a word of its own, and what to do with the sheet."""

import re
import stat

import pypdf
import pytest

from liaison_desktop.documents.recovery_sheet import draw_recovery_sheet
from liaison_desktop.model.faults import Unusable
from tests.builders import NOON
from tests.documents.papers import by_pdfium, by_pypdf, codes, on_paper, pages_by_pdfium

CODE = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567"
GROUP = re.compile(r"\b[A-Z2-7]{4}\b")


def draw(target, **changes):
    facts = {"station_name": "石桥镇人大代表联络站", "station_code": "SQZA", "code": CODE}
    return draw_recovery_sheet(target, made_at=NOON, **(facts | changes))


@pytest.mark.parametrize("code", [CODE, "MMMM-WWWW-IIII-LLLL-2222-7777-QQQQ-JJJJ"])
def test_the_groups_come_back_first_and_in_order(code, tmp_path):
    drawn = draw(tmp_path / "sheet.pdf", code=code)

    for text in (" ".join(pages_by_pdfium(drawn.path)), pypdf_lines(drawn.path)):
        assert "-".join(GROUP.findall(text)[:8]) == code


def pypdf_lines(path):
    with pypdf.PdfReader(path) as reader:
        return reader.pages[0].extract_text()


def test_it_says_what_it_is_for_whom_and_what_to_do(tmp_path):
    drawn = draw(tmp_path / "sheet.pdf")
    text = on_paper(drawn.path)

    assert (drawn.pages, drawn.form, drawn.edition) == (1, "recovery_sheet", 1)
    for words in (
        "密码恢复单",
        "所属单位石桥镇人大代表联络站",
        "单位代码SQZA",
        "制单时间2026年11月20日12:00",
        "在登录窗口选“忘记密码”",
        "装入信封密封",
        "与本机分开存放",
        "本单即作废",
        "站长（负责人）（签名）",
        "经办人（签名）",
    ):
        assert words in text


def test_the_code_is_in_no_picture_that_a_telephone_reads(tmp_path):
    assert codes(draw(tmp_path / "sheet.pdf").path) == []


def test_the_code_stands_in_no_title(tmp_path):
    drawn = draw(tmp_path / "sheet.pdf")

    assert CODE not in drawn.path.read_bytes().decode("latin-1")


def test_only_its_owner_can_read_the_file(tmp_path):
    drawn = draw(tmp_path / "sheet.pdf")

    assert stat.S_IMODE(drawn.path.stat().st_mode) == 0o600


def test_a_sheet_for_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Unusable) as refused:
        draw(tmp_path / "no" / "sheet.pdf")

    assert refused.value.code == "folder_missing"
    assert CODE not in str(refused.value)


def test_a_character_of_the_station_that_has_no_glyph_is_listed(tmp_path):
    drawn = draw(tmp_path / "sheet.pdf", station_name="石\U000323af镇联络站")

    assert drawn.missing == ["\U000323af"]
    for text in (by_pypdf(drawn.path), by_pdfium(drawn.path)):
        assert "U+323AF" in text


def test_the_longest_name_still_takes_one_page(tmp_path):
    drawn = draw(tmp_path / "sheet.pdf", station_name="龘" * 60, station_code="ABCDEFGHIJKL")

    assert drawn.pages == 1
    assert on_paper(drawn.path).count("龘") == 60
