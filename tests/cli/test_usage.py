"""A line that no verb understands: a plain sentence of the house, and no word of argparse's own."""

import re
from argparse import Action
from collections.abc import Callable

import pytest

from liaison_desktop.cli.main import VERBS, main
from liaison_desktop.cli.usage import Parser, a_day, a_month, a_number, an_id
from liaison_desktop.cli.verbs import Verb

Say = Callable[..., str]

THEIRS = re.compile(r"usage|error|argument|invalid|choose|required|expected|options|positional")
READERS = {a_day, a_month, a_number, an_id}


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Run a line that is wrong usage, and return what is said of it in its last line."""

    def say(*words: str) -> str:
        with pytest.raises(SystemExit) as ended:
            main(words, lambda _out: 0)
        told = capsys.readouterr()
        assert (ended.value.code, told.out) == (2, "")
        assert not THEIRS.search(told.err), told.err
        return told.err.splitlines()[-1]

    return say


def options_of(verb: Verb) -> list[Action]:
    parser = Parser()
    verb.declare(parser)
    return parser._actions  # what was declared has no public list


def test_every_verb_reads_its_days_and_numbers_in_the_same_way() -> None:
    others = [
        (verb.words, one.dest)
        for verb in VERBS
        for one in options_of(verb)
        if one.type not in READERS | {None}
        and not getattr(one.type, "__module__", "").startswith("liaison_desktop")
        and not getattr(one.type, "func", None)
    ]
    assert others == []


BAD = [
    pytest.param(verb, one, id=f"{verb.words} {one.dest}")
    for verb in VERBS
    for one in options_of(verb)
    if one.type in READERS
]


@pytest.mark.parametrize(("verb", "option"), BAD)
def test_a_word_that_cannot_be_read_is_said_with_an_example(
    say: Say, verb: Verb, option: Action
) -> None:
    written = [option.option_strings[0], "二月"] if option.option_strings else ["二月"]
    told = say(*verb.words.split(), *written)
    assert re.fullmatch(r"用法不对：\S+：写成 .+：二月。", told), told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("schedule dates --year 2026", "还缺：--rule"),
        ("schedule dates --rule", "--rule 后面还要写一个值"),
        ("schedule list --from 2026-02-30 --to 2026-03-01", "--from：写成 2026-11-20：2026-02-30"),
        ("deadline --from 2026-13-01 --count 2", "--from：写成 2026-11-20：2026-13-01"),
        ("deadline --from 2026-01-01", "要写其中一个：--rule --count"),
        ("deadline --from 2026-01-01 --rule a --count 2", "--count 不能与 --rule 同用"),
        ("deputy list --level village", "--level 没有 'village'，可以写："),
        ("deputy list --json=yes", "--json 后面不写值"),
        ("deputy list --colour", "不认识：--colour"),
        ("matter move M-1 assign --done-on 昨天", "--done-on：写成 2026-11-20：昨天"),
        ("matter move M-1 assign --route R99", "--route：写成 "),
        ("import deputies a.csv --column x", "--column/--map：写成 列号=栏目"),
        ("schedule nothing", "VERB 没有 'nothing'，可以写："),
        ("schedule", "还缺：VERB"),
        ("deputy list --active-o 明天", "--active-on：写成 2026-11-20：明天"),
    ],
)
def test_what_is_missing_or_too_much_is_named(say: Say, line: str, told: str) -> None:
    assert say(*line.split()).startswith(f"用法不对：{told}")


def test_the_manual_has_our_headings(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["schedule", "dates", "--help"], lambda _out: 0)
    told = capsys.readouterr().out
    assert told.startswith("用法：")
    assert "显示这份说明" in told
    assert not THEIRS.search(told)
