"""What F17 says: the plan of a consultation for the head, and its notice for who may take part."""

from collections.abc import Iterator

from liaison_desktop.documents.chinese_dates import dated, ordinal
from liaison_desktop.documents.meeting_sheet import MeetingSheet, Words
from liaison_desktop.documents.meeting_values import host_of, numbered, topic_source
from liaison_desktop.documents.schedule_values import day_and_time, issuer_of
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import Origin
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.words import label

METHOD = (
    "名单的每一行和种子都按 NFC 规范化，用 UTF-8 编码。对名单的每一行，计算"
    "“种子、一个换行符、该行”连在一起的 SHA-256，按结果由小到大排列，取前 N 行；"
    "分组抽取的，各组分别取。名单校验值是名单各行按文件次序、以一个换行符相连后的 SHA-256。"
)
"""How a draw is made, so that anyone can repeat it."""

REPEATABLE = "任何人可以用名单、种子和人数复算抽取结果。"
END_OF_NOTICE = "特此通知。"
ANNEX = "附件：随机抽取记录"
_ENDS = "。！？；.!?;"
Paragraphs = list[tuple[str, str]]
"""Each with its title, which is set in 黑体, or without one."""


def plan_title(sheet: MeetingSheet) -> str:
    """Return the organ on a line of its own, and what the plan is of."""
    return f"{issuer_of(sheet.station)}\n{sheet.consultation.title}方案"


def notice_title(sheet: MeetingSheet) -> str:
    """Return the organ on a line of its own, and what the notice is of."""
    return f"{issuer_of(sheet.station)}\n关于召开{sheet.consultation.title}的通知"


def plan_body(sheet: MeetingSheet) -> Paragraphs:
    """Return the paragraphs of the plan: every fact that was prepared, each under its title."""
    one = sheet.consultation
    parts = [
        ("会议时间", day_and_time(one.held_on, one.starts, one.ends)),
        ("会议地点", one.place),
        ("恳谈类型", label(one.kind)),
        ("议题", one.topic),
        ("议题来源", topic_source(sheet, Words())),
        ("主持人", host_of(one)),
        ("记录人", one.recorder),
        ("规模和参加人产生办法", _found(one)),
        ("列席部门", one.departments),
        ("会议流程", numbered(item.title for item in one.agenda)),
        ("应听取事项", numbered(item.title for item in one.heard)),
        ("会议材料", one.materials),
        ("公告和发布渠道", _announced(one)),
        ("备注", one.remark),
    ]
    told = list(_titled(parts))
    return [*told, ("", ANNEX)] if sheet.drawings else told


def notice_body(sheet: MeetingSheet) -> Paragraphs:
    """Return the paragraphs of the notice: what somebody who comes, or wants to, must know.

    Until when it had to be posted is the desk's, and stands in the plan; the notice bears the day
    on which it was.
    """
    one = sheet.consultation
    phone = sheet.station.phone
    parts = [
        ("会议时间", day_and_time(one.held_on, one.starts, one.ends)),
        ("会议地点", one.place),
        ("议题", one.topic),
        ("议题来源", topic_source(sheet, Words(), is_titled=False)),
        ("主持人", host_of(one)),
        ("规模和参加人产生办法", "\n".join(filter(None, [_found(one), *_draws(sheet)]))),
        ("列席部门", one.departments),
        ("会议流程", numbered(item.title for item in one.agenda)),
        ("会议材料", one.materials),
        ("发布渠道", one.channels),
        ("联系方式", f"{sheet.station.name}{f'，电话 {phone}' if phone else ''}"),
    ]
    opening = (
        f"{issuer_of(sheet.station)}定于{dated(one.held_on)}召开{one.title}。现将有关事项通知如下："
    )
    return [("", opening), *_titled(parts), ("", END_OF_NOTICE)]


def draw_size(one: Drawing) -> str:
    """Return how many were drawn of how many."""
    return f"{one.size} 人（名单共 {one.roster_rows} 人）"


def strata(one: Drawing) -> str:
    """Return the strata and how many of each, one a line; 不分组 where all were one."""
    if not one.strata.strip():
        return "不分组"
    column = f"按“{one.stratum_column}”分组：\n" if one.stratum_column else ""
    return column + one.strata


def method(one: Drawing) -> str:
    """Return how it was drawn: as it was stored, and in words."""
    return "\n".join(filter(None, [one.algorithm, METHOD]))


def _titled(parts: Paragraphs) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs, numbered; what was typed on several lines stands below its title."""
    told = [(title, said) for title, said in parts if said.strip()]
    for place, (title, said) in enumerate(told, start=1):
        is_long = "\n" in said or said[:1].isspace()
        yield (
            (f"{ordinal(place)}、{title}", "")
            if is_long
            else (
                f"{ordinal(place)}、{title}：",
                ended(said),
            )
        )
        if is_long:
            yield from (("", line) for line in said.split("\n"))


def ended(text: str) -> str:
    """Return the text with a mark at its end, the one that was typed if there is one."""
    return text if text.rstrip().endswith(tuple(_ENDS)) else f"{text}。"


def _found(one: Consultation) -> str:
    counts = {
        Origin.VOLUNTEER: one.volunteers,
        Origin.INVITED: one.invited,
        Origin.DRAWN: one.drawn,
    }
    ways = "、".join(f"{label(origin)} {count} 人" for origin, count in counts.items() if count)
    size = f"共 {one.size} 人" if one.size else ""
    return "，其中".join(filter(None, [size, ways]))


def _announced(one: Consultation) -> str:
    last = f"公告最迟于{dated(one.notice_by)}发布" if one.notice_by else ""
    done = f"已于{dated(one.announced_on)}公告" if one.announced_on else ""
    channels = f"发布渠道：{one.channels}" if one.channels else ""
    return "；".join(filter(None, [last, done, channels]))


def _draws(sheet: MeetingSheet) -> Iterator[str]:
    """Yield the public figures of each draw: no row of a roster stands on a notice."""
    for one in sheet.drawings:
        yield f"参加人随机抽取：从 {one.roster_rows} 人的名单中抽取 {one.size} 人。"
        yield f"种子：{one.seed}"
        yield f"名单校验值（SHA-256）：{one.roster_hash}"
        yield f"抽取方法：{ended(one.algorithm)}{REPEATABLE}"
