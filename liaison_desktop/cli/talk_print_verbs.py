"""The papers of consultations as `print FORM NUMBER`."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from liaison_desktop.cli.verbs import Arguments
from liaison_desktop.desk.desk import Desk
from liaison_desktop.desk.drawn import Drawn
from liaison_desktop.desk.talk_papers import LEFT_OUT
from liaison_desktop.model.faults import NotFound, Refused

NOTHING: frozenset[str] = frozenset()


class TalkForm(NamedTuple):
    """One form of `print`: what it is called, what draws it, what it can be printed without."""

    about: str
    draw: Callable[[Desk, str, Path, Arguments], Drawn]
    without: frozenset[str] = NOTHING


def print_talk(desk: Desk, arguments: Arguments, target: Path) -> Drawn:
    """Draw a form of FORMS; Refused print_what where it is not said of what, or cannot be so."""
    form = FORMS[arguments.form]
    if arguments.every or not arguments.without <= form.without:
        raise Refused("print_what")
    if arguments.blank is not None:
        if arguments.form != SIGN_IN or arguments.numbers:
            raise Refused("print_what")
        return desk.talk_papers.print_blank_sign_in(arguments.blank, target)
    if len(arguments.numbers) != 1:
        raise Refused("print_what")
    return form.draw(desk, arguments.numbers[0], target, arguments)


def declare_talk(parser: ArgumentParser) -> None:
    """Declare what the papers of consultations can be told besides."""
    parser.add_argument(
        "--without",
        type=_parts,
        default=NOTHING,
        metavar="PARTS",
        help=f"恳谈会的文书不列：{','.join(LEFT_OUT)}（用逗号分开）",
    )
    parser.add_argument(
        "--with-roster", action="store_true", help="恳谈会方案附全部抽取名单（本站留存件）"
    )
    parser.add_argument(
        "--with-names", action="store_true", help="意见清单列出所有提出人姓名（本站留存件）"
    )


def _parts(text: str) -> frozenset[str]:
    found = frozenset(filter(None, (part.strip() for part in text.split(","))))
    if unknown := found - set(LEFT_OUT):
        raise ArgumentTypeError(f"只能是 {','.join(LEFT_OUT)}：{','.join(sorted(unknown))}")
    return found


def _topic(desk: Desk, key: str) -> str:
    """Return the topic of the meeting with that number, else what was given itself."""
    try:
        return desk.talk.meetings.by_number(key).topic
    except NotFound:
        return key


def _uid(desk: Desk, key: str) -> UUID:
    return desk.talk.meetings.by_number(key).uid


def _plan(desk: Desk, key: str, target: Path, arguments: Arguments) -> Drawn:
    return desk.talk_papers.print_plan(_uid(desk, key), target, has_roster=arguments.with_roster)


def _notice(desk: Desk, key: str, target: Path, _arguments: Arguments) -> Drawn:
    return desk.talk_papers.print_notice(_uid(desk, key), target)


def _sign_in(desk: Desk, key: str, target: Path, _arguments: Arguments) -> Drawn:
    return desk.talk_papers.print_sign_in(_uid(desk, key), target)


def _record(desk: Desk, key: str, target: Path, arguments: Arguments) -> Drawn:
    return desk.talk_papers.print_record(_uid(desk, key), target, arguments.without)


def _minutes(desk: Desk, key: str, target: Path, _arguments: Arguments) -> Drawn:
    return desk.talk_papers.print_minutes(_uid(desk, key), target)


def _opinions(desk: Desk, key: str, target: Path, arguments: Arguments) -> Drawn:
    uid, has_names = _uid(desk, key), arguments.with_names
    return desk.talk_papers.print_opinions(uid, target, arguments.without, has_names=has_names)


def _public(desk: Desk, key: str, target: Path, arguments: Arguments) -> Drawn:
    return desk.talk_papers.print_public(_uid(desk, key), target, arguments.without)


def _series(desk: Desk, key: str, target: Path, arguments: Arguments) -> Drawn:
    return desk.talk_papers.print_series(_topic(desk, key), target, arguments.without)


SIGN_IN, SERIES = "sign-in", "series"
_SAID = frozenset({"statements", "commitments"})
FORMS: Mapping[str, TalkForm] = {
    "consultation-plan": TalkForm("恳谈会方案（--with-roster）", _plan),
    "consultation-notice": TalkForm("恳谈会通知", _notice),
    SIGN_IN: TalkForm("签到表（--blank）", _sign_in),
    "consultation-record": TalkForm("恳谈会记录（--without）", _record, frozenset(LEFT_OUT)),
    "minutes": TalkForm("恳谈会纪要", _minutes),
    "opinions": TalkForm("意见清单和承诺事项清单（--without，--with-names）", _opinions, _SAID),
    "consultation-public": TalkForm(
        "公开记录（--without）", _public, _SAID | frozenset({"participants"})
    ),
    SERIES: TalkForm("同一议题历次恳谈（编号或议题，--without）", _series, _SAID),
}
"""The papers of consultations by their names on the command line."""
