"""年度安排 — the sessions that the station's rules give a year, and who sits at them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from liaison_desktop.desk.roll import Roll, number_parts
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.sessions import Sessions
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.reception_dates import ReceptionDate, reception_dates
from liaison_desktop.model.reception_rule import ReceptionRule, read_reception_rule
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.rota import Candidate, Held, Options, Pick, Plan, Sitting, Span
from liaison_desktop.model.rota_plan import plan
from liaison_desktop.model.rota_why import write_why
from liaison_desktop.model.schedule_words import SessionState, SlotRole
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.words import MandateLevel, MandateState, tr
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

PLANNED = tr("排轮值表")
USUAL_SEATS = 2
"""Deputies of a session that neither a rule nor a person gave a number."""


@dataclass(frozen=True)
class Planned:
    """A rota: the plan with its figures, the sessions it is of, and the names in it.

    `changed` are those whose seats are others now; they are undone together.
    """

    plan: Plan
    sessions: Sequence[ReceptionSession]
    names: Mapping[UUID, str]
    changed: Sequence[ReceptionSession] = ()


class YearPlans:
    """Verbs of a year's sessions and rota."""

    def __init__(
        self, store: Store, user: User, rules: Roll[KeptRule], sessions: Sessions, book: RuleBook
    ) -> None:
        self._store, self._user, self._rules = store, user, rules
        self._sessions, self._book = sessions, book

    def rules(self) -> list[ReceptionRule]:
        """Return the station's rules as they are read; NotSaved for one that is none."""
        return [read_reception_rule(kept.toml) for kept in self._rules.find()]

    def dates(self, year: int) -> list[ReceptionDate]:
        """Return the sessions that the rules give a year, those that are held."""
        found = reception_dates(self.rules(), year, self._book.load().calendar)
        return [one for one in found if one.held is not None and not one.is_merged]

    def register_sessions(self, year: int) -> list[ReceptionSession]:
        """Register the sessions of a year that are not there yet, in one act; return them.

        One that was moved by hand, cancelled or withdrawn is there: it does not come back.
        """
        known = {one.planned_on for one in self._sessions.find_all(_planned_in(year))}
        station = self._store.installation.uid
        missing = [one for one in self.dates(year) if one.planned not in known]
        made = [_session(one, station, new_uid(self._store.clock())) for one in missing]
        self._sessions.register_all(made)
        return made

    def sessions_of(self, year: int) -> list[ReceptionSession]:
        """Return the sessions that were planned for a year, in the order they are held."""
        found = self._sessions.find(_planned_in(year))
        return sorted(found, key=lambda one: (one.held_on, one.starts, one.id))

    def plan_rota(
        self, year: int, options: Options, minimum: int = 0, *, is_kept: bool = True
    ) -> Planned:
        """Fill the free seats of a year's coming sessions, in one act, and say how fair it is.

        Who was put there by hand, and every session that is over, stays as it is; so does what an
        unchanged input gave before. `is_kept` False only says what would be.
        """
        today = business_day(self._store.clock())
        sessions = [
            one for one in self.sessions_of(year) if one.state is not SessionState.CANCELLED
        ]
        deputies, leaves = self._deputies(), self._leaves()
        candidates = [_candidate(one, leaves, minimum) for one in deputies if one.mandates]
        levels = {rule.name: rule.levels for rule in self.rules()}
        sittings = [_sitting(one, levels, today) for one in sessions]
        planned = plan(candidates, sittings, options)
        names = {one.uid: one.name for one in deputies}
        if not is_kept:
            return Planned(planned, sessions, names)
        seated, changed = self._seat(sessions, planned, {one.uid: one for one in deputies})
        return Planned(planned, seated, names, changed)

    def _seat(
        self, seen: Sequence[ReceptionSession], planned: Plan, deputies: Mapping[UUID, Deputy]
    ) -> tuple[list[ReceptionSession], list[ReceptionSession]]:
        with self._store.act(self._user, Action.KEEP_SCHEDULE, reason=PLANNED) as session:
            found = session.scalars(
                whole(ReceptionSession).where(ReceptionSession.uid.in_([one.uid for one in seen]))
            ).all()
            changed = [
                one
                for one in found
                if one.state is SessionState.PLANNED
                and _fill(one, planned.picks.get(str(one.uid), ()), deputies)
            ]
        return sorted(found, key=lambda one: (one.held_on, one.starts, one.id)), changed

    def _deputies(self) -> list[Deputy]:
        query = select(Deputy).where(Deputy.withdrawn_at.is_(None))
        with self._store.read() as session:
            query = query.options(selectinload(Deputy.mandates)).order_by(Deputy.id)
            return list(session.scalars(query))

    def _leaves(self) -> list[Leave]:
        with self._store.read() as session:
            return list(session.scalars(select(Leave).where(Leave.withdrawn_at.is_(None))))


