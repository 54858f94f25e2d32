"""Verbs of finding: one search over every kind, and its index."""

import sys
from argparse import ArgumentParser

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.usage import a_number
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of
from liaison_desktop.desk.search import Hit
from liaison_desktop.model.finding import FOUND_LABELS, Found

MOST = 8


def _declare_find(parser: ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help="姓名、拼音、首字母、电话、编号或内容的一部分")
    parser.add_argument(
        "--kind", action="append", choices=[*Found], help="只找这一类（可多次；默认都找）"
    )
    parser.add_argument(
        "--limit",
        type=a_number,
        default=MOST,
        metavar="N",
        help=f"每类最多（默认 {MOST}）",
    )


def _find(arguments: Arguments) -> Answer:
    kinds = [Found(kind) for kind in arguments.kind or Found]
    with desk_of(arguments) as desk:
        groups = desk.search.find(arguments.text, kinds, max(arguments.limit, 1))
    content = [
        {
            "kind": group.kind,
            "hits": [_as_json(hit) for hit in group.hits],
            "is_more": group.is_more,
        }
        for group in groups
    ]
    lines = [line for group in groups for line in _lines(group.kind, group.hits)]
    return Answer(content, lines or ["没有找到"])


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "id": str(hit.uid),
        "number": hit.number,
        "title": hit.title,
        "facts": list(hit.facts),
        "date": hit.at.isoformat() if hit.at else None,
        "marks": [list(mark) for mark in hit.marks],
    }


def _lines(kind: Found, hits: tuple[Hit, ...]) -> list[str]:
    told = [
        "　".join(filter(None, [hit.number, hit.title, *hit.facts, str(hit.at or "")]))
        for hit in hits
    ]
    return [f"{FOUND_LABELS[kind]}：", *(f"  {line}" for line in told)]


def _rebuild(arguments: Arguments) -> Answer:
    def show_progress(done: int, every: int) -> None:
        sys.stderr.write(f"\r{done}/{every}")

    with desk_of(arguments) as desk:
        count = desk.people.begin_index_anew()
        desk.people.rebuild_index(show_progress)
    sys.stderr.write("\n")
    return Answer({"records": count}, [f"索引已重建：{count} 条"])


VERBS = (
    Verb(
        "find",
        "查找：人员、来访、事项、代表、恳谈会，新的在前",
        _find,
        _declare_find,
        "liaison-desktop find lgf --kind person --home D",
    ),
    Verb("index rebuild", "重建查找用的索引；登记不受影响", _rebuild),
)
