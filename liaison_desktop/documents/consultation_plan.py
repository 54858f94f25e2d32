"""F17 恳谈会方案 and 通知, set as official papers; the plan with each of its draws."""

from collections.abc import Mapping
from pathlib import Path

from liaison_desktop.documents.chinese_dates import dated, minute
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.meeting_sheet import MeetingSheet
from liaison_desktop.documents.meeting_values import computed_of
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.plan_text import (
    Paragraphs,
    draw_size,
    method,
    notice_body,
    notice_title,
    plan_body,
    plan_title,
    strata,
)
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.schedule_values import issuer_of
from liaison_desktop.documents.table_rows import headed_rows, listed_rows, place_of
from liaison_desktop.documents.templates import Part
from liaison_desktop.documents.type_area import (
    LEVELS,
    ROOM,
    WIDTH,
    Block,
    Signature,
    TextFace,
    TextPage,
    balanced,
    page_number,
    text_block,
    text_pages,
    titled_block,
)
from liaison_desktop.model.drawing import Drawing

PLAN, NOTICE = "consultation_plan", "consultation_notice"
_SIDES: Mapping[str, tuple[str, ...]] = {"page_left": (), "page_right": (), **PRINTED}
COMPUTED: Mapping[str, tuple[str, ...]] = computed_of(
    PLAN,
    {
        "drawn_at": ("drawing.drawn_at",),
        "roster_rows": ("drawing.roster_rows",),
        "draw_size": ("drawing.size", "drawing.roster_rows"),
        "strata": ("drawing.strata", "drawing.stratum_column"),
        "method": ("drawing.algorithm",),
        "chosen_place": (),
        "chosen_row": ("drawing.chosen",),
        "roster_place": (),
        "roster_row": ("drawing.roster",),
        "keeping": (),
        **_SIDES,
    },
)
"""Values of F17 that are put into words, with the declared fields that each tells."""

NOTICE_COMPUTED = computed_of(NOTICE, _SIDES)
KEPT = "本站留存件，含全部名单"
GIVEN = "不含全部名单"


def draw_consultation_plan(
    target: Path, sheet: MeetingSheet, facts: PrintFacts, *, has_roster: bool = False
) -> Drawn:
    """Write the plan as PDF; `has_roster` adds every row of a roster, for the station's own copy.

    Unusable where the file cannot be written.
    """
    paper = _paper(PLAN, sheet, facts, "方案")
    _add_text(paper, "text", plan_title(sheet), plan_body(sheet), sheet, facts)
    for drawing in sheet.drawings:
        _add_annex(paper, sheet, drawing, facts, has_roster=has_roster)
    return paper.save(target, {"xbs", "fang", *LEVELS})


def draw_consultation_notice(target: Path, sheet: MeetingSheet, facts: PrintFacts) -> Drawn:
    """Write the notice as PDF; no row of a roster stands on it."""
    paper = _paper(NOTICE, sheet, facts, "通知")
    _add_text(paper, "every", notice_title(sheet), notice_body(sheet), sheet, facts)
    return paper.save(target, {"xbs", "fang", *LEVELS})


def _paper(form: str, sheet: MeetingSheet, facts: PrintFacts, kind: str) -> Paper:
    title = f"恳谈会{kind} {sheet.consultation.number}"
    return Paper(form, facts.station.name, facts.printed_at, title)


def _add_text(
    paper: Paper, on: str, title: str, body: Paragraphs, sheet: MeetingSheet, facts: PrintFacts
) -> None:
    """Add the pages of a text under its title, signed by the organ with room for its seal."""
    face = TextFace(paper.fonts)
    issued = dated(sheet.consultation.announced_on or sheet.today)
    signature = Signature.of(face, issuer_of(sheet.station), issued, WIDTH - 4 * face.size)
    titles = [Block(balanced(line, face.title, WIDTH)) for line in title.split("\n")]
    blocks = [*titles, text_block(face, ""), *(_block(face, *paragraph) for paragraph in body)]
    pages = text_pages(blocks, ROOM, ROOM, signature.height)
    values = paper.printed_values(facts) | {"pages": str(len(pages))}
    for number, here in enumerate(pages, start=1):
        page = TextPage(here, signature if number == len(pages) else None)
        paper.add_page(values | page_number(number), page.draw, on)


def _block(face: TextFace, title: str, text: str) -> Block:
    """Return a paragraph with its title, or what is one of both alone."""
    return titled_block(face, title, text) if title and text else text_block(face, title or text)


def _add_annex(
    paper: Paper, sheet: MeetingSheet, drawing: Drawing, facts: PrintFacts, *, has_roster: bool
) -> None:
    part = paper.form.part("annex")
    values = paper.printed_values(facts) | {
        "title": sheet.consultation.title,
        "number": sheet.consultation.number,
        "drawn_at": minute(drawing.drawn_at),
        "drawing.drawn_by": drawing.drawn_by,
        "drawing.roster_name": drawing.roster_name,
        "roster_rows": f"{drawing.roster_rows} 人",
        "draw_size": draw_size(drawing),
        "strata": strata(drawing),
        "drawing.seed": drawing.seed,
        "drawing.roster_hash": drawing.roster_hash,
        "method": method(drawing),
        "drawing.heading": drawing.heading,
        "keeping": KEPT if has_roster else GIVEN,
    }
    hidden = frozenset() if values["drawing.heading"] else frozenset({"drawing.heading"})
    chosen, roster = place_of(part, "chosen_row"), place_of(part, "roster_row")
    rows = paper.rows(part, part.rows[: chosen - 1], Filling(values, hidden))
    rows += _listed(paper, part, chosen, "chosen", drawing.chosen)
    if has_roster:
        rows += _listed(paper, part, roster, "roster", drawing.roster)
    paper.add({"annex": rows}, values)


def _listed(paper: Paper, part: Part, at: int, name: str, text: str) -> list[Row]:
    """Return the rows of a roster as they stood in the file, each with its place."""
    lines = [
        {f"{name}_place": str(place), f"{name}_row": row}
        for place, row in enumerate(text.split("\n") if text else [], start=1)
    ]
    heading = paper.rows(part, part.rows[at - 1 : at], Filling({}))
    return headed_rows(heading, listed_rows(paper, part.rows[at], lines, {}))
