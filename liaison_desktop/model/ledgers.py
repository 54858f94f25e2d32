"""The ledgers of the station: 来访 (F06), 事项 (F16), 人员 and 代表 (F22)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

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
from liaison_desktop.model.masking import mask_address, mask_name, mask_phone
from liaison_desktop.model.times import SHANGHAI, business_day
from liaison_desktop.model.words import (
    Channel,
    DeadlineCause,
    Disclosure,
    GuidedTo,
    Handling,
    MandateLevel,
    MandateState,
    MatterState,
    ResultClass,
    Route,
    Satisfaction,
    Sex,
    VisitorKind,
    tr,
)

ANONYMOUS = Term(tr("匿名"))
WITHDRAWN = Term(tr("已撤回"))
INCOMPLETE = Term(tr("待补"))
TO_SIGN = Term(tr("待送签"))
LATE = Term(tr("超期"))
IN_TIME = Term(tr("按期"))


class VisitorFacts(NamedTuple):
    """What a ledger tells of a visitor."""

    name: str
    is_anonymous: bool
    phone: str


class MatterFacts(NamedTuple):
    """What a ledger tells of a matter."""

    title: str
    category: str
    handling: Handling | None
    guided_to: GuidedTo | None
    state: MatterState
    is_incomplete: bool
    disclosure: Disclosure


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit as a ledger tells it; `matters` are those that are not withdrawn."""

    number: str
    channel: Channel
    received_at: datetime
    headcount: int
    is_incomplete: bool
    is_withdrawn: bool
    visitors: Sequence[VisitorFacts]
    matters: Sequence[MatterFacts]
    receivers: Sequence[str]

    @property
    def day(self) -> date:
        """The day by which the ledger is chosen."""
        return business_day(self.received_at)

    def for_public(self) -> "VisitRow | None":
        """Return what the public may read of it: the matters that may be published; or nothing."""
        shown = [each for each in self.matters if each.disclosure is Disclosure.PUBLISHABLE]
        return None if self.is_withdrawn or not shown else replace(self, matters=shown)


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One matter as a ledger tells it, with what its visit says of who brought it."""

    number: str
    title: str
    category: str
    place_of_issue: str
    people_involved: int
    handling: Handling | None
    guided_to: GuidedTo | None
    state: MatterState
    is_incomplete: bool
    disclosure: Disclosure
    is_withdrawn: bool
    received_at: datetime
    channel: Channel
    statement: str
    route: Route | None
    unit_name: str
    co_units: str
    assigned_on: date | None
    acknowledged_on: date | None
    replied_on: date | None
    fed_back_on: date | None
    result_class: ResultClass | None
    satisfaction: Satisfaction | None
    redos: int
    promised_on: date | None
    archive_no: str
    remark: str
    visitors: Sequence[VisitorFacts]
    receivers: Sequence[str]
    reply_dues: Sequence[tuple[date, DeadlineCause]]
    """The days by which its answer was due, each with why, oldest first."""

    @property
    def day(self) -> date:
        """The day by which the ledger is chosen."""
        return business_day(self.received_at)

    @property
    def due_on(self) -> date | None:
        """The day by which its last answer was due before that was put off."""
        return self._last_dues()[0]

    @property
    def extended_to(self) -> date | None:
        """The last day to which that was put off."""
        return self._last_dues()[1]

    def _last_dues(self) -> tuple[date | None, date | None]:
        """Return both; another unit or another answer begins anew, a standstill moves what runs."""
        due: date | None = None
        extended: date | None = None
        for day, cause in self.reply_dues:
            if cause is DeadlineCause.EXTENDED or (cause is DeadlineCause.RESUMED and extended):
                extended = day
            else:
                due, extended = day, None
        return due, extended

    def for_public(self) -> "MatterRow | None":
        """Return it where it may be published."""
        is_shown = self.disclosure is Disclosure.PUBLISHABLE and not self.is_withdrawn
        return self if is_shown else None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as a ledger tells him; `visits` are those not withdrawn, `last_visit` the last."""

    name: str
    sex: Sex | None
    phone: str
    address: str
    visitor_kind: VisitorKind | None
    constituency: str
    is_withdrawn: bool
    visits: int
    last_visit: date | None

    def for_public(self) -> None:
        """Return nothing: who came is nobody's business."""


class MandateFacts(NamedTuple):
    """What a ledger tells of a mandate."""

    level: MandateLevel
    term_no: str
    constituency: str
    card_no: str
    state: MandateState
    delegation: str
    group_name: str


