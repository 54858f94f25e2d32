"""来访 — register, find, correct and withdraw what happens at the desk."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import correct_record, refuse_stale, withdraw_record
from liaison_desktop.desk.deputies import link_receivers
from liaison_desktop.desk.people import link_newcomers, link_people
from liaison_desktop.desk.renaming import keep_renamed
from liaison_desktop.desk.rules import RuleBook
from liaison_desktop.desk.undo import undo
from liaison_desktop.desk.voter_days import settle_voters
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.draft import Draft
from liaison_desktop.model.faults import NotFound, NotSaved, Problem, Refused
from liaison_desktop.model.matter import Matter
from liaison_desktop.model.matter_clocks import begin_clocks
from liaison_desktop.model.numbering import NumberKind, matter_number
from liaison_desktop.model.station import Station
from liaison_desktop.model.times import business_day
from liaison_desktop.model.user import User
from liaison_desktop.model.visit import Visit, Visitor
from liaison_desktop.store.numbers import draw_number
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole


class Visits:
    """Verbs of the visits and of what was said at them."""

    def __init__(self, store: Store, user: User, station: Station, rule_book: RuleBook) -> None:
        self._store, self._user, self._station = store, user, station
        self._rule_book = rule_book

    def register(self, visit: Visit, *, draft: UUID | None = None) -> list[Problem]:
        """Save a visit with its first matter and return what is left to complete (待补).

        The numbers are given here, in the saving transaction, and stand in the same object
        afterwards. NotSaved with every error; saving the same uid again is harmless. `draft` is the
        draft that this visit was typed in: it goes with the save, or stays with a failure.
        """
        problems = visit.problems()
        if errors := [problem for problem in problems if problem.is_error]:
            raise NotSaved(errors)
        if self._is_saved(visit.uid):
            self._take_numbers(visit)
            return problems
        with self._store.act(self._user, Action.REGISTER_VISIT, visit) as session:
            problems += self.register_within(session, visit)
            if draft is not None:
                own = (Draft.uid == draft) & (Draft.user_uid == self._user.uid)
                session.execute(delete(Draft).where(own))
        return problems

    def register_within(self, session: Session, visit: Visit) -> list[Problem]:
        """Register a visit within an act and return what its receivers warn of."""
        problems = link_receivers(session, visit.receivers)
        link_people(session, visit)
        visit.derive()  # a page may have filled it in since it was made
        self._number(session, visit)
        self._begin_clocks(visit.matters, visit)
        session.add(visit)
        return problems

    def load(self, key: str) -> Visit:
        """Return one whole visit by its number, a matter's number or its uid; NotFound."""
        with self._store.read() as session:
            visit = session.scalar(whole(Visit).where(_is_named(key)).limit(1))
        if visit is None:
            raise NotFound("visit", key)
        return visit

    def find(self, text: str = "", limit: int = 50) -> list[Visit]:
        """Return whole visits, newest first, by a part of name, phone, number or title."""
        query = whole(Visit).where(Visit.withdrawn_at.is_(None))
        if text.strip():
            query = query.where(_holds(text.strip()))
        query = query.order_by(Visit.received_at.desc(), Visit.id.desc()).limit(limit)
        with self._store.read() as session:
            return list(session.scalars(query))

    def find_from(self, source: UUID) -> list[Visit]:
        """Return whole visits that were collected at a field visit or a consultation."""
        query = whole(Visit).where(Visit.source_uid == source, Visit.withdrawn_at.is_(None))
        with self._store.read() as session:
            return list(session.scalars(query.order_by(Visit.id)))

    def correct(self, seen: Visit, changes: Mapping[str, object], reason: str = "") -> Visit:
        """Return the corrected visit (更正); business day and 补录 follow `received_at`.

        A visitor whose name alone was put right stays the person he was, with all that he was told.
        """
        action, settle = Action.CORRECT_VISIT, self._settling(seen)
        return correct_record(
            self._store, self._user, action, seen, changes, reason=reason, settle=settle
        )

    def undo(self, seen: Visit) -> Visit:
        """Return the visit as it was before its last change; StaleRecord, nothing_to_undo."""
        return undo(self._store, self._user, seen, self._settling(seen))

    def _settling(self, seen: Visit) -> Callable[[Session, Visit], None]:
        """Return what lets people, and the days of what they wait for, follow a change."""
        day, rules = business_day(self._store.clock()), self._rule_book.load()

        def settle(session: Session, visit: Visit) -> None:
            keep_renamed(session, seen.visitors, visit)
            link_newcomers(session, visit)
            settle_voters(session, visit, day, rules)

        return settle

    def correct_matter(
        self, seen: Matter, changes: Mapping[str, object], reason: str = ""
    ) -> Matter:
        """Return the corrected matter; its first state, and with it its days, follow 处理方式."""
        registered_at, rules = self.load(str(seen.visit_uid)).registered_at, self._rule_book.load()
        return correct_record(
            self._store,
            self._user,
            Action.CORRECT_MATTER,
            seen,
            changes,
            reason=reason,
            settle=lambda _session, matter: begin_clocks(
                matter, business_day(registered_at), rules
            ),
        )

    def withdraw(self, seen: Visit, reason: str) -> Visit:
        """Return the visit withdrawn with its reason; its number stays and says why.

        Refused merged_here while another matter waits for an answer to one of this visit.
        """
        self._refuse_merged(seen)
        action, settle = Action.WITHDRAW_VISIT, self._settling(seen)
        return withdraw_record(self._store, self._user, action, seen, reason, settle)

    def add_matter(self, seen: Visit, matter: Matter) -> list[Problem]:
        """Register one more matter of a visit (一事一表) and return what is left to complete."""
        problems = matter.problems()
        if errors := [problem for problem in problems if problem.is_error]:
            raise NotSaved(errors)
        with self._store.act(self._user, Action.REGISTER_MATTER, matter) as session:
            visit = session.scalar(whole(Visit).where(Visit.uid == seen.uid))
            if visit is None:
                raise NotFound("visit", str(seen.uid))
            refuse_stale("visit", visit, seen)
            if visit.withdrawn_at is not None:
                raise Refused("already_withdrawn")
            self.add_within(visit, matter)
        return problems

    def add_within(self, visit: Visit, matter: Matter) -> None:
        """Add one more matter to a visit, within an act."""
        visit.matters.append(matter)
        _number_matters(visit)
        self._begin_clocks([matter], visit)

    def _begin_clocks(self, matters: Sequence[Matter], visit: Visit) -> None:
        """Let what is to be done with them have its days from now on."""
        for matter in matters:
            begin_clocks(matter, business_day(visit.registered_at), self._rule_book.load())

    def _refuse_merged(self, visit: Visit) -> None:
        """Refuse to take away what somebody else's matter was merged into."""
        own = select(Matter.uid).where(Matter.visit_uid == visit.uid)
        query = (
            select(Matter.number)
            .join(Visit, Visit.uid == Matter.visit_uid)
            .where(Matter.merged_into.in_(own), Matter.visit_uid != visit.uid)
            .where(Matter.withdrawn_at.is_(None), Visit.withdrawn_at.is_(None))
        )
        with self._store.read() as session:
            number = session.scalar(query.limit(1))
        if number is not None:
            raise Refused("merged_here", key=number)

    def _is_saved(self, uid: UUID) -> bool:
        with self._store.read() as session:
            return session.scalar(select(Visit.id).where(Visit.uid == uid)) is not None

    def _take_numbers(self, visit: Visit) -> None:
        saved = self.load(str(visit.uid))
        visit.number = saved.number
        for matter, known in zip(visit.matters, saved.matters, strict=False):
            matter.number, matter.state = known.number, known.state

    def _number(self, session: Session, visit: Visit) -> None:
        year = visit.received_on.year
        visit.number = draw_number(session, self._station.code, NumberKind.VISIT, year)
        for matter in visit.matters:
            matter.number = ""  # a failed attempt may have left one of another visit number
        _number_matters(visit)


def _number_matters(visit: Visit) -> None:
    for place, matter in enumerate(visit.matters, start=1):
        if not matter.number:
            matter.place_in_visit, matter.number = place, matter_number(visit.number, place)
            matter.derive()


def _is_named(key: str) -> Any:
    try:
        uid = UUID(key)
    except ValueError:
        of_matter = select(Matter.visit_uid).where(Matter.number == key)
        return or_(Visit.number == key, Visit.uid.in_(of_matter))
    return Visit.uid == uid


def _holds(text: str) -> Any:
    by_visitor = select(Visitor.visit_id).where(
        or_(
            Visitor.name.contains(text, autoescape=True),
            Visitor.phone.contains(text, autoescape=True),
        )
    )
    by_title = select(Matter.visit_uid).where(Matter.title.contains(text, autoescape=True))
    return or_(
        Visit.number.contains(text, autoescape=True),
        Visit.id.in_(by_visitor),
        Visit.uid.in_(by_title),
    )
