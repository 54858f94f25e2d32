"""What F09 to F15 say: a matter, its visit, and what was done with it so far, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from liaison_desktop.documents.chinese_dates import dated
from liaison_desktop.documents.visit_values import other_channels, received
from liaison_desktop.model.matter import Deadline, Matter
from liaison_desktop.model.matter_clocks import before_extension, latest, of_voter
from liaison_desktop.model.matter_flow import REPLY_CLOCKS
from liaison_desktop.model.matter_guards import GIVES_AWAY
from liaison_desktop.model.station import Station
from liaison_desktop.model.step import Step
from liaison_desktop.model.unit import Unit
from liaison_desktop.model.visit import Visit
from liaison_desktop.model.words import (
    MatterState,
    Move,
    ResultClass,
    Route,
    Satisfaction,
    Word,
    label,
)

BLANK_DAY = "　　　年　　月　　日"
HIDDEN = "×××"
NOT_PASSED = "按本人意愿，姓名、电话不转告"

COMPUTED: Mapping[str, tuple[str, ...]] = {
    "number": ("matter.number",),
    "issuer": ("station.issuing_organ", "station.name"),
    "paper_title": ("matter.route", "step.move"),
    "copy": (),
    "strip_title": (),
    "strip_to": ("station.issuing_organ", "station.name"),
    "strip_received": ("matter.number",),
    "strip_choice": ("deadline.due_on",),
    "strip_signed": (),
    "unit": ("matter.unit_name",),
    "co_units": ("matter.co_units",),
    "voter": ("visit.visitors", "visitor.name", "visitor.phone", "matter.may_pass_name"),
    "addressee": ("visit.visitors", "visitor.name"),
    "received": ("visit.received_at", "visit.registered_at", "visit.is_late_entry"),
    "statement": ("matter.statement",),
    "request": ("matter.request",),
    "other_channels": ("matter.other_channels", "other_channel.kind", "other_channel.ticket_no"),
    "instruction": ("matter.head_opinion", "step.text", "step.reason"),
    "due_words": ("matter.deadlines", "deadline.due_on", "deadline.is_tentative"),
    "due_day": ("deadline.due_on",),
    "former_due": ("deadline.due_on",),
    "extended_due": ("step.due_on",),
    "demands": (),
    "remark": ("matter.remark",),
    "step_day": ("step.done_on",),
    "assigned_day": ("matter.assigned_on",),
    "return_by": ("deadline.due_on",),
    "notification_kind": ("matter.route", "matter.handling"),
    "notification_reason": ("step.text",),
    "notification_body": ("matter.guided_to",),
    "notification_place": ("unit.address", "unit.phone"),
    "notification_note": (),
    "served": (),
    "return_reason": ("step.text",),
    "suggested_unit": (),
    "head_decision": (),
    "extension_reason": ("step.text",),
    "work_done": (),
    "head_approval": (),
    "voter_told": (),
    "overdue_words": ("deadline.due_on",),
    "chased_words": ("matter.chases", "step.done_on"),
    "chasing_demand": ("step.text",),
    "chasing_due": ("step.due_on",),
    "answer_space": (),
    "reply_text": ("step.text",),
    "result_ticks": ("step.result_class",),
    "promise": ("step.promise",),
    "promise_day": ("step.due_on",),
    "contacts": ("step.way", "step.text"),
    "reply_day": ("matter.replied_on",),
    "contacted": ("step.way",),
    "asked": ("visit.visitors", "visitor.name"),
    "manner_ticks": (),
    "result_evaluation": ("step.satisfaction",),
    "evaluation_way": ("step.way",),
    "evaluation_day": ("step.done_on",),
    "evaluation_due": ("deadline.due_on",),
    "station": (),
    "printing": (),
    "form_code": (),
    "edition": (),
    "page": (),
    "pages": (),
}
"""Values of F09 to F15 that are put into words here, with the declared fields that each tells."""

DEMANDS = (
    "1. 请在时限内办结，并以办理情况反馈单书面答复。"
    "2. 办理中请与反映人或代表沟通。3. 不属本单位职责的，请在 {return_by} 前附退回申请单退回，"
    "不得滞留、自行转办。4. 反映人的个人信息只用于办理本事项，不得外传。"
)
NOTES: Mapping[str, str] = {
    "不予受理": (
        "人大代表联络站不办理应当由审判机关、检察机关、仲裁机构、行政复议机关等依法处理的事项。"
        "请您向上列机关提出。您反映的内容已登记，留存本站。"
    ),
    "引导告知": "上列事项不属本站办理范围，已告知应当向哪里反映。您反映的内容已登记，留存本站。",
    "告知转送": (
        "您反映的事项不属本站所在街道（镇）职责，已转送上列单位依职责处理，由该单位按规定办理，"
        "本站不再另行答复。您反映的内容已登记，留存本站。"
    ),
    "告知受理": "上列事项本站已登记，正按程序办理；办理情况可凭编号向本站查询。",
}


FORWARDED = "本件转送你单位依职责处理。反映人的个人信息只用于办理本事项，不得外传。"
"""What stands in the place of the demands where no answer is asked for."""

HIDES_NAMES = frozenset(
    {
        "matter.title",
        "statement",
        "request",
        "remark",
        "matter.deputy_opinion",
        "instruction",
        "return_reason",
        "extension_reason",
        "chasing_demand",
        "reply_text",
        "promise",
        "contacts",
    }
)
"""Texts in which a visitor's name may have been typed, whoever typed them."""


