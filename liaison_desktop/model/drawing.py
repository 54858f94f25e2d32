"""随机抽取 — a draw as it was made: its roster, its seed, and who came out.

How it is drawn stands in `random_draw.py`, so that anyone can repeat it.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.columns import required, text, word
from liaison_desktop.model.fields import Reach, declare
from liaison_desktop.model.words import tr

MOST_ROSTER = 2_000_000
"""Code points of a roster, all its rows together."""


class Drawing(Record, Base):
    """One draw. `roster` and `chosen` hold one row a line, as they stood in the file.

    They may hold phones, so they stay at the station; the hash tells whether a file is the one.
    `strata` has a line for each stratum, as 名称=人数; empty where the draw was from all.
    """

    __tablename__ = "drawing"

    consultation_uid: Mapped[UUID] = mapped_column(
        ForeignKey("consultation.uid", deferrable=True, initially="DEFERRED"),
        index=True,
        info=declare(tr("恳谈会"), reach=Reach.COUNTY),
    )
    drawn_at: Mapped[datetime] = required(tr("抽取时间"))
    drawn_by: Mapped[str] = text(tr("抽取人"), 50)
    algorithm: Mapped[str] = text(tr("抽取方法"), 200)
    seed: Mapped[str] = required(tr("种子"), 100)
    size: Mapped[int] = word(tr("抽取人数"), 0)
    roster_name: Mapped[str] = text(tr("名单文件"), 200)
    roster_rows: Mapped[int] = word(tr("名单人数"), 0)
    roster_hash: Mapped[str] = text(tr("名单校验值"), 64)
    stratum_column: Mapped[str] = text(tr("分组列"), 80)
    strata: Mapped[str] = text(tr("分组人数"), 2000, multiline=True)
    heading: Mapped[str] = text(tr("名单表头"), 500, reach=Reach.STATION)
    roster: Mapped[str] = text(tr("名单"), MOST_ROSTER, reach=Reach.STATION, multiline=True)
    chosen: Mapped[str] = text(tr("抽中名单"), MOST_ROSTER, reach=Reach.STATION, multiline=True)
