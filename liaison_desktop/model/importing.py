"""导入 — what a table from elsewhere can hold of people and deputies, and how it is read."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base
from liaison_desktop.model.words import LABELS, MandateLevel, Sex, VisitorKind, Word, tr


class ImportKind(StrEnum):
    """What a table is imported as."""

    PEOPLE = "person"
    DEPUTIES = "deputy"


IMPORT_LABELS = {ImportKind.PEOPLE: tr("人员"), ImportKind.DEPUTIES: tr("代表名册")}


@dataclass(frozen=True)
class Table:
    """What stands below a heading; `rows` have as many cells as it."""

    heading: Sequence[str]
    rows: Sequence[Sequence[str]]
    first_line: int
    """The number of the first row after the heading, as a spreadsheet counts."""


Read = Callable[[str], object]
"""Gives the value of a cell; ValueError where it cannot be read."""


def _text(cell: str) -> object:
    return cell


def _phone(cell: str) -> object:
    """Return the number without what a spreadsheet or a hand puts into it."""
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


_SEX = _word(Sex, ("1", Sex.MALE), ("2", Sex.FEMALE), ("9", Sex.UNSTATED))
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

    def is_called(self, heading: str) -> bool:
        """Return whether a column with this heading is likely this field."""
        plain = re.sub(r"[\s\u3000（()）:：*]", "", heading)
        return plain in {re.sub(r"[（()）]", "", self.label), *self.headings}


IMPORT_FIELDS: Mapping[ImportKind, Sequence[ImportField]] = {
    ImportKind.PEOPLE: (
        ImportField("name", tr("姓名"), ("名字", "来访人", "群众姓名", "居民姓名", "选民姓名")),
        ImportField("sex", tr("性别"), (), _SEX),
        ImportField(
            "phone", tr("联系电话"), ("电话", "手机", "手机号", "手机号码", "联系方式"), _phone
        ),
        ImportField("address", tr("住址"), ("地址", "家庭住址", "现住址", "居住地址", "住所")),
        ImportField("birth_ym", tr("出生年月"), ("出生日期", "生日", "出生"), _month),
        ImportField("id_no", tr("身份证号"), ("身份证", "身份证号码", "公民身份号码", "证件号码")),
        ImportField("occupation", tr("工作单位"), ("单位", "职业", "单位及职务")),
        ImportField("visitor_kind", tr("身份"), ("身份类别",), _word(VisitorKind)),
        ImportField("constituency", tr("所属选区"), ("选区",)),
    ),
    ImportKind.DEPUTIES: (
        ImportField("name", tr("姓名"), ("名字", "代表姓名", "代表")),
        ImportField("sex", tr("性别"), (), _SEX),
        ImportField("post", tr("单位及职务"), ("工作单位", "职务", "单位", "工作单位及职务")),
        ImportField("phone", tr("联系电话"), ("电话", "手机", "手机号", "手机号码"), _phone),
        ImportField(
            "level", tr("代表级别"), ("级别", "层级", "代表层级"), _word(MandateLevel, *_LEVELS)
        ),
        ImportField("term_no", tr("届次"), ("届别", "届")),
        ImportField("constituency", tr("选区（选举单位）"), ("选区", "选举单位", "代表团")),
        ImportField("card_no", tr("代表证号"), ("证号", "代表证编号")),
    ),
}

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
