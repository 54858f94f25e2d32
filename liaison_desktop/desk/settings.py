"""设置 — what the station has chosen: the fields it asks, the papers it prints, when it locks."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from liaison_desktop.desk.correcting import MOST_REASON
from liaison_desktop.desk.json_reading import Read, read_flag, read_text, read_whole, read_word
from liaison_desktop.desk.papers import RECEIPT, VISIT_RECORD
from liaison_desktop.desk.visit_json import MATTER, VISIT, VISITOR
from liaison_desktop.model.authorize import Action
from liaison_desktop.model.code_tables import EXTENDED
from liaison_desktop.model.doc_numbers import MOST_FORM, USUAL_FORM, is_form
from liaison_desktop.model.faults import NotSaved, Problem, ProblemCode
from liaison_desktop.model.setting import Setting
from liaison_desktop.model.texts import bad_character, text_problems
from liaison_desktop.model.uids import new_uid
from liaison_desktop.model.user import User
from liaison_desktop.model.words import MandateLevel, Route
from liaison_desktop.store.store import Store

REQUIRED, OPTIONAL, HIDDEN = "required", "optional", "hidden"
USUAL_RULES: Mapping[str, str] = MappingProxyType({"id_no": HIDDEN, "cause": HIDDEN})
"""Asked of nobody unless the station switches them on; every other field is optional."""

NO_CODES: Mapping[str, tuple[str, ...]] = MappingProxyType({})
NO_MINIMUMS: Mapping[int, Mapping[MandateLevel, int]] = MappingProxyType({})

ALWAYS_ASKED = {"name", "anonymous", "person", "channel", "received_at", "headcount", "title"}
NEVER_ASKED = {"source"}
RULED = frozenset(
    {*VISITOR, *VISIT, *MATTER, "receivers", "other_channels"} - ALWAYS_ASKED - NEVER_ASKED
)
"""JSON keys of the intake of which a station may say whether they are asked."""

WANTED = frozenset({"phone", "address", "statement", "category", "handling"})
"""What F05 wants: it may be left empty and is 待补 then, but a station cannot stop asking it."""

PAPERS = (VISIT_RECORD, RECEIPT)
RECEIPT_PAPERS = ("A4", "A5")
MOST_LOCK_MINUTES = 60
MOST_TEXT = 1000
MOST_OF_A_CODE = 20
MOST_TURNS = 99
"""The greatest least number of turns that a deputy can be owed in a year."""
MOST_PHRASES = 40
MOST_OF_A_PHRASE = 200

USUAL_PHRASES = (
    "请有关部门当场答复。",
    "会后由联络站汇总，按程序转办。",
    "请承办单位在时限内书面答复本人。",
    "与前面发言的意见相同。",
    "情况需要会后核实，再作答复。",
)
"""常用语 that a record begins with until the station has its own; typed into papers as they are."""


@dataclass(frozen=True)
class StationSettings:
    """Every choice, at its default where the station has not chosen.

    `field_rules` are {JSON key of the intake: "required", "optional" or "hidden"}; `lock_minutes`
    are those without a key or a mouse; `default_route` is where most matters go; `printer` and
    `copy_folder` are empty where none is chosen. `own_codes` are {field: words} that the standard's
    table lacks; `doc_number_form` says how a 文号 is written; `phrases` are the 常用语 of a record.
    """

    field_rules: Mapping[str, str] = field(default_factory=lambda: USUAL_RULES)
    paper_set: tuple[str, ...] = PAPERS
    receipt_paper: str = "A4"
    has_queue: bool = False
    lock_minutes: int = 5
    default_route: Route = Route.TO_LOCAL_UNIT
    printer: str = ""
    copy_folder: str = ""
    own_codes: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_CODES)
    doc_number_form: str = USUAL_FORM
    rota_minimums: Mapping[int, Mapping[MandateLevel, int]] = field(
        default_factory=lambda: NO_MINIMUMS
    )
    phrases: tuple[str, ...] = USUAL_PHRASES

    def rule_of(self, key: str) -> str:
        """Return whether a field of the intake is required, optional or hidden."""
        return self.field_rules.get(key, OPTIONAL)


class Settings:
    """Verbs of the station's settings."""

    def __init__(self, store: Store, user: User) -> None:
        self._store, self._user = store, user

    def load(self) -> StationSettings:
        """Return the settings; one that this program cannot read stands at its default."""
        with self._store.read() as session:
            return _settled(_kept(session))

    def change(self, changes: Mapping[str, object], reason: str = "") -> StationSettings:
        """Save the settings given and return them all; rules of fields not named stay as they are.

        站长 or 管理员 only. NotSaved for an unknown name or a wrong value; then nothing is changed.
        """
        values = _checked(changes, reason)
        with self._store.act(self._user, Action.CORRECT_STATION, reason=reason) as session:
            kept = _kept(session)
            if isinstance(rules := values.get("field_rules"), Mapping):
                values["field_rules"] = {**_settled(kept).field_rules, **rules}
            for name, value in values.items():
                keep_setting(session, self._store, kept, name, value)
        return _settled(kept)


