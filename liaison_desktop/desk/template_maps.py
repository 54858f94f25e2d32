"""Which column of a county's own table is which of a ledger: guessed, chosen once, remembered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.documents.table_file import read_table
from liaison_desktop.model.ledger import ORDINAL, Ledger
from liaison_desktop.model.setting import Setting
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.words import tr
from liaison_desktop.store.store import Store

ORDINAL_LABELS = (tr("序号"), "No.")


@dataclass(frozen=True)
class Template:
    """A table to be filled: its file, its columns' headings, the first line to be written.

    `columns` gives for each column, from 0, the name of a column of the ledger, or ORDINAL.
    """

    path: Path
    heading: Sequence[str]
    first_line: int
    columns: Mapping[int, str]


def read_template(session: Session, ledger: Ledger[Any], path: Path) -> Template:
    """Return the table with the columns that were chosen for such a heading, else guessed ones."""
    labels = {column.label: column.name for column in ledger.columns}
    labels |= dict.fromkeys(ORDINAL_LABELS, ORDINAL)
    table = read_table(path, labels.__contains__)
    heading = table.heading
    columns = _kept(session, ledger, heading)
    if columns is None:
        columns = {}
        for place, text in enumerate(heading):
            name = labels.get(text.strip())
            if name is not None and name not in columns.values():
                columns[place] = name
    return Template(path, heading, table.first_line, columns)


def keep_columns(session: Session, store: Store, ledger: Ledger[Any], template: Template) -> None:
    """Remember the columns for every table with the same heading."""
    name = _setting(ledger)
    setting = session.scalar(select(Setting).where(Setting.name == name))
    known = json.loads(setting.value) if setting is not None else {}
    known[_key(template.heading)] = {str(n): field for n, field in template.columns.items()}
    value = json.dumps(dict(list(known.items())[-_MOST_KEPT:]), ensure_ascii=False)
    if setting is not None:
        setting.value = value
        return
    uid, station = new_uid(store.clock()), store.installation.uid
    session.add(Setting(uid=uid, station_uid=station, name=name, value=value))


_MOST_KEPT = 5
"""Tables remembered of a ledger, so that they fit into a setting."""


def _kept(session: Session, ledger: Ledger[Any], heading: Sequence[str]) -> dict[int, str] | None:
    setting = session.scalar(select(Setting).where(Setting.name == _setting(ledger)))
    kept = json.loads(setting.value).get(_key(heading)) if setting is not None else None
    known = {ORDINAL, *(column.name for column in ledger.columns)}
    if kept is None:
        return None
    return {int(place): name for place, name in kept.items() if name in known}


def _setting(ledger: Ledger[Any]) -> str:
    return f"template_{ledger.name}"


def _key(heading: Sequence[str]) -> str:
    return "|".join(heading)[:400]
