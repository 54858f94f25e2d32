"""All that was said and promised on one topic over several consultations, the first one first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from liaison_desktop.documents.chinese_dates import day
from liaison_desktop.documents.consultation_record import left_out
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.meeting_sheet import MeetingSheet, Words
from liaison_desktop.documents.meeting_tables import MeetingTables
from liaison_desktop.documents.meeting_values import computed_of
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.schedule_values import day_and_time
from liaison_desktop.documents.table_rows import place_of
from liaison_desktop.documents.templates import Part
from liaison_desktop.model.consultation_words import CommitmentState, ConsultationState
from liaison_desktop.model.words import label

FORM = "series"
COMPUTED: Mapping[str, tuple[str, ...]] = computed_of(
    FORM,
    {
        "summary": ("commitment.state", "consultation.state"),
        "meeting": ("consultation.held_on", "consultation.title", "consultation.number"),
        "made_on": (),
        "remark": (),
        **PRINTED,
    },
)
"""Values of the paper of a series, with the declared fields that each tells."""


def draw_series(
    target: Path,
    sheets: Sequence[MeetingSheet],
    facts: PrintFacts,
    without: frozenset[str] = frozenset(),
) -> Drawn:
    """Write the meetings on one topic as PDF; there is one at least."""
    topic = sheets[0].consultation.topic
    paper = Paper(FORM, facts.station.name, facts.printed_at, "同一议题历次恳谈")
    values = paper.printed_values(facts)
    values |= {"topic": topic, "summary": summary(sheets), "made_on": day(facts.printed_at)}
    part = paper.form.part("sheet")
    typed = [topic]
    rows: list[Row] = []
    for sheet in sheets:
        tables = MeetingTables(paper, part, sheet, Words())
        rows += _of_meeting(tables, part, sheet, without)
        typed += [sheet.consultation.title, *tables.typed]
    note = paper.note_of_missing(typed)
    values["remark"] = "\n".join(filter(None, [left_out(without), note]))
    filling = Filling(values, frozenset() if values["remark"] else frozenset({"remark"}))
    about = place_of(part, "meeting")
    last = place_of(part, "remark")
    above = paper.rows(part, part.rows[:about], filling)
    paper.add({"sheet": [*above, *rows, *paper.rows(part, part.rows[last:], filling)]}, values)
    return paper.save(target)


def summary(sheets: Sequence[MeetingSheet]) -> str:
    """Return how many meetings, statements and promises, and how the promises stand."""
    said = sum(len(sheet.statements) for sheet in sheets)
    promises = [one for sheet in sheets for one in sheet.commitments]
    stand = "、".join(
        f"{label(state)} {sum(one.state is state for one in promises)} 项"
        for state in CommitmentState
    )
    planned = [one for one in sheets if one.consultation.state is ConsultationState.PLANNED]
    ahead = sum(not (one.statements or one.commitments) for one in planned)
    further = f"（另有筹备中 {ahead} 次）" if ahead else ""
    held = len(sheets) - ahead
    told = f"{held} 次会议{further}，发言 {said} 条，承诺 {len(promises)} 项"
    return f"{told}（{stand}）" if promises else told


def _of_meeting(
    tables: MeetingTables, part: Part, sheet: MeetingSheet, without: frozenset[str]
) -> list[Row]:
    about = place_of(part, "meeting")
    [heading] = tables.plain(about, about + 1, Filling({"meeting": _heading(sheet)}))
    rows = [] if "statements" in without else tables.statements(above=1)
    rows += [] if "commitments" in without else tables.commitments(above=1)
    return [replace(heading, stays_with_next=bool(rows)), *rows]


def _heading(sheet: MeetingSheet) -> str:
    one = sheet.consultation
    when = day_and_time(one.held_on, one.starts, one.ends)
    return f"{when}　{one.title}（{one.number}）"