def keep_setting(
    session: Session, store: Store, kept: dict[str, Setting], name: str, value: object
) -> None:
    """Keep one value under its name, within an act; what it was before stands in the history."""
    told = json.dumps(value, ensure_ascii=False)
    if name in kept:
        kept[name].value = told
        return
    kept[name] = Setting(
        uid=new_uid(store.clock()), station_uid=store.installation.uid, name=name, value=told
    )
    session.add(kept[name])


def load_minimums(session: Session, year: int) -> Mapping[MandateLevel, int]:
    """Return the least turns by level of a year, by default those of the year before it."""
    every = _settled(_kept(session)).rota_minimums
    latest = max((known for known in every if known <= year), default=None)
    return {} if latest is None else every[latest]


def load_default_route(session: Session) -> Route:
    """Return where most matters of the station go."""
    return _settled(_kept(session)).default_route


def keep_minimums(
    session: Session, store: Store, year: int, minimums: Mapping[MandateLevel, int]
) -> None:
    """Keep the least turns by level of a year where they are others, within an act."""
    kept = _kept(session)
    every = _settled(kept).rota_minimums
    if load_minimums(session, year) != minimums:
        keep_setting(session, store, kept, "rota_minimums", {**every, year: minimums})


def _kept(session: Session) -> dict[str, Setting]:
    return {setting.name: setting for setting in session.scalars(select(Setting))}


def _settled(kept: Mapping[str, Setting]) -> StationSettings:
    found: dict[str, object] = {}
    for name, setting in kept.items():
        if name not in READERS:
            continue  # of a later program
        try:
            found[name] = READERS[name](json.loads(setting.value))
        except ValueError:
            continue
    if isinstance(rules := found.get("field_rules"), Mapping):
        found["field_rules"] = MappingProxyType({**USUAL_RULES, **rules})
    return StationSettings(**found)  # type: ignore[arg-type]  # each read by its own reader


def _checked(changes: Mapping[str, object], reason: str) -> dict[str, object]:
    problems = text_problems("reason", reason, MOST_REASON, multiline=True)
    values: dict[str, object] = {}
    for name, value in changes.items():
        if name not in READERS:
            problems.append(Problem(name, ProblemCode.UNKNOWN_KEY))
            continue
        try:
            values[name] = READERS[name](value)
        except ValueError as error:
            problems.append(Problem(name, ProblemCode.BAD_VALUE, detail=str(error)))
    if problems:
        raise NotSaved(problems)
    return values


