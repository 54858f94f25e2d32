"""导入 — what a table from elsewhere can hold of people and deputies, and how it is read."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base
from liaison_desktop.model.faults import ProblemCode
from liaison_desktop.model.rota_table import times_in
from liaison_desktop.model.schedule_words import MandateEnd
from liaison_desktop.model.words import (
    LABELS,
    MandateLevel,
    MandateState,
    Sex,
    VisitorKind,
    Word,
    tr,
)


class ImportKind(StrEnum):
    """What a table is imported as."""

    PEOPLE = "person"
    DEPUTIES = "deputy"
    ROTA = "reception_session"


IMPORT_LABELS = {
    ImportKind.PEOPLE: tr("人员"),
    ImportKind.DEPUTIES: tr("代表名册"),
    ImportKind.ROTA: tr("代表接待日安排表"),
}
KEY_FIELDS: Mapping[ImportKind, str] = {
    ImportKind.PEOPLE: "name",
    ImportKind.DEPUTIES: "name",
    ImportKind.ROTA: "held_on",
}
"""The field without which a line says nothing."""


@dataclass(frozen=True)
class Table:
    """What stands below a heading; `rows` have as many cells as it."""

    heading: Sequence[str]
    rows: Sequence[Sequence[str]]
    first_line: int
    """The number of the first row after the heading, as a spreadsheet counts."""
    spread: frozenset[tuple[int, int]] = frozenset()
    """(line, place) of the cells that are merged with those of other columns."""


class Unread(ValueError):
    """A cell that cannot be read, with the code that says why."""

    def __init__(self, code: ProblemCode = ProblemCode.BAD_VALUE) -> None:
        super().__init__(code)
        self.code = code


Read = Callable[[str], object]
"""Gives the value of a cell; ValueError where it cannot be read, Unread where it says why."""


def _text(cell: str) -> object:
    return cell


def squeeze(heading: str) -> str:
    """Return a heading without spaces, brackets and colons, by which it is compared."""
    return re.sub(r"[\s\u3000（()）:：*]", "", heading)


_ROUNDED = re.compile(r"\d(\.\d+)?E\+?\d+", re.IGNORECASE)


def _number(cell: str) -> object:
    """Return a card or ID number; Unread where a spreadsheet has rounded it."""
    plain = re.sub(r"[\s\u3000]", "", cell)
    if _ROUNDED.fullmatch(plain):
        raise Unread(ProblemCode.ROUNDED_NUMBER)
    return plain.upper() if re.fullmatch(r"\d{17}x", plain) else plain


def _phone(cell: str) -> object:
    """Return the number without what a spreadsheet or a hand puts into it."""
    _number(cell)
    return re.sub(r"[\s\u3000-]", "", cell) if re.fullmatch(r"[\d\s\u3000+-]+", cell) else cell


def _month(cell: str) -> object:
    """Return YYYY-MM of 1962-05, 1962年5月, 196205, 19620503, 1962.5."""
    if not cell:
        return ""
    found = re.match(r"(\d{4})(?:\s*[-年./]\s*(\d{1,2})|(\d\d)(?!\d$))", cell)
    month = int(found[2] or found[3]) if found else 0
    if found is None or not 1 <= month <= 12:
        raise ValueError(cell)
    return f"{found[1]}-{month:02d}"


_DAY = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})(?:\s*月)?(?:\s*[-./]?\s*(\d{1,2})日?)?")
_STILL = frozenset({"至今", "现在", "在任"})


def _day(cell: str, *, is_end: bool = False) -> object:
    """Return the day of 2022-01-10, 2022/1/10, 2022年1月10日 or 20220110.

    A month alone is its first day, as an end its last.
    """
    plain = cell.partition(" ")[0]
    if not plain or plain in _STILL:
        return None
    compact = re.fullmatch(r"(\d{4})(\d{2})(\d{2})?", plain)
    found = compact or _DAY.fullmatch(plain)
    try:
        year, month, day = (int(part or 0) for part in (found.groups() if found else "000"))
        last = monthrange(year, month)[1] if is_end else 1
        return date(year, month, day or last)
    except ValueError:
        raise Unread(ProblemCode.NOT_A_DAY) from None


def _reason(cell: str) -> object:
    """Return the word of the list, or the text itself: it is noted as another reason then."""
    try:
        return _word(MandateEnd)(cell)
    except ValueError:
        return cell


def _word(words: type[Word], *others: tuple[str, Word]) -> Read:
    known = {LABELS[each]: each for each in words} | dict(others)

    def read(cell: str) -> object:
        if not cell:
            return None
        if cell in known:
            return known[cell]
        near = [word for label, word in known.items() if cell in label or label in cell]
        if len(set(near)) == 1:
            return near[0]
        raise ValueError(cell)

    return read


_WORD_OF_SEX = _word(Sex)


def _sex(cell: str) -> object:
    """Return the sex of a word of GB/T 2261.1; what is unknown there is nothing here."""
    return None if cell == "未知" else _WORD_OF_SEX(cell)


_STATES = (("现任", MandateState.ACTIVE), ("任期内", MandateState.ACTIVE))
_LEVELS = (
    ("乡镇", MandateLevel.TOWN),
    ("乡", MandateLevel.TOWN),
    ("镇", MandateLevel.TOWN),
    ("县", MandateLevel.COUNTY),
    ("区", MandateLevel.COUNTY),
    ("市", MandateLevel.MUNICIPAL),
    ("省", MandateLevel.PROVINCIAL),
    ("全国", MandateLevel.NATIONAL),
)


@dataclass(frozen=True)
class ImportField:
    """One field that a column can be taken for; `headings` are what such columns are called."""

    name: str
    label: str
    headings: Sequence[str] = ()
    read: Read = _text
    table: str = ""
    """The code table that the column is read by, before `read`."""

    def is_called(self, heading: str) -> bool:
        """Return whether a column with this heading is likely this field."""
        return squeeze(heading) in {re.sub(r"[（()）]", "", self.label), *self.headings}


IMPORT_FIELDS: Mapping[ImportKind, Sequence[ImportField]] = {
    ImportKind.PEOPLE: (
        ImportField("name", tr("姓名"), ("名字", "来访人", "群众姓名", "居民姓名", "选民姓名")),
        ImportField("sex", tr("性别"), (), _sex, "sex"),
        ImportField(
            "phone", tr("联系电话"), ("电话", "手机", "手机号", "手机号码", "联系方式"), _phone
        ),
        ImportField("address", tr("住址"), ("地址", "家庭住址", "现住址", "居住地址", "住所")),
        ImportField("birth_ym", tr("出生年月"), ("出生日期", "生日", "出生"), _month),
        ImportField(
            "id_no", tr("身份证号"), ("身份证", "身份证号码", "公民身份号码", "证件号码"), _number
        ),
        ImportField("occupation", tr("工作单位"), ("单位", "职业", "单位及职务")),
        ImportField("visitor_kind", tr("身份"), ("身份类别",), _word(VisitorKind)),
        ImportField("constituency", tr("所属选区"), ("选区",)),
    ),
    ImportKind.DEPUTIES: (
        ImportField("name", tr("姓名"), ("名字", "代表姓名", "代表")),
        ImportField("sex", tr("性别"), (), _sex, "sex"),
        ImportField("sex_code", tr("性别代码"), ("性别编码",), _sex, "sex"),
        ImportField("ethnic_group", tr("民族"), ("民族代码",), table="ethnic_group"),
        ImportField("birth_ym", tr("出生年月"), ("出生日期", "生日", "出生"), _month),
        ImportField(
            "political_status", tr("政治面貌"), ("党派", "政治面目"), table="political_status"
        ),
        ImportField("education", tr("学历"), ("文化程度", "学历代码"), table="education"),
        ImportField("post", tr("单位及职务"), ("工作单位", "职务", "单位", "工作单位及职务")),
        ImportField(
            "phone", tr("联系电话"), ("电话", "手机", "手机号", "手机号码", "联系方式"), _phone
        ),
        ImportField(
            "id_no", tr("身份证号"), ("身份证", "身份证号码", "公民身份号码", "证件号码"), _number
        ),
        ImportField(
            "level", tr("代表级别"), ("级别", "层级", "代表层级"), _word(MandateLevel, *_LEVELS)
        ),
        ImportField("term_no", tr("届次"), ("届别", "届")),
        ImportField("constituency", tr("选区（选举单位）"), ("选区", "选举单位", "所属选区")),
        ImportField("card_no", tr("代表证号"), ("证号", "代表证编号", "代表证号码"), _number),
        ImportField("delegation", tr("代表团"), ("所属代表团",)),
        ImportField("group_name", tr("代表小组"), ("小组", "所属代表小组")),
        ImportField("valid_from", tr("任职起"), ("任职开始", "任职日期", "当选日期"), _day),
        ImportField("valid_to", tr("任职止"), ("任职结束", "终止日期"), partial(_day, is_end=True)),
        ImportField("state", tr("任职状态"), ("状态",), _word(MandateState, *_STATES)),
        ImportField("end_reason", tr("暂停或终止原因"), ("终止原因", "暂停原因"), _reason),
        ImportField("end_note", tr("原因说明"), ()),
        ImportField("introduction", tr("代表简介"), ("简介",)),
    ),
    ImportKind.ROTA: (
        ImportField("held_on", tr("接待日期"), ("日期", "接待日", "接待时间", "时间安排"), _day),
        ImportField("times", tr("接待时间"), ("时间", "起止时间", "时段"), times_in),
        ImportField(
            "names", tr("接待代表"), ("代表", "代表姓名", "值班代表", "轮值代表", "接待人")
        ),
        ImportField("visiting", tr("进站代表"), ("进站履职代表",)),
        ImportField("place", tr("接待地点"), ("地点",)),
        ImportField("theme", tr("接待主题"), ("主题",)),
        ImportField("guests", tr("列席部门"), ("参加部门", "列席单位")),
        ImportField("contact", tr("联系人"), ()),
        ImportField("contact_phone", tr("联系电话"), ("电话", "联系方式"), _phone),
        ImportField("remark", tr("备注"), ()),
    ),
}

OF_A_MANDATE = (
    "level",
    "term_no",
    "constituency",
    "card_no",
    "delegation",
    "group_name",
    "valid_from",
    "valid_to",
    "state",
    "end_reason",
    "end_note",
)
"""Fields of a roster's line that are the mandate's; the others are the deputy's."""

Columns = Mapping[int, str]
"""Of a table: the place of a column, and the field it is taken for."""


def is_label(kind: ImportKind, text: str) -> bool:
    """Return whether a text is likely the heading of a column."""
    return any(field.is_called(text) for field in IMPORT_FIELDS[kind])


def guess_mapping(kind: ImportKind, heading: Sequence[str]) -> dict[int, str]:
    """Return which columns are likely which fields; each field once, the first column of it."""
    found: dict[int, str] = {}
    for place, text in enumerate(heading):
        for field in IMPORT_FIELDS[kind]:
            if field.name not in found.values() and field.is_called(text):
                found[place] = field.name
                break
    return found


class Importing(Base):
    """One table taken in; what it made bears the uid of the act. Stays at home."""

    __tablename__ = "importing"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    act: Mapped[UUID] = mapped_column(unique=True)
    kind: Mapped[str]
    file: Mapped[str]
    made: Mapped[int]
    user_uid: Mapped[UUID]
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None] = mapped_column(default=None)
