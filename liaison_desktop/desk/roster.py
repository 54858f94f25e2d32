"""代表名册 — the lines of a roster put together: who is who, and which mandate is another one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.import_rows import Entry, ImportRow, Outcome, Preview
from liaison_desktop.model.deputy import Deputy, Mandate
from liaison_desktop.model.faults import Problem, ProblemCode
from liaison_desktop.model.words import MandateLevel, MandateState


class MandateKey(NamedTuple):
    """By what one mandate is told from another of the same deputy."""

    level: MandateLevel
    term_no: str
    constituency: str
    card_no: str
    state: MandateState

    def is_same(self, other: "MandateKey") -> bool:
        """Return whether these may be one mandate; what one of them does not say is no difference.

        It is where the level is the same, and neither the term nor the constituency is another.
        """
        pairs = ((self.term_no, other.term_no), (self.constituency, other.constituency))
        return self.level is other.level and all(not a or not b or a == b for a, b in pairs)


@dataclass(slots=True)
class Holder:
    """A deputy of the roster here (with a key) or of the table, by what he is known again."""

    key: int | None
    name: str
    facts: dict[str, set[Any]]
    mandates: list[MandateKey] = field(default_factory=list)
    rows: list[ImportRow] = field(default_factory=list)

    def learn(self, row: ImportRow) -> None:
        """Know what a line says too: a new phone is his as much as the former one."""
        for name in _FACTS:
            if said := row.values.get(name):
                self.facts.setdefault(name, set()).add(said)


_FACTS = ("id_no", "birth_ym", "phone", "sex")


class Roster:
    """Puts line by line to the deputy it is of."""

    def __init__(self, here: Iterable[Holder], usual: MandateLevel) -> None:
        self._usual = usual
        self._named: dict[str, list[Holder]] = defaultdict(list)
        self._holders: list[Holder] = []
        for holder in here:
            self._named[holder.name].append(holder)

    def join(self, rows: Sequence[ImportRow]) -> Preview:
        """Return what becomes of all lines: one with an error leaves all of its deputy out."""
        for row in rows:
            if row.values.get("name"):
                self._place(row)
            elif row.errors:
                row.outcome = Outcome.WRONG
        entries = []
        for holder in self._holders:
            _leave_out(holder)
            taken = [row for row in holder.rows if row.is_taken]
            if taken:
                entries.append(Entry(holder.key, taken))
        return Preview(rows, entries)

    def _place(self, row: ImportRow) -> None:
        mandate = self._mandate_of(row.values)
        named = self._named[row.values["name"]]
        found = [holder for holder in named if _is_him(holder, row.values, mandate)]
        if len(found) > 1:
            sure = [one for one in found if _is_surely(one, row.values, mandate)]
            found = sure if len(sure) == 1 else found
        if len(found) > 1:
            row.problems.append(Problem("name", ProblemCode.NAMESAKE))
            row.outcome = Outcome.WRONG
            return
        if found:
            holder = found[0]
            self._add(holder, row, mandate)
        else:
            if named:
                code = ProblemCode.SAME_NAME
                row.problems.append(Problem("name", code, is_error=False))
            holder = Holder(None, row.values["name"], {}, [mandate])
            named.append(holder)
        if not holder.rows:
            self._holders.append(holder)
        holder.rows.append(row)
        holder.learn(row)
        if row.errors:
            row.outcome = Outcome.WRONG

    def _add(self, holder: Holder, row: ImportRow, mandate: MandateKey) -> None:
        if any(mandate.is_same(each) for each in holder.mandates):
            row.outcome = Outcome.KNOWN
            return
        row.outcome = Outcome.JOINED
        active = [each for each in holder.mandates if each.state is MandateState.ACTIVE]
        of = (mandate.level, mandate.term_no)
        if mandate.state is MandateState.ACTIVE and of in [(m.level, m.term_no) for m in active]:
            code = ProblemCode.TWICE_IN_OFFICE
            row.problems.append(Problem("term_no", code, is_error=False))
        holder.mandates.append(mandate)

    def _mandate_of(self, values: Mapping[str, Any]) -> MandateKey:
        texts = (values.get(name) or "" for name in ("term_no", "constituency", "card_no"))
        term_no, constituency, card_no = texts
        level, state = values.get("level") or self._usual, values.get("state")
        return MandateKey(level, term_no, constituency, card_no, state or MandateState.ACTIVE)


def load_holders(session: Session) -> list[Holder]:
    """Return every deputy of the roster here by what he is known again."""
    columns = (Deputy.id, Deputy.name, *(getattr(Deputy, name) for name in _FACTS))
    query = select(*columns).where(Deputy.withdrawn_at.is_(None))
    found = {
        key: Holder(key, name, {n: {fact} for n, fact in zip(_FACTS, facts, strict=True) if fact})
        for key, name, *facts in session.execute(query)
    }
    mandates = select(Mandate.deputy_id, *(getattr(Mandate, n) for n in MandateKey._fields))
    for key, *values in session.execute(mandates):
        if key in found:
            found[key].mandates.append(MandateKey(*values))
    return list(found.values())


def _is_him(holder: Holder, values: Mapping[str, Any], mandate: MandateKey) -> bool:
    """Return whether a line may be of a deputy of the same name: nothing says otherwise."""
    if _is_surely(holder, values, mandate):
        return True
    return not any(_differs(holder, values, name) for name in _FACTS)


def _is_surely(holder: Holder, values: Mapping[str, Any], mandate: MandateKey) -> bool:
    """Return whether an ID number, a card, a phone or a constituency of the term says it is he."""
    if _differs(holder, values, "id_no") or _differs(holder, values, "sex"):
        return False
    if any(_agrees(holder, values, name) for name in ("id_no", "phone")):
        return True
    if _differs(holder, values, "birth_ym"):
        return False
    return any(
        (mandate.card_no and mandate.card_no == each.card_no)
        or (mandate.constituency and mandate[:3] == each[:3])
        for each in holder.mandates
    )


def _differs(holder: Holder, values: Mapping[str, Any], name: str) -> bool:
    known, said = holder.facts.get(name, ()), values.get(name)
    return bool(known and said) and said not in known


def _agrees(holder: Holder, values: Mapping[str, Any], name: str) -> bool:
    return bool(values.get(name)) and values[name] in holder.facts.get(name, ())


def _leave_out(holder: Holder) -> None:
    """Let one line with an error keep out all lines of its deputy: nobody comes in by halves."""
    wrong = [row.line for row in holder.rows if row.outcome is Outcome.WRONG]
    for row in holder.rows if wrong else ():
        if row.is_taken or (row.is_known and holder.key is None):
            code = ProblemCode.OTHER_LINE_WRONG
            row.problems.append(Problem("name", code, detail=str(wrong[0])))
            row.outcome = Outcome.WRONG
