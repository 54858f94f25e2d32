"""What the papers of a consultation say of it: its facts, who came, what was said and promised."""

from collections.abc import Iterable, Mapping

from liaison_desktop.documents.chinese_dates import dated, minute
from liaison_desktop.documents.meeting_sheet import MeetingSheet, Words, meeting_word
from liaison_desktop.documents.schedule_values import day_and_time, issuer_of
from liaison_desktop.documents.templates import load_form
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation import Addition, Consultation
from liaison_desktop.model.consultation_words import ConsultationState, StatementRoute
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.schedule_words import Presence
from liaison_desktop.model.sign_in import Attendance, count_attendance
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.words import label

FACTS: dict[str, tuple[str, ...]] = {
    "meeting_word": ("consultation.kind",),
    "kind": ("consultation.kind",),
    "title": ("consultation.title",),
    "number": ("consultation.number",),
    "topic": ("consultation.topic",),
    "topic_source": ("consultation.topic_source", "consultation.linked", "matter.number"),
    "time": ("consultation.held_on", "consultation.starts", "consultation.ends"),
    "meeting_place": ("consultation.place",),
    "host": ("consultation.host", "consultation.host_post"),
    "recorder": ("consultation.recorder",),
    "departments": ("consultation.departments",),
    "announced": ("consultation.announced_on", "consultation.notice_by"),
    "state": ("consultation.state",),
    "attendance": ("participant.presence", "participant.origin", "participant.is_walk_in"),
    "agenda": ("consultation.agenda", "agenda_item.title"),
    "heard": ("consultation.heard", "heard_item.title", "heard_item.is_heard"),
    "conclusions": ("consultation.conclusions",),
    "attachments": ("attachment.name", "attachment.size"),
    "signed": ("consultation.signed_by", "consultation.signed_on"),
    "issuer": ("station.issuing_organ", "station.name"),
}
"""The facts of a meeting, with the declared fields that each tells."""

PARTICIPANT: dict[str, tuple[str, ...]] = {
    "participant_place": (),
    "participant_name": ("participant.name",),
    "participant_sex": ("participant.sex",),
    "participant_body": ("participant.body",),
    "participant_post": ("participant.post",),
    "participant_kind": ("participant.participant_kind",),
    "participant_origin": ("participant.origin", "participant.is_walk_in"),
    "participant_phone": ("participant.phone",),
    "participant_presence": ("participant.presence", "participant.signed_at"),
    "participant_remark": ("participant.remark",),
    "participant_signature": (),
}
STATEMENT: dict[str, tuple[str, ...]] = {
    "agenda_item": ("agenda_item.title",),
    "statement_place": (),
    "statement_speaker": ("statement.speaker", "statement.speaker_body"),
    "statement_kind": ("statement.kind", "statement.said_at", "statement.answers_uid"),
    "statement_content": ("statement.content",),
    "statement_route": (
        "statement.route",
        "statement.guided_to",
        "statement.route_note",
        "matter.number",
    ),
}
COMMITMENT: dict[str, tuple[str, ...]] = {
    "commitment_place": (),
    "commitment_content": ("commitment.content",),
    "commitment_raised_by": ("commitment.raised_by",),
    "commitment_charge": ("commitment.unit_name", "commitment.person"),
    "commitment_unit": ("commitment.unit_name",),
    "commitment_person": ("commitment.person",),
    "commitment_due": ("commitment.due_on",),
    "commitment_progress": ("commitment.state", "commitment.progress", "commitment.proof"),
    "commitment_struck": ("commitment.struck_on",),
    "commitment_published": ("commitment.published_on",),
}
ADDITION: dict[str, tuple[str, ...]] = {
    "addition_at": ("addition.added_at",),
    "addition_by": ("addition.added_by",),
    "addition_content": ("addition.content",),
    "addition_reason": ("addition.reason",),
}
EVERY = FACTS | PARTICIPANT | STATEMENT | COMMITMENT | ADDITION
NOT_SAID = "未填期限"
"""What stands where a promise has no day (承诺未填期限)."""


