"""What a notice of a reception day says: announced, moved, called off; 镇 and 街道 each its words.

Each part begins with 一、 and its heading in the same line, as such notices do, to save a page.
"""

from dataclasses import dataclass
from datetime import date

from liaison_desktop.documents.chinese_dates import dated, weekday
from liaison_desktop.documents.schedule_values import (
    BODIES,
    contact_of,
    day_and_time,
    issuer_of,
    joined,
    place_of,
    seats,
    span,
)
from liaison_desktop.model.announced import announced
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_session import ReceptionSession
from liaison_desktop.model.schedule_words import NoticeKind, SlotRole
from liaison_desktop.model.station import Station
from liaison_desktop.model.words import label

TITLES = {
    NoticeKind.ANNOUNCE: "关于开展代表接待日活动的公告",
    NoticeKind.CHANGE: "关于代表接待日改期的公告",
    NoticeKind.CANCEL: "关于取消代表接待日的公告",
}
ALTERED = "关于变更代表接待日有关事项的公告"
"""Of a session that stays on its day."""

NO_CASES = (
    "人大一般不办理具体案件。应当通过诉讼、仲裁、行政复议等途径解决的事项，请向有关机关提出。"
)
BEFORE = "在接待日之前，也可以向进站代表反映，由进站代表带到接待日上。"
END = "特此公告。"
_SIGHT = "一二三四五六七八九"


@dataclass(frozen=True)
class NoticeSheet:
    """One notice with its session and station; `today` dates it where no day was typed."""

    notice: Notice
    session: ReceptionSession
    station: Station
    today: date

    @property
    def held_on(self) -> date:
        """The day that the notice announces."""
        return self.notice.held_on or self.session.held_on

    @property
    def title(self) -> str:
        """Return the organ on a line of its own, and what it announces."""
        is_altered = self.notice.kind is NoticeKind.CHANGE and not self.notice.tells_of_move
        return f"{issuer_of(self.station)}\n{ALTERED if is_altered else TITLES[self.notice.kind]}"

    @property
    def issued(self) -> str:
        """Return the 成文日期."""
        return dated(self.notice.issued_on or self.today)

    @property
    def time(self) -> str:
        """Return the day with its weekday and its hours."""
        return day_and_time(self.held_on, self.session.starts, self.session.ends)

    @property
    def receiving(self) -> str:
        return joined(seats(self.session.slots, SlotRole.RECEIVING, self.station))

    @property
    def visiting(self) -> str:
        return joined(seats(self.session.slots, SlotRole.VISITING, self.station))


def notice_body(sheet: NoticeSheet) -> str:
    """Return the text as it was typed, else as it is offered: paragraphs, numbered."""
    if sheet.notice.body.strip():
        return sheet.notice.body.rstrip()
    if sheet.notice.kind is NoticeKind.CANCEL:
        return _cancelled(sheet)
    lines = [_opening(sheet)]
    parts = [(heading, said) for heading, said in _parts(sheet) if said]
    for sight, (heading, said) in zip(_SIGHT, parts, strict=False):
        lines.append(f"{sight}、{heading}：{said}")
    return "\n".join([*lines, END])


def taken_up(sheet: NoticeSheet) -> str:
    """Return what is taken, from whom."""
    place = label(sheet.station.kind)
    theme = f"本次主题：{sheet.session.theme}。" if sheet.session.theme else ""
    return f"{theme}选民和群众对本{place}各项工作的意见和建议，以及大家普遍关心的问题。"


def handled(sheet: NoticeSheet) -> str:
    """Return where matters go; deputies listen and explain, and do not handle."""
    station = sheet.station
    bodies, place = BODIES[station.kind], label(station.kind)
    county = station.county_congress or "县（区、市）人大常委会"
    return (
        "接待代表当面听取、解释并如实记录，不直接处理问题。"
        f"属于本{place}职责范围的，由{bodies.organ}交{bodies.handler}及有关单位办理；"
        f"属于上级职责范围的，由代表向{county}反映；"
        "应当由人民代表大会审议的，由代表依法提出议案或者建议、批评和意见。"
        "办理情况由本站向反映人反馈。"
    )


def changes_in_words(sheet: NoticeSheet) -> list[str]:
    """Return what was and what is now, of the hours, the place and the deputies that changed."""
    notice, session = sheet.notice, sheet.session
    told = []
    if notice.former_starts or notice.former_ends:
        hours = span(notice.former_starts, notice.former_ends)
        told.append(f"时间由{hours}改为{span(session.starts, session.ends)}")
    if notice.former_place:
        told.append(f"地点由{notice.former_place}改为{place_of(session, sheet.station)}")
    if notice.former_names:
        now = announced(session).named or "另行公告"
        told.append(f"参加代表由{notice.former_names}改为{now}")
    return told


def reason_of(notice: Notice) -> str:
    """Return the reason without the mark that ends it, ready to stand inside a sentence."""
    return notice.reason.strip().rstrip("。；，.;,").removeprefix("因")


def _opening(sheet: NoticeSheet) -> str:
    notice = sheet.notice
    if notice.kind is NoticeKind.CHANGE:
        others = "，".join(changes_in_words(sheet))
        if notice.tells_of_move:
            planned = f"原定{_day(notice.former_on)}举行的"
            told = f"{planned}代表接待日改在{_day(sheet.held_on)}举行"
            told += f"，{others}" if others else ""
        else:
            told = f"{_day(sheet.held_on)}的代表接待日{others or '有关事项变更'}"
        return f"因{reason_of(notice)}，{told}。现将有关事项公告如下："
    return (
        "为密切人大代表同人民群众的联系，听取和反映选民的意见，"
        f"{sheet.station.name}将开展代表接待日活动。现将有关事项公告如下："
    )


def _day(day: date | None) -> str:
    return f"{dated(day)}（{weekday(day)}）" if day else ""


def _parts(sheet: NoticeSheet) -> list[tuple[str, str]]:
    contact = contact_of(sheet.session, sheet.station)
    asked = f"咨询：{contact}。" if contact else ""
    return [
        ("时间", f"{sheet.time}。"),
        ("地点", f"{place_of(sheet.session, sheet.station)}。"),
        ("参加人员", _who(sheet)),
        ("接待内容", taken_up(sheet) + (BEFORE if sheet.visiting else "")),
        ("意见去向", handled(sheet)),
        ("其他事项", NO_CASES + asked),
    ]


def _who(sheet: NoticeSheet) -> str:
    said = (
        ("接待代表", sheet.receiving),
        ("进站代表", sheet.visiting),
        ("列席部门", sheet.session.guests),
    )
    told = "；".join(f"{word} {names}" for word, names in said if names)
    return f"{told}。" if told else ""


def _cancelled(sheet: NoticeSheet) -> str:
    planned = _day(sheet.held_on)
    contact = contact_of(sheet.session, sheet.station)
    asked = f"，或者联系：{contact}" if contact else ""
    return "\n".join(
        [
            f"因{reason_of(sheet.notice)}，原定{planned}举行的代表接待日取消。",
            "下一次接待日的时间另行公告。在此期间，选民和群众可以到"
            f"{place_of(sheet.session, sheet.station)}反映意见和建议{asked}。",
            END,
        ]
    )
