from datetime import date

import pytest

from liaison_desktop.model.faults import NotFound, NotSaved, ProblemCode
from liaison_desktop.model.rule_pack import Since, read_pack
from liaison_desktop.model.words import CountUnit
from liaison_desktop.paths import RESOURCES

RULE = """
[[rule]]
code = "reply"
label = "答复"
number = 1
unit = "month"
since = "assigned"
source = "样本"
valid_from = 2020-01-01
valid_to = 2025-12-31
"""
HEAD = 'code = "a-pack"\nname = "样本"\n'
LATER = RULE.replace("2020-01-01", "2026-01-01").replace("valid_to = 2025-12-31\n", "")


def test_every_pack_of_the_house_is_read_and_every_figure_has_its_source() -> None:
    packs = [
        read_pack(path.read_text(encoding="utf-8"))
        for path in sorted((RESOURCES / "rules").glob("*.toml"))
    ]
    assert packs
    for rule in (rule for pack in packs for rule in pack.rules):
        assert rule.source
        assert rule.label


def test_a_rule_is_the_one_that_holds_on_the_day() -> None:
    pack = read_pack(HEAD + RULE + LATER.replace("number = 1", "number = 2"))
    assert pack.rule("reply", date(2025, 12, 31)).number == 1
    late = pack.rule("reply", date(2026, 1, 1))
    assert (late.number, late.unit, late.since) == (2, CountUnit.MONTH, Since.ASSIGNED)
    first = pack.rule("reply", date(2009, 12, 31))  # the clock of the PC stood wrong
    assert first.valid_from == date(2020, 1, 1)
    with pytest.raises(NotFound):
        pack.rule("rely", date(2026, 1, 1))


@pytest.mark.parametrize(
    ("old", "new", "field", "code"),
    [
        ('source = "样本"\n', "", "rule.1.source", ProblemCode.MISSING),
        ('source = "样本"', 'source = " "', "rule.1.source", ProblemCode.MISSING),
        ("number = 1", "number = 0", "rule.1.number", ProblemCode.BAD_VALUE),
        ("number = 1", "number = true", "rule.1.number", ProblemCode.BAD_VALUE),
        ('"month"', '"moon"', "rule.1.unit", ProblemCode.BAD_VALUE),
        ('"month"', "[1]", "rule.1.unit", ProblemCode.BAD_VALUE),
        ('"assigned"', '"asigned"', "rule.1.since", ProblemCode.BAD_VALUE),
        ("2020-01-01", '"2020"', "rule.1.valid_from", ProblemCode.MISSING),
        ("2020-01-01", "2020-01-01T00:00:00Z", "rule.1.valid_from", ProblemCode.MISSING),
        ("2025-12-31", "2019-12-31", "rule.1.valid_to", ProblemCode.BAD_VALUE),
        ("label", "lable", "rule.1.lable", ProblemCode.UNKNOWN_KEY),
        ("[[rule]]", "[rule]", "rule", ProblemCode.MISSING),
        ('code = "a-pack"', "", "code", ProblemCode.MISSING),
    ],
)
def test_a_bad_pack_is_refused_at_its_place(
    old: str, new: str, field: str, code: ProblemCode
) -> None:
    with pytest.raises(NotSaved) as refused:
        read_pack((HEAD + RULE).replace(old, new))
    assert (field, code) in [(problem.field, problem.code) for problem in refused.value.problems]


def test_validities_of_one_rule_do_not_overlap() -> None:
    with pytest.raises(NotSaved) as refused:
        read_pack(HEAD + RULE + LATER.replace("2026-01-01", "2025-12-31"))
    (problem,) = refused.value.problems
    assert (problem.field, problem.code) == ("rule.2.valid_from", ProblemCode.OVERLAPS)
    assert len(read_pack(HEAD + RULE + LATER).rules) == 2
