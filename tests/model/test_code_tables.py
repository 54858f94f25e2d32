"""Code tables: every word of the standards by its code, and what a station adds."""

import pytest

from liaison_desktop.desk.code_book import bundled_table
from liaison_desktop.model.code_tables import TABLED, read_code_table
from liaison_desktop.model.faults import NotSaved
from tests.model.one_table import TABLE


@pytest.mark.parametrize(
    ("name", "count", "first", "last"),
    [
        ("sex", 4, ("0", "未知"), ("9", "未说明")),
        ("ethnic_group", 56, ("01", "汉族"), ("56", "基诺族")),
        ("political_status", 13, ("01", "中共党员"), ("13", "群众")),
        ("education", 40, ("10", "研究生教育"), ("90", "其他")),
    ],
)
def test_the_standards_are_whole(
    name: str, count: int, first: tuple[str, str], last: tuple[str, str]
):
    table = bundled_table(name)
    values = list(table.values.items())
    assert (len(values), values[0], values[-1]) == (count, first, last)
    assert len(set(table.values.values())) == count
    assert table.standard.startswith("GB/T ")
    assert table.source


def test_every_ethnic_group_has_its_letters():
    table = bundled_table("ethnic_group")
    letters = {code: word for code, word in table.also.items() if code.isascii()}
    assert set(letters.values()) == set(table.values.values())
    assert (letters["HA"], letters["VA"], letters["JN"]) == ("汉族", "佤族", "基诺族")


@pytest.mark.parametrize(
    ("cell", "word"),
    [("01", "汉族"), ("1", "汉族"), ("HA", "汉族"), ("ha", "汉族"), ("汉", "汉"), ("汉族", "汉族")],
)
def test_a_code_gives_its_word_and_a_word_stays_as_typed(cell: str, word: str):
    read = bundled_table("ethnic_group").read(cell)
    assert (read.word, read.is_known, read.agrees) == (word, True, True)


def test_a_code_beside_another_word_is_noticed_and_the_word_taken():
    read = bundled_table("sex").read("1 女")
    assert (read.word, read.is_known, read.agrees) == ("女", True, False)
    assert bundled_table("sex").read("2-女").agrees


def test_what_the_table_lacks_is_unknown_until_the_station_adds_it():
    table = bundled_table("ethnic_group")
    assert not table.read("穿青人").is_known
    assert not table.read("99").is_known
    assert table.with_own(["穿青人"]).read("穿青人").is_known
    assert table.with_own(["穿青人"]).words[-1] == "穿青人"


def test_words_are_found_by_what_is_typed_of_them():
    table = bundled_table("political_status")
    assert table.beginning("民") == ["民革党员", "民盟盟员", "民建会员", "民进会员"]
    assert table.beginning("13") == ["群众"]
    assert table.beginning("") == []


@pytest.mark.parametrize("name", TABLED)
def test_every_spelling_leads_to_a_word_of_the_table(name: str):
    table = bundled_table(name)
    assert set(table.also.values()) <= set(table.values.values())


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (TABLE.replace("label", "lable"), "lable"),
        (TABLE.replace('source = "表 1"', ""), "source"),
        (TABLE.replace('1 = "一"', "1 = 1"), "values"),
        (TABLE.replace('"壹" = "一"', '"贰" = "二"'), "also.贰"),
        ("values = [", "file"),
    ],
)
def test_a_broken_table_says_where(text: str, field: str):
    with pytest.raises(NotSaved) as refused:
        read_code_table(text)
    assert field in [problem.field for problem in refused.value.problems]
