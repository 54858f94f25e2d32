"""What the boxes of F05 say: a visit, one matter of it, and its visitors, in words."""

from collections.abc import Mapping

from liaison_desktop.documents.chinese_dates import day, minute, month
from liaison_desktop.model.masking import mask_id
from liaison_desktop.model.matter import SET_BY_STEPS, Matter, OtherChannel
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.model.words import Handling, OtherChannelKind, label

NOBODY = "工作人员代接"
LINE = "＿" * 12
"""Where a number is written in later."""

COMPUTED: Mapping[str, tuple[str, ...]] = {
    "number": ("matter.number",),
    "number_or_line": ("matter.number",),
    "received": ("visit.received_at", "visit.registered_at", "visit.is_late_entry"),
    "visitor.name": ("visitor.name", "visitor.is_anonymous"),
    "receivers": ("visit.receivers", "receiver.name"),
    "other_channels": (
        "matter.other_channels",
        "other_channel.kind",
        "other_channel.ticket_no",
        "other_channel.raised_on",
        "other_channel.is_running",
    ),
    "decision": ("matter.handling", "matter.guided_to", "matter.route"),
    "wishes": (
        "matter.may_pass_name",
        "visit.may_publish_name",
        "visit.may_call_back",
        "visit.notice_version",
    ),
    "remark": ("matter.remark",),
    "station": (),
    "printing": (),
    "form_code": (),
    "edition": (),
    "page": (),
    "pages": (),
}
"""Values of F05 that are put into words here, with the declared fields that each one tells."""

NOT_PRINTED: Mapping[str, str] = {
    "visit.number": "the number of each matter begins with it",
    "visit.received_on": "the day of received_at",
    "visit.visitors": "printed person by person",
    "visit.source_uid": "a key of the program",
    "visitor.person_uid": "a key of the program",
    "receiver.deputy_uid": "a key of the program",
    "matter.visit_uid": "a key of the program",
    "matter.place_in_visit": "the last part of the number",
    "matter.is_accusation": "found at screening; the paper that goes on says so by going nowhere",
    "matter.about_unit": "found at screening, and never for that unit to read",
} | {
    f"matter.{name}": "comes after this paper is signed"
    for name in sorted(SET_BY_STEPS - {"route"})
}
"""Declared fields that F05 leaves out on purpose, with the reason."""

BLANK: Mapping[str, str] = {
    "received": "　　　　年　　月　　日　　时　　分",
    "visit.headcount": "　　　　人",
    "matter.people_involved": "　　　　人",
    "other_channels": "□未反映　□12345　□信访　□村社区　□法院　□其他　工单号：",
    "visit.channel": "□来访 □来信 □来电\n□走访 □其他",
    "visitor.sex": "□男　□女",
    "visitor.visitor_kind": "□选民\n□其他",
    "matter.disclosure": "□可 □不可",
    "matter.urgency": "□正常　□紧急",
    "decision": "□当场答复　　□待办理　　□引导告知，去向：",
    "wishes": (
        "姓名电话转告承办单位：□可 □否　姓名公开：□可 □否　回访：□可 □否\n□已告知个人信息处理事项"
    ),
}
"""Boxes to tick and units to count in, where a form is filled in by hand."""


def visit_values(visit: Visit, matter: Matter) -> dict[str, str]:
    """Return the values of the form but those of the visitors."""
    return {
        "number": matter.number,
        "received": received(visit),
        "visit.channel": label(visit.channel),
        "visit.place": visit.place,
        "visit.headcount": f"{visit.headcount} 人",
        "visit.recorder": visit.recorder,
        "receivers": "、".join(receiver.name for receiver in visit.receivers) or NOBODY,
        "matter.title": matter.title,
        "matter.category": matter.category,
        "matter.disclosure": label(matter.disclosure),
        "matter.people_involved": f"{matter.people_involved} 人",
        "matter.place_of_issue": matter.place_of_issue,
        "matter.urgency": label(matter.urgency),
        "matter.cause": matter.cause,
        "other_channels": other_channels(matter),
        "matter.statement": matter.statement,
        "matter.request": matter.request,
        "decision": _decision(matter),
        "matter.onsite_reply": matter.onsite_reply,
        "matter.deputy_opinion": matter.deputy_opinion,
        "matter.head_opinion": matter.head_opinion,
        "wishes": _wishes(visit, matter),
        "remark": matter.remark,
    }


def visitor_values(visitor: Visitor) -> dict[str, str]:
    """Return the values of one visitor; the ID number is masked on every paper."""
    return {
        "visitor.name": "匿名" if visitor.is_anonymous else visitor.name,
        "visitor.sex": label(visitor.sex),
        "visitor.birth_ym": month(visitor.birth_ym),
        "visitor.phone": visitor.phone,
        "visitor.visitor_kind": label(visitor.visitor_kind),
        "visitor.constituency": visitor.constituency,
        "visitor.address": visitor.address,
        "visitor.occupation": visitor.occupation,
        "visitor.id_no": mask_id(visitor.id_no),
        "visitor.guardian": visitor.guardian,
    }


def received(visit: Visit) -> str:
    """Return when it was said, with 补录 and the day of typing for a late entry."""
    said = minute(visit.received_at)
    return f"{said}（补录，登记于{day(visit.registered_at)}）" if visit.is_late_entry else said


def other_channels(matter: Matter) -> str:
    """Return where else the matter was raised, with 工单号, day, and whether it runs there."""
    return "；".join(map(_other_channel, matter.other_channels))


def _decision(matter: Matter) -> str:
    said = label(matter.handling)
    if matter.handling is Handling.GUIDED and matter.guided_to is not None:
        said += f"：{label(matter.guided_to)}"
    return "　　".join(part for part in (said, _route(matter)) if part)


def _route(matter: Matter) -> str:
    return f"办理去向：{label(matter.route)}" if matter.route is not None else ""


def _wishes(visit: Visit, matter: Matter) -> str:
    return (
        f"姓名电话{_may(matter.may_pass_name)}转告承办单位；"
        f"姓名{_may(visit.may_publish_name)}公开；"
        f"{'愿意' if visit.may_call_back else '不愿意'}回访。"
        f"已告知个人信息处理事项（{visit.notice_version}）。"
    )


def _may(is_allowed: bool) -> str:
    return "可以" if is_allowed else "不可以"


def _other_channel(channel: OtherChannel) -> str:
    if channel.kind is OtherChannelKind.NONE:
        return label(channel.kind)
    raised = f"{channel.raised_on:%Y-%m-%d} 反映" if channel.raised_on else ""
    ticket = f"工单号 {channel.ticket_no}" if channel.ticket_no else ""
    running = "在办" if channel.is_running else ""
    facts = "，".join(fact for fact in (raised, ticket, running) if fact)
    return label(channel.kind) + (f"（{facts}）" if facts else "")