@dataclass(frozen=True, slots=True)
class DeputyRow:
    """One deputy as a ledger tells him."""

    name: str
    sex: Sex | None
    post: str
    phone: str
    is_post_public: bool
    is_withdrawn: bool
    mandates: Sequence[MandateFacts]

    def for_public(self) -> "DeputyRow | None":
        """Return him (代表法 art. 8: who represents whom is public); his post where he agreed."""
        if self.is_withdrawn:
            return None
        return self if self.is_post_public else replace(self, post="")


def _day(row: VisitRow | MatterRow) -> list[str]:
    return [row.received_at.astimezone(SHANGHAI).isoformat()[:10]]


def _time(row: VisitRow) -> list[str]:
    return [row.received_at.astimezone(SHANGHAI).isoformat()[11:16]]


def _names(row: VisitRow | MatterRow) -> list[str]:
    return [ANONYMOUS if one.is_anonymous else one.name for one in row.visitors]


def _decisions(row: VisitRow) -> list[str]:
    """Return each way of handling once, for a visitor guided elsewhere with where he was sent."""
    return _once(
        said for matter in row.matters for said in (term(matter.guided_to) or term(matter.handling))
    )


def _states(row: VisitRow) -> list[str]:
    if row.is_withdrawn:
        return [WITHDRAWN]
    is_incomplete = row.is_incomplete or any(matter.is_incomplete for matter in row.matters)
    states = (said for matter in row.matters for said in term(matter.state))
    return _once([*states, *([INCOMPLETE] if is_incomplete else [])])


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


VISITS: Ledger[VisitRow] = Ledger(
    name="visit_ledger",
    title=tr("来访登记簿"),
    code="F06",
    columns=(
        Column(
            "number", tr("编号"), 33.5, lambda row: [row.number], is_sortable=True, is_in_time=True
        ),
        Column(
            "received_at", tr("日期"), 18.5, _day, is_sortable=True, kind=Kind.DAY, is_centred=True
        ),
        Column("time", tr("时间"), 11, _time, is_centred=True),
        Column(
            "channel",
            tr("形式"),
            17,
            lambda row: term(row.channel),
            is_sortable=True,
            is_centred=True,
        ),
        Column("name", tr("姓名"), 23, _names, sensitivity=Sensitivity.PERSONAL, mask=mask_name),
        Column(
            "phone",
            tr("联系电话"),
            21,
            lambda row: [one.phone for one in row.visitors],
            sensitivity=Sensitivity.SECRET,
            mask=mask_phone,
            is_public=False,
        ),
        Column(
            "headcount",
            tr("人数"),
            9,
            lambda row: [str(row.headcount)],
            is_sortable=True,
            kind=Kind.NUMBER,
            is_centred=True,
        ),
        Column(
            "title",
            tr("主题"),
            49.5,
            lambda row: [matter.title for matter in row.matters],
            joint="；",
        ),
        Column(
            "category",
            tr("问题类别"),
            18,
            lambda row: _once(matter.category for matter in row.matters),
        ),
        Column("handling", tr("处理方式"), 20, _decisions),
        Column("state", tr("状态"), 18.5, _states),
        Column("receivers", tr("接待代表"), 16, lambda row: row.receivers),
    ),
    unit="次",
    order=("received_at", True),
    summed="headcount",
    summed_unit="人次",
    has_days=True,
    choices=(
        Choice("channel", tr("反映形式"), Channel),
        Choice("handling", tr("处理方式"), Handling),
    ),
    ticks=(
        Tick("incomplete", tr("只看待补"), INCOMPLETE),
        Tick("to_sign", tr("只看待送签"), TO_SIGN),
        Tick(WITHDRAWN_TOO, tr("含已撤回")),
    ),
)
"""来访登记簿; 承办单位, 时限 and 满意度 come with the flow that knows them."""


MOST_SUMMARY = 60
"""Characters of the statement that stand in a ledger; the matter has them all."""


def _dated(day: date | None) -> list[str]:
    return [day.isoformat()] if day is not None else []


def _summary(row: MatterRow) -> list[str]:
    text = row.statement
    return [text if len(text) <= MOST_SUMMARY else f"{text[:MOST_SUMMARY]}…"]


def _days_taken(row: MatterRow) -> list[str]:
    if row.replied_on is None or row.assigned_on is None:
        return []
    return [str((row.replied_on - row.assigned_on).days)]


