"""规则与日历 — the rule packs that come with the program, and the calendars known to this home."""

import json
from functools import cache
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.model.authorize import Action
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode, Unusable
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_clocks import Rules, recount
from liaison_desktop.model.rule_pack import RulePack, read_pack
from liaison_desktop.model.setting import Setting
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.working_calendar import CalendarYear, WorkingCalendar, read_calendar
from liaison_desktop.paths import RESOURCES
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

USUAL_PACK = "zhejiang-2026"
IMPORTED = "calendar."
"""How the setting is named that keeps an imported year: calendar.2027."""

MOST_TEXT = 4000
RECOUNTED = 500


class RuleBook:
    """What limits are counted by, read once and again after a calendar was imported."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user
        self._rules: Rules | None = None

    def load(self) -> Rules:
        """Return the packs, the one in force and the calendar, imported years included."""
        if self._rules is None:
            with self._store.read() as session:
                years = _imported(session)
            calendar = WorkingCalendar([*bundled_years(), *years])
            self._rules = Rules(bundled_packs(), USUAL_PACK, calendar)
        return self._rules

    def import_calendar(self, text: str, expected: int | None = None) -> tuple[CalendarYear, int]:
        """Take in a year's calendar; return it, and how many matters have another day by it.

        Limits that were tentative are counted again. 站长 or 管理员 only; NotSaved as
        read_calendar.
        """
        year = read_calendar(text, expected)
        if len(text) > MOST_TEXT:
            raise NotSaved([Problem("file", ProblemCode.TOO_LONG, detail=str(MOST_TEXT))])
        with self._store.act(self._user, Action.CORRECT_STATION, reason=year.source) as session:
            self._keep(session, f"{IMPORTED}{year.year}", json.dumps(text, ensure_ascii=False))
            session.flush()
            calendar = WorkingCalendar([*bundled_years(), *_imported(session)])
            rules = Rules(bundled_packs(), USUAL_PACK, calendar)
            moved = _recount(session, rules)
        self._rules = rules
        return year, moved

    def import_calendar_file(self, path: Path) -> tuple[CalendarYear, int]:
        """Take in a year's calendar from a file; Unusable where it cannot be read."""
        try:
            text = path.read_bytes()[: 4 * MOST_TEXT].decode("utf-8-sig")
        except OSError:
            raise Unusable("file_missing", str(path)) from None
        except UnicodeDecodeError:
            raise Unusable("not_utf8", str(path)) from None
        return self.import_calendar(text)

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


def _imported(session: Session) -> list[CalendarYear]:
    query = select(Setting.value).where(Setting.name.startswith(IMPORTED)).order_by(Setting.name)
    return [read_calendar(json.loads(value)) for value in session.scalars(query)]


def _recount(session: Session, rules: Rules) -> int:
    """Count the tentative limits of every matter again."""
    moved, after = 0, 0
    while True:
        query = whole(Matter).where(Matter.is_due_tentative, Matter.id > after)
        matters = list(session.scalars(query.order_by(Matter.id).limit(RECOUNTED)))
        if not matters:
            return moved
        moved += sum(recount(matter, rules) for matter in matters)
        after = matters[-1].id
