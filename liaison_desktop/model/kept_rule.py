"""接待日规则 — a reception rule as a station keeps it: as the text of `docs/reception-rules.md`."""

from sqlalchemy.orm import Mapped

from liaison_desktop.model.base import Base, Record
from liaison_desktop.model.columns import text
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.words import tr

MOST_TEXT = 4000


class KeptRule(Record, Base):
    """One rule; `toml` is read by `model/reception_rule.py`, which says what is wrong with it."""

    __tablename__ = "reception_rule"

    name: Mapped[str] = text(tr("接待日规则"), 60)
    toml: Mapped[str] = text(tr("规则正文"), MOST_TEXT, multiline=True)

    def problems(self) -> list[Problem]:
        """Return what is wrong, per field; a rule has a name and a text."""
        empty = [name for name in ("name", "toml") if not getattr(self, name).strip()]
        return super().problems() + [Problem(name, ProblemCode.MISSING) for name in empty]
