"""The calendars and packs of a home: those that come with the program, and a year imported."""

from datetime import date, datetime
from pathlib import Path

import pytest

from liaison_desktop.desk.desk import Desk
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import NotAllowed, NotSaved, ProblemCode, Refused, Unusable
from liaison_desktop.model.matter import Deadline, Matter
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.words import DeadlineCause, Move, ResultClass, Route, Urgency
from liaison_desktop.paths import RESOURCES
from liaison_desktop.store.wholes import whole
from tests.builders import a_matter, a_unit, a_visit
from tests.desk.test_matters import a_new_matter, assigned, facts, go
from tests.homes import StoppedClock

BUNDLED = (RESOURCES / "rules" / "zhejiang.toml").read_text(encoding="utf-8")


def a_pack(code: str = "qinghe-2026", valid_from: str = "2026-11-01") -> str:
    """Return the text of a pack by which a matter is answered within 15 days."""
    head, rules = BUNDLED.split("[[rule]]", 1)
    head = head.replace("zhejiang-2026", code).replace("2016-01-01", valid_from)
    old = 'code = "reply"\nlabel = "答复"\nnumber = 1\nunit = "month"'
    assert old in rules
    return f"{head}[[rule]]{rules.replace(old, old.replace('1', '15').replace('month', 'day'))}"


NEW_YEAR = """
year = 2027
source = "国务院办公厅关于2027年部分节假日安排的通知"

[rest]
2027-01-01 = "元旦"

[work]
2027-01-02 = "元旦"
"""


def test_a_year_that_comes_out_settles_what_was_tentative(
    desk: Desk, head_desk: Desk, clock: StoppedClock
) -> None:
    clock.now = datetime(2026, 12, 30, 9, tzinfo=SHANGHAI)
    visit = a_visit(received_at=clock.now, registered_at=clock.now)
    desk.visits.register(visit)
    matter = desk.matters.load(f"{visit.number}-1")
    assert (matter.due_on, matter.is_due_tentative) == (date(2027, 1, 4), True)

    year, moved = head_desk.rules.import_calendar(NEW_YEAR, 2027)
    assert (year.year, moved) == (2027, 1)
    matter = head_desk.matters.load(matter.number)
    assert (matter.due_on, matter.is_due_tentative) == (date(2027, 1, 4), False)
    assert head_desk.rules.load().calendar.why_rest(date(2027, 1, 2)) == ""
    assert head_desk.rules.import_calendar(NEW_YEAR)[1] == 0  # again, in place of the first


def test_a_calendar_of_another_year_is_refused(head_desk: Desk) -> None:
    text = (RESOURCES / "calendars" / "2026.toml").read_text(encoding="utf-8")
    with pytest.raises(NotSaved):
        head_desk.rules.import_calendar(text, 2027)