def _read_rules(value: object) -> dict[str, str]:
    known = {REQUIRED, OPTIONAL, HIDDEN}
    if not isinstance(value, Mapping) or any(rule not in known for rule in value.values()):
        raise ValueError(" / ".join([REQUIRED, OPTIONAL, HIDDEN]))
    if wanted := sorted(key for key, rule in value.items() if rule == HIDDEN and key in WANTED):
        raise ValueError(", ".join(wanted))
    if unknown := sorted(str(key) for key in value if key not in RULED):
        raise ValueError(", ".join(unknown))
    return dict(value)


def _read_papers(value: object) -> tuple[str, ...]:
    forms = tuple(value) if isinstance(value, list | tuple) else ()
    if not forms or len(set(forms)) < len(forms) or not set(forms) <= set(PAPERS):
        raise ValueError(" / ".join(PAPERS))
    return forms


def _read_receipt_paper(value: object) -> str:
    if value not in RECEIPT_PAPERS:
        raise ValueError(" / ".join(RECEIPT_PAPERS))
    return str(value)


def _read_lock_minutes(value: object) -> int:
    minutes = read_whole(value)
    if not 1 <= minutes <= MOST_LOCK_MINUTES:
        raise ValueError(f"1–{MOST_LOCK_MINUTES}")
    return minutes


def _read_short_text(value: object) -> str:
    text = read_text(value)
    if len(text) > MOST_TEXT or bad_character(text, multiline=False) is not None:
        raise ValueError(f"≤ {MOST_TEXT}")
    return text


def _read_own_codes(value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, Mapping) or any(name not in EXTENDED for name in value):
        raise ValueError(" / ".join(EXTENDED))
    found = {}
    for name, words in value.items():
        if not isinstance(words, list | tuple):
            raise ValueError(f"{name}: […]")
        texts = [_read_short_text(word).strip() for word in words]
        if any(not text or len(text) > MOST_OF_A_CODE for text in texts):
            raise ValueError(f"1–{MOST_OF_A_CODE}")
        found[name] = tuple(dict.fromkeys(texts))
    return found


def _read_doc_number_form(value: object) -> str:
    form = _read_short_text(value)
    if not is_form(form):
        raise ValueError(f"{USUAL_FORM}，≤ {MOST_FORM}")
    return form


def _read_minimums(value: object) -> dict[int, dict[MandateLevel, int]]:
    if not isinstance(value, Mapping):
        raise ValueError("{…}")
    return {read_whole(int(str(year))): _read_turns(told) for year, told in value.items()}


def _read_turns(value: object) -> dict[MandateLevel, int]:
    if not isinstance(value, Mapping):
        raise ValueError("{…}")
    turns = {MandateLevel(level): read_whole(number) for level, number in value.items()}
    if any(not 1 <= number <= MOST_TURNS for number in turns.values()):
        raise ValueError(f"1–{MOST_TURNS}")
    return turns


def _read_phrases(value: object) -> tuple[str, ...]:
    wanted = f"≤ {MOST_PHRASES} × {MOST_OF_A_PHRASE}"
    if not isinstance(value, list | tuple) or len(value) > MOST_PHRASES:
        raise ValueError(wanted)
    phrases = [read_text(phrase).strip() for phrase in value]
    if any(not phrase or len(phrase) > MOST_OF_A_PHRASE for phrase in phrases):
        raise ValueError(wanted)
    if any(bad_character(phrase, multiline=False) for phrase in phrases):
        raise ValueError(wanted)
    return tuple(dict.fromkeys(phrases))


READERS: Mapping[str, Read] = {
    "field_rules": _read_rules,
    "paper_set": _read_papers,
    "receipt_paper": _read_receipt_paper,
    "has_queue": read_flag,
    "lock_minutes": _read_lock_minutes,
    "default_route": read_word(Route),
    "printer": _read_short_text,
    "copy_folder": _read_short_text,
    "own_codes": _read_own_codes,
    "doc_number_form": _read_doc_number_form,
    "rota_minimums": _read_minimums,
    "phrases": _read_phrases,
}
"""Name of each setting → what reads its value, typed or stored; ValueError says what is wanted."""
