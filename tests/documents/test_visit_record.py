"""F05 接待选民登记表 as it comes out of the printer."""

from dataclasses import replace
from datetime import UTC, date, timedelta

import pypdf
import pytest
from sqlalchemy import inspect

from liaison_desktop.documents.drawn import PrintFacts
from liaison_desktop.documents.numbers import MM
from liaison_desktop.documents.templates import load_form
from liaison_desktop.documents.visit_record import draw_blank_visit_records, draw_visit_records
from liaison_desktop.documents.visit_values import NOT_PRINTED
from liaison_desktop.model.fields import fields_of
from liaison_desktop.model.matter import SET_BY_STEPS, Matter, OtherChannel
from liaison_desktop.model.visit import Receiver, Visit, Visitor
from liaison_desktop.model.words import GuidedTo, Handling, OtherChannelKind, Route, Sex
from tests.builders import NOON, a_matter, a_station, a_visit, a_visitor
from tests.documents.papers import (
    FACTS,
    a_record,
    by_pypdf,
    codes,
    draw_record,
    in_order,
    on_paper,
    opened,
    pages_by_pdfium,
    solid,
)


def planted(record: type, **others: object) -> dict[str, object]:
    """Return a text of its own for every text field of a mapped class."""
    columns = inspect(record).columns
    texts = [
        name
        for name in fields_of(record)
        if name in columns
        and columns[name].type.python_type is str
        and name not in SET_BY_STEPS | {"about_unit"}
    ]
    found = {
        name: f"种{record.__name__}{name}".replace("_", "") for name in texts if name != "number"
    }
    return found | others


def test_every_text_of_a_visit_is_on_the_paper(tmp_path):
    visitor = planted(Visitor, id_no="99999919790101002X", birth_ym="1979-01", sex=Sex.FEMALE)
    channel = planted(OtherChannel, kind=OtherChannelKind.HOTLINE_12345)
    matter = planted(Matter)
    visit = planted(Visit)
    sheet = a_record(
        a_visit(
            Visitor(**visitor),
            receivers=[Receiver(name="种接待代表")],
            matters=[a_matter(**matter, other_channels=[OtherChannel(**channel)])],
            **visit,
        )
    )
    text = on_paper(draw_record(tmp_path, sheet).path)

    typed = [*visitor.values(), *channel.values(), *matter.values(), *visit.values(), "种接待代表"]
    wanted = [value for value in typed if isinstance(value, str) and value.startswith("种")]
    assert len(wanted) > 15
    assert not [value for value in wanted if value not in text]
    assert "1979年1月" in text


def test_what_is_chosen_is_said_in_words(tmp_path):
    matter = a_matter(
        handling=Handling.GUIDED,
        guided_to=GuidedTo.COURT,
        route=Route.TO_COUNTY,
        people_involved=24,
        may_pass_name=True,
        other_channels=[
            OtherChannel(
                kind=OtherChannelKind.HOTLINE_12345,
                ticket_no="20261108",
                raised_on=date(2026, 11, 8),
                is_running=True,
            )
        ],
    )
    sheet = a_record(a_visit(headcount=3, may_call_back=False, matters=[matter]))
    text = on_paper(draw_record(tmp_path, sheet).path)

    for words in (
        "引导告知（不属本站范围）：人民法院　　办理去向：转区县",
        "24人",
        "3人",
        "姓名电话可以转告承办单位",
        "姓名不可以公开",
        "不愿意回访",
        "12345（2026-11-08反映，工单号20261108，在办）",
        "已告知个人信息处理事项（2026-1）",
    ):
        assert solid(words) in text


def test_the_head_and_the_foot_of_every_page(tmp_path):
    sheet = a_record(matter=a_matter(statement="居民反映路灯不亮。" * 400))
    drawn = draw_record(tmp_path, replace(sheet, facts=replace(FACTS, times=3)))
    pages = [solid(page) for page in pages_by_pdfium(drawn.path)]

    assert drawn.pages == len(pages) > 1
    for place, page in enumerate(pages, 1):
        assert "联络站：清河街道人大代表联络站" in page
        assert "编号：QHJD-L-2026-0001-K-1" in page
        assert "F05（第1版）本表留存联络站" in page
        assert f"第{place}页共{len(pages)}页" in page
        assert "赵敏2026-11-2012:00第3次打印" in page
        assert "人大代表接待选民登记表" in page
        assert ("（续页）" in page) is (place > 1)


def test_the_printer_says_the_desks_time_whatever_the_clock_of_the_pc(tmp_path):
    facts = replace(FACTS, printed_at=NOON.astimezone(UTC))
    text = on_paper(draw_record(tmp_path, replace(a_record(), facts=facts)).path)

    assert "2026-11-2012:00" in text


