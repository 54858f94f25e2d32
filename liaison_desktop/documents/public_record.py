"""The public edition of a record: no phones, names as agreed, nothing that stays at the station."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from liaison_desktop.documents.chinese_dates import dated
from liaison_desktop.documents.consultation_record import left_out
from liaison_desktop.documents.drawn import Drawn, PrintFacts
from liaison_desktop.documents.filling import Filling
from liaison_desktop.documents.meeting_sheet import MeetingSheet
from liaison_desktop.documents.meeting_tables import MeetingTables
from liaison_desktop.documents.meeting_values import attendance, computed_of, meeting_facts
from liaison_desktop.documents.paper import PRINTED, Paper
from liaison_desktop.documents.public_words import KINDS, PublicWords, is_named
from liaison_desktop.documents.rows import Row
from liaison_desktop.documents.schedule_values import joined
from liaison_desktop.documents.table_rows import place_of
from liaison_desktop.model.consultation_words import ParticipantKind

FORM = "public_record"
COMPUTED: Mapping[str, tuple[str, ...]] = computed_of(
    FORM,
    {
        "public_source": ("consultation.topic_source",),
        "named": ("participant.name", "participant.participant_kind"),
        "issued": ("consultation.signed_on",),
        "remark": (),
        **PRINTED,
    },
)
"""Values of the public edition that are put into words, with the fields that each tells."""

TOLD = "电话不公开；未同意公开姓名的，只列身份，其姓名在文中以“×××”代。"
_IF_ANY = ("heard", "conclusions", "public_source", "departments", "named", "agenda")


def draw_public_record(
    target: Path, sheet: MeetingSheet, facts: PrintFacts, without: frozenset[str] = frozenset()
) -> Drawn:
    """Write the record as the public may read it; Unusable where the file cannot be written."""
    words = PublicWords(sheet)
    values = _values(sheet, words) | {"remark": "\n".join(filter(None, [TOLD, left_out(without)]))}
    if "participants" in without:
        values["named"] = ""
    title = f"{values['meeting_word']}公开记录 {sheet.consultation.number}"
    paper = Paper(FORM, facts.station.name, facts.printed_at, title)
    values |= paper.printed_values(replace(facts, operator=""))
    part = paper.form.part("sheet")
    tables = MeetingTables(paper, part, sheet, words)
    lists: list[Row] = [] if "statements" in without else tables.statements()
    lists += [] if "commitments" in without else tables.commitments()
    added = tables.additions()
    if note := paper.note_of_missing([*values.values(), *tables.typed]):
        values["remark"] += f"\n{note}"
    filling = Filling(values, frozenset(name for name in _IF_ANY if not values[name]))
    first, last = place_of(part, "statement_place"), place_of(part, "commitment_place")
    end = place_of(part, "addition_at")
    rows = [
        *tables.plain(0, first - 3, filling),
        *lists,
        *tables.plain(last + 1, end - 2, filling),
        *added,
    ]
    paper.add({"sheet": rows}, values)
    return paper.save(target)


def _values(sheet: MeetingSheet, words: PublicWords) -> dict[str, str]:
    one = sheet.consultation
    return meeting_facts(sheet, words) | {
        "public_source": words.say(one.topic_source),
        "attendance": attendance(sheet),
        "announced": dated(one.announced_on),
        "named": _named(sheet),
        "issued": dated(one.signed_on or sheet.today),
    }


def _named(sheet: MeetingSheet) -> str:
    """Return who came, kind by kind: those who may be named, and how many others."""
    told = []
    for kind in ParticipantKind:
        here = [one for one in sheet.present if one.participant_kind is kind]
        names = [one.name for one in here if is_named(one)]
        others = f"{len(here) - len(names)} 人" if len(names) < len(here) else ""
        shown = joined([*names, f"{'另有 ' if names else ''}{others}" if others else ""])
        if here:
            told.append(f"{KINDS[kind]}：{shown}")
    return "\n".join(told)
