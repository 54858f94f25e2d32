"""A roster: what its heading is, who stands in a row, and who stands in two."""

import pytest

from liaison_desktop.model.draw_roster import DrawOrder, DrawRoster, build_roster
from liaison_desktop.model.faults import NotSaved, Problem
from liaison_desktop.model.words import Sex


def roster_of(*lines: str) -> DrawRoster:
    return build_roster("名单.csv", [(line, line.split(",")) for line in lines])


def refused(roster: DrawRoster, order: DrawOrder) -> list[Problem]:
    with pytest.raises(NotSaved) as why:
        roster.draw(order)
    return why.value.problems


def test_the_heading_and_blank_lines_are_left_out():
    roster = roster_of(
        "清河街道居民名单,,",
        "序号,姓名,性别,手机,社区",
        ",,,,",
        "",
        "1,马秀英,女,138 0000 1234,和平社区",
        "2,陈国强,男,13800001235,清河小区",
    )

    assert roster.heading == "序号,姓名,性别,手机,社区"
    assert [row.line for row in roster.rows] == [5, 6]
    assert roster.texts[0] == "1,马秀英,女,138 0000 1234,和平社区"
    first = roster.rows[0]
    assert (roster.name_of(first), roster.sex_of(first)) == ("马秀英", Sex.FEMALE)
    assert (roster.phone_of(first), roster.said(first, "body")) == ("13800001234", "和平社区")


def test_a_first_line_that_is_nothing_known_is_a_person():
    roster = roster_of("马秀英,和平社区", "陈国强,清河小区")

    assert (roster.heading, len(roster.rows)) == ("", 2)
    assert [roster.name_of(row) for row in roster.rows] == ["马秀英", "陈国强"]
    assert roster_of("name", "马秀英").heading == "name"
    assert roster_of("马秀英").rows[0].line == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("姓名,电话", "马秀英,13800001234", "陈国强,", "马秀英,138-0000-1234"),
        ("姓名,身份证号", "马秀英,99999919620315002x", "陈国强,", "马秀英,99999919620315002X"),
        ("姓名,社区", "马秀英,和平社区", "陈国强,和平社区", "马秀英,和平社区"),
    ],
)
def test_somebody_twice_is_named_by_both_lines(lines: tuple[str, ...]):
    [problem] = refused(roster_of(*lines), DrawOrder("种子", 1))

    assert (problem.field, problem.detail) == ("roster", "2、4")


def test_namesakes_are_two_people():
    roster = roster_of("姓名,电话", "马秀英,13800001234", "马秀英,13800001235")

    assert sorted(roster.draw(DrawOrder("种子", 2)).chosen) == [0, 1]


def test_a_row_without_a_name_is_named():
    problems = refused(roster_of("姓名,电话", "马秀英,1", ",2"), DrawOrder("种子", 1))

    assert [problem.field for problem in problems] == ["roster.3.name"]


def test_strata_are_of_a_column_that_is_there():
    roster = roster_of(
        "姓名,社区", *(f"居民{n},{'和平社区' if n % 2 else '清河小区'}" for n in range(8))
    )
    order = DrawOrder("种子", stratum_column="社区", sizes={"和平社区": 3, "清河小区": 1})

    drawn = roster.draw(order)

    assert (order.total, order.strata) == (4, "和平社区=3\n清河小区=1")
    assert [roster.rows[place].cells[1] for place in drawn.chosen] == ["和平社区"] * 3 + [
        "清河小区"
    ]
    wrong = DrawOrder("种子", stratum_column="楼栋", sizes={"1": 1})
    assert [one.detail for one in refused(roster, wrong)] == ["姓名、社区"]
    many = DrawOrder("种子", stratum_column="社区", sizes={"和平社区": 5})
    assert [(one.field, one.detail) for one in refused(roster, many)] == [("sizes", "和平社区 4")]
    assert [one.field for one in refused(roster, DrawOrder("种子", stratum_column="社区"))] == [
        "sizes"
    ]
