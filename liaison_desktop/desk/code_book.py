"""代码表 — the tables that come with the program, with what this station has added in Settings."""

from functools import cache

from liaison_desktop.desk.settings import Settings
from liaison_desktop.model.code_tables import (
    EXTENDED,
    TABLED,
    CodeTable,
    CodeTables,
    read_code_table,
)
from liaison_desktop.paths import RESOURCES


class CodeBook:
    """What coded fields are compared with."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def load(self) -> CodeTables:
        """Return every table by the name of its field, extended as the settings say now."""
        own = self._settings.load().own_codes
        tables = {name: bundled_table(name) for name in TABLED}
        return tables | {name: tables[name].with_own(own.get(name, ())) for name in EXTENDED}


@cache
def bundled_table(name: str) -> CodeTable:
    """Return the table of a field that comes with the program."""
    return read_code_table((RESOURCES / "codes" / f"{name}.toml").read_text(encoding="utf-8"))
