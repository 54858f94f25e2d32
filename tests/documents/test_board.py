"""公示牌: what the public may know of the deputies, and nothing that it may not."""

import zlib
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

from liaison_desktop.documents.board import BoardCard, draw_board
from liaison_desktop.documents.pictures import DOTS, fitted_picture
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.deputy_public import for_public
from liaison_desktop.model.faults import Unusable
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import MandateLevel, MandateState, Sex
from tests.builders import NOON, a_deputy
from tests.documents.papers import FACTS, by_pypdf, on_paper, picture

TODAY = NOON.date()
PRIVATE = {
    "phone": "13800005678",
    "id_no": "999999198001011234",
    "birth_ym": "1980-01",
    "ethnic_group": "畲族",
    "political_status": "九三学社",
    "education": "博士",
}


def a_photo(colour: str = "red", size: tuple[int, int] = (300, 420), **saved: Any) -> bytes:
    data = BytesIO()
    Image.new("RGB", size, colour).save(data, "JPEG", **saved)
    return data.getvalue()


def public_of(name: str = "王建国", **changes: object) -> Deputy:
    mandates = [
        Mandate(
            level=MandateLevel.COUNTY,
            term_no="第十七届",
            constituency="清河街道第3选区",
            card_no="QH-00317",
        )
    ]
    fields: dict[str, object] = {
        "sex": Sex.MALE,
        "post": "和平社区书记",
        "photo_uid": new_uid(NOON),
        "mandates": mandates,
    }
    return a_deputy(name, **(fields | PRIVATE | changes))


def a_card(deputy: Deputy, photo: bytes | None = None, *days: date) -> BoardCard:
    shown = for_public(deputy, TODAY)
    assert shown is not None
    return BoardCard(shown, photo if shown.photo_uid else None, days)


def streams_of(path: Path) -> bytes:
    """Return everything that lies in the file, unpacked where it is packed."""
    with pypdf.PdfReader(path) as reader:
        found = [path.read_bytes()]
        for number in range(1, len(reader.xref[0]) + 1):
            part = reader.get_object(number)
            if isinstance(part, pypdf.generic.StreamObject):
                found.append(part.get_data())
    return b"\n".join(found)


def test_a_card_shows_the_public_fields_and_the_days(tmp_path: Path) -> None:
    deputy = public_of("李㛃", is_post_public=True, is_photo_public=True)
    card = a_card(deputy, a_photo(), date(2026, 12, 15), date(2027, 3, 15))
    draw_board(tmp_path / "b.pdf", [card], "单月15日", FACTS)
    text = on_paper(tmp_path / "b.pdf")
    for said in (
        "人大代表公示牌",
        "清河街道人大代表联络站",
        "接待日：单月15日",
        "地址：清河路1号",
        "联络站电话：0573-80000001",
        "李㛃",
        "区人大代表（第十七届）",
        "选区：清河街道第3选区",
        "和平社区书记",
        "本人接待日：12月15日、3月15日",
    ):
        assert said in text, said
    assert "照片" not in text


@pytest.mark.parametrize("is_wide", [False, True])
def test_nothing_private_is_in_the_file(tmp_path: Path, is_wide: bool) -> None:
    path = tmp_path / "b.pdf"
    draw_board(path, [a_card(public_of(), a_photo())], "", FACTS, is_wide=is_wide)
    text, data = on_paper(path), streams_of(path)
    hidden = [*PRIVATE.values(), "QH-00317", "和平社区书记"]  # of the post he did not agree
    assert not [said for said in hidden if said in text]
    for said in hidden:
        for form in (
            said.encode(),
            said.encode("utf-16-be"),
            said.encode("utf-16-be").hex().encode(),
        ):
            assert form not in data, said
    assert b"DCTDecode" not in data  # nor of the photo
    assert "照片" in text


def test_a_photo_is_shown_without_where_it_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x010E] = "SecretCamera", "in his kitchen"
    photo = a_photo("red", exif=exif)
    assert b"SecretCamera" in photo
    path = tmp_path / "b.pdf"
    draw_board(path, [a_card(public_of(is_photo_public=True), photo)], "", FACTS)
    data = streams_of(path)
    assert b"DCTDecode" in data
    assert b"SecretCamera" not in data
    assert b"kitchen" not in data
    shown = picture(path).crop((120, 300, 230, 460)).getextrema()
    assert shown[1] < 100  # red is dark where there is no colour


def test_the_same_photo_lies_in_the_file_once(tmp_path: Path) -> None:
    deputies = [public_of(f"代表{place}", is_photo_public=True) for place in range(3)]
    cards = [a_card(deputy, a_photo()) for deputy in deputies]
    draw_board(tmp_path / "b.pdf", cards, "", FACTS)
    assert (tmp_path / "b.pdf").read_bytes().count(b"/DCTDecode") == 1


@pytest.mark.parametrize("size", [(300, 420), (900, 300), (20, 500)])
def test_a_photo_fills_its_frame_without_being_stretched(size: tuple[int, int]) -> None:
    cut = fitted_picture(a_photo(size=size), "王建国", 25, 35)
    assert (cut.width, cut.height) == (25 * DOTS, 35 * DOTS)


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\nnothing", a_photo()[:200]])
def test_a_photo_that_cannot_be_read_is_refused_by_the_name(data: bytes) -> None:
    with pytest.raises(Unusable) as refused:
        fitted_picture(data, "王建国", 25, 35)
    assert (refused.value.code, refused.value.path) == ("photo_unreadable", "王建国")


@pytest.mark.parametrize("is_wide", [False, True])
def test_a_large_board_goes_on_and_a_long_text_is_not_cut(tmp_path: Path, is_wide: bool) -> None:
    deputies = [public_of(f"代表{place:03}") for place in range(103)]
    deputies[7].mandates += [
        Mandate(level=level, constituency="很长的选举单位名称" * 6) for level in MandateLevel
    ]
    drawn = draw_board(
        tmp_path / "b.pdf", [a_card(d) for d in deputies], "", FACTS, is_wide=is_wide
    )
    text = by_pypdf(drawn.path)
    assert not [place for place in range(103) if f"代表{place:03}" not in text]
    assert text.count("举单位名") >= 25
    assert drawn.pages > 3


def test_who_is_not_in_office_is_not_shown_and_an_empty_board_says_so(tmp_path: Path) -> None:
    ended = public_of()
    ended.mandates[0].state = MandateState.ENDED
    assert for_public(ended, TODAY) is None
    draw_board(tmp_path / "b.pdf", [], "", FACTS)
    assert "没有在任代表" in on_paper(tmp_path / "b.pdf")


def test_the_readers_of_this_test_find_what_is_there(tmp_path: Path) -> None:
    """`streams_of` unpacks: a word of the file's own is found in it."""
    draw_board(tmp_path / "b.pdf", [], "", FACTS)
    assert b"BT" in streams_of(tmp_path / "b.pdf")
    assert zlib.compress(b"BT")[:2] in (tmp_path / "b.pdf").read_bytes()
