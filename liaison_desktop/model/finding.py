"""What can be found, and which records the index of finding has yet to take up."""

from enum import StrEnum

from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base
from liaison_desktop.model.words import tr


class Found(StrEnum):
    """The kinds of records that one search finds, in the order in which they are shown."""

    PERSON = "person"
    VISIT = "visit"
    MATTER = "matter"
    DEPUTY = "deputy"
    CONSULTATION = "consultation"


FOUND_LABELS = {
    Found.PERSON: tr("人员"),
    Found.VISIT: tr("来访"),
    Found.MATTER: tr("事项"),
    Found.DEPUTY: tr("代表"),
    Found.CONSULTATION: tr("恳谈会"),
}


class GramDue(Base):
    """A record whose grams in the index are not those of the record; triggers write it.

    `held` is what the index holds of it, None where it holds nothing: a contentless index gives a
    document back only to who still knows it.
    """

    __tablename__ = "gram_due"

    kind: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    held: Mapped[str | None]
