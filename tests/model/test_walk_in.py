"""Who walks in is typed in one line, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.model.consultation_words import Origin, ParticipantKind
from liaison_desktop.model.walk_in import WalkIn, read_walk_in
from liaison_desktop.model.words import LABELS

WORDS = ("马秀英", "和平社区", "３楼", "13800001234", "110", "部门", "专家", "邀请", "随机抽取")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("马秀英", WalkIn("马秀英")),
        ("马秀英 和平社区", WalkIn("马秀英", "和平社区")),
        ("马秀英　和平社区，13800001234", WalkIn("马秀英", "和平社区", "13800001234")),
        ("赵经理 13800001234 物业公司", WalkIn("赵经理", "物业公司", "13800001234")),
        (
            "赵经理 物业公司 部门 邀请",
            WalkIn("赵经理", "物业公司", "", ParticipantKind.DEPARTMENT, Origin.INVITED),
        ),
        ("陈国强 和平社区 3号楼", WalkIn("陈国强", "和平社区 3号楼")),
        ("", WalkIn("")),
    ],
)
def test_a_line_says_who_came(line: str, who: WalkIn):
    assert read_walk_in(line) == who


def test_the_words_of_the_screen_are_understood_beside_the_chinese_ones():
    further = {
        "Department": ParticipantKind.DEPARTMENT,
        "Drawn at random": Origin.DRAWN,
        "Members of the deliberation body": ParticipantKind.MEMBER,
    }
    drawn = read_walk_in("赵经理 物业公司 drawn at random department", further)
    assert drawn == WalkIn("赵经理", "物业公司", "", ParticipantKind.DEPARTMENT, Origin.DRAWN)
    member = read_walk_in("陈国强 Members of the deliberation body 邀请 at", further)
    assert member == WalkIn("陈国强", "at", "", ParticipantKind.MEMBER, Origin.INVITED)


def test_a_name_that_is_a_word_of_a_list_stays_a_name():
    assert read_walk_in("专家 和平社区").name == "专家"


@given(st.lists(st.sampled_from(WORDS)))
def test_no_word_of_a_line_is_lost(words: list[str]):
    who = read_walk_in(" ".join(words))
    kept = [who.name, *who.body.split(), who.phone, LABELS[who.kind], LABELS[who.origin]]

    assert not set(words) - set(kept)
