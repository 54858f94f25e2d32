"""A rule pack is held against the table of moves before a station counts by it."""

from datetime import date

import pytest

from liaison_desktop.model.faults import NotSaved, ProblemCode
from liaison_desktop.model.matter_clocks import running
from liaison_desktop.model.matter_flow import REPLY_CLOCKS, TABLE
from liaison_desktop.model.matter_guards import Around, check_step
from liaison_desktop.model.matter_moves import take_step
from liaison_desktop.model.pack_check import EVENTS, WANTED, check_pack, countable_from
from liaison_desktop.model.rule_pack import RulePack, Since, read_pack
from liaison_desktop.model.words import Move, Route
from liaison_desktop.paths import RESOURCES
from tests.model.matters import BEGAN, PACK, RULES, a_step, begun, go

TEXT = (RESOURCES / "rules" / "zhejiang.toml").read_text(encoding="utf-8")


def changed(old: str, new: str) -> RulePack:
    assert old in TEXT
    return read_pack(TEXT.replace(old, new))


def found(pack: RulePack) -> list[tuple[str, ProblemCode, str]]:
    with pytest.raises(NotSaved) as refused:
        check_pack(pack)
    return [(one.field, one.code, one.detail) for one in refused.value.problems]


def test_the_pack_of_the_house_counts_from_where_the_table_starts_each_limit() -> None:
    check_pack(PACK)
    for rule in PACK.rules:
        if rule.code in EVENTS and rule.code != "declined_notice":  # counted from registration
            assert rule.since is EVENTS[rule.code], rule.code


def test_every_limit_that_the_table_starts_has_its_event() -> None:
    started = {code for row in TABLE for code in row.starts}
    assert started <= set(EVENTS)
    assert set(EVENTS) <= WANTED
    assert countable_from("reply") == (Since.REGISTERED, Since.ASSIGNED)
    assert countable_from("reassign") == (Since.REGISTERED, Since.ASSIGNED, Since.RETURNED)
    assert countable_from("a_rule_of_their_own") == ()


def test_a_limit_may_count_from_an_earlier_event_and_then_does() -> None:
    old = 'code = "reply"\nlabel = "答复"\nnumber = 1\nunit = "month"\nsince = "assigned"'
    pack = changed(old, old.replace("assigned", "registered"))
    check_pack(pack)
    rules = type(RULES)({pack.code: pack}, RULES.calendar)
    matter, day = go(begun(), Move.ROUTE, route=Route.TO_LOCAL_UNIT), date(2026, 3, 9)
    step = a_step(matter, Move.ASSIGN, day)
    around = Around(day, BEGAN, rules)
    take_step(matter, step, check_step(matter, step, around), around)
    reply, acknowledge = running(matter, REPLY_CLOCKS), running(matter, ("acknowledge",))
    assert reply is not None
    assert acknowledge is not None
    assert (reply.starts_on, acknowledge.starts_on) == (BEGAN, day)
    assert reply.due_on == date(2026, 4, 2)


def test_a_limit_cannot_count_from_what_is_yet_to_come() -> None:
    old = 'code = "reply"\nlabel = "答复"\nnumber = 1\nunit = "month"\nsince = "assigned"'
    pack = changed(old, old.replace("assigned", "fed_back"))
    assert found(pack) == [("rule.7.since", ProblemCode.BAD_VALUE, "registered、assigned")]


def test_a_limit_that_is_missing_or_has_a_gap_is_said() -> None:
    pack = changed('code = "redo"', 'code = "another"')
    assert found(pack) == [("rule.redo", ProblemCode.MISSING, "")]
    start = TEXT.index('code = "screen"')
    text = TEXT[:start] + TEXT[start:].replace(
        "valid_from = 2016-01-01", "valid_from = 2016-01-01\nvalid_to = 2026-12-31", 1
    )
    assert found(read_pack(text)) == [("rule.screen", ProblemCode.GAP, "2027-01-01")]
    late = changed(
        'valid_from = 2016-01-01\n\n[[rule]]\ncode = "screen"',
        'valid_from = 2015-01-01\n\n[[rule]]\ncode = "screen"',
    )
    assert ("rule.reply", ProblemCode.GAP, "2015-01-01") in found(late)


@pytest.mark.parametrize("code", ["", "a b", "包", "x" * 31, "a/../b"])
def test_a_code_is_short_and_plain(code: str) -> None:
    pack = RulePack(code, PACK.name, PACK.valid_from, PACK.rules)
    assert ("code", ProblemCode.BAD_VALUE, "0-9 A-Z a-z -") in found(pack)


def test_the_notice_of_a_consultation_is_counted_in_calendar_days() -> None:
    old = 'code = "consultation_notice"\nlabel = "恳谈会公告"\nnumber = 3\nunit = "day"'
    pack = changed(old, old.replace('"day"', '"workday"'))
    place = 1 + [rule.code for rule in pack.rules].index("consultation_notice")

    assert found(pack) == [(f"rule.{place}.unit", ProblemCode.BAD_VALUE, "day")]
    check_pack(changed('code = "consultation_notice"', 'code = "a_rule_of_their_own"'))
