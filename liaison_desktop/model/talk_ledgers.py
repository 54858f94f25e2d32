"""The ledgers of 民情恳谈: the meetings, what was promised in them, and the deliberation body."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from liaison_desktop.model.consultation_words import (
    CommitmentState,
    ConsultationKind,
    ConsultationState,
    MemberOrigin,
)
from liaison_desktop.model.fields import Sensitivity
from liaison_desktop.model.ledger import (
    WITHDRAWN_TOO,
    Choice,
    Column,
    Kind,
    Ledger,
    Term,
    Tick,
    term,
)
from liaison_desktop.model.ledgers import WITHDRAWN
from liaison_desktop.model.masking import mask_name, mask_phone
from liaison_desktop.model.words import Sex, tr

DUE_SOON = Term(tr("一周内到期"))
OVERDUE = Term(tr("已超期"))
UNDATED = Term(tr("未填期限"))
UNROUTED = Term(tr("有意见未定去向"))
UNHEARD = Term(tr("未向提出人反馈"))
SERVING = Term(tr("任期内"))
ENDED = Term(tr("任期已满"))


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """One meeting as its ledger tells it, with the numbers of what belongs to it.

    `expected` leaves out who walked in, `present` counts everybody who came; `opinions` are the
    opinions and suggestions, `routed` those whose route is said.
    """

    number: str
    held_on: date
    kind: ConsultationKind
    title: str
    topic: str
    place: str
    state: ConsultationState
    is_withdrawn: bool
    expected: int
    present: int
    opinions: int
    routed: int
    promises: int
    kept: int

    @property
    def day(self) -> date:
        """The day by which the ledger is chosen."""
        return self.held_on

    def for_public(self) -> "ConsultationRow | None":
        """Return it unless it was withdrawn or called off: it names nobody."""
        is_gone = self.is_withdrawn or self.state is ConsultationState.CANCELLED
        return None if is_gone else self


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """One promise as its ledger tells it, with the number and the day of its meeting."""

    number: str
    place: int
    held_on: date
    title: str
    content: str
    unit_name: str
    person: str
    due_on: date | None
    state: CommitmentState
    settled_on: date | None
    raised_by: str
    fed_back_on: date | None
    published_on: date | None
    is_withdrawn: bool
    today: date

    @property
    def is_overdue(self) -> bool:
        """Whether it is open after its day."""
        is_open = self.state is CommitmentState.OPEN
        return is_open and self.due_on is not None and self.due_on < self.today

    @property
    def day(self) -> date:
        """The day by which the ledger is chosen: that of the meeting."""
        return self.held_on

    def for_public(self) -> "CommitmentRow | None":
        """Return it where it was posted for the public."""
        return None if self.is_withdrawn or self.published_on is None else self


@dataclass(frozen=True, slots=True)
class BodyMemberRow:
    """One member of the deliberation body as the roster tells him."""

    name: str
    sex: Sex | None
    member_origin: MemberOrigin
    body: str
    post: str
    phone: str
    term_no: str
    valid_from: date | None
    valid_to: date | None
    is_withdrawn: bool
    today: date

    @property
    def is_serving(self) -> bool:
        """Whether the term runs today; an end that is missing is open."""
        begun = self.valid_from is None or self.valid_from <= self.today
        return begun and (self.valid_to is None or self.today <= self.valid_to)

    def for_public(self) -> None:
        """Return nothing: the roster has no public edition."""


def _dated(day: date | None) -> list[str]:
    return [day.isoformat()] if day is not None else []


def _count(
    name: str, label: str, of: Callable[[ConsultationRow], int], width: float = 13
) -> Column[ConsultationRow]:
    return Column(name, label, width, lambda row: [str(of(row))], kind=Kind.NUMBER, is_centred=True)


def _day(name: str, label: str, of: Callable[[Any], date | None]) -> Column[Any]:
    return Column(name, label, 22, lambda row: _dated(of(row)), kind=Kind.DAY, is_centred=True)


def _meeting_states(row: ConsultationRow) -> list[Term]:
    return [WITHDRAWN] if row.is_withdrawn else term(row.state)


def _promise_states(row: CommitmentRow) -> list[Term]:
    if row.is_withdrawn:
        return [WITHDRAWN]
    lacks = row.due_on is None or not row.unit_name.strip()
    undated = [UNDATED] if lacks and row.state is CommitmentState.OPEN else []
    return [*([OVERDUE] if row.is_overdue else term(row.state)), *undated]


def _member_states(row: BodyMemberRow) -> list[Term]:
    if row.is_withdrawn:
        return [WITHDRAWN]
    return [SERVING if row.is_serving else ENDED]


CONSULTATIONS: Ledger[ConsultationRow] = Ledger(
    name="consultation_ledger",
    title=tr("恳谈会台账"),
    code="站用",
    columns=(
        Column(
            "number", tr("编号"), 36, lambda row: [row.number], is_sortable=True, is_in_time=True
        ),
        Column(
            "held_on",
            tr("日期"),
            20,
            lambda row: _dated(row.held_on),
            is_sortable=True,
            kind=Kind.DAY,
            is_centred=True,
        ),
        Column("kind", tr("恳谈类型"), 18, lambda row: term(row.kind), is_centred=True),
        Column("title", tr("会议名称"), 42, lambda row: [row.title]),
        Column("topic", tr("议题"), 28, lambda row: [row.topic]),
        Column("place", tr("会议地点"), 22, lambda row: [row.place], is_on_paper=False),
        _count("expected", tr("应到"), lambda row: row.expected),
        _count("present", tr("实到"), lambda row: row.present),
        _count("opinions", tr("意见"), lambda row: row.opinions),
        _count("routed", tr("已定去向"), lambda row: row.routed, 16),
        _count("promises", tr("承诺"), lambda row: row.promises),
        _count("kept", tr("已兑现"), lambda row: row.kept),
        Column("state", tr("状态"), 26, _meeting_states),
    ),
    unit="次",
    order=("held_on", True),
    has_days=True,
    choices=(
        Choice("kind", tr("恳谈类型"), ConsultationKind),
        Choice("state", tr("状态"), ConsultationState),
    ),
    ticks=(
        Tick("unrouted", tr("只看有意见未定去向"), UNROUTED),
        Tick(WITHDRAWN_TOO, tr("含已撤回")),
    ),
)
"""恳谈会台账: one row a meeting."""


COMMITMENTS: Ledger[CommitmentRow] = Ledger(
    name="commitment_ledger",
    title=tr("承诺事项台账"),
    code="站用",
    columns=(
        Column("number", tr("恳谈会编号"), 36, lambda row: [row.number], is_in_time=True),
        Column(
            "place",
            tr("项次"),
            11,
            lambda row: [str(row.place)],
            kind=Kind.NUMBER,
            is_centred=True,
        ),
        Column(
            "held_on",
            tr("会议日期"),
            20,
            lambda row: _dated(row.held_on),
            kind=Kind.DAY,
            is_centred=True,
        ),
        Column("content", tr("承诺内容"), 56, lambda row: [row.content]),
        Column("unit_name", tr("责任单位"), 28, lambda row: [row.unit_name]),
        Column("person", tr("责任人"), 16, lambda row: [row.person], is_public=False),
        _day("due_on", tr("完成时限"), lambda row: row.due_on),
        Column("state", tr("状态"), 27, _promise_states),
        _day("settled_on", tr("兑现或认定日期"), lambda row: row.settled_on),
        Column(
            "raised_by",
            tr("提出人"),
            17,
            lambda row: [row.raised_by],
            sensitivity=Sensitivity.PERSONAL,
            mask=mask_name,
            is_public=False,
        ),
        _day("fed_back_on", tr("反馈日期"), lambda row: row.fed_back_on),
        Column(
            "published_on",
            tr("公开日期"),
            22,
            lambda row: _dated(row.published_on),
            kind=Kind.DAY,
            is_centred=True,
            is_on_paper=False,
        ),
    ),
    unit="项",
    order=("held_on", True),
    has_days=True,
    choices=(Choice("state", tr("状态"), CommitmentState),),
    ticks=(
        Tick("overdue", tr("只看超期"), OVERDUE),
        Tick("due_soon", tr("只看一周内到期"), DUE_SOON),
        Tick("undated", tr("只看未填期限"), UNDATED),
        Tick("unheard", tr("只看未反馈"), UNHEARD),
        Tick(WITHDRAWN_TOO, tr("含已撤回")),
    ),
)
"""承诺事项台账: one row a promise; the public edition has those that were posted, and no names."""


BODY_MEMBERS: Ledger[BodyMemberRow] = Ledger(
    name="body_member_ledger",
    title=tr("议事组织成员名册"),
    code="站用",
    columns=(
        Column("name", tr("姓名"), 24, lambda row: [row.name]),
        Column("sex", tr("性别"), 12, lambda row: term(row.sex), is_centred=True),
        Column("member_origin", tr("成员来源"), 24, lambda row: term(row.member_origin)),
        Column("body", tr("单位（村、社区）"), 46, lambda row: [row.body]),
        Column("post", tr("职务或职业"), 32, lambda row: [row.post]),
        Column(
            "phone",
            tr("联系电话"),
            26,
            lambda row: [row.phone],
            sensitivity=Sensitivity.PERSONAL,
            mask=mask_phone,
        ),
        Column("term_no", tr("届次"), 20, lambda row: [row.term_no]),
        _day("valid_from", tr("任期开始"), lambda row: row.valid_from),
        _day("valid_to", tr("任期结束"), lambda row: row.valid_to),
        Column("state", tr("状态"), 20, _member_states),
    ),
    unit="名",
    order=("name", False),
    has_public=False,
    choices=(Choice("member_origin", tr("成员来源"), MemberOrigin),),
    ticks=(Tick("serving", tr("只看任期内"), SERVING), Tick(WITHDRAWN_TOO, tr("含已撤回"))),
)
"""居民议事组织成员, of a 街道; a 镇 has none."""