def _lateness(row: MatterRow) -> list[str]:
    due = row.reply_dues[-1][0] if row.reply_dues else None
    if row.replied_on is None or due is None:
        return []
    return [LATE if row.replied_on > due else IN_TIME]


def _day_column(name: str, label: str, of: Callable[[MatterRow], date | None]) -> Column[MatterRow]:
    """Return a column of days that only the flow of a matter knows."""
    return Column(name, label, 25, lambda row: _dated(of(row)), kind=Kind.DAY, is_centred=True)


def _wide(column: Column[MatterRow]) -> Column[MatterRow]:
    return replace(column, is_wide=True)


def _matter_states(row: MatterRow) -> list[str]:
    if row.is_withdrawn:
        return [WITHDRAWN]
    return [*term(row.state), *([INCOMPLETE] if row.is_incomplete else [])]


MATTERS: Ledger[MatterRow] = Ledger(
    name="matter_ledger",
    title=tr("事项台账"),
    code="F16",
    columns=(
        Column(
            "number", tr("编号"), 50, lambda row: [row.number], is_sortable=True, is_in_time=True
        ),
        Column("received_at", tr("日期"), 25, _day, kind=Kind.DAY, is_centred=True),
        Column("channel", tr("形式"), 17, lambda row: term(row.channel), is_centred=True),
        Column("name", tr("姓名"), 20, _names, sensitivity=Sensitivity.PERSONAL, mask=mask_name),
        Column("title", tr("主题"), 44, lambda row: [row.title]),
        Column("category", tr("问题类别"), 20, lambda row: [row.category], is_sortable=True),
        Column(
            "place_of_issue",
            tr("问题属地"),
            24,
            lambda row: [row.place_of_issue],
            sensitivity=Sensitivity.PERSONAL,
            mask=mask_address,
            is_on_paper=False,
        ),
        Column(
            "people_involved",
            tr("涉及人数"),
            12,
            lambda row: [str(row.people_involved)],
            is_sortable=True,
            kind=Kind.NUMBER,
            is_centred=True,
            is_on_paper=False,
        ),
        Column(
            "handling",
            tr("处理方式"),
            20,
            lambda row: term(row.guided_to or row.handling),
            is_on_paper=False,
        ),
        Column("state", tr("状态"), 18.5, _matter_states),
        _wide(Column("receivers", tr("接待代表"), 14, lambda row: row.receivers)),
        _wide(Column("statement", tr("内容摘要"), 34, _summary, is_public=False)),
        Column("route", tr("办理去向"), 20, lambda row: term(row.route)),
        Column("unit_name", tr("承办单位"), 24, lambda row: [row.unit_name]),
        _wide(Column("co_units", tr("会办单位"), 18, lambda row: [row.co_units])),
        _day_column("assigned_on", tr("交办日期"), lambda row: row.assigned_on),
        _wide(_day_column("acknowledged_on", tr("签收日期"), lambda row: row.acknowledged_on)),
        _day_column("reply_due_on", tr("时限"), lambda row: row.due_on),
        _wide(_day_column("extended_to", tr("延期至"), lambda row: row.extended_to)),
        _day_column("replied_on", tr("答复日期"), lambda row: row.replied_on),
        _wide(Column("days", tr("用时"), 13, _days_taken, kind=Kind.NUMBER, is_centred=True)),
        _wide(Column("lateness", tr("是否超期"), 14, _lateness, is_centred=True)),
        _wide(Column("result_class", tr("结果类别"), 22, lambda row: term(row.result_class))),
        _wide(_day_column("fed_back_on", tr("反馈日期"), lambda row: row.fed_back_on)),
        Column("satisfaction", tr("满意度"), 16, lambda row: term(row.satisfaction)),
        _wide(
            Column(
                "redos",
                tr("重办次数"),
                14,
                lambda row: [str(row.redos)],
                kind=Kind.NUMBER,
                is_centred=True,
            )
        ),
        _wide(_day_column("promised_on", tr("承诺到期"), lambda row: row.promised_on)),
        _wide(Column("archive_no", tr("归档号"), 18, lambda row: [row.archive_no])),
        _wide(Column("remark", tr("备注"), 20, lambda row: [row.remark], is_public=False)),
    ),
    unit="件",
    order=("number", True),
    summed="people_involved",
    summed_unit="人次",
    has_days=True,
    choices=(
        Choice("handling", tr("处理方式"), Handling),
        Choice("state", tr("状态"), MatterState),
    ),
    ticks=(
        Tick("incomplete", tr("只看待补"), INCOMPLETE),
        Tick("to_sign", tr("只看待送签"), TO_SIGN),
        Tick(WITHDRAWN_TOO, tr("含已撤回")),
    ),
)
"""事项台账 (F16): on A4 the columns that are looked at daily, on A3 and in a sheet all of them."""