@dataclass(frozen=True)
class MatterSheet:
    """One matter to be printed, with all that hangs on it; `trail` is its steps, oldest first.

    `guide` is the unit that bears the name of the body to which the visitor was guided, or his
    matter forwarded. `names` are the names and phones of all who spoke of it; `asked` is, on
    F15, the one of them whose sheet it is.
    """

    matter: Matter
    visit: Visit
    trail: Sequence[Step]
    station: Station
    today: date
    guide: Unit | None = None
    names: Sequence[str] = ()
    asked: "Asked | None" = None

    def last(self, *moves: Move) -> Step | None:
        """Return the last step of these moves."""
        return next((step for step in reversed(self.trail) if step.move in moves), None)


@dataclass(frozen=True)
class Asked:
    """Whose evaluation a sheet asks for: his name and phone, the number he knows, what he said.

    `told` is the step by which he was told; his own days run from it.
    """

    name: str
    phone: str
    number: str
    told: Step | None
    heard: Step | None


def matter_values(sheet: MatterSheet) -> dict[str, str]:
    """Return every value of F09 to F15 but those of the printing.

    Where a name is not to be passed on, it is hidden in every text with its phone, on this paper
    alone; the register keeps every word. On F15 only the names of the others are hidden.
    """
    values = _of_matter(sheet) | _of_days(sheet) | _of_steps(sheet) | _of_notification(sheet)
    hidden = _hidden(sheet)
    for name in HIDES_NAMES:
        for said in hidden:
            values[name] = values[name].replace(said, HIDDEN)
    return values


def _hidden(sheet: MatterSheet) -> list[str]:
    """Return the names and phones that stand on no sheet of this kind, the longest first."""
    visitors = sheet.visit.visitors
    own = [said for one in visitors for said in (one.name, one.phone, one.guardian)]
    if sheet.asked is not None:
        shown = {sheet.asked.name, sheet.asked.phone}
        hidden = {*own, *sheet.names} - shown
    elif sheet.matter.may_pass_name:
        hidden = set(sheet.names) - set(own)
    else:
        hidden = {*own, *sheet.names}
    found = {said.strip() for said in hidden}
    return sorted((said for said in found if len(said) > 1), key=len, reverse=True)


def _of_matter(sheet: MatterSheet) -> dict[str, str]:
    matter, station = sheet.matter, sheet.station
    return {
        "number": sheet.asked.number if sheet.asked else matter.number,
        "issuer": station.issuing_organ or station.name,
        "unit": matter.unit_name,
        "co_units": matter.co_units,
        "voter": _voter(sheet),
        "addressee": _names(sheet),
        "received": received(sheet.visit),
        "matter.category": matter.category,
        "matter.urgency": label(matter.urgency),
        "matter.title": matter.title,
        "statement": matter.statement,
        "request": matter.request,
        "other_channels": other_channels(matter),
        "matter.deputy_opinion": matter.deputy_opinion,
        "remark": _remark(sheet),
        "asked": sheet.asked.name if sheet.asked else _names(sheet),
        "answer_space": "",
        "work_done": "",
        "suggested_unit": "",
        "manner_ticks": _ticks(list(Satisfaction)[:3], None),
        "head_decision": "□同意退回，改派至：\n□不同意，理由：",
        "head_approval": f"□同意　□不同意　　批准日期：{BLANK_DAY}",
        "voter_told": f"□电话　□书面　□到站面告　　日期：{BLANK_DAY}",
        "served": f"□当面　□邮寄　□其他　　日期：{BLANK_DAY}",
    }


def _remark(sheet: MatterSheet) -> str:
    """Return the remark; whose matter was merged into another reads where it was handled."""
    number, own = sheet.matter.number, sheet.asked.number if sheet.asked else sheet.matter.number
    merged = f"本件已并入第 {number} 号事项办理。" if own != number else ""
    return "\n".join(filter(None, [merged, sheet.matter.remark]))


def _voter(sheet: MatterSheet) -> str:
    if not sheet.matter.may_pass_name:
        return NOT_PASSED
    named = [one for one in sheet.visit.visitors if not one.is_anonymous]
    said = ["　".join(filter(None, [one.name, one.phone])) for one in named]
    return "、".join(said) or "匿名"