def test_the_clerk_imports_no_calendar(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.rules.import_calendar(NEW_YEAR)


def reply_days(desk: Desk) -> int:
    """Hand a new matter over and return the length of the limit for its answer."""
    matter = assigned(desk, a_new_matter(desk))
    (reply,) = [one for one in matter.deadlines if one.rule == "reply"]
    return (reply.end_on - reply.starts_on).days


@pytest.fixture
def with_units(desk: Desk) -> Desk:
    desk.units.register(a_unit("街道办城建办"))
    return desk


def test_a_pack_is_in_force_from_its_day_on_and_matters_keep_their_own(
    with_units: Desk, head_desk: Desk, clock: StoppedClock
) -> None:
    desk = with_units
    before = go(desk, a_new_matter(desk), Move.ROUTE, route=Route.TO_LOCAL_UNIT)
    pack = head_desk.rules.import_pack(a_pack(valid_from="2026-11-20"))
    assert [(one.pack.code, one.is_imported, one.is_in_force) for one in desk.rules.packs()] == [
        ("qinghe-2026", True, True),
        ("zhejiang-2026", False, False),
    ]
    assert desk.rules.load().in_force(date(2026, 11, 19)).code == "zhejiang-2026"
    assert desk.rules.load().packs[pack.code] == pack
    assert reply_days(desk) == 15
    before = go(desk, before, Move.ASSIGN, unit_name="街道办城建办")
    assert {one.pack for one in before.deadlines} == {"zhejiang-2026"}
    clock.now = datetime(2026, 11, 24, 9, tzinfo=SHANGHAI)
    head_desk.rules.import_pack(a_pack("qinghe-2026b", "2026-11-20"))  # takes its place
    assert desk.rules.load().in_force(date(2026, 11, 24)).code == "qinghe-2026b"
    head_desk.rules.import_pack(a_pack("qinghe-2027", "2027-01-01"))
    assert [one.pack.code for one in desk.rules.packs() if one.is_in_force] == ["qinghe-2026b"]


def test_a_pack_stays_in_the_home(desk: Desk, head_desk: Desk) -> None:
    head_desk.rules.import_pack(a_pack())
    again = desk.again()
    assert [one.pack.code for one in again.rules.packs()] == ["qinghe-2026", "zhejiang-2026"]
    again.close()


def test_a_code_stands_for_one_pack_for_ever(head_desk: Desk) -> None:
    head_desk.rules.import_pack(a_pack())
    head_desk.rules.import_pack(a_pack())  # the same file once more
    assert len(head_desk.rules.packs()) == 2
    with pytest.raises(Refused, match="pack_known"):
        head_desk.rules.import_pack(a_pack(valid_from="2026-12-01"))
    with pytest.raises(Refused, match="pack_known"):
        head_desk.rules.import_pack(a_pack("zhejiang-2026"))


def test_a_pack_that_cannot_be_counted_by_is_refused(
    desk: Desk, head_desk: Desk, tmp_path: Path
) -> None:
    def fields(text: str) -> list[tuple[str, ProblemCode]]:
        with pytest.raises(NotSaved) as refused:
            head_desk.rules.import_pack(text)
        return [(one.field, one.code) for one in refused.value.problems]

    assert fields(a_pack().replace("valid_from = 2026-11-01\n", "", 1)) == [
        ("valid_from", ProblemCode.MISSING)
    ]
    assert fields(a_pack().replace('"redo"', '"again"')) == [("rule.redo", ProblemCode.MISSING)]
    assert fields("这不是规则包")[0] == ("file", ProblemCode.BAD_VALUE)
    assert fields(a_pack() + "#" * 60_000) == [("file", ProblemCode.TOO_LONG)]
    with pytest.raises(NotAllowed):
        desk.rules.import_pack(a_pack())
    with pytest.raises(Unusable, match="file_missing"):
        head_desk.rules.import_pack_file(tmp_path / "none.toml")
    (tmp_path / "gbk.toml").write_bytes("名".encode("gbk"))
    with pytest.raises(Unusable, match="not_utf8"):
        head_desk.rules.import_pack_file(tmp_path / "gbk.toml")
    assert len(head_desk.rules.packs()) == 1


def test_a_year_that_comes_out_settles_every_limit_that_runs(
    with_units: Desk, head_desk: Desk, clock: StoppedClock
) -> None:
    desk = with_units
    clock.now = datetime(2026, 12, 7, 9, tzinfo=SHANGHAI)
    matter = go(desk, a_new_matter(desk), Move.ROUTE, route=Route.TO_LOCAL_UNIT)
    day = {"done_on": date(2026, 12, 7)}
    matter = go(desk, matter, Move.ASSIGN, unit_name="街道办城建办", **day)
    assert (matter.due_on, matter.is_due_tentative) == (date(2026, 12, 10), False)
    put_off = {"due_on": date(2027, 1, 9), **day}
    matter = go(desk, matter, Move.EXTEND, **put_off)
    limit = matter.deadlines[-1]
    assert (limit.cause, limit.is_tentative) == (DeadlineCause.EXTENDED, True)
    assert head_desk.rules.import_calendar(NEW_YEAR)[1] == 1
    limit = facts(desk, matter).matter.deadlines[-1]
    assert (limit.due_on, limit.is_tentative) == (date(2027, 1, 11), False)


LONGER_NEW_YEAR = """
year = 2027
source = "国务院办公厅关于2027年部分节假日安排的通知"

[rest]
2027-01-01 = "元旦"
2027-01-08 = "元旦"
"""


def stood_still(desk: Desk, clock: StoppedClock) -> Matter:
    """Let an urgent matter stand still over the new year: answered within five working days."""
    clock.now = datetime(2026, 12, 28, 9, tzinfo=SHANGHAI)
    visit = a_visit(matters=[a_matter(urgency=Urgency.URGENT)])
    visit.received_at = visit.registered_at = clock.now
    desk.visits.register(visit)
    matter = desk.matters.load(f"{visit.number}-1")
    matter = go(desk, matter, Move.ROUTE, route=Route.TO_LOCAL_UNIT, done_on=date(2026, 12, 28))
    day = {"done_on": date(2026, 12, 28)}
    matter = go(desk, matter, Move.ASSIGN, unit_name="街道办城建办", **day)
    clock.now = datetime(2027, 1, 6, 9, tzinfo=SHANGHAI)
    matter = go(desk, matter, Move.SUSPEND, done_on=date(2026, 12, 30))
    return go(desk, matter, Move.RESUME, done_on=date(2027, 1, 6))


def replies(desk: Desk, matter: Matter) -> list[Deadline]:
    return [one for one in facts(desk, matter).matter.deadlines if one.rule == "reply_urgent"]


def test_a_limit_that_a_standstill_moved_is_counted_again_like_the_others(
    with_units: Desk, head_desk: Desk, clock: StoppedClock
) -> None:
    desk = with_units
    matter = stood_still(desk, clock)
    former, moved = replies(desk, matter)
    # two of its five working days were gone; three are left after 6 January
    assert (former.due_on, moved.due_on, moved.is_tentative) == (
        date(2027, 1, 4),
        date(2027, 1, 11),
        True,
    )
    assert head_desk.rules.import_calendar(LONGER_NEW_YEAR)[1] == 1
    kept, moved = replies(desk, matter)
    assert (moved.due_on, moved.is_tentative) == (date(2027, 1, 12), False)  # the 8th is no day
    assert (kept.due_on, kept.ended_on) == (former.due_on, date(2027, 1, 6))
    assert not facts(desk, matter).matter.is_due_tentative


def test_a_correction_after_the_import_counts_what_the_import_counted(
    with_units: Desk, head_desk: Desk, clock: StoppedClock
) -> None:
    desk = with_units
    matter = stood_still(desk, clock)
    matter = go(desk, matter, Move.SUSPEND, done_on=date(2027, 1, 6))
    clock.now = datetime(2027, 1, 11, 9, tzinfo=SHANGHAI)
    matter = go(desk, matter, Move.RESUME, done_on=date(2027, 1, 11))
    head_desk.rules.import_calendar(LONGER_NEW_YEAR)
    *_former, moved = replies(desk, matter)
    assert (moved.due_on, moved.is_tentative) == (date(2027, 1, 14), False)
    matter = facts(desk, matter).matter
    step = next(one for one in facts(desk, matter).trail if one.move is Move.ROUTE)
    desk.matters.correct_step(matter, step.uid, {"deputy": "王建国"}, "漏记")
    *_former, again = replies(desk, matter)
    assert (again.due_on, again.is_tentative) == (moved.due_on, moved.is_tentative)
    assert (again.suspended_on, again.starts_on) == (date(2027, 1, 6), date(2026, 12, 28))


def test_a_correction_leaves_alone_what_had_ended_before_the_calendar_came(
    with_units: Desk, head_desk: Desk, clock: StoppedClock
) -> None:
    desk = with_units
    matter = stood_still(desk, clock)
    matter = go(
        desk, matter, Move.REPLY, result_class=ResultClass.RESOLVED, done_on=clock.now.date()
    )
    before = [(one.due_on, one.is_tentative, one.ended_on) for one in replies(desk, matter)]
    assert before[-1][:2] == (date(2027, 1, 11), True)
    head_desk.rules.import_calendar(LONGER_NEW_YEAR)
    matter = facts(desk, matter).matter
    step = next(one for one in facts(desk, matter).trail if one.move is Move.ROUTE)
    desk.matters.correct_step(matter, step.uid, {"deputy": "王建国"}, "漏记")
    again = [(one.due_on, one.is_tentative, one.ended_on) for one in replies(desk, matter)]
    assert again == before


def test_a_standstill_of_an_earlier_version_stays_open_where_its_first_day_is_not_known(
    with_units: Desk, head_desk: Desk, clock: StoppedClock
) -> None:
    desk = with_units
    matter = stood_still(desk, clock)
    with desk._store.act(desk.user, Action.CORRECT_MATTER, matter) as session:
        old = session.scalar(whole(Matter).where(Matter.uid == matter.uid))
        assert old is not None
        old.deadlines[-1].suspended_on = None
    head_desk.rules.import_calendar(LONGER_NEW_YEAR)
    *_former, moved = replies(desk, matter)
    assert (moved.due_on, moved.is_tentative) == (date(2027, 1, 11), True)
