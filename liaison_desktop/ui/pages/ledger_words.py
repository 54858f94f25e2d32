"""The ledgers on the screen: how each looks, and what is said of what it shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from liaison_desktop.model.consultation_words import (
    CommitmentState,
    ConsultationKind,
    ConsultationState,
    MemberOrigin,
)
from liaison_desktop.model.importing import ImportKind
from liaison_desktop.model.ledger import Chosen, Kind, Ledger, Term
from liaison_desktop.model.ledgers import DEPUTIES, INCOMPLETE, MATTERS, PEOPLE, VISITS, WITHDRAWN
from liaison_desktop.model.talk_ledgers import (
    BODY_MEMBERS,
    COMMITMENTS,
    CONSULTATIONS,
    ENDED,
    OVERDUE,
    SERVING,
    UNDATED,
)
from liaison_desktop.model.words import (
    Channel,
    Handling,
    MandateState,
    MatterState,
    Sex,
    VisitorKind,
    Word,
)
from liaison_desktop.model.words import label as word
from liaison_desktop.ui.i18n import tr
from liaison_desktop.ui.table.ledger_model import Row
from liaison_desktop.ui.table.ledger_view import Appearance
from liaison_desktop.ui.theme import hand

_EM, _HALF_EM = "\u3000", "\u2002"

FEWEST = 7
"""Characters of a free text that are seen of it at least."""


@dataclass(frozen=True)
class Look:
    """How a ledger looks on the screen, and its sentences.

    `count` counts what is shown; `none_yet`, `none_chosen` and `all_withdrawn` say why nothing is;
    `asked` stands in the line that is typed into, `exported` is said of a sheet. `registers` where
    F2 makes the first record, `opens` what Enter does: a visit or a meeting by its number, a
    person, a deputy.
    """

    ledger: Ledger[Any]
    appearance: Appearance
    part: str
    asked: str
    count: str
    none_chosen: str
    none_yet: str
    all_withdrawn: str
    exported: str
    registers: bool = False
    opens: str = ""
    imports: ImportKind | None = None


def words_of(ledger: Ledger[Any], chosen: Chosen) -> str:
    """Return in words which records are shown, beyond what is ticked; nothing where all are."""
    choices = [each.name for each in ledger.choices if each.name in chosen.words]
    words = [
        tr("含“{text}”").format(text=chosen.text.strip()) if chosen.text.strip() else "",
        _days(chosen.since, chosen.until),
        *(tr(word(chosen.words[name])) for name in choices),
    ]
    return " · ".join(said for said in words if said)


def order_in_words(ledger: Ledger[Any], name: str, is_descending: bool) -> str:
    """Return in words what the rows are ordered by."""
    column = next(each for each in ledger.columns if each.name == name)
    if column.kind is Kind.DAY:
        return tr("最近的在前") if is_descending else tr("最早的在前")
    words = tr("按{column}从大到小") if is_descending else tr("按{column}从小到大")
    return words.format(column=tr(column.label))


def _days(since: date | None, until: date | None) -> str:
    if since is not None and since == until:
        return since.isoformat()
    if since is None and until is None:
        return ""
    template = tr("{since} 至 {until}")
    if until is None:
        template = tr("{since} 起")
    elif since is None:
        template = tr("到 {until} 为止")
    return template.format(since=since, until=until)


def looks(station_code: str) -> dict[str, Look]:
    """Return how each ledger looks, by its name, in the order of the parts of the page."""
    private = tr("表格里有个人信息，且没有加密，请妥善保管，用完即删。")
    found = (
        Look(
            VISITS,
            _visits(station_code),
            tr("来访"),
            tr("姓名、拼音、电话、编号或内容　Ctrl+F"),
            tr("共 {count} 次"),
            tr("没有符合筛选的来访。"),
            tr("还没有登记过来访。"),
            tr("登记过的来访都已撤回。"),
            tr("已导出 {count} 次来访：{path}。") + private,
            registers=True,
            opens="visit",
        ),
        Look(
            MATTERS,
            _matters(station_code),
            tr("事项"),
            tr("姓名、拼音、电话、编号或内容　Ctrl+F"),
            tr("共 {count} 件"),
            tr("没有符合筛选的事项。"),
            tr("还没有登记过事项。"),
            tr("登记过的事项都已撤回。"),
            tr("已导出 {count} 件事项：{path}。") + private,
            registers=True,
            opens="visit",
        ),
        Look(
            PEOPLE,
            _people(),
            tr("人员"),
            tr("姓名、拼音、电话尾号、身份证尾号或住址　Ctrl+F"),
            tr("共 {count} 人"),
            tr("没有符合筛选的人员。"),
            tr("还没有人员；登记来访时自动记入。"),
            tr("人员都已撤回。"),
            tr("已导出 {count} 人：{path}。") + private,
            opens="person",
            imports=ImportKind.PEOPLE,
        ),
        Look(
            DEPUTIES,
            _deputies(),
            tr("代表"),
            tr("姓名、拼音、单位、选区或小组　Ctrl+F"),
            tr("共 {count} 名代表"),
            tr("没有符合筛选的代表。"),
            tr("还没有代表名册。"),
            tr("代表都已撤回。"),
            tr("已导出 {count} 名代表：{path}。") + private,
            opens="deputy",
            imports=ImportKind.DEPUTIES,
        ),
        *_talk_looks(station_code, private),
    )
    return {look.ledger.name: look for look in found}


def _talk_looks(station_code: str, private: str) -> tuple[Look, ...]:
    return (
        Look(
            CONSULTATIONS,
            _consultations(station_code),
            tr("恳谈会"),
            tr("会议、议题、编号、发言或承诺里的词　Ctrl+F"),
            tr("共 {count} 次"),
            tr("没有符合筛选的恳谈会。"),
            tr("还没有恳谈会。"),
            tr("恳谈会都已撤回。"),
            tr("已导出 {count} 次恳谈会：{path}。"),
            opens="consultation",
        ),
        Look(
            COMMITMENTS,
            _commitments(station_code),
            tr("承诺"),
            tr("承诺内容、责任单位、提出人或会议　Ctrl+F"),
            tr("共 {count} 项"),
            tr("没有符合筛选的承诺。"),
            tr("还没有承诺；在恳谈会记录里记下。"),
            tr("承诺都已撤回。"),
            tr("已导出 {count} 项承诺：{path}。") + private,
            opens="consultation",
        ),
        Look(
            BODY_MEMBERS,
            _body_members(),
            tr("议事组织"),
            tr("姓名、拼音、单位或职务　Ctrl+F"),
            tr("共 {count} 名成员"),
            tr("没有符合筛选的成员。"),
            tr("还没有议事组织成员名册。"),
            tr("成员都已撤回。"),
            tr("已导出 {count} 名成员：{path}。") + private,
            imports=ImportKind.MEMBERS,
        ),
    )


def _words(kind: type[Word], characters: int = 4, badge: Term | None = None) -> str:
    """Return the widest word of those that so many Chinese characters have room for.

    They have it in English too; a rare longer one ends in … in both. A word after a badge has the
    badge's beside it: both are so much smaller than other words that this is room enough.
    """
    before = tr(badge) if badge else ""
    usual = [word(one) for one in kind if len(word(one)) <= characters]
    return _widest([characters * _EM, *(f"{before}{tr(words)}" for words in usual)])


def _state_of_a_matter() -> str:
    """Return what is as wide as a usual state with the badge before it that is often there."""
    state = tr(word(MatterState.ANSWERED_ON_SITE))
    return _widest([7 * _EM + _HALF_EM, f"{tr(INCOMPLETE)}{state}"])


def _free(characters: int, beside: str) -> str:
    """Return room for free text: so many characters, fewer where words beside it need more."""
    needs = hand("body")[1].horizontalAdvance
    return (characters if needs(beside) <= needs(4 * _EM) else FEWEST) * _EM


def _widest(words: Iterable[str]) -> str:
    return max(words, key=hand("body")[1].horizontalAdvance)


def _badges() -> dict[str, dict[str, str]]:
    return {
        "state": {tr(INCOMPLETE): "warn", tr(OVERDUE): "warn", tr(WITHDRAWN): "plain"},
    }


def _visits(station_code: str) -> Appearance:
    samples = {
        "number": f"{station_code}-L-2026-0001-W",
        "received_at": "2026-11-20",
        "time": "14:05",
        "channel": _words(Channel),
        "name": 4 * _EM,
        "phone": "138****1234",
        "title": _free(11, _words(Handling)),
        "category": 4 * _EM,
        "handling": _words(Handling),
        "state": _state_of_a_matter(),
        "receivers": 3 * _EM,
    }
    fixed = {"number", "received_at", "time", "channel", "headcount", "phone", "state"}
    spare = ("phone", "receivers", "headcount", "category", "time", "channel", "handling")
    return Appearance(samples, frozenset(fixed), spare, _badges(), _quiet(VISITS))


def _matters(station_code: str) -> Appearance:
    samples = {
        "number": f"{station_code}-L-2026-0001-W-1",
        "received_at": "2026-11-20",
        "channel": _words(Channel),
        "name": 4 * _EM,
        "title": _free(11, _words(Handling)),
        "category": 4 * _EM,
        "place_of_issue": 5 * _EM,
        "handling": _words(Handling),
        "state": _state_of_a_matter(),
        "receivers": 3 * _EM,
        "unit_name": 5 * _EM,
        "reply_due_on": "2026-11-20",
    }
    fixed = {"number", "received_at", "channel", "people_involved", "state", "reply_due_on"}
    usual = ("receivers", "place_of_issue", "people_involved", "channel", "handling", "category")
    shown = {*samples, *fixed}
    rest = tuple(column.name for column in MATTERS.columns if column.name not in shown)
    return Appearance(samples, frozenset(fixed), (*rest, *usual), _badges(), _quiet(MATTERS))


def _people() -> Appearance:
    samples = {
        "name": 4 * _EM,
        "sex": _words(Sex, 3),
        "phone": "138****1234",
        "address": 11 * _EM,
        "visitor_kind": _words(VisitorKind),
        "constituency": 5 * _EM,
        "last_visit": "2026-11-20",
        "state": 4 * _EM,
    }
    fixed = {"sex", "phone", "visits", "last_visit", "state"}
    spare = ("state", "constituency", "visitor_kind", "sex")
    return Appearance(samples, frozenset(fixed), spare, _badges(), _quiet(PEOPLE))


def _deputies() -> Appearance:
    samples = {
        "name": 4 * _EM,
        "sex": _words(Sex, 3),
        "level": 8 * _EM,
        "term_no": 4 * _EM,
        "constituency": 7 * _EM,
        "group_name": 5 * _EM,
        "delegation": 5 * _EM,
        "post": 8 * _EM,
        "phone": "13800001234",
        "card_no": 5 * _EM,
        "state": _words(MandateState),
    }
    spare = ("delegation", "card_no", "term_no", "sex", "group_name", "phone")
    return Appearance(
        samples, frozenset({"sex", "phone", "state"}), spare, _badges(), _quiet(DEPUTIES)
    )


def _consultations(station_code: str) -> Appearance:
    samples = {
        "number": f"{station_code}-K-2026-0001-W",
        "held_on": "2026-11-20",
        "kind": _words(ConsultationKind),
        "title": 9 * _EM,
        "topic": 6 * _EM,
        "place": 5 * _EM,
        "state": _words(ConsultationState, 8),
    }
    counts = ("expected", "present", "opinions", "routed", "promises", "kept")
    fixed = {"number", "held_on", "kind", *counts}
    spare = ("place", "expected", "topic", "kind")
    return Appearance(samples, frozenset(fixed), spare, _badges(), _quiet(CONSULTATIONS))


def _commitments(station_code: str) -> Appearance:
    samples = {
        "number": f"{station_code}-K-2026-0001-W",
        "held_on": "2026-11-20",
        "content": 12 * _EM,
        "unit_name": 6 * _EM,
        "person": 3 * _EM,
        "due_on": "2026-11-20",
        "state": _words(CommitmentState, 8, UNDATED),
        "raised_by": 4 * _EM,
        "fed_back_on": "2026-11-20",
    }
    fixed = {"number", "place", "held_on", "due_on", "fed_back_on"}
    spare = ("published_on", "settled_on", "person", "place", "fed_back_on", "held_on")
    return Appearance(samples, frozenset(fixed), spare, _badges(), _quiet(COMMITMENTS))


def _body_members() -> Appearance:
    samples = {
        "name": 4 * _EM,
        "sex": _words(Sex, 3),
        "member_origin": _words(MemberOrigin),
        "body": 9 * _EM,
        "post": 7 * _EM,
        "phone": "13800001234",
        "term_no": 4 * _EM,
        "valid_from": "2026-11-20",
        "valid_to": "2026-11-20",
        "state": _widest([4 * _EM, tr(SERVING), tr(ENDED)]),
    }
    fixed = {"sex", "phone", "valid_from", "valid_to", "state"}
    spare = ("term_no", "valid_from", "sex", "phone")
    return Appearance(samples, frozenset(fixed), spare, _badges(), _quiet(BODY_MEMBERS))


def _quiet(ledger: Ledger[Any]) -> "_IsWithdrawn":
    return _IsWithdrawn([column.name for column in ledger.columns].index("state"))


@dataclass(frozen=True)
class _IsWithdrawn:
    """Tells a withdrawn row by its 状态."""

    place: int

    def __call__(self, row: Row) -> bool:
        return row[self.place] == tr(WITHDRAWN)
