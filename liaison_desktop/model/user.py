"""用户 — a person with an account; never shared, disabled but never deleted."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from liaison_desktop.model.base import Base, Part, Record
from liaison_desktop.model.fields import declare
from liaison_desktop.model.words import Role, tr


class UserRole(Part, Base):
    """One role of a user, from one day to another (both included)."""

    __tablename__ = "user_role"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("user.id", ondelete="CASCADE"), init=False, index=True
    )
    role: Mapped[Role] = mapped_column()
    valid_from: Mapped[date] = mapped_column()
    valid_to: Mapped[date | None] = mapped_column(default=None)


class User(Record, Base):
    """An account; what it may do follows from the set of its roles on the day."""

    __tablename__ = "user"
    TRAVELS: ClassVar[bool] = False

    login: Mapped[str] = mapped_column(unique=True, info=declare(tr("登录名"), size=50))
    name: Mapped[str] = mapped_column(default="", info=declare(tr("姓名"), size=50))
    disabled_at: Mapped[datetime | None] = mapped_column(default=None)
    roles: Mapped[list[UserRole]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        order_by=UserRole.position,
        default_factory=list,
        info=declare(tr("角色")),
    )

    def roles_on(self, day: date) -> frozenset[Role]:
        """Return the roles in force on a day; none for a disabled user."""
        if self.disabled_at is not None:
            return frozenset()
        return frozenset(
            held.role
            for held in self.roles
            if held.valid_from <= day and (held.valid_to is None or day <= held.valid_to)
        )