def computed_of(form: str, further: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Return the values put into words that a form shows, with the fields that each tells."""
    shown = {field for box in load_form(form).every_box() for field in box.fields}
    return {name: told for name, told in ({**EVERY, **further}).items() if name in shown}


def meeting_facts(sheet: MeetingSheet, words: Words) -> dict[str, str]:
    """Return the values of FACTS."""
    one = sheet.consultation
    return {
        "meeting_word": meeting_word(one),
        "kind": label(one.kind) + ("（年度议事会议）" if one.is_yearly else ""),
        "title": words.say(one.title),
        "number": one.number,
        "topic": words.say(one.topic),
        "topic_source": topic_source(sheet, words),
        "time": day_and_time(one.held_on, one.starts, one.ends),
        "meeting_place": words.say(one.place),
        "host": words.officer(host_of(one)),
        "recorder": words.officer(one.recorder),
        "departments": words.officer(one.departments),
        "announced": _announced(one),
        "state": label(one.state),
        "attendance": attendance(sheet),
        "agenda": numbered(words.say(item.title) for item in one.agenda),
        "heard": "\n".join(f"{'☑' if h.is_heard else '□'} {words.say(h.title)}" for h in one.heard),
        "conclusions": words.say(one.conclusions),
        "attachments": numbered(words.say(name) for name in sheet.attachments),
        "signed": signed(one),
        "issuer": issuer_of(sheet.station),
    }


def topic_source(sheet: MeetingSheet, words: Words, *, is_titled: bool = True) -> str:
    """Return where the topic came from: as typed, and each linked matter by its number."""
    matters = [sheet.matters[link.matter_uid] for link in sheet.consultation.linked]
    told = [f"{m.number}　{words.say(m.title)}" if is_titled else m.number for m in matters]
    return "\n".join(filter(None, [words.say(sheet.consultation.topic_source), *told]))


def host_of(one: Consultation) -> str:
    """Return 王建国（站长）."""
    return f"{one.host}（{one.host_post}）" if one.host_post else one.host


def signed(one: Consultation) -> str:
    """Return who signed and when, "" until the record was signed."""
    if one.state is not ConsultationState.SIGNED:
        return ""
    return f"{one.signed_by}　{dated(one.signed_on)}（按纸质件补记）"


def attendance(sheet: MeetingSheet) -> str:
    """Return how many were expected, came, had leave and stayed away, each by 产生方式."""
    counted = count_attendance(sheet.participants)
    told = [("应到", "expected"), ("实到", "present"), ("请假", "on_leave"), ("缺席", "absent")]
    shown = told if sheet.is_counted else told[:1]
    return "　".join(f"{word} {_by_way(counted, name)}" for word, name in shown)


def _by_way(counted: Attendance, name: str) -> str:
    """Return 5 人（邀请 3 人、随机抽取 2 人）, with who walked in among those present."""
    ways = [
        f"{label(origin)} {many} 人"
        for origin, here in counted.by_origin.items()
        if (many := getattr(here, name))
    ]
    is_walked = name == "present" and counted.walked_in
    walked = f"；其中临时到会 {counted.walked_in} 人" if is_walked else ""
    told = f"（{'、'.join(ways)}{walked}）" if ways else ""
    return f"{getattr(counted, name)} 人{told}"


def numbered(texts: Iterable[str]) -> str:
    """Return a list with a number before each, a line for each."""
    return "\n".join(f"{place}. {text}" for place, text in enumerate(texts, start=1))


def _announced(one: Consultation) -> str:
    last = f"（最迟 {dated(one.notice_by)}）" if one.notice_by else ""
    return f"{dated(one.announced_on)}{last}" if one.announced_on or last else ""


def participant_line(place: int, one: Participant, words: Words) -> dict[str, str]:
    """Return the values of PARTICIPANT; `place` is his line on the paper."""
    came = f"{one.signed_at.astimezone(SHANGHAI):%H:%M}" if one.signed_at else ""
    walked = "临时到会" if one.is_walk_in else ""
    return {
        "participant_place": str(place),
        "participant_name": words.name(one),
        "participant_sex": label(one.sex),
        "participant_body": words.body(one),
        "participant_post": one.post,
        "participant_kind": label(one.participant_kind),
        "participant_origin": "\n".join(filter(None, [label(one.origin), walked])),
        "participant_phone": one.phone,
        "participant_presence": "\n".join(filter(None, [_presence(one.presence), came])),
        "participant_remark": one.remark,
        "participant_signature": "",
    }


def _presence(presence: Presence | None) -> str:
    """Return 请假 with 已批准 below it, which its column has no room for beside."""
    return label(presence).replace("（", "\n（")


def statement_line(sheet: MeetingSheet, one: Statement, words: Words) -> dict[str, str]:
    """Return the values of STATEMENT."""
    places = sheet.places
    said = f"{one.said_at.astimezone(SHANGHAI):%H:%M}" if one.said_at else ""
    answered = f"答第{places[one.answers_uid]}条" if one.answers_uid in places else ""
    return {
        "statement_place": str(places[one.uid]),
        "statement_speaker": words.speaker(one),
        "statement_kind": "\n".join(filter(None, [label(one.kind), answered, said])),
        "statement_content": words.say(one.content),
        "statement_route": route_of(sheet, one, words),
    }


def route_of(sheet: MeetingSheet, one: Statement, words: Words) -> str:
    """Return where an opinion goes, with its matter; 未定去向 as long as nobody said.

    The public reads the answer that was given, but no number and no other note.
    """
    if one.lacks_route:
        return "未定去向"
    number = number_of(sheet, one) if not words.is_public else ""
    is_told = one.route is StatementRoute.ANSWERED or not words.is_public
    note = words.say(one.route_note) if is_told else ""
    return "\n".join(filter(None, [label(one.route), label(one.guided_to), number, note]))


def number_of(sheet: MeetingSheet, one: Statement) -> str:
    """Return the number of the matter that an opinion became, and whether it was withdrawn."""
    matter = sheet.matters.get(one.matter_uid) if one.matter_uid else None
    if matter is None:
        return ""
    return f"{matter.number}（已撤回）" if matter.uid in sheet.void else matter.number


def commitment_line(place: int, one: Commitment, words: Words) -> dict[str, str]:
    """Return the values of COMMITMENT."""
    told = [f"{dated(part.noted_on)}：{words.say(part.content)}" for part in one.progress]
    proof = f"佐证材料：{words.say(one.proof)}" if one.proof and not words.is_public else ""
    unit, person = words.officer(one.unit_name), words.officer(one.person)
    settled = dated(one.settled_on)
    state = f"{label(one.state)}（{settled}）" if settled else label(one.state)
    return {
        "commitment_place": str(place),
        "commitment_content": words.say(one.content),
        "commitment_raised_by": words.raised_by(one),
        "commitment_charge": "\n".join(filter(None, [unit, person])),
        "commitment_unit": unit,
        "commitment_person": person,
        "commitment_due": dated(one.due_on) or NOT_SAID,
        "commitment_progress": "\n".join(filter(None, [state, *told, proof])),
        "commitment_struck": dated(one.struck_on),
        "commitment_published": dated(one.published_on),
    }


def addition_line(one: Addition, words: Words) -> dict[str, str]:
    """Return the values of ADDITION."""
    return {
        "addition_at": minute(one.added_at),
        "addition_by": one.added_by,
        "addition_content": words.say(one.content),
        "addition_reason": words.say(one.reason),
    }
