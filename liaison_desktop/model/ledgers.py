"""The ledgers of the station: 来访登记簿 (F06)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from liaison_desktop.model.fields import Sensitivity
from liaison_desktop.model.ledger import Column, Kind, Ledger, Term, term
from liaison_desktop.model.masking import mask_name, mask_phone
from liaison_desktop.model.times import SHANGHAI
from liaison_desktop.model.words import Channel, GuidedTo, Handling, MatterState, tr

ANONYMOUS = Term(tr("匿名"))
WITHDRAWN = Term(tr("已撤回"))
INCOMPLETE = Term(tr("待补"))
TO_SIGN = Term(tr("待送签"))


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


def _day(row: VisitRow) -> list[str]:
    return [row.received_at.astimezone(SHANGHAI).isoformat()[:10]]


def _time(row: VisitRow) -> list[str]:
    return [row.received_at.astimezone(SHANGHAI).isoformat()[11:16]]


def _names(row: VisitRow) -> list[str]:
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
        Column("number", tr("编号"), 33.5, lambda row: [row.number], is_sortable=True),
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
)
"""来访登记簿; 承办单位, 时限 and 满意度 come with the flow that knows them."""