def _names(sheet: MatterSheet) -> str:
    named = [one.name for one in sheet.visit.visitors if not one.is_anonymous]
    return "、".join(named) or "匿名"


def _of_days(sheet: MatterSheet) -> dict[str, str]:
    matter = sheet.matter
    reply, back = latest(matter, REPLY_CLOCKS), latest(matter, ("return",))
    due, evaluation = _day_of(reply), latest(matter, ("evaluate",))
    if sheet.asked is not None:
        evaluation = of_voter(matter, sheet.asked.told)
    forwarded = matter.forwarded_on is not None
    return {
        "due_day": due,
        "due_words": "转送，不要求向本站答复"
        if forwarded
        else f"请于{due or BLANK_DAY}前办结并书面答复",
        "former_due": _day_of(before_extension(matter) or reply),
        "return_by": _day_of(back) or BLANK_DAY,
        "demands": FORWARDED
        if forwarded
        else DEMANDS.format(return_by=_day_of(back) or "收到之日起 10 日"),
        "assigned_day": dated(matter.assigned_on),
        "reply_day": dated(matter.replied_on),
        "overdue_words": _overdue(reply, sheet.today),
        "evaluation_due": f"本站，{_day_of(evaluation)}前" if evaluation else "本站",
    }


def _day_of(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    tentative = "（节假日安排待公布）" if deadline.is_tentative else ""
    return f"{dated(deadline.due_on)}{tentative}"


def _overdue(deadline: Deadline | None, today: date) -> str:
    days = (today - deadline.due_on).days if deadline is not None else 0
    return f"已超期 {days} 天" if days > 0 else "未超期"


def _of_steps(sheet: MatterSheet) -> dict[str, str]:
    hand_over = sheet.last(*GIVES_AWAY)
    chase, returned = sheet.last(Move.CHASE, Move.SUPERVISE), sheet.last(Move.RETURN)
    extended, reply = sheet.last(Move.EXTEND), sheet.last(Move.REPLY, Move.FULFIL)
    evaluated = sheet.asked.heard if sheet.asked else sheet.last(Move.EVALUATE)
    said = [hand_over.text, hand_over.reason] if hand_over else []
    chased = [dated(step.done_on) for step in sheet.trail if step.move is Move.CHASE]
    return {
        "instruction": "\n".join(filter(None, [*said, sheet.matter.head_opinion])),
        "return_reason": returned.text if returned else "",
        "extension_reason": extended.text if extended else "",
        "extended_due": (dated(extended.due_on) if extended else "") or BLANK_DAY,
        "chased_words": f"{len(chased)} 次：{'、'.join(chased)}" if chased else "未催办",
        "chasing_demand": (chase.text if chase else "")
        or "请抓紧办理，并在限期内书面答复；确有困难的，请说明原因和预计办结时间。",
        "chasing_due": (dated(chase.due_on) if chase else "") or BLANK_DAY,
        "reply_text": reply.text if reply else "",
        "result_ticks": _ticks(list(ResultClass), reply.result_class if reply else None, 2),
        "promise": reply.promise if reply else "",
        "promise_day": dated(reply.due_on) if reply else "",
        "contacts": "\n".join(_contact(s) for s in sheet.trail if s.move is Move.CONTACT),
        "contacted": "□是，方式：　　　　　　　　□否",
        "result_evaluation": _ticks(
            list(Satisfaction)[:3], evaluated.satisfaction if evaluated else None
        ),
        "evaluation_way": label(evaluated.way) if evaluated else "□书面　□电话　□面谈",
        "evaluation_day": (dated(evaluated.done_on) if evaluated else "") or BLANK_DAY,
    }


def _contact(step: Step) -> str:
    return "　".join(filter(None, [dated(step.done_on), label(step.way), step.person, step.text]))


def _ticks(words: Sequence[Word], chosen: Word | None, a_line: int = 9) -> str:
    """Return every word with its box, so many on a line."""
    boxes = [f"{'☑' if word is chosen else '□'}{label(word)}" for word in words]
    return "\n".join("　".join(boxes[n : n + a_line]) for n in range(0, len(boxes), a_line))


def _of_notification(sheet: MatterSheet) -> dict[str, str]:
    matter, step = sheet.matter, sheet.last(Move.ROUTE)
    kind, body = "告知受理", label(matter.guided_to)
    if matter.forwarded_on is not None:
        kind, body = "告知转送", matter.unit_name
    elif matter.state is MatterState.GUIDED:
        kind = "引导告知"
    elif matter.route is Route.DECLINED:
        kind = "不予受理"
    guide = sheet.guide
    place = "　".join(filter(None, [guide.address, guide.phone])) if guide else ""
    return {
        "notification_kind": kind,
        "notification_reason": step.text if step is not None and kind == "不予受理" else "",
        "notification_body": body,
        "notification_place": place,
        "notification_note": NOTES[kind],
    }
