"""随机抽取 — people drawn from a roster, kept with all that is needed to repeat the draw."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from liaison_desktop.desk.consultations import refuse_signed
from liaison_desktop.desk.meeting import participants_of
from liaison_desktop.desk.meeting_places import last_place
from liaison_desktop.desk.roll import Roll
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.consultation import Consultation
from liaison_desktop.model.consultation_words import Origin
from liaison_desktop.model.draw_roster import DrawOrder, DrawRoster, RosterRow, build_roster
from liaison_desktop.model.drawing import Drawing
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.participant import Participant
from liaison_desktop.model.random_draw import ALGORITHM
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.store.store import Store
from liaison_desktop.store.wholes import whole

SAME = ("roster_hash", "seed", "size", "stratum_column", "strata")
"""By what one draw of a meeting is known again."""


class Drawings(Roll[Drawing]):
    """Verbs of drawing who takes part."""

    def __init__(self, store: Store, user: User) -> None:
        super().__init__(store, user, Drawing, Action.KEEP_CONSULTATION)

    def of(self, consultation: UUID) -> list[Drawing]:
        """Return the draws of a meeting, the first first."""
        return self.find(Drawing.consultation_uid == consultation)

    def read(self, path: Path) -> DrawRoster:
        """Return the roster of a .csv or .xlsx; Unusable as read_table."""
        return read_roster(path)

    def offer_seed(self, meeting: Consultation) -> str:
        """Return a seed that everybody can know before the draw: the day and the number.

        A further draw of the meeting is offered another one. Any other seed does as well.
        """
        before = len(self.of(meeting.uid))
        seed = f"{meeting.held_on} {meeting.number}"
        return seed if not before else f"{seed} 第{before + 1}次"

    def draw(self, meeting: Consultation, roster: DrawRoster, order: DrawOrder) -> Drawing:
        """Draw, keep it, and register who was drawn as taking part, in one act; return the draw.

        Who takes part already is not registered twice, and the same draw again is harmless: what
        comes back is the one that is there. NotSaved as DrawRoster.draw, and for a seed or a row
        that cannot be kept.
        """
        drawn = roster.draw(order)
        chosen = [roster.rows[place] for place in drawn.chosen]
        drawing = self._drawing(meeting, roster, order, drawn.roster_hash, chosen)
        self._checked(drawing)
        with self._store.act(self._user, self._action, drawing) as session:
            refuse_signed(session, meeting.uid)
            before = self._known(session, drawing)
            if before is not None:
                return before
            session.add(drawing)
            self._register_drawn(session, meeting, roster, chosen)
        return drawing

    def settle(self, session: Session, record: Drawing, changes: Mapping[str, object]) -> None:
        """Refuse to change a draw: it is as it was made, and frozen with its meeting."""
        super().settle(session, record, changes)
        refuse_signed(session, record.consultation_uid)
        if changes:
            raise NotSaved([Problem(name, ProblemCode.UNKNOWN_KEY) for name in changes])

    def _drawing(
        self,
        meeting: Consultation,
        roster: DrawRoster,
        order: DrawOrder,
        roster_hash: str,
        chosen: Sequence[RosterRow],
    ) -> Drawing:
        now = self._store.clock()
        return Drawing(
            uid=new_uid(now),
            station_uid=meeting.station_uid,
            consultation_uid=meeting.uid,
            drawn_at=now,
            drawn_by=self._user.name or self._user.login,
            algorithm=ALGORITHM,
            seed=order.seed,
            size=order.total,
            roster_name=roster.file,
            roster_rows=len(roster.rows),
            roster_hash=roster_hash,
            stratum_column=order.stratum_column,
            strata=order.strata if order.stratum_column else "",
            heading=roster.heading[:500],
            roster="\n".join(roster.texts),
            chosen="\n".join(row.text for row in chosen),
        )

    def _known(self, session: Session, drawing: Drawing) -> Drawing | None:
        query = whole(Drawing).where(
            Drawing.consultation_uid == drawing.consultation_uid,
            Drawing.withdrawn_at.is_(None),
            *(getattr(Drawing, name) == getattr(drawing, name) for name in SAME),
        )
        return session.scalar(query.limit(1))

    def _register_drawn(
        self,
        session: Session,
        meeting: Consultation,
        roster: DrawRoster,
        chosen: Sequence[RosterRow],
    ) -> None:
        there = {_known_by(one) for one in participants_of(session, meeting.uid)}
        place = last_place(session, Participant.place, meeting.uid)
        for row in chosen:
            one = self._participant(meeting, roster, row)
            if _known_by(one) not in there:
                place += 1
                one.place = place
                session.add(one)

    def _participant(
        self, meeting: Consultation, roster: DrawRoster, row: RosterRow
    ) -> Participant:
        one = Participant(
            uid=new_uid(self._store.clock()),
            station_uid=meeting.station_uid,
            consultation_uid=meeting.uid,
            name=roster.name_of(row),
            sex=roster.sex_of(row),
            body=roster.said(row, "body") or roster.said(row, "address"),
            post=roster.said(row, "post"),
            phone=roster.phone_of(row),
            origin=Origin.DRAWN,
        )
        if errors := [problem for problem in one.problems() if problem.is_error]:
            before = f"roster.{row.line}."
            raise NotSaved([replace(one, field=before + one.field) for one in errors])
        return one


def _known_by(one: Participant) -> tuple[str, str]:
    """Return by what somebody is known to take part already: a name alone is borne by several."""
    return one.name.strip(), one.phone.strip() or one.body.strip()


def read_roster(path: Path) -> DrawRoster:
    """Return the roster of a .csv or .xlsx; Unusable as read_table."""
    from liaison_desktop.documents.roster_file import read_lines  # its reader is heavy

    return build_roster(path.name, read_lines(path))
