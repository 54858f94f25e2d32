"""Which people the index of finding has yet to take up."""

from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base


class GramDue(Base):
    """A person whose grams in the index are not those of his record; triggers write it.

    The other fields are what the index holds of him, None where it holds nothing: a contentless
    index gives a document back only to who still knows it.
    """

    __tablename__ = "gram_due"

    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str | None]
    phone: Mapped[str | None]
    id_no: Mapped[str | None]
