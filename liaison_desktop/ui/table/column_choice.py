"""Which columns of a ledger a user has chosen, and how wide he drew them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ColumnChoice:
    """Columns by their names: the hidden ones, and the widths in pixels at text scale 1."""

    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> ColumnChoice:
        """Return what `text` says; nothing chosen where it cannot be read."""
        try:
            said = json.loads(text or "{}")
            hidden = frozenset(map(str, said.get("hidden", [])))
            widths = {str(name): int(width) for name, width in said.get("widths", {}).items()}
        except (ValueError, AttributeError, TypeError):
            return cls()
        return cls(hidden, widths)

    def text(self) -> str:
        """Return what `read` reads, on one line."""
        return json.dumps({"hidden": sorted(self.hidden), "widths": dict(self.widths)})

    def with_shown(self, name: str, is_shown: bool) -> ColumnChoice:
        """Return the same with one column shown or hidden."""
        hidden = self.hidden - {name} if is_shown else self.hidden | {name}
        return ColumnChoice(hidden, self.widths)

    def with_width(self, name: str, width: int) -> ColumnChoice:
        """Return the same with one column so wide."""
        return ColumnChoice(self.hidden, {**self.widths, name: width})
