"""F04: a reception day announced, moved, called off, on A4 and as a poster, read back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from liaison_desktop.documents.calendar_code import calendar_code
from liaison_desktop.documents.dense_qr import MOST_BYTES
from liaison_desktop.documents.drawn import Drawn
from liaison_desktop.documents.fonts import replaced_fonts
from liaison_desktop.documents.notice import draw_notice
from liaison_desktop.documents.notice_text import NO_CASES, NoticeSheet, notice_body
from liaison_desktop.documents.poster import draw_poster
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.schedule_words import NoticeKind, Presence, SlotRole
from liaison_desktop.model.station import Station
from liaison_desktop.model.words import MandateLevel, StationKind
from tests.builders import a_notice, a_session, a_station
from tests.documents.papers import (
    FACTS,
    by_pypdf,
    codes,
    on_paper,
    opened,
    pages_by_pdfium,
    picture,
    solid,
)

Draw = Callable[..., Drawn]
BOTH = pytest.mark.parametrize("draw", [draw_notice, draw_poster])
TODAY = date(2026, 11, 16)


def session_of(**changes: object) -> ReceptionSession:
    fields: dict[str, object] = {
        "theme": "小区停车",
        "guests": "街道办城建办",
        "contact": "赵敏",
        "slots": [
            RotaSlot(name="王建国", level=MandateLevel.COUNTY),
            RotaSlot(name="李㛃", level=MandateLevel.MUNICIPAL),
            RotaSlot(name="刘国强", slot_role=SlotRole.VISITING),
        ],
    }
    return a_session(**(fields | changes))


def a_sheet(
    session: ReceptionSession | None = None, station: Station | None = None, **changes: object
) -> NoticeSheet:
    one = session or session_of()
    return NoticeSheet(a_notice(one, **changes), one, station or a_station(), TODAY)


def drawn(folder: Path, draw: Draw, sheet: NoticeSheet) -> str:
    return on_paper(draw(folder / "notice.pdf", sheet, FACTS).path)


@BOTH
def test_a_notice_says_when_where_who_and_what(tmp_path: Path, draw: Draw) -> None:
    text = drawn(tmp_path, draw, a_sheet())
    for said in (
        "清河区人大常委会清河街道工作委员会",
        "〔2026〕7号",
        "2026年11月20日（星期五）09:00—11:00",
        "清河街道人大代表联络站（清河路1号）",
        "王建国（区人大代表）、李㛃（市人大代表）",
        "刘国强",
        "街道办城建办",
        "本次主题：小区停车。",
        "由人大街道工委交街道办事处及有关单位办理",
        "人大一般不办理具体案件",
        "0573-80000001",
        "2026年11月16日",
    ):
        assert said in text, said


@BOTH
def test_a_phone_takes_the_day_from_the_page(tmp_path: Path, draw: Draw) -> None:
    path = draw(tmp_path / "notice.pdf", a_sheet(), FACTS).path
    [code] = codes(path)
    for said in (
        "BEGIN:VEVENT",
        "DTSTART:20261120T010000Z",
        "DTEND:20261120T030000Z",
        "LOCATION:清河街道人大代表联络站（清河路 1 号）",
        "2026年11月20日09:00—11:00 电话0573-80000001",
    ):
        assert said in code, said


@BOTH
def test_a_change_says_both_days_and_why(tmp_path: Path, draw: Draw) -> None:
    changed = {"kind": NoticeKind.CHANGE, "former_on": date(2026, 11, 13), "reason": "因赴区开会。"}
    text = drawn(tmp_path, draw, a_sheet(**changed))
    for said in ("改期", "2026年11月13日（星期五）", "2026年11月20日（星期五）", "赴区开会"):
        assert said in text, said
    assert "因因" not in text
    assert "。，" not in text


@BOTH
def test_a_change_on_the_same_day_says_what_was_and_what_is_now(tmp_path: Path, draw: Draw) -> None:
    former = {"former_starts": "14:00", "former_place": "文化站", "former_names": "赵春梅"}
    changed = {"kind": NoticeKind.CHANGE, "reason": "会议室停电", "former_ends": "16:00"}
    text = drawn(tmp_path, draw, a_sheet(**changed, **former))
    for said in ("变更", "会议室停电", "14:00—16:00", "文化站", "赵春梅", "09:00—11:00", "王建国"):
        assert said in text, said
    assert "改期" not in text


def test_a_change_says_in_one_sentence_what_is_other() -> None:
    former = {"former_starts": "14:00", "former_ends": "16:00", "former_place": "文化站"}
    sheet = a_sheet(kind=NoticeKind.CHANGE, reason="停电。", former_names="赵春梅", **former)
    assert notice_body(sheet).splitlines()[0] == (
        "因停电，2026年11月20日（星期五）的代表接待日时间由14:00—16:00改为09:00—11:00，"
        "地点由文化站改为清河街道人大代表联络站（清河路 1 号），"
        "参加代表由赵春梅改为王建国、李㛃、刘国强。现将有关事项公告如下："
    )


@BOTH
def test_what_is_called_off_has_no_code_and_names_nobody(tmp_path: Path, draw: Draw) -> None:
    sheet = a_sheet(kind=NoticeKind.CANCEL, reason="台风")
    text = drawn(tmp_path, draw, sheet)
    for said in ("取消", "台风", "2026年11月20日（星期五）", "另行公告", "0573-80000001"):
        assert said in text, said
    assert "王建国" not in text
    assert codes(tmp_path / "notice.pdf") == []


@pytest.mark.parametrize(
    ("kind", "organ", "handler", "place"),
    [
        (StationKind.TOWN, "镇人民代表大会主席团", "镇人民政府", "本镇"),
        (StationKind.TOWNSHIP, "乡人民代表大会主席团", "乡人民政府", "本乡"),
        (StationKind.STREET, "人大街道工委", "街道办事处", "本街道"),
        (StationKind.ZONE, "人大工委", "开发区管理委员会", "本开发区"),
    ],
)
def test_each_kind_of_place_has_its_own_bodies(
    kind: StationKind, organ: str, handler: str, place: str
) -> None:
    body = notice_body(a_sheet(station=a_station(kind=kind, county_congress="清河区人大常委会")))
    assert f"属于{place}职责范围的，由{organ}交{handler}及有关单位办理" in body
    assert "由代表向清河区人大常委会反映" in body


@BOTH
def test_a_notice_posted_late_does_not_say_so(tmp_path: Path, draw: Draw) -> None:
    late = {"due_on": date(2026, 11, 17), "posted_on": date(2026, 11, 19), "posted_place": "公示栏"}
    sheet = a_sheet(**late)
    assert sheet.notice.is_late
    text = drawn(tmp_path, draw, sheet)
    assert not [said for said in ("11月17日", "11月19日", "公示栏", "期限") if said in text]


@BOTH
def test_who_is_known_not_to_come_is_not_announced(tmp_path: Path, draw: Draw) -> None:
    slots = [
        RotaSlot(name="王建国", presence=Presence.ON_LEAVE),
        RotaSlot(name="周丽华", stands_in_for="王建国"),
    ]
    text = drawn(tmp_path, draw, a_sheet(session_of(slots=slots)))
    assert "周丽华" in text
    assert "王建国" not in text


@BOTH
def test_a_text_that_was_typed_stands_instead(tmp_path: Path, draw: Draw) -> None:
    text = drawn(tmp_path, draw, a_sheet(body="各位选民：\n欢迎前来𠮷祥路。"))
    assert "各位选民：" in text
    assert "欢迎前来" in text
    assert "祥路。" in text
    assert solid(NO_CASES) not in text


def test_a_usual_notice_takes_one_page_and_a_long_one_loses_nothing(tmp_path: Path) -> None:
    assert draw_notice(tmp_path / "n.pdf", a_sheet(), FACTS).pages == 1
    words = "\n".join(["一、事项", "反映意见。" * 60] * 6)
    drawn = draw_notice(tmp_path / "n.pdf", a_sheet(body=words), FACTS)
    assert drawn.pages == 4
    assert by_pypdf(drawn.path).count("见") == 360
    pages = pages_by_pdfium(drawn.path)
    assert "2026年11月16日" in solid(pages[-1])
    assert "反映意见。" in solid(pages[-1])
    assert all(page.splitlines()[-1].strip() != "一、事项" for page in pages)


@pytest.mark.parametrize("many", range(420, 1400, 70))
def test_no_page_is_empty_and_the_day_is_never_alone(tmp_path: Path, many: int) -> None:
    path = draw_notice(tmp_path / "n.pdf", a_sheet(body="字" * many), FACTS).path
    pages = [solid(page) for page in pages_by_pdfium(path)]
    assert all("字" in page for page in pages)
    assert "".join(pages).count("字") == many


@pytest.mark.parametrize(
    "line", ["一、" + "没有句号" * 490, "（一）" + "长" * 1990, "字" * 2000, "\n" * 90]
)
def test_any_text_that_can_be_typed_ends(tmp_path: Path, line: str) -> None:
    drawn = draw_notice(tmp_path / "n.pdf", a_sheet(body=f"{line}\n完"[-2000:]), FACTS)
    assert drawn.pages <= 6


def test_the_text_stands_in_the_type_area_of_the_standard(tmp_path: Path) -> None:
    """GB/T 9704-2012: 37 mm above, 28 mm at the left, 26 mm at the right, 35 mm below."""
    path = draw_notice(tmp_path / "n.pdf", a_sheet(body="字" * 800), FACTS).path
    page = picture(path, scale=72 / 25.4 * 72 / 72 * 2).point(lambda dark: 255 * (dark < 200))
    a_millimetre = page.width / 210
    area = page.crop((0, 0, page.width, round(264 * a_millimetre))).getbbox()
    assert area is not None
    left, top, right, bottom = (edge / a_millimetre for edge in area)
    assert left == pytest.approx(28, abs=1)
    assert top == pytest.approx(37, abs=1.5)
    assert right == pytest.approx(184, abs=1)
    assert bottom <= 262.5


@BOTH
def test_the_seal_has_its_room(tmp_path: Path, draw: Draw) -> None:
    """A square of 45 mm around organ and day, with nothing else in it."""
    path = draw(tmp_path / "notice.pdf", a_sheet(), FACTS).path
    with opened(path) as document:
        text = document[0].get_textpage()
        said = text.get_text_range()
        boxes = [text.get_charbox(place) for place in range(len(said))]
    at = said.rindex("2026年11月16日")
    organ = said.rindex("清河区人大常委会", 0, at)
    signed = range(organ, at + len("2026年11月16日"))
    left, right = boxes[at][0], boxes[signed[-1]][2]
    middle = (left + right) / 2
    height = (boxes[organ][3] + boxes[at][1]) / 2
    reach = 22.5 * 72 / 25.4
    inside = [
        said[place]
        for place, (x, y, far, high) in enumerate(boxes)
        if place not in signed
        and said[place].strip()
        and x < middle + reach
        and far > middle - reach
        and y < height + reach
        and high > height - reach
    ]
    assert inside == []
    assert middle - reach > 68 * 72 / 25.4  # where the code ends


def test_a_font_that_stands_in_is_named(tmp_path: Path) -> None:
    drawn = draw_notice(tmp_path / "n.pdf", a_sheet(), FACTS)
    roles = {one.role for one in replaced_fonts()}
    assert {one.role for one in drawn.replaced} == roles & {"xbs", "fang", "kai"}


def test_a_place_too_long_for_the_code_makes_plain_words() -> None:
    station = a_station(address="清河路" * 40)
    code = calendar_code(session_of(), date(2026, 11, 20), station)
    assert "BEGIN" not in code
    assert code.startswith("人大代表接待日\n2026年11月20日09:00—11:00\n")
    assert len(code.encode()) <= MOST_BYTES


def test_a_day_without_hours_is_a_whole_day() -> None:
    code = calendar_code(session_of(starts="", ends=""), date(2026, 11, 20), a_station())
    assert "DTSTART;VALUE=DATE:20261120" in code
