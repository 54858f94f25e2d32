"""密码恢复单: the code that opens a home when every password is forgotten, to be sealed away."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from liaison_desktop.documents.chinese_dates import minute
from liaison_desktop.documents.drawn import Drawn
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.paper import Paper

FORM = "recovery_sheet"

COMPUTED: Mapping[str, tuple[str, ...]] = {
    **{f"group_{place}": () for place in range(1, 9)},
    "station": (),
    "station_code": (),
    "made_at": (),
    "remark": (),
    "printing": (),
    "form_code": (),
    "edition": (),
    "page": (),
    "pages": (),
}
"""Values of the sheet, none of them a field of a record."""


def draw_recovery_sheet(
    target: Path, *, station_name: str, station_code: str, code: str, made_at: datetime
) -> Drawn:
    """Write the sheet of a recovery code (eight groups of four, with hyphens) for an office.

    The office is a station or a county. Unusable where the file cannot be written.
    """
    paper = Paper(FORM, station_name, made_at)
    values = paper.own_values() | {
        "station": station_name,
        "station_code": station_code,
        "made_at": minute(made_at),
        "printing": "限打印一份",
        "remark": paper.note_of_missing([station_name, station_code]),
    }
    groups = enumerate(code.split("-"), 1)
    values |= {f"group_{place}": group for place, group in groups}
    filling = Filling(values, frozenset() if values["remark"] else frozenset({"remark"}))
    parts = paper.form.parts
    paper.add({part.name: paper.rows(part, part.rows, filling) for part in parts}, values)
    return paper.save(target)