def test_the_code_on_the_paper_is_the_number_of_the_matter(tmp_path):
    drawn = draw_record(tmp_path, a_record())

    assert codes(drawn.path) == ["QHJD-L-2026-0001-K-1"]


def test_a_text_too_long_goes_on_on_the_next_pages_with_its_label(tmp_path):
    numbered = "".join(f"（{place}）楼道里的灯不亮。\n" for place in range(20))
    statement = numbered + "居民反映下水道返水。" * 370
    assert len(statement) <= 4000
    drawn = draw_record(tmp_path, a_record(matter=a_matter(statement=statement)))
    pages = [solid(page) for page in pages_by_pdfium(drawn.path)]
    whole = "".join(pages)

    assert "反映内容（原话原意）" in pages[0]
    assert "（续）" in pages[1]
    assert whole.count("下水道返水") >= 370 - len(pages)
    assert in_order(whole, [f"（{place}）楼道里的灯不亮。" for place in range(20)])
    signed = [place for place, page in enumerate(pages) if "站长（签名）" in page]
    assert signed == [len(pages) - 1]
    assert all(f"{who}（签名）" in pages[-1] for who in ("来访人", "接待代表", "记录人", "站长"))


def test_a_signature_takes_something_it_signs_along(tmp_path):
    for length in range(1000, 1600, 20):
        matter = a_matter(statement="路" * length, remark="")
        pages = pages_by_pdfium(draw_record(tmp_path, a_record(matter=matter)).path)
        last = solid(pages[-1])
        assert "站长（签名）" in last
        assert "备注" in last


def test_what_one_visitor_said_of_himself_stays_on_one_page(tmp_path):
    people = [a_visitor(f"甲{place}乙", guardian=f"丙{place}丁") for place in range(40)]
    drawn = draw_record(tmp_path, a_record(a_visit(*people, headcount=40)))
    pages = [solid(page) for page in pages_by_pdfium(drawn.path)]

    assert len(pages) > 3
    for place in range(40):
        assert [page for page in pages if f"甲{place}乙" in page and f"丙{place}丁" in page]


@pytest.mark.parametrize(
    ("count", "pages", "listed"), [(1, 1, 0), (3, 1, 0), (8, 2, 5), (30, 4, 27)]
)
def test_visitors_beyond_those_on_the_form_are_listed_on_pages_of_their_own(
    count, pages, listed, tmp_path
):
    names = [f"来人{place}号" for place in range(count)]
    visit = a_visit(*(a_visitor(name, address="") for name in names), headcount=count)
    drawn = draw_record(tmp_path, a_record(visit))
    texts = [solid(page) for page in pages_by_pdfium(drawn.path)]

    assert drawn.pages == pages
    assert in_order("".join(texts), names)
    rest = "".join(texts[1:])
    assert len([name for name in names if name in rest]) == listed
    assert ("其余来访人名单" in rest) is (listed > 0)
    assert ("其余见续页" in texts[0]) is (listed > 0)


def test_an_id_number_is_printed_only_where_collected_and_then_masked(tmp_path):
    without = on_paper(draw_record(tmp_path, a_record()).path)
    sheet = a_record(a_visit(a_visitor(id_no="99999919790101002X")))
    text = on_paper(draw_record(tmp_path, sheet).path)

    assert "身份证号" not in without
    assert "身份证号" in text
    assert "99999919790101002X" not in text
    assert "999*************2X" in text


def test_an_anonymous_visitor_is_called_so(tmp_path):
    visit = a_visit(a_visitor("", is_anonymous=True, phone="", address=""))

    assert "来访人姓名匿名" in on_paper(draw_record(tmp_path, a_record(visit)).path)


def test_a_late_entry_says_when_it_was_typed(tmp_path):
    sheet = a_record(a_visit(registered_at=NOON + timedelta(days=3)))

    assert "（补录，登记于2026年11月23日）" in on_paper(draw_record(tmp_path, sheet).path)


def test_without_a_deputy_the_staff_received(tmp_path):
    assert "工作人员代接" in on_paper(draw_record(tmp_path, a_record()).path)


def lines_to_write_on(path) -> int:
    page = pypdf.PdfReader(path).pages[0]
    drawn = page.get_contents().get_data().decode("ascii")
    return sum(
        part.count(" l") for part in drawn.split("0.6 G")[1:] for part in [part.split(" S Q")[0]]
    )


