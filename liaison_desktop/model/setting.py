"""设置 — what a station has chosen for itself."""

from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.fields import declare
from liaison_desktop.model.words import tr


class Setting(Record, Base):
    """One choice by its name; a name without a row stands at its default. Never leaves the home."""

    __tablename__ = "setting"
    TRAVELS: ClassVar[bool] = False

    name: Mapped[str] = mapped_column(unique=True, info=declare(tr("设置项"), size=40))
    value: Mapped[str] = mapped_column(info=declare(tr("设置值"), size=100_000))
    """JSON."""
