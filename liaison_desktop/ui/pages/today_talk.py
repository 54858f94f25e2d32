"""今天 — the lines of 民情恳谈 among what is to be done, each with the way to what waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from liaison_desktop.desk.counting import counted
from liaison_desktop.desk.talk_today import MeetingDue, MeetingToday, TalkToday, Waiting
from liaison_desktop.desk.work import MOST_IN_A_LIST
from liaison_desktop.model.consultation_words import ConsultationState
from liaison_desktop.model.ledger import Chosen
from liaison_desktop.model.talk_ledgers import COMMITMENTS, CONSULTATIONS
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.cards import RowButton
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.room import Ways


@dataclass(frozen=True)
class _Pile:
    """A kind of thing that waits: its title and words, and what of which ledger shows it."""

    waiting: Waiting
    title: str
    words: str
    ledger: str
    chosen: Chosen
    level: str = "warn"


def rows_to_do(facts: TalkToday, today: date, ways: Ways) -> Iterator[RowButton]:
    """Yield a line for each kind of thing that waits, the most urgent first."""
    for pile in [*_promises(facts), *_records(facts)]:
        if pile.waiting.count:
            said = counted(pile.waiting.count, MOST_IN_A_LIST)
            row = RowButton(pile.title, pile.words.format(count=said), partial(_lead, ways, pile))
            row.add_badge(said, pile.level)
            yield row
    for due in facts.notices:
        yield _notice_row(due, today, ways)


def _promises(facts: TalkToday) -> Iterator[_Pile]:
    late, soon = tr("{count} 项承诺过了完成时限"), tr("{count} 项承诺一周内到期")
    undated = tr("{count} 项承诺没有责任单位或完成时限")
    unheard = tr("{count} 项承诺已有结果，还没有告诉提出人")
    for waiting, title, words, tick, level in (
        (facts.overdue, tr("承诺超期"), late, "overdue", "danger"),
        (facts.due_soon, tr("承诺快到期"), soon, "due_soon", "warn"),
        (facts.undated, tr("承诺未填期限"), undated, "undated", "warn"),
        (facts.unheard, tr("承诺待反馈"), unheard, "unheard", "warn"),
    ):
        yield _Pile(waiting, title, words, COMMITMENTS.name, _ticked(tick), level)


def _records(facts: TalkToday) -> Iterator[_Pile]:
    words = tr("已开完的恳谈会里有 {count} 条意见未定去向")
    where = (CONSULTATIONS.name, _ticked("unrouted"))
    yield _Pile(facts.unrouted, tr("意见未定去向"), words, *where)
    words = tr("{count} 次恳谈会的记录等站长审签")
    ready = Chosen(words={"state": ConsultationState.READY})
    yield _Pile(facts.to_sign, tr("恳谈会记录待审签"), words, CONSULTATIONS.name, ready)


def meeting_row(one: MeetingToday, ways: Ways) -> RowButton:
    """Return the line of a meeting that is today."""
    title = f"{one.starts} {one.title}".strip()
    words = "　".join(filter(None, [tr(word(one.state)), one.place]))
    return RowButton(title, words, partial(ways.to_consultation.emit, one.uid))


def _ticked(name: str) -> Chosen:
    return Chosen(ticks=frozenset({name}))


def _lead(ways: Ways, pile: _Pile) -> None:
    """Go to the meeting where all of them are of one, else to the ledger."""
    if pile.waiting.meeting is not None:
        ways.to_consultation.emit(pile.waiting.meeting)
    else:
        ways.to_ledger.emit(pile.chosen, pile.ledger)


def _notice_row(due: MeetingDue, today: date, ways: Ways) -> RowButton:
    is_late = due.due_on < today
    title = tr("恳谈会公告已过期限") if is_late else tr("恳谈会该公告了")
    words = tr("{title}，{held} 召开，最迟 {due} 公告").format(
        title=due.title, held=due.held_on, due=due.due_on
    )
    row = RowButton(title, words, partial(ways.to_consultation.emit, due.uid))
    row.add_badge(tr("公告"), "danger" if is_late else "warn")
    return row
