"""F19 恳谈会记录: the whole record of one meeting, kept in the station, and what was added.

What was corrected before the head signed bears no mark: he signs the record as it stands, and its
history has the rest. What is corrected afterwards is an addition (补正), and stands apart.
"""

from collections.abc import Mapping
from pathlib import Path

from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.meeting_sheet import PARTS, MeetingSheet, Words
from liaison_desktop.documents.meeting_tables import MeetingTables
from liaison_desktop.documents.meeting_values import computed_of, meeting_facts
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.table_rows import place_of

FORM = "consultation_record"
COMPUTED: Mapping[str, tuple[str, ...]] = computed_of(
    FORM, {"remark": ("consultation.remark",), **PRINTED}
)
"""Values of F19 that are put into words, with the declared fields that each tells."""

PART_WORDS = dict(zip(PARTS, ("参加人", "附件", "发言", "承诺事项"), strict=True))
_IF_ANY = ("heard", "conclusions", "attachments", "remark", "signed")
"""Fields whose boxes are left out where they are empty."""


def draw_consultation_record(
    target: Path, sheet: MeetingSheet, facts: PrintFacts, without: frozenset[str] = frozenset()
) -> Drawn:
    """Write the record as PDF, without those of PARTS that are left out, and saying so.

    What does not fit goes on on continuation pages. Unusable where the file cannot be written.
    """
    words, one = Words(), sheet.consultation
    values = meeting_facts(sheet, words)
    title = f"{values['meeting_word']}记录 {one.number}"
    paper = Paper(FORM, facts.station.name, facts.printed_at, title)
    if "attachments" in without:
        values["attachments"] = ""
    values["remark"] = "\n".join(filter(None, [one.remark, left_out(without)]))
    values |= paper.printed_values(facts)
    part = paper.form.part("sheet")
    tables = MeetingTables(paper, part, sheet, words)
    lists = _lists(tables, sheet, without)
    added = tables.additions()
    if note := paper.note_of_missing([*values.values(), *tables.typed]):
        values["remark"] = "\n".join(filter(None, [values["remark"], note]))
    filling = Filling(values, frozenset(name for name in _IF_ANY if not values[name]))
    first, last = place_of(part, "participant_place"), place_of(part, "commitment_place")
    end = place_of(part, "addition_at")
    rows = [
        *tables.plain(0, first - 2, filling),
        *lists,
        *tables.plain(last + 1, end - 2, filling),
        *added,
    ]
    paper.add({"sheet": rows}, values)
    return paper.save(target)


def left_out(without: frozenset[str]) -> str:
    """Return the sentence that says what a paper was printed without, "" for nothing."""
    named = "、".join(PART_WORDS[part] for part in PARTS if part in without)
    return f"本件为节录，未列：{named}。" if named else ""


def _lists(tables: MeetingTables, sheet: MeetingSheet, without: frozenset[str]) -> list[Row]:
    rows: list[Row] = []
    if "participants" not in without:
        rows += tables.participants(sheet.participants)
    if "statements" not in without:
        rows += tables.statements()
    if "commitments" not in without:
        rows += tables.commitments()
    return rows