def _planned_in(year: int) -> object:
    return ReceptionSession.planned_on.between(date(year, 1, 1), date(year, 12, 31))


def _session(one: ReceptionDate, station: UUID, uid: UUID) -> ReceptionSession:
    rule = one.rules[0]
    return ReceptionSession(
        uid=uid,
        station_uid=station,
        planned_on=one.planned,
        held_on=one.held or one.planned,
        starts=f"{rule.starts:%H:%M}",
        ends=f"{rule.ends:%H:%M}",
        place=rule.place,
        theme=rule.theme,
        rules="\n".join(each.name for each in one.rules)[:200],
        seats=rule.deputies,
        shifted_because=one.shifted_because,
        is_tentative=one.is_tentative,
        is_joint=any(each.is_joint for each in one.rules),
        notice_by=one.notice_by,
    )


def _candidate(deputy: Deputy, leaves: Sequence[Leave], minimum: int) -> Candidate:
    mandates = tuple(
        Held(one.level, span) for one in deputy.mandates if (span := _span(one)) is not None
    )
    away = tuple(Span(one.first_on, one.last_on) for one in leaves if one.deputy_uid == deputy.uid)
    return Candidate(deputy.uid, deputy.name, mandates, away, minimum=minimum)


def _span(mandate: Mandate) -> Span | None:
    """Return when a mandate is exercised; None where it is suspended, or ended without a day."""
    if mandate.state is MandateState.SUSPENDED:
        return None
    if mandate.state is MandateState.ENDED and mandate.valid_to is None:
        return None
    return Span(mandate.valid_from, mandate.valid_to)


def _sitting(
    one: ReceptionSession, levels: Mapping[str, Mapping[MandateLevel, int]], today: date
) -> Sitting:
    is_over = one.state is not SessionState.PLANNED or one.held_on < today
    receiving = [slot for slot in one.slots if slot.slot_role is SlotRole.RECEIVING]
    stays = [slot for slot in receiving if slot.is_fixed or is_over]
    seats = one.seats or len(receiving) or USUAL_SEATS
    wanted = levels.get(one.rules.split("\n")[0], {})
    wanted = wanted if sum(wanted.values()) <= seats else {}
    fixed = tuple(slot.deputy_uid for slot in stays if slot.deputy_uid is not None)
    return Sitting(str(one.uid), one.held_on, seats, wanted, fixed, is_over)


def _fill(one: ReceptionSession, picks: Sequence[Pick], deputies: Mapping[UUID, Deputy]) -> bool:
    """Let a session have its fixed seats and those who were picked; return whether it changed."""
    picks = [pick for pick in picks if not pick.is_fixed]
    kept = [slot for slot in one.slots if slot.is_fixed or slot.slot_role is SlotRole.VISITING]
    before = {slot.deputy_uid: slot for slot in one.slots if slot not in kept}
    chosen = [_slot(before.get(pick.uid), deputies[pick.uid], pick, one.held_on) for pick in picks]
    if [*kept, *chosen] == one.slots:
        return False
    one.slots = [*kept, *chosen]
    number_parts(one)
    return True


def _slot(former: RotaSlot | None, deputy: Deputy, pick: Pick, day: date) -> RotaSlot:
    why = write_why(pick.why)
    if former is not None and former.why == why:
        return former
    level = next(iter(deputy.levels_on(day)), None)
    return RotaSlot(name=deputy.name, deputy_uid=deputy.uid, level=level, why=why)
