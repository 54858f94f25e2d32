"""What is typed of a station at the first start, before there is a home that could keep it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from zlib import crc32

from liaison_desktop.desk.entrance import NewStation

FACTS = frozenset(fact.name for fact in fields(NewStation))
"""All that it ever holds: what stands at the door of the station and on its papers."""


class FirstDraft:
    """A small file that the account of the PC alone can read, one for each home.

    There is no key yet, so it is not encrypted, and no person, account or password is in it.
    """

    def __init__(self, folder: Path, home: Path) -> None:
        self.path = folder / f"first-start-{crc32(str(home).encode()):08x}.json"

    def keep(self, typed: Mapping[str, str]) -> None:
        """Keep the facts among what is typed; on return a power cut cannot take them. Unusable."""
        from liaison_desktop.store.whole_file import unusable, write_whole

        facts = {name: text for name, text in typed.items() if name in FACTS}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path, json.dumps(facts, ensure_ascii=True).encode())
            self.path.chmod(0o600)  # whatever a group may do in the folder around it
        except OSError as error:
            raise unusable(error, self.path) from None

    def find(self) -> dict[str, str]:
        """Return what was typed; nothing where nothing was, or where the file is damaged."""
        try:
            facts = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(facts, dict):
            return {}
        return {name: text for name, text in facts.items() if name in FACTS and type(text) is str}

    def drop(self) -> None:
        """Remove it: there is a home now. Unusable where it cannot be."""
        from liaison_desktop.store.whole_file import unusable

        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise unusable(error, self.path) from None
