"""What a printing is told, and what it tells back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from liaison_desktop.documents.fonts import ReplacedFont
from liaison_desktop.model.station import Station


@dataclass(frozen=True)
class PrintFacts:
    """Facts of one printing: for which station, when, by whom; `times` is 0 for an empty form."""

    station: Station
    printed_at: datetime
    times: int = 1
    operator: str = ""


@dataclass(frozen=True)
class Drawn:
    """A PDF file on the disk: the form and edition it was drawn on, and what a user must know.

    `missing` are the characters printed as 〓, `replaced` the roles in which a font stands in;
    `times` is the highest count of printing on any of its sheets: above 1 it is a reprint.
    """

    path: Path
    pages: int
    form: str
    edition: int
    missing: list[str]
    replaced: list[ReplacedFont]
    times: int = 1
