"""Names are read as people read them: surnames by our own table, the rest by the dictionary."""

import subprocess
import sys

import pytest

from liaison_desktop.store.pinyin import dictionary_readings, readings_of


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("单雄信", ["shan", "xiong", "xin"]),
        ("仇英", ["qiu", "ying"]),
        ("解晓东", ["xie", "xiao", "dong"]),
        ("曾春梅", ["zeng", "chun", "mei"]),
        ("区小红", ["ou", "xiao", "hong"]),
        ("朴志强", ["piao", "zhi", "qiang"]),
        ("覃丽华", ["qin", "li", "hua"]),
        ("尉迟恭", ["yu", "chi", "gong"]),
        ("万俟明", ["mo", "qi", "ming"]),
        ("单于明", ["chan", "yu", "ming"]),
        ("欧阳娜", ["ou", "yang", "na"]),
        ("吕布", ["lv", "bu"]),
    ],
)
def test_the_first_reading_is_that_of_the_name(name: str, readings: list[str]) -> None:
    assert [of_character[0] for of_character in readings_of(name)] == readings


def test_what_the_dictionary_says_of_a_surname_is_known_too() -> None:
    assert {"shan", "dan"} <= set(readings_of("单雄信")[0])
    assert {"lv", "lu"} == set(readings_of("吕布")[0])


def test_a_character_that_begins_a_surname_of_two_is_one_where_nothing_follows() -> None:
    assert readings_of("单于")[0][0] == "shan"


def test_what_is_no_character_has_no_reading() -> None:
    assert readings_of("李·\ue000") == [("li",), (), ()]


def test_a_rare_character_has_its_reading() -> None:
    assert [reading[0] for reading in readings_of("䶮㛃")] == ["yan", "jie"]


def test_every_character_is_read_as_the_dictionary_itself_reads_it() -> None:
    from pypinyin import Style, pinyin
    from pypinyin.constants import PINYIN_DICT

    others = {
        character
        for character in map(chr, PINYIN_DICT)
        if dictionary_readings(character)
        != list(dict.fromkeys(pinyin(character, Style.NORMAL, heteronym=True)[0]))
    }
    assert len(PINYIN_DICT) > 40_000
    assert not others


def test_the_dictionary_is_looked_up_and_not_loaded() -> None:
    code = (
        "import sys; from liaison_desktop.store.pinyin import readings_of\n"
        "assert readings_of('李') == [('li',)]\n"
        "assert not [name for name in sys.modules if name.startswith('pypinyin')]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
