"""F21 恳谈意见清单和承诺事项清单: opinions with answers, promises with their end.

Units read and sign it, so that it names who raised something only where he agreed; the station's
own copy names everybody.
"""

from collections.abc import Mapping
from pathlib import Path

from liaison_desktop.documents.consultation_record import left_out
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.meeting_sheet import MeetingSheet, Words
from liaison_desktop.documents.meeting_tables import Lines, MeetingTables
from liaison_desktop.documents.meeting_values import (
    computed_of,
    meeting_facts,
    number_of,
    statement_line,
)
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.public_words import PassedWords
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.table_rows import place_of
from liaison_desktop.model.consultation_words import StatementRoute
from liaison_desktop.model.statement import Statement
from liaison_desktop.model.words import label

FORM = "opinions"
COMPUTED: Mapping[str, tuple[str, ...]] = computed_of(
    FORM,
    {
        "answer_unit": ("statement.speaker", "statement.speaker_body", "statement.answers_uid"),
        "answer_points": ("statement.content", "statement.route_note"),
        "keeping": (),
        "remark": (),
        **PRINTED,
    },
)
"""Values of F21 that are put into words, with the declared fields that each tells."""

KEPT = "本站留存件，含姓名，不得外传"
PASSED = "未同意公开姓名的只列身份；只供办理使用"


def draw_opinions(
    target: Path,
    sheet: MeetingSheet,
    facts: PrintFacts,
    without: frozenset[str] = frozenset(),
    *,
    has_names: bool = False,
) -> Drawn:
    """Write both lists as PDF, without statements or commitments where they are left out.

    `has_names` is for the station's own copy. Unusable where the file cannot be written.
    """
    words = Words() if has_names else PassedWords(sheet)
    title = f"恳谈意见清单和承诺事项清单 {sheet.consultation.number}"
    paper = Paper(FORM, facts.station.name, facts.printed_at, title)
    values = meeting_facts(sheet, words) | paper.printed_values(facts)
    values["keeping"] = KEPT if has_names else PASSED
    part = paper.form.part("sheet")
    tables = MeetingTables(paper, part, sheet, words)
    lists: list[Row] = []
    if "statements" not in without:
        lists += tables.listed("statement_place", opinion_lines(sheet, words), 2)
    if "commitments" not in without:
        lists += tables.commitments()
    note = paper.note_of_missing([*values.values(), *tables.typed])
    none = "" if lists else "没有意见，也没有承诺事项。"
    values["remark"] = "\n".join(filter(None, [none, left_out(without), note]))
    filling = Filling(values, frozenset() if values["remark"] else frozenset({"remark"}))
    rows = [*lists, *tables.plain(place_of(part, "remark"), len(part.rows), filling)]
    paper.add({"sheet": rows}, values)
    return paper.save(target)


def opinion_lines(sheet: MeetingSheet, words: Words) -> Lines:
    """Return a line for each opinion or suggestion, numbered as on the record."""
    return [
        statement_line(sheet, one, words)
        | _answered(sheet, one, words)
        | _routed(sheet, one, words)
        for one in sheet.statements
        if one.kind.wants_route
    ]


def _answered(sheet: MeetingSheet, one: Statement, words: Words) -> dict[str, str]:
    """Return who answered and what; an answer noted with the route stands for one given then."""
    answers = sheet.answers.get(one.uid, [])
    units = dict.fromkeys(a.speaker_body or words.speaker(a) for a in answers)
    said = [words.say(answer.content) for answer in answers]
    noted = words.say(one.route_note)
    if one.route is StatementRoute.ANSWERED and noted not in said:
        said.append(noted)
    return {"answer_unit": "\n".join(filter(None, units)), "answer_points": "\n".join(said)}


def _routed(sheet: MeetingSheet, one: Statement, words: Words) -> dict[str, str]:
    """Return the route without the answer, which has a column of its own."""
    is_answer = one.route is StatementRoute.ANSWERED
    note = "" if is_answer else words.say(one.route_note)
    told = [label(one.route), label(one.guided_to), number_of(sheet, one), note]
    return {"statement_route": "\n".join(filter(None, told)) or "未定去向"}
