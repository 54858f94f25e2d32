"""`--column N=NAME` (or `--map`): which column of a table is what, for importing and filling."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Collection, Iterable, Mapping
from functools import partial


def declare_columns(parser: ArgumentParser, names: Collection[str], told: str) -> None:
    """Declare the option; what it gives is `with_columns`' second argument."""
    parser.add_argument(
        "--column",
        "--map",
        action="append",
        default=[],
        type=partial(_column, names),
        metavar="N=NAME",
        help=f"{told}（从 1 数，可多次）；不写的按栏目名猜",
    )


def _column(names: Collection[str], text: str) -> tuple[int, str]:
    place, _, name = text.partition("=")
    if not (place.isascii() and place.isdecimal() and int(place)) or name not in names:
        raise ArgumentTypeError(f"写成 列号=栏目，栏目是 {' '.join(names)} 之一：{text}")
    return int(place) - 1, name


def with_columns(guessed: Mapping[int, str], chosen: Iterable[tuple[int, str]]) -> dict[int, str]:
    """Return the columns, those that are chosen before those guessed; each name for one alone."""
    columns = dict(guessed)
    for place, name in chosen:
        columns = {at: known for at, known in columns.items() if known != name}
        columns[place] = name
    return columns
