"""Verbs of importing: people and deputies out of a table, looked at, taken in, taken back."""

from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from uuid import UUID

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.columns import declare_columns, with_columns
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of
from liaison_desktop.desk.imports import Preview
from liaison_desktop.model.importing import IMPORT_FIELDS, IMPORT_LABELS, ImportKind

NAMES = {"people": ImportKind.PEOPLE, "deputies": ImportKind.DEPUTIES}


def _declare(kind: ImportKind, parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=".xlsx 或 .csv，第一行是栏目名")
    declare_columns(parser, [field.name for field in IMPORT_FIELDS[kind]], "第 N 列是哪一栏")
    parser.add_argument("--preview", action="store_true", help="只看会怎样，不导入")


def _import(kind: ImportKind, arguments: Arguments) -> Answer:
    path = Path(arguments.file)
    with desk_of(arguments) as desk:
        table, guessed = desk.imports.read(path, kind)
        columns = with_columns(guessed, arguments.column)
        if arguments.preview:
            return _told(desk.imports.preview(kind, table, columns), columns, "")
        importing, preview = desk.imports.register(kind, table, columns, path.name)
    return _told(preview, columns, str(importing.act))


def _told(preview: Preview, columns: dict[int, str], act: str) -> Answer:
    wrong = [
        {"line": row.line, "fields": [problem.field for problem in row.problems]}
        for row in preview.rows
        if not row.is_taken and not row.is_known
    ]
    content = {
        "id": act,
        "columns": {str(place + 1): name for place, name in sorted(columns.items())},
        "taken": preview.taken,
        "known": preview.known,
        "wrong": wrong,
    }
    said = f"导入 {preview.taken} 条，已有 {preview.known} 条，有误 {preview.wrong} 条"
    return Answer(content, [f"已{said}；撤销用 import undo {act}" if act else f"将{said}"])


def _declare_undo(parser: ArgumentParser) -> None:
    parser.add_argument("act", type=UUID, metavar="ID", help="导入时给出的 id")


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
)
