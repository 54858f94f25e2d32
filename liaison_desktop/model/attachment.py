"""附件 — a file hung on a record; its bytes lie in a second encrypted file, found by their hash."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.fields import Reach, declare
from liaison_desktop.model.words import tr

MOST_BYTES = 20 * 1024 * 1024
MOST_BYTES_OF_A_RECORD = 200 * 1024 * 1024


class Attachment(Record, Base):
    """Name and hash of a file; packages carry the hash, the bytes only where `reach` says so."""

    __tablename__ = "attachment"

    record_kind: Mapped[str] = mapped_column(info=declare(tr("所属"), reach=Reach.COUNTY))
    record_uid: Mapped[UUID] = mapped_column(
        index=True, info=declare(tr("所属记录"), reach=Reach.COUNTY)
    )
    name: Mapped[str] = mapped_column(info=declare(tr("文件名"), size=120))
    size: Mapped[int] = mapped_column(info=declare(tr("大小"), reach=Reach.COUNTY))
    sha256: Mapped[str] = mapped_column(
        index=True, info=declare(tr("校验值"), size=64, reach=Reach.COUNTY)
    )
    media_type: Mapped[str] = mapped_column(
        default="", info=declare(tr("类型"), size=80, reach=Reach.COUNTY)
    )
    reach: Mapped[int] = mapped_column(default=int(Reach.STATION))
