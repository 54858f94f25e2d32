"""规则与日历 — rule packs and calendars: those that come with the program, and a home's own."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode, Refused, Unusable
from liaison_desktop.model.matter import Deadline, Matter
from liaison_desktop.model.matter_clocks import Rules, recount
from liaison_desktop.model.pack_check import check_pack
from liaison_desktop.model.rule_pack import RulePack, read_pack
from liaison_desktop.model.setting import Setting
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.working_calendar import CalendarYear, WorkingCalendar, read_calendar
from liaison_desktop.paths import RESOURCES
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

CALENDAR, PACK = "calendar.", "rules."
"""How the settings are named that keep what was imported: calendar.2027, rules.QH-2027."""

MOST_CALENDAR, MOST_PACK = 4_000, 60_000
"""Characters of one file."""

RECOUNTED = 500

Kept = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KnownPack:
    """One pack of this home, and whether it is the one in force today."""

    pack: RulePack
    is_imported: bool
    is_in_force: bool


class RuleBook:
    """What limits are counted by, read anew only when something was imported."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user
        self._kept: Kept | None = None
        self._rules: Rules | None = None

    def load(self) -> Rules:
        """Return the packs and the calendar, with all that was imported by whichever window."""
        with self._store.read() as session:
            kept = _imported(session)
        if self._rules is None or kept != self._kept:
            self._kept, self._rules = kept, _rules_of(kept)
        return self._rules

    def packs(self) -> list[KnownPack]:
        """Return the packs of this home, the latest first."""
        packs, today = self.load().packs.values(), business_day(self._store.clock())
        in_force = self.load().in_force(today)
        bundled = bundled_packs()
        ordered = sorted(packs, key=lambda pack: pack.valid_from)
        known = [KnownPack(one, one.code not in bundled, one is in_force) for one in ordered]
        return known[::-1]

    def years(self) -> list[int]:
        """Return the years whose rest days are known."""
        return self.load().calendar.years

    def import_calendar(self, text: str, expected: int | None = None) -> tuple[CalendarYear, int]:
        """Take in a year's calendar; return it, and how many matters have another day by it.

        Limits that were tentative are counted again. 站长 or 管理员 only; NotSaved as
        read_calendar.
        """
        year = read_calendar(text, expected)
        _refuse_too_long(text, MOST_CALENDAR)
        with self._store.act(self._user, Action.CORRECT_STATION, reason=year.source) as session:
            self._keep(session, f"{CALENDAR}{year.year}", json.dumps(text, ensure_ascii=False))
            session.flush()
            moved = _recount(session, _rules_of(_imported(session)))
        return year, moved

    def import_calendar_file(self, path: Path) -> tuple[CalendarYear, int]:
        """Take in a year's calendar from a file; Unusable where it cannot be read."""
        return self.import_calendar(_read(path, MOST_CALENDAR))

    def import_pack(self, text: str) -> RulePack:
        """Take in a rule pack, which is in force from its `valid_from` on; return it.

        What began before keeps its own. 站长 or 管理员 only; NotSaved as read_pack and check_pack,
        Refused pack_known where another pack has its code.
        """
        _refuse_too_long(text, MOST_PACK)
        pack = read_pack(text, is_brought=True)
        check_pack(pack)
        known = self.load().packs.get(pack.code)
        if known is not None and known != pack:
            raise Refused("pack_known", key=pack.code)
        if known is None:
            with self._store.act(self._user, Action.CORRECT_STATION, reason=pack.name) as session:
                self._keep(session, f"{PACK}{pack.code}", json.dumps(text, ensure_ascii=False))
        return pack

    def import_pack_file(self, path: Path) -> RulePack:
        """Take in a rule pack from a file; Unusable where it cannot be read."""
        return self.import_pack(_read(path, MOST_PACK))

    def _keep(self, session: Session, name: str, value: str) -> None:
        kept = session.scalar(select(Setting).where(Setting.name == name))
        if kept is not None:
            kept.value = value
            return
        uid, station = new_uid(self._store.clock()), self._store.installation.uid
        session.add(Setting(uid=uid, station_uid=station, name=name, value=value))


@cache
def bundled_packs() -> dict[str, RulePack]:
    """Return the packs that come with the program, by their codes."""
    files = sorted((RESOURCES / "rules").glob("*.toml"))
    packs = [read_pack(file.read_text(encoding="utf-8")) for file in files]
    return {pack.code: pack for pack in packs}


@cache
def bundled_years() -> tuple[CalendarYear, ...]:
    """Return the calendars that come with the program."""
    files = sorted((RESOURCES / "calendars").glob("*.toml"))
    return tuple(read_calendar(file.read_text(encoding="utf-8"), int(file.stem)) for file in files)


def _imported(session: Session) -> Kept:
    """Return what was imported, by the names of the settings, in the order of importing."""
    is_ours = Setting.name.startswith(CALENDAR) | Setting.name.startswith(PACK)
    query = select(Setting.name, Setting.value).where(is_ours).order_by(Setting.id)
    return tuple((name, value) for name, value in session.execute(query))


def bundled_rules() -> Rules:
    """Return the rules of a home into which nothing was imported."""
    return _rules_of(())


def _rules_of(kept: Kept) -> Rules:
    texts = [(name, json.loads(value)) for name, value in kept]
    years = [read_calendar(text) for name, text in texts if name.startswith(CALENDAR)]
    packs = [read_pack(text) for name, text in texts if name.startswith(PACK)]
    every = bundled_packs() | {pack.code: pack for pack in packs}
    return Rules(every, WorkingCalendar([*bundled_years(), *years]))


def _refuse_too_long(text: str, most: int) -> None:
    if len(text) > most:
        raise NotSaved([Problem("file", ProblemCode.TOO_LONG, detail=str(most))])


def _read(path: Path, most: int) -> str:
    """Return the text of a file, no more of it than shows that it is too long."""
    try:
        with path.open("rb") as file:
            data = file.read(4 * most + 1)
    except OSError:
        raise Unusable("file_missing", str(path)) from None
    if len(data) > 4 * most:
        raise NotSaved([Problem("file", ProblemCode.TOO_LONG, detail=str(most))])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable("not_utf8", str(path)) from None


def _recount(session: Session, rules: Rules) -> int:
    """Count the tentative limits of every matter again, the nearest and the others."""
    tentative = select(Deadline.matter_id).where(Deadline.is_tentative, Deadline.ended_on.is_(None))
    moved, after = 0, 0
    while True:
        query = whole(Matter).where(Matter.id.in_(tentative), Matter.id > after)
        matters: Sequence[Matter] = list(
            session.scalars(query.order_by(Matter.id).limit(RECOUNTED))
        )
        if not matters:
            return moved
        moved += sum(recount(matter, rules) for matter in matters)
        after = matters[-1].id
