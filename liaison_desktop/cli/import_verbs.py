"""Verbs of importing: people of all kinds out of a table, looked at, taken in, taken back."""

from argparse import ArgumentParser
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.columns import declare_columns, with_columns
from liaison_desktop.cli.usage import an_id
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of
from liaison_desktop.desk.import_rows import Preview
from liaison_desktop.model.faults import Problem
from liaison_desktop.model.import_words import column_letter, in_words
from liaison_desktop.model.importing import (
    IMPORT_FIELDS,
    IMPORT_LABELS,
    Columns,
    ImportKind,
    Table,
)

NAMES = {
    "people": ImportKind.PEOPLE,
    "deputies": ImportKind.DEPUTIES,
    "rota": ImportKind.ROTA,
    "members": ImportKind.MEMBERS,
    "participants": ImportKind.PARTICIPANTS,
}
MOST_SAID = 20
"""Lines of a table that are said one by one without --json; all of them are with it."""


def _declare(kind: ImportKind, parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=".xlsx 或 .csv，第一行是栏目名")
    if kind is ImportKind.PARTICIPANTS:
        parser.add_argument(
            "--consultation", required=True, metavar="NUMBER", help="参加哪次恳谈会"
        )
    declare_columns(parser, [field.name for field in IMPORT_FIELDS[kind]], "第 N 列是哪一栏")
    parser.add_argument("--preview", "--dry-run", action="store_true", help="只看会怎样，不导入")
    parser.add_argument("--bad-rows", metavar="FILE", help="有误的行另存为 .xlsx，第一列写原因")


def _import(kind: ImportKind, arguments: Arguments) -> Answer:
    path = Path(arguments.file)
    with desk_of(arguments) as desk:
        table, guessed = desk.imports.read(path, kind)
        columns = with_columns(guessed, arguments.column)
        act, of = "", None
        if kind is ImportKind.PARTICIPANTS:
            of = desk.talk.meetings.by_number(arguments.consultation).uid
        if arguments.preview:
            preview = desk.imports.preview(kind, table, columns, of)
        else:
            importing, preview = desk.imports.register(kind, table, columns, path.name, of)
            act = str(importing.act) if importing.made else ""
        if arguments.bad_rows:
            desk.imports.write_bad_rows(Path(arguments.bad_rows), table, columns, preview)
    return _told(table, preview, columns, act)


def _told(table: Table, preview: Preview, columns: Columns, act: str) -> Answer:
    def told(line: int, problems: Sequence[Problem]) -> dict[str, object]:
        return {
            "line": line,
            "fields": [problem.field for problem in problems],
            "said": [in_words(table, columns, line, problem) for problem in problems],
        }

    wrong = [told(r.line, r.errors) for r in preview.rows if not r.is_taken and not r.is_known]
    warned = [told(r.line, r.warnings) for r in preview.rows if r.is_taken and r.warnings]
    content = {
        "id": act,
        "columns": {str(place + 1): name for place, name in sorted(columns.items())},
        "taken": preview.taken,
        "joined": preview.joined,
        "known": preview.known,
        "wrong": wrong,
        "warnings": warned,
    }
    said = f"导入 {preview.taken} 行，没有变化 {preview.known} 行，有误 {preview.wrong} 行"
    if not preview.taken:
        first = f"没有可导入的内容，什么也没有改动：{said}"
    else:
        first = f"已{said}；撤销用 import undo {act}" if act else f"将{said}"
    problems = [problem for each in (*wrong, *warned) for problem in each["said"]]  # type: ignore[attr-defined]  # a list of sentences
    left = len(problems) - MOST_SAID
    rest = [f"……还有 {left} 处，加 --json 看全部"] if left > 0 else []
    unread = _unread(table, columns)
    return Answer(content, [first, *unread, *problems[:MOST_SAID], *rest])


def _unread(table: Table, columns: Columns) -> list[str]:
    """Name the columns that nothing is taken from, so that none is missed in silence."""
    names = [
        f"{column_letter(place)} {heading}"
        for place, heading in enumerate(table.heading)
        if place not in columns and heading
    ]
    return [f"没有用到的列：{'、'.join(names)}"] if names else []


def _declare_undo(parser: ArgumentParser) -> None:
    parser.add_argument("act", type=an_id, metavar="ID", help="导入时给出的 id")


def _undo(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        gone, kept = desk.imports.undo(arguments.act)
    content = {"withdrawn": gone, "kept": kept}
    return Answer(content, [f"已撤销导入：撤回 {gone} 条，后来改过的 {kept} 条留着"])


VERBS = (
    *(
        Verb(
            f"import {name}",
            f"从表格导入{IMPORT_LABELS[kind]}",
            partial(_import, kind),
            partial(_declare, kind),
            f"liaison-desktop import {name} 名单.xlsx --preview --home D",
        )
        for name, kind in NAMES.items()
    ),
    Verb("import undo", "撤销一次导入", _undo, _declare_undo),
    Verb(
        "deputy import",
        "从表格导入代表名册，同一代表的几行合成一位",
        partial(_import, ImportKind.DEPUTIES),
        partial(_declare, ImportKind.DEPUTIES),
        "liaison-desktop deputy import 名册.xlsx --dry-run --bad-rows 有误.xlsx --home D",
    ),
)
