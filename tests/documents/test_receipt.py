"""F08 来访回执: what the visitor takes home, and the stub; no word of what he said."""

from datetime import timedelta

import pytest

from liaison_desktop.documents.receipt import draw_blank_receipts, draw_receipts
from liaison_desktop.model.visit import Receiver
from liaison_desktop.model.words import GuidedTo, Handling
from tests.builders import NOON, a_matter, a_station, a_visit, a_visitor
from tests.documents.papers import (
    FACTS,
    NUMBER,
    ReceiptSheet,
    codes,
    draw_receipt,
    numbered,
    on_paper,
    opened,
    pages_by_pdfium,
    solid,
)

PAPERS = pytest.mark.parametrize("paper", ["A4", "A5"])

SAID = {
    "statement": "甲甲原话",
    "request": "乙乙诉求",
    "onsite_reply": "丙丙答复",
    "deputy_opinion": "丁丁意见",
    "head_opinion": "戊戊批示",
    "remark": "己己备注",
    "cause": "庚庚原因",
    "place_of_issue": "辛辛属地",
}
HIMSELF = {
    "phone": "13800009999",
    "address": "壬壬社区",
    "occupation": "癸癸单位",
    "id_no": "99999919790101002X",
    "guardian": "子子监护",
    "constituency": "丑丑选区",
}


@PAPERS
def test_no_word_of_what_was_said_and_nothing_of_himself_is_on_it(paper, tmp_path):
    visit = a_visit(a_visitor("欧阳晓燕", **HIMSELF), matters=[a_matter("路灯不亮", **SAID)])
    text = on_paper(draw_receipt(tmp_path, visit, paper).path)

    assert "路灯不亮" in text
    assert not [value for value in [*SAID.values(), *HIMSELF.values()] if value in text]
    assert "欧阳晓燕" not in text
    assert "来访人欧阳**" in text


@PAPERS
def test_the_visitors_half_says_what_comes_next_and_how_to_ask(paper, tmp_path):
    visit = a_visit(receivers=[Receiver(name="王建国"), Receiver(name="钱多多")])
    text = on_paper(draw_receipt(tmp_path, visit, paper).path)

    for words in (
        "反映时间2026年11月20日12:00",
        "王建国、钱多多",
        "已登记，将按程序转交承办；办理情况可凭编号向本站查询。",
        "凭编号向本站查询，电话0573-80000001，地址清河路1号。",
        "未经本人同意，不转告承办单位",
        f"编号：{NUMBER}",
        "清河街道人大代表联络站2026年11月20日",
        "此联交来访人",
        "（盖章处）",
        "沿虚线裁开",
    ):
        assert words in text


@PAPERS
def test_the_stub_is_signed_and_stays(paper, tmp_path):
    text = on_paper(draw_receipt(tmp_path, a_visit(), paper).path)
    stub = text[text.rindex("来访人李**") :]

    assert "来访回执（存根）" in text
    assert "此联留存联络站" in text
    assert "反映事项路灯不亮" in stub
    assert f"事项编号{NUMBER}-1" in stub
    assert "来访人（签名）" in stub
    assert "经办人（签名）" in stub


@pytest.mark.parametrize(
    ("handling", "guided_to", "step"),
    [
        (Handling.ANSWERED_ON_SITE, None, "已当场答复。"),
        (Handling.TO_HANDLE, None, "已登记，将按程序转交承办"),
        (Handling.GUIDED, None, "不属本站办理范围，已引导告知。"),
        (Handling.GUIDED, GuidedTo.OTHER, "不属本站办理范围，已引导告知。"),
        (Handling.GUIDED, GuidedTo.COURT, "不属本站办理范围，请向人民法院反映。"),
        (None, None, "已登记，处理方式确定后告知。"),
    ],
)
def test_the_next_step_follows_what_was_decided(handling, guided_to, step, tmp_path):
    visit = a_visit(matters=[a_matter(handling=handling, guided_to=guided_to)])

    assert f"下一步{step}" in on_paper(draw_receipt(tmp_path, visit).path)


@PAPERS
def test_every_matter_is_named_but_not_a_withdrawn_one(paper, tmp_path):
    matters = [a_matter("甲事"), a_matter("乙事"), a_matter("丙事")]
    matters[1].withdrawn_at = NOON
    text = on_paper(draw_receipt(tmp_path, a_visit(matters=matters), paper).path)

    assert "1.甲事2.丙事" in text
    assert "乙事" not in text
    assert f"{NUMBER}-1，{NUMBER}-3" in text


@PAPERS
def test_it_fits_one_sheet_of_its_paper_with_the_code_of_the_visit(paper, tmp_path):
    drawn = draw_receipt(tmp_path, a_visit(), paper)
    with opened(drawn.path) as document:
        width, height = document[0].get_size()

    assert drawn.pages == 1
    assert (round(width), round(height)) == {"A4": (595, 842), "A5": (420, 595)}[paper]
    assert codes(drawn.path) == [NUMBER]


@PAPERS
def test_more_matters_than_fit_go_on_on_pages_that_name_it(paper, tmp_path):
    matters = [a_matter(f"第{place}件：" + "路灯不亮，" * 12) for place in range(20)]
    drawn = draw_receipt(tmp_path, a_visit(matters=matters), paper)
    pages = [solid(page) for page in pages_by_pdfium(drawn.path)]
    whole = "".join(pages)

    assert drawn.pages > 1
    assert [whole.count(f"第{place}件：") for place in range(20)] == [2] * 20
    assert whole.count("（签名）") == 2
    for place, page in enumerate(pages, 1):
        assert f"第{place}页共{len(pages)}页" in page
        assert ("来访回执（续页）" in page) is (place > 1)
        assert f"编号：{NUMBER}" in page


@PAPERS
def test_at_most_three_names_are_masked_on_the_stub_and_the_rest_counted(paper, tmp_path):
    people = [
        a_visitor("李桂芳"),
        a_visitor("", is_anonymous=True),
        a_visitor("欧阳海"),
        a_visitor("丁"),
    ]
    text = on_paper(draw_receipt(tmp_path, a_visit(*people), paper).path)

    assert "李**、匿名、欧阳*等4人" in text


def test_a_late_entry_says_so(tmp_path):
    visit = a_visit(registered_at=NOON + timedelta(days=1))

    assert "补录" in on_paper(draw_receipt(tmp_path, visit).path)


@PAPERS
def test_empty_receipts_are_for_the_pen(paper, tmp_path):
    target = tmp_path / "blank.pdf"
    drawn = draw_blank_receipts(target, a_station(), 2, NOON, paper=paper)
    pages = [solid(page) for page in pages_by_pdfium(target)]

    assert (drawn.pages, len(pages)) == (2, 2)
    for page in pages:
        assert "□当场答复□转交承办□引导告知，去向：" in page
        assert "次打印" not in page
        assert "QHJD" not in page
        assert "反映时间年月日" in page
        assert "电话0573-80000001" in page
    assert codes(target) == []


def test_receipts_of_many_visits_go_into_one_file(tmp_path):
    sheets = [
        ReceiptSheet(numbered(a_visit(matters=[a_matter(f"第{place}件")])), FACTS)
        for place in range(3)
    ]
    drawn = draw_receipts(tmp_path / "all.pdf", sheets)
    pages = pages_by_pdfium(drawn.path)

    assert [f"第{place}件" in page for place, page in enumerate(pages)] == [True] * 3


def test_a_printing_says_how_often_it_was_printed(tmp_path):
    assert "第7次打印" in on_paper(draw_receipt(tmp_path, a_visit(), times=7).path)
