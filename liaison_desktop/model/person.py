"""人员 — a person the station knows, however often he came."""

from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.fields import Reach, Sensitivity, declare
from liaison_desktop.model.words import Sex, VisitorKind, tr


class Person(Record, Base):
    """What is known of a person today; what was said at a visit stays with the visit."""

    __tablename__ = "person"

    name: Mapped[str] = mapped_column(
        index=True,
        info=declare(tr("姓名"), size=50, sensitivity=Sensitivity.PERSONAL, reach=Reach.COUNTY),
    )
    sex: Mapped[Sex | None] = mapped_column(
        default=None, info=declare(tr("性别"), reach=Reach.COUNTY)
    )
    phone: Mapped[str] = mapped_column(
        default="",
        info=declare(tr("联系电话"), size=20, sensitivity=Sensitivity.PERSONAL, reach=Reach.COUNTY),
    )
    address: Mapped[str] = mapped_column(
        default="",
        info=declare(tr("住址"), size=120, sensitivity=Sensitivity.PERSONAL, reach=Reach.COUNTY),
    )
    birth_ym: Mapped[str] = mapped_column(
        default="", info=declare(tr("出生年月"), size=7, sensitivity=Sensitivity.PERSONAL)
    )
    id_no: Mapped[str] = mapped_column(
        default="", info=declare(tr("身份证号"), size=18, sensitivity=Sensitivity.SECRET)
    )
    occupation: Mapped[str] = mapped_column(
        default="", info=declare(tr("工作单位"), size=60, sensitivity=Sensitivity.PERSONAL)
    )
    visitor_kind: Mapped[VisitorKind | None] = mapped_column(
        default=None, info=declare(tr("身份"), reach=Reach.COUNTY)
    )
    constituency: Mapped[str] = mapped_column(
        default="", index=True, info=declare(tr("所属选区"), size=60, reach=Reach.COUNTY)
    )
