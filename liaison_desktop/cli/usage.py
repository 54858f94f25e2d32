"""How a line that no verb understands is refused: in the words of the house, never argparse's own.

What an option is given is read here too: a word that cannot be read is wrong usage (exit code 2);
a year or number that can, and that no rule allows, is a problem of a field (exit code 3).
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NoReturn, TypeVar
from uuid import UUID

from liaison_desktop.cli.answers import USAGE
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.texts import visible
from liaison_desktop.model.working_calendar import FIRST_YEAR, LAST_YEAR

V = TypeVar("V")

DAY = "2026-11-20"

_SAID = (
    (r"the following arguments are required: (?P<what>.+)", "还缺：{what}"),
    (r"one of the arguments (?P<what>.+) is required", "要写其中一个：{what}"),
    (r"argument (?P<name>.+): not allowed with argument (?P<what>.+)", "{name} 不能与 {what} 同用"),
    (r"argument (?P<name>.+): expected .+ argument", "{name} 后面还要写一个值"),
    (r"argument (?P<name>.+): ignored explicit argument (?P<what>.+)", "{name} 后面不写值：{what}"),
    (
        r"argument (?P<name>.+): invalid choice: (?P<what>.+) \(choose from (?P<words>.+)\)",
        "{name} 没有 {what}，可以写：{words}",
    ),
    (r"ambiguous option: (?P<name>.+) could match (?P<what>.+)", "{name} 可以是：{what}，请写全"),
    (r"unrecognized arguments: (?P<what>.+)", "不认识：{what}"),
    (r"argument (?P<name>[^:]+): (?P<what>.*[^\x00-\x7f].*)", "{name}：{what}"),
)
"""What argparse says, and how it is said here; the last is a sentence of ours behind its word."""

_HEADINGS = {"positional arguments": "参数", "options": "选项"}


def read_as(read: Callable[[str], V], example: str, text: str) -> V:
    """Return what a word of the line says; ArgumentTypeError, with an example, where it cannot."""
    try:
        return read(text.strip())
    except ValueError:
        raise argparse.ArgumentTypeError(f"写成 {example}：{text}") from None


def a_day(text: str) -> date:
    """Return a day, as 2026-11-20."""
    return read_as(date.fromisoformat, DAY, text)


def a_month(text: str) -> date:
    """Return the first day of a month, as 2026-11."""
    return read_as(lambda month: date.fromisoformat(f"{month}-01"), DAY[:7], text)


def a_number(text: str) -> int:
    """Return a whole number."""
    return read_as(int, "一个整数", text)


def an_id(text: str) -> UUID:
    """Return the uid of a record."""
    return read_as(UUID, "程序给出的 id", text)


def in_calendar(year: int) -> int:
    """Return a year that a calendar can be of; NotSaved for any other."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        detail = f"{FIRST_YEAR}–{LAST_YEAR}"
        raise NotSaved([Problem("year", ProblemCode.BAD_VALUE, detail=detail)])
    return year


class Manual(argparse.RawDescriptionHelpFormatter):
    """The manual of a verb, with its headings in the words of the house."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_HEADINGS.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """Reads a line of words; one that it does not understand ends with USAGE and a sentence."""

    def __init__(self, **further: Any) -> None:
        super().__init__(**further, formatter_class=Manual, add_help=False)
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        print(visible(said_of_usage(message)), file=sys.stderr)
        sys.exit(USAGE)


def said_of_usage(message: str) -> str:
    """Return what is wrong with a line, said for what argparse says of it."""
    for pattern, words in _SAID:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return f"用法不对：{words.format(**found.groupdict())}。"
    return "用法不对；请对照上面的用法，或用 --help 看说明。"
