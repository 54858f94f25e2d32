"""Verbs of people: who is likely one, taken together and parted again."""

from argparse import ArgumentParser

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.usage import a_number, an_id
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of
from liaison_desktop.desk.same_people import GONE, KEPT, MERGED
from liaison_desktop.model.masking import mask_phone
from liaison_desktop.model.person import Person
from liaison_desktop.model.same_person import REASON_LABELS

MOST = 500


def _declare_duplicates(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--limit",
        type=a_number,
        default=MOST,
        metavar="N",
        help=f"最多几对（默认 {MOST}）",
    )


def _duplicates(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        pairs = desk.same_people.pairs(max(arguments.limit, 1))
    content = [
        {
            "people": [_as_json(pair.first), _as_json(pair.second)],
            "reasons": list(pair.likeness.reasons),
            "points": pair.likeness.points,
        }
        for pair in pairs
    ]
    lines = [
        f"{pair.first.name} {pair.first.uid} / {pair.second.name} {pair.second.uid}："
        + "、".join(REASON_LABELS[reason] for reason in pair.likeness.reasons)
        for pair in pairs
    ]
    return Answer(content, lines or ["没有疑似重复的人员"])


def _declare_merge(parser: ArgumentParser) -> None:
    parser.add_argument("kept", type=an_id, metavar="KEPT", help="留下的人员，id")
    parser.add_argument("gone", type=an_id, metavar="GONE", help="并入的人员，id")
    parser.add_argument(
        "--take",
        action="append",
        default=[],
        choices=MERGED,
        metavar="FIELD",
        help="这一栏用并入者的（可多次；默认用留下者的，空着的用并入者的）",
    )


def _merge(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        kept, gone = desk.people.load(arguments.kept), desk.people.load(arguments.gone)
        choices = {name: GONE if name in arguments.take else KEPT for name in MERGED}
        empty = [name for name in MERGED if not getattr(kept, name) and name not in arguments.take]
        for name in empty:
            del choices[name]
        person = desk.same_people.merge(kept, gone, choices)
    return Answer(_as_json(person), [f"已关联为一人：{person.name}；可用 person unmerge 恢复"])


def _declare_unmerge(parser: ArgumentParser) -> None:
    parser.add_argument("gone", type=an_id, metavar="GONE", help="当时并入的人员，id")


def _unmerge(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        kept, gone = desk.same_people.unmerge(arguments.gone)
    content = {"people": [_as_json(kept), _as_json(gone)]}
    return Answer(content, [f"已恢复为两人：{kept.name}、{gone.name}"])


def _as_json(person: Person) -> dict[str, object]:
    return {
        "id": str(person.uid),
        "name": person.name,
        "phone": mask_phone(person.phone),
        "birth_ym": person.birth_ym,
        "address": person.address,
    }


VERBS = (
    Verb("person duplicates", "列出疑似同一人的人员", _duplicates, _declare_duplicates),
    Verb(
        "person merge",
        "把两人关联为一人，各次来访归到一起",
        _merge,
        _declare_merge,
        "liaison-desktop person merge KEPT GONE --take address --home D",
    ),
    Verb("person unmerge", "把关联的两人恢复成两人", _unmerge, _declare_unmerge),
)
