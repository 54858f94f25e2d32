"""What F20 says: what was agreed and mainly said, and what was promised; without phones.

Where nothing was typed for it, it is built from the statements, point by point of the agenda. Who
raised an opinion is not named then, nor who did not agree to it in the words of another, for units
read these minutes; F19 names everybody.
"""

import re

from liaison_desktop.documents.chinese_dates import dated, ordinal
from liaison_desktop.documents.meeting_sheet import MeetingSheet, Words, meeting_word
from liaison_desktop.documents.meeting_values import NOT_SAID, host_of
from liaison_desktop.documents.plan_text import ended
from liaison_desktop.documents.public_words import (
    PassedWords,
    without_numbers,
    without_own_numbers,
)
from liaison_desktop.documents.schedule_values import day_and_time, issuer_of, joined
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation_words import (
    ConsultationState,
    ParticipantKind,
    StatementKind,
)
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.words import label

_TOP = re.compile("([一二三四五六七八九十]+)、")
AGREED = "议定事项和主要意见"
PROMISED = "承诺事项"
OTHERS = "其他意见"
_OPINIONS = frozenset({StatementKind.OPINION, StatementKind.SUGGESTION})
_SECTIONS = (
    ("意见和建议", _OPINIONS),
    ("答复情况", frozenset({StatementKind.ANSWER})),
    ("其他发言", frozenset({StatementKind.REMARK})),
)


def minutes_mark(sheet: MeetingSheet) -> str:
    """Return the mark of the head: the issuing organ, and below it what is issued."""
    return f"{issuer_of(sheet.station)}\n{meeting_word(sheet.consultation)}纪要"


def minutes_title(sheet: MeetingSheet) -> str:
    """Return the title: the name of the meeting, and that these are its minutes."""
    title = sheet.consultation.title
    return title if title.endswith("纪要") else f"{title}纪要"


def minutes_body(sheet: MeetingSheet) -> str:
    """Return the paragraphs of the text."""
    typed = sheet.consultation.conclusions.rstrip()
    agreed = _agreed(sheet, typed) if typed else _built(sheet)
    return "\n".join([_opening(sheet), *agreed, *_promised(sheet, agreed)])


def minutes_lists(sheet: MeetingSheet) -> list[tuple[str, str]]:
    """Return who was there, listened, wrote and signed (10.3), each list after its word."""
    meeting = sheet.consultation
    told = [
        ("出席：", _present(sheet)),
        ("列席：", _listening(sheet)),
        ("请假：", joined([one.name for one in sheet.on_leave])),
        ("记录：", meeting.recorder),
    ]
    signed = meeting.signed_by if meeting.state is ConsultationState.SIGNED else ""
    return [*((word, said) for word, said in told if said), ("签发：", signed)]


def _opening(sheet: MeetingSheet) -> str:
    one = sheet.consultation
    when = day_and_time(one.held_on, one.starts, one.ends)
    where = f"在{one.place}" if one.place else ""
    topic = f"，就“{one.topic}”听取意见和建议" if one.topic else ""
    host = f"会议由{host_of(one)}主持。" if one.host else ""
    came = f"应到 {len(sheet.expected)} 人，实到 {len(sheet.present)} 人。"
    counted = came if sheet.is_counted else ""
    held = f"{when}，{issuer_of(sheet.station)}{where}召开{one.title}{topic}。"
    return f"{held}{host}{counted}现将会议主要内容纪要如下。"


def _agreed(sheet: MeetingSheet, typed: str) -> list[str]:
    """Return what was typed, but for the numbers of voters: their phones and their cards."""
    phones = {one.phone for one in sheet.participants}
    return without_own_numbers(typed, phones).split("\n")


def _built(sheet: MeetingSheet) -> list[str]:
    lines: list[str] = []
    words = PassedWords(sheet)
    usual = OTHERS if sheet.consultation.agenda else AGREED
    for place, (item, said) in enumerate(sheet.by_agenda(), start=1):
        lines.append(f"{ordinal(place)}、{item.title if item else usual}")
        told = [(name, [one for one in said if one.kind in kinds]) for name, kinds in _SECTIONS]
        for count, (name, found) in enumerate(filter(_has_any, told), start=1):
            lines.append(f"（{ordinal(count)}）{name}")
            lines += [f"{at}. {_said(one, words)}" for at, one in enumerate(found, start=1)]
    return lines


def _has_any(section: tuple[str, list[Statement]]) -> bool:
    return bool(section[1])


def _said(one: Statement, words: Words) -> str:
    """Return what was said; an answer begins with who gave it, for he does so in office."""
    said = words.say(one.content)
    if one.kind is not StatementKind.ANSWER:
        return said
    who = words.officer("".join(filter(None, [one.speaker_body, one.speaker])))
    return f"{who}：{said}" if who else said


def _promised(sheet: MeetingSheet, agreed: list[str]) -> list[str]:
    if not sheet.commitments:
        return []
    place = 1 + sum(_TOP.match(line) is not None for line in agreed)
    words = PassedWords(sheet)
    lines = [f"{at}. {_promise(one, words)}" for at, one in enumerate(sheet.commitments, start=1)]
    return [f"{ordinal(place)}、{PROMISED}", *lines]


def _promise(one: Commitment, words: Words) -> str:
    unit = f"责任单位：{words.officer(one.unit_name) or '未填'}；"
    person = f"责任人：{words.officer(one.person)}；" if one.person else ""
    return (
        f"{ended(words.say(one.content))}{unit}{person}完成时限：{dated(one.due_on) or NOT_SAID}。"
    )


def _present(sheet: MeetingSheet) -> str:
    """Return who came, kind by kind; 部门 are listed as 列席."""
    told = []
    for kind in ParticipantKind:
        here = [one for one in sheet.present if one.participant_kind is kind]
        if here and kind is not ParticipantKind.DEPARTMENT:
            told.append(f"{label(kind)} {joined([one.name for one in here])}")
    return "；".join(told)


def _listening(sheet: MeetingSheet) -> str:
    """Return the departments as typed, and who came from one."""
    kind = ParticipantKind.DEPARTMENT
    came = [_with_body(one) for one in sheet.present if one.participant_kind is kind]
    return "；".join(filter(None, [without_numbers(sheet.consultation.departments), joined(came)]))


def _with_body(one: Participant) -> str:
    return f"{one.name}（{one.body}）" if one.body else one.name
