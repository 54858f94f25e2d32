"""What is typed and what a person bears are cut alike."""

import hashlib

import pytest

from liaison_desktop.model.numbering import NumberKind, build_number, matter_number
from liaison_desktop.store.gram_keys import EDITION, Words, ask, grams_of
from liaison_desktop.store.plain_text import plain


def a_bearer(name: str, phone: str, id_no: str) -> Words:
    return Words(names=[name], phones=[phone], ids=[id_no])


LI = ("李桂芳", "13800001234", "99999919500101123X")
SHAN = ("单雄信", "0573-8000 0001", "")
ZHANG = ("张三", "", "")
UYGHUR = ("阿卜杜拉·买买提", "13800005678", "")
SMITH = ("John Smith", "+86 138 0000 9999", "")

FOUND = [
    (LI, "李"),
    (LI, "桂芳"),
    (LI, "李桂芳"),
    (LI, "芳"),
    (LI, "liguifang"),
    (LI, "LI GUI FANG"),
    (LI, "ligui"),
    (LI, "liguif"),
    (LI, "guifang"),
    (LI, "lgf"),
    (LI, "l'g'f"),
    (LI, "l g f"),
    (LI, "lguif"),
    (LI, "lgfang"),
    (LI, "ligf"),
    (LI, "gf"),
    (LI, "l"),
    (LI, "李g"),
    (LI, "李g'f"),
    (LI, "李 1234"),
    (LI, "lgf 138"),
    (LI, "1"),
    (LI, "13"),
    (LI, "138"),
    (LI, "1380000"),
    (LI, "0001"),
    (LI, "1234"),
    (LI, "138 0000 1234"),
    (LI, "１３８００００１２３４"),
    (LI, "123x"),
    (LI, "123X"),
    (LI, "01123x"),
    (LI, "99999919500101123X"),
    (SHAN, "shan"),
    (SHAN, "dan"),
    (SHAN, "sxx"),
    (SHAN, "shxx"),
    (SHAN, "80000001"),
    (SHAN, "057380"),
    (ZHANG, "zs"),
    (ZHANG, "zhs"),
    (ZHANG, "zhsan"),
    (ZHANG, "zhangs"),
    (UYGHUR, "买买提"),
    (UYGHUR, "阿卜杜拉买买提"),
    (UYGHUR, "阿卜杜拉·买买"),
    (UYGHUR, "abudulamaimaiti"),
    (UYGHUR, "mmt"),
    (SMITH, "john"),
    (SMITH, "smi"),
    (SMITH, "John Smith"),
    (SMITH, "9999"),
    (("某\ue123", "", ""), "\ue123"),
    (("某㛃𬱖䶮", "", ""), "㛃𬱖"),
    (("吕布", "", ""), "lvbu"),
    (("吕布", "", ""), "lub"),
]

NOT_FOUND = [
    (LI, ""),
    (LI, " ·'"),
    (LI, "李芳"),
    (LI, "lf"),
    (LI, "igf"),
    (LI, "李 5678"),
    (LI, "5678"),
    (LI, "8000 1"),
    (LI, "13800001235"),
    (LI, "12345"),
    (LI, "999999"),
    (LI, "23x"),
    (LI, "lgf 李大"),
    (UYGHUR, "阿卜杜拉提买买"),
    (("李桂芳", "12341235", ""), "2351234"),
]


@pytest.mark.parametrize(("bearer", "typed"), FOUND)
def test_a_person_is_found_by(bearer: tuple[str, str, str], typed: str) -> None:
    assert ask(typed).fits(a_bearer(*bearer))


@pytest.mark.parametrize(("bearer", "typed"), NOT_FOUND)
def test_a_person_is_not_found_by(bearer: tuple[str, str, str], typed: str) -> None:
    assert not ask(typed).fits(a_bearer(*bearer))


def test_what_every_gram_is_of_can_be_near_the_mark_and_is_looked_at_again() -> None:
    asked = ask("2351234")
    [by_phone] = [way for way in asked.runs[0] if way.field == "phones"]
    assert set(grams_of(Words(phones=["123512342351"]))).issuperset(by_phone.grams)
    assert set(grams_of(Words(phones=["12345123523512"]))).issuperset(by_phone.grams)
    assert asked.is_near(["phones"])
    assert not asked.fits(Words(phones=["12345123523512"]))
    assert asked.fits(Words(phones=["02351234"]))


