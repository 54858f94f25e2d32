"""送签单: what waits for the head's pen, with what is suggested and room for what he decides."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from liaison_desktop.documents.chinese_dates import dated, day
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.paper import Paper
from liaison_desktop.model.matter_flow import ROUTES
from liaison_desktop.model.words import Route, label

FORM = "signing_list"
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "listed_on": (),
    "count": (),
    "place": (),
    "number": ("matter.number",),
    "title": ("matter.title",),
    "due_day": ("matter.due_on",),
    "suggested": ("step.route", "step.unit_name"),
    "room": (),
    "routes": (),
    "station": (),
    "printing": (),
    "form_code": (),
    "edition": (),
    "page": (),
    "pages": (),
}
"""Values of the 送签单, with the declared fields that each tells."""

AGREED = "□ 同意建议\n□ 改为："
"""What the head ticks beside a suggestion."""

_ROUTES = "　".join(f"{row.code} {label(route)}" for route, row in ROUTES.items())


class SigningLine(NamedTuple):
    """One matter that waits for the head, and what is suggested to him."""

    number: str
    title: str
    due_on: date | None
    route: Route | None = None
    unit_name: str = ""

    @property
    def suggested(self) -> str:
        """What is suggested, the unit below the route; "" where nothing is."""
        routes = [f"{ROUTES[self.route].code} {label(self.route)}"] if self.route else []
        return "\n".join([*routes, *filter(None, [self.unit_name])])


def draw_signing_list(target: Path, lines: Sequence[SigningLine], facts: PrintFacts) -> Drawn:
    """Write the list as PDF; Unusable where the file cannot be written."""
    paper = Paper(FORM, facts.station.name, facts.printed_at)
    part = paper.form.part("lines")
    values = paper.printed_values(facts) | {
        "listed_on": day(facts.printed_at),
        "count": str(len(lines)),
        "routes": _ROUTES,
    }
    heading, pattern, *rest = part.rows
    rows = paper.rows(part, [heading], Filling(values))
    for place, line in enumerate(lines, start=1):
        told = {
            "place": str(place),
            "number": line.number,
            "title": line.title,
            "due_day": dated(line.due_on),
            "suggested": line.suggested,
            "room": AGREED if line.suggested else "",
        }
        rows += paper.rows(part, [pattern], Filling(values | told))
    rows += paper.rows(part, rest, Filling(values))
    paper.add({"lines": rows}, values)
    return paper.save(target)