def _withdrawn_name(row: PersonRow | DeputyRow) -> list[str]:
    return [WITHDRAWN] if row.is_withdrawn else []


PEOPLE: Ledger[PersonRow] = Ledger(
    name="person_ledger",
    title=tr("人员名册"),
    code="站用",
    columns=(
        Column(
            "name",
            tr("姓名"),
            30,
            lambda row: [row.name],
            sensitivity=Sensitivity.PERSONAL,
            mask=mask_name,
        ),
        Column("sex", tr("性别"), 12, lambda row: term(row.sex), is_centred=True),
        Column(
            "phone",
            tr("联系电话"),
            26,
            lambda row: [row.phone],
            sensitivity=Sensitivity.SECRET,
            mask=mask_phone,
        ),
        Column(
            "address",
            tr("住址"),
            60,
            lambda row: [row.address],
            sensitivity=Sensitivity.PERSONAL,
            mask=mask_address,
        ),
        Column("visitor_kind", tr("身份"), 20, lambda row: term(row.visitor_kind)),
        Column("constituency", tr("所属选区"), 30, lambda row: [row.constituency]),
        Column(
            "visits",
            tr("来访次数"),
            16,
            lambda row: [str(row.visits)],
            kind=Kind.NUMBER,
            is_centred=True,
        ),
        Column(
            "last_visit",
            tr("最近来访"),
            20,
            lambda row: [row.last_visit.isoformat()] if row.last_visit else [],
            kind=Kind.DAY,
            is_centred=True,
        ),
        Column("state", tr("状态"), 16, _withdrawn_name),
    ),
    unit="人",
    order=("name", False),
    has_public=False,
    choices=(Choice("sex", tr("性别"), Sex), Choice("visitor_kind", tr("身份"), VisitorKind)),
    ticks=(Tick(WITHDRAWN_TOO, tr("含已撤回")),),
)
"""人员名册: who is known here. It has no public edition."""


DEPUTIES: Ledger[DeputyRow] = Ledger(
    name="deputy_ledger",
    title=tr("代表名册"),
    code="F22",
    columns=(
        Column("name", tr("姓名"), 26, lambda row: [row.name]),
        Column("sex", tr("性别"), 12, lambda row: term(row.sex), is_centred=True),
        Column(
            "level",
            tr("代表级别"),
            28,
            lambda row: _once(said for each in row.mandates for said in term(each.level)),
        ),
        Column("term_no", tr("届次"), 20, lambda row: _once(m.term_no for m in row.mandates)),
        Column(
            "constituency",
            tr("选区（选举单位）"),
            42,
            lambda row: _once(each.constituency for each in row.mandates),
        ),
        Column(
            "delegation",
            tr("代表团"),
            28,
            lambda row: _once(each.delegation for each in row.mandates),
            is_on_paper=False,
        ),
        Column(
            "group_name",
            tr("代表小组"),
            26,
            lambda row: _once(each.group_name for each in row.mandates),
        ),
        Column("post", tr("单位及职务"), 46, lambda row: [row.post]),
        Column(
            "phone",
            tr("联系电话"),
            26,
            lambda row: [row.phone],
            sensitivity=Sensitivity.PERSONAL,
            mask=mask_phone,
            is_public=False,
        ),
        Column(
            "card_no",
            tr("代表证号"),
            26,
            lambda row: _once(each.card_no for each in row.mandates),
            is_public=False,
        ),
        Column(
            "state",
            tr("状态"),
            18,
            lambda row: (
                _withdrawn_name(row)
                or _once(said for each in row.mandates for said in term(each.state))
            ),
        ),
    ),
    unit="名",
    order=("name", False),
    choices=(
        Choice("level", tr("代表级别"), MandateLevel),
        Choice("state", tr("任职状态"), MandateState),
    ),
    ticks=(Tick(WITHDRAWN_TOO, tr("含已撤回")),),
)
"""代表名册."""
