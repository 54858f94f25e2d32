"""Everything that can go wrong and is not our bug.

Fault                     a fact with fields; the screen writes the sentence
├── Refused               a rule says no (exit code 3)
│   ├── NotSaved          the record has problems, by field
│   ├── NotAllowed        no role of this user may do this
│   ├── NotFound          no such record
│   ├── StaleRecord       somebody changed the record since
│   └── PackageRefused    a package, card or invitation that must not be applied
├── Unusable              the file, home or stick cannot be used (exit code 4)
└── WrongPassword         no hint which half was wrong (exit code 5)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Overtaken(Exception):
    """A question was given up half way, for a newer one has been asked."""


class Fault(Exception):
    """The world is not as hoped; `code` names how, the other fields are facts, never sentences."""

    code: str = "fault"

    def facts(self) -> dict[str, object]:
        """Return the fields that a sentence may use; never a personal value."""
        return {key: value for key, value in vars(self).items() if key != "code" and key[:1] != "_"}


class Refused(Fault):
    """A rule says no; nothing was changed."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.__dict__.update(facts)


class ProblemCode(StrEnum):
    """What can be wrong with one field."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    BAD_CHARACTER = "bad_character"
    BAD_VALUE = "bad_value"
    UNKNOWN_KEY = "unknown_key"
    UNUSUAL_PHONE = "unusual_phone"
    UNUSUAL_ID = "unusual_id"
    NO_GLYPH = "no_glyph"
    TOO_MANY_REPRESENTATIVES = "too_many_representatives"
    RECEIVER_UNKNOWN = "receiver_unknown"
    RECEIVER_AMBIGUOUS = "receiver_ambiguous"
    IN_FUTURE = "in_future"
    GUARDIAN_NEEDED = "guardian_needed"
    WRONG_YEAR = "wrong_year"
    OVERLAPS = "overlaps"
    GAP = "gap"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    NUMBER_FOR_NAME = "number_for_name"
    UNIT_UNKNOWN = "unit_unknown"
    NEVER_OCCURS = "never_occurs"
    OLD_ID = "old_id"
    SEX_UNLIKE_ID = "sex_unlike_id"
    BIRTH_UNLIKE_ID = "birth_unlike_id"
    NOT_IN_TABLE = "not_in_table"
    CODE_UNLIKE_WORD = "code_unlike_word"
    NO_TOWN_DEPUTIES = "no_town_deputies"
    END_WITHOUT_DAY = "end_without_day"
    END_WITHOUT_REASON = "end_without_reason"
    TWICE_IN_OFFICE = "twice_in_office"
    MERGED_CELLS = "merged_cells"
    NAMESAKE = "namesake"
    SAME_NAME = "same_name"
    OTHER_LINE_WRONG = "other_line_wrong"
    NOT_A_DAY = "not_a_day"
    ROUNDED_NUMBER = "rounded_number"
    SAME_PERSON = "same_person"
    TOO_FEW_ROWS = "too_few_rows"
    NO_SUCH_COLUMN = "no_such_column"
    NOT_ANNOUNCED = "not_announced"
    NOT_HEARD = "not_heard"
    WHICH_SESSION = "which_session"


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one field; `is_error` forbids saving, else a reason overrides it.

    `field` is a path such as "title" or "visitors.0.name"; `detail` holds a limit or a code point,
    never the value typed.
    """

    field: str
    code: ProblemCode
    is_error: bool = True
    detail: str = ""

    def as_json(self) -> dict[str, str]:
        """Return {"field", "code"} and, where there is one, "detail"."""
        shown = {"field": self.field, "code": str(self.code)}
        return shown | ({"detail": self.detail} if self.detail else {})


class NotSaved(Refused):
    """The record has problems; nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("not_saved")
        self.problems = list(problems)


class NotAllowed(Refused):
    """No role of the user may do this."""

    def __init__(self, action: str) -> None:
        super().__init__("not_allowed", action=action)


class NotFound(Refused):
    """No record of this kind has this key."""

    def __init__(self, kind: str, key: str = "") -> None:
        super().__init__("not_found", kind=kind, key=key)


class StaleRecord(Refused):
    """Somebody changed the record after it was read."""

    def __init__(self, kind: str) -> None:
        super().__init__("stale_record", kind=kind)


class PackageRefused(Refused):
    """A package, card or invitation that is not applied; `code` says which check it failed.

    Codes are the closed list `PACKAGE_CODES`.
    """


PACKAGE_CODES: Mapping[str, str] = {
    "not_enrolled": "this home has not joined a county yet",
    "not_a_package": "the file does not begin as a package does",
    "too_large": "larger than the cap",
    "truncated": "the file ends too early or goes on too long",
    "future_format": "made by a later program",
    "past_schema": "made by an earlier program, which knew other fields",
    "unknown_suite": "a cipher suite this program does not have",
    "bad_header": "the header is not what the format says",
    "unknown_sender": "no enrolled station has this key",
    "revoked_sender": "the sender was struck off",
    "bad_signature": "a byte was changed or the signer is another",
    "other_recipient": "made for another county",
    "wrong_side": "the home's own package, or a kind this side does not take",
    "replayed": "an older package than the last one applied",
    "forked": "the same sequence number with other content: a cloned or restored home",
    "gap": "begins after what is already here",
    "unknown_incarnation": "not the successor of the last incarnation known",
    "bad_body": "the sealed part is not what the format says",
    "wrong_scope": "a record that the sender does not own",
    "bad_record": "a record here that the recipient would refuse; nothing was sealed",
    "package_full": "more than one package may hold; nothing was sealed",
    "bad_card": "not a station card",
    "bad_invitation": "not an invitation",
    "other_station": "the invitation is for another station",
    "already_joined": "this home belongs to a county already",
    "code_taken": "another station is enrolled under this code",
}


class Unusable(Fault):
    """A file, a home or a stick cannot be used; `path` names it, `code` says why."""

    def __init__(self, code: str, path: str = "", **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.path = path
        self.__dict__.update(facts)


class WrongPassword(Fault):
    """User or password is wrong; `wait_seconds` until the next try is looked at."""

    code = "wrong_password"

    def __init__(self, wait_seconds: int = 0) -> None:
        super().__init__("wrong_password")
        self.wait_seconds = wait_seconds