@pytest.mark.parametrize("typed", ['"', 'a"b OR q*', "李 OR 王", "NOT 李", "(", "n李-王", "'--"])
def test_no_typed_character_is_taken_for_the_language_of_queries(typed: str) -> None:
    for run in ask(typed).runs:
        for way in run:
            assert all('"' not in gram and " " not in gram for gram in way.grams)


def test_a_document_names_each_gram_once_and_no_gram_holds_what_separates_them() -> None:
    for bearer in (LI, SHAN, ZHANG, UYGHUR, SMITH):
        grams = grams_of(a_bearer(*bearer))
        assert len(set(grams)) == len(grams)
        assert all(gram == "".join(gram.split()) and plain(gram) == gram for gram in grams)


def test_a_long_name_has_a_bounded_number_of_grams() -> None:
    assert len(grams_of(a_bearer("曾" * 50, "1" * 20, "9" * 18))) < 400
    assert len(grams_of(a_bearer("曾重长乐", "13800001234", ""))) < 1500


WHOLE = Words(
    names=["李桂芳"],
    numbers=["QHJD-L-2026-0012-K"],
    births=["1962-03"],
    addresses=["石桥村三组18号"],
    words=["路灯不亮", "楼道里的路灯坏了半个月，WiFi 也断了。"],
)


@pytest.mark.parametrize(
    "typed",
    [
        "石",
        "石桥",
        "石桥村三",
        "18",
        "18号",
        "路",
        "路灯坏",
        "路灯坏了半个月",
        "半个月，wifi",
        "wif",
        "李桂芳 路灯",
        "lgf 石桥",
        "12",
        "0012",
        "2026-0012",
        "QHJD-L-2026-0012-K",
        "qhjdl",
        "1962",
        "196203",
        "1962-03",
    ],
)
def test_a_record_is_found_by_any_of_its_words(typed: str) -> None:
    assert ask(typed).fits(WHOLE)


@pytest.mark.parametrize("typed", ["石村", "路灯亮了", "月半", "1963", "0013", "2026-0013", "桥石"])
def test_a_record_is_not_found_by_what_is_not_in_it(typed: str) -> None:
    assert not ask(typed).fits(WHOLE)


def _numbers() -> list[str]:
    """Return a number with each of the 37 check characters."""
    found = [build_number("QHJD", NumberKind.VISIT, 2026, n) for n in range(1, 2000)]
    return list({number[-1]: number for number in found}.values())


def test_there_are_numbers_of_every_check_character() -> None:
    assert len(_numbers()) == 37


@pytest.mark.parametrize("number", _numbers())
def test_a_number_is_found_in_every_way_to_say_it(number: str) -> None:
    code, kind, year, digits, check = number.split("-")
    typed = [
        number,
        number.replace("-", ""),
        f"{kind}-{year}-{digits}-{check}",
        f"{year}-{digits}",
        f"{year}{digits}",
        f"{digits}-{check}",
        digits,
        digits[-2:],
        *(number[:end] for end in range(len(f"{code}-{kind}-{year}"), len(number))),
    ]
    for one in (Words(numbers=[number]), Words(numbers=[matter_number(number, 2)])):
        assert [text for text in typed if not ask(text).fits(one)] == []
    assert ask(matter_number(number, 2)).fits(Words(numbers=[matter_number(number, 2)]))
    assert not ask(number).fits(Words(numbers=[build_number(code, NumberKind.VISIT, 2025, 1)]))


def test_letters_beside_many_digits_are_looked_at_and_not_asked_of_the_index() -> None:
    asked = ask("QHJD-L-2026-0012-K")
    assert asked.expression("v", ["numbers"]) == '(("vs20260012"))'
    assert asked.is_near(["numbers"])
    assert not asked.fits(Words(numbers=["QHJD-L-2026-0012-M"]))
    assert "vrqhjd" in ask("QHJD 0012").expression("v", ["numbers"])


def test_the_day_of_birth_is_in_the_number_of_the_card() -> None:
    born = Words(ids=["99999919620315123X"])
    assert [ask(typed).fits(born) for typed in ("1962", "196203", "19620315", "19620316")] == [
        True,
        True,
        True,
        False,
    ]


def test_the_grams_of_an_edition_never_change() -> None:
    """Another digest here means: raise EDITION, for every index holds the former grams."""
    bearers = [*(a_bearer(*bearer) for bearer in (LI, SHAN, ZHANG, UYGHUR, SMITH)), WHOLE]
    said = "|".join(" ".join(sorted(grams_of(bearer))) for bearer in bearers)
    assert (EDITION, hashlib.sha256(said.encode()).hexdigest()[:16]) == (5, "c45be10c8e272550")
