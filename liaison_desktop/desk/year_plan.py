"""年度安排 — the sessions that the station's rules give a year, and who sits at them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from liaison_desktop.desk.roll import Roll, number_parts
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.sessions import Sessions
from liaison_desktop.desk.settings import keep_minimums, load_minimums
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.kept_rule import KeptRule
from liaison_desktop.model.leave import Leave
from liaison_desktop.model.notice import Notice
from liaison_desktop.model.reception_dates import ReceptionDate, reception_dates
from liaison_desktop.model.reception_rule import ReceptionRule, read_reception_rule
from liaison_desktop.model.reception_session import ReceptionSession, RotaSlot
from liaison_desktop.model.rota import Candidate, Held, Options, Pick, Plan, Sitting, Span, Wishes
from liaison_desktop.model.rota_plan import plan
from liaison_desktop.model.rota_why import write_why
from liaison_desktop.model.schedule_words import SessionState, SlotRole
from liaison_desktop.model.times import business_day
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.wished_days import read_wished_days
from liaison_desktop.model.words import MandateLevel, MandateState, tr
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

PLANNED = tr("排轮值表")
USUAL_SEATS = 2
"""Deputies of a session that neither a rule nor a person gave a number."""


@dataclass(frozen=True)
class Planned:
    """A rota: the plan with its figures, the sessions it is of, and the names in it.

    `changed` are those whose seats are others now; they are undone together. `announced` is how
    many of the coming ones were left as they are, for their notice hangs out.
    """

    plan: Plan
    sessions: Sequence[ReceptionSession]
    names: Mapping[UUID, str]
    changed: Sequence[ReceptionSession] = ()
    announced: int = 0


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
        made = self.missing(year)
        self._sessions.register_all(made)
        return made

    def missing(self, year: int) -> list[ReceptionSession]:
        """Return the sessions that the rules give a year and that are not there yet, unsaved."""
        known = {one.planned_on for one in self._sessions.find_all(_planned_in(year))}
        station = self._store.installation.uid
        missing = [one for one in self.dates(year) if one.planned not in known]
        return [_session(one, station, new_uid(self._store.clock())) for one in missing]

    def sessions_of(self, year: int) -> list[ReceptionSession]:
        """Return the sessions that were planned for a year, in the order they are held."""
        found = self._sessions.find(_planned_in(year))
        return sorted(found, key=lambda one: (one.held_on, one.starts, one.id))

    def minimums(self, year: int) -> Mapping[MandateLevel, int]:
        """Return the least turns of a deputy in a year, by the level he is counted with."""
        with self._store.read() as session:
            return load_minimums(session, year)

    def plan_rota(
        self,
        year: int,
        options: Options,
        minimums: Mapping[MandateLevel, int] | None = None,
        *,
        is_kept: bool = True,
    ) -> Planned:
        """Fill the free seats of a year's coming sessions, in one act, and say how fair it is.

        Who was put there by hand, and every session that is over or announced, stays as it is; so
        does what an unchanged input gave before. `minimums` are kept with the year; None takes
        those kept. `is_kept` False only says what would be, with the sessions that the rules give
        and that are not registered yet.
        """
        least = self.minimums(year) if minimums is None else minimums
        found = [*self.sessions_of(year), *([] if is_kept else self.missing(year))]
        sessions = [one for one in found if one.state is not SessionState.CANCELLED]
        deputies = {one.uid: one for one in self._deputies()}
        today, announced = business_day(self._store.clock()), self._announced()
        over = {one.uid for one in sessions if _is_over(one, today)}
        levels = {rule.name: rule.levels for rule in self.rules()}
        planned = plan(
            self._candidates(deputies.values(), least, year),
            [_sitting(one, levels, stays=one.uid in over | announced) for one in sessions],
            options,
        )
        changed: list[ReceptionSession] = []
        if is_kept:
            free = {one.uid for one in sessions} - over - announced
            changed = self._seat(year, least, free, planned, deputies)
            anew = {one.uid: one for one in changed}
            sessions = [anew.get(one.uid, one) for one in sessions]
        names = {uid: one.name for uid, one in deputies.items()}
        left = sum(one.uid in announced - over for one in sessions)
        return Planned(planned, sessions, names, changed, left)

    def _seat(
        self,
        year: int,
        minimums: Mapping[MandateLevel, int],
        free: Collection[UUID],
        planned: Plan,
        deputies: Mapping[UUID, Deputy],
    ) -> list[ReceptionSession]:
        """Seat who was picked, keep the minimums of the year, and return whose seats are others."""
        with self._store.act(self._user, Action.KEEP_SCHEDULE, reason=PLANNED) as session:
            keep_minimums(session, self._store, year, minimums)
            found = session.scalars(
                whole(ReceptionSession).where(ReceptionSession.uid.in_(free))
            ).all()
            return [
                one
                for one in found
                if one.state is SessionState.PLANNED
                and _fill(one, planned.picks.get(str(one.uid), ()), deputies)
            ]

    def _candidates(
        self, deputies: Iterable[Deputy], minimums: Mapping[MandateLevel, int], year: int
    ) -> list[Candidate]:
        """Return who can be given turns, with leave, wishes and what each is owed in the year.

        Nothing is owed to who is never in office in it.
        """
        leaves = self._leaves()
        found = [_candidate(one, leaves, year) for one in deputies if one.mandates]
        return [
            replace(one, minimum=minimums.get(one.level, 0))
            if one.level is not None and any(_is_in(held.span, year) for held in one.mandates)
            else one
            for one in found
        ]

    def _announced(self) -> set[UUID]:
        """Return the sessions of which a notice hangs out."""
        posted = Notice.posted_on.is_not(None), Notice.withdrawn_at.is_(None)
        with self._store.read() as session:
            return set(session.scalars(select(Notice.session_uid).where(*posted)))

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


def _candidate(deputy: Deputy, leaves: Sequence[Leave], year: int) -> Candidate:
    """Return a deputy as he is planned: by the mandates of the year, or by all where none is."""
    every = [Held(one.level, span) for one in deputy.mandates if (span := _span(one)) is not None]
    mandates = tuple(held for held in every if _is_in(held.span, year)) or tuple(every)
    away = tuple(Span(one.first_on, one.last_on) for one in leaves if one.deputy_uid == deputy.uid)
    return Candidate(deputy.uid, deputy.name, mandates, away, _wishes(deputy, year))


def _is_in(span: Span, year: int) -> bool:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return (span.first or first) <= last and (span.last or last) >= first


def _wishes(deputy: Deputy, year: int) -> Wishes:
    liked, disliked = read_wished_days(deputy.liked_days), read_wished_days(deputy.disliked_days)
    return Wishes(
        liked.weekdays,
        disliked.weekdays,
        liked.days_of(year),
        disliked.days_of(year),
        liked.months,
        disliked.months,
    )


def _span(mandate: Mandate) -> Span | None:
    """Return when a mandate is exercised; None where it is suspended, or ended without a day."""
    if mandate.state is MandateState.SUSPENDED:
        return None
    if mandate.state is MandateState.ENDED and mandate.valid_to is None:
        return None
    return Span(mandate.valid_from, mandate.valid_to)


def _is_over(one: ReceptionSession, today: date) -> bool:
    return one.state is not SessionState.PLANNED or one.held_on < today


def _sitting(
    one: ReceptionSession, levels: Mapping[str, Mapping[MandateLevel, int]], *, stays: bool
) -> Sitting:
    receiving = [slot for slot in one.slots if slot.slot_role is SlotRole.RECEIVING]
    kept = [slot for slot in receiving if slot.is_fixed or stays]
    seats = one.seats or len(receiving) or USUAL_SEATS
    wanted = levels.get(one.rules.split("\n")[0], {})
    wanted = wanted if sum(wanted.values()) <= seats else {}
    fixed = tuple(slot.deputy_uid for slot in kept if slot.deputy_uid is not None)
    return Sitting(str(one.uid), one.held_on, seats, wanted, fixed, stays)


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
