"""承办单位 — an office that handles matters."""

from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, declare
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
        """Return what is wrong, per field; a unit has a name."""
        found = super().problems()
        if not self.name.strip():
            found.append(Problem("name", ProblemCode.MISSING))
        return found
