"""A draw is repeated by anyone from the figures that are printed of it."""

import hashlib
import random
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_desktop.model.faults import NotSaved, ProblemCode
from liaison_desktop.model.random_draw import draw, hash_of

ROW = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
ROWS = st.lists(ROW, min_size=1, max_size=30, unique_by=lambda row: normalize("NFC", row))
SEED = ROW.filter(lambda seed: bool(seed.strip()))


def repeat(printed_rows: str, seed: str, size: int, roster_hash: str) -> list[str]:
    """The ten lines that anybody would write, of what is printed and nothing of ours."""
    rows = [normalize("NFC", row) for row in printed_rows.split("\n")]
    assert hashlib.sha256("\n".join(rows).encode("utf-8")).hexdigest() == roster_hash
    ranked = {
        hashlib.sha256((normalize("NFC", seed) + "\n" + row).encode("utf-8")).hexdigest(): row
        for row in rows
    }
    return [ranked[digest] for digest in sorted(ranked)][:size]


@settings(deadline=None)
@given(ROWS, SEED, st.data())
def test_ten_lines_of_somebody_else_draw_the_same(rows: list[str], seed: str, data: st.DataObject):
    size = data.draw(st.integers(1, len(rows)))

    drawn = draw(rows, size, seed)

    names = [normalize("NFC", rows[place]) for place in drawn.chosen]
    assert names == repeat("\n".join(rows), seed, size, drawn.roster_hash)


@settings(deadline=None)
@given(ROWS, SEED, st.randoms())
def test_the_order_of_the_file_is_in_the_hash_and_not_in_the_draw(
    rows: list[str], seed: str, chance: random.Random
):
    turned = list(rows)
    chance.shuffle(turned)
    size = (len(rows) + 1) // 2

    first, second = draw(rows, size, seed), draw(turned, size, seed)

    assert [rows[place] for place in first.chosen] == [turned[place] for place in second.chosen]
    assert (first.roster_hash == second.roster_hash) == (rows == turned)


@settings(deadline=None)
@given(ROWS, SEED)
def test_how_a_character_is_put_together_makes_no_difference(rows: list[str], seed: str):
    apart = [normalize("NFD", row) for row in rows]

    assert draw(rows, 1, seed) == draw(apart, 1, normalize("NFD", seed))
    assert hash_of(rows) == hash_of(apart)


HASH = "a14f4825ea1b155519734f67519d369b3ca3aa4f8baa7cc6d6856475a2f02190"
"""Of the forty rows below, taken with sha256sum, as the places were."""


def test_a_draw_is_what_sha256sum_and_sort_make_it():
    rows = [f"居民{number:02d},13800000{number:03d}" for number in range(1, 41)]

    drawn = draw(rows, 5, "2026-11-20 QHJD-K-2026-0001")

    assert [place + 1 for place in drawn.chosen] == [38, 22, 39, 37, 21]
    assert drawn.roster_hash == HASH


def test_of_each_stratum_as_many_as_are_asked_for():
    rows = [f"居民{number}" for number in range(30)]
    strata = ["和平社区" if number % 3 else "清河小区" for number in range(30)]

    drawn = draw(rows, 0, "种子", strata, {"清河小区": 2, "和平社区": 7})

    assert [strata[place] for place in drawn.chosen] == ["清河小区"] * 2 + ["和平社区"] * 7
    alone = draw(
        [row for row, one in zip(rows, strata, strict=True) if one == "清河小区"], 2, "种子"
    )
    assert len(alone.chosen) == 2


@pytest.mark.parametrize(
    ("rows", "size", "seed", "field", "code"),
    [
        (["甲", "乙"], 3, "s", "size", ProblemCode.TOO_FEW_ROWS),
        (["甲", "乙"], 0, "s", "size", ProblemCode.TOO_FEW_ROWS),
        ([], 1, "s", "roster", ProblemCode.MISSING),
        (["甲"], 1, "  ", "seed", ProblemCode.MISSING),
        (["é", "e\u0301"], 1, "s", "roster", ProblemCode.SAME_PERSON),
    ],
)
def test_what_cannot_be_drawn_is_named(
    rows: list[str], size: int, seed: str, field: str, code: ProblemCode
):
    with pytest.raises(NotSaved) as refused:
        draw(rows, size, seed)
    assert [(one.field, one.code) for one in refused.value.problems] == [(field, code)]
