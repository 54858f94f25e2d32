"""What was said in the meeting that is open, with the words of what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from liaison_desktop.desk.meeting import Meeting
from liaison_desktop.model.commitment import Commitment
from liaison_desktop.model.consultation_words import StatementKind
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.pages.meeting_agenda import Point, circled
from liaison_desktop.ui.pages.meeting_side import day_in_words, who_promised
from liaison_desktop.ui.pages.statement_rows import Said, said, short


class MeetingSaid:
    """The rows by their uid, in the order of the meeting."""

    def __init__(self) -> None:
        self.rows: dict[UUID, Said] = {}
        self.promises: Sequence[Commitment] = ()
        self._opinions: dict[UUID | None, list[UUID]] = {}
        self._answered: set[UUID | None] = set()
        self._counts: Counter[UUID | None] = Counter()

    def take(
        self,
        meeting: Meeting,
        waiting: Iterable[UUID],
        today: date,
        corrected: Container[UUID] = frozenset(),
    ) -> None:
        """Take over what the store has; rows that are not there yet stay at the end."""
        kept = {uid: self.rows[uid] for uid in waiting if uid in self.rows}
        self.promises = meeting.commitments
        self.rows = {
            one.uid: replace(said(one), is_corrected=one.uid in corrected)
            for one in meeting.statements
        }
        self.rows |= {uid: row for uid, row in kept.items() if uid not in self.rows}
        self._opinions, self._answered, self._counts = {}, set(), Counter()
        for row in self.rows.values():
            self._sort_in(row)
        by_answer: dict[UUID | None, list[Commitment]] = {}
        for one in self.promises:
            by_answer.setdefault(one.answer_uid, []).append(one)
        for uid, row in self.rows.items():
            if row.answers_uid or uid in by_answer:
                self.rows[uid] = self._told(row, by_answer.get(uid, []), today)

    def add(self, row: Said, today: date) -> Said:
        """Put a row at the end and return it with its words."""
        self.rows[row.uid] = self._told(row, [], today)
        self._sort_in(row)
        return self.rows[row.uid]

    def on(self, point: Point, points: Sequence[Point]) -> list[Said]:
        """Return what was said on a point; without a uid, on none of the points."""
        if point.uid is not None:
            return [row for row in self.rows.values() if row.item_uid == point.uid]
        placed = {one.uid for one in points if one.uid is not None}
        return [row for row in self.rows.values() if row.item_uid not in placed]

    def counted(self, points: Sequence[Point]) -> Mapping[UUID | None, int]:
        """Return how much was said on each point, None for none of them."""
        placed = {point.uid for point in points}
        counts: Counter[UUID | None] = Counter()
        for item, count in self._counts.items():
            counts[item if item in placed else None] += count
        return counts

    def points(self, points: Sequence[Point]) -> list[Point]:
        """Return the points of an agenda, and one more where something was said on none."""
        if not points:
            return [Point(None, tr("全部发言"))]
        placed = {point.uid for point in points}
        if any(row.item_uid not in placed for row in self.rows.values()):
            return [*points, Point(None, tr("未分议题"))]
        return list(points)

    def opinions(self) -> list[Said]:
        """Return what may be answered."""
        return [row for row in self.rows.values() if row.kind.wants_route]

    def last_answer(self) -> Said | None:
        """Return the answer that was given last."""
        answers = [row for row in self.rows.values() if row.kind is StatementKind.ANSWER]
        return answers[-1] if answers else None

    def to_answer(self, item: UUID | None, most: int = 30) -> tuple[list[Said], UUID | None]:
        """Return the latest opinions of a point, and the last of them that nobody answered."""
        uids = self._opinions.get(item) or [row.uid for row in self.opinions()[-most:]]
        latest = [self.rows[uid] for uid in uids[-most:]]
        waiting = next((uid for uid in reversed(uids) if uid not in self._answered), None)
        return latest, waiting

    def _sort_in(self, row: Said) -> None:
        self._counts[row.item_uid] += 1
        if row.kind.wants_route:
            self._opinions.setdefault(row.item_uid, []).append(row.uid)
        if row.answers_uid is not None:
            self._answered.add(row.answers_uid)

    def _told(self, row: Said, promises: Sequence[Commitment], today: date) -> Said:
        opinion = self.rows.get(row.answers_uid) if row.answers_uid else None
        answers = ""
        if opinion is not None:
            words = tr("答 {who}：{words}")
            answers = words.format(who=opinion.speaker, words=short(opinion.content))
        told = "　".join(_promise_words(one, today) for one in promises)
        return replace(row, answers=answers, promise=told)


def _promise_words(one: Commitment, today: date) -> str:
    due = tr("未填期限")
    if one.due_on is not None:
        due = tr("{day}前").format(day=day_in_words(one.due_on, today))
    facts = " · ".join(part for part in (who_promised(one), due) if part)
    return tr("已转为承诺 {number}：{facts}").format(number=circled(one.place), facts=facts)
