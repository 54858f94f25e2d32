"""联络站 — a deputy liaison station."""

import re

from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.fields import Reach, declare
from liaison_desktop.model.numbering import STATION_CODE
from liaison_desktop.model.words import StationKind, StationTier, tr


class Station(Record, Base):
    """One station; its code begins every number."""

    __tablename__ = "station"

    code: Mapped[str] = mapped_column(
        unique=True, info=declare(tr("站点代码"), size=12, reach=Reach.COUNTY)
    )
    name: Mapped[str] = mapped_column(info=declare(tr("联络站名称"), size=60, reach=Reach.COUNTY))
    kind: Mapped[StationKind] = mapped_column(info=declare(tr("所在区划"), reach=Reach.COUNTY))
    tier: Mapped[StationTier] = mapped_column(
        default=StationTier.STATION, info=declare(tr("层级"), reach=Reach.COUNTY)
    )
    issuing_organ: Mapped[str] = mapped_column(
        default="", info=declare(tr("发文机关"), size=80, reach=Reach.COUNTY)
    )
    seal_organ: Mapped[str] = mapped_column(
        default="", info=declare(tr("印章单位"), size=80, reach=Reach.COUNTY)
    )
    county_congress: Mapped[str] = mapped_column(
        default="", info=declare(tr("县（区、市）人大"), size=60, reach=Reach.COUNTY)
    )
    phone: Mapped[str] = mapped_column(
        default="", info=declare(tr("联络站电话"), size=40, reach=Reach.COUNTY)
    )
    address: Mapped[str] = mapped_column(
        default="", info=declare(tr("联络站地址"), size=120, reach=Reach.COUNTY)
    )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the station's own facts."""
        found = super().problems()
        if not STATION_CODE.match(self.code):
            found.append(Problem("code", ProblemCode.BAD_VALUE, detail="A-Z 0-9, 2–12"))
        if not self.name.strip():
            found.append(Problem("name", ProblemCode.MISSING))
        unchosen = [name for name in ("kind", "tier") if getattr(self, name) is None]
        return found + [Problem(name, ProblemCode.MISSING) for name in unchosen]


def usual_organ(place: str, kind: StationKind) -> str:
    """Return the organ that usually issues for a place, as an offer that may be typed over.

    镇/乡 = ××人民代表大会主席团 (地方组织法 2022 art. 14); 街道/开发区 = 人大街道工委, an organ of
    the county's standing committee (art. 58 there), whose own name the user completes.
    """
    stem = re.sub(r"(人大)?代表联络站$", "", place)
    if kind.has_congress:
        return f"{stem}人民代表大会主席团"
    return f"人大常委会{stem}工作委员会"
