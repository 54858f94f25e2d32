"""Verbs of the roster: deputies registered from JSON, and listed."""

from argparse import ArgumentParser

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.desk_verbs import declare_from, json_of
from liaison_desktop.cli.usage import a_day
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of, text_of
from liaison_desktop.desk.deputies import MOST_IN_OFFICE
from liaison_desktop.desk.deputy_json import deputy_as_json, deputy_from_json
from liaison_desktop.model.deputy import Deputy
from liaison_desktop.model.masking import mask_id
from liaison_desktop.model.words import MandateLevel, label


def _register(arguments: Arguments) -> Answer:
    data = json_of(text_of(arguments.source))
    with desk_of(arguments) as desk:
        items = data if isinstance(data, list) else [data]
        deputies = [deputy_from_json(item, desk.station.uid, desk.now()) for item in items]
        answers = [deputy_as_json(desk.deputies.register(deputy)) for deputy in deputies]
    content = answers if isinstance(data, list) else answers[0]
    return Answer(content, [f"已登记代表：{answer['name']}" for answer in answers])


def _declare_list(parser: ArgumentParser) -> None:
    levels = "、".join(f"{level} {label(level)}" for level in MandateLevel)
    parser.add_argument(
        "--level", choices=[str(level) for level in MandateLevel], metavar="LEVEL", help=levels
    )
    parser.add_argument("--active-on", type=a_day, metavar="DAY", help="只列这一天在任的")


def _list(arguments: Arguments) -> Answer:
    level = MandateLevel(arguments.level) if arguments.level else None
    with desk_of(arguments) as desk:
        if arguments.active_on is not None:
            deputies = desk.deputies.in_office(arguments.active_on, level)
        else:
            deputies = [
                deputy
                for deputy in desk.deputies.find(limit=MOST_IN_OFFICE)
                if level is None or level in {mandate.level for mandate in deputy.mandates}
            ]
    return Answer([_as_listed(deputy) for deputy in deputies], list(map(_line, deputies)))


def _as_listed(deputy: Deputy) -> dict[str, object]:
    """Return a deputy as the screen shows him: his ID number masked, whoever looks."""
    return deputy_as_json(deputy) | {"id_no": mask_id(deputy.id_no)}


def _line(deputy: Deputy) -> str:
    mandates = (
        " ".join(
            part for part in (label(m.level), m.term_no, m.constituency, label(m.state)) if part
        )
        for m in deputy.mandates
    )
    return f"{deputy.name}  {'；'.join(mandates)}"


VERBS = (
    Verb(
        "deputy register",
        '登记代表：JSON 从标准输入读，如 {"name": "…", "mandates": [{"level": "town"}]}',
        _register,
        declare_from,
    ),
    Verb(
        "deputy list",
        "列出代表名册",
        _list,
        _declare_list,
        "liaison-desktop deputy list --level county --active-on 2026-11-20 --json --home D",
    ),
)
