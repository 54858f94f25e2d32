"""The command line: every verb without a screen, for administrators, scripts and tests."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from liaison_desktop.cli import (
    consultation_verbs,
    county_verbs,
    deputy_verbs,
    desk_verbs,
    find_verbs,
    home_verbs,
    import_verbs,
    ledger_verbs,
    matter_verbs,
    person_verbs,
    rota_verbs,
    rule_verbs,
    schedule_print_verbs,
    schedule_verbs,
)
from liaison_desktop.cli.answers import Answer, show, show_crash, show_fault
from liaison_desktop.cli.usage import Parser
from liaison_desktop.cli.verbs import Arguments, Verb
from liaison_desktop.model.faults import Fault

PlayTour = Callable[[Path], int]

VERBS = (
    *home_verbs.VERBS,
    *desk_verbs.VERBS,
    *deputy_verbs.VERBS,
    *ledger_verbs.VERBS,
    *find_verbs.VERBS,
    *matter_verbs.VERBS,
    *rule_verbs.VERBS,
    *person_verbs.VERBS,
    *schedule_verbs.VERBS,
    *rota_verbs.VERBS,
    *import_verbs.VERBS,
    *schedule_print_verbs.VERBS,
    *consultation_verbs.VERBS,
    *county_verbs.VERBS,
)

_ABOUT = "联络站前台：人大代表联络站的离线前台程序。不带动词时打开窗口。"
_EXIT_CODES = """\
退出码：0 完成；1 程序出错；2 用法不对；3 按规定不能做；4 文件或 U 盘不能用；5 登录名或密码不对。
密码取自提示，或环境变量 LIAISON_PASSWORD；
新密码 LIAISON_NEW_PASSWORD，恢复码 LIAISON_RECOVERY_CODE。
"""


def main(arguments: Sequence[str], play_tour: PlayTour) -> int:
    """Run one verb and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    as_json = "--json" in arguments
    try:
        chosen = build_parser(play_tour).parse_args(list(arguments))
        as_json = chosen.json
        answer = chosen.verb.run(chosen)
    except Fault as fault:
        return show_fault(fault, as_json=as_json)
    except Exception as error:
        return show_crash(error)
    try:
        show(answer, as_json=as_json)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read it has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(answer.code)


def is_verb(word: str) -> bool:
    """Return whether a word begins a verb, so that no window is meant."""
    first = {verb.words.split()[0] for verb in VERBS}
    return word in first | {"tour", "-h", "--help"}


def build_parser(play_tour: PlayTour) -> argparse.ArgumentParser:
    """Return the parser of every verb; its help is their manual."""
    parser = Parser(
        prog="liaison-desktop",
        description=_ABOUT,
        epilog=_EXIT_CODES,
    )
    _declare_common(parser, home=None, user=None, json=False)
    groups: Groups = {"": parser.add_subparsers(metavar="VERB", required=True)}
    for verb in (*VERBS, _tour(play_tour)):
        _add(groups, verb)
    return parser


Groups = dict[str, "argparse._SubParsersAction[Parser]"]


def _add(groups: Groups, verb: Verb) -> None:
    group, _, word = verb.words.rpartition(" ")
    if group not in groups:
        about = _GROUPS[group]
        parser = groups[""].add_parser(group, help=about, description=about)
        groups[group] = parser.add_subparsers(metavar="VERB", required=True)
    parser = groups[group].add_parser(
        word,
        help=verb.about,
        description=verb.about,
        epilog=verb.example and f"例：\n{verb.example}",
    )
    suppressed = argparse.SUPPRESS
    _declare_common(parser, home=suppressed, user=suppressed, json=suppressed)
    verb.declare(parser)
    parser.set_defaults(verb=verb)


_GROUPS = {
    "user": "用户：登记、改密码、停用、列出",
    "backup": "备份",
    "deputy": "代表名册",
    "person": "人员：疑似同一人，关联与恢复",
    "import": "从表格导入：人员、代表；可撤销",
    "ledger": "台账：写成表格或 PDF",
    "index": "查找用的索引",
    "matter": "事项：清单、显示、办理、催办",
    "report": "报表：月报",
    "calendar": "工作日历：导入",
    "schedule": "代表日程：接待日、轮值表、日历文件",
    "consultation": "民情恳谈：列出、显示、随机抽取",
    "rules": "规则包：列出、导入",
    "visit": "来访：登记、显示、列出",
    "county": "县（区）一侧：建库、登记联络站、收上报包、列出来访",
}


def _declare_common(
    parser: argparse.ArgumentParser, *, home: str | None, user: str | None, json: str | bool
) -> None:
    parser.add_argument("--home", metavar="DIR", default=home, help="数据文件夹")
    parser.add_argument("--user", metavar="U", default=user, help="登录名（默认：唯一的账号）")
    parser.add_argument("--json", action="store_true", default=json, help="用 JSON 回答")


def _tour(play_tour: PlayTour) -> Verb:
    def declare(parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--out", default="out/tour", metavar="DIR", help="图、PDF 和上报包放在哪里"
        )

    def run(arguments: Arguments) -> Answer:
        return Answer(None, [], play_tour(Path(arguments.out)))

    return Verb("tour", "不用屏幕演一遍：建站、登记、打印、上报、县里收件", run, declare)
