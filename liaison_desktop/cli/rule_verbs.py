"""Verbs of the rules: limits counted out, rule packs and calendars taken in and listed."""

from argparse import ArgumentParser
from pathlib import Path

from liaison_desktop.cli.answers import Answer
from liaison_desktop.cli.usage import a_day, a_number
from liaison_desktop.cli.verbs import Arguments, Verb, desk_of, home_of
from liaison_desktop.desk import entrance
from liaison_desktop.desk.rules import KnownPack, bundled_rules
from liaison_desktop.model.deadlines import MOST_COUNTED, Counted, count
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.matter_clocks import Rules
from liaison_desktop.model.words import CountUnit


def _declare_deadline(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="start", type=a_day, required=True, metavar="DATE")
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--rule", metavar="CODE", help="规则包里的规则，如 reply")
    how.add_argument("--count", type=a_number, metavar="N", help="数目，与 --unit 同用")
    parser.add_argument("--unit", choices=[*CountUnit], help="日、工作日或月")


def _deadline(arguments: Arguments) -> Answer:
    rules = _rules(arguments)
    if arguments.rule is not None:
        rule = rules.in_force(arguments.start).rule(arguments.rule, arguments.start)
        number, unit = rule.number, rule.unit
    else:
        number, unit = arguments.count, _unit(arguments)
    counted = count(arguments.start, number, unit, rules.calendar)
    return Answer(_counted_as_json(counted), [_counted_in_words(counted)])


def _rules(arguments: Arguments) -> Rules:
    """Return the rules of the home; those of the program where none is named and none is there."""
    if arguments.home is None and entrance.look_at(home_of(arguments)).state == "absent":
        return bundled_rules()
    with desk_of(arguments) as desk:
        return desk.rules.load()


def _unit(arguments: Arguments) -> CountUnit:
    """Return the unit asked for; NotSaved where it or the number is missing or out of bounds."""
    found = []
    if arguments.unit is None:
        found.append(Problem("unit", ProblemCode.MISSING))
    if not 1 <= arguments.count <= MOST_COUNTED:
        found.append(Problem("count", ProblemCode.BAD_VALUE, detail=f"1–{MOST_COUNTED}"))
    if found:
        raise NotSaved(found)
    return CountUnit(arguments.unit)


def _counted_as_json(counted: Counted) -> dict[str, object]:
    skipped = [{"date": day.isoformat(), "why": why} for day, why in counted.skipped]
    return {
        "end": counted.end.isoformat(),
        "due": counted.due.isoformat(),
        "skipped": skipped,
        "tentative": counted.is_tentative,
    }


def _counted_in_words(counted: Counted) -> str:
    return f"{counted.due}{'（节假日待公布）' if counted.is_tentative else ''}"


def _declare_calendar(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="一年的节假日日历 .toml，格式同程序自带的")


def _calendar(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        year, moved = desk.rules.import_calendar_file(Path(arguments.file))
    lines = [f"已导入 {year.year} 年日历；{moved} 件事项的期限重新算过"]
    return Answer({"year": year.year, "matters": moved}, lines)


def _declare_pack(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help="规则包 .toml，格式同程序自带的，写明 valid_from"
    )


def _pack(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        pack = desk.rules.import_pack_file(Path(arguments.file))
        known = next(one for one in desk.rules.packs() if one.pack.code == pack.code)
    return Answer(_pack_as_json(known), [f"已导入：{_pack_in_words(known)}"])


def _packs(arguments: Arguments) -> Answer:
    with desk_of(arguments) as desk:
        packs = desk.rules.packs()
    return Answer([_pack_as_json(one) for one in packs], [_pack_in_words(one) for one in packs])


def _pack_as_json(known: KnownPack) -> dict[str, object]:
    pack = known.pack
    return {
        "code": pack.code,
        "name": pack.name,
        "valid_from": pack.valid_from.isoformat(),
        "in_force": known.is_in_force,
        "imported": known.is_imported,
        "rules": [
            {
                "code": rule.code,
                "label": rule.label,
                "number": rule.number,
                "unit": str(rule.unit),
                "since": str(rule.since),
                "source": rule.source,
            }
            for rule in pack.rules
        ],
    }


def _pack_in_words(known: KnownPack) -> str:
    pack = known.pack
    mark = "，现行" if known.is_in_force else ""
    return f"{pack.name}（{pack.code}），{pack.valid_from} 起，{len(pack.rules)} 条规则{mark}"


VERBS = (
    Verb(
        "deadline",
        "按规则或按数目算期限：首日不计，遇休息日顺延",
        _deadline,
        _declare_deadline,
        "liaison-desktop deadline --from 2026-02-13 --count 2 --unit workday",
    ),
    Verb(
        "calendar import",
        "导入下一年的节假日日历，待公布的期限重新算",
        _calendar,
        _declare_calendar,
    ),
    Verb("rules list", "列出本站的规则包，标明现行的一个", _packs),
    Verb("rules import", "导入规则包；自写明的日期起现行，已开始的事项不变", _pack, _declare_pack),
)
