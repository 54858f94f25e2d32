"""承办单位 — an office that handles matters."""

from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, declare, fields_of
from liaison_desktop.model.texts import text_problems
from liaison_desktop.model.words import tr


class Unit(Record, Base):
    """A handling unit with its contact."""

    __tablename__ = "unit"

    name: Mapped[str] = mapped_column(
        index=True, info=declare(tr("单位名称"), size=80, reach=Reach.COUNTY)
    )
    contact: Mapped[str] = mapped_column(
        default="", info=declare(tr("联系人"), size=50, reach=Reach.COUNTY)
    )
    phone: Mapped[str] = mapped_column(
        default="", info=declare(tr("联系电话"), size=40, reach=Reach.COUNTY)
    )
    address: Mapped[str] = mapped_column(
        default="", info=declare(tr("地址"), size=120, reach=Reach.COUNTY)
    )

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field."""
        found: list[Problem] = []
        for name, field in fields_of(Unit).items():
            found += text_problems(name, getattr(self, name), field.size)
        if not self.name.strip():
            found.append(Problem("name", ProblemCode.MISSING))
        return found
