"""English says one entry and two entries."""

import re

import pytest

from liaison_desktop.ui.i18n import FORMS, tr
from liaison_desktop.ui.plurals import Sentence
from tests.ui.test_english import WORDS, messages

TRANSLATIONS = [translation.text or "" for translation in messages(WORDS).values()]
COUNTS = {name for text in TRANSLATIONS for name in re.findall(r"\{(\w+):[^{}]*\|", text)}
SAME_FOR_ONE = frozenset({"is", "was", "has", "this", "times"})
"""Words that end in s and stand behind one as behind two, or never behind one."""


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 entry"), ("1", "1 entry"), (0, "0 entries"), ("10000+", "10000+ entries")],
)
def test_a_count_has_its_word(count: object, said: str):
    assert Sentence("{count} {count:entry|entries}").format(count=count) == said


def test_several_counts_of_a_sentence_have_each_its_own():
    words = Sentence("{visits} {visits:visit|visits}, {0} of {size:>3}")
    assert words.format("x", visits=1, size=2) == "1 visit, x of   2"


def test_a_sentence_goes_on():
    assert (Sentence("{n} {n:day|days}") + " ago").format(n=1) == "1 day ago"


@pytest.mark.usefixtures("english")
def test_what_the_screen_says_of_one():
    assert tr("共 {count} 次").format(count=1) == "1 visit"
    told = tr("来访 {visits} 批 {people} 人，事项 {matters} 件")
    assert told.format(visits=1, people=1, matters=2) == "1 visit, 1 person, 2 matters"
    topic = tr("“{topic}”历次恳谈 {count} 次：意见建议 {opinions} 条，承诺 {promises} 项")
    assert "1 meeting, 1 opinion or suggestion" in topic.format(
        topic="x", count=1, opinions=1, promises=2
    )


def test_no_count_stands_before_a_word_for_more_alone():
    assert "count" in COUNTS
    names = "|".join(sorted(COUNTS))
    before = re.compile(
        rf"\{{(?:{names})\}} (?:(?:more|bad|new|working|field) )?([a-z]+s|people)\b"
    )
    wrong = [text for text in TRANSLATIONS if set(before.findall(text)) - SAME_FOR_ONE]
    assert wrong == ALWAYS_MORE


ALWAYS_MORE = [
    "All {count} checks are well.",
    "This statement has {count} characters and one may have {most}: "
    "divide it here, or paste it into Notes.",
]
"""Sentences that are never said of one."""


def test_both_forms_stand_in_each():
    for text in TRANSLATIONS:
        assert all(spec.count(FORMS) == 1 for spec in re.findall(r"\{\w+:([^{}]*\|[^{}]*)\}", text))
