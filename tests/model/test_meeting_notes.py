"""Notes are taken apart into statements, and nothing of them is lost."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from liaison_desktop.model.consultation_words import ParticipantKind, StatementKind
from liaison_desktop.model.meeting_notes import CONTINUED, MOST_CONTENT, Noted, read_notes
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.statement import Statement
from tests.builders import a_consultation, a_participant, a_statement

MEETING = a_consultation()


def who(name: str, kind: ParticipantKind = ParticipantKind.RESIDENT, post: str = "") -> Participant:
    return a_participant(MEETING, name, participant_kind=kind, post=post, body=f"{name[0]}家")


PEOPLE = [
    who("马秀英"),
    who("陈国强"),
    who("张建军", ParticipantKind.DEPARTMENT, "清河物业公司经理"),
    who("李志强", ParticipantKind.DEPARTMENT),
    who("李桂芳"),
    who("王建国", ParticipantKind.DEPUTY),
    who("周丽华"),
    who("周丽华"),
]


def told(text: str) -> list[tuple[str, str]]:
    return [(one.speaker, one.content) for one in read_notes(text, PEOPLE)]


def blankless(text: str) -> str:
    return "".join(text.split())


def test_a_name_and_a_colon_begin_a_statement():
    lines = ["会议记录", "马秀英：电梯停运三天才修。", "没有人回应。", "陈国强: 建议公开维修记录。"]
    text = "\n".join([*lines, "", "散会。"])

    assert told(text) == [
        ("", "会议记录"),
        ("马秀英", "电梯停运三天才修。\n没有人回应。"),
        ("陈国强", "建议公开维修记录。"),
        ("", "散会。"),
    ]


def test_who_takes_part_is_tied_and_others_stay_text():
    text = "马 秀英：一\n赵丽：二\n周丽华：三\n王建国说：四\n陈国强（清河小区）：五"

    noted = read_notes(text, PEOPLE)

    assert [one.participant.name if one.participant else None for one in noted] == [
        "马秀英",
        None,
        None,  # two bear the name
        "王建国",
        "陈国强",
    ]
    assert [one.speaker for one in noted] == ["马 秀英", "赵丽", "周丽华", "王建国说", "陈国强"]
    assert [one.body for one in noted] == ["马家", "", "", "王家", "清河小区"]


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("张经理", "张建军"),
        ("张建军经理", "张建军"),
        ("张书记", None),
        ("李主任", None),
        ("李女士", None),
        ("马女士", "马秀英"),
        ("马主任", None),
        ("王代表", "王建国"),
        ("陈代表", None),
        ("周阿姨", None),
        ("赵经理", None),
    ],
)
def test_a_title_ties_only_where_one_alone_is_meant(called: str, name: str | None):
    [noted] = read_notes(f"{called}：好的。", PEOPLE)
    assert (noted.participant.name if noted.participant else None) == name
    assert noted.speaker == called


@pytest.mark.parametrize(
    "line",
    [
        "14:30 会议开始",
        "14：30开始",
        "下午2：30继续",
        "赞成和反对是3：1",
        "见 https://example.cn/a",
        "https://example.cn/a:8080",
        "C:\\会议\\记录",
        "他当时讲得很清楚，大家都听见了：没有人管",
        "主要有下面的问题，如下：",
        "情况如下：电梯停了",
        "现在的问题是：没有人管",
        "这一句话前面没有标点可是已经超过二十个字了吧：不是姓名",
        "：没有姓名",
        "12345：已经打过",
    ],
)
def test_times_ratios_and_sentences_are_no_speakers(line: str):
    [noted] = read_notes(f"马秀英：电梯停运。\n{line}", PEOPLE)
    assert (noted.speaker, noted.content) == ("马秀英", f"电梯停运。\n{line}")


def test_numbers_and_times_before_a_speaker_stay_with_his_words():
    text = "1、马秀英：电梯停运。\n（2）陈国强：路灯不亮。\n14:30 王建国：大家好。\n- 赵丽：没有了"

    noted = read_notes(text, PEOPLE)

    assert [(one.speaker, one.words) for one in noted] == [
        ("马秀英", "1、电梯停运。"),
        ("陈国强", "（2）路灯不亮。"),
        ("王建国", "14:30 大家好。"),
        ("赵丽", "- 没有了"),
    ]


def test_what_it_is_is_guessed():
    lines = ["马秀英：电梯停运。", "陈国强：希望快修。", "张经理：明天修。", "主持人：下一位。"]
    text = "\n".join([*lines, "孙师傅：建议装灯。"])

    assert [one.kind for one in read_notes(text, PEOPLE)] == [
        StatementKind.OPINION,
        StatementKind.SUGGESTION,
        StatementKind.ANSWER,
        StatementKind.REMARK,
        StatementKind.SUGGESTION,
    ]


def test_a_speaker_on_a_line_of_his_own_speaks_below():
    assert told("马秀英：\n电梯停运。\n陈国强：\n\n路灯不亮。") == [
        ("马秀英", "电梯停运。"),
        ("", "陈国强："),
        ("", "路灯不亮。"),
    ]


def test_what_is_too_long_is_cut_after_a_sentence():
    sentence = "电" * 99 + "。"
    [first, second, third] = read_notes(f"1、马秀英：{sentence * 95}", PEOPLE)

    assert {one.speaker for one in (first, second, third)} == {"马秀英"}
    assert [one.is_continued for one in (first, second, third)] == [False, True, True]
    assert all(one.content.endswith("。") for one in (first, second, third))
    assert second.words.startswith(CONTINUED)
    for one in (first, second, third):
        assert as_kept(one).problems() == []


def test_what_has_no_sentence_is_cut_all_the_same():
    parts = read_notes("马秀英：" + "电" * 9_000, PEOPLE)
    assert [len(one.content) for one in parts] == [MOST_CONTENT] * 2 + [9_000 - 2 * MOST_CONTENT]


def as_kept(noted: Noted) -> Statement:
    return a_statement(MEETING, noted.words, speaker=noted.speaker, speaker_body=noted.body)


TELLING = "马秀英张经理王说12 \t\u3000:：。、（）()-/.建议\n\r\u2028电"
LINES = st.lists(st.text(st.sampled_from(TELLING), max_size=60) | st.text(max_size=30), max_size=12)


@settings(deadline=None)
@given(LINES)
@example(["马秀英：", "", "1、陈国强："])
@example(["（", "1、", "- "])
@example(["1、" * 3000 + "马秀英：电梯"])
def test_nothing_is_ever_lost(lines: list[str]):
    text = "\n".join(lines)

    noted = read_notes(text, PEOPLE)

    assert blankless("".join(one.text for one in noted)) == blankless(text)
    assert all(one.content.strip() for one in noted)
    assert all(len(one.speaker) <= 20 for one in noted)


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 20_000), st.text(st.sampled_from("电。\n ；x"), max_size=40))
def test_nothing_is_lost_of_what_is_long(many: int, words: str):
    text = "1、马秀英：" + (words * many)[:50_000]

    noted = read_notes(text, PEOPLE)

    assert blankless("".join(one.text for one in noted)) == blankless(text)
    assert all(len(one.words) <= 4000 for one in noted)