def test_a_form_for_writing_has_lines_where_the_deputy_and_the_head_write(tmp_path):
    matter = a_matter(statement="", handling=None)
    plain = draw_record(tmp_path, a_record(matter=matter))
    assert lines_to_write_on(plain.path) == 0
    assert "□" not in by_pypdf(plain.path)

    ruled = draw_record(tmp_path, a_record(matter=matter), for_writing=True)
    text = on_paper(ruled.path)
    assert lines_to_write_on(ruled.path) >= 8
    assert "□当场答复□待办理□引导告知" in text
    assert "路灯不亮" in text
    assert "13800001234" in text


def test_what_was_typed_stays_on_a_form_for_writing(tmp_path):
    matter = a_matter(statement="路灯坏了三个月。", handling=Handling.TO_HANDLE)
    text = on_paper(draw_record(tmp_path, a_record(matter=matter), for_writing=True).path)

    assert "路灯坏了三个月。" in text
    assert "待办理" in text
    assert "□待办理" not in text


def test_empty_forms_have_boxes_to_tick_and_no_number(tmp_path):
    target = tmp_path / "blank.pdf"
    drawn = draw_blank_visit_records(target, a_station(), 3, NOON)
    pages = [solid(page) for page in pages_by_pdfium(target)]

    assert (drawn.pages, len(pages)) == (3, 3)
    for page in pages:
        assert "□来访□来信□来电" in page
        assert "□男□女" in page
        assert "第1页共1页" in page
        assert "次打印" not in page
        assert "QHJD" not in page
        assert "清河街道人大代表联络站" in page
    assert codes(target) == []
    assert lines_to_write_on(target) >= 8


def test_many_sheets_go_into_one_file_each_with_its_own_pages(tmp_path):
    sheets = [a_record(matter=a_matter(f"第{place}件")) for place in range(3)]
    long = a_record(matter=a_matter("长的", statement="路灯不亮。" * 700))
    drawn = draw_visit_records(tmp_path / "all.pdf", [*sheets, long])
    pages = [solid(page) for page in pages_by_pdfium(drawn.path)]

    assert drawn.pages == len(pages) > 4
    assert [place for place in range(3) if f"第{place}件" in pages[place]] == [0, 1, 2]
    assert f"第1页共{len(pages) - 3}页" in pages[3]


def test_the_longest_of_everything_is_on_the_paper_to_the_last_letter(tmp_path):
    station = a_station(name="清" * 30 + "河" * 30, code="ABCDEFGHIJKL")
    typed = {"甲": 4000, "乙": 500, "丙": 2000, "丁": 500, "戊": 500, "己": 80, "庚": 60, "辛": 500}
    long = {letter: letter * count for letter, count in typed.items()}
    fields = ("statement", "request", "onsite_reply", "deputy_opinion", "head_opinion")
    matter = a_matter(
        long["己"],
        category=long["庚"],
        remark=long["辛"],
        **dict(zip(fields, long.values(), strict=False)),
    )
    people = [a_visitor("壬" * 50, address="癸" * 120, guardian="子" * 50) for _ in range(8)]
    visit = a_visit(*people, place="丑" * 40, recorder="寅" * 50, headcount=9, matters=[matter])
    visit.receivers = [Receiver(name="卯" * 50) for _ in range(5)]
    facts = PrintFacts(station, NOON, 12, "阿卜杜热合曼·" * 7)
    drawn = draw_record(tmp_path, replace(a_record(visit), facts=facts))
    text = on_paper(drawn.path)

    typed |= {"壬": 400, "癸": 960, "子": 400, "丑": 40, "寅": 50, "卯": 250}
    assert {letter: text.count(letter) for letter in typed} == typed
    assert text.count("清") == text.count("河") == 30 * drawn.pages


def test_the_longest_name_of_a_station_stands_between_title_and_frame_beside_the_number(tmp_path):
    facts = replace(FACTS, station=a_station(name="清" * 60))
    target = draw_record(tmp_path, replace(a_record(), facts=facts)).path
    with opened(target) as document:
        text, top = document[0].get_textpage(), document[0].get_size()[1]
        letters = text.get_text_range()
        boxes = [text.get_charbox(place) for place, letter in enumerate(letters) if letter == "清"]
        number = text.get_charbox(letters.index("编号"))

    frame = load_form("visit_record").part("record").y * MM
    assert len(boxes) == 60
    assert all(top - bottom < frame for _, bottom, _, _ in boxes)
    assert max(right for _, _, right, _ in boxes) < number[0]
    assert min(top - above for _, _, _, above in boxes) > 30 * MM


def test_the_reasons_for_leaving_out_are_still_true(tmp_path):
    """A key of the program on a paper would be a leak; the list says that none is."""
    text = on_paper(draw_record(tmp_path, a_record()).path)

    assert "matter.visit_uid" in NOT_PRINTED
    assert str(a_record().visit.uid) not in text
